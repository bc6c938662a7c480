"""A graph of conditions → the value of each proposition: yes, no or unknown.

In: a `Graph`, and what is assumed. Out: an `Evaluation`. The logic has three values, and is
Kleene's strong one (Kleene 1952, § 64): what is unknown stays so unless the rest settles it. An
outcome is so if all that is necessary for it is so, and one of the alternatives, if there are any;
an event besides only if it is so itself. Of cycles the least fixed point is taken (Fitting 1985):
nothing holds itself up. Nothing is inferred from an outcome back to what it hangs on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.story.conditions.conditional import Graph, Link, Proposition, Value


class Evaluation(NamedTuple):
    """The value of each proposition by its id, and in which round it became known."""

    values: Mapping[str, Value]
    rounds: Mapping[str, int]


def conjunction(values: Iterable[Value]) -> Value:
    """Kleene's strong "and": false if one is, else unknown if one is.

    >>> conjunction([True, None, False]), conjunction([True, None]), conjunction([])
    (False, None, True)
    """
    known = set(values)
    return False if False in known else None if None in known else True


def negation(value: Value) -> Value:
    """Kleene's "not": what is unknown stays unknown."""
    return None if value is None else not value


def groups_of(links: Sequence[Link]) -> list[list[Link]]:
    """The links of one outcome: each group has to have one that is met.

    What is necessary makes a group of its own; alternatives share one.
    """
    ways: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.alternative is not None:
            ways[link.alternative].append(link)
    return [[link] for link in links if link.alternative is None] + list(ways.values())


def evaluate(graph: Graph, assumed: Mapping[str, Value] | None = None) -> Evaluation:
    """The value of each proposition.

    Args:
        graph: what hangs on what.
        assumed: ids of propositions, with values that take the place of the computed ones; other
            ids are passed over.

    >>> from reportedly.story.quotes import Quote
    >>> quote = Quote(1, (), "no truce, no talks")
    >>> truce, talks = Proposition("truce", quote, "event"), Proposition("talks", quote, "plan")
    >>> link = Link("talks", "truce", "requires", False, None, (), quote)
    >>> dict(evaluate(Graph((truce, talks), (link,)), {"truce": False}).values)
    {'truce': False, 'talks': False}
    """
    assumed = assumed or {}
    hanging = hanging_in(graph)
    values: dict[str, Value] = {one.id: None for one in graph.propositions}
    rounds: dict[str, int] = {}
    number = 0
    while True:
        found = {
            one.id: assumed[one.id]
            if one.id in assumed
            else _value(one, hanging.get(one.id, ()), values)
            for one in graph.propositions
        }
        if found == values and number:
            return Evaluation(values, rounds)
        rounds |= {name: number for name, value in found.items()
                   if value is not None and name not in rounds}  # fmt: skip
        values = found
        number += 1


def hanging_in(graph: Graph) -> dict[str, list[Link]]:
    """The links of each outcome, as far as both ends are propositions of the graph."""
    ids = {one.id for one in graph.propositions}
    hanging: defaultdict[str, list[Link]] = defaultdict(list)
    for link in graph.links:
        if {link.outcome, link.requirement} <= ids:
            hanging[link.outcome].append(link)
    return dict(hanging)


def _value(one: Proposition, links: Sequence[Link], values: Mapping[str, Value]) -> Value:
    fulfilled = [disjunction(met(link, values) for link in group) for group in groups_of(links)]
    own = [one.given] if one.kind == "event" or not links else []
    return conjunction([*fulfilled, *own])


def met(link: Link, values: Mapping[str, Value]) -> Value:
    """Whether what a link asks for is so."""
    value = values[link.requirement]
    return negation(value) if link.negated else value


def disjunction(values: Iterable[Value]) -> Value:
    """Kleene's strong "or": true if one is, else unknown if one is."""
    return negation(conjunction(map(negation, values)))
