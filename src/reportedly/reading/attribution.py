"""Scores → attributions: who (source) says (cue) what (content), also within a content.

In: the tokens of a text and a network. Out: `Found`, one for each attribution, in characters.
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
from reportedly.reading.decoding import ROLES, FloatArray, TokenSpan, best_tags, spans_of
from reportedly.reading.encoder import Mapper, Run, Scores, encode
from reportedly.reading.links import DistanceBias, link_contents, link_sources
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
    bias: DistanceBias
    marks: tuple[int, int]
    mapper: Mapper = map


#: How many numbers `Found.evidence` holds.
PIECES_OF_EVIDENCE: Final = 6


@dataclass(frozen=True)
class Found:
    """One attribution; spans are characters, ``within`` is the position of the one around it.

    ``evidence`` is what its confidence is estimated from: the mean log-probability of the tags of
    its cue, source and contents, and of the links that join them.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    within: int | None
    evidence: tuple[float, ...]


@dataclass(frozen=True)
class _Passage:
    """Tokens to read, and the position of the attribution that they are the content of."""

    tokens: Tokens
    parent: int | None


@dataclass(frozen=True)
class _Joined:
    """An attribution in tokens of its passage."""

    source: TokenSpan | None
    cue: TokenSpan
    contents: tuple[TokenSpan, ...]
    evidence: tuple[float, ...]


def find_attributions(
    tokens: Tokens, network: Network, *, depth: int = DEPTH, odds: float = NESTING_ODDS
) -> list[Found]:
    """All attributions of a text, and those within them, outer ones before inner ones.

    Args:
        tokens: the text; offsets of the result are those of the tokens.
        network: see `Network`.
        depth: how often the content of an attribution is read again.
        odds: which contents are; see `NESTING_ODDS`.
    """
    found: list[Found] = []
    passages = [_Passage(tokens, None)]
    for _ in range(depth + 1):
        inner: list[_Passage] = []
        scores = encode(
            [passage.tokens for passage in passages],
            network.run,
            marks=network.marks,
            mapper=network.mapper,
        )
        for passage, own in zip(passages, scores, strict=True):
            for joined in join(passage.tokens, own, network.bias):
                positions = _positions(joined)
                if len(positions) >= SHORTEST_NESTING and own.nested[positions].max() > odds:
                    inner.append(_Passage(content_tokens(passage.tokens, positions), len(found)))
                found.append(_in_characters(passage, joined))
        passages = inner
        if not passages:
            break
    return found


def join(tokens: Tokens, scores: Scores, bias: DistanceBias) -> list[_Joined]:
    """Decode one passage: spans, and the links that make attributions of them."""
    tags = best_tags(scores.tags, tokens.continues)
    # Stray markup is nobody's words; a colon, though, may be a cue.
    spans = [
        s for s in spans_of(tags) if s.role == _CUE or tokens.wordy[s.first : s.last + 1].any()
    ]
    sources, cues, contents = (
        [s for s in spans if s.role == role] for role in (_SOURCE, _CUE, _CONTENT)
    )
    content_links = link_contents(contents, cues, scores.windows, bias)
    source_links = link_sources(cues, sources, scores.windows, bias)
    chosen = scores.tags[np.arange(len(tags)), tags]
    result = []
    for number, cue in enumerate(cues):
        links = [link for link in content_links if link.end == number]
        if not links:
            continue
        to_source = source_links[number]
        source = None if to_source.end is None else sources[to_source.end]
        linked = [contents[link.start] for link in links]
        own = _within_reach(linked, [cue, source] if source else [cue])
        evidence = (
            _mean(chosen, [cue]),
            _mean(chosen, [source] if source else [cue]),
            _mean(chosen, own),
            _edges(chosen, own),
            float(np.log(max(to_source.probability, 1e-6))),
            float(np.log(max(min(link.probability for link in links), 1e-6))),
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


def _positions(joined: _Joined) -> IntArray:
    return np.concatenate([np.arange(s.first, s.last + 1) for s in joined.contents])


def content_tokens(tokens: Tokens, positions: IntArray) -> Tokens:
    """The tokens of a content, as a text of its own: outside the quotation marks around it."""
    selected = tokens.select(positions)
    case, gap, depth = selected.features
    gap = gap.copy()
    gap[0] = BREAK
    return replace(selected, features=Features(case, gap, depth - depth.min()))


def _in_characters(passage: _Passage, joined: _Joined) -> Found:
    tokens = passage.tokens
    source = [joined.source] if joined.source else []
    return Found(
        source=_characters(tokens, source),
        cue=_characters(tokens, [joined.cue]),
        content=_characters(tokens, joined.contents),
        within=passage.parent,
        evidence=joined.evidence,
    )


def _characters(tokens: Tokens, spans: Sequence[TokenSpan]) -> tuple[Span, ...]:
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
