"""How well what-ifs are answered: `python -m benchmarks.story_whatif`.

Three measures on the sample story, whose ``truth.json`` has the conditions, given by hand, and what
follows from them: the evaluation alone, on the true graph; the links that are found in the reports,
against the true ones; and the what-ifs from end to end, with the true propositions looked up among
those that were found.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.story import STORY
from reportedly.story.conditional import Graph, Link, Proposition, Quote, Value
from reportedly.story.whatif import what_if


def true_graph(truth: Mapping[str, Any]) -> Graph:
    """The graph that was drawn by hand."""
    conditions = truth["conditions"]
    propositions = tuple(
        Proposition(one["id"], Quote(0, (), one["gloss"]), one["kind"], one["given"])
        for one in conditions["propositions"]
    )
    links = tuple(
        Link(
            edge["outcome"],
            edge["requirement"],
            edge["relation"],
            edge["requirement_negated"],
            edge["alternative"],
            tuple(edge["chain"]),
            Quote(0, (), edge["words"]),
        )
        for edge in conditions["edges"]
    )
    return Graph(propositions, links)


def expected(case: Mapping[str, Any]) -> dict[str, Value]:
    """What becomes of each plan and right in a what-if, by hand."""
    values: dict[str, Value] = dict.fromkeys(case["fall"], False)
    return (
        values | dict.fromkeys(case["stand"], True) | dict.fromkeys(case["open"]) | case["rights"]
    )


def answered(graph: Graph, assumed: Mapping[str, Value]) -> dict[str, Value]:
    """What becomes of each plan and right in a graph."""
    answer = what_if(graph, assumed)
    verdicts = (*answer.fall, *answer.stand, *answer.open, *answer.rights)
    return {verdict.proposition.id: verdict.value for verdict in verdicts}


def evaluations(truth: Mapping[str, Any]) -> Iterator[bool]:
    """Whether each what-if comes out exactly on the true graph."""
    graph = true_graph(truth)
    for case in truth["whatif"]:
        yield answered(graph, case["assume"]) == expected(case)


def main() -> None:
    """Command line."""
    truth = json.loads((STORY / "truth.json").read_text(encoding="utf-8"))
    right = list(evaluations(truth))
    print(f"evaluation: {sum(right)} of {len(right)} what-ifs exact on the true graph")


if __name__ == "__main__":
    main()
