"""Several reports → claims that were unsure and then confirmed, or told more or less surely.

In: `Report`s, `Voices` and groups of claims. Out: `Firmed`: the words before and after. That a
reading is surer of one claim than of another does not count: somebody must confirm it in so many
words, or a page must have another hedge than before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from reportedly.ledger import Claim
from reportedly.story.changes.sayings import (
    Saying,
    Voices,
    actor_of,
    attribution_of,
    group_of,
    in_order,
    saying_of,
)
from reportedly.story.claims.roots import Instance
from reportedly.story.copying.inflations import CERTAINTIES
from reportedly.story.report import Report
from reportedly.story.words.numbers import numbers_in
from reportedly.story.words.wording import ALIKE, ALIKE_ENOUGH, Wording, likeness, wordings

#: Verbs by which somebody vouches for what others had said, in their forms: who uses them takes it
#: for known that it was said (factives; Karttunen 1971).
CONFIRMS: Final = """
confirm confirms confirmed confirming verify verifies verified verifying acknowledge acknowledges
acknowledged acknowledging admit admits admitted admitting concede concedes conceded conceding
corroborate corroborates corroborated corroborating
"""
_CONFIRMS: Final = frozenset(CONFIRMS.split())

#: Of earlier tellings that are about equally alike the first counts.
MUCH: Final = 0.1

#: Two versions of a sentence have at least so much in common.
SAME_SENTENCE: Final = 0.7


class Firmed(NamedTuple):
    """A claim before and after, and how its certainty changed."""

    before: Saying
    after: Saying
    change: str
    sure: float


class _Told(NamedTuple):
    report: Report
    claim: Claim
    wording: Wording
    numbers: frozenset[float]


def firmed(
    reports: Sequence[Report], voices: Voices, groups: Iterable[Sequence[Instance]] = ()
) -> Iterator[Firmed]:
    """Claims whose certainty changed, each change once.

    Args:
        reports: all reports.
        voices: who is who.
        groups: claims that say the same; they need be less alike.
    """
    ordered = in_order(reports)
    pairs = [(report, claim) for report in ordered for claim in report.ledger.claims]
    words = wordings([report.ledger.text_of(claim.spans) for report, claim in pairs])
    told = [
        _Told(report, claim, one, frozenset(numbers_in(one.words)))
        for (report, claim), one in zip(pairs, words, strict=True)
    ]
    yield from _edited(told)
    yield from _confirmed(told, voices, group_of(groups))


def _edited(told: Sequence[_Told]) -> Iterator[Firmed]:
    """Claims that a later version of a page hedges otherwise."""
    pages: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in told:
        if one.report.ledger.article.url:
            pages[one.report.ledger.article.url].append(one)
    seen: set[tuple[int, str]] = set()
    edited = (page for page in pages.values() if page[0].report.number != page[-1].report.number)
    for page in edited:
        for one, other in combinations(page, 2):
            key = other.report.number, other.claim.id
            change = _hedge(one.claim), _hedge(other.claim)
            if one.report.number == other.report.number or key in seen:
                continue
            if change[0] == change[1] or "" in change or one.wording.words == other.wording.words:
                continue
            alike = likeness(one.wording, other.wording)
            if alike < SAME_SENTENCE or other is not _nearest(one, page, other.report):
                continue
            seen.add(key)
            before, after = saying_of(one.report, one.claim), saying_of(other.report, other.claim)
            yield Firmed(before, after, f"{change[0]} → {change[1]}", alike)


def _nearest(one: _Told, told: Sequence[_Told], report: Report) -> _Told:
    own = (other for other in told if other.report.number == report.number)
    return max(own, key=lambda other: likeness(one.wording, other.wording))


def _hedge(claim: Claim) -> str:
    """How sure a claim is; empty if that cannot be told."""
    if claim.hearsay:
        return "reported"
    return claim.certainty if CERTAINTIES.index(claim.certainty) else ""


def _confirmed(
    told: Sequence[_Told], voices: Voices, together: Mapping[tuple[int, str], int]
) -> Iterator[Firmed]:
    """Claims that somebody confirms: the unsure telling before it that is most alike."""
    unsure = [one for one in told if _state(one)]
    for after in filter(_confirms, told):
        place = together.get((after.report.number, after.claim.id))
        best: tuple[float, _Told] | None = None
        for before in unsure:
            if before.report.order >= after.report.order:
                break
            known = place is not None and place == together.get(
                (before.report.number, before.claim.id)
            )
            if not known and not _comparable(before, after):
                continue
            alike = likeness(before.wording, after.wording)
            if not (known or _agrees(before, after, alike)) or _own(before, after, voices):
                continue
            if best is None or alike + known > best[0] + MUCH:
                best = alike + known, before
        if best is not None:
            sure = min(1.0, 0.4 + 0.5 * best[0])
            change = f"{_state(best[1])} → confirmed"
            before_words = saying_of(best[1].report, best[1].claim)
            yield Firmed(before_words, saying_of(after.report, after.claim), change, sure)


def _own(before: _Told, after: _Told, voices: Voices) -> bool:
    """Whether somebody only says again what they had said."""
    holders = voices.holders(before.report, before.claim)
    return bool(holders & voices.holders(after.report, after.claim))


def _comparable(before: _Told, after: _Told) -> bool:
    """Whether two claims have words in common, and a number if both have some."""
    if before.numbers and after.numbers:
        return bool(before.numbers & after.numbers)
    return len(before.wording.content & after.wording.content) > 1


def _agrees(before: _Told, after: _Told, alike: float) -> bool:
    """Whether what is confirmed is what was said; the same number speaks for it."""
    return alike >= (ALIKE_ENOUGH if before.numbers and after.numbers else ALIKE)


def _confirms(told: _Told) -> bool:
    found = attribution_of(told.report, told.claim.attribution)
    if found is None or found.negated or told.claim.certainty != "certain":
        return False
    # An outlet that "confirms" what another has reported cites it.
    source = actor_of(told.report, found.source or "")
    cue = told.report.ledger.text_of(found.cue_spans).lower().split()
    return source is not None and source.kind != "outlet" and not _CONFIRMS.isdisjoint(cue)


def _state(told: _Told) -> str:
    """Why a claim is not settled: hearsay, a hedge, or a source without a name; else empty."""
    claim = told.claim
    if claim.hearsay:
        return "reported"
    if claim.certainty in {"possible", "probable"}:
        return claim.certainty
    return "said without a name" if _nameless(told.report, claim) else ""


def _nameless(report: Report, claim: Claim) -> bool:
    source = report.actors.get(claim.chain[-1]) if claim.chain else None
    return source is not None and not source.named
