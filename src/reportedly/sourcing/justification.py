"""A source and its statement → why the source is in the story, in the author's own words.

In: an `Actor`, how it is filed, a `Statement` and the text. Out: words of the text beside name and
title: how the source knows, what it did or went through, and where and how it spoke.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reportedly.ledger import Actor, Attribution, Span
from reportedly.sentences import sentences
from reportedly.sourcing.credentials import FAR, Credentials, called, pollster_named
from reportedly.sourcing.statements import Statement
from reportedly.sourcing.titles import is_position

#: How, where and on what occasion people speak to reporters or to the public.
OCCASIONS: Final = """
address brief briefing call ceremony chat complaint conference debate deposition email e-mail event
facebook facetime filing forum hearing instagram interview lawsuit letter livestream media meeting
memo message note panel petition phone podcast post press rally release response session skype
social speech statement telephone testimony text tournament trial tweet twitter video zoom
"""

#: Prepositions with which they begin.
PREPOSITIONS: Final = "at before by during in on over through via"

_OCCASION: Final = re.compile(
    rf"\b(?P<phrase>(?:{'|'.join(PREPOSITIONS.split())}) (?:[^\s,.;:“”\"()—]+ ){{0,5}}?"
    rf"(?:{'|'.join(OCCASIONS.split())})s?\b(?:[^,.;:“”\"()—]|\.(?=\w)|\w\.(?= [a-z]|[A-Z]))*)",
    re.IGNORECASE,
)
_WHO: Final = re.compile(
    r"(?:, (?:an?|one of) [^,.;:“”\"()]+?)?,? (?P<clause>who (?!said|told|says)[^.;:“”\"]+?)"
    r"(?=, (?:said|says|told|wrote|added)\b| (?:said|says|told|wrote|added)\b|[.;:“”\"]|, [“\"]|\Z)"
)
_GLOSS: Final = re.compile(r", (?:\d+, )?(?P<gloss>(?:an?|one of) [^,.;:“”\"()—]+)")
_METHOD: Final = re.compile(
    r"\b(?:margin of error|conducted (?:\w+ly|by|from|in|between|on|online|among)"
    r"|gathered responses|sample of|interviewed)\b",
    re.IGNORECASE,
)
_POLL: Final = re.compile(r"\b(?:poll|survey)(?:['’]s)?\b", re.IGNORECASE)
_TRAILING: Final = re.compile(r"\s+(?:that|and|but|as|which)?\s*\Z")
_NUMBER: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w+")

#: What a title tells is told: so many of the words are in it.
TOLD: Final = 0.8


def justification_of(actor: Actor, filed: Credentials, statement: Statement, text: str) -> str:
    """Why a source is in the story; empty where the text does not tell.

    >>> text = "Bo Reyes, who sails daily, said by email that it is late."
    >>> reyes = Actor(id="A1", name="Bo Reyes", kind="person", named=True, anonymity="named")
    >>> said = Attribution(id="R1", source="A1", source_spans=((0, 25),), cue_spans=((27, 31),),
    ...                    content_spans=((41, 56),))
    >>> justification_of(reyes, Credentials("Named Person", "Bo Reyes"),
    ...                  Statement("A1", (0, 57), (said,)), text)
    'who sails daily; said by email'
    """
    told = [text[a:b] for a, b in actor.justification_spans]
    told += [actor.basis] if actor.basis else []
    told += list(_glosses(filed.name, text)) if filed.type == "Named Person" else []
    if filed.type == "Unnamed Person":
        told.append(called(actor, text))
    if filed.type == "Named Organization":
        told += list(_methods(filed.name, text))
    for entry in statement.entries:
        told += list(_occasions(entry, text))
    beside = (_plain(one) for one in told if not _is_told(one, f"{filed.title} {filed.name}"))
    return "; ".join(_without_repeats(beside))


def _plain(words: str) -> str:
    return " ".join(words.strip(" ,;").split())


def _is_told(words: str, elsewhere: str) -> bool:
    """Whether name and title hold nearly all of some words."""
    tokens, known = _WORD.findall(words.lower()), set(_WORD.findall(elsewhere.lower()))
    return sum(token in known for token in tokens) >= TOLD * len(tokens) > 0


def _without_repeats(told: Iterator[str]) -> list[str]:
    kept: list[str] = []
    for one in told:
        if one and not any(one.lower() in other.lower() for other in kept):
            kept = [other for other in kept if other.lower() not in one.lower()]
            kept.append(one)
    return kept


def _glosses(name: str, text: str) -> Iterator[str]:
    """What the text says of somebody beside a title, right after the name."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        if who := _WHO.match(text, match.end()):
            yield who["clause"]
        gloss = _GLOSS.match(text, match.end())
        if gloss and not is_position(gloss["gloss"]):
            yield gloss["gloss"]


def _methods(name: str, text: str) -> Iterator[str]:
    """How a poll was made."""
    if not re.search(rf"{re.escape(name)} (?:\w+ )?(?:poll|survey)", text):
        return
    for start, end in _sentences(text):
        words = text[start:end]
        method = _METHOD.search(words) and _POLL.search(words) and _NUMBER.search(words)
        if method and pollster_named(text[max(0, end - FAR) : end]) == name:
            yield words


def _occasions(entry: Attribution, text: str) -> Iterator[str]:
    """Where and how somebody spoke: words around the cue that are no part of what was said."""
    if not entry.cue_spans:
        return
    first, last = entry.cue_spans[0][0], entry.cue_spans[-1][1]
    taken = sorted((*entry.content_spans, *entry.carried_spans))
    begin = max((b for _, b in taken if b <= first), default=0)
    sentence = _around(text, first)
    begin = max(begin, sentence[0])
    end = min((a for a, _ in taken if a >= last), default=len(text))
    end = min(end, sentence[1])
    before, after = text[begin:first], text[first:end]
    if found := _OCCASION.search(after):
        near = found.start() <= last - first + 24
        yield _TRAILING.sub("", after[: found.end()] if near else found["phrase"])
    elif found := _OCCASION.search(before):
        yield found["phrase"]


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[Span, ...]:
    return sentences(text)


def _around(text: str, offset: int) -> Span:
    """The sentence around an offset."""
    spans = _sentences(text)
    number = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return spans[number] if number >= 0 else (0, len(text))
