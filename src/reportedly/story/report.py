"""A ledger with its place in a story: what stories are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.ledger import Claim, Ledger, Span
from reportedly.reading.quotation import find_quotations, quotation_depth
from reportedly.sentences import sentences
from reportedly.story.copying.passages import Fingerprint, Words, fingerprints

#: What stands for the day of a report of which no day is known: it comes after all others.
NO_DAY = "9999-99-99"


@dataclass(frozen=True)
class Report:
    """One report of a story.

    Args:
        number: that of the article on the desk, or its place in a list; of two reports of one day
            the smaller one came first.
        ledger: what was read of it.
        article: the number of its article on the desk; 0 if it is on none.
        version: which of the texts of its article it is, counted from 1.
    """

    number: int
    ledger: Ledger
    article: int = 0
    version: int = 1

    @property
    def text(self) -> str:
        """What it says."""
        return self.ledger.article.text

    @property
    def order(self) -> tuple[str, int]:
        """What sorts reports by when they came."""
        return self.ledger.article.published or NO_DAY, self.number

    @property
    def outlet(self) -> str:
        """Whose report it is; empty if that is not known."""
        return self.ledger.article.outlet or ""

    @cached_property
    def words(self) -> Words:
        """Its words, as they are compared."""
        return Words.of(self.text)

    @cached_property
    def fingerprints(self) -> list[Fingerprint]:
        """What it is found by."""
        return fingerprints(self.words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        return sentences(self.text)

    def quoted(self, span: Span) -> bool:
        """Whether most words of a stretch stand within quotation marks."""
        return 2 * self.unquoted(span) < len(self._within(span))

    def unquoted(self, span: Span) -> int:
        """How many words of a stretch stand outside quotation marks."""
        return sum(not self._depth[start] for start, _ in self._within(span))

    def claims_within(self, span: Span) -> list[Claim]:
        """The claims most of which lies within a stretch."""
        found = []
        for claim in self.ledger.claims:
            length = sum(end - start for start, end in claim.spans)
            inside = sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in claim.spans)
            if 2 * inside > length:
                found.append(claim)
        return found

    @cached_property
    def _depth(self) -> Sequence[int]:
        depths: list[int] = quotation_depth(find_quotations(self.text), len(self.text)).tolist()
        return depths

    def _within(self, span: Span) -> list[Span]:
        return [one for one in self.words.spans if span[0] <= one[0] and one[1] <= span[1]]
