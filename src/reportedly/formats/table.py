"""A ledger → its table: who says what and how, and how sure the reading is.

In: a `Ledger`. Out: a table for a terminal, or tab-separated values for other programs. A source
stands there under its name, with the chain that its words came through if that is longer than two.
"""

from __future__ import annotations

from typing import Final

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.rows import UNSURE, Row, rows
from reportedly.formats.styles import (
    CHAIN_STYLE,
    CONTENT_STYLE,
    CUE_STYLE,
    MARK_STYLE,
    SOURCE_STYLE,
    badge,
)
from reportedly.ledger import Ledger

#: The columns of the tab-separated table; names are those of the ledger where it has them.
COLUMNS: Final = (
    "article", "id", "within", "who", "how", "what", "quotation", "act", "negated", "confidence",
    "actor", "kind", "anonymity", "chain", "weight",
)  # fmt: skip

#: A content longer than this is shortened on screen; every other format has all of it.
LONGEST_ON_SCREEN: Final = 180


def table(ledger: Ledger) -> Table:
    """Return the attributions as a table that fits itself to the terminal.

    >>> from reportedly.ledger import Article, Attribution, ModelInfo
    >>> said = Attribution(id="R1", source_spans=((16, 19),), cue_spans=((20, 24),),
    ...                    content_spans=((0, 14),), confidence=0.92)
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), attributions=(said,),
    ...                 article=Article(text="Rain is likely, she said."))
    >>> from rich.console import Console
    >>> Console(width=60).print(table(ledger))  # doctest: +ELLIPSIS
    <BLANKLINE>
          Who    How     What              Kind        Confidence...
    R1    she    said    Rain is likely    indirect          0.92...
    """
    result = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    result.add_column("", no_wrap=True)
    result.add_column("Who", overflow="fold", max_width=28)
    result.add_column("How", overflow="fold", max_width=14)
    result.add_column("What", overflow="fold", max_width=80)
    result.add_column("Kind", no_wrap=True)
    result.add_column("Confidence", justify="right", no_wrap=True)
    for row in rows(ledger):
        result.add_row(*_cells(row))
    return result


def _cells(row: Row) -> tuple[Text, ...]:
    entry = row.entry
    mark = Text("  " * (row.depth - 1) + "└ " if row.depth else "")
    mark.append(on_one_line(row.id), MARK_STYLE)
    how = Text(on_one_line(row.how), CUE_STYLE)
    if entry.negated:
        how.append(" (negated)", "not bold not italic dim")
    sure = Text(f"{entry.confidence:.2f}", "" if entry.confidence >= UNSURE else "red")
    kind = Text("\n").join([Text(entry.quotation), *map(badge, row.weight)])
    what = Text(shortened(on_one_line(row.what), LONGEST_ON_SCREEN), CONTENT_STYLE)
    return (mark, _who(row), how, what, kind, sure)


def _who(row: Row) -> Text:
    who = Text(on_one_line(row.name or row.who), SOURCE_STYLE)
    for word in row.badges:
        who.append(" ").append_text(badge(word))
    if row.relayed:
        who.append(f"\n{on_one_line(row.chain)}", CHAIN_STYLE)
    return who


def heading() -> str:
    """The line of column names that stands above tab-separated values, with its line feed."""
    return "\t".join(COLUMNS) + "\n"


def tab_separated(ledger: Ledger, name: str = "") -> str:
    r"""Return the attributions as tab-separated values, a line each; see `heading` for the columns.

    Args:
        ledger: what to show.
        name: what to call the article in the first column.

    Returns:
        Lines of printable text; no value has a tab or line feed in it.

    >>> from reportedly.ledger import Article, Attribution, ModelInfo
    >>> said = Attribution(id="R1", source_spans=((16, 19),), cue_spans=((20, 24),),
    ...                    content_spans=((0, 14),), confidence=0.92)
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), attributions=(said,),
    ...                 article=Article(text="Rain is likely, she said."))
    >>> tab_separated(ledger, "a.txt").split("\t")[:6]
    ['a.txt', 'R1', '', 'she', 'said', 'Rain is likely']
    """
    return "".join("\t".join(map(on_one_line, _values(row, name))) + "\n" for row in rows(ledger))


def _values(row: Row, name: str) -> tuple[str, ...]:
    entry = row.entry
    return (
        name,
        row.id,
        entry.within or "",
        row.who,
        row.how,
        row.what,
        entry.quotation,
        entry.act,
        str(entry.negated).lower(),
        f"{entry.confidence:.2f}",
        row.name,
        row.actor.kind if row.actor else "",
        row.actor.anonymity if row.actor else "",
        row.chain,
        ", ".join(row.weight),
    )
