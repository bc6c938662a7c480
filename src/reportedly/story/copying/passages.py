"""Two texts → the passages that one has of the other, word for word or nearly so.

In: the words of texts. Out: `Passage`s with their spans in both. Around common fingerprints the
words themselves are compared, so that no passage rests on a hash alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from reportedly.ledger import Span
from reportedly.story.copying.fingerprints import RUN, PlainWords, fingerprints

#: A passage has at least so many words in common; fewer are what any two reports of one event share
#: ("said in a statement on Wednesday that").
SHORTEST: Final = 12

#: Matches that are at most so many words apart, in both texts, are one passage with changed words.
LONGEST_EDIT: Final = 8

#: Fewer words than this, behind a change, are the same by chance.
SHORTEST_REST: Final = 2


class Passage(NamedTuple):
    """Words of one text that stand in another: where, and how many are the same.

    ``edits`` are the stretches that differ, each in the one and in the other.
    """

    one: Span
    other: Span
    words: int
    edits: tuple[tuple[Span, Span], ...]


def passages(
    one: PlainWords, other: PlainWords, seeds: Iterable[tuple[int, int]] | None = None
) -> list[Passage]:
    """The passages that two texts have in common, in the order of the first.

    Args:
        one: the words of a text.
        other: those of another.
        seeds: pairs of words at which runs begin that may be the same, if they are known.

    >>> old = "The ferry will reportedly sail again in the second week of May, said the port."
    >>> new = "It sank. The ferry will sail again in the second week of May, said the minister."
    >>> for passage in passages(PlainWords.of(old), PlainWords.of(new)):
    ...     print(new[slice(*passage.other)], [old[slice(*edit[0])] for edit in passage.edits])
    The ferry will sail again in the second week of May, said the ['reportedly']
    """
    matches = list(_matches(one, other, _seeds(one, other) if seeds is None else seeds))
    found = []
    reached = 0
    for chain in _chained(matches):
        own = [match for match in chain if match[0] >= reached]
        if not own:
            continue  # it went on from the one before it
        longer = _extended(one.plain, other.plain, own, reached)
        reached = longer[-1][0] + longer[-1][2]
        count = sum(length for _, _, length in longer)
        if count >= SHORTEST:
            found.append(_passage(one, other, longer, count))
    return found


def _seeds(one: PlainWords, other: PlainWords) -> Iterator[tuple[int, int]]:
    places: dict[int, list[int]] = {}
    for hash_, word in fingerprints(other):
        places.setdefault(hash_, []).append(word)
    for hash_, word in fingerprints(one):
        for place in places.get(hash_, ()):
            yield word, place


def _matches(
    one: PlainWords, other: PlainWords, seeds: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Runs of the same words that cannot be made longer: where in each, how many words."""
    a, b = one.plain, other.plain
    reached: dict[int, int] = {}  # how far each diagonal is dealt with
    for i, j in sorted(set(seeds)):
        if reached.get(i - j, -1) > i or a[i : i + RUN] != b[j : j + RUN]:
            continue
        start = 0
        while i + start > 0 and j + start > 0 and a[i + start - 1] == b[j + start - 1]:
            start -= 1
        end = RUN
        while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
            end += 1
        reached[i - j] = i + end
        yield i + start, j + start, end - start


def _chained(matches: Sequence[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Matches that follow each other closely in both texts, together; each word once."""
    chains: list[list[tuple[int, int, int]]] = []
    taken: list[tuple[int, int]] = []  # stretches of the first text, to use none twice
    for i, j, length in sorted(matches, key=lambda match: (-match[2], match)):
        at = bisect_left(taken, (i, 0))
        near = taken[max(0, at - 1) : at + 1]
        if all(end <= i or i + length <= start for start, end in near):
            taken.insert(at, (i, i + length))
            chains.append([(i, j, length)])
    chains.sort()
    joined: list[list[tuple[int, int, int]]] = []
    for (match,) in chains:
        last = joined[-1][-1] if joined else None
        if last is not None and _follows(last, match):
            joined[-1].append(match)
        else:
            joined.append([match])
    yield from joined


def _extended(
    a: Sequence[str], b: Sequence[str], chain: Sequence[tuple[int, int, int]], first: int
) -> list[tuple[int, int, int]]:
    """A chain with what goes on from its ends, in matches too short to have a fingerprint.

    Words before ``first`` in ``a`` belong to another passage.
    """
    longer = list(chain)
    while (match := _next(a, b, *longer[-1])) is not None:
        longer.append(match)
    back_a, back_b = a[first:][::-1], b[::-1]
    while True:
        i, j, length = longer[0]
        match = _next(back_a, back_b, len(a) - i - length, len(b) - j - length, length)
        if match is None:
            return longer
        longer.insert(0, (len(a) - match[0] - match[2], len(b) - match[1] - match[2], match[2]))


def _next(
    a: Sequence[str], b: Sequence[str], i: int, j: int, length: int
) -> tuple[int, int, int] | None:
    """The nearest match behind one, if it is longer than half of what was changed before it."""
    i, j = i + length, j + length
    for skipped in range(1, 2 * LONGEST_EDIT + 1):
        for left in range(max(0, skipped - LONGEST_EDIT), min(skipped, LONGEST_EDIT) + 1):
            start, place = i + left, j + skipped - left
            same = 0
            while (
                start + same < len(a)
                and place + same < len(b)
                and a[start + same] == b[place + same]
            ):
                same += 1
            if same >= SHORTEST_REST and same > max(left, skipped - left) // 2:
                return start, place, same
    return None


def _follows(last: tuple[int, int, int], match: tuple[int, int, int]) -> bool:
    gaps = (match[0] - last[0] - last[2], match[1] - last[1] - last[2])
    return all(0 <= gap <= LONGEST_EDIT for gap in gaps)


def _passage(
    one: PlainWords, other: PlainWords, chain: Sequence[tuple[int, int, int]], count: int
) -> Passage:
    (i, j, _), (k, m, last) = chain[0], chain[-1]
    edits = tuple(
        (_span(one, a + length, c), _span(other, b + length, d))
        for (a, b, length), (c, d, _) in pairwise(chain)
    )
    return Passage(_span(one, i, k + last), _span(other, j, m + last), count, edits)


def _span(words: PlainWords, first: int, end: int) -> Span:
    """From the first of some words to the end of the last; empty where there are none."""
    if first < end:
        return words.spans[first][0], words.spans[end - 1][1]
    place = words.spans[first - 1][1] if first else 0
    return place, place
