"""A copy → what became stronger in it than in the words that it has from elsewhere.

In: `Copy`s. Out: `Raised`s: what the earlier words have and the later ones lack, be it a hedge,
a marker of hearsay, a source or its wish not to be named, "about" before a number, a condition. The
same for words that cite an outlet, or repeat its own: see `retellings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from reportedly.ledger import Claim
from reportedly.story.changes.sayings import attribution_of
from reportedly.story.copying.copies import Copy
from reportedly.story.copying.passages import Passage
from reportedly.story.report import Report
from reportedly.story.words.quantities import Exactness, quantities_in

Stronger = Literal[
    "certainty", "hearsay", "source", "anonymity", "condition", "approximation", "modality"
]

#: From unsure to sure.
CERTAINTIES: Final = ("unknown", "possible", "probable", "certain")

#: Modal verbs that leave open whether something comes, and those that do not (Quirk et al. 1985,
#: chapter 4).
OPEN: Final = frozenset(["would", "could", "may", "might", "should"])
SETTLED: Final = frozenset(["will", "is", "are", "shall", "must"])

#: How newspapers say that a source would not be named (AP Stylebook, "anonymous sources").
_UNNAMED: Final = re.compile(
    r"\banonym(?:ity|ously)\b|\bnot to be (?:named|identified|quoted)\b"
    r"|\bnot (?:been )?authori[sz]ed to (?:speak|talk|comment|discuss)\b",
    re.IGNORECASE,
)

#: Claims with so many words in common are one (Dice).
SAME_CLAIM: Final = 0.5
#: And so many if nothing tells that one stands in the place of the other.
SAME_WORDS: Final = 0.8


class Raised(NamedTuple):
    """A claim that the later report makes more of: what was dropped, and the claim in both.

    If a condition was dropped, ``before`` is the claim that has it, and ``after`` what is left: the
    claim itself, or the words of the same source right before it.
    """

    dropped: Stronger
    earlier: Report
    later: Report
    before: Claim
    after: Claim


def inflations(copied: Copy) -> list[Raised]:
    """What the later of two reports makes more of than the words that it has from the earlier one.

    Only sentences whose words were changed are looked at: the same words say the same.
    """
    found = []
    for passage in copied.passages:
        for before, after in _same(copied, passage):
            if _edited(copied, before, after):
                found += [
                    Raised(one, copied.earlier, copied.later, before, after)
                    for one in dropped(copied.earlier, copied.later, before, after)
                ]
    if copied.passages:
        found += _left_out(copied)
    return found


def inflated(copied: Iterable[Copy]) -> list[Raised]:
    """What became stronger in some copies, each claim once for all that it was copied from.

    Of several copies of one text the first is taken: the others are no sources of their own.
    """
    found: dict[tuple[int, str, str], Raised] = {}
    for each in sorted(copied, key=lambda one: (one.later.order, one.earlier.order)):
        for one in inflations(each):
            found.setdefault((one.later.number, one.after.id, one.dropped), one)
    return list(found.values())


def _same(copied: Copy, passage: Passage) -> Iterator[tuple[Claim, Claim]]:
    """The claims of a passage, each with the one in the same place of the other report."""
    others = copied.later.claims_within(passage.other)
    for before in copied.earlier.claims_within(passage.one):
        place = _carried(before.spans[0][0], passage)
        grades = [
            (_alike(copied, before, after), -abs(after.spans[0][0] - place), -number)
            for number, after in enumerate(others)
        ]
        best = max(grades, default=(0.0, 0, 0))
        if best[0] >= SAME_CLAIM:
            yield before, others[-best[2]]


def _alike(copied: Copy, before: Claim, after: Claim) -> float:
    words = set(copied.earlier.plain_within((before.spans[0][0], before.spans[-1][1])))
    own = set(copied.later.plain_within((after.spans[0][0], after.spans[-1][1])))
    return 2 * len(words & own) / max(1, len(words) + len(own))


def _carried(place: int, passage: Passage) -> int:
    """Where a place of the one text stands in the other, about."""
    start, moved = passage.one[0], passage.other[0]
    for one, other in passage.edits:
        if one[0] <= place:
            start, moved = one[1], other[1]
    return moved + place - start


def _edited(copied: Copy, before: Claim, after: Claim) -> bool:
    """Whether the sentence of a claim has other words in the later report."""
    one = copied.earlier.sentence_at(before.spans[0][0])
    other = copied.later.sentence_at(after.spans[0][0])
    return copied.earlier.plain_within(one) != copied.later.plain_within(other)


def dropped(earlier: Report, later: Report, before: Claim, after: Claim) -> Iterator[Stronger]:
    """What the words of a claim lack that those of an earlier telling of it have."""
    if CERTAINTIES.index(after.certainty) > CERTAINTIES.index(before.certainty) > 0:
        yield "certainty"
    if before.hearsay and not after.hearsay:
        yield "hearsay"
    if len(before.chain) > 1 and len(after.chain) == 1:
        yield "source"
    if len(after.chain) > 1 and _anonymous(earlier, before) and not _anonymous(later, after):
        yield "anonymity"
    one, other = (_words_of(*side) for side in ((earlier, before), (later, after)))
    if one & OPEN - other and other & SETTLED - one:
        yield "modality"
    exact = _quantities(later, after, "exactly")
    if exact & _quantities(earlier, before, "about"):
        yield "approximation"
    if _hangs(earlier, before) and not _hangs(later, after):
        yield "condition"


def _words_of(report: Report, claim: Claim) -> frozenset[str]:
    return frozenset(word for span in claim.spans for word in report.plain_within(span))


def _quantities(report: Report, claim: Claim, how: Exactness) -> frozenset[tuple[float, str]]:
    """The quantities that a claim gives with so much exactness."""
    return frozenset(
        (one.value, one.unit)
        for span in claim.spans
        for one in quantities_in(report.text[slice(*span)])
        if one.exactness == how
    )


def _anonymous(report: Report, claim: Claim) -> bool:
    """Whether the sentence of a claim tells that its source would not be named."""
    return bool(_UNNAMED.search(report.text[slice(*report.sentence_at(claim.spans[0][0]))]))


def _hangs(report: Report, claim: Claim) -> bool:
    return any(one.claim == claim.id for one in report.ledger.conditions)


def _left_out(copied: Copy) -> Iterator[Raised]:
    """Conditions that a source added to words of its own, which alone were copied."""
    ledger = copied.earlier.ledger
    claims = {claim.id: claim for claim in ledger.claims}
    for condition in ledger.conditions:
        before = claims.get(condition.claim or "")
        if before is None or _kept(copied, before) is not None:
            continue
        place = before.spans[0][0]
        kept = [
            after
            for claim in _just_before(copied.earlier, place)
            if _source(copied.earlier, claim) == _source(copied.earlier, before) is not None
            and (after := _kept(copied, claim)) is not None
        ]
        if kept:
            yield Raised("condition", copied.earlier, copied.later, before, kept[-1])


def _kept(copied: Copy, claim: Claim) -> Claim | None:
    """The claim of the later report that has the same words, if there is one."""
    claims = copied.later.ledger.claims
    best = max(claims, default=None, key=lambda after: _alike(copied, claim, after))
    return best if best is not None and _alike(copied, claim, best) >= SAME_WORDS else None


def _just_before(report: Report, place: int) -> list[Claim]:
    """The claims of the sentence before the one at a place."""
    start = report.sentence_at(place)[0]
    earlier = [span for span in report.sentences if span[1] <= start]
    return report.claims_within(earlier[-1]) if earlier else []


def _source(report: Report, claim: Claim) -> str | None:
    found = attribution_of(report, claim.attribution)
    return found.source if found else None
