"""The actors of several reports → who is who across them.

In: `Report`s. Out: `Bearer`s of a name, each with the actors of the reports that mean it. Only
names join: "officials" here are never "officials" there. A family name alone joins the one full
name that it fits, and nobody if it fits two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reportedly.ledger import OUTLET, Actor, ActorKind
from reportedly.reading.naming.name_words import Name
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.same_names import same_name
from reportedly.story.report import Report

#: Kinds that one name may be given by different readings.
ALIKE: Final[dict[ActorKind, str]] = {
    "person": "person", "organization": "body", "government": "body", "outlet": "body",
    "document": "document", "group": "group", "other": "body",
}  # fmt: skip


class Member(NamedTuple):
    """An actor of one report: the report's number, and the actor's id there."""

    report: int
    actor: str


class Bearer(NamedTuple):
    """Somebody or something with a name, and where it occurs; the fullest name that is given."""

    name: str
    kind: ActorKind
    members: tuple[Member, ...]


@dataclass
class _Known:
    """A bearer in the making: its names with how often each occurs."""

    names: Counter[Name] = field(default_factory=Counter)
    called: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    members: list[Member] = field(default_factory=list)

    def add(self, name: Name, actor: Actor, member: Member) -> None:
        self.names[name] += 1
        self.called[name.proper or actor.name] += 1
        self.kinds[actor.kind] += 1
        self.members.append(member)

    def bearer(self) -> Bearer:
        name = max(self.called, key=lambda one: (len(one.split()), self.called[one], one))
        return Bearer(name, self.kinds.most_common(1)[0][0], tuple(sorted(self.members)))


def bearers(reports: Sequence[Report]) -> list[Bearer]:
    """Everybody with a name in some reports, in the order in which they first occur.

    >>> from reportedly.ledger import Article, Ledger, ModelInfo
    >>> def report(number, *names):
    ...     actors = tuple(Actor(id=f"A{n}", name=name, kind="person", named=True,
    ...                          anonymity="named") for n, name in enumerate(names, start=1))
    ...     model = ModelInfo(name="none", version="0")
    ...     return Report(number, Ledger(model=model, article=Article(text=""), actors=actors))
    >>> for bearer in bearers([report(1, "Mayor Ida Falk"), report(2, "Falk", "Bo Reyes")]):
    ...     print(bearer.name, [tuple(member) for member in bearer.members])
    Ida Falk [(1, 'A1'), (2, 'A1')]
    Bo Reyes [(2, 'A2')]
    """
    named = list(_named(reports))
    # Full names first, so that a family name alone meets all that it may be short for.
    named.sort(key=lambda one: (-min(2, len(one[0].key)), one[2]))
    known: list[_Known] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for name, actor, member in named:
        fitting = [n for n in _candidates(name, by_word) if _fits(name, actor, known[n])]
        if len(fitting) > 1:
            exact = [n for n in fitting if any(one.key == name.key for one in known[n].names)]
            fitting = exact if len(exact) == 1 else []
        if not fitting:
            fitting = [len(known)]
            known.append(_Known())
        known[fitting[0]].add(name, actor, member)
        for word in _looked_up(name):
            if fitting[0] not in by_word[word]:
                by_word[word].append(fitting[0])
    return sorted((one.bearer() for one in known), key=lambda one: one.members[0])


def _named(reports: Sequence[Report]) -> Iterator[tuple[Name, Actor, Member]]:
    for report in reports:
        for actor in report.ledger.actors:
            words = actor.name or (report.outlet if actor.id == OUTLET else "")
            name = parse_name(words)
            if words and actor.named and not name.members and name.key:
                yield name, actor, Member(report.number, actor.id)


def _candidates(name: Name, by_word: dict[str, list[int]]) -> list[int]:
    return sorted({number for word in _looked_up(name) for number in by_word.get(word, ())})


def _looked_up(name: Name) -> tuple[str, ...]:
    """The words by which a name is found, and its initials."""
    initials = "".join(word[:1] for word in name.key)
    return (*name.key, initials) if len(initials) > 1 else name.key


def _fits(name: Name, actor: Actor, known: _Known) -> bool:
    """Whether a name can mean a bearer: it goes with every name that the bearer has.

    Readings may differ about what kind of thing a name is of; not so about the very same name.
    """
    genders = {one.gender for one in (name, *known.names) if one.gender}
    if {other.key for other in known.names} == {name.key}:
        return len(genders) < 2
    if ALIKE[actor.kind] not in {ALIKE[kind] for kind in known.kinds}:
        return False
    return all(same_name(name, other) != "no" for other in known.names)


def spoken_for(bearers: Sequence[Bearer], reports: Sequence[Report]) -> dict[int, int]:
    """Who speaks for which body: the number of a person, and that of the body, among bearers.

    A person speaks for the body that a report gives as their affiliation, if it is the only one,
    and an "energy minister" for the "Energy Ministry".

    Args:
        bearers: who is who across the reports.
        reports: the reports, whose ledgers tell affiliations.
    """
    number_of = {member: n for n, one in enumerate(bearers) for member in one.members}
    said: defaultdict[int, set[int]] = defaultdict(set)
    for report in reports:
        for actor in report.ledger.actors:
            person = number_of.get(Member(report.number, actor.id))
            words = actor.affiliation or _ministry(actor.title or "")
            if person is None or actor.kind != "person" or not words:
                continue
            body = parse_name(words)
            said[person].update(
                n
                for n, one in enumerate(bearers)
                if n != person
                and ALIKE[one.kind] == "body"
                and one.kind != "outlet"
                and same_name(body, parse_name(one.name)) != "no"
            )
    return {person: min(bodies) for person, bodies in said.items() if len(bodies) == 1}


def _ministry(title: str) -> str:
    """What a minister is the head of: "Energy Ministry" of an "energy minister"."""
    what, minister, _ = title.lower().partition(" minister")
    return f"{what} ministry".title() if minister and what != "prime" else ""
