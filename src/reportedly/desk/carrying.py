"""Two texts of one article → where a span of the one stands in the other.

In: the text before and after. Out: a function from spans to spans. Sentences that stayed carry
their words as they are; the words of the others are compared (Ratcliff & Metzener 1988, as in
`difflib`), as `reportedly.desk.changes` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, NamedTuple

from reportedly.ledger import Span
from reportedly.sentences import sentences

Carry = Callable[[Span], Span | None]

#: A span is carried if so much of its words stayed.
STAYED: Final = 0.5

#: Words of longer runs that were put otherwise are not compared each with each.
LONGEST_RUN: Final = 3_000

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


class _Block(NamedTuple):
    """Tokens before, tokens after, by their numbers, and whether they are the same."""

    same: bool
    first: int
    end: int
    new_first: int
    new_end: int


class _Compared(NamedTuple):
    """Two texts with their tokens; ``words`` counts, up to each old token, those with letters."""

    old: Sequence[Span]
    new: Sequence[Span]
    blocks: Sequence[_Block]
    words: Sequence[int]


def carrier(before: str, after: str) -> Carry:
    """What carries spans from one text to another.

    A span is carried if at least half of its words stayed where they were among the others, or if
    its words, moved as a whole, stand once in each text. What took the place of a word within it,
    or at its end, belongs to it.

    >>> carry = carrier("Rain fell in May.", "Reportedly, rain fell in June.")
    >>> carry((5, 16)), carry((0, 4))
    ((17, 29), None)
    """
    if before == after:
        return lambda span: span
    compared = _compared(before, after)
    return lambda span: _carried(compared, span) or _moved(before, after, span)


def _compared(before: str, after: str) -> _Compared:
    old, new = ([match.span() for match in _TOKEN.finditer(text)] for text in (before, after))
    told, tells = [before[a:b] for a, b in old], [after[a:b] for a, b in new]
    one, other = list(sentences(before)), list(sentences(after))
    blocks: list[_Block] = []
    plain = [" ".join(before[a:b].split()) for a, b in one]
    matcher = SequenceMatcher(None, plain, [" ".join(after[a:b].split()) for a, b in other], False)
    for _, i, j, k, m in matcher.get_opcodes():
        run = (*_range(old, one[i:j]), *_range(new, other[k:m]))
        blocks.extend(_blocks(told, tells, *run))
    letters = (before[a].isalnum() for a, _ in old)
    return _Compared(old, new, blocks, [0, *accumulate(letters)])


def _range(tokens: Sequence[Span], run: Sequence[Span]) -> tuple[int, int]:
    """The numbers of the tokens that begin in a run of sentences."""
    if not run:
        return 0, 0
    first, end = run[0][0], run[-1][1]
    return bisect_left(tokens, (first, 0)), bisect_left(tokens, (end, 0))


def _blocks(
    old: Sequence[str], new: Sequence[str], first: int, end: int, new_first: int, new_end: int
) -> Iterator[_Block]:
    one, other = old[first:end], new[new_first:new_end]
    if one == other:
        yield _Block(True, first, end, new_first, new_end)
        return
    if max(len(one), len(other)) > LONGEST_RUN:
        yield _Block(False, first, end, new_first, new_end)
        return
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield _Block(tag == "equal", first + i, first + j, new_first + k, new_first + m)


def _carried(compared: _Compared, span: Span) -> Span | None:
    old, new, blocks, words = compared
    first = bisect_right(old, span[0], key=lambda token: token[1])
    end = bisect_left(old, span[1], key=lambda token: token[0])
    stayed = 0
    pairs: list[tuple[int, int]] = []  # numbers of a token before and after, of those at edges
    at = bisect_right(blocks, first, key=lambda block: block.end)
    for block in blocks[at:]:
        low, high = max(block.first, first), min(block.end, end)
        if block.first >= end:
            break
        if low < high and block.same:
            stayed += words[high] - words[low]
            shift = block.new_first - block.first
            pairs += [(low, low + shift), (high - 1, high - 1 + shift)]
        elif low < high and block.new_first < block.new_end and first <= block.first:
            # Only what was put in the place of words that all lay in the span.
            pairs += [(-1, block.new_first), (-1, block.new_end - 1)] * (block.end <= end)
    if not stayed or stayed < STAYED * (words[end] - words[first]):
        return None
    (from_, start), (to, stop) = pairs[0], pairs[-1]
    within = max(0, span[0] - old[first][0]) if from_ == first else 0
    beyond = max(0, old[end - 1][1] - span[1]) if to == end - 1 else 0
    carried = new[start][0] + within, new[stop][1] - beyond
    return carried if carried[0] < carried[1] else None


def _moved(before: str, after: str, span: Span) -> Span | None:
    words = before[slice(*span)]
    if not words.strip() or before.count(words) != 1 or after.count(words) != 1:
        return None
    start = after.index(words)
    return start, start + len(words)
