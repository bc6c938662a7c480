"""A claim or position of a report → what can be set against another one: who, when, which words.

In: `Report`s, `Bearer`s and entries of ledgers. Out: `Saying`s, and `Voices`, which knows which
actors of different reports are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from reportedly.ledger import OUTLET, Actor, Attribution, Chain, Claim, Spans
from reportedly.story.actors.bearers import Bearer, Member
from reportedly.story.claims.roots import Instance
from reportedly.story.report import Report


class Saying(NamedTuple):
    """Words of a report, and who vouches for them.

    ``chain`` has ids of the report's actors, from the outlet to the source; ``day`` is the day on
    which it was said, as far as the report tells, else that of its publication; empty if unknown.
    """

    report: Report
    spans: Spans
    chain: Chain
    day: str

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.report.ledger.text_of(self.spans)

    @property
    def place(self) -> tuple[int, Spans]:
        """The number of the report, and where the words stand in it."""
        return self.report.number, self.spans

    @property
    def names(self) -> tuple[str, ...]:
        """The chain, in the report's own words."""
        return tuple(name_of(self.report, link) for link in self.chain)


def saying_of(report: Report, claim: Claim) -> Saying:
    """A claim, with its chain and the day on which it was said."""
    return Saying(report, claim.spans, claim.chain or (OUTLET,), day_of(report, claim.attribution))


def day_of(report: Report, attribution: str | None) -> str:
    """The day on which something was said, if one is given; else that of publication."""
    published = report.ledger.article.published or ""
    found = attribution_of(report, attribution)
    for told in found.dates if found else ():
        if told.start and told.start == told.end and told.start <= published:
            return told.start
    return published


def attribution_of(report: Report, wanted: str | None) -> Attribution | None:
    """The attribution with an id."""
    return report.attributions.get(wanted or "")


def actor_of(report: Report, wanted: str) -> Actor | None:
    """The actor with an id."""
    return report.actors.get(wanted)


def name_of(report: Report, actor: str) -> str:
    """What a report calls an actor; its outlet has the name that it is published under."""
    if actor == OUTLET and report.outlet:
        return report.outlet
    found = actor_of(report, actor)
    return (found.name if found else "") or "the outlet itself"


def versions(one: Report, other: Report) -> bool:
    """Whether two reports are versions of one page."""
    return bool(one.ledger.article.url) and one.ledger.article.url == other.ledger.article.url


def near(one: str, other: str, days: int) -> bool:
    """Whether at most so many days lie between two; not if one of them is unknown.

    >>> near("2025-05-30", "2025-06-01", 2), near("2025-05-30", "", 2)
    (True, False)
    """
    if not (one and other):
        return False
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days) <= days


@dataclass(frozen=True)
class Voices:
    """Who is who across reports.

    Args:
        bearers: everybody with a name.
    """

    bearers: Sequence[Bearer]

    @cached_property
    def _known(self) -> Mapping[Member, int]:
        return {member: n for n, one in enumerate(self.bearers) for member in one.members}

    def key(self, report: Report, actor: str) -> str:
        """What is the same for the same actor of any report; the nameless have one a report."""
        known = self._known.get(Member(report.number, actor))
        return f"{report.number}: {actor}" if known is None else str(known)

    def name(self, report: Report, actor: str) -> str:
        """The fullest name of an actor."""
        known = self._known.get(Member(report.number, actor))
        return name_of(report, actor) if known is None else self.bearers[known].name

    def holders(self, report: Report, claim: Claim) -> frozenset[str]:
        """Who holds a claim: whoever says it, and whose position it tells."""
        source = (claim.chain or (OUTLET,))[-1]
        held = (one.actor for one in report.ledger.positions if one.claim == claim.id)
        return frozenset(self.key(report, actor) for actor in (source, *held))

    def vouchers(self, saying: Saying) -> frozenset[str]:
        """Everybody through whom words came."""
        return frozenset(self.key(saying.report, link) for link in saying.chain)


def group_of(groups: Iterable[Sequence[Instance]]) -> dict[tuple[int, str], int]:
    """The number of the group of each claim, by its report's number and its id."""
    return {
        (one.report.number, one.claim.id): number
        for number, group in enumerate(groups)
        for one in group
    }


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Reports as they came."""
    return sorted(reports, key=lambda report: report.order)
