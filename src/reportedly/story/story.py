"""The story: what several reports of one affair tell together.

In: plain values. Out: immutable objects that turn into JSON. Everything in a story points at the
characters of the reports that it was read from, by `Quote`s, which bring the words along. The names
of all fields are a contract with other tools: fields may be added, never renamed.
``docs/story.schema.json`` is generated from this module.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

from reportedly.audit import Words
from reportedly.ledger import ActorKind, Certainty, Confidence, Day, Polarity, Stance
from reportedly.schemas import schema_of
from reportedly.story.claims.origins import How
from reportedly.story.claims.status import Status
from reportedly.story.conditions.conditional import Graph
from reportedly.story.copying.inflations import Stronger
from reportedly.story.quotes import Number, Quote

FORMAT: Final = "reportedly.story/1"

Key = Annotated[str, Meta(min_length=1, description="unique within the story")]

PartOfTime = Annotated[str, Meta(description="a day, month or year: 2024-03-04, 2024-03, 2024")]


class _Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What all entries share: immutable, compared and hashed by value.

    Nothing in a story can refer back to what holds it, so that no garbage collector need look; a
    large story is then there in a third of the time.
    """


class ReportEntry(_Entry, frozen=True, kw_only=True):
    """A report of the story: one text of an article."""

    number: Annotated[int, Meta(description="the number of the report: that of the article's text")]
    article: Annotated[int, Meta(description="the number of the article on the desk")]
    text: Annotated[int, Meta(description="which of the article's texts it is, from 1")] = 1
    title: Annotated[str | None, Meta(description="the headline")] = None
    outlet: Annotated[str | None, Meta(description="who published it")] = None
    published: Annotated[Day | None, Meta(description="the day of publication")] = None
    url: Annotated[str | None, Meta(description="where it was published")] = None
    words: Annotated[Words, Meta(description="on whose word it rests, counted in words")] = Words()


class StoryActor(_Entry, frozen=True, kw_only=True):
    """Somebody or something with a name, and the actors of ledgers that it is."""

    id: Key
    name: Annotated[str, Meta(description="the fullest name that reports give")]
    names: Annotated[tuple[str, ...], Meta(description="all that reports call it")] = ()
    kind: Annotated[ActorKind, Meta(description="what it is, as most reports have it")]
    members: Annotated[
        tuple[tuple[Number, str], ...], Meta(description="report, and id of an actor there")
    ] = ()


class Telling(_Entry, frozen=True, kw_only=True):
    """A claim as one report tells it, and where that has it from."""

    quote: Annotated[Quote, Meta(description="the words of the claim")]
    certainty: Annotated[Certainty, Meta(description="how sure its source puts it")] = "unknown"
    polarity: Annotated[Polarity, Meta(description="whether it is affirmed or denied")] = "unknown"
    hearsay: Annotated[bool, Meta(description="whether it is marked as only heard")] = False
    origin: Annotated[
        str | None,
        Meta(description="who it comes from; null if it is only told to be denied"),
    ] = None
    got_from: Annotated[
        Number | None, Meta(description="the number of the report that it has the claim from")
    ] = None
    how: Annotated[
        How | None, Meta(description="whether it copied that report's words or cites its outlet")
    ] = None


class StoryClaim(_Entry, frozen=True, kw_only=True):
    """What one or several reports claim, and how well it is borne out."""

    id: Key
    words: Annotated[str, Meta(description="those of the telling that is most like all the others")]
    tellings: Annotated[tuple[Telling, ...], Meta(description="each report that tells it")]
    against: Annotated[tuple[Quote, ...], Meta(description="what contradicts it")] = ()
    status: Annotated[Status, Meta(description="how it stands")]
    low: Annotated[int, Meta(ge=0, description="independent origins, at least")]
    high: Annotated[int, Meta(ge=0, description="independent origins, at most")]
    because: Annotated[str, Meta(description="how that came about, in one sentence")]

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that tell it, each once, in the order in which they came."""
        return tuple(dict.fromkeys(one.quote.report for one in self.tellings))


class StoryCopy(_Entry, frozen=True, kw_only=True):
    """A report that has words of an earlier one."""

    earlier: Number
    later: Number
    share: Annotated[
        float,
        Meta(ge=0, le=1, description="how much of the later one is copied, quotations left out"),
    ]
    words: Annotated[int, Meta(description="copied words, quotations left out")]
    passages: Annotated[
        tuple[tuple[Quote, Quote], ...],
        Meta(description="what stands in the earlier and in the later one"),
    ] = ()


class Inflation(_Entry, frozen=True, kw_only=True):
    """What a retelling made more of, by what it dropped."""

    dropped: Annotated[Stronger, Meta(description="what the later words lack")]
    before: Annotated[Quote, Meta(description="the claim as it was first told")]
    after: Annotated[Quote, Meta(description="the claim as it was retold")]


class Change(_Entry, frozen=True, kw_only=True):
    """Two quotations that differ: what changed between them, or what is at odds."""

    kind: Annotated[
        Literal["position", "certainty", "delay", "number", "date", "denial"],
        Meta(description="what differs"),
    ]
    change: Annotated[str, Meta(description="the two values, as “38 million → 47 million”")]
    actor: Annotated[str | None, Meta(description="whose change it is")] = None
    before: Annotated[Quote, Meta(description="the earlier words, or those of one side")]
    after: Annotated[Quote, Meta(description="the later words, or those of the other side")]
    others: Annotated[tuple[Quote, ...], Meta(description="more words on the same question")] = ()
    because: Annotated[str, Meta(description="what differs, in one sentence")]
    confidence: Confidence = 1.0


class Stand(_Entry, frozen=True, kw_only=True):
    """Where an actor stood on a proposal, in one report."""

    actor: Annotated[str, Meta(description="the fullest name of whoever stands there")]
    proposal: Annotated[str, Meta(description="id of the proposal")]
    stance: Annotated[Stance, Meta(description="how the actor stands towards it")]
    quote: Annotated[Quote, Meta(description="the words that show it")]
    day: Annotated[Day | None, Meta(description="when it was said")] = None
    confidence: Confidence = 1.0


class Proposal(_Entry, frozen=True, kw_only=True):
    """What actors take positions on."""

    id: Key
    words: Annotated[str, Meta(description="those of its first mention")]


class Event(_Entry, frozen=True, kw_only=True):
    """What is said to happen when."""

    start: Annotated[PartOfTime | None, Meta(description="when it begins, if that is told")]
    end: Annotated[PartOfTime | None, Meta(description="when it ends, if that is told")]
    as_of: Annotated[
        Literal["past", "planned", "hypothetical"],
        Meta(description="how it looked on the day when it was last told"),
    ]
    quotes: Annotated[tuple[Quote, ...], Meta(description="all words that tell of it")]


class Story(_Entry, frozen=True, kw_only=True):
    """Everything that the reports of one affair tell together.

    >>> story = Story(name="ferry")
    >>> Story.from_json(story.to_json()) == story
    True
    """

    format: Annotated[
        Literal["reportedly.story/1"], Meta(description="the name and version of this contract")
    ] = FORMAT
    name: Annotated[str, Meta(description="what somebody called the story")]
    reports: Annotated[
        tuple[ReportEntry, ...], Meta(description="the texts that it is made of, as they came")
    ] = ()
    actors: Annotated[tuple[StoryActor, ...], Meta(description="who is who across them")] = ()
    claims: Annotated[tuple[StoryClaim, ...], Meta(description="what is claimed")] = ()
    proposals: Annotated[tuple[Proposal, ...], Meta(description="what positions are about")] = ()
    stands: Annotated[tuple[Stand, ...], Meta(description="who stands where")] = ()
    copies: Annotated[tuple[StoryCopy, ...], Meta(description="who has whose words")] = ()
    inflations: Annotated[tuple[Inflation, ...], Meta(description="what became stronger")] = ()
    shifts: Annotated[tuple[Change, ...], Meta(description="what changed, surest first")] = ()
    conflicts: Annotated[tuple[Change, ...], Meta(description="what is at odds, surest first")] = ()
    conditions: Annotated[Graph, Meta(description="what hangs on what")] = Graph()
    events: Annotated[tuple[Event, ...], Meta(description="what happens when, by date")] = ()

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


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a story, with the meaning of each field.

    >>> schema()["$defs"]["Telling"]["properties"]["hearsay"]["description"]
    'whether it is marked as only heard'
    """
    return schema_of(Story, FORMAT)
