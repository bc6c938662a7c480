"""How far two readings of the same articles agree: `python -m training.annotation.compare A B`.

A and B are folders of gold, by two readers of the same articles.

Two careful readers, or gold and what a model reads: the same measures for both, so that a model's
figures can be held against what people reach. Found things are counted by F1; labels of things
that both found by accuracy, Cohen's kappa (1960) and macro-F1; clusters of mentions by the CoNLL
score of 2012 (the mean of MUC, B³ and entity-CEAF).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from scorch.scores import conll2012 as conll

from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Condition,
    Ledger,
    Position,
    Span,
    Spans,
)
from training.annotation.gold import read_gold
from training.polnear import read_article

Entry = TypeVar("Entry")

#: Spans in two readings are the same thing if at least half of their characters are common.
SAME = 0.5


@dataclass
class Found:
    """Things that one reading has (``gold``), the other has (``other``), and both."""

    both: int = 0
    gold: int = 0
    other: int = 0

    @property
    def f1(self) -> float:
        """F1, which treats both readings alike."""
        return 2 * self.both / max(1, self.gold + self.other)


@dataclass
class Labels:
    """Pairs of labels that two readings give to the same thing."""

    pairs: Counter[tuple[Any, Any]] = field(default_factory=Counter)

    @property
    def accuracy(self) -> float:
        """How often they are equal."""
        return sum(n for (a, b), n in self.pairs.items() if a == b) / max(1, self.pairs.total())

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond what chance would give.

        >>> round(Labels(Counter({("a", "a"): 45, ("a", "b"): 15, ("b", "a"): 25, ("b", "b"): 15}))
        ...       .kappa, 3)
        0.13
        """
        total = max(1, self.pairs.total())
        first, second = self._sides()
        chance = sum(first[label] * second[label] for label in first) / total**2
        return (self.accuracy - chance) / (1 - chance) if chance < 1 else 1.0

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the labels that the gold holds."""
        first, second = self._sides()
        scores = [2 * self.pairs[label, label] / (first[label] + second[label]) for label in first]
        return sum(scores) / max(1, len(scores))

    def beyond_chance(self) -> str:
        """Two cells of a table; empty where the gold has one label only."""
        if len(self._sides()[0]) < 2:
            return " | "
        return f"{self.kappa:.2f} | {100 * self.macro_f1:.1f}"

    def _sides(self) -> tuple[Counter[Any], Counter[Any]]:
        first, second = Counter[Any](), Counter[Any]()
        for (a, b), n in self.pairs.items():
            first[a] += n
            second[b] += n
        return first, second


@dataclass
class Comparison:
    """What two readings agree on, over any number of articles."""

    found: dict[str, Found] = field(default_factory=dict)
    labels: dict[str, Labels] = field(default_factory=dict)
    coreference: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, comparisons: Iterable[Comparison]) -> Comparison:
        """Several comparisons as one."""
        whole = cls()
        for one in comparisons:
            for name, found in one.found.items():
                total = whole.found.setdefault(name, Found())
                total.both += found.both
                total.gold += found.gold
                total.other += found.other
            for name, labels in one.labels.items():
                whole.labels.setdefault(name, Labels()).pairs.update(labels.pairs)
            whole.coreference.extend(one.coreference)
        return whole

    def add(self, gold: Ledger, other: Ledger) -> None:
        """Compare one more article."""
        other = with_mentions_of(gold, other)
        actors = aligned_actors(gold.actors, other.actors)
        attributions = self._attributions(gold, other)
        self._sources(gold, other, attributions, actors)
        self._claims(gold, other)
        self._positions(gold, other, actors)
        pairs = matched(gold.conditions, other.conditions, like_conditions)
        self._count("conditions", pairs, gold.conditions, other.conditions)
        self._label("relation of conditions", ((a.relation, b.relation) for a, b in pairs))

    def _attributions(self, gold: Ledger, other: Ledger) -> list[tuple[Attribution, Attribution]]:
        pairs = matched(gold.attributions, other.attributions, like_attributions)
        self._count("attributions", pairs, gold.attributions, other.attributions)
        one, two = ([a for a in side.attributions if a.within] for side in (gold, other))
        self._count("nested attributions", matched(one, two, like_attributions), one, two)
        for name in ("act", "negated", "quotation"):
            self._label(name, [(getattr(a, name), getattr(b, name)) for a, b in pairs])
        carried = [
            _characters(s for a in side.attributions for s in a.carried_spans)
            for side in (gold, other)
        ]
        self._sets("carried (characters)", *carried)
        return pairs

    def _sources(
        self,
        gold: Ledger,
        other: Ledger,
        attributions: Iterable[tuple[Attribution, Attribution]],
        actors: dict[str, str],
    ) -> None:
        """Who the sources are, and through whose hands their words came."""
        first, second = ({a.id: a for a in side.actors} for side in (gold, other))
        for a, b in attributions:
            if not a.source or not b.source:
                continue
            self._label("source is the same actor", [(True, actors.get(a.source) == b.source)])
            one, two = first[a.source], second[b.source]
            for name in ("kind", "anonymity", "plural"):
                self._label(f"{name} of the source", [(getattr(one, name), getattr(two, name))])
            if len(a.chain) > 2 or len(b.chain) > 2:
                same = tuple(actors.get(actor) for actor in a.chain[1:]) == b.chain[1:]
                self._label("chain with a relay in either", [(True, same)])
                if len(a.chain) > 2:
                    self._label("chain with a relay", [(True, same)])
        clusters = [
            [set(actor.mentions) for actor in side.actors if actor.mentions]
            for side in (gold, other)
        ]
        if all(clusters):
            self.coreference.append(float(conll(*clusters)))
        self._sets("mentions", *({m for cluster in side for m in cluster} for side in clusters))

    def _claims(self, gold: Ledger, other: Ledger) -> None:
        pairs = matched(gold.claims, other.claims, lambda a, b: overlap(a.spans, b.spans))
        self._count("claims", pairs, gold.claims, other.claims)
        for name in ("certainty", "polarity", "hearsay", "time"):
            self._label(name, ((getattr(a, name), getattr(b, name)) for a, b in pairs))
        self._label(
            "certainty and polarity",
            (((a.certainty, a.polarity), (b.certainty, b.polarity)) for a, b in pairs),
        )
        one, two = (
            list(dict.fromkeys(date for claim in side.claims for date in claim.dates))
            for side in (gold, other)
        )
        dates = matched(one, two, lambda a, b: overlap((a.span,), (b.span,)))
        same = [(a, b) for a, b in dates if (a.start, a.end) == (b.start, b.end)]
        self._count("dates with their days", same, one, two)
        self._count("dates", dates, one, two)

    def _positions(self, gold: Ledger, other: Ledger, actors: dict[str, str]) -> None:
        pairs = matched_positions(gold, other, actors)
        self._count("positions (actor, target)", pairs, gold.positions, other.positions)
        same = [(a, b) for a, b in pairs if a.stance == b.stance]
        self._count("positions (actor, stance, target)", same, gold.positions, other.positions)
        self._label("stance", ((a.stance, b.stance) for a, b in pairs))

    def _count(
        self, name: str, pairs: Sequence[Any], gold: Sequence[Any], other: Sequence[Any]
    ) -> None:
        found = self.found.setdefault(name, Found())
        found.both += len(pairs)
        found.gold += len(gold)
        found.other += len(other)

    def _sets(self, name: str, gold: set[Any], other: set[Any]) -> None:
        found = self.found.setdefault(name, Found())
        found.both += len(gold & other)
        found.gold += len(gold)
        found.other += len(other)

    def _label(self, name: str, pairs: Iterable[tuple[Any, Any]]) -> None:
        self.labels.setdefault(name, Labels()).pairs.update(pairs)

    def as_markdown(self) -> str:
        """Two tables: what was found, and how it was labelled."""
        lines = ["| found | one | other | F1 |", "| --- | ---: | ---: | ---: |"]
        lines += [
            f"| {name} | {n.gold} | {n.other} | {100 * n.f1:.1f} |"
            for name, n in self.found.items()
        ]
        mean = 100 * sum(self.coreference) / max(1, len(self.coreference))
        lines += [f"| coreference, CoNLL score (mean of articles) | | | {mean:.1f} |", ""]
        lines += ["| label | pairs | accuracy | kappa | macro-F1 |", "| --- " + "| ---: " * 4 + "|"]
        lines += [
            f"| {name} | {n.pairs.total()} | {100 * n.accuracy:.1f} | {n.beyond_chance()} |"
            for name, n in self.labels.items()
        ]
        return "\n".join(lines)


def _characters(spans: Iterable[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def overlap(one: Spans, other: Spans) -> float:
    """Dice coefficient of their characters; 1 if both are empty."""
    first, second = _characters(one), _characters(other)
    if not first and not second:
        return 1.0
    return 2 * len(first & second) / (len(first) + len(second))


def matched(
    gold: Sequence[Entry],
    other: Sequence[Entry],
    likeness: Callable[[Entry, Entry], float],
    least: float = SAME,
) -> list[tuple[Entry, Entry]]:
    """One-to-one pairs of what is alike, the most alike first."""
    scored = sorted(
        (
            (-score, i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(other)
            if (score := likeness(a, b)) >= least
        )
    )
    left, right, pairs = set[int](), set[int](), []
    for _, i, j in scored:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return [(gold[i], other[j]) for i, j in sorted(pairs)]


def like_attributions(one: Attribution, other: Attribution) -> float:
    """How alike two attributions are that have a cue in common."""
    if not overlap(one.cue_spans, other.cue_spans):
        return 0.0
    return min(
        overlap(one.source_spans, other.source_spans),
        overlap(one.content_spans, other.content_spans),
    )


def like_conditions(one: Condition, other: Condition) -> float:
    """How alike two conditions are."""
    return min(
        overlap(one.outcome_spans, other.outcome_spans),
        overlap(one.requirement_spans, other.requirement_spans),
    )


def matched_positions(
    gold: Ledger, other: Ledger, actors: Mapping[str, str]
) -> list[tuple[Position, Position]]:
    """Positions of the same actor towards the same target, whatever the stance."""
    return matched(
        gold.positions,
        other.positions,
        lambda a, b: (
            overlap(a.target_spans, b.target_spans) if actors.get(a.actor) == b.actor else 0.0
        ),
    )


def with_mentions_of(gold: Ledger, other: Ledger) -> Ledger:
    """The other reading, with the gold's extents for mentions that are the same thing."""
    sides = ([m for a in side.actors for m in a.mentions] for side in (gold, other))
    one, two = (sorted(dict.fromkeys(mentions)) for mentions in sides)
    exact = set(one) & set(two)
    one, two = ([m for m in side if m not in exact] for side in (one, two))
    same = {b: a for a, b in matched(one, two, lambda a, b: overlap((a,), (b,)))}
    actors = tuple(
        msgspec.structs.replace(a, mentions=tuple(same.get(m, m) for m in a.mentions))
        for a in other.actors
    )
    return msgspec.structs.replace(other, actors=actors)


def aligned_actors(gold: Sequence[Actor], other: Sequence[Actor]) -> dict[str, str]:
    """Which actor of one reading is which of the other: the alignment of entity-CEAF (Luo 2005)."""

    def likeness(a: Actor, b: Actor) -> float:
        common = len(set(a.mentions) & set(b.mentions))
        return 2 * common / max(1, len(a.mentions) + len(b.mentions))

    pairs = {a.id: b.id for a, b in matched(gold, other, likeness, least=1e-9)}
    return {"A0": "A0"} | pairs


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    options = parser.parse_args(arguments)
    others = {gold.name: gold for gold in read_gold(options.other)}
    comparison = Comparison()
    for gold in read_gold(options.one):
        if gold.name in others:
            article = Article(text=read_article(options.data, gold.name).text)
            comparison.add(gold.ledger(article), others[gold.name].ledger(article))
    print(comparison.as_markdown())


if __name__ == "__main__":
    main()
