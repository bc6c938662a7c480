"""One view of a ledger → a table for people, JSON or comma-separated values for their tools.

In: a `Ledger`, and a `View` that knows what to take from it. Out: text. Comma-separated values
follow RFC 4180, with a line feed after each line; a cell that a spreadsheet would take for a
formula has an apostrophe before it (OWASP, "CSV injection").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import msgspec
from rich.console import RenderableType
from rich.text import Text

from reportedly.formats.json import spans_on_a_line
from reportedly.formats.printable import Colours, on_one_line, rendered
from reportedly.ledger import Ledger

#: What a spreadsheet takes for the start of a formula.
FORMULA: Final = ("=", "+", "-", "@")


@dataclass(frozen=True)
class View:
    """What to take from a ledger.

    Args:
        columns: names of the columns; the first one is the article's.
        rows: the cells of each row, without the first.
        record: plain values for JSON.
        shown: what rich prints.
    """

    columns: tuple[str, ...]
    rows: Callable[[Ledger], Iterable[tuple[str, ...]]]
    record: Callable[[Ledger], dict[str, object]]
    shown: Callable[[Ledger], RenderableType]


def as_table(
    view: View, ledger: Ledger, *, width: int = 100, colours: Colours | None = None
) -> str:
    """Return a view for people, below what is known of the article.

    Args:
        view: what to show.
        ledger: of what.
        width: cells of a line at most.
        colours: what the terminal can show; null for text without escape sequences.
    """
    article = ledger.article
    known = [one for one in (article.outlet, article.published) if one]
    head = [Text(on_one_line(article.title), "bold")] if article.title else []
    head += [Text(" · ".join(map(on_one_line, known)), "dim")] if known else []
    parts = [*head, view.shown(ledger)]
    lines = [rendered(part, width=width, colours=colours).strip("\n") for part in parts]
    return "\n".join(lines[:-1]) + "\n" * 2 * bool(head) + lines[-1] + "\n"


def as_json(view: View, ledger: Ledger, name: str) -> str:
    """Return a view as an indented JSON document, without a line feed at its end."""
    article = ledger.article
    about = {
        "name": name,
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
    }
    record = {"article": about, **view.record(ledger)}
    return spans_on_a_line(msgspec.json.format(msgspec.json.encode(record), indent=2).decode())


def json_array(view: View, found: Iterable[tuple[str, Ledger]]) -> Iterator[str]:
    """Yield the parts of one JSON array, a document an article."""
    opened = False
    for name, ledger in found:
        yield ",\n" if opened else "[\n"
        yield as_json(view, ledger, name)
        opened = True
    yield "\n]\n" if opened else "[]\n"


def csv_heading(view: View) -> str:
    """The line of column names."""
    return as_line(view.columns)


def as_csv(view: View, ledger: Ledger, name: str) -> str:
    """Return a view as comma-separated values, without the heading; no cell has a line end."""
    return "".join(as_line((name, *row)) for row in view.rows(ledger))


def as_line(cells: Iterable[str]) -> str:
    """Cells as a line of comma-separated values."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(map(harmless, cells))
    return out.getvalue()


def harmless(cell: str) -> str:
    r"""A cell on one line that no spreadsheet runs.

    >>> harmless("=1+1"), harmless("Rain,\nsoon")
    ("'=1+1", 'Rain, soon')
    """
    shown = on_one_line(cell)
    return f"'{shown}" if shown.startswith(FORMULA) and len(shown) > 1 else shown
