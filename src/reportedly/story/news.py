"""A story before and after more reports came → what they brought.

In: the same story put together twice. Out: `News`: which claims stand otherwise now, and which
copies, inflations, shifts and conflicts are new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from reportedly.story.claims.status import Status
from reportedly.story.story import (
    Change,
    Inflation,
    ReportEntry,
    Story,
    StoryClaim,
    StoryCopy,
    Telling,
)

_Pair = TypeVar("_Pair", Change, Inflation)


class Support(NamedTuple):
    """How well a claim was borne out: its status, and the number of its origins."""

    status: Status
    low: int
    high: int


class Moved(NamedTuple):
    """A claim that was told before, how it stood then, and how it stands now."""

    claim: StoryClaim
    before: Support
    after: Support


class News(NamedTuple):
    """What reports brought.

    ``fresh`` counts the claims that nobody made before; ``moved`` are those that were made before,
    are told or contradicted by one of the reports, and stand otherwise now.
    """

    reports: tuple[ReportEntry, ...]
    fresh: int
    moved: tuple[Moved, ...]
    copies: tuple[StoryCopy, ...]
    inflations: tuple[Inflation, ...]
    shifts: tuple[Change, ...]
    conflicts: tuple[Change, ...]


def news(before: Story, after: Story) -> News:
    """What came into a story.

    >>> from reportedly.story.quotes import Quote
    >>> def story(*reports, low):
    ...     quotes = [Quote(report=n, entry="C1", spans=((0, 4),), words="Rain") for n in reports]
    ...     tellings = tuple(Telling(quote=quote) for quote in quotes)
    ...     claim = StoryClaim(id="G1", words="Rain", tellings=tellings, low=low, high=low,
    ...                        status="corroborated" if low > 1 else "single named source",
    ...                        because="")
    ...     entries = tuple(ReportEntry(number=n, article=n) for n in reports)
    ...     return Story(name="weather", reports=entries, claims=(claim,))
    >>> found = news(story(1, low=1), story(1, 2, low=2))
    >>> [report.number for report in found.reports], found.fresh
    ([2], 0)
    >>> [(one.before.status, one.after.status) for one in found.moved]
    [('single named source', 'corroborated')]
    """
    known = {one.number for one in before.reports}
    articles = {one.number: one.article for one in after.reports}
    concerned = {one.article for one in after.reports if one.number not in known}
    there = {_place(telling): claim for claim in before.claims for telling in claim.tellings}
    fresh, moved = 0, []
    for claim in after.claims:
        old = [there[place] for place in map(_place, claim.tellings) if place in there]
        if not old:
            fresh += 1
            continue
        then = _standing(max(old, key=lambda one: len(one.tellings)))
        if then != _standing(claim) and not concerned.isdisjoint(_articles(claim, articles)):
            moved.append(Moved(claim, then, _standing(claim)))
    return News(
        reports=tuple(one for one in after.reports if one.number not in known),
        fresh=fresh,
        moved=tuple(sorted(moved, key=lambda one: -len(one.claim.tellings))),
        copies=tuple(one for one in after.copies if one.later not in known),
        inflations=_new(before.inflations, after.inflations),
        shifts=_new(before.shifts, after.shifts),
        conflicts=_new(before.conflicts, after.conflicts),
    )


def _place(telling: Telling) -> tuple[int, str | None]:
    quote = telling.quote
    return quote.report, quote.entry


def _articles(claim: StoryClaim, articles: Mapping[int, int]) -> set[int]:
    """The articles that tell a claim or the opposite of it."""
    quotes = [*(one.quote for one in claim.tellings), *claim.against]
    return {articles[quote.report] for quote in quotes}


def _standing(claim: StoryClaim) -> Support:
    return Support(claim.status, claim.low, claim.high)


def _new(before: Iterable[_Pair], after: Iterable[_Pair]) -> tuple[_Pair, ...]:
    """Those whose two quotations did not stand side by side before."""
    known = {(one.before, one.after) for one in before}
    return tuple(one for one in after if (one.before, one.after) not in known)
