"""Copies and inflations of a story → listings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from reportedly.formats.listing import Column, Listing
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.story.reports import labels
from reportedly.story.story import Story

#: Characters of a passage in a table.
LONGEST: Final = 120


class CopyRow(NamedTuple):
    """A report that has words of an earlier one; ``passage`` is the longest of them."""

    earlier: str
    later: str
    share: float
    words: int
    passage: str


COPIES: Final = Listing[CopyRow](
    columns=(
        Column("First", lambda row: row.earlier, folds=True),
        Column("Later", lambda row: row.later, folds=True),
        Column("Copied", lambda row: f"{row.share:.0%}" if row.words else "quotation"),
        Column(
            "Longest passage", lambda row: shortened(on_one_line(row.passage), LONGEST), folds=True
        ),
    ),
    fields=CopyRow._fields,
    nothing="No report of this story has words of another one.",
)
"""Copies, two reports a row."""


class InflationRow(NamedTuple):
    """What a retelling dropped."""

    dropped: str
    earlier: str
    before: str
    later: str
    after: str


INFLATIONS: Final = Listing[InflationRow](
    columns=(
        Column("Dropped", lambda row: row.dropped),
        Column("First", lambda row: f"{row.earlier}: “{row.before}”", folds=True),
        Column("Retold", lambda row: f"{row.later}: “{row.after}”", folds=True),
    ),
    fields=InflationRow._fields,
    nothing="No copied claim became stronger.",
)
"""Inflations, one a row."""


def copies(story: Story) -> Iterator[CopyRow]:
    """Which report has words of which, in the order in which the later ones came."""
    named = labels(story)
    for one in story.copies:
        longest = max((later.words for _, later in one.passages), key=len, default="")
        yield CopyRow(named[one.earlier], named[one.later], round(one.share, 3), one.words, longest)


def inflations(story: Story) -> Iterator[InflationRow]:
    """What retellings made more of."""
    named = labels(story)
    for one in story.inflations:
        yield InflationRow(
            one.dropped,
            named[one.before.report],
            one.before.words,
            named[one.after.report],
            one.after.words,
        )
