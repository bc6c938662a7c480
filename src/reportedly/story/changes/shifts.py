"""Several reports → what changed from one day to another: shifts.

In: `Report`s, `Bearer`s, and groups of claims that say the same. Out: `Shift`s: a number revised, a
plan delayed, a claim confirmed or toned down, an actor's stance that is another one now. Each has
the words before and after, as spans, and a sentence that explains it; the surest come first.

A number is revised, and a plan moved, only by whoever gave it before: by the same actor, in a later
version of the same page, or by words that name the old value with the new one ("47, and not 38").
Where others give another number it is a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from reportedly.ledger import OUTLET
from reportedly.story.actors.bearers import Bearer
from reportedly.story.changes.counts import Count, counted, differing
from reportedly.story.changes.firmness import Firmed, firmed
from reportedly.story.changes.plans import Moved, moved
from reportedly.story.changes.proposals import Held, Turned, turns
from reportedly.story.changes.sayings import Saying, Voices, saying_of, versions
from reportedly.story.claims.roots import Instance
from reportedly.story.report import Report
from reportedly.story.words.numbers import numbers
from reportedly.story.words.wording import likeness

Kind = Literal["position", "certainty", "delay", "number"]

#: What stands before a number that is given up for another (the corrections of newspapers).
GIVEN_UP: Final = "not|down from|up from|instead of|rather than|previously|earlier"
_GIVEN_UP: Final = re.compile(
    rf"\b(?:{GIVEN_UP})(?: the| its| an?)?(?: figure of)?\s+$", re.IGNORECASE
)


class Shift(NamedTuple):
    """Something that changed: who changed it, and its words before and after.

    ``actor`` is the fullest name of whoever the later words come from, and ``change`` what changed
    ("38 million → 47 million", "intends → opposes").
    """

    kind: Kind
    actor: str
    change: str
    before: Saying
    after: Saying
    confidence: float

    @property
    def explanation(self) -> str:
        """What changed, in one sentence."""
        words = {
            "position": "changed position on this",
            "certainty": "tells this with another certainty",
            "delay": "moved this",
            "number": "revised this number",
        }[self.kind]
        days = f"between {self.before.day or 'an unknown day'} and {self.after.day or 'later'}"
        if versions(self.before.report, self.after.report):
            days += ", in another version of the same page"
        return (
            f"{self.actor} {words} {days} ({self.change}): “{self.before.words}” "
            f"({self.before.names[0]}), then “{self.after.words}” ({self.after.names[0]})."
        )


def shifts(
    reports: Sequence[Report],
    bearers: Sequence[Bearer],
    groups: Iterable[Sequence[Instance]] = (),
    positions: Sequence[Sequence[Held]] | None = None,
    counts: Sequence[Sequence[Count]] | None = None,
) -> list[Shift]:
    """What changed in a story, the surest first.

    Args:
        reports: all reports.
        bearers: who is who across them.
        groups: claims that say the same, if they are known.
        positions: the histories of all actors, if they are at hand; else they are looked for.
        counts: what the reports count, in the same way.
    """
    voices = Voices(bearers)
    found = [
        *revised(counted(reports) if counts is None else counts, voices),
        *(_delayed(one, voices) for one in moved(reports, voices)),
        *(_firmed(one, voices) for one in firmed(reports, voices, groups)),
        *(_turned(one, voices) for one in turns(reports, voices, positions)),
    ]
    return sorted(found, key=lambda one: (-one.confidence, one.after.report.order))


def revised(groups: Iterable[Sequence[Count]], voices: Voices) -> Iterator[Shift]:
    """Numbers that were given up for others: one shift for each two values of one thing."""
    for group in groups:
        seen = set()
        for one, other in differing(group):
            sure = _gives_up(one, other, voices)
            if not sure or (one.value, other.value) in seen:
                continue
            seen.add((one.value, other.value))
            before = saying_of(one.report, one.claim)
            after = saying_of(other.report, other.claim)
            alike = likeness(one.wording, other.wording)
            change = f"{one.given} → {other.given}"
            confidence = min(1.0, sure * (0.6 + 0.4 * alike))
            yield Shift("number", _who(before, after, voices), change, before, after, confidence)


def _gives_up(one: Count, other: Count, voices: Voices) -> float:
    """How sure it is that the later number is meant to take the place of the earlier one."""
    if versions(one.report, other.report):
        return 0.95
    if _names(other, one.value):
        return 0.9
    holders = voices.holders(one.report, one.claim)
    if holders & voices.holders(other.report, other.claim):
        # Nobody gives two numbers of one thing on one day and means to revise the first.
        early = saying_of(one.report, one.claim).day
        late = saying_of(other.report, other.claim).day
        return 0.8 if early < late else 0.0
    return 0.0


def _names(count: Count, value: float) -> bool:
    """Whether the sentence of a number tells another one as what it was before."""
    report = count.report
    start, end = report.sentence_at(count.span[0])
    return any(
        number.value == value
        and _GIVEN_UP.search(report.text[start : start + number.span[0]]) is not None
        for number in numbers(report.text[start:end])
    )


def _who(before: Saying, after: Saying, voices: Voices) -> str:
    """Whose change it is: of a page that was edited its outlet's, else that of the later source."""
    edited = versions(before.report, after.report)
    return voices.name(after.report, OUTLET if edited else after.chain[-1])


def _delayed(one: Moved, voices: Voices) -> Shift:
    who = _who(one.before, one.after, voices)
    return Shift("delay", who, one.change, one.before, one.after, one.sure)


def _firmed(one: Firmed, voices: Voices) -> Shift:
    who = _who(one.before, one.after, voices)
    return Shift("certainty", who, one.change, one.before, one.after, one.sure)


def _turned(one: Turned, voices: Voices) -> Shift:
    who = voices.name(one.before.saying.report, one.before.actor)
    change = f"{one.before.stance} → {one.after.stance}"
    return Shift("position", who, change, one.before.saying, one.after.saying, one.sure)
