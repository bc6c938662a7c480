"""Two stretches of text → whether they speak of the same thing.

In: words of proposals, plans and claims. Out: `Wording`s, and how alike two of them are. Closeness
of vectors alone takes two claims about one actor for one claim; words in common alone take "cost"
for a matter of its own. Both together do neither.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.story.embedding import embedder
from reportedly.story.words.common import COMMON
from reportedly.story.words.stems import stem

#: How alike two wordings of one thing are at least, if nothing else speaks for them being one. In
#: the sample story claims of one plan have 0.5 and more.
ALIKE: Final = 0.5
#: The same if something else does: the same unit of a number, or that one report names the other.
ALIKE_ENOUGH: Final = 0.35

#: Function words that `COMMON` leaves out.
OTHERS: Final = "now still yet said just any him them me us himself herself itself themselves again"

_WORD: Final = re.compile(r"\w+(?:[’'.-]\w+)*")
_COMMON: Final = COMMON | frozenset(OTHERS.split())


class Wording(NamedTuple):
    """Some words, and those of them that carry meaning, without endings."""

    words: str
    content: frozenset[str]


def wordings(texts: Sequence[str]) -> list[Wording]:
    """The wordings of some texts, in the same order.

    >>> one, other = wordings(["closing the ferry ports", "to close the port of the ferry"])
    >>> sorted(one.content & other.content)
    ['clos', 'ferry', 'port']
    """
    return list(map(_wording, texts))


@lru_cache(maxsize=65536)
def _wording(text: str) -> Wording:
    return Wording(text, frozenset(content_of(text)))


def content_of(words: str) -> Iterator[str]:
    """The words that carry meaning, without endings and numbers."""
    for match in _WORD.finditer(words.lower()):
        word = re.sub(r"[’']s?$", "", match[0])
        if word not in _COMMON and not word[0].isdigit():
            yield stem(word)


class Sharing:
    """Wordings, found by the words that they have in common with another one.

    >>> known = Sharing()
    >>> for one in wordings(["sell the port", "rain at sea", "the sale of a port"]):
    ...     known.add(one)
    >>> known(wordings(["a port by the sea"])[0]), known(wordings(["sell ports"])[0], least=2)
    ([0, 1, 2], [0])
    """

    def __init__(self) -> None:
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, wording: Wording) -> None:
        """Add a wording; they are counted from 0."""
        for word in wording.content:
            self._having[word].append(self._count)
        self._count += 1

    def __call__(self, wording: Wording, least: int = 1) -> list[int]:
        """The wordings that have so many of its words at least, in order."""
        found: Counter[int] = Counter()
        for word in wording.content:
            if (there := self._having.get(word)) is not None:
                found.update(there)
        return sorted(number for number, count in found.items() if count >= least)


def likeness(one: Wording, other: Wording) -> float:
    """How alike two wordings are, from 0 to 1; 0 without a word in common.

    >>> sale, deal, rain = wordings(["sell the port", "the sale of a port", "rain in the port"])
    >>> likeness(sale, deal) > likeness(sale, rain)
    True
    """
    common = one.content & other.content
    if not common:
        return 0.0
    # Most vectors are never asked for, since the words have none in common with others.
    vector = embedder().vector
    closeness = max(0.0, float(vector(one.words) @ vector(other.words)))
    share = len(common) / min(len(one.content), len(other.content))
    # A single word of a short phrase is a large share of it, and says little.
    return (closeness + share * min(1.0, 0.5 + len(common) / 4)) / 2
