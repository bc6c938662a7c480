"""The stories of a desk, the reports and the actors of one → the columns of their listings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from reportedly.desk.namings import Naming
from reportedly.desk.stories import StoryEntry
from reportedly.formats.listing import Column, Listing
from reportedly.ledger import ActorKind
from reportedly.story.story import ReportEntry, Story

#: What a report is called of whose outlet nothing is known.
UNKNOWN_OUTLET: Final = "an unknown outlet"

STORIES: Final = Listing[StoryEntry](
    columns=(
        Column("Story", lambda row: row.story, folds=True),
        Column("Articles", lambda row: row.articles),
        Column("From", lambda row: row.first),
        Column("To", lambda row: row.last),
    ),
    fields=StoryEntry._fields,
    nothing="There is no story yet. Make one with: reportedly story new NAME --search WORDS",
)
"""Stories, one a row."""


class ActorRow(NamedTuple):
    """Somebody or something with a name, and in how many reports it occurs."""

    id: str
    name: str
    kind: ActorKind
    reports: int
    names: tuple[str, ...]
    members: tuple[tuple[int, str], ...]


ACTORS: Final = Listing[ActorRow](
    columns=(
        Column("", lambda row: row.id),
        Column("Name", lambda row: row.name, folds=True),
        Column("Also called", lambda row: "; ".join(row.names), folds=True),
        Column("Kind", lambda row: row.kind),
        Column("Reports", lambda row: row.reports),
    ),
    fields=("id", "name", "kind", "reports"),
    nothing="Nobody with a name speaks in this story.",
)
"""Actors, one a row."""


NAMINGS: Final = Listing[Naming](
    columns=(
        Column("No.", lambda row: row.number),
        Column("Decision", lambda row: row.decision),
        Column("Name", lambda row: row.one, folds=True),
        Column("Name", lambda row: row.other, folds=True),
        Column("By", lambda row: row.author),
        Column("When", lambda row: row.time[:10]),
        Column("Why", lambda row: row.reason, folds=True),
        Column("State", lambda row: "undone" if row.undone else "holds"),
    ),
    fields=("number", "decision", "one", "other", "author", "time", "reason"),
    nothing="Nobody has decided anything about names here.",
)
"""Decisions about names, one a row."""


def actors(story: Story) -> Iterator[ActorRow]:
    """The actors of a story, those of most reports first."""
    rows = [
        ActorRow(
            one.id,
            one.name,
            one.kind,
            len({report for report, _ in one.members}),
            tuple(name for name in one.names if name != one.name),
            one.members,
        )
        for one in story.actors
    ]
    yield from sorted(rows, key=lambda row: -row.reports)


def labels(story: Story) -> dict[int, str]:
    """What each report is called: "The Echo, 2025-06-04", by its number.

    Two texts of one outlet and day are told apart by the number of the text or of the article.
    """
    found: dict[int, str] = {}
    taken: dict[str, int] = {}
    for report in story.reports:
        label = label_of(report)
        taken[label] = taken.get(label, 0) + 1
        found[report.number] = label if taken[label] == 1 else f"{label} ({taken[label]})"
    return found


def label_of(report: ReportEntry) -> str:
    """A report by its outlet, day and text.

    >>> label_of(ReportEntry(number=4, article=1, text=2, outlet="Echo", published="2025-06-04"))
    'Echo, 2025-06-04, changed text 2'
    """
    parts = [report.outlet or UNKNOWN_OUTLET, report.published]
    if report.text > 1:
        parts.append(f"changed text {report.text}")
    return ", ".join(part for part in parts if part)
