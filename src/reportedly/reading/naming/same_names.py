"""Two names in one article → whether they can mean the same bearer; many names → bearers.

In: mentions that are names, or their analyses. Out: a grade, or for each name the number of its
bearer. The rules follow how news reports shorten names after the first mention: family name alone,
initials of a body, an outlet's last word; after Wacholder, Ravin & Choi (1997, "Disambiguation of
proper names in text"). A person is never the body that holds the name ("Trump", "the Trump
Organization"), and different given names are never one person.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from reportedly.reading.naming.governments import (
    COUNTRY_OF_ADJECTIVE,
    COUNTRY_OF_NAME,
    STATE_OF_NAME,
    government_of,
)
from reportedly.reading.naming.name_parts import (
    CORPORATE,
    FAMILY_NAME_FIRST,
    OTHER_NAMES,
    PARTICLES,
    POSSESSED_BODIES,
    SHORT_FORMS,
    STATE_BODY_WORDS,
)
from reportedly.reading.naming.name_words import Name, fold
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.outlets import outlets_named
from reportedly.reading.naming.pronouns import gender_of
from reportedly.reading.naming.word_class import word_class

Likeness = Literal["exact", "variant", "no"]

#: Words of a body's name that initials may pass over, and that are left out of comparisons.
_FUNCTION: Final = word_class("the of for and on to in against with a an & de la")
#: Words that a body's name may be shortened by at its head, besides countries and states.
_LEADING: Final = word_class("national federal us u.s. american british royal state new york")
#: "The Clinton campaign" is "the Hillary Clinton presidential campaign".
_CAMPAIGN_WORDS: Final = word_class("presidential senate election general primary re")
_COUNTRY_WORDS: Final = frozenset(
    fold(word)
    for table in (COUNTRY_OF_NAME, COUNTRY_OF_ADJECTIVE, STATE_OF_NAME)
    for word in table
    if " " not in word
)
_CIVIL: Final = word_class("mr mrs ms miss")


def same_name(one: str | Name, other: str | Name) -> Likeness:
    """Whether two names can mean the same bearer within an article.

    Args:
        one: a mention, or its analysis.
        other: another.

    Returns:
        "exact" if the names proper are the same, "variant" if one is a known or regular other form
        of it, else "no"; for whatever is no name as well.

    >>> same_name("Sen. Bernard Sanders", "Bernie Sanders"), same_name("the DNC", "DNC")
    ('variant', 'exact')
    >>> same_name("Hillary Clinton", "Bill Clinton"), same_name("the Clinton campaign", "Clinton")
    ('no', 'no')
    """
    one = parse_name(one) if isinstance(one, str) else one
    other = parse_name(other) if isinstance(other, str) else other
    return _same(one, other) if one <= other else _same(other, one)


@lru_cache(maxsize=32768)
def _same(one: Name, other: Name) -> Likeness:
    if one.members or other.members or one.form != other.form or one.form != "name":
        return _same_members(one.members, other.members)
    known = _same_known(one, other)
    if known is not None:
        return known
    short, full = sorted((one, other), key=lambda name: len(name.key))
    masthead = full.kind == "outlet" and full.sure and (short.kind == "outlet" or not short.sure)
    if masthead and len(short.key) == 1 < len(full.key) and short.key[0] == full.key[-1]:
        return "variant"  # "the Courier" is the last word of a masthead
    others = [name for name in (one, other) if name.kind != "person"]
    if len(others) == 1 and one.sure and other.sure:
        return "no"
    # A word alone that is an outlet's or a place's name may be a family name.
    if not others or (len(others) == 1 and len(others[0].key) == 1 and not others[0].sure):
        return _same_person(one, other)
    return _same_body(one, other)


def _same_members(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    if len(one) != len(other) or not one:
        return "no"
    grades = [same_name(a, b) for a, b in zip(one, other, strict=True)]
    if "no" in grades:
        return "no"
    return "variant" if "variant" in grades else "exact"


def _same_known(one: Name, other: Name) -> Likeness | None:
    """By the tables of outlets and governments; nothing if they do not know both."""
    if one.kind in ("outlet", None) or other.kind in ("outlet", None):
        meant = set(outlets_named(one.proper)), set(outlets_named(other.proper))
        if all(meant):
            shared = meant[0] & meant[1]
            return ("exact" if one.key == other.key else "variant") if shared else "no"
    if one.kind == other.kind == "government":
        meant_one, meant_other = government_of(one.proper), government_of(other.proper)
        if meant_one and meant_other:
            if meant_one != meant_other:
                return "no"
            return "exact" if one.key == other.key else "variant"
        if meant_one or meant_other:
            return "no"
    return None


def _same_person(one: Name, other: Name) -> Likeness:
    short, full = sorted((one, other), key=lambda name: len(name.key))
    if not short.key or _differ(one, other):
        return "no"
    if one.key == other.key:
        return "exact" if one.suffix == other.suffix else "variant"
    if short.proper[:1] == "@":
        same = short.key == ("".join(full.key),)
    elif len(short.key) == 1 or short.key[0] in PARTICLES:
        same = _names_part(short, full)
    else:
        same = _same_full(short.key, full.key)
    return "variant" if same else "no"


def _differ(one: Name, other: Name) -> bool:
    """Whether gender or generation tell two people apart."""
    if one.gender and other.gender and one.gender != other.gender:
        return True
    if one.suffix == other.suffix or min(len(one.key), len(other.key)) == 1:
        return False
    told = {one.suffix, other.suffix}
    return "" not in told or not told.isdisjoint({"jr", "sr"})  # a "III" is often left out


def _names_part(short: Name, full: Name) -> bool:
    """Whether a name of one word is the family name, or else the given name, of a full one."""
    size = len(short.key)
    if full.key[-size:] == short.key:
        return True
    if size > 1 or len(full.key) == 1:
        return False
    word = short.key[0]
    civil = not _CIVIL.isdisjoint(fold(short.title).split())
    if full.key[0] == word:
        return word in FAMILY_NAME_FIRST or not (civil or short.title)
    if word in full.key[1:-1]:  # "Peña" of "Enrique Peña Nieto"
        return len(word) > 2 and word not in PARTICLES and gender_of("", word) is None
    return full.key[0] in SHORT_FORMS.get(word, ()) and not short.title


def _same_full(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Two names of several words: the family name is the same, and given names go together."""
    if full[-len(short) :] == short or (len(short) > 1 and full[: len(short)] == short):
        return True
    if short[-1] != full[-1]:
        # A second family name may be left out: "Enrique Peña", "E. Peña Nieto".
        return len(full) > 2 and short[-1] == full[-2] and _same_given(short[0], full[0])
    given, others = short[:-1], full[:-1]
    if _same_given(given[0], others[0]):
        return True
    return any(_same_given(given[0], name) for name in others[1:] if len(name) > 1 < len(given[0]))


def _same_given(one: str, other: str) -> bool:
    if one == other or other in SHORT_FORMS.get(one, ()):
        return True
    initials = min(len(one), len(other)) <= 2 and not {one, other} & SHORT_FORMS.keys()
    return initials and one[0] == other[0]


def _content(name: Name) -> tuple[str, ...]:
    """The words of a body's name that tell it, a department's under one form."""
    plain = OTHER_NAMES.get(" ".join(name.key))
    key = tuple(plain.split()) if plain else name.key
    if len(key) > 2 and key[0] in {"department", "ministry"} and key[1] in {"of", "for"}:
        key = (*key[2:], key[0])
    for place in range(1, len(key) - 2):
        if key[place] in {"department", "ministry"} and key[place + 1] == "of":
            key = (*key[:place], *key[place + 2 :], key[place])
    words = tuple(word for word in key if word not in _FUNCTION)
    while len(words) > 1 and words[-1] in CORPORATE:
        words = words[:-1]
    return words


def _same_initials(one: Name, other: Name) -> bool:
    """Whether one is the initials of the other: "AAN" and "American Action Network"."""
    short, full = sorted((one, other), key=lambda name: len(name.key))
    letters = short.key[0] if len(short.key) == 1 else ""
    if len(letters) < 2 or len(full.key) < 2 or short.proper[1:2].islower():
        return False
    content = _content(full)
    readings = {
        "".join(word[0] for word in words)
        for words in (full.key, content, tuple(word for word in full.key if word != "the"))
    }
    return letters in readings or letters.removeprefix("us") in readings


def _same_body(one: Name, other: Name) -> Likeness:
    if one.key == other.key:
        return "exact"
    return "variant" if _shortened(one, other) else "no"


def _shortened(one: Name, other: Name) -> bool:
    """Whether one name of a body is a shorter form of the other."""
    short, full = sorted((_content(one), _content(other)), key=len)
    if not short or short == full or _same_initials(one, other):
        return bool(short)
    if short[-1] == full[-1] and short[-1] in POSSESSED_BODIES:
        rest = [tuple(w for w in words[:-1] if w not in _CAMPAIGN_WORDS) for words in (short, full)]
        if all(rest) and rest[1][-len(rest[0]) :] == rest[0]:
            return True
    if full[-len(short) :] == short:
        return all(word in _LEADING or word in _COUNTRY_WORDS for word in full[: -len(short)])
    # "Mondelez" is "Mondelez International", but "Trump" is not "Trump Tower".
    owned = full[-1] in POSSESSED_BODIES | STATE_BODY_WORDS or "outlet" in (one.kind, other.kind)
    enough = len(short) > 1 or not owned
    return full[: len(short)] == short and enough and short[-1] not in _COUNTRY_WORDS


def fits(name: Name, names: Sequence[Name]) -> int:
    """How well a name fits a bearer: 0 not at all, 1 as a variant, 2 as a name it has had."""
    if name.form != "name":
        return 0
    grades = [same_name(name, known) for known in names]
    longest = max(len(known.key) for known in names)
    against = [
        grade for grade, known in zip(grades, names, strict=True) if len(known.key) == longest
    ]
    if "no" in against or all(grade == "no" for grade in grades):
        return 0
    return 2 if "exact" in grades else 1
