"""The timeline of a story: what is said to happen when, and what was reported when."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from reportedly.formats.listing import Column, Listing
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.story.reports import labels
from reportedly.story.story import Event, Story

#: Characters of an entry in a table.
LONGEST: Final = 160

#: What stands for a day before or after which nothing is known.
OPEN: Final = "…"

Lane = Literal["event", "plan", "report", "shift"]


class TimeRow(NamedTuple):
    """What is said to happen from ``start`` to ``end``, or was reported then."""

    start: str | None
    end: str | None
    lane: Lane
    words: str
    reports: int
    told_by: str


TIMELINE: Final = Listing[TimeRow](
    columns=(
        Column("When", lambda row: _when(row.start, row.end)),
        Column("Lane", lambda row: row.lane),
        Column("What", lambda row: shortened(on_one_line(row.words), LONGEST), folds=True),
        Column("Told by", lambda row: row.told_by, folds=True),
    ),
    fields=TimeRow._fields,
    nothing="Nothing in this story has a date.",
)
"""The lanes of a timeline together, an entry a row."""


def timeline(story: Story) -> list[TimeRow]:
    """Events by the days they speak of, reports by their days of publication, and shifts."""
    named = labels(story)
    days = {report.number: report.published for report in story.reports}
    rows = [
        TimeRow(
            one.start, one.end, _lane(one), one.quotes[0].words, len(one.quotes),
            "; ".join(dict.fromkeys(named[quote.report] for quote in one.quotes)),
        )
        for one in story.events
    ]  # fmt: skip
    rows += [
        TimeRow(one.published, one.published, "report", one.title or one.url or "", 1,
                named[one.number])
        for one in story.reports if one.published
    ]  # fmt: skip
    for one in story.shifts:
        day, report = days[one.after.report], named[one.after.report]
        if day:
            rows.append(TimeRow(day, day, "shift", one.because, 1, report))
    lanes: list[Lane] = ["event", "plan", "report", "shift"]
    return sorted(
        rows, key=lambda row: (row.start or row.end or "", row.end or "", lanes.index(row.lane))
    )


def _lane(event: Event) -> Lane:
    return "event" if event.as_of == "past" else "plan"


def _when(start: str | None, end: str | None) -> str:
    return (start or OPEN) if start == end else f"{start or OPEN} – {end or OPEN}"
