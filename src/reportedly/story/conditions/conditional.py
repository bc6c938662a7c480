"""What a story's plans hang on, as data: propositions, the links between them, and their graph.

In and out: plain values, made by `story.conditions.propositions` from reports and read by
`story.conditions.whatif`. Whatever is said here points at spans of a report's text.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from reportedly.ledger import Relation
from reportedly.story.quotes import Quote

#: Yes, no, or (None) unknown.
Value = bool | None

#: A plan hangs on something; an event also on itself; a right is what somebody may do.
Kind = Literal["plan", "event", "right"]


class Mention(msgspec.Struct, frozen=True):
    """Words that mean a proposition, or its opposite."""

    quote: Annotated[Quote, Meta(description="the words")]
    negated: Annotated[bool, Meta(description="whether they mean the opposite")] = False


class Proposition(msgspec.Struct, frozen=True):
    """Something that may be so or not."""

    id: Annotated[str, Meta(min_length=1, description="made of its words; unique in the graph")]
    gloss: Annotated[Quote, Meta(description="the words of a report that say it best")]
    kind: Annotated[
        Kind, Meta(description="what hangs on something, what does not, or what somebody may do")
    ]
    given: Annotated[
        Value, Meta(description="what reports say: that it is so (true), is not, or nothing (null)")
    ] = None
    told: Annotated[Quote | None, Meta(description="the words by which that is given")] = None
    mentions: Annotated[tuple[Mention, ...], Meta(description="all words that mean it")] = ()


class Link(msgspec.Struct, frozen=True):
    """One proposition (outcome) hangs on another one (requirement), or on its opposite.

    Links of one outcome with the same ``alternative`` are ways to it, of which one is enough; one
    with none is necessary.
    """

    outcome: Annotated[str, Meta(description="id of the proposition that hangs on the other")]
    requirement: Annotated[str, Meta(description="id of the proposition that it hangs on")]
    relation: Annotated[
        Relation | Literal["only if"], Meta(description="how the report ties the two")
    ]
    negated: Annotated[bool, Meta(description="whether the opposite of the requirement is asked")]
    alternative: Annotated[
        str | None, Meta(description="what is the same for all ways of which one is enough")
    ]
    chain: Annotated[
        tuple[str, ...], Meta(description="names of who says so, from the outlet to the source")
    ]
    quote: Annotated[Quote, Meta(description="the words that tell it")]


class Graph(msgspec.Struct, frozen=True):
    """All propositions of a story, and what hangs on what; cycles are allowed."""

    propositions: Annotated[
        tuple[Proposition, ...], Meta(description="what something hangs on, or what hangs")
    ] = ()
    links: Annotated[tuple[Link, ...], Meta(description="what hangs on what")] = ()
