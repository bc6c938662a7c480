"""Ledgers → the formats of ``--format``, on standard output or as the text of one file.

In: ledgers with where their articles came from. Out: text. Machines get the same bytes wherever
the output goes; people get colours and a fitting width on a terminal.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from reportedly.cli.choices import OutputFormat, ViewFormat
from reportedly.cli.screen import USUAL_WIDTH
from reportedly.formats import html, json, pretty, table, view
from reportedly.formats.printable import Colours, on_one_line, rendered
from reportedly.formats.view import View
from reportedly.ledger import Ledger

Found = Iterable[tuple[str, Ledger]]
"""Ledgers, each with where its article came from."""

#: The suffix of a file in each format.
SUFFIXES: Final = {
    OutputFormat.PRETTY: ".txt",
    OutputFormat.JSON: ".json",
    OutputFormat.JSONL: ".jsonl",
    OutputFormat.HTML: ".html",
    OutputFormat.TABLE: ".tsv",
}

# For people: shown in whatever encoding the terminal has. The others are UTF-8 by their standards.
_FOR_PEOPLE: Final = (OutputFormat.PRETTY, OutputFormat.TABLE)


def as_file(ledger: Ledger, format_: OutputFormat, name: str) -> str:
    """Return a ledger as the whole text of a file.

    Args:
        ledger: what to show.
        format_: one of `OutputFormat`.
        name: what to call the article where the format has a place for that.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> as_file(ledger, OutputFormat.JSONL, "a.txt") == json.line(ledger)
    True
    """
    match format_:
        case OutputFormat.JSON:
            return json.document(ledger)
        case OutputFormat.JSONL:
            return json.line(ledger)
        case OutputFormat.HTML:
            return html.page(ledger)
        case OutputFormat.TABLE:
            return table.heading() + table.tab_separated(ledger, name)
        case OutputFormat.PRETTY:
            return pretty.as_text(ledger, width=USUAL_WIDTH)


def as_stream(
    found: Found,
    format_: OutputFormat,
    *,
    several: bool,
    width: int = USUAL_WIDTH,
    colours: Colours | None = None,
) -> Iterator[str]:
    """Yield the text of ledgers one after another, holding one of them at a time.

    Args:
        found: ledgers, each with where its article came from.
        format_: one of `OutputFormat`; ``HTML`` only for one ledger, as pages cannot be joined.
        several: whether there may be more than one: then JSON becomes an array (of however many
            there are), and each pretty one stands below the name of its file.
        width: cells of a line, for people.
        colours: what the terminal can show; null for none, and for a table of tab-separated values.
    """
    if format_ is OutputFormat.JSON and several:
        yield from json.array(ledger for _, ledger in found)
        return
    if format_ is OutputFormat.TABLE and colours is None:
        yield table.heading()
    for name, ledger in found:
        if format_ in _FOR_PEOPLE and several and (format_ is OutputFormat.PRETTY or colours):
            yield f"{on_one_line(name)}\n\n"
        if format_ is OutputFormat.PRETTY:
            yield pretty.as_text(ledger, width=width, colours=colours)
            yield "\n" if several else ""
        elif format_ is OutputFormat.TABLE and colours is not None:
            yield rendered(table.table(ledger), width=width, colours=colours)
        elif format_ is OutputFormat.TABLE:
            yield table.tab_separated(ledger, name)
        else:
            yield as_file(ledger, format_, name)


class Output(Protocol):
    """What a run writes to standard output: text made of ledgers, one after another."""

    @property
    def one_only(self) -> bool:
        """Whether it cannot hold more than one article."""

    @property
    def for_people(self) -> bool:
        """Whether it is shown in whatever encoding the terminal has; else it is UTF-8."""

    def stream(
        self, found: Found, *, several: bool, width: int, colours: Colours | None
    ) -> Iterator[str]:
        """Yield the text; the arguments are those of `as_stream`."""


@dataclass(frozen=True)
class Ledgers:
    """Ledgers as they are, or everything in them for people to read."""

    format: OutputFormat

    @property
    def one_only(self) -> bool:
        """Whether it cannot hold more than one article: pages cannot be joined."""
        return self.format is OutputFormat.HTML

    @property
    def for_people(self) -> bool:
        """Whether it is for people."""
        return self.format in _FOR_PEOPLE

    def stream(
        self, found: Found, *, several: bool, width: int, colours: Colours | None
    ) -> Iterator[str]:
        """Yield the text of the ledgers."""
        return as_stream(found, self.format, several=several, width=width, colours=colours)


@dataclass(frozen=True)
class OneView:
    """One view of each ledger."""

    view: View
    format: ViewFormat
    one_only: bool = False

    @property
    def for_people(self) -> bool:
        """Whether it is for people."""
        return self.format is ViewFormat.TABLE

    def stream(
        self, found: Found, *, several: bool, width: int, colours: Colours | None
    ) -> Iterator[str]:
        """Yield the text of the views."""
        if self.format is ViewFormat.JSON and several:
            yield from view.json_array(self.view, found)
            return
        if self.format is ViewFormat.CSV:
            yield view.csv_heading(self.view)
        for name, ledger in found:
            if self.format is ViewFormat.CSV:
                yield view.as_csv(self.view, ledger, name)
            elif self.format is ViewFormat.JSON:
                yield view.as_json(self.view, ledger, name) + "\n"
            else:
                yield f"{on_one_line(name)}\n\n" if several else ""
                yield view.as_table(self.view, ledger, width=width, colours=colours)
                yield "\n" if several else ""


def prepare(*, for_people: bool) -> None:
    """Have standard output take every character: UTF-8 for machines, stand-ins for people."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if for_people:
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
