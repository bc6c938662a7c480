"""A ledger → its sourced statements: which sentences rest on whose word.

In: a `Ledger`. Out: `Statement`, in the order of the text. A statement is made of whole sentences
of one paragraph, as newsrooms count them (the terms of the Markkula Center's benchmark on
journalistic sourcing; Vincent et al., arXiv 2501.00164): adjacent ones of the same source are one
statement, and a sentence with two sources is part of two. What goes on without a cue belongs to
the source before it: a quotation that runs on, what the ledger takes as carried on, and the
figures of a poll.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reportedly.ledger import OUTLET, Act, Actor, ActorKind, Attribution, Ledger, Span
from reportedly.reading.acts import ACT_OF_WORD
from reportedly.reading.cue_words import cue_lemmas
from reportedly.reading.naming.descriptions import describe
from reportedly.reading.naming.names import parse_name
from reportedly.sourcing.units import Units

#: Acts by which somebody tells something. What people think, want, plan or favour is told by the
#: reporter, unless their own words are quoted.
TELLING: Final[frozenset[Act]] = frozenset(
    {"statement", "denial", "warning", "order", "request", "question", "promise", "proposal",
     "offer", "evaluation", "evidence", "doubt"}
)  # fmt: skip

#: How an outlet and its reporters come up themselves: they ask.
ASKING: Final[frozenset[Act]] = frozenset({"question", "request"})

#: What shows something without a name is an event that the reporter saw: "the visit showed".
NO_EVIDENCE: Final[frozenset[ActorKind]] = frozenset({"organization", "government", "other"})

#: Nouns for a poll.
POLL_NOUNS: Final = "poll polls survey surveys"

#: So many words of a content in a sentence make the sentence part of the statement.
FEWEST_WORDS: Final = 2

_POLL: Final = re.compile(rf"\b(?:{'|'.join(POLL_NOUNS.split())})\b", re.IGNORECASE)
_FIGURE: Final = re.compile(
    r"\d(?:%| percent\b| per cent\b|[\d.]*[ -](?:percentage[ -])?points?\b)"
)
_MARGIN: Final = re.compile(r"\bmargin of error\b", re.IGNORECASE)


class Statement(NamedTuple):
    """Sentences at ``span`` that rest on the word of ``source``, by the attributions ``entries``.

    ``source`` is the id of an actor. ``entries`` are in the order of the text.
    """

    source: str
    span: Span
    entries: tuple[Attribution, ...]


def statements(ledger: Ledger, same: Mapping[str, str] | None = None) -> list[Statement]:
    r"""The sourced statements of an article, in the order of the text.

    Args:
        ledger: with its actors and attributions.
        same: for ids of actors that are filed as one source, the id that stands for them.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> text = "“It sails,” Ida Falk said. “It is new.”\n\nNobody paid."
    >>> falk = Actor(id="A1", name="Ida Falk", kind="person", named=True, anonymity="named")
    >>> said = Attribution(id="R1", source="A1", source_spans=((12, 20),), cue_spans=((21, 25),),
    ...                    content_spans=((0, 11),))
    >>> found = statements(Ledger(model=ModelInfo(name="none", version="0"), actors=(falk,),
    ...                           article=Article(text=text), attributions=(said,)))
    >>> [(one.source, text[slice(*one.span)]) for one in found]
    [('A1', '“It sails,” Ida Falk said. “It is new.”')]
    """
    text = Units.of(ledger.article.text)
    actors = {actor.id: actor for actor in ledger.actors}
    silences = {
        text.at(start)
        for entry in ledger.attributions
        if _is_silence(entry)
        for start, _ in entry.cue_spans
    }
    told: Told = {}
    for entry in ledger.attributions:
        source = teller(entry, actors)
        if source is None or _is_deed(entry, text) or _is_answer_wanted(entry, text, silences):
            continue
        source = (same or {}).get(source, source)
        for number in _sentences_of(entry, text):
            told.setdefault(number, {}).setdefault(source, []).append(entry)
    speakers = _speakers(ledger, text, same or {})
    _introduce(told, text, speakers)
    _carry_quotations(told, text)
    _carry_polls(told, text, ledger.actors, same or {})
    _carry_paragraphs(told, text, speakers)
    return sorted(_joined(told, text), key=lambda one: one.span)


def teller(entry: Attribution, actors: Mapping[str, Actor]) -> str | None:
    """The id of the actor who tells what an attribution reports; null if nobody tells anything.

    >>> silent = Attribution(id="R1", source="A1", negated=True, cue_spans=((0, 4),))
    >>> teller(silent, {})
    """
    actor = actors.get(entry.source or "")
    if entry.within is not None or actor is None or actor.id == OUTLET:
        return None
    if not entry.content_spans or _is_silence(entry):
        return None
    if entry.quotation == "indirect":
        summed_up = entry.act == "evaluation" and actor.kind == "group" and not actor.named
        if entry.act not in TELLING or summed_up:
            return None
    if entry.act == "evidence" and actor.kind in NO_EVIDENCE and not actor.named:
        return None
    if actor.kind == "outlet" and entry.act in ASKING:
        return None
    polls = [link for link in entry.chain if link in actors and is_poll(actors[link])]
    return polls[0] if polls else actor.id  # what a poll was told, the reporter has from the poll


def _is_deed(entry: Attribution, text: Units) -> bool:
    """Whether the cue is no word of saying, and nothing is quoted: "awarded", "reviewed"."""
    cue = " ".join(text.words[start:end] for start, end in entry.cue_spans)
    lemmas = cue_lemmas(cue, ACT_OF_WORD)
    said = not lemmas or any(lemma in ACT_OF_WORD for lemma in lemmas)
    return entry.act == "statement" and entry.quotation == "indirect" and not said


def _is_silence(entry: Attribution) -> bool:
    return entry.negated and entry.act == "statement"


def _is_answer_wanted(entry: Attribution, text: Units, silences: Collection[int]) -> bool:
    """Whether it is what somebody was asked who did not answer."""
    return (
        entry.act in ASKING and bool(entry.cue_spans) and text.at(entry.cue_spans[0][0]) in silences
    )


def _sentences_of(entry: Attribution, text: Units) -> list[int]:
    """The numbers of the sentences that hold an attribution's content, or go on from it."""
    cue = text.at(entry.cue_spans[0][0]) if entry.cue_spans else None
    spans = (*entry.content_spans, *entry.carried_spans)
    found = set()
    for number in {n for a, b in spans for n in range(text.at(a), text.at(b - 1) + 1)}:
        apart = 0 if cue is None else text.paragraph[number] - text.paragraph[cue]
        enough = text.told(number, spans) >= FEWEST_WORDS or number == cue
        if enough and (apart == 0 or (apart > 0 and text.is_quoted(number))):
            found.add(number)
    by_paragraph: dict[int, list[int]] = {}
    for number in found:
        by_paragraph.setdefault(text.paragraph[number], []).append(number)
    return [n for some in by_paragraph.values() for n in range(min(some), max(some) + 1)]


Told = dict[int, dict[str, list[Attribution]]]
"""For each sentence, by number, who tells it, and by which attributions."""


def _introduce(told: Told, text: Units, speakers: Mapping[int, Collection[str]]) -> None:
    """A sentence that leads to a quotation in the next paragraph is no statement; that one is."""
    for number in range(len(text.spans) - 1):
        leads = text.words[text.spans[number][1] - 1] == ":"
        if not leads or text.paragraph[number] == text.paragraph[number + 1]:
            continue
        who = speakers.get(number, ())
        if number + 1 not in told and len(who) == 1 and text.is_quoted(number + 1):
            told[number + 1] = {source: [] for source in who}
        sources = told.get(number + 1, {})
        told[number] = {
            one: entries for one, entries in told.get(number, {}).items() if one not in sources
        }
    for number in [number for number, sources in told.items() if not sources]:
        del told[number]


def _carry_quotations(told: Told, text: Units) -> None:
    """Quotations that nobody is named for belong to who spoke last in their paragraph, or next."""
    for order in (range(len(text.spans)), range(len(text.spans) - 1, -1, -1)):
        before: int | None = None
        for number in order:
            alike = before is not None and text.paragraph[before] == text.paragraph[number]
            if alike and number not in told and before in told and text.is_quoted(number):
                told[number] = {source: [] for source in list(told[before])[-1:]}
            before = number


def _carry_polls(told: Told, text: Units, actors: Sequence[Actor], same: Mapping[str, str]) -> None:
    """Figures belong to the poll that the text has spoken of last."""
    polls = sorted(
        (start, same.get(actor.id, actor.id))
        for actor in actors
        if is_poll(actor)
        for start, _ in actor.mentions
    )
    for number, (start, end) in enumerate(text.spans):
        place = bisect_left(polls, (end, "")) - 1
        if number in told or place < 0:
            continue
        words, poll = text.words[start:end], polls[place][1]
        named = _POLL.search(words) or _follows(told, text, number, poll)
        if (named and _FIGURE.search(words)) or _MARGIN.search(words):
            told[number] = {poll: []}


def _follows(told: Told, text: Units, number: int, source: str) -> bool:
    """Whether the sentence before, in the same paragraph, is of a source."""
    same = number > 0 and text.paragraph[number - 1] == text.paragraph[number]
    return same and source in told.get(number - 1, {})


def _carry_paragraphs(told: Told, text: Units, speakers: Mapping[int, set[str]]) -> None:
    """What goes on in a paragraph, and nobody else speaks, belongs to its only source so far."""
    for number in range(1, len(text.spans)):
        before = told.get(number - 1, {})
        alone = (
            number not in told and len(before) == 1 and speakers.get(number, set()) <= set(before)
        )
        if alone and text.paragraph[number - 1] == text.paragraph[number]:
            told[number] = {source: [] for source in before}


def _speakers(ledger: Ledger, text: Units, same: Mapping[str, str]) -> dict[int, set[str]]:
    """For each sentence, by number, who is said to say, think or want anything in it."""
    found: dict[int, set[str]] = {}
    for entry in ledger.attributions:
        if entry.within is None and entry.source is not None:
            for start, _ in entry.cue_spans:
                found.setdefault(text.at(start), set()).add(same.get(entry.source, entry.source))
    return found


def is_poll(actor: Actor) -> bool:
    """Whether an actor is a poll, or people who are counted in one.

    >>> is_poll(Actor(id="A1", name="a Harrow poll", kind="document", named=False,
    ...               anonymity="unnamed"))
    True
    """
    if parse_name(actor.name).form == "pronoun":
        return False
    if describe(actor.name).head == "share":
        return True
    return actor.kind not in ("organization", "outlet") and _POLL.search(actor.name) is not None


def _joined(told: Told, text: Units) -> Iterator[Statement]:
    """Adjacent sentences of a source in a paragraph, as one statement."""
    open_: dict[str, tuple[int, int, list[Attribution]]] = {}
    for number in sorted(told):
        for source in list(open_):
            first, last, entries = open_[source]
            apart = last < number - 1 or text.paragraph[last] != text.paragraph[number]
            if apart:
                yield _statement(source, first, last, entries, text)
                del open_[source]
        for source, entries in told[number].items():
            first, _, before = open_.get(source, (number, number, []))
            open_[source] = (first, number, before + [e for e in entries if e not in before])
    for source, (first, last, entries) in open_.items():
        yield _statement(source, first, last, entries, text)


def _statement(
    source: str, first: int, last: int, entries: list[Attribution], text: Units
) -> Statement:
    return Statement(source, (text.spans[first][0], text.spans[last][1]), tuple(entries))
