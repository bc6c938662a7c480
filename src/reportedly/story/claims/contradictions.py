"""Two claims about the same thing → whether they cannot both be so, and why.

In: `Statement`s and how close their vectors are. Out: ``"number"`` if they give another number for
the same quantity, ``"denial"`` if one denies what the other says, else nothing. The two kinds are
those of de Marneffe, Rafferty & Manning (2008, "Finding contradictions in text") that words alone
show. What is told is meant to be right rather than to be all: whoever says the opposite in words of
their own is not found, and of claims that hang on a condition nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from reportedly.story.claims.candidates import Pair
from reportedly.story.words.numbers import NUMBERS, SCALES, TENS
from reportedly.story.words.quantities import ABOUT, AT_LEAST, AT_MOST, agree
from reportedly.story.words.statements import Statement
from reportedly.story.words.stems import stem

Contradiction = Literal["number", "denial"]

#: Two claims are about the same thing if their vectors are so close, and such a share of their
#: words is in common (of a denial, names left out). Set by hand, high rather than low.
CLOSE: Final[dict[Contradiction, float]] = {"number": 0.55, "denial": 0.6}
COMMON: Final[dict[Contradiction, float]] = {"number": 0.4, "denial": 0.6}

#: So many words of their matter are in common at least, names among them; that the same thing is
#: counted is one more.
LEAST: Final[dict[Contradiction, int]] = {"number": 1, "denial": 2}

#: A claim is against a group if it contradicts such a share of its members.
OPPOSES: Final = 0.3

#: What says of a whole claim that it is not so; "no plan to sell" denies "plans to sell".
NEGATORS: Final = re.compile(
    r"\b(?:not?|never|nobody|none|nothing|neither|nor|without|refuse[sd]?|fail(?:s|ed)?)\b(?!,)"
    r"|n[’']t\b",
    re.IGNORECASE,
)

#: What makes a claim hang on something else, so that its denial is another matter.
CONDITIONAL: Final = re.compile(
    r"\b(?:if|unless|until|only|without|whether|before|provided|no longer)\b", re.IGNORECASE
)

#: Words of numbers and of how exact they are.
_MEASURES: Final = frozenset(
    stem(word)
    for table in (NUMBERS, TENS, " ".join(SCALES), AT_LEAST, AT_MOST, ABOUT, "per cent percent")
    for word in table.replace("|", " ").split()
)

#: What begins with a digit is a number too.
_UNCOUNTED: Final = re.compile(r"^\d")


def contradiction(one: Statement, other: Statement, closeness: float) -> Contradiction | None:
    """Why two statements cannot both be so, if that can be told.

    Args:
        one: a statement.
        other: another.
        closeness: the cosine of their vectors.

    >>> from datetime import date
    >>> from reportedly.story.words.quantities import quantities_in
    >>> def said(words):
    ...     content = frozenset(words.lower().split())
    ...     return Statement(words, frozenset(), frozenset(), content, "positive", None,
    ...                      frozenset(map(stem, content)), content, tuple(quantities_in(words)))
    >>> contradiction(said("17 sailors were hurt"), said("11 sailors were hurt"), 0.9)
    'number'
    >>> contradiction(said("17 sailors were hurt"), said("no sailors were hurt"), 0.9)
    'denial'
    """
    if _about_the_same(one, other, closeness, "denial") and _denied(one) != _denied(other):
        return "denial"
    return "number" if other_number(one, other, closeness) else None


def opposes(one: Statement, members: Sequence[tuple[Statement, float]]) -> bool:
    """Whether a statement contradicts a group of statements that say the same.

    Args:
        one: a statement.
        members: those of the group, each with the closeness of its vector to that of the statement.
    """
    found = sum(contradiction(one, other, closeness) is not None for other, closeness in members)
    return found > 0 and found >= OPPOSES * len(members)


def opposing(
    statements: Sequence[Statement], pairs: Iterable[Pair], groups: Iterable[Sequence[int]]
) -> list[list[int]]:
    """For each group of statements, those that contradict it.

    Args:
        statements: of all reports.
        pairs: the `candidates` among them; others are not compared.
        groups: statements that say the same.
    """
    against: defaultdict[int, set[int]] = defaultdict(set)
    for one, other, closeness in pairs:
        if contradiction(statements[one], statements[other], closeness) is not None:
            against[one].add(other)
            against[other].add(one)
    found = []
    for group in groups:
        times = Counter(other for one in group for other in against[one])
        found.append(sorted(one for one, n in times.items() if n >= OPPOSES * len(group)))
    return found


def other_number(one: Statement, other: Statement, closeness: float) -> bool:
    """Whether two statements give another number for the same quantity."""
    return _differ(one, other) and _about_the_same(one, other, closeness, "number")


def _about_the_same(
    one: Statement, other: Statement, closeness: float, kind: Contradiction
) -> bool:
    if closeness < CLOSE[kind]:
        return False
    mine, theirs = (_matter(side) for side in (one, other))
    if len(mine & theirs) < LEAST[kind]:
        return False
    if kind == "number":  # it may stand in a longer claim
        return len(mine & theirs) >= COMMON[kind] * min(len(mine), len(theirs))
    if any(CONDITIONAL.search(side.words) for side in (one, other)):
        return False
    # A denial is of all that the other says; whom it is said of is no part of that.
    names = {stem(name) for name in one.names | other.names}
    mine, theirs = mine - names, theirs - names
    return len(mine & theirs) >= max(1, COMMON[kind] * max(len(mine), len(theirs)))


def _matter(statement: Statement) -> frozenset[str]:
    """What a statement is about: its words without quantities and negations."""
    counted = {stem(one.unit) for one in statement.quantities}
    return frozenset(
        word
        for word in statement.stems - counted - _MEASURES
        if not _UNCOUNTED.search(word) and not NEGATORS.fullmatch(word)
    )


def _denied(statement: Statement) -> bool:
    # Not by the polarity: what denies the claim may stand outside its words.
    return bool(NEGATORS.search(statement.words))


def _differ(one: Statement, other: Statement) -> bool:
    """Whether a quantity that both have differs, and none is the same."""
    units = {q.unit for q in one.quantities} & {q.unit for q in other.quantities}
    found = [
        (
            [q for q in one.quantities if q.unit == unit],
            [q for q in other.quantities if q.unit == unit],
        )
        for unit in units - {""}
    ]
    # Of several numbers of one kind it cannot be told which goes with which.
    single = [(mine[0], theirs[0]) for mine, theirs in found if len(mine) == len(theirs) == 1]
    return bool(single) and not any(agree(mine, theirs) for mine, theirs in single)
