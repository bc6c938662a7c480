"""Write down what a model thinks of the training articles, for a smaller one to learn.

`python -m training.teach MODEL OUT.npz`: for each article of a split a `Lesson`. Its ``tags`` are
the model's probabilities (distillation; Hinton, Vinyals & Dean 2015), its ``nested`` the cues that
came to light when it read the contents again. `--parts` chooses among the two.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from rich.progress import track

from reportedly.reading.attribution import Network, find_attributions
from reportedly.reading.encoder import encode
from reportedly.reading.model import Model, load
from reportedly.reading.tokens import Tokens
from training.examples import HalfArray, IntArray, token_spans
from training.polnear import read_split
from training.silver import IGNORED


def tags_of(tokens: Tokens, network: Network) -> HalfArray:
    """Probabilities of the tags of an article's tokens, shape ``(tokens, 13)``."""
    (scores,) = encode([tokens], network.run, marks=network.marks)
    probabilities: HalfArray = np.exp(scores.tags).astype(np.float16)
    return probabilities


def nested_of(tokens: Tokens, network: Network) -> IntArray:
    """1 for cues within contents, 0 for other tokens of contents, `IGNORED` for the rest."""
    found = find_attributions(tokens, network)
    nested = np.full(len(tokens), IGNORED, dtype=np.int64)
    for role, value, chosen in (
        ("content", 0, [one for one in found if one.within is None]),
        ("cue", 1, [one for one in found if one.within is not None]),
    ):
        for one in chosen:
            for span in token_spans(tokens, getattr(one, role), 0):
                nested[span.first : span.last + 1] = value
    return nested


PARTS: dict[str, Callable[[Tokens, Network], Any]] = {"tags": tags_of, "nested": nested_of}


@cache
def _model(folder: str) -> Model:
    return load(folder)


def _lesson(folder: str, text: str, parts: Sequence[str]) -> dict[str, Any]:
    model = _model(folder)
    tokens = model.pieces(text)
    return {part: PARTS[part](tokens, model.network) for part in parts}


def teach(model: str, out: Path, data: Path, parts: Sequence[str], jobs: int) -> None:
    """Write the lessons of every article of a split, reading several side by side."""
    articles = list(read_split(data))
    lessons: dict[str, Any] = {}
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        futures = [pool.submit(_lesson, model, article.text, parts) for article in articles]
        for article, future in track(list(zip(articles, futures, strict=True)), "Reading"):
            lessons |= {f"{article.name}.{part}": v for part, v in future.result().items()}
    np.savez_compressed(out, **lessons)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="name or folder of an exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/train"))
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--jobs", type=int, default=2)
    teach(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
