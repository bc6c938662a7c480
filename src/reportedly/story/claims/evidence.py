"""Two statements → what speaks for their saying the same, and what against it.

In: `Statement`s, how close their vectors are, and how much each word tells. Out: `Evidence`, in
figures that `reportedly.story.claims.matching` weighs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.story.claims.contradictions import other_number
from reportedly.story.words.statements import Statement


class Evidence(NamedTuple):
    """What speaks for two claims saying the same, or against it."""

    closeness: float
    """Cosine of the vectors."""
    words: float
    """Words in common, the rarer the weightier, as a share of those of both (Dice 1945)."""
    sentences: float
    """The same of the sentences that they stand in."""
    numbers: float
    """Numbers in common, as a share of those of both."""
    other_number: float
    """1 if they give another number for the same quantity."""
    denied: float
    """1 if one is denied and the other is not."""


@dataclass(frozen=True)
class Rarity:
    """How much each word tells: one that few reports of a story have tells more.

    Inverse document frequency (Spärck Jones 1972), the report being the document. Without any
    report all words tell alike.

    Args:
        reports: how many reports have each word.
        all: how many reports there are.

    >>> rarity = Rarity(Counter({"ferry": 9, "sink": 1}), 9)
    >>> round(rarity("ferry"), 2), round(rarity("sink"), 2), Rarity()("ferry")
    (0.02, 0.82, 1.0)
    """

    reports: Counter[str] = field(default_factory=Counter)
    all: int = 0
    _weights: dict[str, float] = field(default_factory=dict, compare=False, repr=False)
    _totals: dict[frozenset[str], float] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, word: str) -> float:
        """The weight of a word: 1 for one that hardly any report has, near 0 for one of all."""
        if not self.all:
            return 1.0
        if word not in self._weights:
            share = (self.all + 1) / (self.reports[word] + 0.5)
            self._weights[word] = math.log(share) / math.log(self.all + 1)
        return self._weights[word]

    def common(self, mine: frozenset[str], theirs: frozenset[str]) -> float:
        """What two sets of words have in common, as a share of both (Dice 1945)."""
        both = mine & theirs
        return 2 * sum(map(self, both)) / (self._total(mine) + self._total(theirs)) if both else 0.0

    def _total(self, words: frozenset[str]) -> float:
        total = self._totals.get(words)
        if total is None:
            total = self._totals[words] = sum(map(self, words))
        return total

    @classmethod
    def of(cls, statements: Sequence[Statement], reports: Sequence[int]) -> Rarity:
        """How rare each word is among the reports of some statements."""
        words: dict[int, set[str]] = {}
        for statement, report in zip(statements, reports, strict=True):
            words.setdefault(report, set()).update(statement.around, statement.stems)
        return cls(Counter(word for own in words.values() for word in own), len(words))


def evidence(
    one: Statement, other: Statement, closeness: float, rarity: Rarity | None = None
) -> Evidence:
    """What there is to compare.

    Args:
        one: a statement.
        other: another.
        closeness: the cosine of their vectors.
        rarity: how much each word tells; all the same if it is not given.
    """
    weigh = rarity or Rarity()
    numbers = one.numbers | other.numbers
    return Evidence(
        closeness=closeness,
        words=weigh.common(one.stems, other.stems),
        sentences=weigh.common(one.around, other.around),
        numbers=len(one.numbers & other.numbers) / max(1, len(numbers)),
        other_number=float(other_number(one, other, closeness)),
        denied=float({one.polarity, other.polarity} == {"positive", "negative"}),
    )
