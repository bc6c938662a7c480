r"""A text → its sentences, with their paragraphs and what of them is quoted.

In: a text. Out: `Units`, by which the sentence around an offset, the words of spans in a sentence,
and the sentences that are quotations are found. Deterministic, by the rules of
`reportedly.sentences` and `reportedly.reading.quotation`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from reportedly.ledger import Span
from reportedly.reading.quotation import find_quotations
from reportedly.sentences import paragraphs, sentences

#: A sentence is a quotation if so many of its words stand within quotation marks.
QUOTED: Final = 0.6

_WORD: Final = re.compile(r"\w+(?:[’'-]\w+)*")


class Units(NamedTuple):
    """A text in sentences.

    ``spans`` and ``starts`` are those of its sentences; ``paragraph`` has for each the number of
    its paragraph; ``quotations`` are the outermost ones, marks included, in order.
    """

    words: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraph: tuple[int, ...]
    quotations: tuple[Span, ...]

    @classmethod
    def of(cls, words: str) -> Units:
        r"""The units of a text.

        >>> units = Units.of("“It sails,” she said. “It is new.”\n\nNobody paid.")
        >>> units.paragraph, [units.is_quoted(number) for number in range(3)]
        ((1, 1, 2), [False, True, False])
        """
        spans = sentences(words)
        begins = [start for start, _ in paragraphs(words)]
        return cls(
            words,
            spans,
            tuple(start for start, _ in spans),
            tuple(bisect_right(begins, start) for start, _ in spans),
            tuple((one.start, one.end) for one in find_quotations(words) if one.depth == 1),
        )

    def at(self, offset: int) -> int:
        """The number of the sentence around an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def told(self, number: int, spans: Sequence[Span]) -> int:
        """How many words of some spans stand in a sentence."""
        start, end = self.spans[number]
        pieces = (
            self.words[max(a, start) : min(b, end)] for a, b in spans if a < end and b > start
        )
        return sum(len(_WORD.findall(piece)) for piece in pieces)

    def is_quoted(self, number: int) -> bool:
        """Whether a sentence is a quotation, or nearly."""
        start, end = self.spans[number]
        first = max(0, bisect_left(self.quotations, (start, start)) - 1)
        near = self.quotations[first : bisect_left(self.quotations, (end, end))]
        return self.told(number, near) >= QUOTED * self.told(number, [(start, end)]) > 0
