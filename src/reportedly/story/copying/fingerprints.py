"""Texts → their words as they are compared, and the fingerprints by which they are found.

In: texts. Out: `PlainWords`, and `Fingerprint`s: hashes of runs of words, of which every stretch of
text keeps enough that a passage of `SHORTEST_MATCH` words is never missed (winnowing; Schleimer,
Wilkerson & Aiken 2003).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from reportedly.ledger import Span

#: Words of a run that is hashed, and runs of which at least one is kept.
RUN: Final = 5
WINDOW: Final = 4

#: A text that says one thing over and over keeps a fingerprint so many times.
MOST: Final = 8

#: So many words in common are always found.
SHORTEST_MATCH: Final = RUN + WINDOW - 1

_WORD: Final = re.compile(r"\w+(?:[’'\-.,]\w+)*")
_ALIKE: Final = str.maketrans("’‘", "''")


class Fingerprint(NamedTuple):
    """A hash (of 63 bits, to fit any database), and the number of its first word."""

    hash: int
    word: int


class PlainWords(NamedTuple):
    """The words of a text as they are compared, and where each stands."""

    plain: tuple[str, ...]
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> PlainWords:
        """The words of a text, in lower case.

        >>> PlainWords.of("“Rain isn’t likely,” she said.").plain
        ('rain', "isn't", 'likely', 'she', 'said')
        """
        found = list(_WORD.finditer(text))
        plain = (match[0].translate(_ALIKE).casefold() for match in found)
        return cls(tuple(plain), tuple(match.span() for match in found))


def fingerprints(words: PlainWords, run: int = RUN, window: int = WINDOW) -> list[Fingerprint]:
    """The fingerprints of a text, in order.

    Args:
        words: those of the text.
        run: words of a run that is hashed.
        window: runs of which at least one is kept; ``run + window - 1`` words in common are always
            found.

    >>> common = "the ferry between the two ports will sail again in the second week of May"
    >>> texts = f"Officials said {common}.", f"{common}, he wrote"
    >>> one, other = map(PlainWords.of, texts)
    >>> len({f.hash for f in fingerprints(one)} & {f.hash for f in fingerprints(other)}) > 1
    True
    """
    hashes = [_hash(words.plain[i : i + run]) for i in range(len(words.plain) - run + 1)]
    kept: list[Fingerprint] = []
    times: Counter[int] = Counter()
    for start in range(max(1, len(hashes) - window + 1) if hashes else 0):
        near = hashes[start : start + window]
        least = min(near)
        place = start + max(n for n, value in enumerate(near) if value == least)
        if (not kept or kept[-1].word != place) and times[least] < MOST:
            kept.append(Fingerprint(least, place))
            times[least] += 1
    return kept


def _hash(words: Sequence[str]) -> int:
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
