"""A pronoun → its person, number, animacy and gender, and whether it can mean somebody.

In: a pronoun, and what is known about whoever it may refer to. Out: true or false. What is unknown
rules nothing out. The classes are those of Quirk et al. (1985), 6.14–6.38; "they" is also taken for
one person of unknown gender and for a body of people, as newspapers use it.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from reportedly.reading.naming.given_names import FEMALE_NAMES, MALE_NAMES
from reportedly.reading.naming.word_class import word_class

Gender = Literal["male", "female"]
Use = Literal["personal", "possessive", "reflexive", "relative", "demonstrative"]


class Features(NamedTuple):
    """What is known about whoever a mention means; nothing stands for unknown."""

    plural: bool | None = None
    animate: bool | None = None
    gender: Gender | None = None


class Pronoun(NamedTuple):
    """A pronoun's class. Person is that of grammar: 1, 2 or 3."""

    person: Literal[1, 2, 3]
    use: Use
    plural: bool | None
    animate: bool | None
    gender: Gender | None


_Class = tuple[Literal[1, 2, 3], bool | None, bool | None, Gender | None]
_FORMS: Final[dict[Use, dict[_Class, str]]] = {
    "personal": {
        (1, False, True, None): "i me",
        (1, True, None, None): "we us",
        (2, None, True, None): "you ya y'all",
        (3, False, True, "male"): "he him",
        (3, False, True, "female"): "she",
        (3, False, False, None): "it",
        (3, True, None, None): "they them 'em",
    },
    "possessive": {
        (1, False, True, None): "my mine",
        (1, True, None, None): "our ours",
        (2, None, True, None): "your yours",
        (3, False, True, "male"): "his",
        (3, False, True, "female"): "her hers",
        (3, False, False, None): "its",
        (3, True, None, None): "their theirs",
        (3, None, None, None): "whose",
    },
    "reflexive": {
        (1, False, True, None): "myself",
        (1, True, None, None): "ourselves",
        (2, None, True, None): "yourself yourselves",
        (3, False, True, "male"): "himself",
        (3, False, True, "female"): "herself",
        (3, False, False, None): "itself",
        (3, True, None, None): "themselves themself",
    },
    "relative": {(3, None, True, None): "who whom", (3, None, False, None): "which that"},
    "demonstrative": {(3, False, False, None): "this", (3, True, None, None): "these those"},
}

#: Every pronoun in lower case, and its class.
PRONOUNS: Final[dict[str, Pronoun]] = {
    form: Pronoun(person, use, plural, animate, gender)
    for use, classes in _FORMS.items()
    for (person, plural, animate, gender), forms in classes.items()
    for form in forms.split()
}

#: Forms of address that tell the gender, from the AP Stylebook and the peerage.
MALE_TITLES: Final = word_class(
    """mr mister sir lord king prince duke count baron earl emperor chairman congressman
    assemblyman councilman alderman spokesman businessman father brother rabbi imam ayatollah
    sheikh sheik pope cardinal archbishop monsignor senor señor herr monsieur don sultan emir shah
    father-in-law son husband uncle grandfather policeman fireman statesman"""
)
FEMALE_TITLES: Final = word_class(
    """mrs ms miss mme madame mademoiselle mlle lady dame queen princess duchess countess baroness
    empress chairwoman congresswoman assemblywoman councilwoman spokeswoman businesswoman sister
    mother senora señora frau señorita doña mother-in-law daughter wife aunt grandmother
    policewoman actress heiress stateswoman"""
)


#: Written so, they are a country, a trade and a body.
_CAPITALS: Final = frozenset({"US", "IT", "WHO"})


def pronoun(words: str) -> Pronoun | None:
    """The class of a pronoun; nothing for other words.

    >>> pronoun("Himself").gender, pronoun("us").person, pronoun("minister")
    ('male', 1, None)
    """
    plain = words.strip()
    return None if plain in _CAPITALS else PRONOUNS.get(plain.lower().replace("’", "'"))


def gender_of(title: str, given: str = "") -> Gender | None:
    """The gender that a title or else a given name tells, if it does.

    Args:
        title: forms of address and positions before the name ("Mrs.", "former Chairwoman").
        given: the given names; the first one that is known decides.

    >>> gender_of("Mrs."), gender_of("Sen.", "Dianne"), gender_of("Dr.", "Leslie")
    ('female', 'female', None)
    """
    for word in title.lower().split():
        if word.strip(".,") in MALE_TITLES:
            return "male"
        if word.strip(".,") in FEMALE_TITLES:
            return "female"
    for name in given.lower().split():
        first = name.partition("-")[0]
        for known in (name, first):
            if known in MALE_NAMES:
                return "male"
            if known in FEMALE_NAMES:
                return "female"
    return None


def agrees(word: str, features: Features) -> bool:
    """Whether a pronoun can mean somebody or something with these features.

    First and second persons stand for whoever speaks or is spoken to: a person, for "we" also a
    group or a body.

    Args:
        word: a pronoun. Other words agree with everything.
        features: what is known about the candidate.

    >>> agrees("she", Features(plural=False, animate=True, gender="male"))
    False
    >>> agrees("they", Features(plural=False, animate=False))  # a party, a company
    True
    >>> agrees("it", Features(animate=True)), agrees("who", Features(plural=True, animate=True))
    (False, True)
    """
    form = pronoun(word)
    if form is None:
        return True
    if form.person == 1 and form.plural:
        return True
    if form.plural and form.person == 3 and features.plural is False:
        # A body of people, or one person whose gender nobody tells.
        return features.gender is None
    return (
        _fit(form.plural, features.plural)
        and _fit(form.animate, features.animate)
        and _fit(form.gender, features.gender)
    )


def _fit(one: object, other: object) -> bool:
    return one is None or other is None or one == other
