"""Which content hangs on which cue, and which source a cue has.

In: spans of tokens in a role, and the link vectors of the windows they lie in. Out: for each
content its cue, and for each cue its source or none, with the probability of each link. A link is
scored by every window that sees both its ends, as in biaffine parsing (Dozat & Manning 2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from reportedly.reading.decoding import FloatArray, TokenSpan

_STEPS: Final = 16
#: Number of distance buckets: forwards and backwards, logarithmic, half an octave wide.
DISTANCES: Final = 2 * _STEPS


def distance_buckets(offsets: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """Bucket numbers, 0 to 31, of signed distances in tokens (to minus from).

    >>> distance_buckets(np.array([0, 1, -1, 500])).tolist()
    [0, 2, 18, 15]
    """
    steps = np.minimum((2 * np.log2(np.abs(offsets) + 1.0)).astype(np.int64), _STEPS - 1)
    buckets: npt.NDArray[np.int64] = np.where(offsets < 0, steps + _STEPS, steps)
    return buckets


class LinkVectors(NamedTuple):
    """The network's vectors for one window; the first four have the shape (tokens, width)."""

    content_query: FloatArray
    cue_key: FloatArray
    cue_query: FloatArray
    source_key: FloatArray
    no_source: FloatArray  # (tokens,)


class LinkedWindow(Protocol):
    """A stretch of tokens with its link vectors."""

    @property
    def left(self) -> int:
        """Position of the first token."""

    @property
    def right(self) -> int:
        """Position behind the last token."""

    @property
    def links(self) -> LinkVectors:
        """The vectors of its tokens."""


@dataclass(frozen=True)
class DistanceBias:
    """Learned scores of distances, each of shape ``(32,)``."""

    content_to_cue: FloatArray
    cue_to_source: FloatArray


class Link(NamedTuple):
    """From span ``start`` to span ``end`` (positions in their lists); ``end`` None is none."""

    start: int
    end: int | None
    probability: float


def link_contents(
    contents: Sequence[TokenSpan],
    cues: Sequence[TokenSpan],
    windows: Sequence[LinkedWindow],
    bias: DistanceBias,
) -> list[Link]:
    """The cue of each content; a content that no window sees with a cue has none."""
    return _links(contents, cues, windows, bias, to_source=False)


def link_sources(
    cues: Sequence[TokenSpan],
    sources: Sequence[TokenSpan],
    windows: Sequence[LinkedWindow],
    bias: DistanceBias,
) -> list[Link]:
    """The source of each cue, or none."""
    return _links(cues, sources, windows, bias, to_source=True)


def _links(
    starts: Sequence[TokenSpan],
    ends: Sequence[TokenSpan],
    windows: Sequence[LinkedWindow],
    bias: DistanceBias,
    *,
    to_source: bool,
) -> list[Link]:
    heads = np.array([span.first for span in ends], dtype=np.int64)
    found: list[Link] = []
    for number, span in enumerate(starts):
        # Target -1 stands for "none".
        total: dict[int, float] = {}
        weight = 0.0
        for window in windows:
            first, last = max(span.first, window.left), min(span.last, window.right - 1)
            if first > last:
                continue
            low, high = np.searchsorted(heads, (window.left, window.right))
            if low == high and not to_source:
                continue
            probabilities = _pointing(
                window, first, last, heads[low:high], bias, to_source=to_source
            )
            seen = float(last - first + 1)
            for target, probability in zip([*range(low, high), -1], probabilities, strict=False):
                total[target] = total.get(target, 0.0) + seen * float(probability)
            weight += seen
        if not total:
            found.append(Link(number, None, 1.0))
            continue
        # Ties go to the first in the text.
        best = max(total, key=lambda target: (total[target], -target))
        found.append(Link(number, None if best < 0 else best, total[best] / weight))
    return found


def _pointing(
    window: LinkedWindow,
    first: int,
    last: int,
    heads: npt.NDArray[np.int64],
    bias: DistanceBias,
    *,
    to_source: bool,
) -> FloatArray:
    """Probability that tokens first-last point at each head (and at none, last), averaged."""
    vectors = window.links
    part = slice(first - window.left, last + 1 - window.left)
    places = np.arange(first, last + 1)[:, None]
    buckets = distance_buckets(heads[None, :] - places)
    if to_source:
        query, key, distance = vectors.cue_query, vectors.source_key, bias.cue_to_source
    else:
        query, key, distance = vectors.content_query, vectors.cue_key, bias.content_to_cue
    scores = query[part] @ key[heads - window.left].T + distance[buckets]
    if to_source:
        scores = np.concatenate([scores, vectors.no_source[part, None]], axis=1)
    mean = scores.mean(axis=0)
    weights = np.exp(mean - mean.max())
    result: FloatArray = weights / weights.sum()
    return result
