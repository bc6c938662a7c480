"""Fit the confidence of a model on dev: `python -m training.calibrate MODEL`.

Reads the articles of PolNeAR dev with the model in the folder MODEL, fits a logistic regression of
`reportedly.reading.calibration` for each layer, writes them into the model's ``config.json`` and
prints how reliable they are. The expected calibration errors printed are cross-validated over
articles, so that no entry is judged by a fit that has seen it. Attributions are right if the ruler
can match them; entries of other layers, on the annotated articles, if the gold has the same.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.ledger import Article, Ledger
from reportedly.reading.attribution import find_attributions
from reportedly.reading.calibration import PIECES, Calibration
from reportedly.reading.model import Model, load
from reportedly.reading.reader import read_with
from training.annotation.compare import (
    aligned_actors,
    like_conditions,
    matched,
    matched_positions,
    overlap,
    with_mentions_of,
)
from training.annotation.gold import FOLDER, read_gold
from training.polnear import read_article, read_split
from training.ruler import ruler

Array = npt.NDArray[np.float64]

FOLDS = 5
BINS = 10
#: Of fewer entries only how many of them are right is learned.
FEW = 30
#: What a calibration that knows nothing says.
EVEN = 0.5
#: Keeps weights finite where evidence separates right from wrong.
PENALTY = 1e-2


@dataclass(frozen=True)
class Judged:
    """Evidence (entries, pieces), rightness 0/1, and the number of the article, of each entry."""

    rows: Array
    right: Array
    groups: Array


@dataclass
class Witness:
    """Stands where a calibration will stand, and remembers the evidence."""

    rows: list[tuple[float, ...]] = field(default_factory=list)

    def __call__(self, evidence: Sequence[float]) -> float:
        """Whatever the evidence, even chances."""
        self.rows.append(tuple(evidence))
        return EVEN


def attributions(model: Model, data: Path) -> Judged:
    """All outermost attributions of a split."""
    score: Any = ruler()
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    groups: list[int] = []
    for number, article in enumerate(read_split(data)):
        tokens = model.pieces(article.text)
        found = find_attributions(tokens, model.network, depth=0).found
        gold = article.annotations[min(article.annotations)]
        ours = [score.Attribution(f.source, f.cue, f.content) for f in found]
        theirs = [score.Attribution(g.source, g.cue, g.content) for g in gold]
        pairs = score.match_attributions(ours, theirs, score.TokenIndex(article.text))
        known = {ours_number for ours_number, _ in pairs}
        rows += [f.evidence for f in found]
        right += [i in known for i in range(len(found))]
        groups += [number] * len(found)
    return Judged(np.array(rows), np.array(right, dtype=np.float64), np.array(groups))


def others(model: Model, data: Path) -> dict[str, Judged]:
    """Entries of all other layers, in the annotated articles."""
    layers = [layer for layer in PIECES if layer != "attributions"]
    rows: dict[str, list[tuple[float, ...]]] = {layer: [] for layer in layers}
    right: dict[str, list[bool]] = {layer: [] for layer in layers}
    groups: dict[str, list[int]] = {layer: [] for layer in layers}
    for number, gold in enumerate(read_gold(FOLDER / "dev")):
        article = Article(text=read_article(data, gold.name).text)
        witnesses: dict[str, Any] = {layer: Witness() for layer in PIECES}
        ledger = read_with(replace(model, calibration=witnesses), article)
        known = dict(_right(gold.ledger(article), ledger))
        for layer in layers:
            # What words alone tell has a chance of its own.
            entries = [e for e in getattr(ledger, layer) if e.id != "A0" and e.confidence == EVEN]
            rows[layer] += witnesses[layer].rows
            right[layer] += [entry.id in known[layer] for entry in entries]
            groups[layer] += [number] * len(entries)
    return {
        layer: Judged(
            np.array(rows[layer]).reshape(-1, PIECES[layer]),
            np.array(right[layer], dtype=np.float64),
            np.array(groups[layer]),
        )
        for layer in layers
    }


def _right(gold: Ledger, ours: Ledger) -> Iterator[tuple[str, set[str]]]:
    """Ids of the entries that the gold has with the same labels, by layer."""
    ours = with_mentions_of(gold, ours)
    actors = aligned_actors(gold.actors, ours.actors)
    named = {actors.get(actor.id): actor for actor in gold.actors}
    yield (
        "actors",
        {
            actor.id
            for actor in ours.actors
            if (known := named.get(actor.id))
            and (known.kind, known.anonymity) == (actor.kind, actor.anonymity)
        },
    )
    pairs = matched(gold.claims, ours.claims, lambda a, b: overlap(a.spans, b.spans))
    same = [
        b.id
        for a, b in pairs
        if (a.certainty, a.polarity, a.time) == (b.certainty, b.polarity, b.time)
    ]
    yield "claims", set(same)
    positions = matched_positions(gold, ours, actors)
    yield "positions", {b.id for a, b in positions if a.stance == b.stance}
    conditions = matched(gold.conditions, ours.conditions, like_conditions)
    yield "conditions", {b.id for _, b in conditions}


def fit(rows: Array, right: Array) -> Calibration:
    """What turns evidence into confidence; on square roots, as in `Calibration`."""
    if len(rows) < FEW:
        chance = (right.sum() + 1) / (len(rows) + 2)
        intercept = round(float(np.log(chance / (1 - chance))), 4)
        return Calibration(weights=[0.0] * rows.shape[1], intercept=intercept)
    weights = [round(float(w), 4) for w in logistic(-np.sqrt(np.maximum(0, -rows)), right)]
    return Calibration(weights=weights[:-1], intercept=weights[-1])


def logistic(rows: Array, right: Array) -> Array:
    """Penalised logistic regression by Newton's method: a weight a column, and the intercept."""
    design = np.column_stack([rows, np.ones(len(rows))])
    weights = np.zeros(design.shape[1])
    penalty = np.eye(design.shape[1]) * PENALTY * len(rows) / 100
    penalty[-1, -1] = 0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (right - chance) - penalty @ weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def cross_validated(judged: Judged) -> Array:
    """The confidence of each entry by a fit on the articles of the other folds."""
    chances = np.zeros(len(judged.rows))
    for fold in range(FOLDS):
        held = judged.groups % FOLDS == fold
        calibration = fit(judged.rows[~held], judged.right[~held])
        chances[held] = [calibration(row) for row in judged.rows[held].tolist()]
    return chances


def reliability(chances: Array, right: Array) -> tuple[float, list[tuple[int, float, float]]]:
    """Expected calibration error (Naeini et al. 2015), and (count, confidence, rate) a bin."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    table, error = [], 0.0
    for number in range(BINS):
        here = bins == number
        count = int(here.sum())
        confidence = float(chances[here].mean()) if count else 0.0
        rate = float(right[here].mean()) if count else 0.0
        error += count / len(chances) * abs(confidence - rate)
        table.append((count, confidence, rate))
    return error, table


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    options = parser.parse_args(arguments)
    model = load(str(options.model.resolve()))
    judged = {"attributions": attributions(model, options.data)} | others(model, options.data)
    path = options.model / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    for layer, own in judged.items():
        if not len(own.rows):
            continue
        error, table = reliability(cross_validated(own), own.right)
        calibration = fit(own.rows, own.right)
        config["calibration"][layer] = {
            "weights": calibration.weights,
            "intercept": calibration.intercept,
        }
        print(f"{layer}: expected calibration error {error:.3f} on {len(own.rows)}")
        if layer == "attributions":
            print(as_markdown(table))
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def as_markdown(table: Sequence[tuple[int, float, float]]) -> str:
    """How many entries have which confidence, and how many of them are right."""
    lines = ["| confidence | entries | mean confidence | right |", "| --- | --- | --- | --- |"]
    for number, (count, confidence, rate) in enumerate(table):
        span = f"{number / BINS:.1f}-{(number + 1) / BINS:.1f}"
        lines.append(f"| {span} | {count} | {confidence:.2f} | {rate:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
