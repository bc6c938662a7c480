"""What is to be learned of every token: one row of numbers a layer, and how rows are written.

Rows are layers of labels (`reportedly.reading.heads.LAYERS`), and what tokens point at. A token
that nothing is known of is `IGNORED` in that row.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from reportedly.ledger import Span
from reportedly.reading.decoding import TokenSpan
from reportedly.reading.heads import LAYERS
from reportedly.reading.tokens import Tokens

IntArray = npt.NDArray[np.int64]

IGNORED: Final = -100
NONE: Final = -1  #: a pointer to nothing: a cue without a source, without a relay

#: Labels; what is "none" is learned by the pointers.
LABELLED: Final = tuple(name for name in LAYERS if not name.startswith("no_"))
#: The first token of the span pointed at.
POINTED: Final = ("cue_of", "source_of")
#: Numbers of mentions and of actors: which mention a token belongs to, which actor that is, and the
#: actor that relays a cue's words or holds a position.
NUMBERED: Final = ("mention_of", "actor_of", "relay_of", "holder_of")
ROWS: Final = {name: number for number, name in enumerate((*LABELLED, *POINTED, *NUMBERED))}

#: Actors and mentions of different texts in one window are told apart by steps of this size.
STEP: Final = 100_000


class Targets:
    """The rows of one text; ``values`` has the shape ``(len(ROWS), tokens)``."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.values = np.full((len(ROWS), len(tokens)), IGNORED, dtype=np.int64)

    def __getitem__(self, row: str) -> IntArray:
        values: IntArray = self.values[ROWS[row]]
        return values

    def label(self, row: str, spans: Iterable[Span], label: str) -> None:
        """Give the tokens of spans a label of a layer; in a layer of one label, a yes."""
        labels = LAYERS[row]
        self.number(row, spans, 1 if len(labels) == 1 else labels.index(label))

    def number(self, row: str, spans: Iterable[Span], value: int) -> None:
        """Write a number at the tokens of spans."""
        for span in token_spans(self.tokens, list(spans), 0):
            self[row][span.first : span.last + 1] = value

    def entities(self, mentions: Iterable[tuple[Span, Hashable]]) -> None:
        """Tell which mentions mean the same, each with what it means; innermost ones last."""
        ordered = sorted(mentions, key=lambda one: (one[0][0] - one[0][1], one[0]))
        numbers = {name: number for number, name in enumerate(dict.fromkeys(e for _, e in ordered))}
        for number, (span, entity) in enumerate(ordered):
            self.number("mention_of", [span], number)
            self.number("actor_of", [span], numbers[entity])

    def fill(self, row: str, value: int = 0) -> None:
        """Tell all tokens that have not been told anything."""
        values = self[row]
        values[values == IGNORED] = value

    def tag(self, row: str, spans: Iterable[tuple[int, Span]]) -> None:
        """Write spans in BIOES, each with the number of its role; later ones overwrite."""
        self.fill(row)
        for role, span in spans:
            for found in token_spans(self.tokens, [span], role):
                write(self[row], found)
        self.values[ROWS[row]] = mended(self[row])


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


def write(tags: IntArray, span: TokenSpan) -> None:
    """Tag the tokens of a span in BIOES."""
    if span.first == span.last:
        tags[span.first] = 4 + 4 * span.role
        return
    tags[span.first] = 1 + 4 * span.role
    tags[span.first + 1 : span.last] = 2 + 4 * span.role
    tags[span.last] = 3 + 4 * span.role


def mended(tags: IntArray) -> IntArray:
    """Tags made well-formed where two annotated spans overlap."""
    roles = np.where(tags > 0, (tags - 1) // 4, -1)
    parts = np.where(tags > 0, (tags - 1) % 4, -1)
    starts = [
        i
        for i in range(len(tags))
        if roles[i] >= 0
        and (i == 0 or roles[i] != roles[i - 1] or parts[i] in (0, 3) or parts[i - 1] in (2, 3))
    ]
    result = np.zeros_like(tags)
    for start in starts:
        end = start
        while (
            end + 1 < len(tags)
            and roles[end + 1] == roles[start]
            and parts[end + 1] in (1, 2)
            and parts[end] not in (2, 3)
        ):
            end += 1
        write(result, TokenSpan(int(roles[start]), start, end))
    return result


def cut(values: IntArray, left: int, right: int) -> IntArray:
    """The rows of tokens ``left`` to ``right``; what points outside is unknown there."""
    part = values[:, left:right].copy()
    for name in POINTED:
        row = part[ROWS[name]]
        outside = (row >= 0) & ((row < left) | (row >= right))
        row[row >= 0] -= left
        row[outside] = IGNORED
    return part


def moved(values: IntArray, by: int, text: int) -> IntArray:
    """The rows of a text that stands ``by`` tokens into a window, as its text number ``text``."""
    values = values.copy()
    for name in (*POINTED, *NUMBERED):
        row = values[ROWS[name]]
        row[row >= 0] += by if name in POINTED else text * STEP
    return values
