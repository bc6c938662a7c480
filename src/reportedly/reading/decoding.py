"""Tag scores → spans: the best well-formed tagging of a text.

In: scores of shape ``(tokens, tags)``. Out: spans of tokens with their roles. Tags follow the
BIOES scheme (Ratinov & Roth 2009) for the three roles of an attribution; a tag sequence in which
a span is not closed, or a word is cut in two, is never chosen (Viterbi 1967).
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

Role = Literal["source", "cue", "content"]
ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")

OUTSIDE: Final = 0
_BEGIN, _INSIDE, _END, _SINGLE = range(4)
TAGS: Final = ("O", *(f"{part}-{role}" for role in ROLES for part in "BIES"))

_FORBIDDEN: Final = np.float32(-1e9)


def tag(role: int, part: int) -> int:
    """The number of a tag: part 0-3 (begin, inside, end, single) of role 0-2."""
    return 1 + 4 * role + part


def _transitions() -> FloatArray:
    allowed = np.zeros((len(TAGS), len(TAGS)), dtype=np.bool_)
    opens = [OUTSIDE] + [tag(r, p) for r in range(3) for p in (_BEGIN, _SINGLE)]
    closes = [OUTSIDE] + [tag(r, p) for r in range(3) for p in (_END, _SINGLE)]
    allowed[np.ix_(closes, opens)] = True
    for role in range(3):
        for part in (_BEGIN, _INSIDE):
            for following in (_INSIDE, _END):
                allowed[tag(role, part), tag(role, following)] = True
    return np.where(allowed, np.float32(0), _FORBIDDEN)


_TRANSITIONS: Final = _transitions()
_STARTERS: Final = np.isin(
    np.arange(len(TAGS)), [tag(r, p) for r in range(3) for p in (_BEGIN, _SINGLE)]
)
_ENDERS: Final = np.isin(
    np.arange(len(TAGS)), [tag(r, p) for r in range(3) for p in (_END, _SINGLE)]
)
_NOT_FIRST: Final = np.isin(
    np.arange(len(TAGS)), [tag(r, p) for r in range(3) for p in (_INSIDE, _END)]
)
_NOT_LAST: Final = np.isin(
    np.arange(len(TAGS)), [tag(r, p) for r in range(3) for p in (_BEGIN, _INSIDE)]
)


class TokenSpan(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive) in a role (index into `ROLES`)."""

    role: int
    first: int
    last: int


def best_tags(scores: FloatArray, continues: npt.NDArray[np.bool_]) -> IntArray:
    """The highest-scoring well-formed sequence of tags.

    Args:
        scores: log-probabilities (or logits) of shape ``(tokens, 13)``.
        continues: true for tokens that go on a word, shape ``(tokens,)``.

    Returns:
        tags, shape ``(tokens,)``.
    """
    count = len(scores)
    if count == 0:
        return np.zeros(0, dtype=np.int64)
    scores = scores.copy()
    scores[np.ix_(continues, _STARTERS)] = _FORBIDDEN
    before_continuation = np.flatnonzero(continues[1:])
    scores[np.ix_(before_continuation, _ENDERS)] = _FORBIDDEN
    scores[0, _NOT_FIRST] = _FORBIDDEN
    scores[-1, _NOT_LAST] = _FORBIDDEN
    back = np.empty((count, len(TAGS)), dtype=np.int64)
    best = scores[0]
    columns = np.arange(len(TAGS))
    reached = _TRANSITIONS.T  # reached[to, from]
    for t in range(1, count):
        paths = reached + best
        back[t] = paths.argmax(axis=1)
        best = paths[columns, back[t]] + scores[t]
    tags = np.empty(count, dtype=np.int64)
    tags[-1] = best.argmax()
    for t in range(count - 1, 0, -1):
        tags[t - 1] = back[t, tags[t]]
    return tags


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
