"""Claims of the sample story → how well pairs, groups and contradictions of them are found.

Groups are compared by B³ (Bagga & Baldwin 1998), over the claims that were read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.story import Claimed, Story
from reportedly.story.claims.contradictions import contradiction
from reportedly.story.claims.evidence import Rarity
from reportedly.story.claims.matching import Decision, groups, match
from reportedly.story.embedding import embedder
from reportedly.story.words.statements import statement_of

#: Relations of pairs that put two claims into one group.
TOGETHER: Final = ("same", "entails")


def pairs_found(story: Story) -> Iterator[tuple[float, bool]]:
    """The chance of each pair whose claims were found, and whether the two belong together."""
    decide, rarity = Decision.learned(), _rarity(story)
    for pair in story.truth["pairs"]:
        places = [story.claim_at(pair[side]) for side in ("a", "b")]
        if None in places:
            continue
        statements = []
        for file, number in filter(None, places):
            report = story.reports[file]
            statements.append(statement_of(report, report.ledger.claims[number]))
        vectors = embedder()([one.words for one in statements])
        one, other = statements
        chance = match(one, other, float(vectors[0] @ vectors[1]), decide, rarity).chance
        yield chance, pair["relation"] in TOGETHER


def _rarity(story: Story) -> Rarity:
    said = [
        (statement_of(report, claim), report.number)
        for report in story.reports.values()
        for claim in report.ledger.claims
    ]
    return Rarity.of([one for one, _ in said], [number for _, number in said])


def pairs_table(pairs: Sequence[tuple[float, bool]]) -> str:
    """Precision and recall of the pairs that are at least so likely to say the same.

    >>> print(pairs_table([(0.95, True), (0.35, False), (0.15, True)]).splitlines()[2])
    | 0.1 | 66.7 | 100.0 | 80.0 |
    """
    lines = ["| at least | precision | recall | F1 |", "| ---: | ---: | ---: | ---: |"]
    true = sum(right for _, right in pairs)
    for tenth in range(1, 10):
        found = [right for chance, right in pairs if chance >= tenth / 10]
        hit = sum(found)
        figures = (
            hit / max(1, len(found)),
            hit / max(1, true),
            2 * hit / max(1, len(found) + true),
        )
        lines.append(f"| {tenth / 10} | {' | '.join(f'{100 * one:.1f}' for one in figures)} |")
    return "\n".join(lines)


def b_cubed(true: Sequence[frozenset[Claimed]], found: Sequence[frozenset[Claimed]]) -> float:
    """B³ F1 over the claims that are in both.

    >>> a, b, c = (Claimed("x", n) for n in range(3))
    >>> b_cubed([frozenset({a, b}), frozenset({c})], [frozenset({a}), frozenset({b, c})])
    0.6666666666666666
    """
    of_true = {one: group for group in true for one in group}
    of_found = {one: group for group in found for one in group}
    both = of_true.keys() & of_found.keys()
    precision = recall = 0.0
    for one in both:
        mine, theirs = of_true[one] & both, of_found[one] & both
        precision += len(mine & theirs) / len(theirs) / len(both)
        recall += len(mine & theirs) / len(mine) / len(both)
    return 2 * precision * recall / (precision + recall) if both else 0.0


def groups_found(story: Story) -> tuple[float, int, int]:
    """B³ of the groups; how many of the members that the truth has were read as claims."""
    claimed, statements, numbers = [], [], []
    for file, report in story.reports.items():
        for number, claim in enumerate(report.ledger.claims):
            claimed.append(Claimed(file, number))
            statements.append(statement_of(report, claim))
            numbers.append(report.number)
    vectors = embedder()([one.words for one in statements])
    found = [
        frozenset(claimed[n] for n in group)
        for group in groups(statements, vectors, Decision.learned(), numbers)
    ]
    members = [[story.claim_at(one) for one in group["members"]]
               for group in story.truth["claim_groups"]]  # fmt: skip
    true = [frozenset(one for one in group if one is not None) for group in members]
    read = sum(one is not None for group in members for one in group)
    return b_cubed(true, found), read, sum(map(len, members))


def contradictions_found(story: Story) -> tuple[int, int, int]:
    """Of the pairs that were read: contradictions found rightly, found at all, and there."""
    hit = found = true = 0
    for pair in story.truth["pairs"]:
        sides = [story.claim_at(pair[side]) for side in ("a", "b")]
        places = [one for one in sides if one is not None]
        if len(places) < 2:
            continue
        (one, v), (other, w) = (
            story.said[report.number, report.ledger.claims[number].id]
            for report, number in ((story.reports[file], number) for file, number in places)
        )
        told = contradiction(one, other, float(v @ w)) is not None
        contradicts = pair["relation"] == "contradicts"
        hit, found, true = hit + (told and contradicts), found + told, true + contradicts
    return hit, found, true
