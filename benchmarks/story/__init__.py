"""How well a story is put together: `python -m benchmarks.story`.

Reads the sample story with the model that ships, and compares what is found with
``samples/story/truth.json``: copies, and in the modules beside this one claims and their origins.
Nothing was learned from this story.

In: a folder with reports and what is true of them. Out: a `Story`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from reportedly.ledger import Article, Ledger
from reportedly.reading.reader import Reader
from reportedly.story.embedding import Vectors, embedder
from reportedly.story.report import Report
from reportedly.story.words.statements import Statement, statement_of

STORY: Final = Path("samples/story")


class Claimed(NamedTuple):
    """A claim of a report: its file, and its number among the report's claims."""

    file: str
    number: int


@dataclass(frozen=True)
class Story:
    """What was read, and what is true."""

    reports: Mapping[str, Report]
    truth: Mapping[str, Any]

    @cached_property
    def said(self) -> dict[tuple[int, str], tuple[Statement, Vectors]]:
        """What each claim says, and its vector, by the report's number and the claim's id."""
        found = {
            (report.number, claim.id): statement_of(report, claim)
            for report in self.reports.values()
            for claim in report.ledger.claims
        }
        vectors = embedder()([one.words for one in found.values()])
        return dict(zip(found, zip(found.values(), vectors, strict=True), strict=True))

    @classmethod
    def read(cls, folder: Path, model: str = "small") -> Story:
        """Read all reports."""
        lines = (folder / "story.jsonl").read_text(encoding="utf-8").splitlines()
        rows = list(map(json.loads, lines))
        files = [row.pop("file") for row in rows]
        articles = [
            Article(text=(folder / file).read_text(encoding="utf-8"), **row)
            for file, row in zip(files, rows, strict=True)
        ]
        ledgers = Reader(model).read_many(articles, jobs=1)
        reports = {
            file: Report(number, ledger)
            for number, (file, ledger) in enumerate(zip(files, ledgers, strict=True), start=1)
        }
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        return cls(reports, truth)

    def claim_at(self, place: Mapping[str, str]) -> Claimed | None:
        """The claim that has most of some words, if it has half of them and they half of it."""
        ledger = self.reports[place["file"]].ledger
        start = ledger.article.text.index(place["words"])
        best = max(
            ((_dice(ledger, number, start, start + len(place["words"])), -number)
             for number in range(len(ledger.claims))),
            default=(0.0, 0),
        )  # fmt: skip
        return Claimed(place["file"], -best[1]) if best[0] >= 0.5 else None


def _dice(ledger: Ledger, number: int, start: int, end: int) -> float:
    spans = ledger.claims[number].spans
    common = sum(max(0, min(b, end) - max(a, start)) for a, b in spans)
    return 2 * common / (end - start + sum(b - a for a, b in spans))
