"""The claims of a story → a listing; and one claim → the tree of who got it from whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.formats.listing import Column, Listing
from reportedly.formats.names import ARROW, HEARSAY, UNCERTAIN
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.story.reports import labels
from reportedly.formats.styles import (
    AGAINST_STYLE,
    CHAIN_STYLE,
    FOR_STYLE,
    OPEN_STYLE,
    SOURCE_STYLE,
    badge,
)
from reportedly.ledger import Spans
from reportedly.story.claims.origins import How
from reportedly.story.claims.status import Status
from reportedly.story.quotes import Quote
from reportedly.story.story import Story, StoryClaim, Telling

#: Characters of a claim in a table.
LONGEST: Final = 160

STYLES: Final[dict[Status, str]] = {
    "corroborated": FOR_STYLE,
    "disputed": OPEN_STYLE,
    "denied": AGAINST_STYLE,
    "retracted": AGAINST_STYLE,
    "single unnamed source": OPEN_STYLE,
}


#: How a report has a claim from another one.
WAYS: Final[dict[How | None, str]] = {"copied": "copied from", "cited": "cites", None: "from"}


class ClaimRow(NamedTuple):
    """A claim with its figures; ``since`` is the day of the first report that has it."""

    id: str
    claim: str
    status: Status
    low: int
    high: int
    articles: int
    since: str | None
    because: str


CLAIMS: Final = Listing[ClaimRow](
    columns=(
        Column("", lambda row: row.id),
        Column("Claim", lambda row: shortened(on_one_line(row.claim), LONGEST), folds=True),
        Column("Status", lambda row: Text(row.status, STYLES.get(row.status, ""))),
        Column("Origins", lambda row: interval(row.low, row.high)),
        Column("Articles", lambda row: row.articles),
        Column("Since", lambda row: row.since),
    ),
    fields=ClaimRow._fields,
    nothing="No claim is told by so many articles.",
)
"""Claims, one a row."""


class TellingRow(NamedTuple):
    """A claim as one report tells it; ``chain`` from the outlet to the source."""

    report: int
    outlet: str | None
    published: str | None
    words: str
    chain: str
    origin: str | None
    how: str | None
    got_from: int | None
    certainty: str
    polarity: str
    hearsay: bool
    spans: Spans


TELLINGS: Final = Listing[TellingRow](
    columns=(), fields=TellingRow._fields[:-1], nothing="No report tells this claim."
)
"""The reports of one claim, one a row, for programs."""


def interval(low: int, high: int) -> str:
    """A number that is known exactly, or between which two it is.

    >>> interval(2, 2), interval(1, 3)
    ('2', '1–3')
    """
    return str(low) if low == high else f"{low}–{high}"


def claims(story: Story, least: int = 1) -> list[ClaimRow]:
    """The claims that at least so many articles tell, the newest first."""
    days = {report.number: report.published for report in story.reports}
    article = {report.number: report.article for report in story.reports}

    def told(one: StoryClaim) -> int:
        return len({article[number] for number in one.reports})

    rows = [
        ClaimRow(
            one.id, one.words, one.status, one.low, one.high, told(one),
            days[one.reports[0]], one.because,
        )
        for one in story.claims
        if told(one) >= least
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.since or "", row.articles), reverse=True)


def tellings(story: Story, claim: StoryClaim) -> Iterator[TellingRow]:
    """One claim, as each report tells it."""
    reports = {report.number: report for report in story.reports}
    for one in claim.tellings:
        report = reports[one.quote.report]
        yield TellingRow(
            report.number, report.outlet, report.published, one.quote.words,
            ARROW.join(one.quote.chain), one.origin, one.how, one.got_from,
            one.certainty, one.polarity, one.hearsay,
            one.quote.spans,
        )  # fmt: skip


def tree(story: Story, claim: StoryClaim) -> RenderableType:
    """One claim for a terminal: each report with its words, and through whom they came."""
    return Group(*_lines(story, claim))


def _lines(story: Story, claim: StoryClaim) -> Iterator[RenderableType]:
    yield Text.assemble((claim.id, "bold"), " ", (on_one_line(claim.words), "bold"))
    status = Text(claim.status, STYLES.get(claim.status, ""))
    origins = interval(claim.low, claim.high)
    yield status.append(f", independent origins: {origins}", "")
    yield Text(on_one_line(claim.because))
    named = labels(story)
    for telling in claim.tellings:
        yield Text("")
        yield _heading(named[telling.quote.report], telling)
        yield from _quoted(telling.quote)
        if telling.got_from is not None:
            earlier = on_one_line(named[telling.got_from])
            yield Padding(Text(f"{WAYS[telling.how]} {earlier}", OPEN_STYLE), (0, 0, 0, 2))
    for quote in claim.against:
        yield Text("")
        yield Text.assemble(
            ("Against it: ", AGAINST_STYLE), (on_one_line(named[quote.report]), SOURCE_STYLE)
        )
        yield from _quoted(quote)


def _quoted(quote: Quote) -> Iterator[RenderableType]:
    yield Padding(Text(f"“{on_one_line(quote.words)}”"), (0, 0, 0, 2))
    chain = ARROW.join(on_one_line(link) for link in quote.chain)
    yield Padding(Text(chain, CHAIN_STYLE), (0, 0, 0, 2))


def _heading(label: str, telling: Telling) -> Text:
    heading = Text(on_one_line(label), SOURCE_STYLE)
    words = [UNCERTAIN.get(telling.certainty), HEARSAY if telling.hearsay else None]
    denied = "denied" if telling.polarity == "negative" else None
    for word in _told((*words, denied)):
        heading.append(" ").append_text(badge(word))
    return heading


def _told(words: Iterable[str | None]) -> Iterator[str]:
    return (word for word in words if word)
