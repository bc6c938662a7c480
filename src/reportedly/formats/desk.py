"""What is on a desk → the columns of its listings."""

from __future__ import annotations

from textwrap import shorten
from typing import Any, Final

from rich.text import Text

from reportedly.desk import Copied, Entry, Hit, Version
from reportedly.desk.review import Decided
from reportedly.desk.search import CLOSES, OPENS
from reportedly.formats.listing import Column, Listing
from reportedly.formats.printable import on_one_line

#: Characters of a text's hash that people need to see.
DIGITS: Final = 12

#: Characters of an entry that people need to see to know which one it is.
WORDS: Final = 60

#: Characters of a passage that people need to see.
PASSAGE: Final = 200

ENTRIES: Final = Listing[Entry](
    columns=(
        Column("No.", lambda row: row.article),
        Column("Published", lambda row: row.published),
        Column("Outlet", lambda row: row.outlet),
        Column("Title", lambda row: row.title or row.url, folds=True),
        Column("Texts", lambda row: row.versions if row.versions > 1 else None),
    ),
    fields=Entry._fields,
    nothing="The desk is empty. Put something on it with: reportedly desk add FILES",
)
"""Articles, one a row."""

VERSIONS: Final = Listing[Version](
    columns=(
        Column("Text", lambda row: row.number),
        Column("Came", lambda row: row.added),
        Column("Title", lambda row: row.title, folds=True),
        Column("SHA-256", lambda row: row.digest[:DIGITS]),
    ),
    fields=Version._fields,
    nothing="",
)
"""The texts that an article had, one a row."""


def _highlighted(row: Hit) -> Text:
    """Words around a hit, the found ones in bold."""
    line = Text()
    for number, part in enumerate(on_one_line_parts(row.words)):
        line.append(part, "bold" if number % 2 else "")
    return line


def on_one_line_parts(words: str) -> list[str]:
    """What stands before, within and between the marks of found words, in turns.

    >>> on_one_line_parts(f"The {OPENS}ferry{CLOSES} sank.")
    ['The ', 'ferry', ' sank.']
    """
    parts = words.replace(CLOSES, OPENS).split(OPENS)
    shown = [on_one_line(part) for part in parts]
    return [
        " " * part[:1].isspace() + own + " " * (part[-1:].isspace() and bool(own))
        for part, own in zip(parts, shown, strict=True)
    ]


def plain(row: Hit) -> Hit:
    """A hit without marks, for programs."""
    return row._replace(words="".join(on_one_line_parts(row.words)))


HITS: Final = Listing[Hit](
    columns=(
        Column("No.", lambda row: row.article),
        Column("Claim", lambda row: row.claim),
        Column("Published", lambda row: row.published),
        Column("Outlet", lambda row: row.outlet),
        Column("Words", _highlighted, folds=True),
    ),
    fields=Hit._fields,
    nothing="Nothing on the desk has all of these words.",
)
"""What was found, one claim or text a row."""


def spelled_out(row: Copied) -> Copied:
    """A copy whose passages have names for their parts, for programs."""
    shared: Any = [
        {
            "kind": kind,
            "earlier": passage.one,
            "later": passage.other,
            "words": passage.words,
            "edits": [{"earlier": one, "later": other} for one, other in passage.edits],
        }
        for kind, passage in row.shared
    ]
    return row._replace(shared=shared)


def _side(number: int, outlet: str | None, published: str | None) -> str:
    return ", ".join([str(number), *(part for part in (outlet, published) if part)])


COPIES: Final = Listing[Copied](
    columns=(
        Column(
            "Earlier", lambda row: _side(row.earlier, row.earlier_outlet, row.earlier_published)
        ),
        Column("Later", lambda row: _side(row.later, row.later_outlet, row.later_published)),
        Column("Copied", lambda row: f"{row.share:.0%}" if row.words else "quoted"),
        Column("Words", lambda row: row.words or None),
        Column("Longest passage", lambda row: shorten(row.longest, PASSAGE), folds=True),
    ),
    fields=tuple(name for name in Copied._fields if name != "shared"),
    nothing="No article on the desk copies so much of another one.",
)
"""Who copied whom, two articles a row."""

CORRECTIONS: Final = Listing[Decided](
    columns=(
        Column("No.", lambda row: row.number),
        Column("Article", lambda row: row.article),
        Column("Entry", lambda row: f"{row.kind}: {shorten(row.words, WORDS)}", folds=True),
        Column("Decision", lambda row: row.decision),
        Column("Changes", lambda row: row.changes, folds=True),
        Column("By", lambda row: row.author),
        Column("When", lambda row: row.time[:10]),
        Column("State", lambda row: row.state),
    ),
    fields=Decided._fields,
    nothing="Nobody has corrected anything here.",
)
"""What people decided, one correction a row."""
