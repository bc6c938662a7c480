"""Sentences → conditions that their words tell: "a prerequisite for", "hinges on", "only after".

In: a text and a sentence of it. Out: outcome, requirement and cue. What hangs on what is told by
nouns and verbs as well as by conjunctions; the learned tags, which have seen few of them, are
helped by this table. A concession ("even if"), an indirect question ("if" for "whether") or a mere
time ("when") is never in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reportedly.ledger import Relation, Span

_BE: Final = r"(?:is|are|was|were|be|been|being|remains?|as)"
_NEEDED: Final = r"(?:prerequisite|precondition|condition|requirement|necessity)s?"

#: What stands between what is needed and what it is needed for, in this order.
REQUIREMENT_FIRST: Final = (
    rf",? (?:which|that) {_BE} (?:an? |the )?(?:\w+ )?{_NEEDED} (?:for|of|to)",
    rf" {_BE} (?:an? |the )?(?:\w+ )?{_NEEDED} (?:for|of|to)",
    rf",? (?:an? |the ){_NEEDED} for",
)

#: What stands between what hangs and what it hangs on, in this order.
OUTCOME_FIRST: Final[dict[str, Relation]] = {
    r"(?: will| would| could| may| might)? (?:hinges?|depends?|hinged|depended) (?:up)?on": (
        "requires"
    ),
    rf" (?:{_BE} )?(?:subject to|conditional (?:up)?on|contingent (?:up)?on)": "requires",
    r" without (?=(?:an? |any |the |firm |clear |prior )*"
    r"(?:guarantees?|assurances?|agreement|approval|consent|permission|mandate|warrant)\b)": (
        "requires"
    ),
    r"(?<! not) only (?:after|once|when)": "requires",
    r",? (?:provided|on condition|on the condition) that": "requires",
    r" in (?:exchange|return) for": "requires",
}

#: Where a clause begins and ends: at commas, at conjunctions, at marks.
_LEFT: Final = re.compile(
    r"[,;:—“”\"()]\s*|\b(?:that|but|and|said|says|whether|because|while|though)\s+"
)
_RIGHT: Final = re.compile(r"[,;:—“”\".?!()]|\s(?:and|but|or|because|while|though)\s")

_CUES: Final = [
    *((re.compile(words), "requires", False) for words in REQUIREMENT_FIRST),
    *((re.compile(words), relation, True) for words, relation in OUTCOME_FIRST.items()),
]

#: Of what stands before a cue, what is needed is the last noun phrase, and what hangs the last
#: infinitive, if there is one.
_NARROW: Final = {
    False: re.compile(
        r".*\b(?P<words>(?:an?|the|any|this|its|their|his|her|some|such)\s[\w\s’'-]+)$", re.DOTALL
    ),
    True: re.compile(r".*\bto (?P<words>[a-z]\w+\s[\w\s’'-]+)$", re.DOTALL),
}

#: "The dredging, which engineers describe as a prerequisite": what is needed stands before it.
_RELATIVE: Final = re.compile(r"(?:which|that)\s")

#: A link that is denied is none: "should not be a requirement for".
_LONGEST_DENIAL: Final = 20
_DENIED: Final = re.compile(r"(?:\bnot|n[’']t|\bnever|\bno longer)(?: be)?\Z")

#: Fewer characters than this are no clause or noun phrase.
_SHORTEST: Final = 3


class Told(NamedTuple):
    """A condition that the words tell."""

    outcome: Span
    requirement: Span
    cue: Span
    relation: Relation


def conditions_in(text: str, sentence: Span) -> Iterator[Told]:
    """The conditions of a sentence that have a cue of the tables.

    >>> text = "They doubt a truce, which is a prerequisite for any talks, will come."
    >>> for told in conditions_in(text, (0, len(text))):
    ...     print([text[slice(*span)] for span in told[:3]], told.relation)
    ['any talks', 'a truce', 'which is a prerequisite for'] requires
    """
    taken: list[Span] = []
    for pattern, relation, outcome_first in _CUES:
        for match in pattern.finditer(text, *sentence):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken) or _DENIED.search(
                text, max(sentence[0], start - _LONGEST_DENIAL), start
            ):
                continue
            before, behind = _before(text, sentence[0], start), _behind(text, end, sentence[1])
            if not outcome_first and _RELATIVE.match(text, *before):
                before = _before(text, sentence[0], before[0] - 2)
            if narrow := _NARROW[outcome_first].search(text, *before):
                before = narrow.start("words"), before[1]
            if min(before[1] - before[0], behind[1] - behind[0]) < _SHORTEST:
                continue
            taken.append((start, end))
            cue = stripped(text, start, end)
            sides = (before, behind) if outcome_first else (behind, before)
            yield Told(*sides, cue, relation)


def _before(text: str, first: int, end: int) -> Span:
    """The clause that ends where a cue begins."""
    start = first
    for match in _LEFT.finditer(text, first, end):
        start = match.end()
    return stripped(text, start, end)


def _behind(text: str, start: int, last: int) -> Span:
    """The clause that begins where a cue ends."""
    stop = _RIGHT.search(text, start + _SHORTEST, last)
    return stripped(text, start, stop.start() if stop else last)


def stripped(text: str, start: int, end: int) -> Span:
    """A stretch of a text without the space and marks around it.

    >>> stripped("so, “it stays.” Then", 2, 16)
    (5, 13)
    """
    while start < end and (text[start].isspace() or text[start] in ',;:—“”"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:—.“”"'):
        end -= 1
    return start, end
