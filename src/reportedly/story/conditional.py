"""What a story's plans hang on, as data: propositions, the links between them, and their graph.

In and out: plain values, made by `reportedly.story.propositions` from reports and read by
`reportedly.story.whatif`. Whatever is said here points at spans of a report's text.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from reportedly.ledger import Relation, Spans

#: Yes, no, or (None) unknown.
Value = bool | None

#: A plan hangs on something; an event also on itself; a right is what somebody may do.
Kind = Literal["plan", "event", "right"]


class Quote(NamedTuple):
    """Words of a report: its number, where they stand, and what they are."""

    report: int
    spans: Spans
    words: str


class Mention(NamedTuple):
    """Words that mean a proposition, or, if they are negated, its opposite."""

    quote: Quote
    negated: bool = False


class Proposition(NamedTuple):
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


class Link(NamedTuple):
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


class Graph(NamedTuple):
    """All propositions of a story, and what hangs on what; cycles are allowed."""

    propositions: tuple[Proposition, ...]
    links: tuple[Link, ...]
