"""A graph and the chances of some of its propositions → the chance that each plan stands.

In: a `Graph`, what is assumed for certain, and chances. Out: `Chances`. Propositions with a chance
are independent of each other and of what they hang on: a chance takes the place of the computed
value, as an assumption does. In every possible world the plans are evaluated as in
`story.conditions.kleene`: "if" names one way to the outcome and counts as enough together with all
that is necessary, "only if", "requires", "unless" and "until" name what is necessary, of
alternatives one is enough. What is unknown in a world, as no chance was given for it, counts for
neither side; therefore a chance is an interval: at least ``low`` (the plan stands) and at most
``high`` (it does not fall). The two are equal if all that a plan hangs on has a value or a chance.

The counting is done by ProbLog (Fierens et al. 2015), of which the graph becomes a program without
negation but in its leaves, so that cycles mean the least fixed point: exactly, by compiling it to
a decision diagram (SDD; Darwiche 2011), or by sampling worlds.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any, Final, NamedTuple

from reportedly.errors import NotInstalled
from reportedly.story.conditions.conditional import Graph, Link, Proposition, Value
from reportedly.story.conditions.kleene import evaluate, groups_of, hanging_in

#: With more chances than this, worlds are sampled: a decision diagram may grow with each of them.
LARGEST: Final = 64

#: So many worlds give a standard error of at most 1.6 per cent.
SAMPLES: Final = 1000

#: Every relation of the program has a clause, as ProbLog takes a missing one for a slip.
_PREAMBLE: Final = ("yes(none).", "no(none).", "met(none,0).", "unmet(none,0).")


class Chance(NamedTuple):
    """The chance that a plan or right stands: at least, at most, and the greater standard error."""

    proposition: Proposition
    low: float
    high: float
    error: float


class Chances(NamedTuple):
    """The chances of all plans and rights; ``samples`` is 0 if they are exact."""

    plans: tuple[Chance, ...]
    samples: int


def chances_of(
    graph: Graph,
    chances: Mapping[str, float],
    assumed: Mapping[str, Value] | None = None,
    *,
    samples: int | None = None,
    seed: int = 0,
) -> Chances:
    """The chance that each plan stands.

    Args:
        graph: what hangs on what.
        chances: of propositions, by their ids, from 0 to 1.
        assumed: what is assumed for certain, by id.
        samples: how many worlds to sample; 0 to count exactly; by default that is decided by how
            many chances there are.
        seed: of the sampling; the same seed gives the same answer.

    Raises:
        NotInstalled: ProbLog is not there.

    >>> from reportedly.story.quotes import Quote
    >>> quote = Quote(1, (), "talks need a truce")
    >>> truce, talks = Proposition("truce", quote, "event"), Proposition("talks", quote, "plan")
    >>> link = Link("talks", "truce", "requires", False, None, (), quote)
    >>> chances_of(Graph((truce, talks), (link,)), {"truce": 0.25}).plans[0][1:]
    (0.25, 0.25, 0.0)
    """
    asked = [one for one in graph.propositions if one.kind != "event"]
    numbers = {one.id: number for number, one in enumerate(graph.propositions)}
    program = "\n".join(_program(graph, chances, assumed or {}, numbers))
    if samples is None:
        samples = SAMPLES if len(chances) > LARGEST else 0
    counted = _sampled(program, samples, seed) if samples else _exact(program)
    found = []
    for one in asked:
        low = counted.get(f"yes({numbers[one.id]})", 0.0)
        high = max(low, 1 - counted.get(f"no({numbers[one.id]})", 0.0))
        errors = (sqrt(share * (1 - share) / samples) if samples else 0.0 for share in (low, high))
        found.append(Chance(one, low, high, max(errors)))
    return Chances(tuple(found), samples)


def _program(
    graph: Graph,
    chances: Mapping[str, float],
    assumed: Mapping[str, Value],
    numbers: Mapping[str, int],
) -> Iterator[str]:
    """The graph as a program; what is known in all worlds is a fact of it."""
    yield from _PREAMBLE
    certain = {**assumed, **dict.fromkeys(chances)}
    values = evaluate(graph, certain).values
    hanging = hanging_in(graph)
    for one in graph.propositions:
        number = numbers[one.id]
        if one.id in chances:
            yield f"{chances[one.id]!r}::chance({number})."
            yield f"yes({number}) :- chance({number})."
            yield f"no({number}) :- \\+chance({number})."
        elif values[one.id] is not None:
            yield f"{'yes' if values[one.id] else 'no'}({number})."
        elif one.id not in assumed:
            yield from _clauses(one, hanging.get(one.id, ()), numbers)
        if one.kind != "event":
            yield f"query(yes({number})). query(no({number}))."


def _clauses(one: Proposition, links: Sequence[Link], numbers: Mapping[str, int]) -> Iterator[str]:
    """When something is so, and when not; both may be underivable, and then it is unknown."""
    number = numbers[one.id]
    groups = groups_of(links)
    for n, group in enumerate(groups):
        for link in group:
            yield f"met({number},{n}) :- {_literal(link, numbers, met=True)}."
        unmet = ", ".join(_literal(link, numbers, met=False) for link in group)
        yield f"unmet({number},{n}) :- {unmet}."
        yield f"no({number}) :- unmet({number},{n})."
    if groups and (one.kind != "event" or one.given):
        yield f"yes({number}) :- {', '.join(f'met({number},{n})' for n in range(len(groups)))}."


def _literal(link: Link, numbers: Mapping[str, int], *, met: bool) -> str:
    return f"{'yes' if met != link.negated else 'no'}({numbers[link.requirement]})"


def _exact(program: str) -> dict[str, float]:
    problog = _problog()
    compiled = problog.get_evaluatable().create_from(problog.program.PrologString(program))
    return {str(term): float(chance) for term, chance in compiled.evaluate().items()}


def _sampled(program: str, samples: int, seed: int) -> dict[str, float]:
    """The share of worlds in which each query holds."""
    problog = _problog()
    before = random.getstate()  # ProbLog draws from the generator that all share
    random.seed(seed)
    try:
        worlds = problog.tasks.sample.sample(
            problog.program.PrologString(program), n=samples, format="dict"
        )
        counted = Counter(str(term) for world in worlds for term, so in world.items() if so)
    finally:
        random.setstate(before)
    return {name: count / samples for name, count in counted.items()}


def _problog() -> Any:
    try:
        import problog
        import problog.program
        import problog.tasks.sample
    except ImportError:
        raise NotInstalled(what="chances in what-ifs", extra="whatif") from None
    return problog
