"""Words → the numbers in them, and of what they are.

In: the words of a claim. Out: `Quantity`s: a value, the noun that it counts, and whether the words
say that it is exact. Days and years are none: "1 July" is a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

#: Small numbers in words (AP Stylebook: those below ten are spelled out), and dozens.
NUMBERS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

#: Words before a number by which it is a bound, or no exact one; collected by hand.
AT_LEAST: Final = "at least|more than|over|no fewer than|no less than|upwards of|minimum of"
AT_MOST: Final = "at most|up to|fewer than|less than|under|no more than|as many as|below"
ABOUT: Final = "about|around|some|nearly|almost|roughly|approximately|between|close to"

#: How far from each other two numbers may be, as a share of the greater one, that "about" joins.
NEAR: Final = 0.1

#: Months, and how the AP shortens them.
MONTHS: Final = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
)

Exactness = Literal["exactly", "about", "at least", "at most"]

_VALUES: Final = {
    **{word: float(n) for n, word in enumerate(NUMBERS.split())},
    **{word: 10.0 * n for n, word in enumerate(TENS.split(), start=2)},
}
_NUMBER: Final = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|\b(?P<word>{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_SCALE: Final = re.compile(rf"[\s-]+(?P<scale>{'|'.join(SCALES)})\b", re.IGNORECASE)
_BOUND: Final = re.compile(
    rf"\b(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT}))\s+(?:the\s+|a\s+)?[$£€]?$",
    re.IGNORECASE,
)
_MONTH_BEFORE: Final = re.compile(rf"(?:{MONTHS}),?\s+$")
_MONTH_AFTER: Final = re.compile(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})(?!\w)")
_YEAR_BEFORE: Final = re.compile(r"\b(?:in|since|of|from|until|before|after|by)\s+$", re.IGNORECASE)
_PERCENT: Final = re.compile(r"\s*(?:%|per\s?cent\b|percentage points?\b)", re.IGNORECASE)
_NOUN: Final = re.compile(r"[\s-]+(?:of\s+(?:the\s+|its\s+|their\s+)?)?(?P<noun>[^\W\d_]{3,})")
_YEARS: Final = range(1900, 2101)


class Quantity(NamedTuple):
    """A number and what it counts; ``noun`` is the word behind it without an s, or empty."""

    value: float
    noun: str
    exactness: Exactness


def numbers_in(words: str) -> Iterator[float]:
    """The numbers in some words, in digits or spelled out.

    >>> list(numbers_in("Two of 1,250 sailors want 3.5 million crowns, or twenty each."))
    [2.0, 1250.0, 3500000.0, 20.0]
    """
    for value, _, _ in _numbers(words):
        yield value


def quantities_in(words: str) -> Iterator[Quantity]:
    """The numbers in some words that count something, dates left out.

    >>> for one in quantities_in("At least 40 sailors want 3.5 million crowns by 4 May 2025."):
    ...     print(one.value, one.noun, one.exactness)
    40.0 sailor at least
    3500000.0 crown exactly
    """
    for value, start, end in _numbers(words):
        before, after = words[:start], words[end:]
        year = value in _YEARS and (_YEAR_BEFORE.search(before) or not after[:1].isspace())
        if year or _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after):
            continue
        noun = _NOUN.match(after)
        unit = "percent" if _PERCENT.match(after) else _one(noun["noun"].lower()) if noun else ""
        yield Quantity(value, unit, _exactness(before))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of the same thing can both be so.

    >>> forty, about = Quantity(40, "sailors", "at least"), Quantity(41, "sailors", "exactly")
    >>> agree(forty, about), agree(about, Quantity(47, "sailors", "exactly"))
    (True, False)
    """
    for mine, theirs in ((one, other), (other, one)):
        if mine.exactness == "at least" and theirs.value >= mine.value:
            return True
        if mine.exactness == "at most" and theirs.value <= mine.value:
            return True
    inexact = "about" in (one.exactness, other.exactness)
    greater = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= (NEAR * greater if inexact else 0)


def _numbers(words: str) -> Iterator[tuple[float, int, int]]:
    """Each number, and where it starts and ends with its scale."""
    for match in _NUMBER.finditer(words):
        digits = match["digits"]
        value = float(digits.replace(",", "")) if digits else _VALUES[match["word"].lower()]
        scale = _SCALE.match(words, match.end())
        if scale:
            yield value * SCALES[scale["scale"].lower()], match.start(), scale.end()
        else:
            yield value, match.start(), match.end()


def _one(noun: str) -> str:
    """A noun in the singular, about: what matters is that both forms become one."""
    return noun.removesuffix("s")


def _exactness(before: str) -> Exactness:
    bound = _BOUND.search(before)
    if bound is None:
        return "exactly"
    return "at least" if bound["least"] else "at most" if bound["most"] else "about"
