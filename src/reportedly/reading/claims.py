"""Scores and attributions → claims: what is asserted, by a source or in the outlet's own voice.

In: a reading and the sentences of its text. Out: `FoundClaim`, one for each coordinated clause of
a content, and one for each sentence, or what of it stands outside every attribution, that asserts
something. Certainty, polarity and time follow FactBank (Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reportedly.ledger import Certainty, Polarity, Span, Spans, Time
from reportedly.reading.attribution import Passage, Reading, characters
from reportedly.reading.decoding import BoolArray, FloatArray, IntArray, TokenSpan
from reportedly.reading.encoder import log_softmax
from reportedly.reading.heads import LAYERS
from reportedly.reading.tokens import Tokens

_SILENT, _BEGIN, _ = range(len(LAYERS["claim"]))

#: What is said of a claim.
_SAID: Final = ("certainty", "polarity", "time")

#: What a sentence leaves over beside attributions is no clause if it has fewer words; nor is what
#: stands before the next clause of a content.
SHORTEST: Final = 3

#: A clause begins at a token of which the network is this sure.
BEGINS: Final = 0.7


@dataclass(frozen=True)
class FoundClaim:
    """A claim; ``attribution`` is the position of the attribution that it comes from.

    ``carried`` are the log-odds that it goes on from an attribution before it; ``evidence`` is
    what its confidence is estimated from.
    """

    spans: Spans
    attribution: int | None
    certainty: Certainty
    polarity: Polarity
    time: Time
    carried: float
    evidence: tuple[float, ...]


@dataclass(frozen=True)
class _Heard:
    """A passage, and the log-probabilities of the labels of its tokens."""

    passage: Passage
    labels: dict[str, FloatArray]

    @classmethod
    def of(cls, passage: Passage) -> _Heard:
        layers = ("claim", *_SAID)
        return cls(passage, {name: log_softmax(passage.scores.layer(name)) for name in layers})


def find_claims(reading: Reading, sentences: Sequence[Span]) -> list[FoundClaim]:
    """All claims of a text, in the order in which they begin."""
    heard = [_Heard.of(passage) for passage in reading.passages]
    chances = [np.exp(one.labels["claim"]) for one in heard]
    claims = []
    for number, found in enumerate(reading.found):
        one, chance = heard[found.passage], chances[found.passage]
        clauses = _clauses(found.content_at, chance, one.passage.tokens)
        claims += [_claim(one, chance, at, number) for at in clauses]
    text, chance = heard[0], chances[0]
    for at in _left_over(reading, sentences):
        own = list(_clauses(at, chance, text.passage.tokens, split=False))
        if own:
            claims.append(_claim(text, chance, np.concatenate(own), None))
    return sorted(claims, key=lambda claim: (claim.spans[0], claim.attribution is not None))


def _clauses(
    at: IntArray, chances: FloatArray, tokens: Tokens, *, split: bool = True
) -> Iterator[IntArray]:
    """The tokens of each clause that asserts something."""
    begins: list[int] = []
    if split:
        words = np.cumsum(tokens.wordy[at] & ~tokens.continues[at])
        likely = (chances[at, _BEGIN] > BEGINS) & ~tokens.continues[at]
        for place in np.flatnonzero(likely).tolist():
            before = words[place - 1] - (words[begins[-1] - 1] if begins else 0) if place else 0
            if before >= SHORTEST and words[-1] - words[place - 1] >= SHORTEST - 1:
                begins.append(place)
    for piece in np.split(at, begins):
        # What an outlet says itself in half a sentence goes from one comma to the next.
        ends = ~tokens.continues if split else ~tokens.wordy
        part = _asserted(piece, chances[piece, _SILENT] < 0.5, ends[piece])
        part = part[tokens.wordy[part].argmax() :]
        enough = 2 if len(part) < len(piece) else 1
        if chances[part, _SILENT].mean() < 0.5 and _words(tokens, part) >= enough:
            yield part


def _asserted(at: IntArray, spoken: BoolArray, ends: BoolArray) -> IntArray:
    """The tokens from the first to the last that asserts something, up to where one may end.

    Args:
        at: the tokens.
        spoken: which of them assert something; if none does, all are returned.
        ends: before which of them it may begin and end: at words, or at punctuation marks.
    """
    places = np.flatnonzero(spoken)
    if not len(places):
        return at
    borders = np.flatnonzero(ends)
    before, after = borders[borders <= places[0]], borders[borders > places[-1]]
    return at[before[-1] if len(before) else 0 : after[0] if len(after) else len(at)]


def _left_over(reading: Reading, sentences: Sequence[Span]) -> Iterator[IntArray]:
    """Tokens of each sentence that are in no outermost attribution, if there are enough of them."""
    tokens = reading.passages[0].tokens
    free = tokens.wordy | True
    for found in reading.found:
        if found.within is None:
            for at in (found.source_at, found.cue_at, found.content_at):
                free[at] = False
    for start, end in sentences:
        first, last = np.searchsorted(tokens.starts, [start, end])
        at = first + np.flatnonzero(free[first:last])
        while len(at) and not tokens.wordy[at[0]]:
            at = at[1:]
        if _words(tokens, at) >= SHORTEST:
            yield at


def _words(tokens: Tokens, at: IntArray) -> int:
    return int((tokens.wordy[at] & ~tokens.continues[at]).sum())


def _claim(heard: _Heard, chances: FloatArray, at: IntArray, attribution: int | None) -> FoundClaim:
    labels = [_label(heard.labels[name], name, at) for name in _SAID]
    asserted = float(np.log(max(1 - chances[at, _SILENT].mean(), 1e-6)))
    tokens = heard.passage.tokens
    runs = np.split(at, np.flatnonzero(np.diff(at) != 1) + 1)
    certainty, polarity, time = (label for label, _ in labels)
    return FoundClaim(
        spans=characters(tokens, [TokenSpan(0, int(r[0]), int(r[-1])) for r in runs]),
        attribution=attribution,
        certainty=certainty,  # type: ignore[arg-type]
        polarity=polarity,  # type: ignore[arg-type]
        time=time,  # type: ignore[arg-type]
        carried=float(heard.passage.scores.odds("carried")[at].mean()),
        evidence=(*(chance for _, chance in labels), asserted),
    )


def _label(scores: FloatArray, name: str, at: IntArray) -> tuple[str, float]:
    """The best label of a layer over some tokens, and its log-probability."""
    chances = log_softmax(scores[at].mean(axis=0))
    best = int(chances.argmax())
    return LAYERS[name][best], float(chances[best])
