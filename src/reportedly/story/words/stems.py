"""Words → their stems: what the forms of one word have in common.

In: words in lower case. Out: words without their endings. What the stems of different words have in
common is told in `families`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

#: What a word ends in that its other forms lack, the longest first (after step 1 of Porter 1980,
#: "An algorithm for suffix stripping", with the commonest endings of nouns and adverbs).
ENDINGS: Final = (
    "ations", "ation", "ings", "ing", "edly", "ied", "ies", "ers", "er", "ed", "es", "ly", "s", "e",
)  # fmt: skip

#: What is left of a word has at least so many letters.
SHORTEST: Final = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, so that its forms are one.

    >>> stem("ferries"), stem("ferry"), stem("voted"), stem("votes"), stem("red")
    ('ferry', 'ferry', 'vot', 'vot', 'red')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            return f"{word}y" if ending in {"ied", "ies"} else word
    return word
