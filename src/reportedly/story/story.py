"""The story: what several reports of one affair tell together.

In: plain values. Out: immutable objects that turn into JSON. Everything in a story points at the
characters of the reports that it was read from, by `Quote`s, which bring the words along.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from reportedly.audit import Words
from reportedly.ledger import ActorKind, Certainty, Confidence, Day, Polarity, Stance
from reportedly.story.claims.status import Status
from reportedly.story.conditions.conditional import Graph
from reportedly.story.copying.inflations import Stronger
from reportedly.story.quotes import Number, Quote

FORMAT: Final = "reportedly.story/1"

Key = Annotated[str, Meta(min_length=1, description="unique within the story")]

PartOfTime = Annotated[str, Meta(description="a day, month or year: 2024-03-04, 2024-03, 2024")]


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What all entries share: immutable, compared and hashed by value."""


class ReportEntry(_Entry, frozen=True, kw_only=True):
    """A report of the story: one text of an article; ``text`` counts the texts that it had.

    ``words`` tells on whose word it rests, as in an `Audit`.
    """

    number: Number
    article: Annotated[int, Meta(description="the number of the article on the desk")]
    text: int = 1
    title: str | None = None
    outlet: str | None = None
    published: Day | None = None
    url: str | None = None
    words: Words = Words()


class StoryActor(_Entry, frozen=True, kw_only=True):
    """Somebody or something with a name, and the actors of ledgers that it is.

    ``names`` are all that it is called by, the fullest one being its ``name``.
    """

    id: Key
    name: str
    names: tuple[str, ...] = ()
    kind: ActorKind
    members: Annotated[
        tuple[tuple[Number, str], ...], Meta(description="report, and id of an actor there")
    ] = ()


class Telling(_Entry, frozen=True, kw_only=True):
    """A claim as one report tells it, and where that has it from."""

    quote: Quote
    certainty: Certainty = "unknown"
    polarity: Polarity = "unknown"
    hearsay: bool = False
    origin: (
        Annotated[str, Meta(description="who it comes from; null if it is only told to be denied")]
        | None
    ) = None


class StoryClaim(_Entry, frozen=True, kw_only=True):
    """What one or several reports claim, in the words that are most like all the others.

    ``low`` and ``high`` count the independent origins, at least and at most; ``because`` says in
    one sentence how that and the status came about. ``against`` is what contradicts it.
    """

    id: Key
    words: str
    tellings: tuple[Telling, ...]
    against: tuple[Quote, ...] = ()
    status: Status
    low: int
    high: int
    because: str

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that tell it, each once, in the order in which they came."""
        return tuple(dict.fromkeys(one.quote.report for one in self.tellings))


class StoryCopy(_Entry, frozen=True, kw_only=True):
    """A report that has words of an earlier one: the share of its words, quotations left out.

    ``passages`` are pairs of what stands in the earlier and in the later one.
    """

    earlier: Number
    later: Number
    share: float
    words: int
    passages: tuple[tuple[Quote, Quote], ...] = ()


class Inflation(_Entry, frozen=True, kw_only=True):
    """What a retelling made more of, by what it dropped; see `story.copying.inflations`."""

    dropped: Stronger
    before: Quote
    after: Quote


class Change(_Entry, frozen=True, kw_only=True):
    """Two quotations that differ: what changed between them, or what is at odds.

    Of a shift, ``before`` is the earlier one. ``kind`` and ``change`` say what differs ("number",
    "38 million → 47 million"), ``because`` says it in a sentence; ``others`` are further words on
    the same question.
    """

    kind: Literal["position", "certainty", "delay", "number", "date", "denial"]
    change: str
    actor: str | None = None
    before: Quote
    after: Quote
    others: tuple[Quote, ...] = ()
    because: str
    confidence: Confidence = 1.0


class Stand(_Entry, frozen=True, kw_only=True):
    """Where an actor stood on a proposal, in one report."""

    actor: str
    proposal: Key
    stance: Stance
    quote: Quote
    day: Day | None = None
    confidence: Confidence = 1.0


class Proposal(_Entry, frozen=True, kw_only=True):
    """What actors take positions on, in the words of its first mention."""

    id: Key
    words: str


class Event(_Entry, frozen=True, kw_only=True):
    """What is said to happen when; ``as_of`` tells how it looked when it was last told."""

    start: PartOfTime | None
    end: PartOfTime | None
    as_of: Literal["past", "planned", "hypothetical"]
    quotes: tuple[Quote, ...]


class Story(_Entry, frozen=True, kw_only=True):
    """Everything that the reports of one affair tell together.

    >>> story = Story(name="ferry")
    >>> Story.from_json(story.to_json()) == story
    True
    """

    format: Literal["reportedly.story/1"] = FORMAT
    name: str
    reports: tuple[ReportEntry, ...] = ()
    actors: tuple[StoryActor, ...] = ()
    claims: tuple[StoryClaim, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    stands: tuple[Stand, ...] = ()
    copies: tuple[StoryCopy, ...] = ()
    inflations: tuple[Inflation, ...] = ()
    shifts: tuple[Change, ...] = ()
    conflicts: tuple[Change, ...] = ()
    conditions: Graph = Graph()
    events: tuple[Event, ...] = ()

    def to_json(self, indent: int | None = None) -> str:
        """Return the story as JSON, in one line or indented by ``indent`` spaces a level."""
        line = msgspec.json.encode(self)
        return (line if indent is None else msgspec.json.format(line, indent=indent)).decode()

    @classmethod
    def from_json(cls, document: str | bytes) -> Story:
        """Return the story that ``to_json`` wrote.

        Raises:
            msgspec.DecodeError: the document is none.
        """
        return msgspec.json.decode(document, type=cls)
