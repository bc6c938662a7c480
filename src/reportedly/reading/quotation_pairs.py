"""Quotation marks → pairs: which mark ends the quotation that another one begins.

In: a text. Out: spans from mark to mark, in no particular order. One walk over the marks that
`reportedly.reading.quotation_marks` reads, with the quotations that are open on a stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.ledger import Span
from reportedly.reading.quotation_marks import Break, Family, QuotationMark, read_marks

#: Marks further apart than this many characters are no pair, unless a paragraph in between re-opens
#: the quotation. A quotation that nothing closes ends after as many characters, if its paragraph
#: does not end before.
LONGEST_QUOTATION: Final = 2000

#: More quotations of one family than this are never open at a time: the oldest is given up.
MOST_OPEN: Final = 3


@dataclass(slots=True)
class _Open:
    """A quotation that is not closed yet; ``since`` is where it opened, or was re-opened last."""

    mark: QuotationMark
    since: int
    next_inside: int | None = None  # the first quotation of its own family that opens within it


def pair_marks(text: str) -> list[Span]:
    """Find the quotations of a text, each from its opening mark to the end of its closing one.

    A quotation whose closing mark was forgotten ends with its paragraph, or before the next one of
    its kind. Takes linear time.

    Args:
        text: any text; spans count its code points.

    >>> pair_marks('"A", then "b c')
    [(0, 3), (10, 14)]
    """
    return _Pairing(text).pairs()


class _Pairing:
    """One walk over the marks of a text, with the quotations that are open on a stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = read_marks(text)
        self._next_double = _next_not_single(self._marks)
        self._surely_closed = _surely_closed(self._marks)
        self._open: list[_Open] = []
        self._pairs: list[Span] = []

    def pairs(self) -> list[Span]:
        """All quotations, in the order in which they end."""
        number = 0
        while number < len(self._marks):
            mark = self._marks[number]
            number += 1
            if isinstance(mark, Break):
                if self._open:
                    number = self._break(mark, number)
            elif mark.role == "open":
                self._push(mark)
            elif (position := self._innermost(mark.family)) is not None:
                self._close(position, mark, number - 1)
            elif mark.role == "either" and not mark.after_digit:
                self._push(mark)
            elif mark.end - mark.start == 2 and mark.family == "double":
                self._close_singles(mark)
        self._give_up(0, len(self._text))
        return self._pairs

    def _innermost(self, family: Family) -> int | None:
        """The innermost open quotation that a mark of this family can close, as a stack position.

        A single mark cannot reach over an open double one: it is an apostrophe then.
        """
        for position in range(len(self._open) - 1, -1, -1):
            own = self._open[position].mark.family
            if own == family:
                return position
            if family == "single" or (own == "double" and family != "double"):
                return None
        return None

    def _push(self, mark: QuotationMark) -> None:
        same = [n for n, one in enumerate(self._open) if one.mark.family == mark.family]
        if same:
            last = self._open[same[-1]]
            if last.next_inside is None:
                last.next_inside = mark.start
            if mark.after_sentence and mark.family != "single":
                # "A. "B." in one paragraph: the first closing mark was forgotten.
                self._give_up(same[-1], mark.start)
            elif len(same) == MOST_OPEN:
                self._finish(self._open.pop(same[0]), mark.start)
        self._open.append(_Open(mark, mark.start))

    def _close(self, position: int, mark: QuotationMark, number: int) -> None:
        if mark.after_digit and self._is_measure(number):
            return
        if mark.role == "perhaps close" and self._surely_closed[number][self._in_double()]:
            return
        if mark.end - self._open[position].since > LONGEST_QUOTATION:
            self._give_up(position, mark.start)
            return
        self._give_up(position + 1, mark.start)
        self._pairs.append((self._open.pop().mark.start, mark.end))

    def _close_singles(self, mark: QuotationMark) -> None:
        """Two single marks that end two quotations, one within the other: 'She said 'no''."""
        for end in (mark.start + 1, mark.end):
            position = self._innermost("single")
            if position is not None:
                self._give_up(position + 1, mark.start)
                self._pairs.append((self._open.pop().mark.start, end))

    def _is_measure(self, number: int) -> bool:
        """Whether these are inches, since the next mark closes: ("a 12" pipe burst," she said)."""
        mark, following = self._marks[number], self._next_double[number]
        return (
            following is not None
            and following.role == "close"
            and following.start - mark.start <= LONGEST_QUOTATION
        )

    def _in_double(self) -> bool:
        return any(one.mark.family != "single" for one in self._open)

    def _break(self, line: Break, number: int) -> int:
        """A line ends: what is re-opened or closed later runs on, the rest ends here.

        Returns the position of the next mark to look at, after those that re-open.
        """
        carried = 0
        while carried < len(self._open) and number < len(self._marks):
            mark = self._marks[number]
            expected = line.end if carried == 0 else self._marks[number - 1].end
            one = self._open[carried]
            if (
                isinstance(mark, Break)
                or mark.start != expected
                or mark.family != one.mark.family
                or mark.role not in ("open", "either")
            ):
                break
            one.since, one.next_inside = mark.start, None
            carried += 1
            number += 1
        if not carried and self._runs_on(line, number):
            return number
        self._give_up(carried, line.start)
        return number

    def _runs_on(self, line: Break, number: int) -> bool:
        """Whether an open quotation goes on over a line break that does not re-open it."""
        if not line.blank and not line.after_sentence:
            return True
        following = self._next_double[number - 1]
        return (
            following is not None
            and following.role == "close"
            and following.family == self._open[0].mark.family
            and following.end - self._open[0].since <= LONGEST_QUOTATION
        )

    def _give_up(self, position: int, end: int) -> None:
        """End everything from this stack position on, without a closing mark."""
        while len(self._open) > position:
            self._finish(self._open.pop(), end)

    def _finish(self, one: _Open, end: int) -> None:
        if not one.mark.sure or (one.mark.family == "single" and self._open):
            return
        end = min(end, one.since + LONGEST_QUOTATION)
        if one.next_inside is not None:
            end = min(end, one.next_inside)
        while end > one.mark.end and self._text[end - 1].isspace():
            end -= 1
        if end > one.mark.end:
            self._pairs.append((one.mark.start, end))


def _next_not_single(marks: Sequence[QuotationMark | Break]) -> list[QuotationMark | None]:
    """For each position, the next mark after it that is not a single one."""
    result: list[QuotationMark | None] = []
    following: QuotationMark | None = None
    for mark in reversed(marks):
        result.append(following)
        if isinstance(mark, QuotationMark) and mark.family != "single":
            following = mark
    return result[::-1]


def _surely_closed(marks: Sequence[QuotationMark | Break]) -> list[tuple[bool, bool]]:
    """For each position, whether a later single mark surely closes what is open there.

    That is: before its paragraph ends and before another single mark opens; in the second value,
    also before any double mark.
    """
    result: list[tuple[bool, bool]] = []
    anywhere = in_double = False
    for mark in reversed(marks):
        result.append((anywhere, in_double))
        if isinstance(mark, Break):
            anywhere = in_double = False
        elif mark.family != "single":
            in_double = False
        elif mark.role != "perhaps close":
            anywhere = in_double = mark.role == "close"
    return result[::-1]
