"""Words of reports, as everything in a story points at them.

In: a `Report` and spans of its text. Out: a `Quote`, which brings the words and the names of those
through whom they came along.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from reportedly.ledger import OUTLET, Spans
from reportedly.story.report import Report

#: What an outlet is called whose name is not known.
HERE: Final = "this article"

Number = Annotated[int, Meta(description="the number of a report")]


class Quote(msgspec.Struct, frozen=True, gc=False):
    """Words of a report, and through whose hands they came."""

    report: Number
    spans: Annotated[Spans, Meta(description="where the words stand in the text of the report")]
    words: Annotated[str, Meta(description="the words at these spans, with … between two of them")]
    entry: Annotated[
        str | None, Meta(description="id of the entry of the report's ledger that the spans are of")
    ] = None
    chain: Annotated[
        tuple[str, ...],
        Meta(description="names, from the outlet through all relays to the source"),
    ] = ()


def quote(report: Report, entry: str | None, spans: Spans, chain: Sequence[str] = ()) -> Quote:
    """Words of a report, with the names of those through whom they came."""
    return Quote(
        report=report.number,
        entry=entry,
        spans=spans,
        words=report.ledger.text_of(spans),
        chain=tuple(_name(report, link) for link in chain or (OUTLET,)),
    )


def _name(report: Report, link: str) -> str:
    if link == OUTLET:
        return report.outlet or HERE
    return report.actors[link].name if link in report.actors else link
