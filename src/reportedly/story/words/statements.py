"""A claim of a report → what it says, in words that can be compared with those of other reports.

In: a `Report` and a claim. Out: a `Statement`: the claim's words with names in the place of
pronouns, the names, numbers and quantities in them, the words of the sentence around, and when it
was said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.ledger import Claim, Polarity, Span, Spans
from reportedly.reading.naming.pronouns import pronoun
from reportedly.story.report import Report
from reportedly.story.words.common import COMMON
from reportedly.story.words.numbers import numbers_in
from reportedly.story.words.quantities import Quantity, quantities_in
from reportedly.story.words.stems import stem

_TOKEN: Final = re.compile(r"\w+(?:[’'.-]\w+)*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_POSSESSIVES: Final = frozenset(["his", "her", "its", "their", "my", "our", "your", "whose"])


class Statement(NamedTuple):
    """What a claim says; ``names`` and ``content`` are words in lower case.

    ``stems`` are those of its content, ``around`` those of the sentences that it stands in.
    """

    words: str
    names: frozenset[str]
    numbers: frozenset[float]
    content: frozenset[str]
    polarity: Polarity
    day: date | None
    stems: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    quantities: tuple[Quantity, ...] = ()


def statement_of(report: Report, claim: Claim) -> Statement:
    """What a claim of a report says."""
    words = _resolved(report, claim.spans)
    published = report.ledger.article.published
    return Statement(
        words=words,
        names=frozenset(_names(words)),
        numbers=frozenset(numbers_in(words)),
        content=frozenset(_content(words)),
        polarity=claim.polarity,
        day=date.fromisoformat(published) if published else None,
        stems=stems_of(words),
        around=_stems_around(report, claim),
        quantities=tuple(quantities_in(words)),
    )


def names_at(report: Report, spans: Spans) -> frozenset[str]:
    """The names in some words of a report, those among them that pronouns stand for."""
    return frozenset(_names(_resolved(report, spans)))


def stems_of(words: str) -> frozenset[str]:
    """The stems of the words that tell something."""
    return frozenset(map(stem, _content(words)))


def _stems_around(report: Report, claim: Claim) -> frozenset[str]:
    """The stems of the sentences that a claim stands in."""
    found: frozenset[str] = frozenset()
    return found.union(*(_stems_at(report, one) for one in report.sentences_around(claim.spans)))


@lru_cache(maxsize=1024)
def _stems_at(report: Report, span: Span) -> frozenset[str]:
    return stems_of(report.text[slice(*span)])


def _resolved(report: Report, spans: Spans) -> str:
    """Some words of a report, with the names of actors in the place of pronouns."""
    pieces = []
    named = pronouns_of(report)
    starts = [span[0] for span, _ in named]
    text = report.text
    for start, end in spans:
        place = start
        for (first, last), name in named[bisect_left(starts, start) : bisect_left(starts, end)]:
            if last <= end and first >= place:
                pieces += [text[place:first], name]
                place = last
        pieces += [text[place:end], " "]
    return " ".join("".join(pieces).split())


@lru_cache(maxsize=64)
def pronouns_of(report: Report) -> list[tuple[Span, str]]:
    """Where pronouns stand for actors, and the words to read in their place, in order."""
    text = report.text
    found = []
    for actor in report.ledger.actors:
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
        word = _bare(match[0])
        follows = number + 1 < len(tokens) and tokens[number + 1][0][:1].isupper()
        if word[:1].isupper() and (number or follows) and word.lower() not in COMMON:
            yield word.lower()


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _content(words: str) -> Iterator[str]:
    for match in _TOKEN.finditer(words):
        word = _bare(match[0].lower())
        if word not in COMMON:
            yield word
