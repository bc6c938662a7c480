"""Shifts and conflicts of a story → listings: two quotations side by side, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rich.text import Text

from reportedly.formats.listing import Column, Listing
from reportedly.formats.names import ARROW
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.story.reports import labels
from reportedly.formats.styles import OPEN_STYLE
from reportedly.story.quotes import Quote
from reportedly.story.story import Change, Story

#: Characters of a quotation in a table.
LONGEST: Final = 140


class ChangeRow(NamedTuple):
    """Two quotations that differ; chains from the outlet to the source."""

    kind: str
    because: str
    actor: str | None
    change: str
    before_report: str
    before: str
    before_chain: str
    after_report: str
    after: str
    after_chain: str
    confidence: float


def _what(row: ChangeRow) -> Text:
    who = f"{on_one_line(row.actor)}: " if row.actor else ""
    return Text.assemble((row.kind, OPEN_STYLE), f" {who}{on_one_line(row.change)}")


def _columns(before: str, after: str) -> tuple[Column[ChangeRow], ...]:
    return (
        Column("What", _what, folds=True),
        Column(before, lambda row: _told(row.before_report, row.before), folds=True),
        Column(after, lambda row: _told(row.after_report, row.after), folds=True),
        Column("Confidence", lambda row: f"{row.confidence:.2f}"),
    )


SHIFTS: Final = Listing[ChangeRow](
    columns=_columns("Before", "After"),
    fields=ChangeRow._fields,
    nothing="Nobody has changed position or word in this story.",
)
"""Shifts, one a row."""

CONFLICTS: Final = Listing[ChangeRow](
    columns=_columns("One side", "The other side"),
    fields=ChangeRow._fields,
    nothing="No two reports of this story are at odds.",
)
"""Conflicts, one a row."""


def shifts(story: Story) -> Iterator[ChangeRow]:
    """What changed, the surest first."""
    return _rows(story, story.shifts)


def conflicts(story: Story) -> Iterator[ChangeRow]:
    """What is at odds, the surest first."""
    return _rows(story, story.conflicts)


def _rows(story: Story, changes: Iterable[Change]) -> Iterator[ChangeRow]:
    named = labels(story)
    for one in changes:
        yield ChangeRow(
            one.kind, one.because, one.actor, one.change,
            named[one.before.report], one.before.words, _chain(one.before),
            named[one.after.report], one.after.words, _chain(one.after),
            round(one.confidence, 2),
        )  # fmt: skip


def _chain(quote: Quote) -> str:
    return ARROW.join(quote.chain)


def _told(report: str, words: str) -> str:
    return f"{report}: “{shortened(on_one_line(words), LONGEST)}”"
