"""Write down what a trained network thinks of the training articles, for a smaller one to learn.

`python -m training.teach RUN OUT.npz --tokenizer FILE`: for each article of a split a `Lesson`, the
probabilities of its tags (distillation; Hinton, Vinyals & Dean 2015), and the cues that come to
light when contents are read again.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from rich.progress import track

from reportedly.reading.attribution import Found, find_attributions
from reportedly.reading.attribution import Network as Reading
from reportedly.reading.encoder import WindowInput, WindowOutput, encode
from reportedly.reading.tokens import Tokens, WordPieces
from training.evaluate import reading_network
from training.examples import IntArray, Lesson, token_spans
from training.polnear import read_split
from training.silver import IGNORED
from training.train import load_network


def lesson_of(tokens: Tokens, network: Reading) -> Lesson:
    """What a network says of an article."""
    network = replace(network, run=_remembered(network))
    (scores,) = encode([tokens], network.run, marks=network.marks)
    found = find_attributions(tokens, network)
    return Lesson(np.exp(scores.tags).astype(np.float16), _nested(tokens, found))


def _remembered(network: Reading) -> Any:
    """The network, which need not run twice on the same window."""

    @cache
    def run(*values: bytes) -> WindowOutput:
        arrays = (np.frombuffer(value, dtype=np.int64)[None, :] for value in values)
        return network.run(WindowInput(*arrays))

    return lambda window: run(*(values.tobytes() for values in window))


def _nested(tokens: Tokens, found: Sequence[Found]) -> IntArray:
    nested = np.full(len(tokens), IGNORED, dtype=np.int64)
    for role, value, chosen in (
        ("content", 0, [one for one in found if one.within is None]),
        ("cue", 1, [one for one in found if one.within is not None]),
    ):
        for one in chosen:
            for span in token_spans(tokens, getattr(one, role), 0):
                nested[span.first : span.last + 1] = value
    return nested


def teach(run: Path, out: Path, data: Path, tokenizer: Path) -> None:
    """Write the lessons of every article of a split."""
    pieces = WordPieces.from_file(str(tokenizer))
    network = reading_network(load_network(run), pieces)
    lessons: dict[str, Any] = {}
    for article in track(list(read_split(data)), "Reading"):
        lesson = lesson_of(pieces(article.text), network)
        lessons |= {f"{article.name}.{part}": v for part, v in lesson._asdict().items()}
    np.savez_compressed(out, **lessons)


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
