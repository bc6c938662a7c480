"""Articles → what the network learns from: tokens, tags, and which token points at which.

Every article comes in four guises (as printed; quotation marks straightened; paragraph breaks
gone; both), all with the same tokens in the same places, so that what is learned survives them.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.reading.decoding import TAGS, FloatArray, TokenSpan, tag
from reportedly.reading.tokens import Tokens, WordPieces
from training.polnear import GoldArticle, GoldAttribution, Span
from training.silver import IGNORED, Inventory, Silver, silver_of

IntArray = npt.NDArray[np.int64]

NONE = -1  #: a pointer to nothing (a cue without a source)
UNKNOWN = -2  #: a pointer that is not learned from

#: How often each disguise is worn, drawn independently for every window.
STRAIGHT_QUOTES, NO_BREAKS, LOWER_CASE, NO_QUOTES = 0.3, 0.15, 0.1, 0.05

#: Disguises that keep every character in its place, for `str.translate`.
STRAIGHTEN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
JOIN = str.maketrans({"\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "})


Guises = tuple[Tokens, Tokens, Tokens, Tokens]


class Lesson(NamedTuple):
    """What teachers say of an article's tokens, as far as they were asked.

    ``tags`` are probabilities, shape ``(tokens, 13)``; ``nested``, shape ``(tokens,)``, is 1 for a
    cue within a content, 0 for the other tokens of contents, and `IGNORED` outside of them.
    """

    tags: FloatArray | None = None
    nested: IntArray | None = None


UNTAUGHT = Lesson()


@dataclass(frozen=True)
class Example:
    """One annotated version of an article; arrays of shape ``(tokens,)``.

    ``guises`` are the tokens as printed, straight, without breaks, and both.
    ``cue_of`` and ``source_of`` are positions of first tokens, or `NONE`, or `UNKNOWN`;
    ``lesson`` and ``nested`` are those of a `Lesson`; without a teacher, the annotator is the one.
    """

    name: str
    guises: Guises
    tags: IntArray
    cue_of: IntArray
    source_of: IntArray
    lesson: FloatArray
    nested: IntArray
    silver: Silver | None


@dataclass(frozen=True)
class Window:
    """Up to a window's length of an example; pointers count from the window's first token."""

    ids: IntArray
    case: IntArray
    gap: IntArray
    depth: IntArray
    tags: IntArray
    cue_of: IntArray
    source_of: IntArray
    lesson: FloatArray
    nested: IntArray
    silver: Silver | None


def examples_of(
    article: GoldArticle,
    pieces: WordPieces,
    lesson: Lesson = UNTAUGHT,
    parse: tuple[list[Any], Inventory] | None = None,
) -> list[Example]:
    """The versions of an article, one for each annotator.

    Args:
        article: text and annotations.
        pieces: the tokenizer.
        lesson: what teachers say of it.
        parse: CoreNLP's sentences, and the labels to learn of them.
    """
    guises = guises_of(article.text, pieces)
    silver = None if parse is None else silver_of(guises[0], *parse)
    return [
        example_of(article.name, guises, attributions, lesson, silver)
        for attributions in article.annotations.values()
    ]


def guises_of(text: str, pieces: WordPieces) -> Guises:
    """The tokens of a text as printed, straight, without breaks, and both."""
    straight, joined = text.translate(STRAIGHTEN), text.translate(JOIN)
    both = straight.translate(JOIN)
    guises = (pieces(text), pieces(straight), pieces(joined), pieces(both))
    if len({len(guise) for guise in guises}) != 1:
        raise ValueError(f"a text whose disguises have other tokens than itself: {text[:40]!r}")
    return guises


def example_of(
    name: str,
    guises: Guises,
    attributions: Sequence[GoldAttribution],
    lesson: Lesson,
    silver: Silver | None,
) -> Example:
    """A text with one reader's attributions, in tokens."""
    tokens = guises[0]
    tags = np.zeros(len(tokens), dtype=np.int64)
    cue_of = np.full(len(tokens), UNKNOWN, dtype=np.int64)
    source_of = np.full(len(tokens), UNKNOWN, dtype=np.int64)
    for attribution in attributions:
        sources = token_spans(tokens, attribution.source, 0)
        cues = token_spans(tokens, attribution.cue, 1)
        contents = token_spans(tokens, attribution.content, 2)
        for span in (*contents, *sources, *cues):
            _write(tags, span)
        if not cues:
            continue
        for content in contents:
            cue_of[content.first : content.last + 1] = cues[0].first
        for cue in cues:
            target = sources[0].first if sources else NONE
            source_of[cue.first : cue.last + 1] = target
    tags = _mended(tags)
    taught = np.eye(len(TAGS), dtype=np.float32)[tags] if lesson.tags is None else lesson.tags
    nested = np.full_like(tags, IGNORED) if lesson.nested is None else lesson.nested
    return Example(name, guises, tags, cue_of, source_of, taught, nested, silver)


def token_spans(tokens: Tokens, spans: Sequence[Span], role: int) -> list[TokenSpan]:
    """The tokens that character spans touch, widened to whole words."""
    found = []
    for start, end in spans:
        first = int(np.searchsorted(tokens.ends, start, side="right"))
        last = int(np.searchsorted(tokens.starts, end, side="left")) - 1
        while 0 < first < len(tokens) and tokens.continues[first]:
            first -= 1
        while last + 1 < len(tokens) and tokens.continues[last + 1]:
            last += 1
        if first <= last < len(tokens):
            found.append(TokenSpan(role, first, last))
    return found


def _write(tags: IntArray, span: TokenSpan) -> None:
    if span.first == span.last:
        tags[span.first] = tag(span.role, 3)
        return
    tags[span.first] = tag(span.role, 0)
    tags[span.first + 1 : span.last] = tag(span.role, 1)
    tags[span.last] = tag(span.role, 2)


def _mended(tags: IntArray) -> IntArray:
    """Tags made well-formed where two annotated spans overlap."""
    roles = np.where(tags > 0, (tags - 1) // 4, -1)
    parts = np.where(tags > 0, (tags - 1) % 4, -1)
    starts = [
        i
        for i in range(len(tags))
        if roles[i] >= 0
        and (i == 0 or roles[i] != roles[i - 1] or parts[i] in (0, 3) or parts[i - 1] in (2, 3))
    ]
    mended = np.zeros_like(tags)
    for start in starts:
        end = start
        while (
            end + 1 < len(tags)
            and roles[end + 1] == roles[start]
            and parts[end + 1] in (1, 2)
            and parts[end] not in (2, 3)
        ):
            end += 1
        _write(mended, TokenSpan(int(roles[start]), start, end))
    return mended


def windows(example: Example, size: int, draw: random.Random) -> Iterator[Window]:
    """Cut an example into as few windows as hold it, at random places, each in a random guise."""
    count = len(example.tags)
    pieces = max(1, -(-count // size))
    play = max(0, (size - -(-count // pieces)) // 2)
    inner = [round(i * count / pieces) + draw.randint(-play, play) for i in range(1, pieces)]
    for left, right in itertools.pairwise((0, *inner, count)):
        yield _window(example, left, right, draw)


def _window(example: Example, left: int, right: int, draw: random.Random) -> Window:
    straight, joined = draw.random() < STRAIGHT_QUOTES, draw.random() < NO_BREAKS
    tokens = example.guises[straight + 2 * joined]
    part = slice(left, right)
    case = tokens.features.case[part]
    if draw.random() < LOWER_CASE:
        case = np.where(case > 0, 1, 0)
    depth = tokens.features.depth[part]
    if draw.random() < NO_QUOTES:
        depth = np.zeros_like(depth)
    return Window(
        ids=tokens.ids[part],
        case=case,
        gap=tokens.features.gap[part],
        depth=depth,
        tags=example.tags[part],
        cue_of=_within(example.cue_of[part], left, right),
        source_of=_within(example.source_of[part], left, right),
        lesson=example.lesson[part],
        nested=example.nested[part],
        silver=None if example.silver is None else example.silver.part(left, right),
    )


def _within(pointers: IntArray, left: int, right: int) -> IntArray:
    inside = (pointers >= left) & (pointers < right)
    return np.where(inside, pointers - left, np.where(pointers == NONE, NONE, UNKNOWN))


def tag_counts(examples: Sequence[Example]) -> dict[str, int]:
    """How often each tag occurs."""
    counts = sum((np.bincount(e.tags, minlength=len(TAGS)) for e in examples), np.zeros(len(TAGS)))
    return {name: int(n) for name, n in zip(TAGS, counts, strict=True)}
