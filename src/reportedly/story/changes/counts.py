"""Quantities of several reports → which of them count the same thing, and where they differ.

In: `Report`s. Out: for each thing that is counted its `Count`s, in the order of the reports. The
unit is the same, and the clauses around the numbers are alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from reportedly.story.changes.sayings import in_order
from reportedly.story.report import Report
from reportedly.story.words.quantities import Quantity, differ, quantities
from reportedly.story.words.wording import (
    ALIKE,
    ALIKE_ENOUGH,
    Wording,
    content_of,
    likeness,
    wordings,
)

#: Units of anything: that two numbers have one of them says little.
MEASURES: Final = frozenset(
    [
        "$",
        "€",
        "£",
        "%",
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "time",
        "people",
    ]
)


class Count(NamedTuple):
    """A quantity, the report that has it, and what its clause says."""

    report: Report
    quantity: Quantity
    wording: Wording

    @property
    def value(self) -> float:
        """How many."""
        return self.quantity.value


def counted(reports: Sequence[Report]) -> list[list[Count]]:
    """The things that several reports count, each with all counts of it.

    >>> from reportedly.ledger import Article, Claim, Ledger, ModelInfo
    >>> def report(number, text):
    ...     claim = Claim(id="C1", spans=((0, len(text)),))
    ...     model = ModelInfo(name="none", version="0")
    ...     article = Article(text=text)
    ...     return Report(number, Ledger(model=model, article=article, claims=(claim,)))
    >>> reports = [report(1, "Painting the bridge would take 40 days."), report(2, "He is 40."),
    ...            report(3, "It took 60 days to paint the bridge.")]
    >>> [[(one.report.number, one.value) for one in same] for same in counted(reports)]
    [[(1, 40.0), (3, 60.0)]]
    """
    of_unit: defaultdict[str, list[tuple[Report, Quantity]]] = defaultdict(list)
    for report in in_order(reports):
        for claim in report.ledger.claims:
            for one in quantities(report, claim):
                if one.unit:
                    of_unit[one.unit].append((report, one))
    return [same for unit, own in of_unit.items() for same in _same(unit, own)]


def _same(unit: str, own: Sequence[tuple[Report, Quantity]]) -> Iterator[list[Count]]:
    counts = []
    told = frozenset(content_of(unit))  # all have it: it tells none from another
    for (report, one), found in zip(own, wordings([one.clause for _, one in own]), strict=True):
        counts.append(Count(report, one, found._replace(content=found.content - told)))
    groups: list[list[Count]] = []
    for count in counts:
        near = [group for group in groups if any(_one_thing(count, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), count])
    for group in groups:
        if len({one.report.number for one in group}) > 1:
            yield sorted(group, key=lambda one: (one.report.order, one.quantity.span))


def _one_thing(one: Count, other: Count) -> bool:
    if one.report.number == other.report.number:
        return False
    if one.quantity.unit in MEASURES and len(one.wording.content & other.wording.content) < 2:
        return False
    if one.value != other.value and not differ(one.quantity, other.quantity):
        low, high = sorted((one.value, other.value))
        if high > 1.1 * low:
            return False
    enough = ALIKE if one.quantity.unit in MEASURES else ALIKE_ENOUGH
    return likeness(one.wording, other.wording) >= enough


def differing(group: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Two counts of one thing that cannot both be right, the earlier report's first."""
    for one, other in combinations(group, 2):
        if one.report.number != other.report.number and differ(one.quantity, other.quantity):
            yield one, other
