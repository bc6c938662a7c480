"""Claims of several reports → which of them say the same.

In: statements and their vectors. Out: for two of them a `Match`, with what spoke for and against
it; for all of them, groups. What counts, and how much, was learned from pairs that people compared
(``docs/pairs.md``): claims that are the same, or of which one follows from the other, belong to one
group.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple

import msgspec
import numpy as np

from reportedly.story.embedding import MODELS, Vectors
from reportedly.story.statements import Statement

#: Claims whose vectors are less close are never compared further: of the pairs of train that are
#: the same or entail each other all but 2 % are closer.
CLOSE_ENOUGH: Final = 0.5

#: A claim joins a group if it is this likely to say the same as the rest of it, on average.
JOINS: Final = 0.5


class Evidence(NamedTuple):
    """What speaks for two claims saying the same, or against it."""

    closeness: float
    """Cosine of the vectors."""
    words: float
    """Words in common that are no names, as a share of those of the claim with fewer of them."""
    other_numbers: float
    """1 if both have numbers, and none in common."""
    denied: float
    """1 if one is denied and the other is not."""


class Decision(msgspec.Struct, frozen=True):
    """How much each piece of evidence weighs: a logistic regression."""

    weights: tuple[float, ...]
    intercept: float

    @classmethod
    @cache
    def learned(cls) -> Decision:
        """What was learned from compared pairs."""
        return msgspec.json.decode((MODELS / "sentences" / "weights.json").read_bytes(), type=cls)

    def __call__(self, found: Evidence) -> float:
        """The chance that two claims say the same.

        >>> Decision((1.0,) * len(Evidence._fields), 0.0)(Evidence(0, 0, 0, 0))
        0.5
        """
        score = self.intercept + sum(w * x for w, x in zip(self.weights, found, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def shares(self, found: Evidence) -> dict[str, float]:
        """How much each piece of evidence spoke for the two being the same, in log-odds."""
        parts = zip(Evidence._fields, self.weights, found, strict=True)
        return {name: weight * value for name, weight, value in parts}


class Match(NamedTuple):
    """How likely it is that two claims say the same, and why."""

    chance: float
    evidence: Evidence


def evidence(one: Statement, other: Statement, closeness: float) -> Evidence:
    """What there is to compare.

    Args:
        one: a statement.
        other: another.
        closeness: the cosine of their vectors.
    """
    mine, theirs = (side.content - side.names for side in (one, other))
    numbers = bool(one.numbers and other.numbers)
    return Evidence(
        closeness=closeness,
        words=len(mine & theirs) / max(1, min(len(mine), len(theirs))),
        other_numbers=float(numbers and not one.numbers & other.numbers),
        denied=float({one.polarity, other.polarity} == {"positive", "negative"}),
    )


def match(one: Statement, other: Statement, closeness: float, decide: Decision) -> Match:
    """How likely two statements are to say the same."""
    found = evidence(one, other, closeness)
    return Match(decide(found), found)


def groups(
    statements: Sequence[Statement],
    vectors: Vectors,
    decide: Decision,
    reports: Sequence[int],
) -> list[list[int]]:
    """Statements that say the same, together; each in one group, most in one of its own.

    The two groups that are likeliest to be one are joined, as long as their statements are likely
    enough to say the same on average (average-link clustering; Sokal & Michener 1958).

    Args:
        statements: of all reports.
        vectors: theirs, in the same order.
        decide: how evidence becomes a chance.
        reports: the report of each; one report's claims are never compared with each other, as it
            would not say the same twice.
    """
    links: _Links = defaultdict(dict)
    for i, j, closeness in _close(vectors, reports):
        chance = match(statements[i], statements[j], closeness, decide).chance
        links[i][j] = links[j][i] = (chance, 1)
    return _joined(len(statements), links)


_Links = defaultdict[int, dict[int, tuple[float, int]]]
"""For each group the sum of the chances that join it to another one, and how many there are."""


def _close(vectors: Vectors, reports: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """The pairs of statements of two reports whose vectors are close enough, and how close."""
    for i in range(1, len(vectors)):
        close = vectors[:i] @ vectors[i]
        for j in np.flatnonzero(close >= CLOSE_ENOUGH).tolist():
            if reports[i] != reports[j]:
                yield i, j, float(close[j])


def _joined(count: int, links: _Links) -> list[list[int]]:
    """Groups, the two that are likeliest to be one joined first.

    Pairs that were not close enough to be compared count as unlike.
    """
    members = {number: [number] for number in range(count)}
    heap = [
        (-chance, i, j, 1, 1)
        for i, own in links.items()
        for j, (chance, _) in own.items()
        if i < j and chance >= JOINS
    ]
    heapify(heap)
    while heap:
        _, i, j, size, other = heappop(heap)
        if i not in members or j not in members:
            continue
        if (len(members[i]), len(members[j])) != (size, other):
            continue  # one of them has grown since
        members[i] += members.pop(j)
        for k, (chances, pairs) in links.pop(j).items():
            del links[k][j]
            if k != i:
                before = links[i].get(k, (0.0, 0))
                links[i][k] = links[k][i] = (before[0] + chances, before[1] + pairs)
        for k, (chances, _) in links[i].items():
            average = chances / (len(members[i]) * len(members[k]))
            if average >= JOINS:
                heappush(heap, (-average, i, k, len(members[i]), len(members[k])))
    return sorted(sorted(own) for own in members.values())
