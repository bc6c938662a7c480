"""Sentences → conditions that an if-clause tells, or one with "unless".

In: a text and a sentence of it. Out: outcome, requirement and cue of each "if" that is neither a
concession ("even if"), an indirect question ("asked if") nor a phrase ("if anything"). The outcome
is the clause behind the comma that ends the if-clause, or else the clause before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportedly.ledger import Relation, Span
from reportedly.reading.condition_words import Told, stripped

_IF: Final = re.compile(r"\b(?:(?:[Oo]nly )?[Ii]f|(?P<unless>[Uu]nless))\b")

#: Before "if": what makes it a concession, a comparison or an indirect question.
_NO_CONDITION: Final = re.compile(
    r"\b(?:even|as|what|or|wonder\w*"
    r"|(?:ask|tell|told|let|show)\w*(?: (?!that\b|but\b|and\b)[\w’'.]+){0,4}?"
    r"|see|seen|know\w*|knew|determin\w+|decid\w+|check\w*|(?:find|found) out|question\w*"
    r"|sure|unsure|clear|unclear|certain|doubt\w*|remember\w*|say|says|guess|cared?"
    r"|not(?= \w+ if))\s+$"
)

#: Behind "if": phrases that make nothing hang on anything.
_PHRASE: Final = re.compile(
    r"\s+(?:not\b(?!.{0,60},)|any(?:thing|one)?\b(?=[,.;])|only\b|so\b(?!-)|ever\b|true\b|perhaps\b"
    r"|less\b|(?:simply )?because\b"
    r"|you (?:will\b|look(?:ed)? at|dig|ask me|can[’']t already|recall|remember|think about))"
)

#: An if-clause that comes first stands behind one of these, or at the start.
_FIRST: Final = re.compile(
    r"(?:^|[“”\"(:;,—–-]|[’']{2}|(?<!\w)[‘']|\b(?:that|[Bb]ut|[Aa]nd|because|so|said))\s*$"
)

#: Who says so: "Ann Holt warned", "said the mayor".
_SPEECH: Final = re.compile(
    r"^(?:\S+ ){0,6}(?:said|says|told|tells|added|adds|warned|wrote|writes|argued|noted|asked"
    r"|tweeted|countered|suggested|insisted|continued|explained)\b(?: \S+){0,4}$"
)

#: What is asked for effect hangs on nothing: "why vote if".
_RHETORICAL: Final = re.compile(r"(?:then )?(?:[Ww]hy|[Hh]ow|[Cc]an you imagine)\b")

#: A clause has at least so many characters.
_SHORTEST: Final = 5

#: Where a clause ends: at a comma that is not one of a list of words, at marks.
_END: Final = re.compile(r"[,;:”\")—]|[?!](?=\s|$)|\s[–-]\s")
_LEFT: Final = re.compile(r"[,;:—()]\s*|\b(?:that|[Bb]ut|said|whether|because|while)\s+")


def if_clauses(text: str, sentence: Span) -> Iterator[Told]:
    """The conditions that if-clauses of a sentence tell.

    >>> text = "If the port agrees, the union will not strike, but it will if pay is cut."
    >>> for told in if_clauses(text, (0, len(text))):
    ...     print([text[slice(*span)] for span in told[:3]], told.relation)
    ['the union will not strike', 'the port agrees', 'If'] if
    ['it will', 'pay is cut', 'if'] if
    """
    first, last = sentence
    for cue in _IF.finditer(text, first, last):
        before = text[first : cue.start()]
        if _NO_CONDITION.search(before) or _PHRASE.match(text, cue.end(), last):
            continue
        end = _END.search(text, cue.end(), last)
        requirement = stripped(text, cue.end(), end.start() if end else last)
        outcome = None
        if _FIRST.search(before) and end and end[0] == "," and not cue[0].startswith("only"):
            outcome = _behind(text, end.end(), last)
        if outcome is None:
            outcome = _before(text, first, cue.start())
        if _RHETORICAL.match(text, *outcome):
            continue
        if min(outcome[1] - outcome[0], requirement[1] - requirement[0]) >= _SHORTEST:
            relation: Relation = "unless" if cue["unless"] else "if"
            yield Told(outcome, requirement, cue.span(), relation)


def _behind(text: str, start: int, last: int) -> Span | None:
    """The clause behind an if-clause, unless that only tells who says so."""
    stop = _END.search(text, start, last)
    span = stripped(text, start, stop.start() if stop else last)
    if text.startswith("then ", span[0]):
        span = span[0] + len("then "), span[1]
    return None if _SPEECH.search(text[slice(*span)]) else span


def _before(text: str, first: int, end: int) -> Span:
    """The clause before an if-clause, past who says so."""
    starts = [first, *(left.end() for left in _LEFT.finditer(text, first, end))]
    for start in reversed(starts):
        span = stripped(text, start, end)
        if span[1] - span[0] >= _SHORTEST and not _SPEECH.search(text[slice(*span)]):
            return span
        end = start
    return end, end
