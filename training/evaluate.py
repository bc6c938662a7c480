"""Measure a trained network: `python -m training.evaluate RUN --data DIR`.

Reads the articles of a split with the network in RUN (as left by `training.train`), and scores the
outermost attributions with the ruler, `score_attribution.py`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from reportedly.reading.attribution import Found, find_attributions
from reportedly.reading.attribution import Network as Reading
from reportedly.reading.encoder import WindowInput, WindowOutput
from reportedly.reading.tokens import WordPieces
from training.network import Network
from training.polnear import GoldArticle, read_split
from training.reference import labels_of
from training.ruler import ruler
from training.train import load_network


def reading_network(network: Network, pieces: WordPieces) -> Reading:
    """The network in training, as the reading stages take it."""

    def run(window: WindowInput) -> WindowOutput:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            outputs = network(*(torch.from_numpy(values) for values in window))
        return WindowOutput(*(values[0].float().numpy() for values in outputs))

    distances = {name: bias.detach().numpy() for name, bias in network.distances.items()}
    return Reading(run, distances, pieces.marks)


def read_articles(
    articles: Sequence[GoldArticle], network: Reading, pieces: WordPieces
) -> dict[str, list[Found]]:
    """The outermost attributions of each article."""
    return {
        article.name: find_attributions(pieces(article.text), network, depth=0).found
        for article in articles
    }


def score(found: dict[str, list[Found]], split: Path) -> dict[str, Any]:
    """What the ruler says of predictions for a split directory."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder, "predictions.jsonl")
        with predictions.open("w", encoding="utf-8") as handle:
            for name, attributions in found.items():
                rows = [
                    {"source": a.source, "cue": a.cue, "content": a.content} for a in attributions
                ]
                handle.write(json.dumps({"id": name, "attributions": rows}) + "\n")
        labels = labels_of(split, Path(folder))
        result: dict[str, Any] = ruler().score(split, predictions, labels)
    return result


def figures(result: dict[str, Any]) -> dict[str, float]:
    """The four figures of the table in `docs/experiments.md`.

    >>> figures({"exact": {role: {"f1": 80.0} for role in ("source", "cue", "content")},
    ...          "linked": {"f1": 70.0}})
    {'source': 80.0, 'cue': 80.0, 'content': 80.0, 'linked': 70.0}
    """
    exact = {role: result["exact"][role]["f1"] for role in ("source", "cue", "content")}
    return exact | {"linked": result["linked"]["f1"]}


def summary(result: dict[str, Any]) -> str:
    """The same in words."""
    *exact, linked = figures(result).values()
    return f"exact {' / '.join(f'{f1:.1f}' for f1 in exact)}, linked {linked:.1f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json")
    options = parser.parse_args(arguments)
    pieces = WordPieces.from_file(str(options.tokenizer))
    network = reading_network(load_network(options.run), pieces)
    result = score(read_articles(list(read_split(options.data)), network, pieces), options.data)
    print(json.dumps(result, indent=1))
    print(summary(result))


if __name__ == "__main__":
    main()
