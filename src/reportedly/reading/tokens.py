"""Text → tokens: what the encoder sees of a text, with the way back to its characters.

In: a stretch of an article. Out: `Tokens`, arrays of one entry a word piece: its vocabulary id,
the characters that it came from, and three small features that an uncased vocabulary cannot
carry (letter case, line breaks, depth of quotation). The text itself is never changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from reportedly.reading.quotation import find_quotations, quotation_depth

IntArray = npt.NDArray[np.int64]

# Values of the three features; the sizes of the model's feature tables follow from them.
CASES: Final = ("none", "lower", "title", "upper", "mixed")
GAPS: Final = ("glued", "space", "break")
BREAK: Final = GAPS.index("break")
DEPTHS: Final = ("outside", "quoted", "quoted within a quotation")

#: A text longer than this many characters is read in stretches, so that memory stays bounded.
STRETCH_CHARACTERS: Final = 40_000

# Where a stretch may end, best first: a paragraph, a line, a sentence, a word.
_STRETCH_ENDS: Final = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[.!?][”\"’')\]]*\s+"),
    re.compile(r"\s+"),
)

# Marks on the letter before them. The tokenizer drops them, and so ends a word too early.
_COMBINING: Final = re.compile(
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+"
)


class Features(NamedTuple):
    """Three features a token, each an array of shape ``(tokens,)``."""

    case: IntArray
    gap: IntArray
    depth: IntArray


@dataclass(frozen=True)
class Tokens:
    """The word pieces of a text.

    ``starts`` and ``ends`` are half-open code-point offsets, ``continues`` is true for a piece
    that goes on a word, ``wordy`` for one with a letter or digit, ``places`` counts tokens from the
    start of the text (so that in a selection neighbours can be told from tokens that something was
    left out between). Every array has the shape ``(tokens,)``.
    """

    ids: IntArray
    starts: IntArray
    ends: IntArray
    continues: npt.NDArray[np.bool_]
    wordy: npt.NDArray[np.bool_]
    places: IntArray
    features: Features

    def __len__(self) -> int:
        return len(self.ids)

    def moved(self, by: int) -> Tokens:
        """The same tokens in a text in which they stand ``by`` characters later."""
        return replace(self, starts=self.starts + by, ends=self.ends + by)

    def select(self, positions: IntArray) -> Tokens:
        """Some of the tokens, as a passage of its own."""
        return Tokens(
            self.ids[positions],
            self.starts[positions],
            self.ends[positions],
            self.continues[positions],
            self.wordy[positions],
            self.places[positions],
            Features(*(values[positions] for values in self.features)),
        )


class WordPieces:
    """The uncased word-piece tokenizer (Schuster & Nakajima 2012) that both encoders share."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        size = tokenizer.get_vocab_size()
        vocabulary = tokenizer.get_vocab()
        self._continues = np.zeros(size, dtype=np.bool_)
        self._wordy = np.zeros(size, dtype=np.bool_)
        for piece, number in vocabulary.items():
            self._continues[number] = piece.startswith("##")
            self._wordy[number] = any(character.isalnum() for character in piece)
        self.marks = (vocabulary["[CLS]"], vocabulary["[SEP]"])

    @classmethod
    def from_file(cls, path: str) -> WordPieces:
        """Load a ``tokenizer.json``."""
        return cls(Tokenizer.from_file(path))

    def __call__(self, text: str, depth: npt.NDArray[np.int8] | None = None) -> Tokens:
        """Tokenize a text; offsets count its code points.

        Args:
            text: an article, or a stretch of one.
            depth: how many quotations each of its characters stands in, shape ``(len(text),)``;
                if absent, as far as the text itself tells.
        """
        if depth is None:
            depth = quotation_depth(find_quotations(text), len(text))
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        ids = np.array(encoding.ids, dtype=np.int64)
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        starts, ends = offsets[:, 0], _behind_marks(text, offsets[:, 1])
        features = Features(
            case=_cases(text, starts, ends),
            gap=_gaps(text, starts, ends),
            depth=np.minimum(depth[starts], len(DEPTHS) - 1).astype(np.int64),
        )
        continues, wordy = self._continues[ids], self._wordy[ids]
        return Tokens(ids, starts, ends, continues, wordy, np.arange(len(ids)), features)


def _behind_marks(text: str, ends: IntArray) -> IntArray:
    """Ends of tokens, moved behind the combining marks that belong to their last letters."""
    moved = ends.copy()
    for marks in _COMBINING.finditer(text):
        first, last = np.searchsorted(ends, marks.start()), np.searchsorted(ends, marks.end())
        moved[first:last] = marks.end()
    return moved


def _cases(text: str, starts: IntArray, ends: IntArray) -> IntArray:
    return np.fromiter(
        (_case(text[a:b]) for a, b in zip(starts.tolist(), ends.tolist(), strict=True)),
        dtype=np.int64,
        count=len(starts),
    )


def _case(piece: str) -> int:
    if piece.islower():
        return 1
    if not piece.isalpha():
        return 0
    if piece.isupper():
        return 3 if len(piece) > 1 else 2
    return 2 if piece.istitle() else 4


def _gaps(text: str, starts: IntArray, ends: IntArray) -> IntArray:
    """What stands before each token: nothing, white space, or a line break."""
    gaps = np.zeros(len(starts), dtype=np.int64)
    if not len(starts):
        return gaps
    before = np.concatenate([[0], ends[:-1]])
    gaps[starts > before] = 1
    breaks = np.array([m.start() for m in re.finditer(r"[\n\r\u2028\u2029]", text)], dtype=np.int64)
    # A token follows a break if some break lies in [end of the token before, its own start).
    first = np.searchsorted(breaks, before)
    gaps[first < np.searchsorted(breaks, starts)] = BREAK
    gaps[0] = BREAK
    return gaps


def stretches(text: str, limit: int = STRETCH_CHARACTERS) -> list[tuple[int, int]]:
    """Cut a text into stretches of at most ``limit`` characters, at natural ends.

    The stretches cover the text in order, without gaps.

    >>> stretches("One two. Three four. Five", limit=12)
    [(0, 9), (9, 21), (21, 25)]
    """
    cuts = [0]
    while len(text) - cuts[-1] > limit:
        start = cuts[-1]
        cuts.append(start + _stretch_end(text[start : start + limit]))
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True)) if text else []


def _stretch_end(piece: str) -> int:
    half = len(piece) // 2
    for pattern in _STRETCH_ENDS:
        last = None
        for last in pattern.finditer(piece, half):  # noqa: B007
            pass
        if last is not None:
            return last.end()
    return len(piece)
