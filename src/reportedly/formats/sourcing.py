r"""A ledger → the sourcing table that newsrooms keep: a row a sourced statement.

In: a `Ledger`. Out: `SourcedStatement`s, all of them as CSV (RFC 4180), or a view. The columns are
those of the Markkula Center's benchmark on journalistic sourcing (Vincent et al., arXiv
2501.00164): the statement in whole sentences, the type of its source, the source's name and title,
and what else tells the reader why this source is in the story. Every cell but the type holds words
of the text.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.view import FORMULA, View
from reportedly.ledger import OUTLET, Ledger, Span
from reportedly.sourcing.credentials import SourceType, credentials
from reportedly.sourcing.justification import justification_of
from reportedly.sourcing.speakers import with_speakers
from reportedly.sourcing.statements import statements

#: The columns of the CSV.
COLUMNS: Final = ("SourcedStatement", "SourceType", "Name", "Title", "Justification")

#: Characters of a statement on screen at most; CSV and JSON have all of it.
LONGEST_ON_SCREEN: Final = 240


class SourcedStatement(NamedTuple):
    """A row of the table; name, title and justification are empty where the text tells none.

    ``span`` is where the statement stands in the text.
    """

    statement: str
    type: SourceType
    name: str
    title: str
    justification: str
    span: Span


def sourced_statements(ledger: Ledger) -> list[SourcedStatement]:
    r"""The rows of the sourcing table, in the order of the text.

    >>> from reportedly.ledger import Actor, Article, Attribution, ModelInfo
    >>> text = "“It sails,” said Ida Falk, the mayor.\n\nNobody paid."
    >>> falk = Actor(id="A1", name="Ida Falk", kind="person", named=True, anonymity="named",
    ...              mentions=((17, 25),))
    >>> said = Attribution(id="R1", source="A1", source_spans=((17, 25),), cue_spans=((12, 16),),
    ...                    content_spans=((0, 11),))
    >>> sourced_statements(Ledger(model=ModelInfo(name="none", version="0"), actors=(falk,),
    ...                           article=Article(text=text), attributions=(said,)))[0][:4]
    ('“It sails,” said Ida Falk, the mayor.', 'Named Person', 'Ida Falk', 'mayor')
    """
    ledger = with_speakers(ledger)
    text = ledger.article.text
    actors = {actor.id: actor for actor in ledger.actors}
    filed_as = {actor.id: credentials(actor, text) for actor in ledger.actors if actor.id != OUTLET}
    first: dict[tuple[str, str], str] = {}
    for id_, filed in filed_as.items():
        if filed.name:
            first.setdefault(filed[:2], id_)
    same = {id_: first.get(filed[:2], id_) for id_, filed in filed_as.items()}
    found = []
    for one in statements(ledger, same):
        source, filed = actors[one.source], filed_as[one.source]
        why = justification_of(source, filed, one, text)
        said = text[slice(*one.span)]
        found.append(SourcedStatement(said, filed.type, filed.name, filed.title, why, one.span))
    return found


def as_csv(ledger: Ledger) -> str:
    r"""The sourcing table as CSV, with its heading.

    Each cell is in one line, without control characters. One that a spreadsheet would take for a
    formula begins with an apostrophe.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> as_csv(Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain.")))
    'SourcedStatement,SourceType,Name,Title,Justification\n'
    """
    lines = StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_cell, row[:-1]) for row in sourced_statements(ledger))
    return lines.getvalue()


def _cell(words: str) -> str:
    """Words as a cell that a spreadsheet only shows (OWASP, "CSV injection").

    >>> _cell("=1+1"), _cell("-  a"), _cell("a = b")
    ("'=1+1", "'- a", 'a = b')
    """
    shown = on_one_line(words)
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def _record(ledger: Ledger) -> dict[str, object]:
    return {"statements": [row._asdict() for row in sourced_statements(ledger)]}


def _shown(ledger: Ledger) -> Table | Text:
    rows = sourced_statements(ledger)
    if not rows:
        return Text("No sourced statements.")
    result = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    result.add_column("Statement", overflow="fold", ratio=3)
    result.add_column("Source", overflow="fold", ratio=2)
    for row in rows:
        source = Text(on_one_line(row.name), "bold")
        for words in (row.title, row.type, row.justification):
            source.append(
                f"{chr(10) if source else ''}{on_one_line(words)}" if words else "", "dim"
            )
        said = shortened(on_one_line(row.statement), LONGEST_ON_SCREEN)
        result.add_row(Text(said), source)
    return result


SOURCING: Final = View(
    columns=("article", *COLUMNS),
    rows=lambda ledger: [row[:-1] for row in sourced_statements(ledger)],
    record=_record,
    shown=_shown,
)
"""The table as a view: for people, as JSON with offsets, or as CSV of several articles."""
