"""How well a story is put together: `python -m benchmarks.story`.

Reads the sample story with the model that ships, and compares what is found with
``samples/story/truth.json``: copies, pairs of claims, and groups of claims (B³; Bagga & Baldwin
1998). Nothing was learned from this story.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from reportedly.ledger import Article, Ledger
from reportedly.reading.reader import Reader
from reportedly.story.actors.bearers import bearers
from reportedly.story.claims.contradictions import contradiction, opposes
from reportedly.story.claims.evidence import Rarity
from reportedly.story.claims.matching import Decision, groups, match
from reportedly.story.claims.origins import Origins, Tracing
from reportedly.story.claims.roots import Instance
from reportedly.story.claims.status import status
from reportedly.story.copying.copies import copies
from reportedly.story.embedding import Vectors, embedder
from reportedly.story.report import Report
from reportedly.story.words.statements import Statement, statement_of

STORY: Final = Path("samples/story")

#: Relations of pairs that put two claims into one group.
TOGETHER: Final = ("same", "entails")

#: A copy is one if it has at least this share of the later report's words; a quotation that is used
#: again counts as well.
COPIED: Final = 0.2


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


def copies_found(story: Story) -> tuple[float, float]:
    """Precision and recall of copies, two reports counting as one."""
    names = {report.number: file for file, report in story.reports.items()}
    found = {
        (names[one.earlier.number], names[one.later.number])
        for one in copies(list(story.reports.values()))
        if one.share >= COPIED or not one.passages
    }
    versions = {(one["original"], one["changed"]) for one in story.truth["corrections"]}
    true = {(one["from"], one["to"]) for one in story.truth["copies"]}
    # Two copies of one report share what they copied, and an article most of its earlier text.
    hit = len(found & true)
    wrong = [pair for pair in found - true - versions if not _through(pair, true)]
    return hit / max(1, hit + len(wrong)), hit / len(true)


def _through(pair: tuple[str, str], true: set[tuple[str, str]]) -> bool:
    """Whether both are copies of a third."""
    return any((third, pair[0]) in true and (third, pair[1]) in true for third, _ in true)


def _pairs(story: Story) -> Iterator[tuple[float, bool]]:
    """The chance of each pair whose claims were found, and whether the two belong together."""
    decide, rarity = Decision.learned(), _rarity(story)
    for pair in story.truth["pairs"]:
        places = [story.claim_at(pair[side]) for side in ("a", "b")]
        if None in places:
            continue
        statements = []
        for file, number in filter(None, places):
            report = story.reports[file]
            statements.append(statement_of(report, report.ledger.claims[number]))
        vectors = embedder()([one.words for one in statements])
        one, other = statements
        chance = match(one, other, float(vectors[0] @ vectors[1]), decide, rarity).chance
        yield chance, pair["relation"] in TOGETHER


def _rarity(story: Story) -> Rarity:
    said = [
        (statement_of(report, claim), report.number)
        for report in story.reports.values()
        for claim in report.ledger.claims
    ]
    return Rarity.of([one for one, _ in said], [number for _, number in said])


def pairs_table(pairs: Sequence[tuple[float, bool]]) -> str:
    """Precision and recall of the pairs that are at least so likely to say the same.

    >>> print(pairs_table([(0.95, True), (0.35, False), (0.15, True)]).splitlines()[2])
    | 0.1 | 66.7 | 100.0 | 80.0 |
    """
    lines = ["| at least | precision | recall | F1 |", "| ---: | ---: | ---: | ---: |"]
    true = sum(right for _, right in pairs)
    for tenth in range(1, 10):
        found = [right for chance, right in pairs if chance >= tenth / 10]
        hit = sum(found)
        figures = (
            hit / max(1, len(found)),
            hit / max(1, true),
            2 * hit / max(1, len(found) + true),
        )
        lines.append(f"| {tenth / 10} | {' | '.join(f'{100 * one:.1f}' for one in figures)} |")
    return "\n".join(lines)


def b_cubed(true: Sequence[frozenset[Claimed]], found: Sequence[frozenset[Claimed]]) -> float:
    """B³ F1 over the claims that are in both.

    >>> a, b, c = (Claimed("x", n) for n in range(3))
    >>> b_cubed([frozenset({a, b}), frozenset({c})], [frozenset({a}), frozenset({b, c})])
    0.6666666666666666
    """
    of_true = {one: group for group in true for one in group}
    of_found = {one: group for group in found for one in group}
    both = of_true.keys() & of_found.keys()
    precision = recall = 0.0
    for one in both:
        mine, theirs = of_true[one] & both, of_found[one] & both
        precision += len(mine & theirs) / len(theirs) / len(both)
        recall += len(mine & theirs) / len(mine) / len(both)
    return 2 * precision * recall / (precision + recall) if both else 0.0


def groups_found(story: Story) -> tuple[float, int, int]:
    """B³ of the groups; how many of the members that the truth has were read as claims."""
    claimed, statements, numbers = [], [], []
    for file, report in story.reports.items():
        for number, claim in enumerate(report.ledger.claims):
            claimed.append(Claimed(file, number))
            statements.append(statement_of(report, claim))
            numbers.append(report.number)
    vectors = embedder()([one.words for one in statements])
    found = [
        frozenset(claimed[n] for n in group)
        for group in groups(statements, vectors, Decision.learned(), numbers)
    ]
    members = [[story.claim_at(one) for one in group["members"]]
               for group in story.truth["claim_groups"]]  # fmt: skip
    true = [frozenset(one for one in group if one is not None) for group in members]
    read = sum(one is not None for group in members for one in group)
    return b_cubed(true, found), read, sum(map(len, members))


def trace(
    story: Story, reports: Sequence[Report], instances: Sequence[Instance], entailing: int = 0
) -> Origins:
    """The origins of a claim in some of the reports; the last ``entailing`` say more than it."""
    opposite = contradicting(story, reports, instances[: len(instances) - entailing])
    opposite = [one for one in opposite if one not in instances]
    return Tracing(copies(reports), bearers(reports), reports).origins(instances, opposite)


def contradicting(
    story: Story, reports: Sequence[Report], instances: Sequence[Instance]
) -> list[Instance]:
    """What the reports say against a claim."""
    said = story.said
    own = [said[one.report.number, one.claim.id] for one in instances]
    found = []
    for report in reports:
        for claim in report.ledger.claims:
            statement, vector = said[report.number, claim.id]
            if opposes(statement, [(one, float(vector @ v)) for one, v in own]):
                found.append(Instance(report, claim))
    return found


def origins_found(story: Story) -> tuple[int, int]:
    """How often the number of origins, low and high, is right; and of how many steps.

    The members of each group are those of the truth, so that only the counting is measured.
    """
    right = steps = 0
    groups_by_id = {group["id"]: group for group in story.truth["claim_groups"]}
    for name, counts in story.truth["origins"].items():
        group = groups_by_id[name]
        places = [story.claim_at(one) for one in (*group["members"], *group.get("entailing", ()))]
        files: set[str] = set()
        for count in counts:
            files.add(count["after"])
            reports = [story.reports[file] for file in files]
            instances = [
                Instance(story.reports[one.file], story.reports[one.file].ledger.claims[one.number])
                for one in places
                if one is not None and one.file in files
            ]
            more = [story.claim_at(one) for one in group.get("entailing", ())]
            entailing = sum(one is not None and one.file in files for one in more)
            found = trace(story, reports, instances, entailing)
            right += (found.low, found.high) == (count["low"], count["high"])
            steps += 1
    return right, steps


#: The truth has one word for a name and for an outlet's own voice.
SINGLE_NAMED: Final = {"single named source": "single named", "outlet's own voice": "single named"}


def statuses_found(story: Story) -> tuple[int, int]:
    """How often the status at the end is right; of how many groups.

    The members of each group are those of the truth, as for origins.
    """
    reports = list(story.reports.values())
    groups_by_id = {group["id"]: group for group in story.truth["claim_groups"]}
    right = 0
    for name, true in story.truth["status"].items():
        group = groups_by_id[name]
        places = [story.claim_at(one) for one in (*group["members"], *group.get("entailing", ()))]
        instances = [
            Instance(story.reports[one.file], story.reports[one.file].ledger.claims[one.number])
            for one in places
            if one is not None
        ]
        more = sum(story.claim_at(one) is not None for one in group.get("entailing", ()))
        found = status(trace(story, reports, instances, more))
        right += (
            found is not None and SINGLE_NAMED.get(found.status, found.status) == true["status"]
        )
    return right, len(story.truth["status"])


def contradictions_found(story: Story) -> tuple[int, int, int]:
    """Of the pairs that were read: contradictions found rightly, found at all, and there."""
    hit = found = true = 0
    for pair in story.truth["pairs"]:
        sides = [story.claim_at(pair[side]) for side in ("a", "b")]
        places = [one for one in sides if one is not None]
        if len(places) < 2:
            continue
        (one, v), (other, w) = (
            story.said[report.number, report.ledger.claims[number].id]
            for report, number in ((story.reports[file], number) for file, number in places)
        )
        told = contradiction(one, other, float(v @ w)) is not None
        contradicts = pair["relation"] == "contradicts"
        hit, found, true = hit + (told and contradicts), found + told, true + contradicts
    return hit, found, true


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--story", type=Path, default=STORY)
    options = parser.parse_args(arguments)
    story = Story.read(options.story)
    precision, recall = copies_found(story)
    print(f"copies: precision {100 * precision:.1f}, recall {100 * recall:.1f}")
    pairs = list(_pairs(story))
    hit = sum(chance >= 0.5 and right for chance, right in pairs)
    found, true = sum(chance >= 0.5 for chance, _ in pairs), sum(right for _, right in pairs)
    print(
        f"pairs that say the same: precision {100 * hit / max(1, found):.1f}, "
        f"recall {100 * hit / max(1, true):.1f} ({len(pairs)} of {len(story.truth['pairs'])} read)"
    )
    print(pairs_table(pairs))
    score, read, members = groups_found(story)
    print(f"groups: B3 {100 * score:.1f} ({read} of {members} members read as claims)")
    right, steps = origins_found(story)
    print(f"origins: right after {right} of {steps} reports ({100 * right / steps:.1f} %)")
    hit, told, there = contradictions_found(story)
    print(f"contradictions: {hit} of {told} found are right, of {there} that there are")
    right, steps = statuses_found(story)
    print(f"status: right for {right} of {steps} groups ({100 * right / steps:.1f} %)")


if __name__ == "__main__":
    main()
