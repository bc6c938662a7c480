"""A name and its text → the formal positions that the text gives its bearer.

In: a name in full, and the text. Out: titles in the text's words: what stands right before the
name ("Harrow Mayor Ida Falk") or in apposition to it ("Ida Falk, mayor of Harrow,").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reportedly.reading.naming.name_parts import HONORIFICS
from reportedly.reading.naming.role_nouns import IRREGULAR_PLURALS, POSITION_NOUNS

#: Nouns of positions that `POSITION_NOUNS` leaves out, since they are also said of anybody.
MORE_POSITIONS: Final = """
advocate assemblymember boardmember commissioner councilmember engineer expert member organiser
organizer planner specialist spokesperson supervisor trustee watchdog
"""

#: Forms of address that are no position.
COURTESIES: Final = "mr mrs ms miss mx mister sir dame lord lady hon count saint st"

#: Words that a title before a name does not reach over.
STOPS: Final = """
a according added added, adds after also although an and are as asked at because before both but by
did for former from had has have he her him his if in including into is its like met nor of on or
our over said saying says she since so such than that the their them then they this to told under
until was we were when where which while who with without wrote your
"""

#: Participles that belong to a title; others ("prompting Mayor Falk") do not.
PARTICIPLES: Final = """
acting banking building commanding consulting engineering founding housing incoming leading managing
marketing nursing operating outgoing planning presiding reigning serving sitting training
"""

_PARTICIPLES: Final = frozenset(PARTICIPLES.split())
_POSITIONS: Final = (
    POSITION_NOUNS
    | frozenset(MORE_POSITIONS.split())
    | (HONORIFICS - frozenset(COURTESIES.split()))
)
_PLURALS: Final = frozenset(f"{noun}s" for noun in _POSITIONS) | frozenset(
    form for noun in _POSITIONS for form in IRREGULAR_PLURALS.get(noun, "").split()
)
_STOPS: Final = frozenset(STOPS.split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*")
_BEFORE: Final = re.compile(r"(?:[\w’'.-]+ ){1,9}\Z")
_AFTER: Final = re.compile(
    r"(?: (?P<seat>\([A-Z][\w.]*-[\w .]+\)))?(?:, (?:\d+, )?(?P<more>[^;:“”\"()—\n]{3,260}))?"
)
_ENDS: Final = re.compile(
    r"(?:,|\.(?=\s|\Z)| (?=(?:who|whose|which|that|after|when|said|says|told|wrote|added|noted|is"
    r"|was|has|had|will)\b))"
)
_SOMEBODY: Final = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+\Z")
_LEADING: Final = re.compile(r"^(?:the|an?|one of(?: the)?|both|now|also) ", re.IGNORECASE)


@lru_cache(maxsize=1024)
def titles_near(name: str, text: str) -> tuple[str, ...]:
    """The titles that a text gives with a name, each once, in the order of the text.

    Args:
        name: as it stands in the text, without a title.
        text: the article.

    >>> titles_near("Ida Falk", "Harrow Mayor Ida Falk, the chair of the port board, said so.")
    ('Harrow Mayor', 'chair of the port board')
    >>> titles_near("Bo Reyes", "Bo Reyes, a longtime friend, said so.")
    ()
    >>> titles_near("Bo Reyes", "It sank, prompting acting Mayor Bo Reyes, Deputy Ida Falk to go.")
    ('acting Mayor',)
    """
    found: dict[str, None] = {}
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = _before(text[max(0, match.start() - 120) : match.start()])
        said = _AFTER.match(text, match.end())
        for title in (before, *_apposed(said["more"] if said else None)):
            if title:
                found.setdefault(title)
        if said and said["seat"]:
            found.setdefault(said["seat"])
    return tuple(found)


def is_position(words: str, *, last: bool = False) -> bool:
    """Whether a position is named in some words, or by the last of them.

    >>> is_position("outreach specialist with a group"), is_position("8-year-old in third grade")
    (True, False)
    """
    tokens = [word.lower().rstrip(".") for word in _WORD.findall(words)]
    tokens = tokens[-1:] if last else tokens
    return any(
        part in _POSITIONS or part in _PLURALS
        for token in tokens
        for part in (token, token.rpartition("-")[2])
    )


def without_title(name: str) -> str:
    """A name without a position before it.

    >>> without_title("Harrow Supervisor Ida Falk")
    'Ida Falk'
    """
    words = name.split()
    ends = [n + 1 for n in range(len(words) - 1) if is_position(words[n], last=True)]
    return " ".join(words[ends[-1] :]) if ends else name


def _before(words: str) -> str:
    """The title that ends right before a name, as far back as it reaches."""
    run = _BEFORE.search(words.rpartition("\n")[2])
    if run is None or not is_position(run[0].rstrip(), last=True):
        return ""
    tokens = run[0].split()
    first = len(tokens) - 1
    while first and not _is_stop(tokens, first - 1):
        first -= 1
    return " ".join(tokens[first:]).removeprefix("and ")


def _is_stop(tokens: list[str], number: int) -> bool:
    word = tokens[number]
    if word == "and":  # "systems and services officer", but "Ida Falk and Mayor Bo Reyes"
        return not (number and tokens[number - 1].islower() and tokens[number + 1].islower())
    ended = word[-1] in ".,;:" and not is_position(word)
    acts = word.islower() and word.endswith("ing") and word not in _PARTICIPLES
    return word in _STOPS or ended or acts or (word.lower() in _STOPS and word[0].isupper())


def _apposed(more: str | None) -> tuple[str, ...]:
    """The title in apposition after a name: "chair of the board"."""
    if more is None:
        return ()
    end = _ENDS.search(more)
    words = _LEADING.sub("", more[: end.start()] if end else more)
    head = re.split(r" (?:of|for|at|with|in|from|on|to) ", words, maxsplit=1)[0]
    # "Ida Falk, Deputy Mayor Bo Reyes": a list, and the title is the next one's.
    others = _SOMEBODY.match(without_title(head)) if without_title(head) != head else None
    told = is_position(head) and not others and not words[0].isdigit()
    return (words.strip(),) if told else ()
