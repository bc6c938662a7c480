r"""Text → its sentences and its paragraphs, as spans.

In: a text as read. Out: `Span`s in order that together hold every character of it but white space.
Deterministic, and linear in the length of the text. A full stop ends a sentence unless the word
before it is an abbreviation, or what follows goes on in lower case; the end of a paragraph always
does. The tables below are all that it knows; `ABBREVIATIONS` holds no more than news has use for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reportedly.ledger import Span

#: Abbreviations that a name follows: they never end a sentence (AP Stylebook, "titles").
TITLES: Final = """
Adm Amb Atty Brig Capt Cmdr Cpl Dep Det Dr Drs Fr Gen Gens Gov Govs Hon Insp Lt Maj Messrs Mlle
Mme Mmes Mr Mrs Ms Msgr Mt Mx Pfc Pres Prof Pvt Rep Reps Rev Sen Sens Sgt Sr St Supt Treas v vs
"""

#: The months, as a date shortens them (AP Stylebook, "months").
MONTHS: Final = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"

#: Abbreviations that a number follows, or they are none: "No. 5", but "No. He will not."
NUMBERED: Final = f"Art Ch Cl Eq Fig No Nos Sec Vol ca no nos p para pp vol {MONTHS}"

#: Abbreviations that end a sentence only if what follows looks like the start of one: states,
#: firms, addresses, degrees (AP Stylebook, "state names", "company names").
ABBREVIATIONS: Final = f"""
Ala Ariz Ark Assn Ave Bldg Blvd Bros Calif Co Col Colo Conn Corp Ct Del Dept Dir Esq Fla Ft Ga Ill
Inc Ind Jr Kan Ky La Ltd Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Plc Pty Rd Ste
Tenn Tex Univ Va Vt Wash Wis Wyo approx dept est et etc ext incl plc viz yr yrs {MONTHS}
"""

#: Words that begin sentences, and are hardly ever part of a name that goes on after "U.S.".
BEGINNINGS: Final = """
a according after all although among an and another any are as asked at because before both but by
can despite did do does during each earlier even every few for from had has have he her here his how
however i if in instead is it its just last later many may meanwhile more most mr mrs ms my neither
never new next no nobody none nor not now of on once one only or other others our over she should
since so some still such that the their then there these they this those though to today two under
unlike until was we were what when where whether which while who why with without would yet you your
"""

#: Verbs that go on after a quotation with a mark of its own: “Who pays?” Ida Falk asked.
ASKING: Final = """
added asked asks cried demanded exclaimed joked quipped replied said says shouted told tweeted
wondered wrote yelled
"""

_TITLES: Final = frozenset(TITLES.split())
_NUMBERED: Final = frozenset(NUMBERED.split())
_ABBREVIATIONS: Final = frozenset(ABBREVIATIONS.split())
_BEGINNINGS: Final = frozenset(BEGINNINGS.split())
_ASKING: Final = frozenset(ASKING.split())

# What ends a sentence, with the marks that close behind it.
_STOP: Final = re.compile(r"(?P<mark>[.!?…‽]+)(?P<closing>[”’\"'»›)\]}]*)")

# What an entry in a list begins with: "1. Sail".
_NUMBER: Final = re.compile(r"\d{1,2}\.(?=\s)")

_OPENING: Final = re.compile(r"[“‘\"'«‹(\[{¿¡„‚]*")
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LINE_ENDS: Final = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]\s*")

# The letters, full stops within them included, that a full stop follows: "Sen", "U.S", "a.m".
_WORD_BEFORE: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")

_ELLIPSES: Final = ("…", "...")
_ATTACHED: Final = re.compile(r"[^\s“‘\"'«‹(\[]\Z")
_ENDED: Final = re.compile(r"[.!?…][”’\"')\]]*\s+\Z")
_DASHES: Final = ("-", "–", "—", "―")

# So many characters are looked at before a mark, and after it: enough for words, and bounded.
_NEAR: Final = 32
_AHEAD: Final = 64

# A text is taken to be cut into lines of a width if so many of its line ends are within a sentence.
_WRAPPED: Final = 0.6


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The paragraphs of a text, without the white space around them.

    A blank line ends a paragraph. So does a single line end, unless the next line goes on in lower
    case, or the text as a whole is cut into lines of some width.

    >>> text = "A title\n\nOne line\nand its end.\nAnother."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['A title', 'One line\nand its end.', 'Another.']
    """
    breaks = list(_LINE_ENDS.finditer(text))
    single = [found for found in breaks if len(_LINE_END.findall(found[0])) == 1]
    within = {found.start() for found in single if text[found.end() : found.end() + 1].islower()}
    if single and len(within) / len(single) >= _WRAPPED:
        within = {found.start() for found in single}
    cuts = [0, *(f.end() for f in breaks if f.start() not in within), len(text)]
    return tuple(_trimmed(text, cuts))


def sentences(text: str) -> tuple[Span, ...]:
    r"""The sentences of a text; each is a span without the white space around it.

    Quotation marks and brackets that close right after a full stop belong to its sentence. A
    heading without a full stop is a sentence, being a paragraph.

    >>> text = "“It sails,” Sen. Ida J. Falk said. “Who pays?” she asked. “Not the U.S.” The end."
    >>> for start, end in sentences(text):
    ...     print(text[start:end])
    “It sails,” Sen. Ida J. Falk said.
    “Who pays?” she asked.
    “Not the U.S.”
    The end.
    """
    found: list[Span] = []
    for start, end in paragraphs(text):
        cuts = [start, *_ends(text, start, end), end]
        found += _trimmed(text, cuts)
    return tuple(found)


def _trimmed(text: str, cuts: list[int]) -> Iterator[Span]:
    """The stretches between cuts, without white space around them, and none of white space only."""
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if kept := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            yield begin, begin + len(kept)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end within a paragraph, other than at its end."""
    number = _NUMBER.match(text, start, end)
    for stop in _STOP.finditer(text, number.end() if number else start, end):
        at = stop.end()
        if at < end and text[at].isspace() and _ends_here(text, stop, end):
            yield at


def _ends_here(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at a mark, by the words on both sides of it."""
    ahead = text[stop.end() : min(end, stop.end() + _AHEAD)].lstrip()
    begins = ahead[_OPENING.match(ahead).end() :]  # type: ignore[union-attr]  # matches nothing, too
    if begins[:1].islower() or _STOP.match(ahead):  # of several marks, the last decides
        return False
    before = text[max(0, stop.start() - _NEAR) : stop.start()]
    if stop["mark"] in _ELLIPSES and not _ATTACHED.search(before):
        return _ENDED.search(before) is not None  # "it fell … Then": something is left out
    if stop["mark"] != ".":
        return not (stop["closing"] and _is_asked(ahead))
    word = _WORD_BEFORE.search(before)
    return word is None or _ends_after(word[0], stop, begins)


def _ends_after(word: str, stop: re.Match[str], begins: str) -> bool:
    """Whether a sentence ends after a word with a full stop, given what begins next."""
    if word.isupper() and len(word) > 1 and "." not in word:
        word = word.capitalize()  # a headline in capitals: "SEN. FALK"
    if word in _TITLES and not stop["closing"]:
        return False
    if word in _NUMBERED and begins[:1].isdigit():
        return False
    initial = len(word) == 1 and word.isupper()
    if not (initial or "." in word or word in _ABBREVIATIONS):
        return True
    if begins[:1] in _DASHES:  # a dateline: "HARROW BAY, N.Y. — The ferry"
        return False
    follows = _WORD.match(begins)
    return follows[0].lower() in _BEGINNINGS if follows else not begins[:1].isdigit()


def _is_asked(ahead: str) -> bool:
    """Whether a name and a verb of `ASKING` follow: “Who pays?” Ida Falk asked."""
    for number, word in enumerate(ahead.split()[:5]):
        if number and word.strip(".,:") in _ASKING:
            return True
        if not word[0].isupper():
            return False
    return False
