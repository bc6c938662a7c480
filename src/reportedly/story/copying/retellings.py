"""Several reports → what became stronger where one cites another, or an outlet repeats itself.

In: `Report`s, `Voices` and groups of claims. Out: `Raised`s, as for copies. A claim retells an
earlier one if it says the same and names the outlet of the earlier report as where it comes from,
or if the outlet is its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.ledger import OUTLET, Claim
from reportedly.story.changes.sayings import Voices, actor_of, group_of, in_order, versions
from reportedly.story.claims.roots import Instance
from reportedly.story.copying.inflations import Raised, dropped
from reportedly.story.report import Report
from reportedly.story.words.numbers import numbers_in
from reportedly.story.words.wording import ALIKE, Sharing, Wording, likeness, wordings


class _Told(NamedTuple):
    report: Report
    claim: Claim
    wording: Wording
    numbers: frozenset[float]


def retold(
    reports: Sequence[Report], voices: Voices, groups: Iterable[Sequence[Instance]] = ()
) -> list[Raised]:
    """What is told more strongly than by the outlet that it is from, in order of the reports.

    Args:
        reports: all reports; copied passages are better looked at by `inflations`.
        voices: who is who.
        groups: claims that say the same, if they are known.
    """
    pairs = [(one, claim) for one in in_order(reports) for claim in one.ledger.claims]
    words = wordings([report.ledger.text_of(claim.spans) for report, claim in pairs])
    told = [
        _Told(*pair, one, frozenset(numbers_in(one.words)))
        for pair, one in zip(pairs, words, strict=True)
    ]
    together = group_of(groups)
    of_outlet: defaultdict[str, _Earlier] = defaultdict(_Earlier)
    found: list[Raised] = []
    for after in told:
        own = voices.key(after.report, OUTLET)
        links = {voices.key(after.report, link) for link in after.claim.chain[1:]} or {own}
        group = together.get((after.report.number, after.claim.id))
        earlier = [
            one
            for link in sorted(links)
            if link in of_outlet
            for one in of_outlet[link].like(after, group)
        ]
        found += _stronger(after, earlier, voices, together)
        of_outlet[own].add(after, group)
    return found


class _Earlier:
    """What an outlet has told, by its words and by what says the same."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._words = Sharing()
        self._of_group: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, told: _Told, group: int | None) -> None:
        if group is not None:
            self._of_group[group].append(len(self._told))
        self._told.append(told)
        self._words.add(told.wording)

    def like(self, told: _Told, group: int | None) -> list[_Told]:
        """What says the same, or has two words in common, in order."""
        same = () if group is None else self._of_group.get(group, ())
        return [self._told[n] for n in sorted({*same, *self._words(told.wording, least=2)})]


def _stronger(
    after: _Told,
    earlier: Sequence[_Told],
    voices: Voices,
    together: Mapping[tuple[int, str], int],
) -> Iterator[Raised]:
    best: tuple[float, _Told] | None = None
    for before in earlier:
        if before.report.number == after.report.number or versions(before.report, after.report):
            continue
        score = _says_the_same(before, after, together)
        if score and (best is None or score > best[0]):
            best = score, before
    if best is not None:
        before = best[1]
        for one in dropped(before.report, after.report, before.claim, after.claim):
            # Who cites an outlet for what "reportedly" is so still says that it is reported.
            if one == "certainty" or (one == "hearsay" and len(after.claim.chain) == 1):
                yield Raised(one, before.report, after.report, before.claim, after.claim)
        if _forgets(before, after, voices):
            yield Raised("source", before.report, after.report, before.claim, after.claim)


def _says_the_same(one: _Told, other: _Told, together: Mapping[tuple[int, str], int]) -> float:
    places = [together.get((side.report.number, side.claim.id)) for side in (one, other)]
    if places[0] is not None and places[0] == places[1]:
        return 1 + likeness(one.wording, other.wording)
    if len(one.wording.content & other.wording.content) < 2:
        return 0.0
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return 0.0
    alike = likeness(one.wording, other.wording)
    return alike if alike >= ALIKE else 0.0


def _forgets(before: _Told, after: _Told, voices: Voices) -> bool:
    """Whether a retelling leaves out the people without a name on whom all rests."""
    nameless = [
        link
        for link in before.claim.chain[1:]
        if (actor := actor_of(before.report, link)) is not None and not actor.named
    ]
    last = actor_of(after.report, after.claim.chain[-1]) if after.claim.chain else None
    cited = {voices.key(after.report, link) for link in after.claim.chain[1:]}
    named = last is not None and last.kind == "outlet"
    return bool(nameless) and named and voices.key(before.report, OUTLET) in cited
