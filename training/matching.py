"""Learn how evidence becomes a chance that two claims say the same: `python -m training.matching`.

Fits the logistic regression of `story.claims.matching` on the pairs of ``pairs/train.jsonl``
and those of the written affairs, writes it into ``models/sentences/weights.json``, and prints
precision and recall on ``pairs/dev``, and how well each affair is grouped by what was learned
without it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.ledger import Article, Claim, Ledger
from reportedly.story.claims.clustering import Link, clustered
from reportedly.story.claims.evidence import Evidence, Rarity, evidence
from reportedly.story.claims.matching import JOINS, Decision
from reportedly.story.embedding import embedder
from reportedly.story.report import Report
from reportedly.story.words.statements import Statement, statement_of
from training.annotation.affairs import WrittenPair, read_affairs
from training.annotation.gold import FOLDER, read_gold
from training.annotation.pairs import Pair, Place, read_pairs
from training.polnear import read_article, read_metadata

Array = npt.NDArray[np.float64]

OUT = Path("src/reportedly/models/sentences/weights.json")

#: What puts two claims into one group.
TOGETHER = ("same", "a>b", "b>a")

#: A pair of an affair counts so much: there are many, nearly all of them unlike.
WRITTEN = 0.3

#: How far weights are held back, in standard deviations of their evidence.
PENALTY = 3.0


class Compared(NamedTuple):
    """Evidence of pairs, a row each; whether they say the same; the affair, or nothing."""

    rows: Array
    right: Array
    affairs: tuple[str, ...]

    @classmethod
    def of(
        cls, rows: Sequence[Evidence], right: Sequence[bool], affairs: Sequence[str]
    ) -> Compared:
        """As arrays."""
        return cls(np.array(rows, dtype=float), np.array(right, dtype=float), tuple(affairs))


class Corpus:
    """PolNeAR's articles with what people marked in them."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        self.days = {name: row["publication_date"] for name, row in read_metadata(shared).items()}
        self.gold = {
            part: {g.name: g for g in read_gold(FOLDER / part)} for part in ("train", "dev")
        }
        self.ledger = cache(self._ledger)

    def _ledger(self, corpus: str, name: str) -> Ledger:
        text = read_article(self.shared / corpus, name).text
        return self.gold[corpus][name].ledger(Article(text=text, published=self.days[name]))

    def statement(self, place: Place) -> Statement:
        """What the claim at a place says."""
        ledger = self.ledger(place.corpus, place.article)
        return statement_of(Report(0, ledger), _claim_at(ledger, place))


def _claim_at(ledger: Ledger, place: Place) -> Claim:
    return next(claim for claim in ledger.claims if claim.spans == place.spans)


def compared(part: str, corpus: Corpus) -> Compared:
    """What there is to compare in the pairs of PolNeAR."""
    pairs = list(read_pairs("train" if part == "train" else "dev"))
    rarity = _rarity(pairs, corpus)
    rows = []
    for pair in pairs:
        one, other = corpus.statement(pair.a), corpus.statement(pair.b)
        vectors = embedder()([one.words, other.words])
        rows.append(evidence(one, other, float(vectors[0] @ vectors[1]), rarity))
    return Compared.of(rows, [pair.relation in TOGETHER for pair in pairs], [""] * len(pairs))


def _rarity(pairs: Sequence[Pair], corpus: Corpus) -> Rarity:
    """How rare each word is among the articles of some pairs."""
    places = {(place.corpus, place.article) for pair in pairs for place in (pair.a, pair.b)}
    statements, reports = [], []
    for number, (part, name) in enumerate(sorted(places)):
        ledger = corpus.ledger(part, name)
        report = Report(number, ledger)
        statements += [statement_of(report, claim) for claim in ledger.claims]
        reports += [number] * len(ledger.claims)
    return Rarity.of(statements, reports)


def written() -> tuple[Compared, list[WrittenPair]]:
    """What there is to compare in the pairs of the affairs."""
    pairs = read_affairs()
    each = {side.report.number: side for pair in pairs for side in (pair.one, pair.other)}
    said = {number: statement_of(side.report, side.claim) for number, side in each.items()}
    vectors = dict(zip(said, embedder()([one.words for one in said.values()]), strict=True))
    rarities = {}
    for affair in {side.affair for side in each.values()}:
        own = [number for number, side in each.items() if side.affair == affair]
        rarities[affair] = Rarity.of([said[number] for number in own], own)
    rows = []
    for pair in pairs:
        one, other = pair.one.report.number, pair.other.report.number
        closeness = float(vectors[one] @ vectors[other])
        rows.append(evidence(said[one], said[other], closeness, rarities[pair.one.affair]))
    right = [pair.relation in TOGETHER for pair in pairs]
    return Compared.of(rows, right, [pair.one.affair for pair in pairs]), pairs


def learned(*parts: Compared) -> Decision:
    """The decision by which the evidence of some pairs tells best which of them are the same.

    A logistic regression on standardised evidence with a penalty on the squares of its weights, by
    Newton's method.
    """
    rows = np.concatenate([part.rows for part in parts])
    right = np.concatenate([part.right for part in parts])
    counts = np.array([WRITTEN if affair else 1.0 for part in parts for affair in part.affairs])
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    design = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    penalty = np.eye(design.shape[1]) * PENALTY
    penalty[-1, -1] = 0
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (counts * (right - chance)) - penalty @ weights
        curve = (design.T * (counts * chance * (1 - chance))) @ design + penalty
        weights += np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    plain = weights[:-1] / spread
    intercept = weights[-1] - plain @ middle
    return Decision(tuple(round(float(one), 4) for one in plain), round(float(intercept), 4))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data/polnear"))
    options = parser.parse_args(arguments)
    corpus = Corpus(options.shared)
    train, dev = compared("train", corpus), compared("dev", corpus)
    affairs, pairs = written()
    decide = learned(train, affairs)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(decide), indent=1) + b"\n")
    for name, weight in zip(Evidence._fields, decide.weights, strict=True):
        print(f"{name:14} {weight:+.2f}")
    print(f"{'intercept':14} {decide.intercept:+.2f}")
    for name, part in (("train", train), ("dev", dev)):
        print(f"\n{name}: {table(part.rows, part.right, decide)}")
    print(f"\naffairs, each grouped by what was learned without it, joined at {JOINS}:")
    for joins in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        print(f"| {joins} | {100 * grouped(train, affairs, pairs, joins):.1f} |")


def grouped(
    train: Compared, affairs: Compared, pairs: Sequence[WrittenPair], joins: float
) -> float:
    """B³ F1 of the propositions of all affairs, each grouped by what was learned without it."""
    names = np.array(affairs.affairs)
    total = Counter[str]()
    for affair in sorted(set(affairs.affairs)):
        kept = names != affair
        rest = Compared(affairs.rows[kept], affairs.right[kept], tuple(names[kept].tolist()))
        decide = learned(train, rest)
        found = zip(pairs, affairs.rows.tolist(), affairs.affairs, strict=True)
        own = [(pair, Evidence(*row)) for pair, row, its in found if its == affair]
        total.update(_b_cubed(own, decide, joins))
    precision, recall = (total[one] / total["count"] for one in ("precision", "recall"))
    return 2 * precision * recall / (precision + recall)


def _b_cubed(
    own: Sequence[tuple[WrittenPair, Evidence]], decide: Decision, joins: float
) -> dict[str, Any]:
    """Precision and recall of each statement of an affair, summed up (Bagga & Baldwin 1998)."""
    meant = {side.report.number: side.proposition for pair, _ in own for side in pair[:2]}
    numbers = sorted(meant)
    place = {number: at for at, number in enumerate(numbers)}
    links = [
        Link(place[pair.one.report.number], place[pair.other.report.number], decide(found))
        for pair, found in own
    ]
    sums = Counter[str]()
    for group in clustered(numbers, links, joins):
        of = [meant[numbers[at]] for at in group]
        for proposition in of:
            same = of.count(proposition)
            sums["precision"] += same / len(of)  # type: ignore[assignment]
            sums["recall"] += same / list(meant.values()).count(proposition)  # type: ignore[assignment]
            sums["count"] += 1
    return sums


def table(rows: np.ndarray, right: np.ndarray, decide: Decision) -> str:
    """Precision and recall at several thresholds, beside those of the vectors alone."""
    chances = np.array([decide(Evidence(*row)) for row in rows])
    lines = ["", "| at least | precision | recall | F1 | vectors alone, best F1 |",
             "| ---: | ---: | ---: | ---: | ---: |"]  # fmt: skip
    alone = max(scores(rows[:, 0] >= limit, right)[2] for limit in np.arange(0.3, 1, 0.01))
    for limit in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        figures = " | ".join(f"{100 * one:.1f}" for one in scores(chances >= limit, right))
        lines.append(f"| {limit} | {figures} | {100 * alone:.1f} |")
    return "\n".join(lines)


def scores(found: np.ndarray, right: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    hit = float((found * right).sum())
    precision, recall = hit / max(1, found.sum()), hit / max(1, right.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    main()
