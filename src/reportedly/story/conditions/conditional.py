"""What a story's plans hang on, as data: propositions, the links between them, and their graph.

In and out: plain values, made by `story.conditions.propositions` from reports and read by
`story.conditions.whatif`. Whatever is said here points at spans of a report's text.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from reportedly.ledger import Relation
from reportedly.story.quotes import Quote

#: Yes, no, or (None) unknown.
Value = bool | None

#: A plan hangs on something; an event also on itself; a right is what somebody may do.
Kind = Literal["plan", "event", "right"]


class Mention(msgspec.Struct, frozen=True):
    """Words that mean a proposition, or, if they are negated, its opposite."""

    quote: Quote
    negated: bool = False


class Proposition(msgspec.Struct, frozen=True):
    """Something that may be so or not.

    ``id`` is made of its words and ``gloss`` are the words of a report that say it best.
    ``given`` is what reports say of it, on the word of ``told``: that it is so (True), that it is
    not (False), or nothing.
    """

    id: str
    gloss: Quote
    kind: Kind
    given: Value = None
    told: Quote | None = None
    mentions: tuple[Mention, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """The outcome hangs on the requirement, or on its opposite if ``negated``.

    Links of one outcome with the same ``alternative`` are ways to it, of which one is enough; one
    with none is necessary. ``chain`` names who says so, from the outlet to the source.
    """

    outcome: str
    requirement: str
    relation: Relation | Literal["only if"]
    negated: bool
    alternative: str | None
    chain: tuple[str, ...]
    quote: Quote


class Graph(msgspec.Struct, frozen=True):
    """All propositions of a story, and what hangs on what; cycles are allowed."""

    propositions: tuple[Proposition, ...] = ()
    links: tuple[Link, ...] = ()
