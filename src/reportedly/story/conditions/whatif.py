"""A graph of conditions and assumptions → which plans fall, stand or hang in the air, and why.

In: a `Graph`, and what is assumed. Out: an `Answer`. That a plan stands means that all requirements
that were reported are met, and no more. How values are computed: `story.conditions.kleene`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reportedly.story.conditions.conditional import Graph, Link, Proposition, Value
from reportedly.story.conditions.kleene import (
    Evaluation,
    disjunction,
    evaluate,
    groups_of,
    hanging_in,
    met,
)

#: How the sentence that says why begins.
VERDICTS: Final[dict[Value, str]] = {True: "Stands", False: "Falls", None: "Hangs in the air"}
VALUES: Final[dict[Value, str]] = {True: "yes", False: "no", None: "unknown"}


class Verdict(NamedTuple):
    """What becomes of a proposition, and why.

    ``path`` leads from what decides (``because``, the id of a proposition: assumed, given or
    unknown) link by link to the one asked about; it is empty where nothing else decides.
    """

    proposition: Proposition
    value: Value
    because: str
    path: tuple[Link, ...]
    why: str


class Answer(NamedTuple):
    """What falls, stands and hangs in the air if something is assumed; rights stand apart."""

    assumed: Mapping[str, Value]
    fall: tuple[Verdict, ...]
    stand: tuple[Verdict, ...]
    open: tuple[Verdict, ...]
    rights: tuple[Verdict, ...]


def what_if(graph: Graph, assumed: Mapping[str, Value] | None = None) -> Answer:
    """What becomes of each plan and right, and why; of those that are assumed nothing is said.

    Args:
        graph: what hangs on what.
        assumed: ids of propositions, and the values that they are taken to have.

    >>> from reportedly.story.quotes import Quote
    >>> quote = Quote(1, (), "talks need a truce")
    >>> truce, talks = Proposition("truce", quote, "event"), Proposition("talks", quote, "plan")
    >>> link = Link("talks", "truce", "requires", False, None, ("The Post", "Ida Falk"), quote)
    >>> print(what_if(Graph((truce, talks), (link,)), {"truce": False}).fall[0].why)
    Falls; assumed: “talks need a truce” is no; “talks need a truce” (Ida Falk ← The Post).
    """
    assumed = assumed or {}
    evaluation = evaluate(graph, assumed)
    verdicts = [
        _verdict(one, graph, assumed, evaluation)
        for one in graph.propositions
        if one.kind != "event" and one.id not in assumed
    ]
    plans = [one for one in verdicts if one.proposition.kind == "plan"]
    fall, stand, hang = (
        tuple(one for one in plans if one.value is value) for value in (False, True, None)
    )
    rights = tuple(one for one in verdicts if one.proposition.kind == "right")
    return Answer(assumed, fall, stand, hang, rights)


def _verdict(
    one: Proposition, graph: Graph, assumed: Mapping[str, Value], evaluation: Evaluation
) -> Verdict:
    because, path = _path(one, graph, assumed, evaluation)
    value = evaluation.values[one.id]
    cause = next(other for other in graph.propositions if other.id == because)
    why = sentence(value, cause, evaluation.values[because], because in assumed, path)
    return Verdict(one, value, because, path, why)


def _path(
    one: Proposition, graph: Graph, assumed: Mapping[str, Value], evaluation: Evaluation
) -> tuple[str, tuple[Link, ...]]:
    """What decides on a proposition, and the shortest way from there to it.

    What was assumed comes before what was given or is unknown. Where nothing assumed decides, a
    known value rests on values that were known before it, so that no cycle is given as a reason.
    """
    hanging = hanging_in(graph)
    reasons = {
        name: [] if name in assumed else _reasons(name, links, evaluation)
        for name, links in hanging.items()
    }
    for name, path in _ways(one.id, reasons):
        if name in assumed:
            return name, path
    earlier = {
        name: [link for link in links if _is_before(link, evaluation)]
        for name, links in reasons.items()
    }
    ends = ((name, path) for name, path in _ways(one.id, earlier) if not earlier.get(name))
    return next(ends, (one.id, ()))


def _ways(
    name: str, reasons: Mapping[str, Sequence[Link]]
) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """What a proposition rests on, nearest first, each with the way from there to it."""
    ways: dict[str, tuple[Link, ...]] = {name: ()}
    queue = deque([name])
    while queue:
        reached = queue.popleft()
        yield reached, ways[reached]
        for link in reasons.get(reached, ()):
            if link.requirement not in ways:
                ways[link.requirement] = (link, *ways[reached])
                queue.append(link.requirement)


def _reasons(name: str, links: Sequence[Link], evaluation: Evaluation) -> list[Link]:
    """The links that make a proposition what it is."""
    values = evaluation.values
    value = values[name]
    return [
        link
        for group in groups_of(links)
        if disjunction(met(other, values) for other in group) is value
        for link in group
        if met(link, values) is value
    ]


def _is_before(link: Link, evaluation: Evaluation) -> bool:
    """Whether the requirement was known before the outcome; of the unknown nothing was."""
    rounds = evaluation.rounds
    known = link.outcome in rounds
    return not known or rounds.get(link.requirement, rounds[link.outcome]) < rounds[link.outcome]


def sentence(
    value: Value, cause: Proposition, decided: Value, assumed: bool, path: Sequence[Link]
) -> str:
    """Why something falls, stands or hangs in the air, in one sentence of quotations.

    Args:
        value: what becomes of it.
        cause: what decides on that.
        decided: the value of the cause.
        assumed: whether that was assumed, and not told by reports.
        path: from the cause to what was asked about.
    """
    known = "assumed" if assumed else "reported" if decided is not None else "nobody says"
    told = f" (“{cause.told.words}”)" if cause.told and not assumed else ""
    parts = [f"{known}: “{cause.gloss.words}” is {VALUES[decided]}{told}"]
    parts += [f"“{link.quote.words}” ({' ← '.join(link.chain[::-1])})" for link in path]
    return f"{VERDICTS[value]}; {'; '.join(parts)}."
