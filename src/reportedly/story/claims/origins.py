"""Reports of one claim → how many independent origins it has: an interval, low to high.

In: who says it in which report, through whom; which reports copy which; who is who. Out: the roots
that the reports go back to. Two reports are independent when their chains share no link and their
texts no copied passage. The rule, for each report of a claim:

1. words that a report copied have the origin of the words that it copied them from; a single
   sentence is no copy if another outlet has it from somebody with a name who is none of theirs;
2. words that came through another outlet, or from it, have that outlet's own origin, if its report
   is at hand and says the same; else that outlet is their origin, or whoever it names;
3. what reached the outlet through people without a name has them as its origin, whoever they name;
4. else whoever stands at the end of the chain is the origin: the same one in all reports if it has
   a name; a person and the body that they speak for are one;
5. what an outlet says without a source is from those whom the same outlet names for it in this
   report or before, or whom its sentence names; only if there are none is the outlet the origin;
6. a claim that is relayed to be denied or doubted adds none;
7. an origin that takes the claim back no longer counts: its article was changed and lacks it, or it
   contradicts it later (`reportedly.story.claims.withdrawals`).

People without a name may be the same in two reports, or not: the greatest number counts them apart,
the least together, and as those with a name whom their description fits. Several of them in one
report count once. A body that is called by a common noun alone ("the ministry") may be any body.
Who names an earlier origin in the sentence of the claim may have it from there: the least number
does not count them. What a person with a title says in a report beside a body is the body's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from reportedly.ledger import OUTLET, Act, Actor
from reportedly.reading.naming.names import parse_name
from reportedly.story.actors.bearers import ALIKE, Bearer, Member, spoken_for
from reportedly.story.claims.counting import least
from reportedly.story.claims.roots import Instance, Root
from reportedly.story.claims.withdrawals import withdrawn
from reportedly.story.copying.copies import Copy
from reportedly.story.copying.passages import Passage
from reportedly.story.report import Report

#: Acts by which a report relays a claim without vouching for it.
DENYING: Final[frozenset[Act]] = frozenset({"denial", "doubt", "opposition", "question"})

#: What stands for the outlet where a ledger has no actors.
UNKNOWN_OUTLET: Final = Actor(id=OUTLET, name="", kind="outlet", named=True, anonymity="named")


How = Literal["copied", "cited"]


class Origins(NamedTuple):
    """The least and greatest number of independent origins, and the root of each instance.

    ``roots`` are of all reports in the order in which they came, ``withdrawn`` the keys of those
    that have taken the claim back, ``outlets`` those of the same reports; ``against`` are the roots
    of what contradicts the claim, ``denying`` whoever is said to deny it.
    """

    low: int
    high: int
    roots: tuple[Root, ...]
    withdrawn: frozenset[str] = frozenset()
    outlets: tuple[str, ...] = ()
    against: tuple[Root, ...] = ()
    denying: tuple[Root, ...] = ()

    @property
    def standing(self) -> list[Root]:
        """The different roots that still count."""
        return list({one.key: one for one in self.roots if one.key not in self.withdrawn}.values())


class Handed(NamedTuple):
    """That a report has a claim from another one, and how: copied its words or cited its outlet."""

    later: Instance
    earlier: Instance
    how: How


@dataclass(frozen=True)
class Tracing:
    """What is known of all reports, by which the roots of a claim are found.

    Args:
        copies: which reports copy which.
        bearers: who is who across the reports.
        reports: all reports, among which later versions are looked for.
    """

    copies: Sequence[Copy]
    bearers: Sequence[Bearer]
    reports: Sequence[Report] = ()

    def origins(
        self,
        instances: Iterable[Instance],
        against: Iterable[Instance] = (),
        traced: Sequence[tuple[Instance, Root]] | None = None,
    ) -> Origins:
        """The origins of one claim.

        Args:
            instances: the claim in all reports that have it.
            against: claims that contradict it (`reportedly.story.claims.contradictions`).
            traced: its reports with their roots, if these are at hand.
        """
        given = list(instances)
        told = self.traced(given) if traced is None else traced
        opposite = self.traced(against)
        gone = withdrawn(told, opposite, self._edited)
        dropped = withdrawn(opposite, told, self._edited)
        counted = {root.key: root for _, root in told if root.key not in gone}
        denying = [self._traced(one, []) for one in given if _act(one) in DENYING]
        return Origins(
            low=least(list(counted.values())),
            high=len(counted),
            roots=tuple(root for _, root in told),
            withdrawn=frozenset(gone),
            outlets=tuple(one.report.outlet for one, _ in told),
            against=tuple(root for _, root in opposite if root.key not in dropped),
            denying=tuple(denying),
        )

    def traced(self, instances: Iterable[Instance]) -> list[tuple[Instance, Root]]:
        """Each report of a claim with its root, those that only deny it left out."""
        ordered = sorted(instances, key=lambda one: one.report.order)
        vouching = [one for one in ordered if _act(one) not in DENYING]
        # What is said without a source comes last in its report: the others may be its sources.
        vouching.sort(key=lambda one: (one.report.order, len(one.claim.chain) < 2))
        told: list[tuple[Instance, Root]] = []
        for instance in vouching:
            copied = self._copied(instance, told)
            root = copied[1] if copied else self._traced(instance, told)
            told.append((instance, self._speaker(instance, root, told)))
        return told

    def handed_on(self, told: Sequence[tuple[Instance, Root]]) -> Iterator[Handed]:
        """Which report of a claim has it from which other one, by copying it or by citing it.

        Args:
            told: what `traced` found.
        """
        for number, (instance, _) in enumerate(told):
            before = told[:number]
            if copied := self._copied(instance, before):
                yield Handed(instance, copied[0], "copied")
            elif cited := self._cited(instance, before):
                yield Handed(instance, cited[0], "cited")

    def _speaker(
        self, instance: Instance, root: Root, before: Sequence[tuple[Instance, Root]]
    ) -> Root:
        """The body that a report names for the same claim as a person with a title, if one is."""
        actors = instance.report.actors
        last = actors.get(instance.claim.chain[-1]) if instance.claim.chain else None
        if not last or last.kind != "person" or not last.title or last.affiliation or root.body:
            return root
        bodies = {
            other.key: other
            for one, other in before
            if one.report.number == instance.report.number and other.body
        }
        return next(iter(bodies.values())) if len(bodies) == 1 and root.own else root

    def _copied(
        self, instance: Instance, before: Sequence[tuple[Instance, Root]]
    ) -> tuple[Instance, Root] | None:
        """The claim that a claim was copied from, and its root."""
        for copied in self._copies_by.get(instance.report.number, ()) if before else ():
            for passage in copied.passages:
                if instance.claim not in instance.report.claims_within(passage.other):
                    continue
                for other, root in before:
                    inside = other.report.claims_within(passage.one)
                    if other.report.number != copied.earlier.number or other.claim not in inside:
                        continue
                    if not self._told_anew(instance, other, passage):
                        return other, root
        return None

    def _cited(
        self, instance: Instance, before: Sequence[tuple[Instance, Root]]
    ) -> tuple[Instance, Root] | None:
        """The claim of a report whose outlet stands in the chain of a claim, and its root."""
        for link, _ in self._links(instance)[1:]:
            for other, root in before:
                if self._outlet(other.report) == link and other.report.outlet:
                    return other, root
        return None

    def _told_anew(self, instance: Instance, other: Instance, passage: Passage) -> bool:
        """Whether words in common are one sentence that somebody else says, by name."""
        start = instance.claim.spans[0][0]
        sentences = instance.report.sentences
        around = next((one for one in sentences if one[0] <= start < one[1]), (start, start))
        key, actor = self._links(instance)[-1]
        return (
            instance.report.outlet != other.report.outlet
            and around[0] <= passage.other[0]
            and passage.other[1] <= around[1]
            and len(instance.claim.chain) > 1
            and actor.named
            and actor.kind != "outlet"
            and key not in {link for link, _ in self._links(other)}
        )

    def _traced(self, instance: Instance, before: Sequence[tuple[Instance, Root]]) -> Root:
        """The root at the end of a chain, or that of another outlet's report in the chain."""
        links = self._links(instance)
        outlet = instance.report.outlet or links[0][1].name
        if cited := self._cited(instance, before):
            return cited[1]._replace(own=False)
        if len(links) == 1:
            return self._named_for(instance, before) or Root("outlet", links[0][0], outlet, outlet)
        leans = self._names_in(instance, before)
        for _, actor in links[1:]:
            if not actor.named:
                key = f"{instance.report.number}: unnamed"
                body = ALIKE[actor.kind] == "body"
                return Root("unnamed", key, actor.name, outlet, body=body, leans=leans)
        key, actor = links[-1]
        body = ALIKE[actor.kind] == "body"
        if body and key not in self._names and not parse_name(actor.name).key:
            key = f"the {_noun(actor.name)}"
            return Root("unnamed", key, actor.name, outlet, body=True, leans=leans)
        affiliation = actor.affiliation or ""
        return Root(
            "named", key, actor.name, outlet, body=body, leans=leans, affiliation=affiliation
        )

    def _named_for(
        self, instance: Instance, before: Sequence[tuple[Instance, Root]]
    ) -> Root | None:
        """Whom an outlet names for what it says itself, in its sentence or in another report."""
        named = self._names_in(instance, before)
        for other, root in before:
            if root.key == named:
                return root._replace(own=False)
            if self._outlet(other.report) == self._outlet(instance.report):
                return root
        return None

    def _names_in(self, instance: Instance, before: Sequence[tuple[Instance, Root]]) -> str:
        """The key of an earlier root that the sentence of a claim names, if it does."""
        if not before:
            return ""
        around = instance.report.around(instance.claim.spans)
        for other, root in before:
            last = root.name.split()[-1:]
            named = bool(last) and last[0][:1].isupper() and last[0] in around
            if named and other.report.number != instance.report.number:
                return root.key
        return ""

    def _links(self, instance: Instance) -> list[tuple[str, Actor]]:
        """The actors of a claim's chain, each with what is the same in all reports.

        The first one is the outlet, also where a ledger has no actors.
        """
        actors = {OUTLET: UNKNOWN_OUTLET, **instance.report.actors}
        behind = [link for link in instance.claim.chain if link in actors and link != OUTLET]
        number = instance.report.number
        return [(self._key(Member(number, link)), actors[link]) for link in (OUTLET, *behind)]

    def _outlet(self, report: Report) -> str:
        return self._key(Member(report.number, OUTLET))

    def _key(self, member: Member) -> str:
        return self._known.get(member, f"{member.report}: {member.actor}")

    @cached_property
    def _copies_by(self) -> Mapping[int, list[Copy]]:
        """The copies by the number of the later report."""
        found: defaultdict[int, list[Copy]] = defaultdict(list)
        for copied in self.copies:
            found[copied.later.number].append(copied)
        return found

    @cached_property
    def _edited(self) -> list[Report]:
        """The reports of which there are other versions."""
        times = Counter(report.ledger.article.url for report in self.reports)
        return [report for report in self.reports if times[report.ledger.article.url] > 1]

    @cached_property
    def _known(self) -> Mapping[Member, str]:
        bodies = spoken_for(self.bearers, self.reports)
        return {
            member: f"{bodies.get(number, number)}"
            for number, bearer in enumerate(self.bearers)
            for member in bearer.members
        }

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._known.values())


def _act(instance: Instance) -> Act | None:
    found = instance.report.attributions.get(instance.claim.attribution or "")
    return found.act if found else None


def _noun(words: str) -> str:
    return words.rsplit(maxsplit=1)[-1].lower() if words.strip() else ""
