"""Clauses → those of them that can be about the same as another one.

In: the stems that clauses are about, one after another. Out: for further stems, the clauses that
have some of them too, and how many at most. Two stems of one word begin alike, so that clauses are
found by the beginnings of their stems; the rest of a story's clauses is never looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from reportedly.story.words.families import BEGINNING


class Nearby:
    """Clauses, by the beginnings of the stems that they are about.

    >>> known = Nearby()
    >>> known.add(frozenset({"certificate", "insur"}))
    >>> known.add(frozenset({"port"}))
    >>> known.shared(frozenset({"certifi", "ship"}))
    Counter({0: 1})
    """

    def __init__(self) -> None:
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, core: frozenset[str]) -> None:
        """Add a clause; they are counted from 0."""
        for stem in core:
            self._having[stem[:BEGINNING]].append(self._count)
        self._count += 1

    def shared(self, core: frozenset[str]) -> Counter[int]:
        """The clauses that have some of these stems, and how many stems are alike at most."""
        found: Counter[int] = Counter()
        for stem in core:
            if (there := self._having.get(stem[:BEGINNING])) is not None:
                found.update(there)
        return found
