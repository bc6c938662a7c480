"""Contents of annotated attributions → passages to learn nested attributions from.

At reading time a content is read again on its own, in a window that it shares with others. PolNeAR
marks hardly anything within contents, so this is learned from the project's own annotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from reportedly.ledger import Attribution
from reportedly.reading.attribution import SHORTEST_NESTING, content_tokens
from reportedly.reading.tokens import Tokens, WordPieces
from training.annotation.gold import Gold, read_gold
from training.examples import (
    UNKNOWN,
    UNTAUGHT,
    Example,
    IntArray,
    Window,
    example_of,
    guises_of,
    token_spans,
)
from training.polnear import GoldAttribution
from training.silver import IGNORED


def gold_of(folder: Path) -> dict[str, Gold]:
    """The annotated articles of a folder, by name."""
    return {gold.name: gold for gold in read_gold(folder)}


def contents_of(gold: Gold, text: str, pieces: WordPieces) -> Iterator[Example]:
    """Each content of an article as a passage of its own, with what is attributed within it."""
    guises = guises_of(text, pieces)
    for outer in gold.attributions:
        positions = _positions(guises[0], outer)
        if len(positions) < SHORTEST_NESTING:
            continue
        inner = [_marked(one) for one in gold.attributions if one.within == outer.id]
        a, b, c, d = (content_tokens(guise, positions) for guise in guises)
        yield example_of(gold.name, (a, b, c, d), inner, UNTAUGHT, None)


def _positions(tokens: Tokens, outer: Attribution) -> IntArray:
    spans = token_spans(tokens, outer.content_spans, 2)
    found = sorted(set(chain.from_iterable(range(s.first, s.last + 1) for s in spans)))
    return np.array(found, dtype=np.int64)


def _marked(one: Attribution) -> GoldAttribution:
    return GoldAttribution(one.source_spans, one.cue_spans, one.content_spans)


def nested_cues(tokens: Tokens, gold: Gold) -> IntArray:
    """1 for cues within contents, 0 for other tokens of contents, `IGNORED` for the rest."""
    nested = np.full(len(tokens), IGNORED, dtype=np.int64)
    outer = [one.content_spans for one in gold.attributions if one.within is None]
    inner = [one.cue_spans for one in gold.attributions if one.within is not None]
    for value, spans in ((0, outer), (1, inner)):
        for span in token_spans(tokens, list(chain.from_iterable(spans)), 0):
            nested[span.first : span.last + 1] = value
    return nested


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
    fills: Mapping[str, int] = {
        "case": 0, "gap": 0, "depth": 0, "tags": IGNORED, "nested": IGNORED,
        "cue_of": UNKNOWN, "source_of": UNKNOWN,
    }  # fmt: skip
    columns: dict[str, list[IntArray]] = {name: [] for name in ("ids", *fills)}
    lessons = []
    start = 0
    for window in pack:
        if start:
            columns["ids"].append(np.array(marks[::-1]))
            for name, fill in fills.items():
                columns[name].append(np.full(2, fill))
            lessons.append(np.zeros((2, window.lesson.shape[1]), np.float32))
            start += 2
        for name, parts in columns.items():
            values = getattr(window, name)
            points = name in ("cue_of", "source_of")
            parts.append(np.where(values >= 0, values + start, values) if points else values)
        lessons.append(window.lesson)
        start += len(window.ids)
    return Window(
        **{name: np.concatenate(parts) for name, parts in columns.items()},
        lesson=np.concatenate(lessons),
        silver=None,
    )
