"""What points at what: contents at cues, cues at sources, mentions at those before them.

In: tokens that point, tokens that may be pointed at, and the vectors of the windows they lie in.
Out: for each that points the probabilities of what it points at. A link is scored by every window
that sees both its ends, as in biaffine parsing (Dozat & Manning 2017).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from reportedly.reading.decoding import FloatArray, IntArray, TokenSpan
from reportedly.reading.heads import VECTORS

_STEPS: Final = 16
#: Number of distance buckets: forwards and backwards, logarithmic, half an octave wide.
DISTANCES: Final = 2 * _STEPS

#: Learned scores of distances by name of the pointer, each of shape ``(32,)``.
Distances = Mapping[str, FloatArray]


def distance_buckets(offsets: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Bucket numbers, 0 to 31, of signed distances in tokens (to minus from).

    >>> distance_buckets(np.array([0, 1, -1, 500])).tolist()
    [0, 2, 18, 15]
    """
    steps = np.minimum((2 * np.log2(np.abs(offsets) + 1.0)).astype(np.int64), _STEPS - 1)
    buckets: npt.NDArray[np.int64] = np.where(offsets < 0, steps + _STEPS, steps)
    return buckets


class SeenWindow(Protocol):
    """A stretch of tokens with its vectors."""

    @property
    def left(self) -> int:
        """Position of the first token."""

    @property
    def right(self) -> int:
        """Position behind the last token."""

    @property
    def vectors(self) -> FloatArray:
        """The vectors of its tokens, shape ``(tokens, VECTOR_COUNT)``."""


class Link(NamedTuple):
    """From span ``start`` to span ``end`` (positions in their lists); ``end`` None is none."""

    start: int
    end: int | None
    probability: float


def tokens_of(span: TokenSpan) -> IntArray:
    """The positions of a span's tokens."""
    return np.arange(span.first, span.last + 1)


def links(
    name: str,
    starts: Sequence[TokenSpan],
    ends: Sequence[TokenSpan],
    windows: Sequence[SeenWindow],
    distances: Distances,
    none: FloatArray | None = None,
) -> list[Link]:
    """What each span points at, which is the first token of another; or none.

    Args:
        name: of the pointer.
        starts: spans that point.
        ends: spans that may be pointed at.
        windows: what was seen.
        distances: learned scores of distances.
        none: scores of pointing at none, shape ``(tokens,)``; if absent, only a span that no
            window sees with another points at none.
    """
    chances = pointing(
        name,
        [tokens_of(span) for span in starts],
        [np.array([span.first]) for span in ends],
        windows,
        distances,
        none,
    )
    found = []
    for number, row in enumerate(chances):
        # Ties go to the first in the text.
        best = int(row.argmax()) if row.any() else len(ends)
        found.append(Link(number, best if best < len(ends) else None, float(row[best] or 1.0)))
    return found


def pointing(
    name: str,
    starts: Sequence[IntArray],
    ends: Sequence[IntArray],
    windows: Sequence[SeenWindow],
    distances: Distances,
    none: FloatArray | None = None,
    *,
    backwards: bool = False,
) -> FloatArray:
    """Probabilities, shape ``(starts, ends + 1)``, that each start points at each end, or at none.

    Args:
        name: of the pointer.
        starts: positions of the tokens of each that points, in order.
        ends: positions of the tokens of each that may be pointed at, in order.
        windows: what was seen; each has a say by the number of a start's tokens it sees.
        distances: learned scores of distances.
        none: scores of pointing at none, shape ``(tokens,)``.
        backwards: starts are the ends, and point only at those before them.
    """
    total = np.zeros((len(starts), len(ends) + 1), dtype=np.float32)
    seen = np.zeros(len(starts), dtype=np.float32)
    heads = np.array([end[0] for end in ends], dtype=np.int64)
    for window in windows:
        from_ = [n for n, s in enumerate(starts) if s[0] < window.right and s[-1] >= window.left]
        to = [n for n, e in enumerate(ends) if e[0] >= window.left and e[-1] < window.right]
        if not from_ or (not to and none is None):
            continue
        means, weights = _means([starts[n] for n in from_], window)
        query = means @ window.vectors[:, VECTORS[f"{name}_query"].slice]
        key = _means([ends[n] for n in to], window)[0]
        key = key @ window.vectors[:, VECTORS[f"{name}_key"].slice]
        places = np.arange(window.left, window.right)
        if backwards:
            firsts = np.array([starts[n][0] for n in from_])
            bias = distances[name][distance_buckets(heads[to][None, :] - firsts[:, None])]
        else:
            bias = means @ distances[name][distance_buckets(heads[to][None, :] - places[:, None])]
        scores = np.full((len(from_), len(to) + 1), -np.inf, dtype=np.float32)
        scores[:, :-1] = query @ key.T + bias
        if none is not None:
            scores[:, -1] = means @ none[window.left : window.right]
        if backwards:
            scores[:, :-1][np.array(to)[None, :] >= np.array(from_)[:, None]] = -np.inf
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        total[np.ix_(from_, [*to, len(ends)])] += weights[:, None] * chances
        seen[from_] += weights
    total /= np.maximum(seen, np.float32(1e-9))[:, None]
    return total


def likely(row: FloatArray, least: float = 0.01) -> dict[int, float]:
    """The ends that are pointed at with some probability; -1 stands for none.

    >>> likely(np.array([0.25, 0.0, 0.75], np.float32))
    {0: 0.25, -1: 0.75}
    """
    last = len(row) - 1
    return {int(end) if end < last else -1: float(row[end]) for end in np.flatnonzero(row >= least)}


def _means(groups: Sequence[IntArray], window: SeenWindow) -> tuple[FloatArray, FloatArray]:
    """Weights that take the mean over each group's tokens in a window, and how many those are."""
    means = np.zeros((len(groups), window.right - window.left), dtype=np.float32)
    for row, group in zip(means, groups, strict=True):
        row[group[(group >= window.left) & (group < window.right)] - window.left] = 1
    counts = means.sum(axis=1)
    return means / np.maximum(counts, 1)[:, None], counts
