"""Chances that two things are the same → groups of what is the same.

In: links, each with a chance. Out: groups, by average-link clustering (Sokal & Michener 1958): the
two groups that are likeliest to be one are joined first, as long as their members are likely enough
to be the same on average. Pairs without a link count as unlike; pairs of one report do not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple


class Link(NamedTuple):
    """Two members, and how likely they are to be the same."""

    one: int
    other: int
    chance: float


def clustered(reports: Sequence[int], links: Iterable[Link], joins: float) -> list[list[int]]:
    """Groups of members, each member in one.

    Args:
        reports: the report of each member; two of one report have no link.
        links: of members of different reports.
        joins: what the average chance must be.

    >>> clustered([1, 2, 3], [Link(0, 1, 0.9), Link(1, 2, 0.6), Link(0, 2, 0.1)], 0.5)
    [[0, 1], [2]]
    """
    chances: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, other, chance in links:
        chances[one][other] = chances[other][one] = chance
    members = {number: [number] for number in range(len(reports))}
    origin = [Counter([report]) for report in reports]

    def average(i: int, j: int) -> float:
        few, many = sorted((origin[i], origin[j]), key=len)
        within = sum(count * many[report] for report, count in few.items())
        return chances[i][j] / max(1, len(members[i]) * len(members[j]) - within)

    heap = [
        (-chance, i, j, 1, 1)
        for i, own in chances.items()
        for j, chance in own.items()
        if i < j and chance >= joins
    ]
    heapify(heap)
    while heap:
        _, i, j, size, other_size = heappop(heap)
        if i not in members or j not in members:
            continue
        if (len(members[i]), len(members[j])) != (size, other_size):
            continue  # one of them has grown since
        members[i] += members.pop(j)
        origin[i] += origin[j]
        for k, chance in chances.pop(j).items():
            del chances[k][j]
            if k != i:
                chances[i][k] = chances[k][i] = chances[i].get(k, 0.0) + chance
        for k in chances[i]:
            likely = average(i, k)
            if likely >= joins:
                heappush(heap, (-likely, i, k, len(members[i]), len(members[k])))
    return sorted(sorted(own) for own in members.values())
