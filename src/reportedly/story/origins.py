"""Reports of one claim → how many independent origins it has: an interval, low to high.

In: who says it in which report, through whom; which reports copy which; who is who. Out: the roots
that the reports go back to. Two reports are independent when their chains share no link and their
texts no copied passage. The rule, for each report of a claim:

1. words that a report copied have the origin of the words that it copied them from;
2. words that came through another outlet, or from it, have that outlet's own origin, if its report
   is at hand and says the same; else that outlet is their origin, or whoever it names;
3. else whoever stands at the end of the chain is the origin: the same one in all reports if it has
   a name, and for what is said without a source the outlet itself.

People without a name may be the same in two reports, or not: the greatest number counts them apart,
the least together, and as those with a name whom their description fits. Several of them in one
report count once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from reportedly.ledger import OUTLET, Actor, Claim
from reportedly.reading.naming.descriptions import describe
from reportedly.story.actors import Bearer, Member
from reportedly.story.copies import Copy
from reportedly.story.report import Report

#: Descriptions that may be of anybody who knows; others only of people of that sort.
ANYBODY: Final = frozenset({"official", "officials", "people", "person", "source", "sources"})


class Instance(NamedTuple):
    """One report's claim among those that say the same."""

    report: Report
    claim: Claim


Kind = Literal["named", "unnamed", "outlet"]


class Root(NamedTuple):
    """Where a claim comes from: who, as far as that can be told.

    ``key`` is the same for the same root; ``name`` is what the text calls it.
    """

    kind: Kind
    key: str
    name: str


class Origins(NamedTuple):
    """The least and greatest number of independent origins, and the root of each instance."""

    low: int
    high: int
    roots: tuple[Root, ...]


@dataclass(frozen=True)
class Tracing:
    """What is known of all reports, by which the roots of a claim are found.

    Args:
        copies: which reports copy which.
        bearers: who is who across the reports.
    """

    copies: Sequence[Copy]
    bearers: Sequence[Bearer]

    def origins(self, instances: Iterable[Instance]) -> Origins:
        """The origins of one claim, from all reports that have it."""
        ordered = sorted(instances, key=lambda one: one.report.order)
        roots: list[Root] = []
        for number, instance in enumerate(ordered):
            before = list(zip(ordered[:number], roots, strict=True))
            roots.append(self._copied(instance, before) or self._traced(instance, before))
        different = {root.key: root for root in roots}
        return Origins(_least(list(different.values())), len(different), tuple(roots))

    def _copied(self, instance: Instance, before: Sequence[tuple[Instance, Root]]) -> Root | None:
        """The root of the words that a claim was copied from."""
        for copied in self.copies:
            if copied.later.number != instance.report.number:
                continue
            for passage in copied.passages:
                if instance.claim not in instance.report.claims_within(passage.other):
                    continue
                for other, root in before:
                    inside = other.report.claims_within(passage.one)
                    if other.report.number == copied.earlier.number and other.claim in inside:
                        return root
        return None

    def _traced(self, instance: Instance, before: Sequence[tuple[Instance, Root]]) -> Root:
        """The root at the end of a chain, or that of another outlet's report in the chain."""
        links = self._links(instance)
        for link, _ in links[1:]:
            for other, root in before:
                if self._outlet(other.report) == link and other.report.outlet:
                    return root
        key, actor = links[-1]
        if len(links) == 1:
            name = instance.report.outlet or actor.name
            return Root("outlet", key, name)
        if actor.named:
            return Root("named", key, actor.name)
        return Root("unnamed", f"{instance.report.number}: unnamed", actor.name)

    def _links(self, instance: Instance) -> list[tuple[str, Actor]]:
        """The actors of a claim's chain, each with what is the same in all reports."""
        actors = {actor.id: actor for actor in instance.report.ledger.actors}
        chain = instance.claim.chain or (OUTLET,)
        return [
            (self._key(Member(instance.report.number, link)), actors[link])
            for link in chain
            if link in actors
        ]

    def _outlet(self, report: Report) -> str:
        return self._key(Member(report.number, OUTLET))

    def _key(self, member: Member) -> str:
        return self._known.get(member, f"{member.report}: {member.actor}")

    @cached_property
    def _known(self) -> Mapping[Member, str]:
        return {
            member: f"{number}"
            for number, bearer in enumerate(self.bearers)
            for member in bearer.members
        }


def _least(roots: Sequence[Root]) -> int:
    """How many origins there are at least, if all who may be the same are."""
    certain = [root for root in roots if root.kind != "unnamed"]
    groups: list[list[Root]] = []
    for root in roots:
        if root.kind != "unnamed" or any(_may_be(root, other) for other in certain):
            continue
        for group in groups:
            if all(_alike(root, other) for other in group):
                group.append(root)
                break
        else:
            groups.append([root])
    return len(certain) + len(groups)


def _may_be(unnamed: Root, named: Root) -> bool:
    """Whether somebody without a name may be somebody with one, whose words are known as well."""
    return False if named.kind == "outlet" else describe(unnamed.name).head in ANYBODY


def _alike(one: Root, other: Root) -> bool:
    heads = {describe(root.name).head or "" for root in (one, other)}
    return len(heads) == 1 or not heads.isdisjoint(ANYBODY)
