"""Write down what a trained network thinks of the training articles, for a smaller one to learn.

`python -m training.teach RUN OUT.npz --tokenizer FILE`: for each article of a split an array of
tag probabilities, shape ``(tokens, 13)`` (distillation; Hinton, Vinyals & Dean 2015).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reportedly.reading.encoder import encode
from reportedly.reading.tokens import WordPieces
from training.evaluate import reading_network
from training.polnear import read_split
from training.train import load_network

HalfArray = npt.NDArray[np.float16]


def teach(run: Path, out: Path, data: Path, tokenizer: Path) -> None:
    """Write the tag probabilities of every article of a split."""
    pieces = WordPieces.from_file(str(tokenizer))
    network = reading_network(load_network(run), pieces)
    lessons: dict[str, HalfArray] = {}
    for article in read_split(data):
        tokens = pieces(article.text)
        (scores,) = encode([tokens], network.run, marks=network.marks)
        lessons[article.name] = np.exp(scores.tags).astype(np.float16)
    np.savez_compressed(out, **lessons)  # type: ignore[arg-type]


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/train"))
    parser.add_argument("--tokenizer", type=Path, required=True)
    options = parser.parse_args(arguments)
    teach(options.run, options.out, options.data, options.tokenizer)


if __name__ == "__main__":
    main()
