"""A ledger with its place in a story: what stories are made of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from reportedly.ledger import Actor, Attribution, Claim, Ledger, Span, Spans
from reportedly.reading.quotation import find_quotations, quotation_depth
from reportedly.sentences import sentences
from reportedly.story.copying.fingerprints import Fingerprint, PlainWords, fingerprints

#: What stands for the day of a report of which no day is known: it comes after all others.
NO_DAY = "9999-99-99"


# Told apart by identity: comparing all of two ledgers would cost more than what is asked of them.
@dataclass(frozen=True, eq=False)
class Report:
    """One report of a story.

    Args:
        number: that of the article on the desk, or its place in a list; of two reports of one day
            the smaller one came first.
        ledger: what was read of it; entries that point at no words are left out.
        article: the number of its article on the desk; 0 if it is on none.
        version: which of the texts of its article it is, counted from 1.
    """

    number: int
    ledger: Ledger
    article: int = 0
    version: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "ledger", grounded(self.ledger))

    @property
    def text(self) -> str:
        """What it says."""
        return self.ledger.article.text

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Its actors by their ids."""
        return {one.id: one for one in self.ledger.actors}

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        """Its attributions by their ids."""
        return {one.id: one for one in self.ledger.attributions}

    @cached_property
    def order(self) -> tuple[str, int]:
        """What sorts reports by when they came."""
        return self.ledger.article.published or NO_DAY, self.number

    @property
    def outlet(self) -> str:
        """Whose report it is; empty if that is not known."""
        return self.ledger.article.outlet or ""

    @cached_property
    def words(self) -> PlainWords:
        """Its words, as they are compared."""
        return PlainWords.of(self.text)

    @cached_property
    def fingerprints(self) -> list[Fingerprint]:
        """What it is found by."""
        return fingerprints(self.words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        return sentences(self.text)

    def sentence_at(self, place: int) -> Span:
        """The sentence at a place; no words, there, if it is in none."""
        number = bisect_right(self.sentences, place, key=lambda one: one[0])
        if number and place < self.sentences[number - 1][1]:
            return self.sentences[number - 1]
        return place, place

    def sentences_around(self, spans: Spans) -> list[Span]:
        """The sentences that some words stand in; none for no words."""
        if not spans:
            return []
        start, end = min(first for first, _ in spans), max(last for _, last in spans)
        return [one for one in self.sentences if one[1] > start and one[0] < end]

    def around(self, spans: Spans) -> str:
        """The words of these sentences."""
        return " ".join(self.text[slice(*one)] for one in self.sentences_around(spans))

    def quoted(self, span: Span) -> bool:
        """Whether most words of a stretch stand within quotation marks."""
        return 2 * self.unquoted(span) < len(self._within(span))

    def unquoted(self, span: Span) -> int:
        """How many words of a stretch stand outside quotation marks."""
        return sum(not self._depth[start] for start, _ in self._within(span))

    def plain_within(self, span: Span) -> tuple[str, ...]:
        """The words of a stretch, as they are compared."""
        return self.words.plain[self.words_within(span)]

    def claims_within(self, span: Span) -> list[Claim]:
        """The claims most of which lies within a stretch."""
        found = self._claims_within.get(span)
        if found is None:
            found = [one for one in self.ledger.claims if _mostly_within(one, span)]
            self._claims_within[span] = found
        return found

    @cached_property
    def _claims_within(self) -> dict[Span, list[Claim]]:
        return {}

    def words_within(self, span: Span) -> slice:
        """Which of its words lie within a stretch."""
        spans = self.words.spans
        first = bisect_left(spans, span[0], key=lambda one: one[0])
        end = first
        while end < len(spans) and spans[end][1] <= span[1]:
            end += 1
        return slice(first, end)

    @cached_property
    def _depth(self) -> Sequence[int]:
        depths: list[int] = quotation_depth(find_quotations(self.text), len(self.text)).tolist()
        return depths

    def _within(self, span: Span) -> list[Span]:
        return list(self.words.spans[self.words_within(span)])


def _mostly_within(claim: Claim, span: Span) -> bool:
    length = sum(end - start for start, end in claim.spans)
    inside = sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in claim.spans)
    return 2 * inside > length


def grounded(ledger: Ledger) -> Ledger:
    """A ledger without the entries of claims, positions and conditions that point at no words.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> claims = Claim(id="C1", spans=()), Claim(id="C2", spans=((0, 4),))
    >>> article, model = Article(text="Rain."), ModelInfo(name="none", version="0")
    >>> [one.id for one in grounded(Ledger(model=model, article=article, claims=claims)).claims]
    ['C2']
    """
    claims = tuple(one for one in ledger.claims if one.spans)
    positions = tuple(one for one in ledger.positions if one.target_spans)
    conditions = tuple(
        one for one in ledger.conditions if one.outcome_spans and one.requirement_spans
    )
    kept = claims, positions, conditions
    if kept == (ledger.claims, ledger.positions, ledger.conditions):
        return ledger
    return msgspec.structs.replace(
        ledger, claims=claims, positions=positions, conditions=conditions
    )
