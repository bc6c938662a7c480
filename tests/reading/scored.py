"""A text and what a network might say of it, to see what the stages make of that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from reportedly.ledger import Article, Ledger, ModelInfo, Span, validate
from reportedly.reading.actors import find_details
from reportedly.reading.assembly import Assembly, Surroundings
from reportedly.reading.attribution import Found, Passage, Reading
from reportedly.reading.calibration import PIECES, Calibration
from reportedly.reading.claims import find_claims
from reportedly.reading.dating.dates import find_dates
from reportedly.reading.decoding import IntArray
from reportedly.reading.encoder import Scores, Window
from reportedly.reading.heads import (
    LABEL_COUNT,
    LABELS,
    LAYERS,
    POINTER_WIDTH,
    POINTERS,
    VECTOR_COUNT,
    VECTORS,
)
from reportedly.reading.hearsay import find_markers
from reportedly.reading.links import DISTANCES
from reportedly.reading.mentions import find_mentions
from reportedly.reading.model import find
from reportedly.reading.parts import Part
from reportedly.reading.positions import find_positions
from reportedly.reading.provenance import find_custody
from reportedly.reading.quotation import find_quotations
from reportedly.reading.tokens import Tokens, WordPieces
from reportedly.sentences import sentences

#: What is certain scores this much more than what is not.
SURE = 9.0

EVEN = {name: np.zeros(DISTANCES, np.float32) for name in POINTERS}

EVEN_CHANCES = {layer: Calibration([0.0] * pieces, 0.0) for layer, pieces in PIECES.items()}

_PIECES = WordPieces.from_file(str(find("small") / "tokenizer.json"))

Label = tuple[str, str, str]  # layer, label or role, words
Pull = tuple[str, str, str]  # pointer, words that point, words pointed at


def where(text: str, words: str) -> Span:
    """The characters of words; ``#2`` behind them means their second occurrence."""
    words, _, number = words.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def at(tokens: Tokens, span: Span) -> IntArray:
    """The tokens of some characters."""
    return np.flatnonzero((tokens.starts >= span[0]) & (tokens.ends <= span[1]))


def passage(text: str, labels: Iterable[Label] = (), pulls: Iterable[Pull] = ()) -> Passage:
    """A text of at most 64 tokens, labelled; whatever is not told is outside, or a no."""
    tokens = _PIECES(text)
    scores = np.zeros((len(tokens), LABEL_COUNT), np.float32)
    for name, known in LAYERS.items():
        if known[0] == "O":
            scores[:, LABELS[name].start] = SURE
        elif name == "claim":
            scores[:, LABELS[name].start + known.index("silent")] = SURE
        elif len(known) == 1:
            scores[:, LABELS[name].start] = -SURE
    for name, label, words in labels:
        places = at(tokens, where(text, words))
        for column, value in _columns(name, label, len(places)):
            scores[places[value], LABELS[name].start + column] = 2 * SURE
    vectors = np.zeros((len(tokens), VECTOR_COUNT), np.float32)
    for name in POINTERS:
        key = vectors[:, VECTORS[f"{name}_key"].slice]
        key[:, : len(tokens)] = np.eye(len(tokens), POINTER_WIDTH)[:, : len(tokens)]
    for name, start, end in pulls:
        targets = at(tokens, where(text, end))
        for place in at(tokens, where(text, start)):
            vectors[place, VECTORS[f"{name}_query"].start + targets] = SURE * len(targets)
    return Passage(tokens, Scores(scores, (Window(0, len(tokens), vectors),)))


def _columns(name: str, label: str, count: int) -> Iterable[tuple[int, slice]]:
    """The columns that a label stands in, and at which of its tokens."""
    known = LAYERS[name]
    if known[0] != "O":
        yield known.index(label), slice(None)
    elif count == 1:
        yield known.index(f"S-{label}"), slice(None)
    else:
        yield known.index(f"B-{label}"), slice(0, 1)
        yield known.index(f"I-{label}"), slice(1, -1)
        yield known.index(f"E-{label}"), slice(-1, None)


def reading(one: Passage, text: str, *found: tuple[str, str, str]) -> Reading:
    """A reading with attributions given as source, cue and content; empty words are none."""
    return Reading([one], [_found(one.tokens, text, *words) for words in found])


def _found(tokens: Tokens, text: str, *words: str) -> Found:
    source, cue, content = ((where(text, part),) if part else () for part in words)
    places = [
        at(tokens, spans[0]) if spans else np.zeros(0, np.int64) for spans in (source, cue, content)
    ]
    return Found(
        source=source,
        cue=cue,
        content=content,
        within=None,
        passage=0,
        source_at=places[0],
        cue_at=places[1],
        content_at=places[2],
        evidence=(0.0,) * 6,
    )


def part_of(
    text: str, labels: list[Label], pulls: list[Pull], *found: tuple[str, str, str]
) -> Part:
    """What is read of a text, the attributions in it given."""
    read = reading(passage(text, labels, pulls), text, *found)
    mentions = find_mentions(text, read.passages[0], EVEN)
    custody = find_custody(text, read, mentions, EVEN)
    return Part(
        found=read.found,
        mentions=mentions,
        details=find_details(read.passages[0], mentions),
        custody=custody,
        claims=find_claims(read, sentences(text)),
        positions=find_positions(text, read, mentions, custody, EVEN),
    )


def ledger_of(part: Part, text: str, **about: Any) -> Ledger:
    """The ledger of a part, all confidence even."""
    article = Article(text=text, **about)
    around = Surroundings(
        find_quotations(text), find_dates(text, article.published), find_markers(text),
        sentences(text),
    )  # fmt: skip
    made = Assembly(article, part, around, EVEN_CHANCES)
    ledger = Ledger(
        model=ModelInfo(name="none", version="0"),
        article=article,
        actors=made.actors,
        attributions=tuple(made.attributions()),
        claims=tuple(made.claims()),
        positions=tuple(made.positions()),
        conditions=tuple(made.conditions()),
    )
    validate(ledger)
    return ledger
