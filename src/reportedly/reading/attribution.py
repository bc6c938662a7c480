"""Scores → attributions: who (source) says (cue) what (content), also within a content.

In: the tokens of a text and a network. Out: the passages that were read, and `Found`, one for
each attribution, in characters and in tokens of its passage.
The relation is that of PARC 3 and PolNeAR. What one attribution contains is read again, so that
"the minister said that aides doubt it" yields two, the second within the first.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from reportedly.ledger import Span
from reportedly.reading.decoding import FloatArray, TokenSpan, likely_tags, spans_of
from reportedly.reading.encoder import Mapper, Run, Scores, encode, log_softmax
from reportedly.reading.heads import ROLES
from reportedly.reading.links import Distances, links, tokens_of
from reportedly.reading.tokens import BREAK, Features, IntArray, Tokens

#: Attributions within attributions are looked for to this depth.
DEPTH: Final = 3

#: A content of fewer tokens cannot hold a source, a cue and a content.
SHORTEST_NESTING: Final = 5

#: A content is read again if one of its tokens has better log-odds of being a cue within it.
#: `python -m training.nesting` prints what other values cost and find.
NESTING_ODDS: Final = 0.0

_SOURCE, _CUE, _CONTENT = range(len(ROLES))

#: The pieces of an attribution follow each other at this distance, in tokens, or closer. In
#: PolNeAR train 99.9 % of contents are within 121 characters of another piece of theirs.
REACH: Final = 40


@dataclass(frozen=True)
class Network:
    """What reading needs: the network, its distance scores, its marks, and how windows are run."""

    run: Run
    distances: Distances
    marks: tuple[int, int]
    mapper: Mapper = map


@dataclass(frozen=True)
class Passage:
    """Tokens that were read on their own, what was said of them, and whose content they are."""

    tokens: Tokens
    scores: Scores
    parent: int | None = None


@dataclass(frozen=True)
class Found:
    """One attribution; spans are characters, ``within`` is the position of the one around it.

    ``passage`` is the position of the passage that it was found in, and ``source_at``, ``cue_at``
    and ``content_at`` are positions of tokens there. ``evidence`` is what its confidence is
    estimated from: the mean log-probability of the tags of its cue, source and contents, and of
    the links that join them.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    within: int | None
    passage: int
    source_at: IntArray
    cue_at: IntArray
    content_at: IntArray
    evidence: tuple[float, ...]


@dataclass(frozen=True)
class Reading:
    """What a text was read as; the first passage is the text itself."""

    passages: list[Passage]
    found: list[Found]


@dataclass(frozen=True)
class _Joined:
    """An attribution in tokens of its passage."""

    source: TokenSpan | None
    cue: TokenSpan
    contents: tuple[TokenSpan, ...]
    evidence: tuple[float, ...]


def find_attributions(
    tokens: Tokens, network: Network, *, depth: int = DEPTH, odds: float = NESTING_ODDS
) -> Reading:
    """All attributions of a text, and those within them, outer ones before inner ones.

    Args:
        tokens: the text; offsets of the result are those of the tokens.
        network: see `Network`.
        depth: how often the content of an attribution is read again.
        odds: which contents are; see `NESTING_ODDS`.
    """
    reading = Reading([], [])
    waiting: list[tuple[Tokens, int | None]] = [(tokens, None)]
    for _ in range(depth + 1):
        texts = [text for text, _ in waiting]
        scores = encode(texts, network.run, marks=network.marks, mapper=network.mapper)
        inner: list[tuple[Tokens, int | None]] = []
        for (text, parent), own in zip(waiting, scores, strict=True):
            passage = Passage(text, own, parent)
            nested = own.odds("nested")
            for joined in join(text, own, network.distances):
                found = _in_characters(passage, joined, len(reading.passages))
                positions = found.content_at
                if len(positions) >= SHORTEST_NESTING and nested[positions].max() > odds:
                    inner.append((content_tokens(text, positions), len(reading.found)))
                reading.found.append(found)
            reading.passages.append(passage)
        waiting = inner
        if not waiting:
            break
    return reading


def join(tokens: Tokens, scores: Scores, distances: Distances) -> list[_Joined]:
    """Decode one passage: spans, and the links that make attributions of them."""
    log_odds = log_softmax(scores.layer("tags"))
    tags = likely_tags(log_odds, tokens.continues)
    # Stray markup is nobody's words; a colon, though, may be a cue.
    spans = [
        s for s in spans_of(tags) if s.role == _CUE or tokens.wordy[s.first : s.last + 1].any()
    ]
    sources, cues, contents = (
        [s for s in spans if s.role == role] for role in (_SOURCE, _CUE, _CONTENT)
    )
    content_links = links("cue", contents, cues, scores.windows, distances)
    source_links = links(
        "source", cues, sources, scores.windows, distances, scores.odds("no_source")
    )
    chosen = log_odds[np.arange(len(tags)), tags]
    result = []
    for number, cue in enumerate(cues):
        own_links = [link for link in content_links if link.end == number]
        if not own_links:
            continue
        to_source = source_links[number]
        source = None if to_source.end is None else sources[to_source.end]
        linked = [contents[link.start] for link in own_links]
        own = _within_reach(linked, [cue, source] if source else [cue])
        evidence = (
            _mean(chosen, [cue]),
            _mean(chosen, [source] if source else [cue]),
            _mean(chosen, own),
            _edges(chosen, own),
            float(np.log(max(to_source.probability, 1e-6))),
            float(np.log(max(min(link.probability for link in own_links), 1e-6))),
        )
        result.append(_Joined(source, cue, tuple(own), evidence))
    return result


def _within_reach(contents: Sequence[TokenSpan], known: Sequence[TokenSpan]) -> list[TokenSpan]:
    """The contents that hang together with what is known of an attribution, piece by piece.

    If none does, they are taken as they come.
    """
    reached, waiting, own = list(known), list(contents), []
    while near := [s for s in waiting if min(_distance(s, t) for t in reached) <= REACH]:
        own += near
        reached += near
        waiting = [s for s in waiting if s not in near]
    return sorted(own) or list(contents)


def _distance(one: TokenSpan, other: TokenSpan) -> int:
    return max(one.first - other.last, other.first - one.last) - 1


def _mean(chosen: FloatArray, spans: Sequence[TokenSpan]) -> float:
    return float(np.concatenate([chosen[s.first : s.last + 1] for s in spans]).mean())


def _edges(chosen: FloatArray, spans: Sequence[TokenSpan]) -> float:
    return float(min(min(chosen[s.first], chosen[s.last]) for s in spans))


def content_tokens(tokens: Tokens, positions: IntArray) -> Tokens:
    """The tokens of a content, as a text of its own: outside the quotation marks around it."""
    selected = tokens.select(positions)
    case, gap, depth = selected.features
    gap = gap.copy()
    gap[0] = BREAK
    return replace(selected, features=Features(case, gap, depth - depth.min()))


def _in_characters(passage: Passage, joined: _Joined, number: int) -> Found:
    tokens = passage.tokens
    source = [joined.source] if joined.source else []
    return Found(
        source=characters(tokens, source),
        cue=characters(tokens, [joined.cue]),
        content=characters(tokens, joined.contents),
        within=passage.parent,
        passage=number,
        source_at=tokens_of(joined.source) if joined.source else np.zeros(0, dtype=np.int64),
        cue_at=tokens_of(joined.cue),
        content_at=np.concatenate([tokens_of(span) for span in joined.contents]),
        evidence=joined.evidence,
    )


def characters(tokens: Tokens, spans: Sequence[TokenSpan]) -> tuple[Span, ...]:
    """Character spans; a span that leaps over text outside its passage is cut there."""
    result: list[Span] = []
    for span in spans:
        part = slice(span.first, span.last + 1)
        starts, ends, places = tokens.starts[part], tokens.ends[part], tokens.places[part]
        cuts = np.flatnonzero(np.diff(places) != 1) + 1
        result += [
            (int(starts[a]), int(ends[b - 1]))
            for a, b in itertools.pairwise([0, *cuts.tolist(), len(places)])
        ]
    return tuple(result)
