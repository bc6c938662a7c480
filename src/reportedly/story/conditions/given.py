"""Propositions and what else reports say → where they are mentioned, and what has happened.

In: propositions with the clauses that mean them, and `Report`s. Out: the propositions, each with
the claims and positions that mention it, and with what is given of it. Given is only what a source
is certain of: that something is so or has been, or that it will not be; that it has not been yet
leaves it open. Later reports override earlier ones. A claim that holds a condition says nothing of
either side. What somebody did by saying it ("published a map") is told by the attribution.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from reportedly.ledger import Claim, Span, Spans
from reportedly.story.conditions.clauses import Clause, clause_of
from reportedly.story.conditions.conditional import Mention, Proposition, Value
from reportedly.story.conditions.nearby import Nearby
from reportedly.story.conditions.propositions import nearness
from reportedly.story.embedding import Vectors, embedder
from reportedly.story.report import Report
from reportedly.story.words.families import agreement, overlap

#: How near a claim has to be, on average, to what it tells of: nearer than two conditions that mean
#: the same, since a claim says more than one thing.
TELLS: Final = 1.35

#: No two vectors are closer.
CLOSEST: Final = 1.0

#: What would be, or is wanted or feared, is not told.
_OPEN: Final = re.compile(
    r"\b(?:if|would|could|might|may|should|unless|whether|plan(?:s|ned)? to|want(?:s|ed)? to"
    r"|hopes? to|expected|asked|urged|demand(?:s|ed)?|need(?:s|ed)?|yet)\b",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    """What a report says besides its conditions.

    ``value`` is what it is certain of, if it is; ``cue`` where the words stand that tell somebody's
    act.
    """

    clause: Clause
    negated: bool
    value: Value
    cue: Spans | None = None

    def is_about(self, report: Report, other: Clause) -> bool:
        """Whether it can be about another clause: an act only about what names the act itself."""
        return self.cue is None or overlap(clause_of(report, self.cue).core, other.core) == 1


def given(
    found: Sequence[Proposition],
    reports: Sequence[Report],
    clauses: Sequence[Clause],
    vectors: Vectors,
    groups: Sequence[Sequence[int]],
) -> Iterator[Proposition]:
    """The propositions with what reports say of them besides.

    Args:
        found: the propositions.
        reports: in the order in which they came.
        clauses: the sides of conditions.
        vectors: of these.
        groups: the clauses of each proposition, by their numbers.
    """
    near: list[list[_Said]] = [[] for _ in groups]
    for saying, places in _maybe(reports, clauses, groups):
        vector = embedder().vector(saying.clause.plain)
        for place in places:
            close = (vectors[list(groups[place])] @ vector).tolist()
            if _nearness(saying.clause, [clauses[n] for n in groups[place]], close) >= TELLS:
                near[place].append(saying)
    for one, group, own in zip(found, groups, near, strict=True):
        flipped = one.mentions[0].negated != clauses[group[0]].negated
        yield _with(one, own, flipped)


def _maybe(
    reports: Sequence[Report], clauses: Sequence[Clause], groups: Sequence[Sequence[int]]
) -> Iterator[tuple[_Said, list[int]]]:
    """What reports say, and the groups that it tells of if its vector is close to theirs."""
    known = Nearby()
    for clause in clauses:
        known.add(clause.core)
    group_of = {number: place for place, group in enumerate(groups) for number in group}
    for report in reports:
        for saying in _said(report):
            core = saying.clause.core
            most: defaultdict[int, float] = defaultdict(float)
            for number, shared in known.shared(core).items():
                all_ = len(core) + len(clauses[number].core)
                most[group_of[number]] += min(1.0, 2 * shared / all_)
            places = [
                place
                for place in sorted(most)
                if most[place] >= (TELLS - CLOSEST) * len(groups[place])
                and saying.is_about(report, clauses[groups[place][0]])
                and _may_be_near(saying.clause, [clauses[n] for n in groups[place]])
            ]
            if places:
                yield saying, places


def _may_be_near(clause: Clause, group: Sequence[Clause]) -> bool:
    return _nearness(clause, group, [CLOSEST] * len(group)) >= TELLS


def _nearness(clause: Clause, group: Sequence[Clause], close: Sequence[float]) -> float:
    """How near a clause is to those of a group, on average."""
    pairs = zip(group, close, strict=True)
    return sum(nearness(clause, one, each, agreement) for one, each in pairs) / len(group)


def _with(one: Proposition, said: Sequence[_Said], flipped: bool) -> Proposition:
    mentions = tuple(Mention(saying.clause.quote, saying.negated != flipped) for saying in said)
    last = next((saying for saying in reversed(said) if saying.value is not None), None)
    return msgspec.structs.replace(
        one,
        mentions=(*one.mentions, *mentions),
        given=None if last is None else last.value != flipped,
        told=None if last is None else last.clause.quote,
    )


def _said(report: Report) -> Iterator[_Said]:
    """The claims, positions and acts of a report that hold no condition."""
    ledger = report.ledger
    tied = [span for one in ledger.conditions
            for span in (*one.outcome_spans, *one.requirement_spans)]  # fmt: skip
    for claim in ledger.claims:
        if _touches(claim.spans, tied):
            continue
        clause = clause_of(report, claim.spans)
        unsaid = claim.polarity == "unknown"
        denied = clause.denied if unsaid else claim.polarity == "negative"
        negated = denied != clause.opposite
        yield _Said(clause, negated, not negated if _is_told(claim, clause) else None)
    for position in ledger.positions:
        if not _touches(position.target_spans, tied):
            clause = clause_of(report, position.target_spans)
            yield _Said(clause, clause.negated, None)
    for act in ledger.attributions:
        spans = _joined(report.text, (*act.source_spans, *act.cue_spans, *act.content_spans))
        if act.negated or _OPEN.search(ledger.text_of(spans)):
            continue
        clause = clause_of(report, spans)
        if not clause.denied:
            yield _Said(clause, clause.opposite, not clause.opposite, act.cue_spans)


def _is_told(claim: Claim, clause: Clause) -> bool:
    """Whether a claim tells that something is, has been or never will be.

    What will not be by some day may be later.
    """
    if claim.certainty != "certain":
        return False
    if claim.polarity == "negative":
        return claim.time == "future" and not claim.dates
    happens = claim.polarity == "positive" and claim.time in {"past", "present"}
    return happens and not _OPEN.search(clause.quote.words)


def _joined(text: str, spans: Spans) -> Spans:
    """Spans in order, with nothing but space between them as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _touches(spans: Spans, others: Sequence[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)
