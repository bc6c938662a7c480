"""How well what-ifs are answered: `python -m benchmarks.story_whatif`.

Three measures on the sample story, whose ``truth.json`` has the conditions, given by hand, and what
follows from them: the evaluation alone, on the true graph; the links that are found in the reports,
against the true ones; and the what-ifs from end to end, with the true propositions looked up among
those that were found. The one threshold and the word classes were chosen with this story in view,
so that its figures flatter; no name or turn of phrase of it is in a table.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.story import STORY, Story
from reportedly.ledger import Span
from reportedly.story.conditions.conditional import Graph, Link, Proposition, Value
from reportedly.story.conditions.graphs import graph_of
from reportedly.story.conditions.kleene import evaluate, negation
from reportedly.story.conditions.whatif import what_if
from reportedly.story.quotes import Quote


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


class Joined(NamedTuple):
    """Which found proposition stands for a true one, and whether for its opposite."""

    id: str
    opposite: bool


class Found(NamedTuple):
    """The graph that was found, and what of the true one was found again.

    ``read`` has, for each true edge by its number, the links whose words are its own.
    """

    graph: Graph
    true: Graph
    read: Mapping[int, Sequence[Link]]
    joined: Mapping[str, Joined]

    @classmethod
    def of(cls, story: Story) -> Found:
        """Read the conditions of the articles as they first stood."""
        later = {one["changed"] for one in story.truth["corrections"]}
        reports = {file: one for file, one in story.reports.items() if file not in later}
        graph, true = graph_of(list(reports.values())), true_graph(story.truth)
        read = {}
        for number, edge in enumerate(story.truth["conditions"]["edges"]):
            report = reports[edge["file"]]
            start = report.text.index(edge["words"])
            span = (start, start + len(edge["words"]))
            own = [link for link in graph.links if link.quote.report == report.number]
            found = [link for link in own if _within(link.quote, span)]
            if found:
                read[number] = found
        return cls(graph, true, read, _joined(true, read))

    def is_right(self, link: Link, edge: Link) -> bool:
        """Whether a found link joins what a true edge joins."""
        ends = [self.joined.get(name) for name in (edge.outcome, edge.requirement)]
        if None in ends:
            return False
        outcome, requirement = filter(None, ends)
        turned = edge.negated != requirement.opposite
        return (link.outcome, link.requirement, link.negated) == (
            outcome.id,
            requirement.id,
            turned,
        )


def _within(quote: Quote, span: Span) -> bool:
    """Whether most words of a quotation stand within a stretch of the text."""
    start, end = quote.spans[0]
    return 2 * (min(end, span[1]) - max(start, span[0])) > end - start


def _joined(true: Graph, read: Mapping[int, Sequence[Link]]) -> dict[str, Joined]:
    """True propositions with the found ones that most of their edges' words lead to."""
    votes: defaultdict[str, Counter[Joined]] = defaultdict(Counter)
    for number, links in read.items():
        edge = true.links[number]
        for link in links:
            votes[edge.outcome][Joined(link.outcome, False)] += 1
            votes[edge.requirement][Joined(link.requirement, link.negated != edge.negated)] += 1
    return {name: own.most_common(1)[0][0] for name, own in votes.items()}


def edges_found(found: Found) -> tuple[int, int, int, int]:
    """How many links are right, of how many; how many true edges were read, and how many right."""
    right = sum(
        any(found.is_right(link, edge) for edge in found.true.links) for link in found.graph.links
    )
    rightly = sum(
        any(found.is_right(link, found.true.links[number]) for link in links)
        for number, links in found.read.items()
    )
    return right, len(found.graph.links), len(found.read), rightly


def plans_found(found: Found, truth: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each plan of each what-if: its name, the what-if's, and why it came out wrong, if it did."""
    for case in truth["whatif"]:
        ends = {name: found.joined.get(name) for name in case["assume"]}
        assumed = {end.id: value != end.opposite
                   for name, value in case["assume"].items() if (end := ends[name])}  # fmt: skip
        values = evaluate(found.graph, assumed).values
        for plan, value in expected(case).items():
            end = found.joined.get(plan)
            if None in ends.values():
                why = "what is assumed was not read"
            elif end is None:
                why = "the plan was not read"
            else:
                got = values[end.id]
                same = (got if not end.opposite else negation(got)) is value
                why = "" if same else "another value"
            yield plan, case["id"], why


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--story", type=Path, default=STORY)
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    story = Story.read(options.story)
    exact = list(evaluations(story.truth))
    print(f"evaluation: {sum(exact)} of {len(exact)} what-ifs exact on the true graph")
    found = Found.of(story)
    right, links, read, rightly = edges_found(found)
    true = len(found.true.links)
    print(
        f"links: {right} of {links} right (precision {100 * right / max(1, links):.1f}); "
        f"{rightly} of {true} true ones found (recall {100 * rightly / true:.1f}), {read} read"
    )
    plans = list(plans_found(found, story.truth))
    lost = Counter(why for _, _, why in plans)
    whole = len(story.truth["whatif"]) - len({case for _, case, why in plans if why})
    print(f"end to end: {lost.pop('')} of {len(plans)} plans right, {whole} what-ifs as a whole")
    for why, count in lost.most_common():
        print(f"  {why}: {count}")
    if options.show:
        _show(found, plans)


def _show(found: Found, plans: Sequence[tuple[str, str, str]]) -> None:
    for number, edge in enumerate(found.true.links):
        links = found.read.get(number)
        if links is None or not any(found.is_right(link, edge) for link in links):
            print(f"edge {'missed' if links is None else 'wrong'}: “{edge.quote.words}”")
    for plan, case, why in plans:
        if why:
            print(f"{case}: {plan}: {why}")


if __name__ == "__main__":
    main()
