"""A claim of a report → what it says, in words that can be compared with those of other reports.

In: a `Report` and a claim. Out: a `Statement`: the claim's words with names in the place of
pronouns, the names and the numbers in them, and when it was said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.ledger import Claim, Ledger, Polarity, Span
from reportedly.reading.naming.pronouns import pronoun
from reportedly.story.report import Report

#: Small numbers in words (AP Stylebook: those below ten are spelled out), and dozens.
NUMBERS: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty
"""
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
SCALES: Final = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

#: Words that are said of anything: two claims are no closer for sharing them.
COMMON: Final = """
a about after all also an and any are as at be been but by can could did do does for from had has
have he her his i if in into is it its may more most no not of on or our over she so some than that
the their them then there they this to was we were what when which who will with would you your
"""

_COMMON: Final = frozenset(COMMON.split())
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
_TOKEN: Final = re.compile(r"\w+(?:[’'.-]\w+)*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_POSSESSIVES: Final = frozenset(["his", "her", "its", "their", "my", "our", "your", "whose"])


class Statement(NamedTuple):
    """What a claim says; ``names`` and ``content`` are words in lower case."""

    words: str
    names: frozenset[str]
    numbers: frozenset[float]
    content: frozenset[str]
    polarity: Polarity
    day: date | None


def statement_of(report: Report, claim: Claim) -> Statement:
    """What a claim of a report says."""
    words = _resolved(report.ledger, claim)
    published = report.ledger.article.published
    return Statement(
        words=words,
        names=frozenset(_names(words)),
        numbers=frozenset(numbers_in(words)),
        content=frozenset(_content(words)),
        polarity=claim.polarity,
        day=date.fromisoformat(published) if published else None,
    )


def numbers_in(words: str) -> Iterator[float]:
    """The numbers in some words, in digits or spelled out.

    >>> list(numbers_in("Two of 1,250 sailors want 3.5 million crowns, or twenty each."))
    [2.0, 1250.0, 3500000.0, 20.0]
    """
    for match in _NUMBER.finditer(words):
        digits = match["digits"]
        value = float(digits.replace(",", "")) if digits else _VALUES[match["word"].lower()]
        scale = _SCALE.match(words, match.end())
        yield value * SCALES[scale["scale"].lower()] if scale else value


def _resolved(ledger: Ledger, claim: Claim) -> str:
    """The words of a claim, with the names of actors in the place of pronouns."""
    pieces = []
    named = pronouns_of(ledger)
    starts = [span[0] for span, _ in named]
    for start, end in claim.spans:
        place = start
        for (first, last), name in named[bisect_left(starts, start) : bisect_left(starts, end)]:
            if last <= end and first >= place:
                pieces += [ledger.article.text[place:first], name]
                place = last
        pieces += [ledger.article.text[place:end], " "]
    return " ".join("".join(pieces).split())


@lru_cache(maxsize=64)
def pronouns_of(ledger: Ledger) -> list[tuple[Span, str]]:
    """Where pronouns stand for actors, and the words to read in their place, in order."""
    text = ledger.article.text
    found = []
    for actor in ledger.actors:
        for start, end in actor.mentions:
            word = text[start:end].lower()
            if actor.name and pronoun(word) is not None and pronoun(actor.name) is None:
                own = f"{actor.name}’s" if word in _POSSESSIVES else actor.name
                found.append(((start, end), own))
    return sorted(found)


def _names(words: str) -> Iterator[str]:
    """Words in capitals, the first word of all only if it is one of several."""
    tokens = list(_TOKEN.finditer(words))
    for number, match in enumerate(tokens):
        word = _POSSESSIVE.sub("", match[0])
        follows = number + 1 < len(tokens) and tokens[number + 1][0][:1].isupper()
        if word[:1].isupper() and (number or follows) and word.lower() not in _COMMON:
            yield word.lower()


def _content(words: str) -> Iterator[str]:
    for match in _TOKEN.finditer(words):
        word = _POSSESSIVE.sub("", match[0].lower())
        if word not in _COMMON:
            yield word
