"""Propositions and the claims of reports → what reports say has happened, or will not.

In: propositions with the clauses that mean them, and `Report`s. Out: the propositions, each with
what is given of it. Only what a source is certain of counts: that something is so or has been, or
that it will not be; that it has not been yet leaves it open. Later reports override earlier ones.
A claim that holds a condition says nothing of either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from reportedly.ledger import Claim, Ledger, Spans
from reportedly.story.clauses import Clause, clause_of
from reportedly.story.conditional import Proposition
from reportedly.story.embedding import Vectors, embedder
from reportedly.story.propositions import nearness
from reportedly.story.report import Report

#: How near a claim has to be, on average, to what it tells of: nearer than two conditions that mean
#: the same, since a claim says more than one thing.
TELLS: Final = 1.35

#: What would be, or is wanted or feared, is not told.
_OPEN: Final = re.compile(
    r"\b(?:if|would|could|might|may|should|unless|whether|plan(?:s|ned)? to|want(?:s|ed)? to"
    r"|hopes? to|expected|asked|urged|demand(?:s|ed)?|need(?:s|ed)?|yet)\b",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    clause: Clause
    value: bool


def given(
    found: Sequence[Proposition],
    reports: Sequence[Report],
    clauses: Sequence[Clause],
    vectors: Vectors,
    groups: Sequence[Sequence[int]],
) -> Iterator[Proposition]:
    """The propositions with what reports say of them.

    Args:
        found: the propositions.
        reports: in the order in which they came.
        clauses: the sides of conditions.
        vectors: of these.
        groups: the clauses of each proposition, by their numbers.
    """
    told = [one for report in reports for one in _told(report)]
    if not told:
        yield from found
        return
    close = embedder()([one.clause.plain for one in told]) @ vectors.T
    for one, group in zip(found, groups, strict=True):
        flipped = one.mentions[0].negated != clauses[group[0]].negated
        for number, telling in enumerate(told):
            near = [nearness(telling.clause, clauses[n], close[number, n]) for n in group]
            if np.mean(near) >= TELLS:
                one = one._replace(  # noqa: PLW2901  # the last report decides
                    given=telling.value != flipped, told=telling.clause.quote
                )
        yield one


def _told(report: Report) -> Iterator[_Told]:
    """What a report is certain of, of what is or will not be."""
    ledger = report.ledger
    tied = [span for one in ledger.conditions
            for span in (*one.outcome_spans, *one.requirement_spans)]  # fmt: skip
    for claim in ledger.claims:
        if claim.certainty != "certain" or _touches(claim.spans, tied):
            continue
        clause = clause_of(report, claim.spans)
        positive = claim.polarity == "positive"
        happens = claim.time in {"past", "present"} if positive else claim.time == "future"
        if claim.polarity != "unknown" and happens and not _is_open(ledger, claim):
            yield _Told(clause, positive != clause.opposite)


def _is_open(ledger: Ledger, claim: Claim) -> bool:
    words = ledger.text_of(claim.spans)
    return _OPEN.search(words) is not None and claim.polarity == "positive"


def _touches(spans: Spans, others: Sequence[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)
