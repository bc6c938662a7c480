"""Tag scores → spans: the best well-formed tagging of a text.

In: scores of shape ``(tokens, tags)``. Out: spans of tokens with their roles. Tags follow the
BIOES scheme (Ratinov & Roth 2009) for one or more roles; a tag sequence in which a span is not
closed, or a word is cut in two, is never chosen (Viterbi 1967).
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

OUTSIDE: Final = 0
_BEGIN, _INSIDE, _END, _SINGLE = range(4)

_FORBIDDEN: Final = np.float32(-1e9)

#: Where every tag is worse than "outside" by this much, no span is looked for.
UNLIKELY: Final = 3.0


class TokenSpan(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive) in a role (a number)."""

    role: int
    first: int
    last: int


class _Scheme(NamedTuple):
    """What may follow what, as scores; and which tags start, end, and continue a span."""

    transitions: FloatArray
    starters: BoolArray
    enders: BoolArray
    not_first: BoolArray
    not_last: BoolArray


def tag(role: int, part: int) -> int:
    """The number of a tag: part 0-3 (begin, inside, end, single) of a role."""
    return 1 + 4 * role + part


@cache
def _scheme(count: int) -> _Scheme:
    """The scheme of ``count`` tags: "outside", and four for each role."""
    roles = range((count - 1) // 4)

    def tags(*parts: int) -> BoolArray:
        return np.isin(np.arange(count), [tag(role, part) for role in roles for part in parts])

    starters, enders = tags(_BEGIN, _SINGLE), tags(_END, _SINGLE)
    not_first, not_last = tags(_INSIDE, _END), tags(_BEGIN, _INSIDE)
    allowed = np.zeros((count, count), dtype=np.bool_)
    allowed[np.ix_(~not_last, ~not_first)] = True
    for role in roles:
        for part in (_BEGIN, _INSIDE):
            for following in (_INSIDE, _END):
                allowed[tag(role, part), tag(role, following)] = True
    transitions = np.where(allowed, np.float32(0), _FORBIDDEN)
    return _Scheme(transitions, starters, enders, not_first, not_last)


def best_tags(scores: FloatArray, continues: BoolArray) -> IntArray:
    """The highest-scoring well-formed sequence of tags.

    Args:
        scores: log-probabilities (or logits) of shape ``(tokens, tags)``.
        continues: true for tokens that go on a word, shape ``(tokens,)``.

    Returns:
        tags, shape ``(tokens,)``.
    """
    count = len(scores)
    if count == 0:
        return np.zeros(0, dtype=np.int64)
    scheme = _scheme(scores.shape[1])
    scores = np.where(continues[:, None] & scheme.starters, _FORBIDDEN, scores)
    scores[:-1][continues[1:, None] & scheme.enders] = _FORBIDDEN
    scores[0, scheme.not_first] = _FORBIDDEN
    scores[-1, scheme.not_last] = _FORBIDDEN
    tags: IntArray = scores.argmax(axis=1)
    if (scheme.transitions[tags[:-1], tags[1:]] == 0).all():
        return tags
    back = np.empty((count, scores.shape[1]), dtype=np.int64)
    best = scores[0]
    columns = np.arange(scores.shape[1])
    reached = scheme.transitions.T  # reached[to, from]
    for t in range(1, count):
        paths = reached + best
        back[t] = paths.argmax(axis=1)
        best = paths[columns, back[t]] + scores[t]
    tags = np.empty(count, dtype=np.int64)
    tags[-1] = best.argmax()
    for t in range(count - 1, 0, -1):
        tags[t - 1] = back[t, tags[t]]
    return tags


def likely_tags(scores: FloatArray, continues: BoolArray) -> IntArray:
    """The tags of `best_tags`, looked for only where a span is not `UNLIKELY`.

    >>> scores = np.zeros((4, 5), np.float32)
    >>> scores[:, 0] = 9
    >>> scores[1, tag(0, 0)] = scores[2, tag(0, 2)] = 12
    >>> likely_tags(scores, np.zeros(4, np.bool_)).tolist()
    [0, 1, 3, 0]
    """
    tags = np.zeros(len(scores), dtype=np.int64)
    if not len(scores):
        return tags
    word = np.cumsum(~continues)
    likely = np.isin(word, word[scores[:, 1:].max(axis=1) > scores[:, 0] - UNLIKELY])
    edges = np.flatnonzero(np.diff(likely, prepend=False, append=False))
    for start, end in edges.reshape(-1, 2).tolist():
        tags[start:end] = best_tags(scores[start:end], continues[start:end])
    return tags


def likely_spans(scores: FloatArray, continues: BoolArray) -> list[TokenSpan]:
    """The spans of `likely_tags`, in order."""
    return spans_of(likely_tags(scores, continues))


def spans_of(tags: IntArray) -> list[TokenSpan]:
    """The spans of a well-formed tag sequence, in order.

    >>> [tuple(span) for span in spans_of(np.array([1, 3, 0, 8, 12]))]
    [(0, 0, 1), (1, 3, 3), (2, 4, 4)]
    """
    spans: list[TokenSpan] = []
    first = 0
    for position in np.flatnonzero(tags).tolist():
        role, part = divmod(int(tags[position]) - 1, 4)
        if part in (_BEGIN, _SINGLE):
            first = position
        if part in (_END, _SINGLE):
            spans.append(TokenSpan(role, first, position))
    return spans
