"""Several reports → what is said to happen when, and what was reported when.

In: `Report`s and groups of claims that say the same. Out: `Happening`s, by the dates that claims
speak of, and `Reported`s, by the day of publication, with the shifts that each report brought.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from reportedly.ledger import OUTLET, Attribution, Claim, Date, Spans
from reportedly.story.changes.sayings import Saying, group_of, in_order, saying_of, versions
from reportedly.story.changes.shifts import Shift
from reportedly.story.claims.roots import Instance
from reportedly.story.report import NO_DAY, Report
from reportedly.story.words.wording import ALIKE, Wording, likeness, wordings

AsOf = Literal["past", "planned", "hypothetical"]


class Happening(NamedTuple):
    """Something that is said to happen, and the words that tell it.

    ``start`` and ``end`` are days, or months and years where no day is told ("2023-10", "2021");
    either may be None. ``as_of`` is how it looked on the day of the latest report that tells it.
    """

    start: str | None
    end: str | None
    as_of: AsOf
    told: tuple[Saying, ...]


class Reported(NamedTuple):
    """A report, on its day, and what it shifted."""

    day: str
    report: Report
    shifts: tuple[Shift, ...]


class _Dated(NamedTuple):
    start: str | None
    end: str | None
    as_of: AsOf
    saying: Saying
    group: int | None
    wording: Wording


def events(reports: Sequence[Report], groups: Iterable[Sequence[Instance]] = ()) -> list[Happening]:
    """What is said to happen when, in the order of the dates.

    Args:
        reports: all reports.
        groups: claims that say the same; those of one date are one event, as are claims of one date
            that are alike.

    >>> from reportedly.ledger import Article, Ledger, ModelInfo
    >>> text = "The old bridge fell in May 2021."
    >>> day = Date(span=(20, 31), start="2021-05-01", end="2021-05-31")
    >>> claim = Claim(id="C1", spans=((0, len(text)),), time="past", dates=(day,))
    >>> article = Article(text=text, published="2025-04-01")
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=article, claims=(claim,))
    >>> [(one.start, one.end, one.as_of) for one in events([Report(1, ledger)])]
    [('2021-05', '2021-05', 'past')]
    """
    dated = _dated(in_order(reports), group_of(groups))
    dated.sort(key=lambda one: (one.start or one.end or NO_DAY, one.end or NO_DAY))
    found = []
    for (start, end), same in groupby(dated, key=lambda one: (one.start, one.end)):
        for event in _merged(list(same)):
            event.sort(key=lambda one: one.saying.report.order)
            told = {(one.saying.place): one.saying for one in event}
            found.append(Happening(start, end, event[-1].as_of, tuple(told.values())))
    return found


def _dated(reports: Sequence[Report], groups: Mapping[tuple[int, str], int]) -> list[_Dated]:
    rows: list[tuple[Date, AsOf, Saying, int | None]] = []
    pages: defaultdict[str | None, list[Report]] = defaultdict(list)
    for report in reports:
        earlier = [one for one in pages[report.ledger.article.url] if versions(report, one)]
        pages[report.ledger.article.url].append(report)
        published = report.ledger.article.published or NO_DAY
        for claim in report.ledger.claims:
            group = groups.get((report.number, claim.id))
            rows += [
                (day, _as_of(day, claim, published), saying_of(report, claim), group)
                for day in claim.dates
                if not _kept(report, day, earlier)
            ]
        rows += [
            (day, "past", _said(report, act, day), None)
            for act in report.ledger.attributions
            for day in act.dates
            if not _kept(report, day, earlier)
        ]
    words = wordings([saying.words for _, _, saying, _ in rows])
    return [
        _Dated(*partial(day), as_of, saying, group, one)
        for (day, as_of, saying, group), one in zip(rows, words, strict=True)
    ]


def _kept(report: Report, day: Date, earlier: Sequence[Report]) -> bool:
    """Whether the sentence of a date stands in one of the earlier versions of the page as well.

    "On Sunday" still means the Sunday before that version.
    """
    sentence = report.text[slice(*report.sentence_at(day.span[0]))]
    return any(sentence in other.text for other in earlier)


def _as_of(day: Date, claim: Claim, published: str) -> AsOf:
    last = day.end or day.start or ""
    if last <= published and day.start is not None:
        return "past"
    if day.end is None and day.start is not None and day.start <= published:
        return "past"  # "since May"
    return "hypothetical" if claim.time == "hypothetical" else "planned"


def _said(report: Report, act: Attribution, day: Date) -> Saying:
    """Who said on a day, and what: the event is that it was said."""
    spans: Spans = tuple(sorted({*act.source_spans, *act.cue_spans, *act.content_spans, day.span}))
    return Saying(report, spans, act.chain or (OUTLET,), day.start or "")


def partial(day: Date) -> tuple[str | None, str | None]:
    """Start and end of a date, cut to the month or year if it is all of it.

    >>> partial(Date(span=(0, 4), start="2021-01-01", end="2021-12-31"))
    ('2021', '2021')
    """
    if day.start is None or day.end is None:
        return day.start, day.end
    first, last = date.fromisoformat(day.start), date.fromisoformat(day.end)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if (first.month, last.month, first.year) == (1, 12, last.year):
            return day.start[:4], day.start[:4]
        if (first.month, first.year) == (last.month, last.year):
            return day.start[:7], day.start[:7]
    return day.start, day.end


def _merged(rows: Sequence[_Dated]) -> Iterator[list[_Dated]]:
    """Rows of one date, those that tell one event together."""
    found: list[list[_Dated]] = []
    for row in rows:
        near = next((one for one in found if any(_one_event(row, other) for other in one)), None)
        if near is None:
            found.append([row])
        else:
            near.append(row)
    yield from found


def _one_event(one: _Dated, other: _Dated) -> bool:
    if one.group is not None and one.group == other.group:
        return True
    if one.saying.report.number == other.saying.report.number:
        # A claim within another one, with the same date.
        return _overlap(one.saying.spans, other.saying.spans)
    return likeness(one.wording, other.wording) >= ALIKE


def _overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def reporting(reports: Sequence[Report], shifts: Iterable[Shift] = ()) -> list[Reported]:
    """What was reported when, each report with the shifts that it brought.

    Args:
        reports: all reports.
        shifts: what changed, from `reportedly.story.changes.shifts`.
    """
    brought: dict[int, list[Shift]] = {}
    for shift in shifts:
        brought.setdefault(shift.after.report.number, []).append(shift)
    return [
        Reported(one.ledger.article.published or "", one, tuple(brought.get(one.number, ())))
        for one in in_order(reports)
    ]
