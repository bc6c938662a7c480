"""Rows of one kind → a table for people, JSON or comma-separated values for their tools.

In: named tuples, and which of their fields to show. Out: text. All formats have the same rows in
the same order; JSON has all of their fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, TypeVar

import msgspec
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.formats.printable import Colours, on_one_line, rendered
from reportedly.formats.view import as_line

_Row = TypeVar("_Row", bound=NamedTuple)

#: So many rows are put into one table, whose columns are then as wide as they need to be.
TOGETHER: Final = 200


@dataclass(frozen=True)
class Column(Generic[_Row]):
    """A column for people: its heading, what stands in it, and whether it may fold."""

    heading: str
    cell: Callable[[_Row], Text | str | int | None]
    folds: bool = False


@dataclass(frozen=True)
class Listing(Generic[_Row]):
    """How rows are shown: to people as ``columns``, to programs as ``fields``."""

    columns: tuple[Column[_Row], ...]
    fields: tuple[str, ...]
    nothing: str


def as_tables(
    listing: Listing[_Row], rows: Iterable[_Row], *, width: int, colours: Colours | None = None
) -> Iterator[str]:
    """Yield the text of tables for people.

    Args:
        listing: what to show.
        rows: of which.
        width: cells of a line at most.
        colours: what the terminal can show; null for text without escape sequences.
    """
    held: list[_Row] = []
    shown = False
    for row in rows:
        held.append(row)
        if len(held) == TOGETHER:
            yield rendered(table(listing, held), width=width, colours=colours)
            held, shown = [], True
    if held:
        yield rendered(table(listing, held), width=width, colours=colours)
    elif not shown:
        yield f"{listing.nothing}\n"


def as_csv(listing: Listing[_Row], rows: Iterable[_Row]) -> Iterator[str]:
    """Yield the lines of comma-separated values (RFC 4180), the heading first."""
    yield as_line(listing.fields)
    for row in rows:
        cells = (getattr(row, name) for name in listing.fields)
        yield as_line("" if cell is None else str(cell) for cell in cells)


def as_json(rows: Iterable[_Row]) -> Iterator[str]:
    """Yield the parts of one JSON array, an object a row."""
    opened = False
    for row in rows:
        record = msgspec.json.format(msgspec.json.encode(row._asdict()), indent=2).decode()
        yield (",\n" if opened else "[\n") + record
        opened = True
    yield "\n]\n" if opened else "[]\n"


def table(listing: Listing[_Row], rows: Iterable[_Row]) -> Table:
    """Rows as a table that fits itself to the terminal."""
    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in listing.columns:
        made.add_column(column.heading, overflow="fold", ratio=1 if column.folds else None)
    for row in rows:
        cells = (column.cell(row) for column in listing.columns)
        made.add_row(*(c if isinstance(c, Text) else Text(_shown(c)) for c in cells))
    return made


def _shown(cell: str | int | None) -> str:
    return "" if cell is None else on_one_line(str(cell))
