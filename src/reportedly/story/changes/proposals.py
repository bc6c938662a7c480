"""Several reports → who stands where towards which proposal, and since when.

In: `Report`s and `Voices`. Out: histories of `Held`s: those of one actor on one proposal, in the
order of the reports; and from them the turns. A proposal is the same where the words for it are
alike. Besides the positions of the ledgers, two more entries show a stand: who says that something
hangs on something else is conditional about it, and who would not say anything about it withholds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple

from reportedly.ledger import Spans, Stance
from reportedly.story.changes.sayings import (
    Saying,
    Voices,
    actor_of,
    attribution_of,
    day_of,
    in_order,
    near,
)
from reportedly.story.report import Report
from reportedly.story.words.wording import ALIKE, Wording, likeness, wordings

Side = Literal["for", "against", "open"]

#: On which side a stance is. A request is for what it asks; who warns may be on either side.
SIDES: Final[dict[Stance, Side]] = {
    "proposes": "for", "supports": "for", "requests": "for", "offers": "for", "intends": "for",
    "opposes": "against", "doubts": "against", "reluctant": "against",
    "conditional": "open", "undecided": "open", "mixed": "open", "withholds": "open",
}  # fmt: skip


#: Turns and opposed stands below this confidence are mostly misread: of the seven that the dev
#: articles of PolNeAR gave without it, one was right, and that one alone is above.
SURE_ENOUGH: Final = 0.4


class Held(NamedTuple):
    """Where an actor of a report stands towards a proposal.

    ``saying`` are the words that show it, ``target`` those that name the proposal.
    """

    actor: str
    stance: Stance
    saying: Saying
    target: Spans
    wording: Wording
    confidence: float

    @property
    def side(self) -> Side | None:
        """For, against or open; none for a warning."""
        return SIDES.get(self.stance)


class Turned(NamedTuple):
    """A stand that an actor gave up for another one."""

    before: Held
    after: Held
    sure: float


_Found = tuple[Report, str, Stance, Spans, Spans, str | None, float]


def histories(reports: Sequence[Report], voices: Voices) -> list[list[Held]]:
    """The stands of each actor on each proposal, in the order of the reports."""
    found = [one for report in in_order(reports) for one in _stands(report)]
    texts = [report.ledger.text_of(target) for report, _, _, target, *_ in found]
    of_actor: defaultdict[str, list[list[Held]]] = defaultdict(list)
    for one, wording in zip(found, wordings(texts), strict=True):
        report, actor, stance, target, evidence, attribution, confidence = one
        chain = _chain(report, attribution)
        saying = Saying(report, evidence or target, chain, day_of(report, attribution))
        stand = Held(actor, stance, saying, target, wording, confidence)
        own = of_actor[voices.key(report, actor)]
        near = (history for history in own if any(_same(stand, other) for other in history))
        history = next(near, None)
        if history is None:
            own.append([stand])
        else:
            history.append(stand)
    return [history for own in of_actor.values() for history in own]


def _stands(report: Report) -> Iterator[_Found]:
    ledger = report.ledger
    for held in ledger.positions:
        yield (report, held.actor, held.stance, held.target_spans, held.evidence_spans,
               held.attribution, held.confidence)  # fmt: skip
    for hangs in ledger.conditions:
        said = attribution_of(report, hangs.attribution) or attribution_of(
            report, next((one.attribution for one in ledger.claims if one.id == hangs.claim), None)
        )
        if said is not None and said.source is not None and _own(report, hangs.outcome_spans):
            words = (*hangs.outcome_spans, *hangs.requirement_spans)
            yield (report, said.source, "conditional", hangs.outcome_spans, tuple(sorted(words)),
                   said.id, hangs.confidence)  # fmt: skip
    for act in ledger.attributions:
        if act.negated and act.act == "statement" and act.source and act.content_spans:
            words = (*act.cue_spans, *act.content_spans)
            yield (report, act.source, "withholds", act.content_spans, tuple(sorted(words)),
                   act.id, act.confidence)  # fmt: skip


def _own(report: Report, outcome: Spans) -> bool:
    """Whether an outcome is something that the speaker decides on: "I can live with a ban, if"."""
    first = report.ledger.text_of(outcome).lower().split()[:1]
    return first in (["i"], ["we"])


def _chain(report: Report, attribution: str | None) -> tuple[str, ...]:
    found = attribution_of(report, attribution)
    return (found.chain if found else ()) or ("A0",)


def _same(one: Held, other: Held) -> bool:
    common = one.wording.content & other.wording.content
    return len(common) > 1 and likeness(one.wording, other.wording) >= ALIKE


def turns(
    reports: Sequence[Report],
    voices: Voices,
    positions: Sequence[Sequence[Held]] | None = None,
) -> Iterator[Turned]:
    """Stands that were given up, each history's turns in order.

    What others tell of an actor on the same day is no turn.
    """
    for history in histories(reports, voices) if positions is None else positions:
        last: Held | None = None
        for stand in history:
            if stand.side is None:
                continue
            if last is not None and stand.side != last.side and last.saying.day < stand.saying.day:
                alike = likeness(last.wording, stand.wording)
                sure = alike * max(last.confidence, stand.confidence)
                if sure >= SURE_ENOUGH:
                    yield Turned(last, stand, sure)
            last = stand


def opposed(history: Sequence[Held], days: int) -> Iterator[tuple[Held, Held]]:
    """Two stands for and against, by different reports at about the same time.

    Args:
        history: of one actor on one proposal.
        days: how many days at most lie between what is about the same time.
    """
    for one, other in combinations(history, 2):
        if {one.side, other.side} != {"for", "against"}:
            continue
        if one.saying.report.number == other.saying.report.number:
            continue
        if min(one.confidence, other.confidence) < SURE_ENOUGH:
            continue
        if near(one.saying.day, other.saying.day, days) and not _both_own(one, other):
            yield one, other


def _both_own(one: Held, other: Held) -> bool:
    """Whether the actor says both in its own words, and so has changed its mind."""
    return all(side.saying.chain[-1] == side.actor and _direct(side) for side in (one, other))


def _direct(stand: Held) -> bool:
    report = stand.saying.report
    return actor_of(report, stand.actor) is not None and report.quoted(stand.saying.spans[0])
