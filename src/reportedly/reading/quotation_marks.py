"""Text → its quotation marks, each read in its context.

In: a text. Out: `QuotationMark` and `Break`, in the order of the text: what could open or close a
quotation, and where lines end. Apostrophes, feet, inches and minutes are left out. Which marks
belong together is decided in `reportedly.reading.quotation_pairs`.

The styles are those of the Unicode Standard, section 6.2 ("Language-Based Usage of Quotation
Marks"), and the ASCII habits of typewriters, the Penn Treebank and LaTeX.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Family = Literal["double", "single", "guillemet", "single guillemet"]
Role = Literal["open", "close", "either", "perhaps close"]

#: Each mark's family. Marks of one family pair up, whatever their shape: “ … " happens in print.
FAMILIES: Final[dict[str, Family]] = {
    '"': "double",
    "“": "double",
    "”": "double",
    "„": "double",
    "‟": "double",
    "＂": "double",
    "``": "double",
    "''": "double",
    "‘‘": "double",
    "’’": "double",
    "'": "single",
    "‘": "single",
    "’": "single",
    "‚": "single",
    "‛": "single",
    "«": "guillemet",
    "»": "guillemet",
    "‹": "single guillemet",
    "›": "single guillemet",
}

#: What a mark does by its shape. A mark that is not listed is read from its context alone.
SHAPES: Final[dict[str, Role]] = {
    "“": "open",
    "„": "open",
    "‟": "open",
    "``": "open",
    "‘‘": "open",
    "«": "open",
    "‹": "open",
    "”": "close",
    "’’": "close",
    "»": "close",
    "›": "close",
}

#: Words that lose their first letters to an apostrophe: it opens no quotation. From the entries
#: with a leading apostrophe in English dictionaries; digits ("the '90s") are seen to apart.
ELISIONS: Final = frozenset({
    "bout", "burbs", "cause", "coz", "cuz", "em", "ere", "fraid", "gainst", "hood", "kay",
    "merica", "murica", "n", "nam", "neath", "nother", "nuff", "round", "s", "scuse", "sup", "t",
    "til", "till", "tis", "twas", "tween", "twere", "twill", "twixt", "twould", "ya",
})  # fmt: skip

#: Letters after which "’" before a space may be a possessive (the workers’ rights, Cruz’ plan) or
#: stand for a dropped letter (goin’, o’).
_PERHAPS_APOSTROPHE: Final = frozenset("sSzZxXnNo")

# Characters without width (direction marks among them) separate words as white space does.
_WIDTHLESS: Final = (
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_OPENING: Final = frozenset("([{<—–-/‐‑‒―" + _WIDTHLESS)
_CLOSING: Final = frozenset(".,;:!?…)]}>—–-/‐‑‒―" + _WIDTHLESS)
_AFTER_LEADING_POINT: Final = frozenset(".0123456789")
_DASHES: Final = frozenset("—–-‐‑‒―/")

# A run of marks is read as one, so that "‘ and ’" see the words around both. Three backticks or
# more fence code; a single one is no quotation mark in news.
_MARKS: Final = "\"“”„‟＂'‘’‚‛«»‹›"
_RUN: Final = re.compile(
    rf"(?P<marks>(?:[{_MARKS}]|(?<!`)``(?!`))+)|(?P<break>[\n\r\x85\u2028\u2029]\s*)"
)
_MARK: Final = re.compile(rf"``|''|‘‘|’’|[{_MARKS}]")
_NEWLINE: Final = re.compile(r"\r\n|[\n\r\x85\u2028]|\u2029")
_FEET: Final = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+)?$")
_ELIDED: Final = re.compile(r"\d\ds?(?!\w)|[^\W\d_]+(?=[’']?(?:\W|$))")


class QuotationMark(NamedTuple):
    """A mark at ``[start, end)`` and what it may do there.

    ``role`` is "open", "close", "either" (its context allows both), or "perhaps close" (or an
    apostrophe). ``after_digit`` marks what may stand for inches. ``after_sentence`` is true if the
    sentence before has ended, ``sure`` if it opens a quotation even when no mark closes it.
    """

    start: int
    end: int
    family: Family
    role: Role
    after_digit: bool
    after_sentence: bool
    sure: bool


class Break(NamedTuple):
    """One line break or more, with the white space after it.

    ``blank`` if there is an empty line between, ``after_sentence`` if what stands before it looks
    like the end of a paragraph.
    """

    start: int
    end: int
    blank: bool
    after_sentence: bool


_SENTENCE_ENDS: Final = frozenset(".!?…")
_PARAGRAPH_ENDS: Final = frozenset(".!?…:\"”“„'’‘»«)]}*—–_")


def read_marks(text: str) -> list[QuotationMark | Break]:
    r"""Find all quotation marks and breaks of a text, in order. Takes linear time.

    Args:
        text: any text; offsets of the result count its code points.

    >>> [mark.role for mark in read_marks("‘Don’t,’ they said.")]
    ['open', 'close']
    >>> read_marks("the ’90s, don't, 5'10\"")
    []
    """
    found: list[QuotationMark | Break] = []
    for run in _RUN.finditer(text):
        if run.lastgroup == "break":
            newlines = _NEWLINE.findall(run.group())
            blank = len(newlines) > 1 or "\u2029" in newlines
            last = _last_before(text, run.start())
            found.append(Break(run.start(), run.end(), blank, last in _PARAGRAPH_ENDS))
        else:
            _read_run(text, run.start(), run.end(), found)
    return found


def _read_run(text: str, start: int, end: int, found: list[QuotationMark | Break]) -> None:
    """Marks that touch each other: all see the characters around the whole run."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    context = _context(before, after, text, end)
    after_digit = before.isdigit()
    after_sentence = _last_before(text, start) in _SENTENCE_ENDS
    for match in _MARK.finditer(text, start, end):
        mark, family = match.group(), FAMILIES[match.group()]
        at_left, at_right = match.start() == start, match.end() == end
        if family == "single":
            if at_left and at_right and before.isalnum() and after.isalnum():
                continue  # don’t
            role = _single_role(mark, context, before, after)
            if role is None or (role == "open" and at_right and _is_elision(text, end)):
                continue
        else:
            if at_left and before == "=":  # an attribute of stray markup
                continue
            if at_left and after_digit and _FEET.search(text, max(0, start - 10), start):
                continue
            role = _double_role(mark, context, after_digit=after_digit and at_left)
        sure = after.isupper() if mark == "‘" else family != "single" and role == "open"
        digit = after_digit and at_left
        found.append(
            QuotationMark(match.start(), match.end(), family, role, digit, after_sentence, sure)
        )


def _context(before: str, after: str, text: str, end: int) -> Role:
    """What a mark without a shape does between these two characters, the second at ``end``."""
    if before.isspace():
        if after.isspace():
            return "either"
        if after == ".":  # "...and so" and ".22 calibre" open
            return "open" if text[end + 1 : end + 2] in _AFTER_LEADING_POINT else "either"
        return "either" if after in ",;:!?)]}" else "open"
    if after.isspace():
        return "close"
    if before in _OPENING:
        return "open" if after not in _CLOSING or after in _DASHES else "either"
    return "close" if after in _CLOSING else "either"


def _double_role(mark: str, context: Role, *, after_digit: bool) -> Role:
    shape = SHAPES.get(mark)
    if shape is None:
        return "close" if after_digit else context
    return shape if context in (shape, "either") else "either"


def _single_role(mark: str, context: Role, before: str, after: str) -> Role | None:
    if mark in "‘‚‛":
        return "close" if context == "close" else "open" if not after.isspace() else None
    if context == "open":
        return "open" if mark == "'" else None  # ’ never opens: it is ’em and ’90s
    if context == "close" and before in _PERHAPS_APOSTROPHE and after.isspace():
        return "perhaps close"
    return "close" if context == "close" else "perhaps close"


def _is_elision(text: str, at: int) -> bool:
    word = _ELIDED.match(text, at)
    return word is not None and (word.group()[0].isdigit() or word.group().lower() in ELISIONS)


def _last_before(text: str, at: int) -> str:
    """The last character before ``at`` that is not white space; a line break at the start."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1] if at else "\n"
