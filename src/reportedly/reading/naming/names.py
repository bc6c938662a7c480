"""A mention → whether it is a name, a pronoun or a description, and the parts of a name.

In: the words of a mention, with title, determiner and restrictive modifiers. Out: the title, the
name proper, and what the words tell about the kind of bearer. Whether two names can mean the same
bearer is the matter of `reportedly.reading.naming.same_names`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reportedly.reading.naming.descriptions import NOUNS
from reportedly.reading.naming.governments import AMBIGUOUS, COUNTRY_OF_ADJECTIVE, government_of
from reportedly.reading.naming.name_heads import ACRONYM, name_by_head
from reportedly.reading.naming.name_parts import OTHER_NAMES, STATE_BODIES
from reportedly.reading.naming.name_words import POSSESSIVE, Name, core_words, fold, is_capital
from reportedly.reading.naming.outlets import (
    AMBIGUOUS_OUTLETS,
    is_platform,
    outlets_named,
    programme_of,
)
from reportedly.reading.naming.pronouns import pronoun

#: No name is longer; what is left out tells nothing, and no text can slow the rules down.
_LONGEST: Final = 300

_DETERMINER: Final = re.compile(
    r"(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|both|another|one|some|any)\s+",
    re.IGNORECASE,
)
_QUOTES: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": None, "”": None, '"': None, "\N{NO-BREAK SPACE}": " "}
)
_TOKEN: Final = re.compile(r"[^\s,;()\[\]]+")
_APART: Final = re.compile(r"\s*(?:,\s*and|,|\b(?:and|n?or)\b|&)\s+")
_JOINED: Final = re.compile(r" (?:and|n?or|&) ")
_BOTH: Final = re.compile(r"(?:both|neither|either) ", re.IGNORECASE)
#: "Holt, Reyes" in a headline; a city with its state or country is told apart by the tables.
_TWO_WORDS: Final = re.compile(r"[A-Z][a-z]+, [A-Z][a-z]+")
_BODIES: Final = frozenset({"organization", "government"})
_FULL_NAME: Final = re.compile(r"[A-Z][\w'.-]+(?: [A-Z]\S*){1,3}")
#: "Obama's DOJ": the bearer is what is possessed. Not so where the possessor is part of the name.
_POSSESSOR: Final = re.compile(
    r".*?(?<!\bWomen)(?<!\bMen)(?<!\bPeople)(?<!\bChildren)(?<!\bMoody)(?<!\bMcDonald)(?<!\bLloyd)"
    r"(?:'s|s') (?=[A-Z]\S*[A-Za-z])"
)


@lru_cache(maxsize=8192)
def parse_name(words: str) -> Name:
    """The analysis of a mention.

    Args:
        words: a mention as it stands in the text; its extent is that of the annotation guidelines.

    >>> parse_name("Finance Minister Jana Novak")[:5]
    ('name', 'person', True, 'Finance Minister', 'Jana Novak')
    >>> parse_name("the Justice Department").kind, parse_name("WaPo").kind
    ('government', 'outlet')
    >>> parse_name("two officials").form, parse_name("she").form
    ('description', 'pronoun')
    >>> parse_name("Sens. Ann Holt and Bo Reyes").members
    ('Sens. Ann Holt', 'Bo Reyes')
    """
    text = " ".join(words[:_LONGEST].translate(_QUOTES).split())
    text = POSSESSIVE.sub("", text)
    for rule in (_pronoun, _handle, _known, _compound, _possessed, _apposed):
        name = rule(text)
        if name is not None:
            return name
    bare = _without_determiner(text)
    tokens = core_words(_TOKEN.findall(bare.partition(", ")[0].partition(" (")[0]))
    capitals = [token for token in tokens if is_capital(token)]
    if not is_capital((tokens or [""])[-1]) and all(map(_is_nationality, capitals)):
        return Name("description")  # "a joint French-British team"
    return name_by_head(tokens, definite=bare != text)


def _is_nationality(word: str) -> bool:
    return all(part in COUNTRY_OF_ADJECTIVE for part in word.split("-"))


def _without_determiner(text: str) -> str:
    match = _DETERMINER.match(text)
    return text[match.end() :] if match else text


def _pronoun(text: str) -> Name | None:
    form = pronoun(text)
    return Name("pronoun", gender=form.gender) if form else None


def _handle(text: str) -> Name | None:
    """The name of an account: "@AnnHolt"."""
    if text[:1] != "@":
        return None
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text[1:])
    outlet = bool(outlets_named(spaced))
    return Name(
        "name", "outlet" if outlet else "person", outlet, proper=text, key=(fold(text[1:]),)
    )


def _known(text: str) -> Name | None:
    """A name that stands in a table as it is: an outlet, a programme, a government, a body."""
    bare = text[4:] if text[:4].lower() == "the " else text
    key = tuple(fold(bare).split())
    country = government_of(text)
    name: Name | None = None
    if is_capital(bare) and "_".join(key) in STATE_BODIES:
        name = Name("name", "government", True)
    elif is_capital(bare) and " ".join(key) in OTHER_NAMES and not _is_noun(key):
        name = Name("name", "organization", True)
    elif is_capital(bare) and is_platform(bare):
        name = Name("name", "organization", len(bare) > 4)
    elif country is not None and (len(key) > 1 or bare not in AMBIGUOUS):
        name = Name("name", "government", True)
    elif programme_of(text):
        name = Name("name", "outlet", True)
    elif outlets_named(text):
        sure = bare not in AMBIGUOUS_OUTLETS or text != bare
        name = Name("name", "outlet", sure) if sure or not _is_noun(key) else None
    elif country is not None:
        name = Name("name", "government")
    return name._replace(proper=bare, key=key) if name else None


def _is_noun(key: tuple[str, ...]) -> bool:
    return len(key) == 1 and key[0] in NOUNS


def _compound(text: str) -> Name | None:
    """Several names in one, or a name and whoever goes with it: "Holt and her aides"."""
    members = _members(text)
    if members:
        return Name("name", "group", True, proper=text, key=(fold(text),), members=members)
    first, joined, rest = text.partition(" and ")
    if joined and rest[:1].islower() and parse_name(first).kind in ("person", "government"):
        return Name("description", "group", members=(first, rest))
    return None


def _members(text: str) -> tuple[str, ...]:
    """The members of a compound of names; none if it is a single name or no name."""
    if _TWO_WORDS.fullmatch(text) is None and _JOINED.search(text) is None:
        return ()
    both = _BOTH.match(text)
    parts = tuple(part for part in _APART.split(text[both.end() :] if both else text) if part)
    if len(parts) < 2 or (len(parts) == 2 and "," in text and government_of(parts[1])):
        return ()
    parsed = [parse_name(part) for part in parts]
    if all(part.form == "name" and part.kind == "government" for part in parsed):
        return parts
    # "The Committee on Ways and Means" is one body, "the Fund and the Bank" are two.
    inside = re.search(r" (?:of|on|for) ", parts[0]) or parsed[-1].kind in _BODIES
    if inside and parts[-1][:4].lower() != "the ":
        return ()
    if not all(part.form == "pronoun" or (part.kind and part.key) for part in parsed):
        return ()
    full = [len(part.key) > 1 or part.sure or bool(part.title) for part in parsed]
    return parts if full[-1] or not any(full) else ()


def _possessed(text: str) -> Name | None:
    """What somebody possesses and has a name of its own: "Italy's Prime Minister Ugo Neri"."""
    possessor = _POSSESSOR.match(text)
    rest = text[possessor.end() :] if possessor else ""
    if not (" " in rest or ACRONYM.fullmatch(rest)):
        return None
    name = parse_name(rest)
    return name if name.form == "name" else None


def _apposed(text: str) -> Name | None:
    """A description with the name after a comma: "a lawyer for the city, Ann Holt"."""
    description, comma, rest = _without_determiner(text).partition(", ")
    if not comma or description[:1].isupper() or not _FULL_NAME.fullmatch(rest):
        return None
    name = parse_name(rest)
    return name._replace(title=description, sure=True) if name.form == "name" else None
