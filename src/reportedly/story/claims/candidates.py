"""Statements of a story → the pairs of them that are worth comparing.

In: statements and their vectors. Out: pairs of different reports whose vectors are close, or that
share a number which few have. A story of 500 reports has hundreds of millions of pairs, nearly all
of them about different things; what is left grows with the number of statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from reportedly.story.embedding import Vectors
from reportedly.story.words.statements import Statement

#: Claims whose vectors are less close are only compared if they share a rare number: of the pairs
#: of train that are the same or entail each other all but 2 % are closer.
CLOSE_ENOUGH: Final = 0.45

#: Each statement is compared with so many later ones at most, the closest ones.
MOST: Final = 20

#: A number that more statements have tells nothing ("two").
RARE: Final = 30

#: Of statements that share a number, those are compared that are at least so close.
NUMBER_CLOSE: Final = 0.15

#: Rows that are multiplied at once, so that a product fits into memory.
_ROWS: Final = 512


Pair = tuple[int, int, float]
"""Two statements, the earlier in the list first, and how close their vectors are."""


def candidates(
    statements: Sequence[Statement], vectors: Vectors, reports: Sequence[int]
) -> Iterator[Pair]:
    """Pairs of statements of two reports, the earlier in the list first, and how close they are.

    Args:
        statements: of all reports.
        vectors: theirs, in the same order.
        reports: the report of each.
    """
    close = set()
    for i, j, closeness in _close(vectors, np.asarray(reports)):
        close.add((i, j))
        yield i, j, closeness
    for i, j in _same_number(statements, reports):
        closeness = float(vectors[i] @ vectors[j])
        if (i, j) not in close and closeness >= NUMBER_CLOSE:
            yield i, j, closeness


def _close(vectors: Vectors, reports: np.ndarray) -> Iterator[tuple[int, int, float]]:
    for first in range(0, len(vectors), _ROWS):
        block = vectors[first : first + _ROWS] @ vectors[first:].T
        for row, closeness in enumerate(block):
            i = first + row
            near = np.flatnonzero(closeness[row + 1 :] >= CLOSE_ENOUGH) + row + 1
            near = near[reports[near + first] != reports[i]]
            if len(near) > MOST:
                near = np.sort(near[np.argpartition(closeness[near], -MOST)[-MOST:]])
            for j in near.tolist():
                yield i, first + j, float(closeness[j])


def _same_number(
    statements: Sequence[Statement], reports: Sequence[int]
) -> Iterator[tuple[int, int]]:
    having: defaultdict[float, list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        for number in statement.numbers:
            having[number].append(place)
    pairs = {
        (i, j)
        for places in having.values()
        if len(places) <= RARE
        for n, j in enumerate(places)
        for i in places[:n]
        if reports[i] != reports[j]
    }
    yield from sorted(pairs)
