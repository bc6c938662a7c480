"""A ledger → its source audit: on whose word an article rests, counted in words.

In: a `Ledger` with its actors and chains. Out: an `Audit`, plain figures.

A **word** is a run of characters without white space that has a letter or digit; it belongs to the
voice that its first letter or digit stands in. The **voices** part the words of an article:

- words of an outermost attribution (its source, cue, content, and what carries it on) belong to its
  last link: ``named``, ``unnamed`` or ``withheld``, as that actor is; ``unidentified``, if the
  ledger does not say who it is;
- everything else is the outlet's ``own``: also what it says itself ("The Post has learned"), what
  it gives no source for ("is said to be"), and what it tells of somebody's silence ("declined to
  comment", "has not said whether"). Where two attributions overlap, the first one has the words.

**Relayed** are words of an attribution whose chain is longer than two: somebody stands between the
outlet and the source. They are part of the voices, not a voice of their own.

An **origin** is the last known link of a chain. Where an outermost attribution ends with an outlet
that in its turn quotes somebody, that somebody is the origin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Final, Literal, NamedTuple

import msgspec
from msgspec import Meta

from reportedly.ledger import OUTLET, Actor, Attribution, Ledger, Span, Spans
from reportedly.sentences import paragraphs, sentences

#: A chain of more links passes through somebody's hands.
DIRECT: Final = 2

#: A sentence rests on a source if at least so much of it, by words, is that source's.
MOST: Final = 0.5

Voice = Literal["own", "named", "unnamed", "withheld", "unidentified"]

_WORD: Final = re.compile(r"\S+")
_LETTER: Final = re.compile(r"[^\W_]")


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """How many words stand in each voice, and how many of them are relayed.

    >>> words = Words(own=30, named=50, unnamed=15, withheld=5, relayed=20)
    >>> words.total, words.share("named"), words.share("relayed")
    (100, 0.5, 0.2)
    """

    own: Annotated[int, Meta(description="words of the outlet itself")] = 0
    named: Annotated[int, Meta(description="words of sources with a name")] = 0
    unnamed: Annotated[int, Meta(description="words of sources without one")] = 0
    withheld: Annotated[int, Meta(description="words of sources whose name is withheld")] = 0
    unidentified: Annotated[int, Meta(description="words of whoever the ledger cannot tell")] = 0
    relayed: Annotated[int, Meta(description="those that came through somebody's hands")] = 0

    @property
    def total(self) -> int:
        """All words."""
        return self.own + self.named + self.unnamed + self.withheld + self.unidentified

    def share(self, part: Voice | Literal["relayed"]) -> float:
        """How much of all words a voice has, from 0 to 1."""
        count: int = getattr(self, part)
        return count / self.total if count else 0.0


class Stretch(NamedTuple):
    """Text at ``[start, end)`` that belongs to an outermost attribution, and its voice."""

    start: int
    end: int
    voice: Voice
    entry: Attribution


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """So many words of a sentence are an actor's, and came through this chain."""

    actor: str
    words: int
    chain: tuple[str, ...]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, and who vouches for it: ``sources``, the one with most of its words first.

    ``single`` is true if at least half of it rests on one source, that source has no name, and
    nobody else vouches for any of it.
    """

    span: Span
    words: Words
    sources: tuple[Part, ...] = ()
    single: bool = False


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A source, and what rests on it.

    A statement is what newsrooms count: sentences of one source that follow each other within a
    paragraph are one; a sentence of two sources counts for both.
    """

    actor: str
    words: int
    statements: int


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """On whose word an article rests; ``sources`` begin with the one that most rests on."""

    words: Words
    origins: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    sentences: tuple[Sentence, ...] = ()


def audit(ledger: Ledger) -> Audit:
    """Count on whose word an article rests.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> text = "Rain is likely, an aide said. It is late."
    >>> aide = Actor(id="A1", name="an aide", kind="person", named=False, anonymity="unnamed")
    >>> said = Attribution(id="R1", source="A1", source_spans=((16, 23),), cue_spans=((24, 28),),
    ...                    content_spans=((0, 14),))
    >>> found = audit(Ledger(model=ModelInfo(name="none", version="0"), actors=(aide,),
    ...                      article=Article(text=text), attributions=(said,)))
    >>> found.words.unnamed, found.words.own, found.origins
    (6, 3, ('A1',))
    >>> [(text[slice(*sentence.span)], sentence.single) for sentence in found.sentences]
    [('Rain is likely, an aide said.', True), ('It is late.', False)]
    """
    actors = {actor.id: actor for actor in ledger.actors}
    lines = tuple(_sentences(ledger, actors))
    return Audit(
        words=_sum(line.words for line in lines),
        origins=_origins(ledger, actors),
        sources=_sources(ledger.article.text, lines),
        sentences=lines,
    )


def stretches(ledger: Ledger) -> list[Stretch]:
    """The text that is not in the outlet's own voice, in order; stretches do not overlap."""
    actors = {actor.id: actor for actor in ledger.actors}
    spans: list[tuple[Span, Voice, Attribution]] = []
    for entry in ledger.attributions:
        voice = _voice(entry, actors)
        if entry.within is None and voice != "own":
            spans += ((span, voice, entry) for span in _all_spans(entry))
    found: list[Stretch] = []
    at = 0
    for (start, end), voice, entry in sorted(spans, key=lambda one: one[0]):
        if end > at:
            found.append(Stretch(max(start, at), end, voice, entry))
            at = end
    return found


def speaker(entry: Attribution) -> str | None:
    """The id of the actor on whose word an attribution rests: the last link of its chain.

    >>> speaker(Attribution(id="R1", chain=("A0", "A4", "A2")))
    'A2'
    """
    return entry.chain[-1] if entry.chain else entry.source


def _all_spans(entry: Attribution) -> Spans:
    quoted = (*entry.content_spans, *entry.carried_spans)
    return (*entry.source_spans, *entry.cue_spans, *quoted)


def _voice(entry: Attribution, actors: Mapping[str, Actor]) -> Voice:
    silent = entry.negated and entry.act == "statement"
    source = speaker(entry)
    if silent or source == OUTLET or not (entry.content_spans or entry.carried_spans):
        return "own"
    actor = actors.get(source or "")
    return "unidentified" if actor is None else actor.anonymity


def _sentences(ledger: Ledger, actors: Mapping[str, Actor]) -> Iterator[Sentence]:
    text, pieces = ledger.article.text, stretches(ledger)
    starts = [piece.start for piece in pieces]
    for start, end in sentences(text):
        counts: dict[str, int] = defaultdict(int)
        parts: dict[str, Part] = {}
        for letter in _first_letters(text, start, end):
            number = bisect_right(starts, letter) - 1
            if number < 0 or pieces[number].end <= letter:
                counts["own"] += 1
                continue
            _, _, voice, entry = pieces[number]
            counts[voice] += 1
            counts["relayed"] += len(entry.chain) > DIRECT
            source = speaker(entry)
            if source is not None and source in actors:
                before = parts.get(source, Part(actor=source, words=0, chain=()))
                chain = max(before.chain, entry.chain, key=len)
                parts[source] = Part(actor=source, words=before.words + 1, chain=chain)
        sources = tuple(sorted(parts.values(), key=lambda part: -part.words))
        words = Words(**counts)
        single = len(sources) == 1 and not counts["unidentified"]
        weak = single and not actors[sources[0].actor].named
        most = weak and sources[0].words >= MOST * words.total
        yield Sentence(span=(start, end), words=words, sources=sources, single=most)


def _first_letters(text: str, start: int, end: int) -> Iterator[int]:
    """Where the first letter or digit of each word stands."""
    for word in _WORD.finditer(text, start, end):
        if letter := _LETTER.search(text, word.start(), word.end()):
            yield letter.start()


def _sum(parts: Iterable[Words]) -> Words:
    totals = dict.fromkeys(Words.__struct_fields__, 0)
    for part in parts:
        for name in totals:
            totals[name] += getattr(part, name)
    return Words(**totals)


def _sources(text: str, lines: Sequence[Sentence]) -> tuple[Source, ...]:
    words: dict[str, int] = defaultdict(int)
    statements: dict[str, int] = defaultdict(int)
    begins = {start for start, _ in paragraphs(text)}
    before: set[str] = set()
    for line in lines:
        if line.span[0] in begins:
            before = set()
        for part in line.sources:
            words[part.actor] += part.words
            statements[part.actor] += part.actor not in before
        before = {part.actor for part in line.sources}
    order = sorted(words, key=lambda source: -words[source])
    return tuple(
        Source(actor=source, words=words[source], statements=statements[source]) for source in order
    )


def _origins(ledger: Ledger, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The last known link of each chain, each once, in the order of the text."""
    inner: dict[str | None, list[Attribution]] = defaultdict(list)
    for entry in ledger.attributions:
        if speaker(entry) in actors and _voice(entry, actors) != "own":
            inner[entry.within].append(entry)
    found: dict[str, None] = {}
    waiting = inner[None][::-1]
    while waiting:
        entry = waiting.pop()
        last = speaker(entry) or ""
        quoted = [one for one in inner[entry.id] if last in one.chain[:-1]]
        if quoted and actors[last].kind == "outlet":
            waiting += reversed(quoted)
        else:
            found[last] = None
    return tuple(found)
