"""Several reports → what cannot all be true: conflicts, each with both sides.

In: `Report`s, `Bearer`s and groups of claims that say the same. Out: `Conflict`s: numbers and dates
of one thing that differ between sources, denial against assertion, opposite positions of one actor
at about the same time. Each has both sides' words with their chains; the surest come first. What
somebody later revised is a shift, and no conflict with what was said before (`shifts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple

from reportedly.story.actors.bearers import Bearer
from reportedly.story.changes.counts import Count, counted, differing
from reportedly.story.changes.denials import denied
from reportedly.story.changes.plans import Dated, apart, plans
from reportedly.story.changes.proposals import Held, histories, opposed
from reportedly.story.changes.sayings import Saying, Voices, near, saying_of, versions
from reportedly.story.changes.shifts import revised
from reportedly.story.claims.roots import Instance
from reportedly.story.report import Report
from reportedly.story.words.wording import ALIKE, likeness

Kind = Literal["number", "date", "denial", "position"]

#: So many days at most lie between what is said at about the same time.
SAME_TIME: Final = 3


class Conflict(NamedTuple):
    """Two sides that cannot both be right, the earlier report's first.

    ``about`` says in a few words what differs ("38 million / 52 million"); ``others`` are further
    words on the same question.
    """

    kind: Kind
    about: str
    one: Saying
    other: Saying
    others: tuple[Saying, ...]
    confidence: float

    @property
    def explanation(self) -> str:
        """What is at odds, in one sentence."""
        words = {
            "number": "Two numbers of one thing",
            "date": "Two dates of one plan",
            "denial": "Asserted by one and denied by the other",
            "position": "Opposite positions of one actor at about the same time",
        }[self.kind]
        sides = (
            f"“{side.words}” ({' ← '.join(side.names)}, {side.day or 'day unknown'})"
            for side in (self.one, self.other)
        )
        return f"{words} ({self.about}): {' against '.join(sides)}."


def conflicts(
    reports: Sequence[Report],
    bearers: Sequence[Bearer],
    groups: Iterable[Sequence[Instance]] = (),
    positions: Sequence[Sequence[Held]] | None = None,
    counts: Sequence[Sequence[Count]] | None = None,
) -> list[Conflict]:
    """What is at odds in a story, the surest first.

    Args:
        reports: all reports.
        bearers: who is who across them.
        groups: claims that say the same, if they are known.
        positions: the histories of all actors, if they are at hand; else they are looked for.
        counts: what the reports count, in the same way.
    """
    voices = Voices(bearers)
    own = histories(reports, voices) if positions is None else positions
    same = counted(reports) if counts is None else counts
    found = [
        *(one for group in same for one in _numbers(group, voices)),
        *_dates(plans(reports), voices),
        *(
            Conflict("denial", "denied", one.assertion, one.denial, (), one.sure)
            for one in denied(reports, voices, groups)
        ),
        *(one for history in own for one in _positions(history, voices)),
    ]
    return sorted(found, key=lambda one: (-one.confidence, one.other.report.order))


def _numbers(group: Sequence[Count], voices: Voices) -> Iterator[Conflict]:
    """The first disagreement about a number, with all later ones beside it."""
    given_up: dict[frozenset[str], tuple[str, int]] = {}
    for shift in revised([group], voices):
        given_up[frozenset(shift.change.split(" → "))] = shift.after.report.order
    pairs = [
        (one, other)
        for one, other in differing(group)
        if not _one_voice(one, other, voices)
        and not _settled(other, given_up.get(frozenset((one.given, other.given))))
    ]
    if pairs:
        one, other = pairs[0]
        others = {
            count.report.number: saying_of(count.report, count.claim)
            for pair in pairs
            for count in pair
            if count.report.number not in {one.report.number, other.report.number}
        }
        yield Conflict(
            "number",
            f"{one.given} / {other.given}",
            saying_of(one.report, one.claim),
            saying_of(other.report, other.claim),
            tuple(others.values()),
            0.6 * likeness(one.wording, other.wording) + 0.35,
        )


def _settled(count: Count, revision: tuple[str, int] | None) -> bool:
    """Whether a report came when one of two numbers had been given up for the other."""
    return revision is not None and revision <= count.report.order


def _one_voice(one: Count, other: Count, voices: Voices) -> bool:
    """Whether two counts are one source's, so that the later one revises the other."""
    if versions(one.report, other.report):
        return True
    holders = voices.holders(one.report, one.claim)
    return bool(holders & voices.holders(other.report, other.claim))


def _dates(planned: Sequence[Dated], voices: Voices) -> Iterator[Conflict]:
    """Plans that two sources date differently, while neither has moved its own."""
    seen = set()
    for one, other in combinations([one for one in planned if one.firm], 2):
        if len(one.wording.content & other.wording.content) < 2 or not apart(one, other):
            continue
        if versions(one.report, other.report) or one.report.number == other.report.number:
            continue
        alike = likeness(one.wording, other.wording)
        if alike < ALIKE:
            continue
        if voices.holders(one.report, one.claim) & voices.holders(other.report, other.claim):
            continue
        before, after = (saying_of(side.report, side.claim) for side in (one, other))
        key = frozenset((one.since, other.since))
        if key in seen or not near(before.day, after.day, SAME_TIME):
            continue  # a plan that others tell later for another date may have moved
        seen.add(key)
        about = f"{one.since} / {other.since}"
        yield Conflict("date", about, before, after, (), 0.3 + 0.5 * alike)


def _positions(history: Sequence[Held], voices: Voices) -> Iterator[Conflict]:
    for one, other in opposed(history, SAME_TIME):
        about = f"{one.stance} / {other.stance}"
        who = voices.name(one.saying.report, one.actor)
        sure = min(one.confidence, other.confidence)
        yield Conflict("position", f"{who}: {about}", one.saying, other.saying, (), sure)
