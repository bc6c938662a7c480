"""Fit the confidence of a model on dev: `python -m training.calibrate MODEL`.

Reads the articles of a split with the model in the folder MODEL, fits the logistic regression of
`reportedly.reading.calibration`, writes it into the model's ``config.json`` and prints the
reliability table. The expected calibration error printed is cross-validated over articles, so
that no attribution is judged by a fit that has seen it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.attribution import find_attributions
from reportedly.reading.calibration import Calibration
from reportedly.reading.model import load
from training.polnear import read_split
from training.ruler import ruler

Array = npt.NDArray[np.float64]

FOLDS = 5
BINS = 10
#: Keeps weights finite where evidence separates right from wrong.
PENALTY = 1e-2


def evidence(model: Path, data: Path) -> tuple[Array, Array, Array]:
    """Evidence (attributions, pieces), rightness 0/1, and the number of the article, of each."""
    loaded = load(str(model.resolve()))
    score: Any = ruler()
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    groups: list[int] = []
    for number, article in enumerate(read_split(data)):
        found = find_attributions(loaded.pieces(article.text), loaded.network, depth=0)
        gold = article.annotations[min(article.annotations)]
        ours = [score.Attribution(f.source, f.cue, f.content) for f in found]
        theirs = [score.Attribution(g.source, g.cue, g.content) for g in gold]
        pairs = score.match_attributions(ours, theirs, score.TokenIndex(article.text))
        matched = {ours_number for ours_number, _ in pairs}
        rows += [f.evidence for f in found]
        right += [i in matched for i in range(len(found))]
        groups += [number] * len(found)
    return np.array(rows), np.array(right, dtype=np.float64), np.array(groups)


def fit(rows: Array, right: Array) -> Calibration:
    """Penalised logistic regression by Newton's method, on square roots as in `Calibration`."""
    design = np.column_stack([-np.sqrt(np.maximum(0, -rows)), np.ones(len(rows))])
    weights = np.zeros(design.shape[1])
    penalty = np.eye(design.shape[1]) * PENALTY * len(rows) / 100
    penalty[-1, -1] = 0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (right - chance) - penalty @ weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    rounded = [round(float(w), 4) for w in weights]
    return Calibration(weights=rounded[:-1], intercept=rounded[-1])


def cross_validated(rows: Array, right: Array, groups: Array) -> Array:
    """The confidence of each attribution by a fit on the articles of the other folds."""
    chances = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = groups % FOLDS == fold
        calibration = fit(rows[~held], right[~held])
        chances[held] = [calibration(row) for row in rows[held].tolist()]
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
    rows, right, groups = evidence(options.model, options.data)
    error, table = reliability(cross_validated(rows, right, groups), right)
    path = options.model / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    calibration = fit(rows, right)
    config["calibration"] = {"weights": calibration.weights, "intercept": calibration.intercept}
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    print(f"expected calibration error {error:.3f} on {len(rows)} attributions")
    print("| confidence | attributions | mean confidence | right |\n| --- | --- | --- | --- |")
    for number, (count, confidence, rate) in enumerate(table):
        span = f"{number / BINS:.1f}-{(number + 1) / BINS:.1f}"
        print(f"| {span} | {count} | {confidence:.2f} | {rate:.2f} |")


if __name__ == "__main__":
    main()
