"""Tokens → scores: the encoder is run over passages of tokens, in windows.

In: `Tokens` of one or more passages that are to be read apart from each other. Out: for each a
`Scores`: what is said of every token, weighted towards the windows in which it has most
context, and for each window the vectors that links between its tokens are scored from.

A long passage is read in overlapping windows; short ones share a window, as paragraphs of one
text do. Windows are run one at a time, so that neither batch size nor threads change a result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.reading.decoding import FloatArray
from reportedly.reading.heads import LABEL_COUNT, LABELS
from reportedly.reading.tokens import IntArray, Tokens

#: Tokens of text in a window (the encoder adds a start and a stop mark), and how many of them
#: two neighbouring windows share; `docs/experiments.md` has what others gave.
WINDOW: Final = 318
OVERLAP: Final = 64


class WindowInput(NamedTuple):
    """What the network takes of one window; arrays of shape ``(1, tokens)``, marks included."""

    ids: IntArray
    case: IntArray
    gap: IntArray
    depth: IntArray


class WindowOutput(NamedTuple):
    """What the network makes of one window, one row a token, marks included."""

    labels: FloatArray  # (tokens, LABEL_COUNT)
    vectors: FloatArray  # (tokens, VECTOR_COUNT)


#: Anything that runs the network on one window: the ONNX graph, or the network in training.
Run = Callable[[WindowInput], WindowOutput]
Mapper = Callable[[Run, Iterable[WindowInput]], Iterable[WindowOutput]]


@dataclass(frozen=True)
class Window:
    """Tokens ``left`` to ``right`` of a text, and their vectors, `VECTOR_COUNT` numbers each."""

    left: int
    right: int
    vectors: FloatArray


@dataclass(frozen=True)
class Scores:
    """What the network says of a passage, and the windows that it comes from.

    ``labels`` are scores of shape ``(tokens, LABEL_COUNT)``, see `reportedly.reading.heads`.
    """

    labels: FloatArray
    windows: tuple[Window, ...]

    def layer(self, name: str) -> FloatArray:
        """Scores of the labels of a layer, shape ``(tokens, labels)``."""
        return self.labels[:, LABELS[name].slice]

    def odds(self, name: str) -> FloatArray:
        """Log-odds of a layer that has one label, shape ``(tokens,)``."""
        return self.labels[:, LABELS[name].start]


def window_edges(count: int, window: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Half-open windows over ``count`` tokens: as few as may be, and no longer than need be.

    >>> window_edges(10, window=6, overlap=2)
    [(0, 6), (4, 10)]
    """
    if count <= window:
        return [(0, count)] if count else []
    pieces = -(-(count - overlap) // (window - overlap))
    size = -(-(count + (pieces - 1) * overlap) // pieces)
    lefts = np.linspace(0, count - size, pieces).round().astype(int).tolist()
    return [(left, left + size) for left in lefts]


@dataclass(frozen=True)
class _Piece:
    """Tokens ``left`` to ``right`` of passage number ``passage``."""

    passage: int
    left: int
    right: int

    def __len__(self) -> int:
        return self.right - self.left


def encode(
    passages: Sequence[Tokens],
    run: Run,
    *,
    marks: tuple[int, int],
    window: int = WINDOW,
    overlap: int = OVERLAP,
    mapper: Mapper = map,
) -> list[Scores]:
    """Run the network over passages and reconcile its windows.

    Args:
        passages: token sequences, each read on its own.
        run: the network.
        marks: ids of the start and stop marks.
        window: tokens of text in a window, at most.
        overlap: tokens that neighbouring windows share, at least.
        mapper: `map`, or one that runs several windows at a time and keeps their order.

    Returns:
        the scores of each passage.
    """
    pieces = [
        _Piece(number, left, right)
        for number, tokens in enumerate(passages)
        for left, right in window_edges(len(tokens), window, overlap)
    ]
    packs = _pack(pieces, window + 2)
    inputs = (_input(passages, pack, marks) for pack in packs)
    sums = [np.zeros((len(tokens), LABEL_COUNT + 1), dtype=np.float32) for tokens in passages]
    windows: list[list[Window]] = [[] for _ in passages]
    for pack, output in zip(packs, mapper(run, inputs), strict=True):
        start = 1
        for piece in pack:
            part = slice(start, start + len(piece))
            weight = _context(len(piece))
            row = sums[piece.passage][piece.left : piece.right]
            row[:, :-1] += weight * output.labels[part]
            row[:, -1:] += weight
            windows[piece.passage].append(Window(piece.left, piece.right, output.vectors[part]))
            start += len(piece) + 2
    return [
        Scores(total[:, :-1] / total[:, -1:], tuple(own))
        for total, own in zip(sums, windows, strict=True)
    ]


def _pack(pieces: Sequence[_Piece], size: int) -> list[list[_Piece]]:
    """Fill windows of at most ``size`` tokens, marks included, with pieces in their order."""
    packs: list[list[_Piece]] = []
    room = 0
    for piece in pieces:
        need = len(piece) + 2
        if need > room:
            packs.append([])
            room = size
        packs[-1].append(piece)
        room -= need
    return packs


def _input(
    passages: Sequence[Tokens], pack: Sequence[_Piece], marks: tuple[int, int]
) -> WindowInput:
    rows: list[list[IntArray]] = []
    for piece in pack:
        tokens, part = passages[piece.passage], slice(piece.left, piece.right)
        ids = np.concatenate([[marks[0]], tokens.ids[part], [marks[1]]])
        rows.append([ids, *(np.concatenate([[0], v[part], [0]]) for v in tokens.features)])
    return WindowInput(*(np.concatenate(column)[None, :] for column in zip(*rows, strict=True)))


def _context(count: int) -> FloatArray:
    """How far a token is from the nearer edge of its window, as a weight, shape (count, 1)."""
    places = np.arange(count, dtype=np.float32)
    distance = np.minimum(places, count - 1 - places) + 1
    return (distance**2)[:, None]


def log_softmax(scores: npt.NDArray[np.float32]) -> FloatArray:
    """Log-probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: FloatArray = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
