"""Pairs of claims, and how two readers compared them: `python -m training.annotation.pairs`.

In: ``pairs/train.jsonl`` and ``pairs/dev.jsonl``: where each claim stands in an article of PolNeAR,
and the relation of the two (see ``docs/pairs.md``). Out: `Pair`s, with their
texts where the corpus is there. Nothing is learned from ``dev``, whose pairs were read twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from reportedly.ledger import Spans

FOLDER = Path(__file__).parent / "pairs"

Relation = Literal["same", "a>b", "b>a", "contradicts", "related", "unrelated"]


class Place(msgspec.Struct, frozen=True):
    """Where a claim stands: in which article of which split, and at which characters."""

    corpus: Literal["train", "dev"]
    article: str
    spans: Spans


class Pair(msgspec.Struct, frozen=True):
    """Two claims, how they stand to each other, and what each reader thought."""

    a: Place
    b: Place
    relation: Relation
    readings: tuple[Relation, ...] = ()


def read_pairs(part: Literal["train", "dev"]) -> Iterator[Pair]:
    """The pairs to learn from, or to measure on."""
    for line in (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        yield msgspec.json.decode(line, type=Pair)


def kappa(readings: Sequence[tuple[Relation, ...]]) -> float:
    """Agreement of two readers beyond chance (Cohen 1960).

    >>> kappa([("same", "same"), ("related", "related"), ("same", "related")])
    0.4
    """
    count = len(readings)
    one, two = (Counter(reading[side] for reading in readings) for side in (0, 1))
    chance = sum(one[label] * two[label] for label in one) / count**2
    agreed = sum(a == b for a, b in readings) / count
    return (agreed - chance) / (1 - chance)


def table() -> str:
    """What there is, as a Markdown table."""
    counts = {part: Counter(p.relation for p in read_pairs(part)) for part in ("train", "dev")}
    lines = ["| relation | train | dev |", "| --- | ---: | ---: |"]
    lines += [
        f"| {label} | {counts['train'][label]} | {counts['dev'][label]} |"
        for label in get_args(Relation)
    ]
    totals = [sum(counter.values()) for counter in counts.values()]
    return "\n".join([*lines, f"| all | {totals[0]} | {totals[1]} |"])


def main() -> None:
    """Command line."""
    readings = [pair.readings for pair in read_pairs("dev")]
    print(table())
    print(f"\nTwo readers of dev agree with a kappa of {kappa(readings):.2f}.")


if __name__ == "__main__":
    main()
