"""A ledger's spans → segments: the text cut wherever a source, cue or content begins or ends.

In: a `Ledger`, whose spans may overlap and nest in any way. Out: `Segment`, one after another,
which together are the whole text, each with all the marks that lie over it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

from reportedly.formats.rows import rows
from reportedly.ledger import Ledger

Role = Literal["content", "source", "cue", "marker"]


class Mark(NamedTuple):
    """One role of one attribution; ``number`` is its position in ``ledger.attributions``.

    Of a hearsay marker it is the position of the claim in ``ledger.claims``.
    """

    depth: int
    number: int
    role: Role


class Segment(NamedTuple):
    """The text at ``[start, end)`` and the marks over it, those of outer attributions first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(ledger: Ledger, cuts: Iterable[int] = ()) -> list[Segment]:
    """Cut the text at every boundary of a mark.

    Args:
        ledger: its spans lie inside its text.
        cuts: offsets to cut at besides, such as the ends of paragraphs.

    Returns:
        Segments with characters in them, in order, without gaps; none for an empty text.

    >>> from reportedly.ledger import Article, Attribution, ModelInfo
    >>> said = Attribution(id="R1", cue_spans=((20, 24),), content_spans=((0, 14),))
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), attributions=(said,),
    ...                 article=Article(text="Rain is likely, she said."))
    >>> [(s.start, s.end, [mark.role for mark in s.marks]) for s in segments(ledger)]
    [(0, 14, ['content']), (14, 20, []), (20, 24, ['cue']), (24, 25, [])]
    """
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark, start, end in _marks(ledger):
        opening[start].append(mark)
        closing[end].append(mark)
    length = len(ledger.article.text)
    inside = {cut for cut in cuts if 0 < cut < length}
    borders = sorted({0, length, *inside, *opening, *closing})
    over: dict[Mark, int] = defaultdict(int)
    result: list[Segment] = []
    for at, border in enumerate(borders[:-1]):
        for mark in closing[border]:
            over[mark] -= 1
            if not over[mark]:
                del over[mark]
        for mark in opening[border]:
            over[mark] += 1
        result.append(Segment(border, borders[at + 1], tuple(sorted(over))))
    return result


def _marks(ledger: Ledger) -> Iterable[tuple[Mark, int, int]]:
    for row in rows(ledger):
        entry = row.entry
        for start, end in (*entry.content_spans, *entry.carried_spans):
            yield Mark(row.depth, row.number, "content"), start, end
        for start, end in entry.source_spans:
            yield Mark(row.depth, row.number, "source"), start, end
        for start, end in entry.cue_spans:
            yield Mark(row.depth, row.number, "cue"), start, end
    for number, claim in enumerate(ledger.claims):
        for start, end in claim.markers:
            yield Mark(0, number, "marker"), start, end
