"""Quantities of several reports → which of them count the same thing, and where they differ.

In: `Report`s. Out: for each thing that is counted its `Count`s, in the order of the reports. The
unit is the same, and the clauses around the numbers are alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from reportedly.ledger import Claim, Span
from reportedly.story.changes.sayings import in_order
from reportedly.story.report import Report
from reportedly.story.words.quantities import Quantity, agree, clause_around, quantities_in
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

#: How much larger one of two numbers may be that are of one thing: a slip of a digit or a recount
#: stays below; the jobs at a plant and those that it cuts often do not.
APART: Final = 2.5


class Count(NamedTuple):
    """A quantity, the claim that has it, and what its clause says without it."""

    report: Report
    claim: Claim
    span: Span
    quantity: Quantity
    wording: Wording

    @property
    def value(self) -> float:
        """How many."""
        return self.quantity.value

    @property
    def given(self) -> str:
        """The number, in the report's own words."""
        return self.report.text[slice(*self.span)]


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
    of_unit: defaultdict[str, list[Count]] = defaultdict(list)
    for one in _counts(reports):
        of_unit[one.quantity.unit].append(one)
    return [same for own in of_unit.values() for same in _same(own)]


def _counts(reports: Sequence[Report]) -> list[Count]:
    """All quantities of something, in the order of the reports."""
    found = [
        (report, claim, span, quantity)
        for report in in_order(reports)
        for claim in report.ledger.claims
        for span in claim.spans
        for quantity in quantities_in(report.text[slice(*span)])
        if quantity.unit
    ]
    clauses = [
        clause_around(report.text[slice(*span)], quantity.span)
        for report, _, span, quantity in found
    ]
    counts = []
    for (report, claim, (start, _), quantity), wording in zip(
        found, wordings(clauses), strict=True
    ):
        first, end = quantity.span
        # All counts of one unit have it: it tells none from another.
        content = wording.content - frozenset(content_of(quantity.unit))
        own = wording._replace(content=content)
        counts.append(Count(report, claim, (start + first, start + end), quantity, own))
    return counts


def _same(counts: Sequence[Count]) -> Iterator[list[Count]]:
    groups: list[list[Count]] = []
    for count in counts:
        near = [group for group in groups if any(_one_thing(count, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), count])
    for group in groups:
        if len({one.report.number for one in group}) > 1:
            yield sorted(group, key=lambda one: (one.report.order, one.span))


def _one_thing(one: Count, other: Count) -> bool:
    if one.report.number == other.report.number:
        return False
    if one.quantity.unit in MEASURES and len(one.wording.content & other.wording.content) < 2:
        return False
    if _far(one, other):
        return False
    enough = ALIKE if one.quantity.unit in MEASURES else ALIKE_ENOUGH
    return likeness(one.wording, other.wording) >= enough


def _far(one: Count, other: Count) -> bool:
    """Whether two values are too far from each other to be of one thing."""
    low, high = sorted((one.value, other.value))
    return high > APART * low


def differing(group: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Two counts of one thing that cannot both be right, the earlier report's first."""
    for one, other in combinations(group, 2):
        if one.report.number == other.report.number or _far(one, other):
            continue
        if not agree(one.quantity, other.quantity):
            yield one, other
