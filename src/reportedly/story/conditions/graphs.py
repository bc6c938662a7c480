"""Reports → the graph of all their conditions.

In: `Report`s. Out: a `Graph`. Conditions of all reports are about the same propositions where they
mean the same; what reports say of these besides is in the graph as given.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.story.conditions.clauses import Clause
from reportedly.story.conditions.conditional import Graph
from reportedly.story.conditions.given import given
from reportedly.story.conditions.propositions import propositions, together
from reportedly.story.conditions.requirements import link_of, pairs_of, settled
from reportedly.story.embedding import embedder
from reportedly.story.report import Report


def graph_of(reports: Sequence[Report]) -> Graph:
    """What hangs on what in a story.

    Args:
        reports: of the story, in any order.

    Raises:
        DamagedModel: the encoder cannot be loaded.
    """
    ordered = sorted(reports, key=lambda report: report.order)
    pairs = [pair for report in ordered for pair in pairs_of(report)]
    clauses: list[Clause] = [side for pair in pairs for side in (pair.outcome, pair.requirement)]
    if not clauses:
        return Graph((), ())
    vectors = embedder()([clause.plain for clause in clauses])
    groups = together(clauses, vectors)
    outcomes = frozenset(range(0, len(clauses), 2))
    found = propositions(ordered, clauses, groups, outcomes)
    ends = {
        number: (one.id, mention.negated)
        for one, group in zip(found, groups, strict=True)
        for number, mention in zip(group, one.mentions, strict=True)
    }
    links = [link_of(pair, ends[2 * n], ends[2 * n + 1]) for n, pair in enumerate(pairs)]
    kept = settled([link for link in links if link.outcome != link.requirement])
    return Graph(tuple(given(found, ordered, clauses, vectors, groups)), tuple(kept))
