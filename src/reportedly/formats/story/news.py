"""What reports brought to a story → rows, and lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.formats.listing import Column, Listing
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.story.claims import STYLES, interval
from reportedly.formats.story.reports import labels
from reportedly.formats.styles import AGAINST_STYLE, OPEN_STYLE, SOURCE_STYLE
from reportedly.story.news import Moved, News, Support
from reportedly.story.story import Change, Story

#: So many claims and changes of each kind stand on a screen.
SHOWN: Final = 5

#: Characters of a quotation.
LONGEST: Final = 100

What = Literal["report", "claim", "copy", "inflation", "shift", "conflict"]


class NewsRow(NamedTuple):
    """One thing that is new; of a claim, how it stood before and how it stands now."""

    what: What
    words: str
    before: str
    after: str
    because: str


NEWS: Final = Listing[NewsRow](
    columns=(Column("", lambda row: row.what), Column("What", lambda row: row.words, folds=True)),
    fields=NewsRow._fields,
    nothing="Nothing new.",
)
"""News, one a row, for programs."""


def rows(story: Story, news: News) -> Iterator[NewsRow]:
    """All that is new."""
    named = labels(story)
    for report in news.reports:
        yield NewsRow("report", report.title or "", "", named[report.number], "")
    for one in news.moved:
        before, after = _told(one.before), _told(one.after)
        yield NewsRow("claim", one.claim.words, before, after, one.claim.because)
    for copied in news.copies:
        before, after = named[copied.earlier], named[copied.later]
        yield NewsRow("copy", f"{copied.share:.0%}", before, after, "")
    for inflation in news.inflations:
        before, after = inflation.before.words, inflation.after.words
        yield NewsRow("inflation", inflation.dropped, before, after, "")
    for change in news.shifts:
        yield _change("shift", change)
    for change in news.conflicts:
        yield _change("conflict", change)


def shown(story: Story, news: News) -> RenderableType:
    """News for a terminal: the reports, and what they brought."""
    return Group(*_lines(story, news)) if news.reports else Text(NEWS.nothing, "dim")


def _lines(story: Story, news: News) -> Iterator[RenderableType]:
    named = labels(story)
    for report in news.reports:
        title = on_one_line(report.title or report.url or "")
        yield Text.assemble((on_one_line(named[report.number]), SOURCE_STYLE), f"  {title}")
    yield Text(f"  {news.fresh} claims that nobody made before", "dim")
    for copied in news.copies:
        share = f"{copied.share:.0%} of it" if copied.words else "quotations of it"
        words = f"  copy: {share} stood in {named[copied.earlier]}"
        yield Text(on_one_line(words), OPEN_STYLE)
    for one in news.moved[:SHOWN]:
        yield from _claim(one)
    yield from _rest(len(news.moved), "claims that stand otherwise now")
    for inflation in news.inflations[:SHOWN]:
        yield _pair(
            f"inflation, {inflation.dropped}", inflation.before.words, inflation.after.words
        )
    for kind, changes in (("shift", news.shifts), ("conflict", news.conflicts)):
        for change in changes[:SHOWN]:
            actor = f"{change.actor}, " if change.actor else ""
            what = f"{kind} of {change.kind}, {actor}{change.change}"
            yield _pair(what, change.before.words, change.after.words)
        yield from _rest(len(changes), f"{kind}s")


def _claim(one: Moved) -> Iterator[RenderableType]:
    words = shortened(on_one_line(one.claim.words), LONGEST)
    told = Text.assemble(f"  “{words}”: ", (_told(one.before), "dim"), " → ")
    yield told.append(_told(one.after), STYLES.get(one.after.status, ""))
    yield Padding(Text(on_one_line(one.claim.because), "dim"), (0, 0, 0, 4))


def _rest(count: int, what: str) -> Iterator[RenderableType]:
    if count > SHOWN:
        yield Text(f"  … and {count - SHOWN} more {what}", "dim")


def _pair(what: str, before: str, after: str) -> Text:
    one, other = (shortened(on_one_line(words), LONGEST) for words in (before, after))
    return Text.assemble((f"  {on_one_line(what)}: ", AGAINST_STYLE), f"“{one}” → “{other}”")


def _told(one: Support) -> str:
    return f"{one.status}, origins {interval(one.low, one.high)}"


def _change(what: What, one: Change) -> NewsRow:
    return NewsRow(what, one.actor or one.kind, one.before.words, one.after.words, one.because)
