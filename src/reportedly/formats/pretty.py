"""A ledger → the article as an editor would mark it up, for a terminal.

In: a `Ledger`. Out: its text with sources, cues and contents in three colours, the number of each
attribution in the margin of the line where its cue stands, and the table of all of them; then who
stands where and what hangs on what, if the ledger knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.rule import Rule
from rich.style import Style
from rich.text import Text

from reportedly.audit import audit
from reportedly.formats import board, conditions
from reportedly.formats.names import unsourced_hearsay
from reportedly.formats.printable import Colours, on_one_line, printable, rendered
from reportedly.formats.rows import counts, meaning, place, rows
from reportedly.formats.styles import (
    CONTENT_STYLE,
    CUE_STYLE,
    HEARSAY_STYLE,
    MARK_STYLE,
    SOURCE_STYLE,
)
from reportedly.formats.table import table
from reportedly.formats.voices import bar, has_sources, legend, origins_of
from reportedly.ledger import Ledger

#: Cells of the text column at most: longer lines are hard to read.
WIDEST_TEXT: Final = 96

#: Cells of the margin at most; marks that need more go on below, beside an empty line.
WIDEST_MARGIN: Final = 11

#: A terminal of so many cells has room for two marks beside each other.
ROOMY: Final = 72

#: Stands in the margin where the outlet itself passes on hearsay.
HEARSAY_MARK: Final = "?"

#: Cells of the bar that shows whose voice the article speaks in.
BAR: Final = 60

#: Cells that the text has at least, however narrow the terminal.
NARROWEST_TEXT: Final = 10

RULE_STYLE: Final = "dim"
NESTED_STYLE: Final = f"underline {CONTENT_STYLE}"
WARNING_STYLE: Final = "bold yellow"

# Under this name a character carries the ids of its attributions through the wrapping of lines.
_CARRIED: Final = "attributions"

_LINE_END: Final = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Pretty:
    """A ledger that any rich console can print.

    >>> from reportedly.ledger import Article, Attribution, ModelInfo
    >>> said = Attribution(id="R1", source_spans=((16, 19),), cue_spans=((20, 24),),
    ...                    content_spans=((0, 14),), confidence=0.92)
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), attributions=(said,),
    ...                 article=Article(text="Rain is likely, she said."))
    >>> from rich.console import Console
    >>> for line in Pretty(ledger).lines(Console(), width=30):
    ...     print(line)
    R1 │ Rain is likely, she said.
    """

    ledger: Ledger

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.header(colours=console.color_system is not None)
        yield Rule(style=RULE_STYLE)
        yield from self.lines(console, options.max_width)
        yield Rule(style=RULE_STYLE)
        if self.ledger.attributions:
            yield table(self.ledger)
        for number, (title, body) in enumerate(_sections(self.ledger)):
            yield from (Text(),) if number else ()
            yield Text(title, "bold")
            yield body

    def header(self, *, colours: bool) -> Iterator[Text]:
        """What the article is, what was found in it, and what colours and marks mean."""
        article, model = self.ledger.article, self.ledger.model
        if article.title:
            yield Text(on_one_line(article.title), "bold")
        known = (article.outlet, article.author, article.published, article.url)
        if any(known):
            yield Text(" · ".join(on_one_line(value) for value in known if value))
        sums = counts(self.ledger)
        yield Text(str(sums))
        told, reader = f"{sums.words:,} words", f"read with {model.name} {model.version}"
        found = audit(self.ledger)
        if has_sources(found.words):
            yield bar(found.words, BAR)
            yield legend(found.words)
            told = f"{found.words.total:,} words · {origins_of(found)}"
        else:
            told = f"{sums.share:.0%} of {told} are attributed"
        yield Text(on_one_line(f"{told} · {reader}"), "dim")
        for flag in self.ledger.flags:
            yield Text("! " + on_one_line(meaning(flag)), WARNING_STYLE)
        roles = (("source", SOURCE_STYLE), ("cue", CUE_STYLE), ("content", CONTENT_STYLE))
        nested = ("nested content", NESTED_STYLE)
        hearsay = [("hearsay", HEARSAY_STYLE)] if any(c.markers for c in self.ledger.claims) else []
        shown = [Text(*role) for role in (*roles, nested, *hearsay)] if colours else []
        margin = "in the margin: where the cue stands"
        if unsourced_hearsay(self.ledger):
            margin += f"; {HEARSAY_MARK} hearsay in the outlet’s own voice"
        yield Text("  ").join([*shown, Text(margin, "dim")])

    def lines(self, console: Console, width: int) -> Iterator[Text]:
        """The text in lines of at most ``width`` cells, each with its margin."""
        margin = self._margin(width)
        room = max(NARROWEST_TEXT, min(WIDEST_TEXT, width - margin - 3))
        for paragraph in self._styled().split("\n", allow_blank=True):
            for line in paragraph.wrap(console, room, overflow="fold"):
                line.rstrip()
                beside = _folded(_taken_marks(line), margin)
                for number, marks in enumerate(beside or [""]):
                    padded = " " * (margin - cell_len(marks)) + marks
                    whole = Text.assemble((padded, MARK_STYLE), (" │ ", RULE_STYLE))
                    whole.no_wrap, whole.overflow = True, "ignore"
                    yield whole.append_text(line) if number == 0 else whole

    def _margin(self, width: int) -> int:
        ids = [on_one_line(entry.id) for entry in self.ledger.attributions]
        ids += [HEARSAY_MARK] if unsourced_hearsay(self.ledger) else []
        longest = max(map(cell_len, ids), default=0)
        beside = 2 * longest + 1 if width >= ROOMY else longest
        return min(beside, WIDEST_MARGIN)

    def _styled(self) -> Text:
        """The whole text with its colours, offsets unchanged; each cue carries its id along."""
        written = self.ledger.article.text
        shown = _LINE_END.sub(lambda end: end[0][:-1].replace("\r", " ") + "\n", written.rstrip())
        text = Text(printable(shown))
        for row in rows(self.ledger):
            entry = row.entry
            for start, end in (*entry.content_spans, *entry.carried_spans):
                text.stylize(NESTED_STYLE if row.depth else CONTENT_STYLE, start, end)
            for start, end in entry.source_spans:
                text.stylize(SOURCE_STYLE, start, end)
            for start, end in entry.cue_spans:
                text.stylize(CUE_STYLE, start, end)
        for claim in self.ledger.claims:
            for start, end in claim.markers:
                text.stylize(HEARSAY_STYLE, start, end)
        pointed: dict[int, list[str]] = defaultdict(list)
        for entry in self.ledger.attributions:
            pointed[place(entry)].append(on_one_line(entry.id))
        for begin in unsourced_hearsay(self.ledger):
            pointed[begin].append(HEARSAY_MARK)
        for at, ids in pointed.items():
            text.stylize(Style(meta={_CARRIED: ids}), at, at + 1)
        return text


def _sections(ledger: Ledger) -> Iterator[tuple[str, RenderableType]]:
    """What follows the table, as far as the ledger knows of it."""
    if ledger.positions:
        yield board.TITLE, board.table(ledger)
    if ledger.conditions:
        yield conditions.TITLE, conditions.trees(ledger)


def _taken_marks(line: Text) -> list[str]:
    """The ids of the attributions whose cue begins in a line, from left to right; taken off it."""
    carriers = [s for s in line.spans if isinstance(s.style, Style) and _CARRIED in s.style.meta]
    line.spans = [span for span in line.spans if span not in carriers]
    return [
        mark
        for span in sorted(carriers, key=lambda span: span.start)
        for mark in cast("Style", span.style).meta[_CARRIED]
    ]


def _folded(marks: list[str], margin: int) -> list[str]:
    """Marks joined into as many lines of at most ``margin`` cells as they need."""
    folded: list[str] = []
    for mark in marks:
        if folded and cell_len(folded[-1]) + 1 + cell_len(mark) <= margin:
            folded[-1] += " " + mark
        else:
            folded.append(mark)
    return folded


def as_text(ledger: Ledger, *, width: int = 100, colours: Colours | None = None) -> str:
    """Return the marked-up article as text.

    Args:
        ledger: what to show.
        width: cells of a line at most.
        colours: what the terminal can show; null for text without escape sequences, in which
            the margin marks alone point at the attributions.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> print(as_text(ledger, width=40).splitlines()[-2])
     │ Rain.
    """
    return rendered(Pretty(ledger), width=width, colours=colours)
