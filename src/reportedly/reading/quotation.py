"""Text → its quotations, and how deep in them each character stands.

In: a text, its quotation marks in any style used in English print. Out: `Quotation`, from mark to
mark. Deterministic, and linear in the length of the text. A person's words may run on over
paragraphs, each of which opens with a mark while only the last closes (as The Chicago Manual of
Style has it): that is one quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.ledger import Quotation as QuotationKind
from reportedly.ledger import Span
from reportedly.reading.quotation_pairs import pair_marks


class Quotation(NamedTuple):
    """A quotation at ``[start, end)``, its marks included.

    ``depth`` is 1 for an outermost quotation, 2 for one within it, and so on. ``mark`` is the
    opening mark as written.
    """

    start: int
    end: int
    depth: int
    mark: str


def find_quotations(text: str) -> list[Quotation]:
    """Find the quotations of a text, outer ones before those within them.

    Straight, curly, low, doubled (`` '' ``) marks and guillemets are read, nested and in mixed
    pairs. Apostrophes, feet and inches are not taken for marks. A quotation whose closing mark
    was forgotten ends with its paragraph; one whose paragraphs all open, but only the last of
    which closes, is one quotation.

    Args:
        text: any text, with or without paragraph breaks.

    Returns:
        Quotations sorted by start, never crossing each other, in code points of the text.

    >>> text = "“We don’t know ‘why’ yet,” the mayor said."
    >>> [(text[q.start : q.end], q.depth) for q in find_quotations(text)]
    [('“We don’t know ‘why’ yet,”', 1), ('‘why’', 2)]
    """
    return _with_depths(pair_marks(text), text)


def quotation_depth(quotations: Sequence[Quotation], length: int) -> npt.NDArray[np.int8]:
    """How many quotations each character stands in; marks count as inside.

    Args:
        quotations: what `find_quotations` finds in a text.
        length: the length of that text.

    Returns:
        An array of shape ``(length,)``: 0 outside, 1 in a quotation, 2 in one within it, and so on.

    >>> text = 'a "b"'
    >>> quotation_depth(find_quotations(text), len(text)).tolist()
    [0, 0, 1, 1, 1]
    """
    depth = np.zeros(length, dtype=np.int8)
    for quotation in quotations:  # outer ones first, so inner ones overwrite them
        depth[quotation.start : quotation.end] = quotation.depth
    return depth


_WORD: Final = re.compile(r"\w+")


def quotation_kind(
    content_spans: Sequence[Span], text: str, quotations: Sequence[Quotation]
) -> QuotationKind:
    """Whether a content is quoted directly, indirectly, or in part (Pareti 2015).

    Direct, indirect and mixed mean that all, none or part of its words stand within quotation
    marks. Marks, punctuation and white space do not count, so it makes no difference whether the
    spans include the marks. A content without words is indirect.

    Args:
        content_spans: half-open spans of the content, in code points.
        text: the text.
        quotations: those of `find_quotations`.

    >>> text = 'He said that it was "a shame".'
    >>> quotation_kind([(8, 29)], text, find_quotations(text))
    'mixed'
    """
    quoted = unquoted = False
    for start, end in content_spans:
        position = _first_around(quotations, start)
        for word in _WORD.finditer(text, start, end):
            while position < len(quotations) and (
                quotations[position].depth > 1 or quotations[position].end <= word.start()
            ):
                position += 1
            inside = position < len(quotations) and quotations[position].start <= word.start()
            quoted, unquoted = quoted or inside, unquoted or not inside
    if quoted:
        return "mixed" if unquoted else "direct"
    return "indirect"


def _first_around(quotations: Sequence[Quotation], start: int) -> int:
    """The position of the outermost quotation around ``start``, or of some before it."""
    position = max(0, bisect_right(quotations, start, key=lambda quotation: quotation.start) - 1)
    while position and quotations[position].depth > 1:
        position -= 1
    return position


def _with_depths(pairs: list[Span], text: str) -> list[Quotation]:
    """Sort pairs, and count for each how many are around it.

    A pair that was cut short, and so crosses one within it, is cut before that one.
    """
    found: list[Quotation] = []
    around: list[int] = []  # positions in ``found``
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        while around and found[around[-1]].end < end:
            outer = around.pop()
            if found[outer].end > start:
                found[outer] = found[outer]._replace(end=start)
        around.append(len(found))
        found.append(Quotation(start, end, len(around), text[start : start + 1]))
    return found
