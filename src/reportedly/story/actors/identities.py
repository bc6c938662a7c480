"""Who is who, as people know better than names tell.

In: `Bearer`s as their names join them, and what people decided about two names. Out: `Bearer`s. A
decision holds for every actor of the story that has one of the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from reportedly.ledger import OUTLET
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.same_names import same_name
from reportedly.story.actors.bearers import Bearer, Member
from reportedly.story.report import Report
from reportedly.story.story import StoryActor


class Names(NamedTuple):
    """What a person decided: that two names are of one bearer, or of two."""

    decision: Literal["same", "different"]
    one: str
    other: str


def identified(
    bearers: Sequence[Bearer], reports: Sequence[Report], decided: Iterable[Names]
) -> list[Bearer]:
    """Bearers, joined and parted as people decided, the latest decision last.

    >>> from reportedly.ledger import Actor, Article, Ledger, ModelInfo
    >>> def report(number, *names):
    ...     actors = tuple(Actor(id=f"A{n}", name=name, kind="person", named=True,
    ...                          anonymity="named") for n, name in enumerate(names, start=1))
    ...     model = ModelInfo(name="none", version="0")
    ...     return Report(number, Ledger(model=model, article=Article(text=""), actors=actors))
    >>> reports = [report(1, "Ida Falk"), report(2, "Falk"), report(3, "the Iron Mayor")]
    >>> found = [Bearer("Ida Falk", "person", (Member(1, "A1"), Member(2, "A1"))),
    ...          Bearer("the Iron Mayor", "person", (Member(3, "A1"),))]
    >>> decided = [Names("different", "Falk", "Ida Falk"),
    ...            Names("same", "Ida Falk", "the Iron Mayor")]
    >>> for one in identified(found, reports, decided):
    ...     print(one.name, [member.report for member in one.members])
    Ida Falk [1, 3]
    Falk [2]
    """
    called = names_of(reports)
    result = list(bearers)
    for names in decided:
        if names.decision == "same":
            result = _joined(result, called, names)
        else:
            result = [part for one in result for part in _parted(one, called, names)]
    return sorted(result, key=lambda one: one.members[0])


def meant(actors: Sequence[StoryActor], words: str) -> StoryActor | None:
    """The one actor that somebody means by its id, by a name, or by a part of its name.

    >>> falk = StoryActor(id="S1", name="Ida Falk", names=("Ida Falk", "the Iron Mayor"),
    ...                   kind="person")
    >>> [one and one.id for one in (meant([falk], "falk"), meant([falk], "the iron mayor"))]
    ['S1', 'S1']
    >>> meant([falk], "Bo Reyes")
    """
    exact = [one for one in actors if words == one.id or has_name(one, words)]
    name = parse_name(words.title() if words.islower() else words)
    fitting = exact or [one for one in actors if same_name(name, parse_name(one.name)) != "no"]
    return fitting[0] if len(fitting) == 1 else None


def has_name(actor: StoryActor, words: str) -> bool:
    """Whether an actor is called so in some report."""
    return any(_key(words) == _key(name) for name in (actor.name, *actor.names))


def names_of(reports: Sequence[Report]) -> dict[Member, str]:
    """What each actor is called in its report."""
    return {
        Member(report.number, actor.id): actor.name or (report.outlet if actor.id == OUTLET else "")
        for report in reports
        for actor in report.ledger.actors
    }


def _joined(bearers: list[Bearer], called: dict[Member, str], names: Names) -> list[Bearer]:
    wanted = {_key(names.one), _key(names.other)}
    ones = [
        one
        for one in bearers
        if _key(one.name) in wanted or any(_key(called[member]) in wanted for member in one.members)
    ]
    if len(ones) < 2:
        return bearers
    first = max(ones, key=lambda one: (len(one.members), -one.members[0].report))
    members = tuple(sorted(member for one in ones for member in one.members))
    return [*(one for one in bearers if one not in ones), first._replace(members=members)]


def _parted(bearer: Bearer, called: dict[Member, str], names: Names) -> list[Bearer]:
    """A bearer without the actors called by the one name, and those, if it has both names."""
    ones = [member for member in bearer.members if _key(called[member]) == _key(names.one)]
    rest = [member for member in bearer.members if member not in ones]
    if not ones or not any(_key(called[member]) == _key(names.other) for member in rest):
        return [bearer]
    other = names.other if _key(bearer.name) == _key(names.one) else bearer.name
    return [
        Bearer(other, bearer.kind, tuple(rest)),
        Bearer(names.one, bearer.kind, tuple(ones)),
    ]


def _key(name: str) -> tuple[str, ...] | str:
    """What is the same in two spellings of one name: titles and case do not matter."""
    return parse_name(name).key or name.casefold()
