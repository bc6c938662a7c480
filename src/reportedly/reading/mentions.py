"""Scores → mentions of those who say, hold or are asked something, and who is who among them.

In: the passage that is the text itself, and the sources found in it. Out: `Mention`, one for each
in the order of the text, outer ones before those within them, with the chances that it is the same
actor as each mention before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from reportedly.ledger import Span
from reportedly.reading.attribution import Passage
from reportedly.reading.decoding import FloatArray, IntArray, TokenSpan, likely_spans
from reportedly.reading.encoder import log_softmax
from reportedly.reading.links import Distances, likely, pointing, tokens_of
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.outlets import CITED_BY, outlets_led_up_to, outlets_named
from reportedly.reading.tokens import Tokens

#: What may stand between the members of a compound: "Ann Holt (the mayor), Bo Reyes, and Cy Lund".
_BETWEEN_MEMBERS: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|,?\s*(?:and|&))\s*")

#: What a mention is cut before: appositions, clauses that do not restrict it, the day of speaking.
_ASIDE: Final = re.compile(
    r",\s+(?!(?:Inc|Jr|Sr|Ltd|LLC|D-|R-|I-)\b)|\s+[(\u2014]"
    r"|\s+on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)


#: Who cites whoever a mention is of.
_CITING: Final = re.compile(rf"{CITED_BY}\Z")
_LONGEST_CITING: Final = 24
_CITED: Final = re.compile(rf"\s+{CITED_BY}(?P<outlet>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)")


@dataclass(frozen=True)
class Mention:
    """Words that stand for an actor.

    ``at`` are its tokens, less those of mentions within it; ``quoted`` tells whether they are
    somebody's own words. ``kind`` and ``anonymity`` are log-probabilities in the order of
    `reportedly.reading.heads.LAYERS`, ``plural`` log-odds. ``antecedents`` are the chances that it
    is the same actor as mentions before it (their positions in the list), and, at -1, as none.
    """

    span: Span
    at: IntArray
    quoted: bool
    kind: FloatArray
    anonymity: FloatArray
    plural: float
    antecedents: dict[int, float]

    def words(self, text: str) -> str:
        """Its words, in one line."""
        return " ".join(text[slice(*self.span)].split())


def find_mentions(
    text: str, passage: Passage, distances: Distances, sources: Iterable[IntArray] = ()
) -> list[Mention]:
    """The mentions of a text.

    Args:
        text: what the offsets of the passage's tokens count.
        passage: the text, or a stretch of it, in tokens.
        distances: learned scores of distances.
        sources: tokens of the sources of attributions; one without a mention in it is one itself,
            and so is one that is a compound of mentions.
    """
    tokens, scores = passage.tokens, passage.scores
    ordered = sorted(_spans(text, passage, sources), key=lambda span: (span[0], -span[1]))
    positions = _own_tokens(ordered, len(tokens))
    chances = pointing(
        "antecedent",
        positions,
        positions,
        scores.windows,
        distances,
        scores.odds("no_antecedent"),
        backwards=True,
    )
    kind, anonymity = (log_softmax(scores.layer(name)) for name in ("kind", "anonymity"))
    plural = scores.odds("plural")
    return [
        Mention(
            span=(int(tokens.starts[first]), int(tokens.ends[last])),
            at=at,
            quoted=bool(tokens.features.depth[first] > 0),
            kind=kind[at].mean(axis=0),
            anonymity=anonymity[at].mean(axis=0),
            plural=float(plural[at].mean()),
            antecedents=likely(row),
        )
        for (first, last), at, row in zip(ordered, positions, chances, strict=True)
    ]


def _spans(text: str, passage: Passage, sources: Iterable[IntArray]) -> set[tuple[int, int]]:
    """First and last tokens of all mentions."""
    tokens, scores = passage.tokens, passage.scores
    outer = sorted(
        _with_citer(text, tokens, *_without_aside(text, tokens, s.first, s.last))
        for s in likely_spans(scores.layer("mention"), tokens.continues)
    )
    spans = set(outer)
    # The number of the outermost mention that each token is in; 0 is none.
    cover = np.zeros(len(tokens), dtype=np.int64)
    for number, (first, last) in enumerate(outer, start=1):
        cover[first : last + 1] = number
    for _, first, last in likely_spans(scores.layer("inner"), tokens.continues):
        if cover[first] and (cover[first : last + 1] == cover[first]).all():
            spans.add((first, last))
    for source in sources:
        within = [outer[number - 1] for number in dict.fromkeys(cover[source].tolist()) if number]
        if not within:
            spans.add(_without_aside(text, tokens, int(source[0]), int(source[-1])))
        elif len(within) > 1 and _is_compound(text, tokens, within):
            spans.add((within[0][0], within[-1][1]))
    ends = {last: first for first, last in sorted(spans)}
    for first, last in _outlets(text, tokens, cover):
        if ends.get(last, -1) < first - 1:  # no mention yet, nor with "the"
            spans.add((first, last))
    return spans


def _outlets(text: str, tokens: Tokens, cover: IntArray) -> Iterator[tuple[int, int]]:
    """First and last tokens of outlets that words came through and that are in no mention yet."""
    if not len(tokens):
        return
    for start, end in outlets_led_up_to(text, int(tokens.starts[0]), int(tokens.ends[-1])):
        first = int(np.searchsorted(tokens.starts, start))
        last = int(np.searchsorted(tokens.starts, end)) - 1
        cites = _CITING.search(text, max(0, start - _LONGEST_CITING), start)
        if first <= last and (cites or not cover[first : last + 1].any()):
            yield first, last


def _without_aside(text: str, tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """A mention up to an apposition in it, or the name that is one; compounds are left whole."""
    start, end = int(tokens.starts[first]), int(tokens.ends[last])
    words = text[start:end]
    aside = _ASIDE.search(words)
    if not aside or aside.start() == 0 or parse_name(" ".join(words.split())).members:
        return first, last
    head, rest = words[: aside.start()], words[aside.end() :]
    if parse_name(head).form == "description" and parse_name(rest).form == "name":
        return int(np.searchsorted(tokens.starts, start + aside.end())), last
    return first, max(first, int(np.searchsorted(tokens.starts, start + aside.start())) - 1)


def _with_citer(text: str, tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """A mention with the outlet that cites it: "sources cited by the Gazette"."""
    found = _CITED.match(text, int(tokens.ends[last]))
    if found is None or not outlets_named(found["outlet"]):
        return first, last
    return first, int(np.searchsorted(tokens.starts, found.end())) - 1


def _is_compound(text: str, tokens: Tokens, members: list[tuple[int, int]]) -> bool:
    """Whether mentions are a list of several actors; two with a comma between them are one."""
    last = text[int(tokens.ends[members[-2][1]]) : int(tokens.starts[members[-1][0]])]
    return ("and" in last or "&" in last) and all(
        _BETWEEN_MEMBERS.fullmatch(text, int(tokens.ends[one[1]]), int(tokens.starts[other[0]]))
        for one, other in pairwise(members)
    )


def _own_tokens(ordered: list[tuple[int, int]], count: int) -> list[IntArray]:
    """The tokens of each mention that are in none within it; all of them if that leaves none."""
    owner = np.full(count, -1)
    for number, (first, last) in enumerate(ordered):
        owner[first : last + 1] = number
    found = []
    for number, (first, last) in enumerate(ordered):
        own = first + np.flatnonzero(owner[first : last + 1] == number)
        found.append(own if len(own) else tokens_of(TokenSpan(0, first, last)))
    return found
