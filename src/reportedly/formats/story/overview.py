"""A story → its first page: figures, what several reports claim, and what to look at next."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote
from typing import Final, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.audit import Words
from reportedly.formats.listing import Column, Listing, table
from reportedly.formats.printable import on_one_line
from reportedly.formats.story import claims
from reportedly.formats.voices import shares
from reportedly.story.story import Story

#: So many claims stand on the first page.
SHOWN: Final = 12


class ReportRow(NamedTuple):
    """A report, with the shares of its words that stand in each voice."""

    number: int
    article: int
    text: int
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    own: float
    named: float
    unnamed: float
    withheld: float
    relayed: float


REPORTS: Final = Listing[ReportRow](
    columns=(
        Column("No.", lambda row: row.article),
        Column("Published", lambda row: row.published),
        Column("Outlet", lambda row: row.outlet, folds=True),
        Column("Title", lambda row: row.title or row.url, folds=True),
        Column("Without names", lambda row: f"{row.unnamed + row.withheld:.0%}"),
    ),
    fields=ReportRow._fields,
    nothing="There is no article in this story yet.",
)
"""Reports, one a row."""


def reports(story: Story) -> Iterator[ReportRow]:
    """The reports of a story, in the order in which they came."""
    for one in story.reports:
        share = one.words.share
        yield ReportRow(
            one.number, one.article, one.text, one.published, one.outlet, one.title, one.url,
            round(share("own"), 3), round(share("named"), 3), round(share("unnamed"), 3),
            round(share("withheld"), 3), round(share("relayed"), 3),
        )  # fmt: skip


def overview(story: Story) -> RenderableType:
    """The first page of a story for a terminal."""
    return Group(*_parts(story))


def _parts(story: Story) -> Iterator[RenderableType]:
    yield Text(on_one_line(story.name), "bold")
    yield Text(_figures(story))
    yield Text("   ".join(told for _, told in shares(_words(story))), "dim")
    rows = sorted(claims.claims(story, least=2), key=lambda row: -row.articles)
    yield table(claims.CLAIMS, rows[:SHOWN]) if rows else Text(f"\n{claims.CLAIMS.nothing}\n")
    name = quote(on_one_line(story.name))
    if len(rows) > SHOWN:
        more = f"reportedly story claims {name} --least-articles 2"
        yield Text.assemble((f"{len(rows) - SHOWN:>4} more claims", "bold"), (f"  {more}", "dim"))
    found = {
        "copies": len(story.copies),
        "inflations": len(story.inflations),
        "shifts": len(story.shifts),
        "conflicts": len(story.conflicts),
    }
    for what, count in found.items():
        if count:
            yield Text.assemble(
                (f"{count:>4} {what}", "bold"), (f"  reportedly story {what} {name}", "dim")
            )


def _figures(story: Story) -> str:
    articles = len({one.article for one in story.reports})
    outlets = len({one.outlet for one in story.reports if one.outlet})
    days = sorted(one.published for one in story.reports if one.published)
    span = f", {days[0]} to {days[-1]}" if days else ""
    changed = len(story.reports) - articles
    texts = f" and {_counted(changed, 'changed text')}" if changed else ""
    return f"{_counted(articles, 'article')}{texts} from {_counted(outlets, 'outlet')}{span}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _words(story: Story) -> Words:
    """Whose words all reports have, together."""
    return Words(
        **{
            name: sum(getattr(one.words, name) for one in story.reports)
            for name in Words.__struct_fields__
        }
    )
