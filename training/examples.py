"""Articles → what the network learns from: tokens, and rows of targets for them.

Every article comes in four guises (as printed; quotation marks straightened; paragraph breaks
gone; both), all with the same tokens in the same places, so that what is learned survives them.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.tokens import Tokens, WordPieces
from training.lessons import HalfArray, untaught
from training.polnear import GoldAttribution
from training.targets import IGNORED, NONE, ROWS, IntArray, Targets, cut, moved, token_spans

#: How often each disguise is worn, drawn independently for every window.
STRAIGHT_QUOTES, NO_BREAKS, LOWER_CASE, NO_QUOTES = 0.3, 0.15, 0.1, 0.05

#: Disguises that keep every character in its place, for `str.translate`.
STRAIGHTEN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
JOIN = str.maketrans({"\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "})


Guises = tuple[Tokens, Tokens, Tokens, Tokens]


@dataclass(frozen=True)
class Example:
    """One annotated version of a text.

    ``guises`` are the tokens as printed, straight, without breaks, and both; ``targets`` the rows
    of `training.targets`, shape ``(rows, tokens)``; ``lesson`` a teacher's scores, see
    `training.lessons`.
    """

    name: str
    guises: Guises
    targets: IntArray
    lesson: HalfArray


@dataclass(frozen=True)
class Window:
    """Up to a window's length of an example; pointers count from the window's first token."""

    ids: IntArray
    case: IntArray
    gap: IntArray
    depth: IntArray
    targets: IntArray
    lesson: HalfArray


def example_of(
    name: str, guises: Guises, targets: Targets, lesson: HalfArray | None = None
) -> Example:
    """A text and what is to be learned of it."""
    if lesson is None:
        lesson = untaught(len(targets.tokens))
    return Example(name, guises, targets.values, lesson)


def guises_of(text: str, pieces: WordPieces) -> Guises:
    """The tokens of a text as printed, straight, without breaks, and both."""
    straight, joined = text.translate(STRAIGHTEN), text.translate(JOIN)
    both = straight.translate(JOIN)
    guises = (pieces(text), pieces(straight), pieces(joined), pieces(both))
    if len({len(guise) for guise in guises}) != 1:
        raise ValueError(f"a text whose disguises have other tokens than itself: {text[:40]!r}")
    return guises


def mark_attributions(targets: Targets, attributions: Sequence[GoldAttribution]) -> None:
    """Spans of the three roles, and what their tokens point at."""
    tokens = targets.tokens
    spans = []
    for attribution in attributions:
        sources = token_spans(tokens, attribution.source, 0)
        cues = token_spans(tokens, attribution.cue, 1)
        contents = token_spans(tokens, attribution.content, 2)
        spans += [(2, s) for s in attribution.content]
        spans += [(0, s) for s in attribution.source]
        spans += [(1, s) for s in attribution.cue]
        if not cues:
            continue
        for content in contents:
            targets["cue_of"][content.first : content.last + 1] = cues[0].first
        for cue in cues:
            target = sources[0].first if sources else NONE
            targets["source_of"][cue.first : cue.last + 1] = target
    targets.tag("tags", spans)


def windows(example: Example, size: int, draw: random.Random) -> Iterator[Window]:
    """Cut an example into as few windows as hold it, at random places, each in a random guise."""
    count = len(example.lesson)
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
        targets=cut(example.targets, left, right),
        lesson=example.lesson[part],
    )


def packed(found: Sequence[Window], size: int, marks: tuple[int, int]) -> list[Window]:
    """Windows put together, marks between them, as reading does with short passages."""
    packs: list[list[Window]] = []
    room = 0
    for window in found:
        need = len(window.ids) + 2
        if need > room:
            packs.append([])
            room = size + 2
        packs[-1].append(window)
        room -= need
    return [_joined(pack, marks) for pack in packs]


def _joined(pack: Sequence[Window], marks: tuple[int, int]) -> Window:
    """Several windows as one; what stands between them is ignored."""
    ids, features, targets, lessons = [], [], [], []
    start = 0
    for number, window in enumerate(pack):
        if start:
            ids.append(np.array(marks[::-1]))
            features.append(np.zeros((3, 2), dtype=np.int64))
            targets.append(np.full((len(ROWS), 2), IGNORED))
            lessons.append(untaught(2))
            start += 2
        ids.append(window.ids)
        features.append(np.stack([window.case, window.gap, window.depth]))
        targets.append(moved(window.targets, start, number))
        lessons.append(window.lesson)
        start += len(window.ids)
    case, gap, depth = np.concatenate(features, axis=1)
    return Window(
        np.concatenate(ids),
        case,
        gap,
        depth,
        np.concatenate(targets, axis=1),
        np.concatenate(lessons),
    )
