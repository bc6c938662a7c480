"""Claims of several reports → which of them say the same.

In: statements and their vectors. Out: for two of them a `Match`, with what spoke for and against
it; for all of them, groups. What counts, and how much, was learned from pairs that people compared
and from affairs that were written for it (``docs/pairs.md``): claims that are the same, or of which
one follows from the other, belong to one group.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from reportedly.story.claims.candidates import Pair, candidates
from reportedly.story.claims.clustering import Link, clustered
from reportedly.story.claims.evidence import Evidence, Rarity, evidence
from reportedly.story.embedding import MODELS, Vectors
from reportedly.story.words.statements import Statement

#: A claim joins a group if it is this likely to say the same as the rest of it, on average. Chosen
#: on the written affairs, each grouped by a decision that was learned from the others
#: (`python -m training.matching`).
JOINS: Final = 0.2


#: Less likely pairs count as unlike: they are most of all, and change no average by much.
UNLIKE: Final = 0.05


class Decision(msgspec.Struct, frozen=True):
    """How much each piece of evidence weighs: a logistic regression."""

    weights: tuple[float, ...]
    intercept: float

    @classmethod
    @cache
    def learned(cls) -> Decision:
        """What was learned from compared pairs."""
        return msgspec.json.decode((MODELS / "sentences" / "weights.json").read_bytes(), type=cls)

    def __call__(self, found: Evidence) -> float:
        """The chance that two claims say the same.

        >>> Decision((1.0,) * len(Evidence._fields), 0.0)(Evidence(0, 0, 0, 0, 0, 0))
        0.5
        """
        score = self.intercept + sum(w * x for w, x in zip(self.weights, found, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def shares(self, found: Evidence) -> dict[str, float]:
        """How much each piece of evidence spoke for the two being the same, in log-odds."""
        parts = zip(Evidence._fields, self.weights, found, strict=True)
        return {name: weight * value for name, weight, value in parts}


class Match(NamedTuple):
    """How likely it is that two claims say the same, and why."""

    chance: float
    evidence: Evidence


#: What is said of evidence of at least so much, for two claims being the same and against it.
FOR: Final[dict[str, tuple[tuple[float, str], ...]]] = {
    "closeness": ((0.8, "they mean nearly the same"), (0.55, "they mean much the same")),
    "words": ((0.95, "their words are the same"), (0.35, "they share words that few reports have")),
    "sentences": ((0.35, "their sentences share such words"),),
    "numbers": ((1.0, "their numbers are the same"), (0.01, "they share a number")),
}
AGAINST: Final = {
    "other_number": "they give another number for the same thing",
    "denied": "only one of them is denied",
}


def because(match: Match) -> str:
    """Why two claims count as the same or not, in one sentence.

    >>> because(Match(0.93, Evidence(0.86, 0.5, 0.4, 1.0, 0.0, 0.0)))
    'The same at 93 %: they mean nearly the same, they share words that few reports have, their
    sentences share such words and their numbers are the same.'
    >>> because(Match(0.3, Evidence(0.86, 0.2, 0.1, 0.0, 1.0, 0.0)))
    'The same at 30 %: they mean nearly the same; but they give another number for the same thing.'
    """
    found = match.evidence._asdict()
    speaks = [
        next(words for least, words in grades if found[name] >= least)
        for name, grades in FOR.items()
        if found[name] >= grades[-1][0]
    ]
    against = [words for name, words in AGAINST.items() if found[name]]
    for_ = _listed(speaks) if speaks else "they have little in common"
    but = f"; but {_listed(against)}" if against else ""
    return f"The same at {100 * match.chance:.0f} %: {for_}{but}."


def _listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def match(
    one: Statement,
    other: Statement,
    closeness: float,
    decide: Decision,
    rarity: Rarity | None = None,
) -> Match:
    """How likely two statements are to say the same."""
    found = evidence(one, other, closeness, rarity)
    return Match(decide(found), found)


def groups(
    statements: Sequence[Statement],
    vectors: Vectors,
    decide: Decision,
    reports: Sequence[int],
    pairs: Iterable[Pair] | None = None,
) -> list[list[int]]:
    """Statements that say the same, together; each in one group, most in one of its own.

    Args:
        statements: of all reports.
        vectors: theirs, in the same order.
        decide: how evidence becomes a chance.
        reports: the report of each; one report's claims are never compared with each other, as it
            would not say the same twice.
        pairs: the `candidates` among them, if they are at hand.
    """
    rarity = Rarity.of(statements, reports)
    links = (
        Link(i, j, match(statements[i], statements[j], closeness, decide, rarity).chance)
        for i, j, closeness in pairs or candidates(statements, vectors, reports)
    )
    return clustered(reports, [link for link in links if link.chance >= UNLIKE], JOINS)
