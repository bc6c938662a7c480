"""Conditions of a report → what is needed for what, with signs.

In: a `Report` and what the sides of a condition say. Out: whether the requirement is needed or is
one way among others, and whether it or its opposite is meant. What the words mean:

- "O if R": R is enough for O, one way among others that reports name. If O is denied ("no O if R"),
  the opposite of R is necessary for O.
- "O only if R", "O requires R", "no O without R": R is necessary for O.
- "no O unless R", "no O until R": R is necessary for O. If O is not denied ("O unless R"), the
  opposite of R is enough for O.

What is enough on its own and is the only way that is named counts like what is necessary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from reportedly.ledger import OUTLET, Condition, Span
from reportedly.story.conditions.clauses import Clause, clause_of
from reportedly.story.conditions.conditional import Link
from reportedly.story.quotes import Quote
from reportedly.story.report import Report

#: Cues by which the requirement is necessary, whatever relation the ledger gives them.
_ONLY: Final = re.compile(r"\bonly\b", re.IGNORECASE)
_WITHOUT: Final = re.compile(r"\bwithout\b", re.IGNORECASE)

#: What asks or orders hangs on nothing: "why is it for sale if …".
_QUESTION: Final = re.compile(r"(?:\w+ )?(?:why|how|what|who|whom|which|whether)\b", re.IGNORECASE)

#: "It" and "everything" stand for too much to be told from what else they stand for.
_VAGUE: Final = re.compile(
    r"(?:(?:it|this|that|everything|anything|something)(?! \w+ed\b)(?= (?:is|are|was|ever|not|"
    r"lasts?|comes?|goes|happens|fails|works|will|would)\b)|(?:is|are|was|were|would|will) )",
    re.IGNORECASE,
)


class Pair(NamedTuple):
    """A condition of a report, with what both of its sides say."""

    report: Report
    condition: Condition
    outcome: Clause
    requirement: Clause


class Sense(NamedTuple):
    """Whether what is required is necessary, or one way; and whether its opposite is meant."""

    necessary: bool
    opposite: bool


def pairs_of(report: Report) -> Iterator[Pair]:
    """The conditions of a report whose both sides say something that may be so."""
    for condition in report.ledger.conditions:
        sides = [clause_of(report, condition.outcome_spans),
                 clause_of(report, condition.requirement_spans)]  # fmt: skip
        if all(map(_may_be_so, sides)) and " " in sides[0].quote.words:
            yield Pair(report, condition, *sides)


def _may_be_so(clause: Clause) -> bool:
    words = clause.quote.words
    says = clause.core or clause.names or clause.denied
    return bool(says) and not _QUESTION.match(words) and not _VAGUE.match(words)


def sense_of(relation: str, cue: str, no_outcome: bool, no_requirement: bool) -> Sense:
    """What a condition means for what its sides are about.

    Args:
        relation: as the ledger has it.
        cue: the words that tie the sides together.
        no_outcome: whether the outcome's words deny what they are about.
        no_requirement: whether the requirement's do.

    >>> sense_of("if", "if", no_outcome=True, no_requirement=True)  # no ice, no ferry
    Sense(necessary=True, opposite=False)
    >>> sense_of("unless", "unless", no_outcome=False, no_requirement=False)
    Sense(necessary=False, opposite=True)
    """
    if relation in {"unless", "until"}:
        needed = no_outcome
        return Sense(needed, no_requirement if needed else not no_requirement)
    if relation == "requires" or _ONLY.search(cue):
        if no_outcome and not _WITHOUT.search(cue):
            return Sense(False, not no_requirement)
        return Sense(True, no_requirement)
    return Sense(no_outcome, not no_requirement if no_outcome else no_requirement)


def link_of(pair: Pair, outcome: tuple[str, bool], requirement: tuple[str, bool]) -> Link:
    """The link that a condition tells of.

    Args:
        pair: the condition.
        outcome: the id of the proposition, and whether the words deny it.
        requirement: likewise.
    """
    condition = pair.condition
    ledger = pair.report.ledger
    cue = ledger.text_of(condition.cue_spans)
    sense = sense_of(condition.relation, cue, outcome[1], requirement[1])
    only = condition.relation == "if" and _ONLY.search(cue)
    return Link(
        outcome=outcome[0],
        requirement=requirement[0],
        relation="only if" if only else condition.relation,
        negated=sense.opposite,
        alternative=None if sense.necessary else outcome[0],
        chain=_chain(pair),
        quote=_quote(pair),
    )


def _chain(pair: Pair) -> tuple[str, ...]:
    """Who says so: the names of the outlet and of all behind it."""
    ledger = pair.report.ledger
    names = {actor.id: actor.name for actor in ledger.actors}
    names[OUTLET] = pair.report.outlet or names.get(OUTLET, "")
    chains = {entry.id: entry.chain for entry in ledger.claims}
    chains |= {entry.id: entry.chain for entry in ledger.attributions}
    own = (pair.condition.attribution, pair.condition.claim)
    chain = next((chains[key] for key in own if key in chains), (OUTLET,))
    return tuple(name for link in chain if (name := names.get(link)))


def _quote(pair: Pair) -> Quote:
    """All words of a condition, from the first to the last."""
    condition = pair.condition
    spans = (*condition.outcome_spans, *condition.requirement_spans, *condition.cue_spans)
    whole: Span = (min(start for start, _ in spans), max(end for _, end in spans))
    return Quote(pair.report.number, (whole,), pair.report.text[slice(*whole)])


def settled(links: Sequence[Link]) -> list[Link]:
    """Links of which those are alternatives no longer that are also said to be necessary."""
    necessary = {
        (link.outcome, link.requirement, link.negated) for link in links if not link.alternative
    }
    return [
        msgspec.structs.replace(link, alternative=None)
        if (link.outcome, link.requirement, link.negated) in necessary
        else link
        for link in links
    ]
