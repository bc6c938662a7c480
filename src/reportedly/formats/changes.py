"""What changed between two texts → lines for people, JSON or comma-separated values.

In: the two texts and their `Change`s. Out: text; what went is struck through or in brackets with a
minus, what came underlined or in braces with a plus, so that it can be read without colours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec
from rich.text import Text

from reportedly.desk.changes import Change
from reportedly.formats.printable import Colours, on_one_line, rendered
from reportedly.formats.view import as_line
from reportedly.ledger import Span

#: Marks that stand for colours where there are none, as `wdiff` has them.
GONE, CAME = ("[-", "-]"), ("{+", "+}")

COLUMNS: Final = ("kind", "before", "after")

_NOTHING: Final = "The text has not changed."
_MARKS: Final = {"removed": "-", "added": "+", "reworded": "~"}


def as_text(
    before: str, after: str, found: Iterable[Change], *, width: int, colours: Colours | None = None
) -> str:
    """What changed, for people.

    >>> from reportedly.desk.changes import changes
    >>> old, new = "The ferry sank. Nobody was hurt.", "The ferry sank. Nobody was killed."
    >>> print(as_text(old, new, changes(old, new), width=60), end="")
    ~ Nobody was [-hurt.-]{+killed.+}
    """
    plain = colours is None
    lines = []
    for change in found:
        line = Text(f"{_MARKS[change.kind]} ", "dim")
        if change.kind == "removed":
            line.append_text(_gone(before[slice(*change.before)], plain=plain))
        elif change.kind == "added":
            line.append_text(_came(after[slice(*change.after)], plain=plain))
        else:
            line.append_text(_reworded(before, after, change, plain=plain))
        lines.append(line)
    shown = Text("\n").join(lines) if lines else Text(_NOTHING)
    return rendered(shown, width=width, colours=colours)


def as_json(before: str, after: str, found: Iterable[Change]) -> str:
    """What changed, as a JSON array: kind, words and spans, before and after."""
    records = [
        {
            "kind": change.kind,
            "before": _record(before, change.before),
            "after": _record(after, change.after),
        }
        for change in found
    ]
    return msgspec.json.format(msgspec.json.encode(records), indent=2).decode() + "\n"


def as_csv(before: str, after: str, found: Iterable[Change]) -> str:
    """What changed, as comma-separated values with a heading."""
    rows = (
        (change.kind, before[slice(*change.before)], after[slice(*change.after)])
        for change in found
    )
    return as_line(COLUMNS) + "".join(map(as_line, rows))


def _record(text: str, span: Span) -> dict[str, object] | None:
    return {"text": text[slice(*span)], "span": span} if span[0] < span[1] else None


def _reworded(before: str, after: str, change: Change, *, plain: bool) -> Text:
    line = Text()
    place, end = change.after
    for old, new in change.pieces:
        line.append(on_one_line_open(after[place : new[0]]))
        line.append_text(_gone(before[slice(*old)], plain=plain))
        line.append_text(_came(after[slice(*new)], plain=plain))
        place = new[1]
    line.append(on_one_line_open(after[place:end]))
    return line


def on_one_line_open(words: str) -> str:
    """Words on one line, the space at their ends kept as one blank."""
    shown = on_one_line(words)
    if not shown:
        return " " if words else ""
    return " " * words[0].isspace() + shown + " " * words[-1].isspace()


def _gone(words: str, *, plain: bool) -> Text:
    return _marked(words, GONE, "red strike", plain=plain)


def _came(words: str, *, plain: bool) -> Text:
    return _marked(words, CAME, "green underline", plain=plain)


def _marked(words: str, marks: tuple[str, str], style: str, *, plain: bool) -> Text:
    if not words.strip():
        return Text()
    shown = on_one_line(words)
    return Text(shown.join(marks)) if plain else Text(shown, style)
