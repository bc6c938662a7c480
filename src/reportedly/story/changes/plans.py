"""Several reports → plans whose date moved.

In: `Report`s and `Voices`. Out: `Dated` plans, and for each that moved the words before and after.
A plan is a claim of something still to come at a date; its date is what the ledger resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final, NamedTuple

from reportedly.ledger import Claim, Date
from reportedly.story.changes.sayings import Saying, Voices, in_order, saying_of, versions
from reportedly.story.report import Report
from reportedly.story.words.wording import ALIKE, Wording, likeness, wordings

#: Claims of these times may be of what is to come.
TO_COME: Final = frozenset(["future", "hypothetical", "present"])


class Dated(NamedTuple):
    """A plan: the claim that tells it, from when to when, and what it says but for dates.

    ``until`` of a plan that is only said not to come earlier ("not before May") is None.
    """

    report: Report
    claim: Claim
    since: str
    until: str | None
    wording: Wording

    @property
    def firm(self) -> bool:
        """Whether it is told as certain to come."""
        return self.claim.certainty != "possible" and not self.claim.hearsay


class Moved(NamedTuple):
    """A plan that was moved from one date to another."""

    before: Saying
    after: Saying
    change: str
    sure: float


def plans(reports: Sequence[Report]) -> list[Dated]:
    """What is planned for when, in the order of the reports.

    >>> from reportedly.ledger import Article, Ledger, ModelInfo
    >>> text = "The bridge will open on 3 May."
    >>> day = Date(span=(21, 29), start="2025-05-03", end="2025-05-03")
    >>> claim = Claim(id="C1", spans=((0, len(text)),), time="future", dates=(day,))
    >>> article = Article(text=text, published="2025-04-01")
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=article, claims=(claim,))
    >>> [(one.since, one.until, one.wording.words) for one in plans([Report(1, ledger)])]
    [('2025-05-03', '2025-05-03', 'The bridge will open .')]
    """
    found = []
    for report in in_order(reports):
        published = report.ledger.article.published
        for claim in report.ledger.claims:
            if claim.time not in TO_COME or not published:
                continue
            dates = [when for day in claim.dates if (when := _when(claim, day)) is not None]
            dates = [when for when in dates if (when[1] or when[0]) > published]
            # A claim with two dates to come does not say which of them is the plan's.
            if len(dates) == 1:
                found.append((report, claim, dates[0], without_dates(report, claim)))
    words = wordings([words for *_, words in found])
    return [
        Dated(report, claim, *when, wording)
        for (report, claim, when, _), wording in zip(found, words, strict=True)
    ]


def _when(claim: Claim, day: Date) -> tuple[str, str | None] | None:
    """From when to when a plan is dated, the end open where only a beginning is told."""
    if claim.polarity == "negative":  # "not before May": the end of what is ruled out
        if day.start is None and day.end is not None:
            following = date.fromisoformat(day.end) + timedelta(days=1)
            return following.isoformat(), None
        return None
    if day.start is None and day.end is None:
        return None
    return day.start or day.end or "", day.end or day.start


def without_dates(report: Report, claim: Claim) -> str:
    """The words of a claim, without those that tell a date."""
    pieces = []
    for start, end in claim.spans:
        place = start
        for day in sorted(claim.dates, key=lambda one: one.span):
            if place <= day.span[0] and day.span[1] <= end:
                pieces.append(report.text[place : day.span[0]])
                place = day.span[1]
        pieces += [report.text[place:end], " "]
    return " ".join("".join(pieces).split())


def apart(one: Dated, other: Dated) -> bool:
    """Whether two dates cannot be those of one plan at one time."""
    if one.until is not None and one.until < other.since:
        return True
    return other.until is not None and other.until < one.since


def moved(reports: Sequence[Report], voices: Voices) -> Iterator[Moved]:
    """Plans that whoever told them before now tells for another date; each change once."""
    seen = set()
    firm = [(one, voices.holders(one.report, one.claim)) for one in plans(reports) if one.firm]
    for (one, holders), (other, others) in combinations(firm, 2):
        if holders.isdisjoint(others) and not versions(one.report, other.report):
            continue
        if one.report.number == other.report.number or not apart(one, other):
            continue
        alike = likeness(one.wording, other.wording)
        if alike < ALIKE:
            continue
        key = (tuple(sorted(holders)), one.since, other.since)
        if key in seen:
            continue
        before = saying_of(one.report, one.claim)
        after = saying_of(other.report, other.claim)
        if not before.day < after.day:
            continue
        seen.add(key)
        yield Moved(before, after, f"{one.since} → {other.since}", 0.5 + 0.5 * alike)
