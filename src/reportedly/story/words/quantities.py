"""Words → the quantities in them: how many of what, and how exactly.

In: the words of a claim. Out: `Quantity`s: a value, what it counts, and whether the words say that
it is exact. Days and years are none: "1 July" is a date; neither is "one", which mostly counts
nothing ("one of them").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from reportedly.ledger import Span
from reportedly.story.words.common import COMMON
from reportedly.story.words.numbers import Number, numbers

#: Words before a number by which it is a bound, or no exact one (the "approximators" of grammars:
#: Quirk et al. 1985, § 8.111); collected by hand.
AT_LEAST: Final = "at least|more than|over|above|no fewer than|no less than|upwards of|minimum of"
AT_MOST: Final = "at most|up to|fewer than|less than|under|no more than|as many as|below"
ABOUT: Final = (
    "about|around|some|nearly|almost|roughly|approximately|perhaps|circa|between|close to"
)

#: How far from each other two numbers may be, as a share of the greater one, that "about" joins.
NEAR: Final = 0.1

#: Months, and how the AP shortens them.
MONTHS: Final = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
)

#: Where a clause begins: another one may have a quantity of its own.
CLAUSES: Final = (
    "after although because but if only that though unless when where whether which while"
)

#: What the unit of a share is called, and of how many words at most a unit is one.
PERCENT: Final = "%"
LONGEST_UNIT: Final = 3

Exactness = Literal["exactly", "about", "at least", "at most"]

_BOUND: Final = re.compile(
    rf"\b(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT}))\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"\s*(?:\b(?:to|and|or)\b|[–-])\s*", re.IGNORECASE)  # "10 to 12"
_MONTH_BEFORE: Final = re.compile(rf"(?:{MONTHS}),?\s+$")
_MONTH_AFTER: Final = re.compile(rf"\s*(?:st|nd|rd|th)?\s*(?:of\s+)?(?:{MONTHS})(?!\w)")
_PAST: Final = re.compile(r"\s+\w+\s+(?:ago|earlier|later|before)\b")  # "two years ago" is a date
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_UNCOUNTED: Final = frozenset(["zero", "one"])
_PERCENT: Final = re.compile(r"\s*(?:%|per\s?cent\b|percentage points?\b)", re.IGNORECASE)
_OF: Final = re.compile(r"\s+of\s+(?:the|its|their|those|these)\b(?:\s+[\d,]+)?", re.IGNORECASE)
_UNIT: Final = re.compile(rf"(?:[\s-]+[a-z’'-]+){{1,{LONGEST_UNIT}}}", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w’'-]+")
_BOUNDARY: Final = re.compile(rf"[;:()—]|,\s|\b(?:{'|'.join(CLAUSES.split())})\b", re.IGNORECASE)


class Quantity(NamedTuple):
    """So many of something.

    ``unit`` is what is counted, in lower case and the singular: a noun, "%" or the sign of a
    currency, or empty if the words do not say; ``span`` is where the number stands in them.
    """

    value: float
    unit: str
    exactness: Exactness = "exactly"
    span: Span = (0, 0)


def quantities_in(words: str) -> Iterator[Quantity]:
    """The quantities in some words, in order.

    >>> for one in quantities_in("At least 40 new cranes cost 3.5 million crowns by 4 May 2025."):
    ...     print(one.value, one.unit, one.exactness)
    40.0 crane at least
    3500000.0 crown exactly
    """
    reached = 0
    for one in numbers(words):
        start, end = one.span
        ranges = bool(reached and _RANGE.fullmatch(words, reached, start))
        reached = end
        if not _is_date(one, words):
            exactness = "about" if ranges else _exactness(words[:start])
            yield Quantity(one.value, one.sign or _unit(words, end), exactness, one.span)


def _is_date(one: Number, words: str) -> bool:
    """Whether a number is of a day or a year, or counts nothing."""
    start, end = one.span
    if _PAST.match(words, end) or _MONTH_AFTER.match(words, end):
        return True
    if _MONTH_BEFORE.search(words[:start]):
        return True
    bare = not (one.scaled or one.sign or _PERCENT.match(words, end))
    return bare and (one.plain in _UNCOUNTED or bool(_YEAR.fullmatch(one.plain)))


def _unit(words: str, end: int) -> str:
    """What is counted: the first of the next words that looks like a plural."""
    if _PERCENT.match(words, end):
        return PERCENT
    of = _OF.match(words, end)
    following = _UNIT.match(words, of.end() if of else end)
    for word in _WORD.findall(following[0].lower()) if following else ():
        if word in COMMON:
            return ""
        if word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s")):
            return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return ""


def _exactness(before: str) -> Exactness:
    bound = _BOUND.search(before)
    if bound is None:
        return "exactly"
    return "at least" if bound["least"] else "at most" if bound["most"] else "about"


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of the same thing can both be so.

    >>> forty, about = Quantity(40, "sailor", "at least"), Quantity(41, "sailor")
    >>> agree(forty, about), agree(about, Quantity(47, "sailor"))
    (True, False)
    """
    for mine, theirs in ((one, other), (other, one)):
        if mine.exactness == "at least" and theirs.value >= mine.value:
            return True
        if mine.exactness == "at most" and theirs.value <= mine.value:
            return True
    inexact = {one.exactness, other.exactness} != {"exactly"}
    greater = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= (NEAR * greater if inexact else 0)


def clause_around(words: str, span: Span) -> str:
    """The clause around a number, with "some" in the place of the number.

    >>> clause_around("The port, which has 14 cranes, will close.", (20, 22))
    'has some cranes'
    """
    start, end = span
    first = max((m.end() for m in _BOUNDARY.finditer(words, 0, start)), default=0)
    following = _BOUNDARY.search(words, end)
    last = following.start() if following else len(words)
    return f"{words[first:start].rstrip()} some{words[end:last]}".strip()
