"""A ledger → the same ledger, in which no source is somebody else than its own words say.

In: a `Ledger`. Out: a `Ledger` with the same attributions. Where a source is a name or description
that cannot mean the actor it was taken for ("a Harrow poll" for a mayor), it becomes an actor of
its own; a description of somebody in office ("the judge") becomes the one who has that office; and
somebody of whom there are but pronouns becomes the one who spoke before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from reportedly.ledger import Actor, ActorKind, Attribution, Ledger
from reportedly.reading.naming.descriptions import describe
from reportedly.reading.naming.mentions import Mention, read_mention
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.role_nouns import POSITION_NOUNS
from reportedly.reading.naming.same_names import same_name
from reportedly.sourcing.credentials import called, is_document, plain_description
from reportedly.sourcing.titles import titles_near

#: Kinds that one source can be taken for; nobody means a report by "the mayor".
ALIKE: Final[dict[ActorKind, str]] = {
    "person": "people", "group": "people", "document": "document", "organization": "body",
    "government": "body", "outlet": "body", "other": "body",
}  # fmt: skip

_DEFINITE: Final = re.compile(r"the (?P<office>[a-z-]+)", re.IGNORECASE)


def with_speakers(ledger: Ledger) -> Ledger:
    """The ledger in which every source fits its own words.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> text = "Judge Ida Falk came. The judge said no."
    >>> falk = Actor(id="A1", name="Ida Falk", kind="person", named=True, anonymity="named",
    ...              mentions=((0, 14),))
    >>> judge = Actor(id="A2", name="The judge", kind="person", named=False, anonymity="unnamed",
    ...               mentions=((21, 30),))
    >>> said = Attribution(id="R1", source="A2", source_spans=((21, 30),), cue_spans=((31, 35),),
    ...                    content_spans=((36, 38),))
    >>> found = with_speakers(Ledger(model=ModelInfo(name="none", version="0"),
    ...                              actors=(falk, judge), article=Article(text=text),
    ...                              attributions=(said,)))
    >>> found.attributions[0].source
    'A1'
    """
    text = ledger.article.text
    actors = {actor.id: actor for actor in ledger.actors}
    entries = []
    before: Actor | None = None  # the last person with a name who spoke
    for entry in ledger.attributions:
        actor = actors.get(entry.source or "")
        if actor is not None and entry.source_spans:
            actor = _fitting(entry, actor, text)
            actor = _in_office(actor, ledger.actors, text) or actor
            form = read_mention(called(actor, text)).form
            if form == "pronoun" and actor.kind == "person" and before is not None:
                actor = before
            if form == "name" and actor.kind == "person" and entry.within is None:
                before = actor
            actors[actor.id] = actor
            entry = msgspec.structs.replace(entry, source=actor.id)  # noqa: PLW2901
        entries.append(entry)
    return msgspec.structs.replace(
        ledger, actors=tuple(actors.values()), attributions=tuple(entries)
    )


def _fitting(entry: Attribution, actor: Actor, text: str) -> Actor:
    """The actor, or another one that the words of a source stand for."""
    span = max(entry.source_spans, key=lambda one: one[1] - one[0])
    words = plain_description(" ".join(text[slice(*span)].split()))
    said, known = _read(words), called(actor, text)
    if not words or said.form == "pronoun" or _may_mean(words, said, actor, known):
        return actor
    kind = said.kind or actor.kind
    return Actor(
        id=f"{actor.id}-{entry.id}",
        name=words,
        kind=kind,
        named=said.form == "name",
        anonymity="named" if said.form == "name" else said.anonymity,
        plural=said.plural,
        mentions=(span,),
    )


def _read(words: str) -> Mention:
    """What some words tell; "a report from the Harrow board" is a document, and not the board."""
    said = read_mention(words)
    if is_document(words):
        return said._replace(form="description", kind="document", sure=True, anonymity="unnamed")
    return said


def _may_mean(words: str, said: Mention, actor: Actor, known: str) -> bool:
    other = _read(known)
    if said.form == "name" and other.form == "name":
        return same_name(words, known) != "no" or bool(set(words.split()) & set(known.split()))
    if not said.sure or said.kind is None:
        return True
    if said.form == "name":
        return other.form == "pronoun" or ALIKE[said.kind] == ALIKE[actor.kind]
    if not actor.named and other.sure and _heads_differ(words, known):
        return False
    kind = other.kind if other.sure and other.kind else actor.kind
    return ALIKE[said.kind] == ALIKE[kind]


def _heads_differ(words: str, known: str) -> bool:
    """Whether descriptions are of different people, or one of only some of the other's."""
    one, other = describe(words).head, describe(known).head
    more = " and " in words and " and " not in known
    return more or bool(one and other and one != other)


def _in_office(actor: Actor, actors: Sequence[Actor], text: str) -> Actor | None:
    """The only one among the named people who has the office that an actor is called by."""
    office = _DEFINITE.fullmatch(called(actor, text))
    if office is None or office["office"].lower() not in POSITION_NOUNS:
        return None
    holders = {one.id: one for one in _holders(office["office"].lower(), actors, text)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _holders(office: str, actors: Sequence[Actor], text: str) -> Iterator[Actor]:
    for one in actors:
        name = parse_name(called(one, text))
        if name.form == "name" and name.proper and one.kind == "person":
            titles = (one.title or "", name.title, *titles_near(name.proper, text))
            if any(describe(title).head == office for title in titles if title):
                yield one
