"""A claim of a report → the quantities in it: how many of what, in which words.

In: a `Report` and a claim. Out: `Quantity`s, with what the clause around each number says. Two are
of the same thing if their units are the same and their clauses say much the same but for numbers.
Dates and years are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.ledger import Claim, Span
from reportedly.story.report import Report
from reportedly.story.words.numbers import NUMBERS, SCALES, TENS
from reportedly.story.words.statements import COMMON

#: Words that make a number less than exact ("approximators" of grammars).
APPROXIMATORS: Final = frozenset(
    ["about", "around", "roughly", "approximately", "nearly", "almost", "some", "perhaps", "circa"]
)
#: Words that make it a bound; two bounds, or a bound and a number, may both be right.
BOUNDS: Final = frozenset(
    ["least", "most", "than", "over", "under", "up", "between", "below", "above", "to", "and"]
)
#: Where a clause begins: another one may have a quantity of its own.
CLAUSES: Final = (
    "after although because but if only that though unless when where whether which while"
)

MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
#: A plain number of this kind is a year.
_YEAR: Final = re.compile(r"(?:19|20)\d\d")

#: How much larger one of two numbers may be that are of one thing: a slip of a digit or a recount
#: stays below; the jobs at a plant and those that it cuts often do not.
APART: Final = 2.5

_VALUES: Final = {
    **{word: float(n) for n, word in enumerate(NUMBERS.split())},
    **{word: 10.0 * n for n, word in enumerate(TENS.split(), start=2)},
}
_NUMBER: Final = re.compile(
    r"(?<![\w.])(?P<sign>[$€£]\s?)?"
    r"(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|\b(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b)(?![\w%]*\d)"
    rf"(?:[\s-]+(?P<scale>{'|'.join(SCALES)})\b)?"
    r"(?P<unit>\s?%|\s+per\s+cent|(?:\s+of\s+the\s+[\d,]+)?(?:[\s-]+(?!of\b|in\b|at\b)[a-z’'-]+){1,3})?",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"^\s+of\s+the\s+[\d,]+")
_DATED: Final = re.compile(rf"\s*(?:st|nd|rd|th)?\s*(?:of\s+)?(?:{MONTHS})\b")
_PAST: Final = re.compile(r"\s+\w+\s+(?:ago|earlier|later|before)\b")  # "two years ago" is a date
_MONTH_BEFORE: Final = re.compile(rf"(?:{MONTHS})\s+$")
_WORD: Final = re.compile(r"[\w’'-]+")
_BOUNDARY: Final = re.compile(rf"[;:()—]|,\s|\b(?:{'|'.join(CLAUSES.split())})\b", re.IGNORECASE)
_COMMON: Final = frozenset(COMMON.split())


class Quantity(NamedTuple):
    """So many of something, as a claim of a report puts it.

    ``unit`` is what is counted, in lower case and the singular, empty if the clause does not say;
    ``clause`` is what the clause says, without number and unit; ``exact`` is false for "about 40"
    and "at least 40", ``vague`` true for the former.
    """

    claim: Claim
    span: Span
    value: float
    unit: str
    clause: str
    exact: bool
    vague: bool


@lru_cache(maxsize=4096)
def quantities(report: Report, claim: Claim) -> tuple[Quantity, ...]:
    """The quantities of a claim, in order.

    >>> from reportedly.ledger import Article, Ledger, ModelInfo
    >>> text = "The port sold 14 cranes on 3 May for about 2 million crowns."
    >>> claim = Claim(id="C1", spans=((0, len(text)),))
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text=text))
    >>> [(one.value, one.unit, one.exact) for one in quantities(Report(1, ledger), claim)]
    [(14.0, 'crane', True), (2000000.0, 'crown', False)]
    """
    return tuple(one for span in claim.spans for one in _within(report, claim, span))


def _within(report: Report, claim: Claim, span: Span) -> Iterator[Quantity]:
    start, end = span
    words = report.text[start:end]
    for match in _NUMBER.finditer(words):
        plain = match["value"]
        after = match.end("scale") if match["scale"] else match.end("value")
        if (
            _PAST.match(words, after)
            or _DATED.match(words, after)
            or _MONTH_BEFORE.search(words[: match.start()])
        ):
            continue
        unit = _unit(match["unit"] or "")
        if match["sign"]:
            unit = match["sign"].strip()
        elif not match["scale"] and (_YEAR.fullmatch(plain) or plain.lower() in {"zero", "one"}):
            continue
        before = [word.lower() for word in _WORD.findall(words[: match.start()])[-2:]]
        clause = _clause(words, match.start(), after)
        yield Quantity(
            claim=claim,
            span=(start + match.start(), start + after),
            value=_value(match),
            unit=unit,
            clause=clause,
            vague=not APPROXIMATORS.isdisjoint(before[-1:]),
            exact=not (APPROXIMATORS | BOUNDS).intersection(before[-1:]),
        )


def _unit(words: str) -> str:
    """What is counted: the first noun that looks like a plural, else the first word."""
    if words.strip() in {"%", "per cent"} or re.fullmatch(r"\s+per\s+cent", words):
        return "%"
    for word in _WORD.findall(_PART.sub("", words.lower())):
        if word in _COMMON:
            return ""
        if word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s")):
            return _singular(word)
    return ""


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def _clause(words: str, start: int, end: int) -> str:
    """The clause around a number, with the number left out."""
    first = max((m.end() for m in _BOUNDARY.finditer(words, 0, start)), default=0)
    following = _BOUNDARY.search(words, end)
    last = following.start() if following else len(words)
    return f"{words[first:start].rstrip()} some{words[end:last]}".strip()


def numbers(words: str) -> Iterator[tuple[Span, float]]:
    """The numbers in some words, with where each stands.

    >>> list(numbers("14 million crowns, not 12"))
    [((0, 10), 14000000.0), ((23, 25), 12.0)]
    """
    for match in _NUMBER.finditer(words):
        after = match.end("scale") if match["scale"] else match.end("value")
        yield (match.start(), after), _value(match)


def _value(match: re.Match[str]) -> float:
    plain = match["value"].lower()
    value = _VALUES[plain] if plain in _VALUES else float(plain.replace(",", ""))
    return value * SCALES[match["scale"].lower()] if match["scale"] else value


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether two values of one quantity cannot both be right.

    "About 40" and 41 can, "about 40" and 52 cannot.
    """
    low, high = sorted((one.value, other.value))
    if not low or high > APART * low:
        return False
    return high > (1.0 if one.exact and other.exact else 1.1) * low
