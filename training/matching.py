"""Learn how evidence becomes a chance that two claims say the same: `python -m training.matching`.

Fits the logistic regression of `reportedly.story.matching` on the pairs of ``pairs/train.jsonl``,
writes it into ``models/sentences/weights.json``, and prints precision and recall on ``pairs/dev``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from reportedly.ledger import Article, Claim, Ledger
from reportedly.story.embedding import embedder
from reportedly.story.matching import Decision, Evidence, evidence
from reportedly.story.report import Report
from reportedly.story.statements import Statement, statement_of
from training.annotation.gold import FOLDER, read_gold
from training.annotation.pairs import Pair, Place, read_pairs
from training.calibrate import logistic
from training.polnear import read_article, read_metadata

OUT = Path("src/reportedly/models/sentences/weights.json")

#: What puts two claims into one group.
TOGETHER = ("same", "a>b", "b>a")


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


def compared(pairs: Sequence[Pair], corpus: Corpus) -> Iterator[Evidence]:
    """What there is to compare in each pair."""
    for pair in pairs:
        one, other = corpus.statement(pair.a), corpus.statement(pair.b)
        vectors = embedder()([one.words, other.words])
        yield evidence(one, other, float(vectors[0] @ vectors[1]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data/polnear"))
    options = parser.parse_args(arguments)
    corpus = Corpus(options.shared)
    rows, right = {}, {}
    for part in ("train", "dev"):
        pairs = list(read_pairs(part))
        rows[part] = np.array(list(compared(pairs, corpus)))
        right[part] = np.array([pair.relation in TOGETHER for pair in pairs], dtype=float)
    *weights, intercept = (round(float(w), 4) for w in logistic(rows["train"], right["train"]))
    decide = Decision(tuple(weights), intercept)
    OUT.write_bytes(msgspec.json.format(msgspec.json.encode(decide), indent=1) + b"\n")
    for name, weight in zip(Evidence._fields, decide.weights, strict=True):
        print(f"{name:14} {weight:+.2f}")
    for part in ("train", "dev"):
        print(f"\n{part}: {table(rows[part], right[part], decide)}")


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
