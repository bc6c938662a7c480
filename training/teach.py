"""Write down what a model thinks of the training articles, for a smaller one to learn.

`python -m training.teach MODEL OUT.npz`: for each article of a split the model's probabilities of
its tokens' tags, shape ``(tokens, 13)`` (distillation; Hinton, Vinyals & Dean 2015).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.progress import track

from reportedly.reading.encoder import encode, log_softmax
from reportedly.reading.model import Model, load
from training.polnear import read_split


@cache
def _model(folder: str) -> Model:
    return load(folder)


def tags_of(folder: str, text: str) -> npt.NDArray[np.float16]:
    """Probabilities of the tags of a text's tokens, shape ``(tokens, 13)``."""
    model = _model(folder)
    (scores,) = encode([model.pieces(text)], model.network.run, marks=model.network.marks)
    return np.exp(log_softmax(scores.layer("tags"))).astype(np.float16)


def teach(model: str, out: Path, data: Path, jobs: int) -> None:
    """Write the tag probabilities of every article of a split, reading several side by side."""
    lessons: dict[str, Any] = {}
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        futures = {a.name: pool.submit(tags_of, model, a.text) for a in read_split(data)}
        for name, future in track(futures.items(), "Reading", total=len(futures)):
            lessons[name] = future.result()
    np.savez_compressed(out, **lessons)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="name or folder of an exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/train"))
    parser.add_argument("--jobs", type=int, default=2)
    teach(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
