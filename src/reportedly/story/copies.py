"""Reports → which copies which, how much of it, and what became stronger in the retelling.

In: `Report`s. Out: a `Copy` for each two reports with a passage in common, the earlier one first;
and `Inflation`s: a hedge, a marker of hearsay or a source that the earlier words have and the later
ones lack. Words that both quote are no copy: each may have heard them. Words that an outlet prints
under many articles are none either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from reportedly.ledger import Claim, Span
from reportedly.story.passages import Passage, passages
from reportedly.story.report import Report

Kind = Literal["text", "quotation"]
Stronger = Literal["certainty", "hearsay", "source"]

#: A passage that so many reports of one outlet have is its boilerplate ("Editor's note: …").
BOILERPLATE: Final = 3

#: From unsure to sure.
CERTAINTIES: Final = ("unknown", "possible", "probable", "certain")


class Shared(NamedTuple):
    """A passage of two reports, and whether it is a quotation in both."""

    kind: Kind
    passage: Passage


class Copy(NamedTuple):
    """Two reports with passages in common; ``share`` is that of the later one's words.

    Quotations do not count for the share.
    """

    earlier: Report
    later: Report
    shared: tuple[Shared, ...]
    share: float

    @property
    def passages(self) -> list[Passage]:
        """What is copied, quotations left out."""
        return [one.passage for one in self.shared if one.kind == "text"]


class Inflation(NamedTuple):
    """A claim that the later report makes more of: what was dropped, and the claim in both."""

    dropped: Stronger
    earlier: Report
    later: Report
    before: Claim
    after: Claim


def copies(reports: Sequence[Report]) -> list[Copy]:
    """Every two reports with a passage in common, in the order in which the later ones came."""
    ordered = sorted(reports, key=lambda report: report.order)
    found = []
    for number, earlier, seeds in _meetings(ordered):
        later = ordered[number]
        both = passages(ordered[earlier].words, later.words, seeds)
        if both:
            found.append((ordered[earlier], later, both))
    usual = _boilerplate(found)
    result = []
    for earlier_report, later, both in found:
        shared = tuple(
            Shared(_kind(earlier_report, later, one), one)
            for one in both
            if (later.outlet, _plain(later, one.other)) not in usual
        )
        if shared:
            count = sum(one.passage.words for one in shared if one.kind == "text")
            share = count / max(1, len(later.words.plain))
            result.append(Copy(earlier_report, later, shared, min(1.0, share)))
    return result


def _meetings(
    ordered: Sequence[Report],
) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Every two reports with a fingerprint in common, and where those stand: later, earlier."""
    seen: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, report in enumerate(ordered):
        seeds: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for hash_, word in report.fingerprints:
            for other, place in seen[hash_]:
                seeds[other].append((place, word))
        for other in sorted(seeds):
            yield number, other, seeds[other]
        for hash_, word in report.fingerprints:
            seen[hash_].append((number, word))


def _boilerplate(
    found: Iterable[tuple[Report, Report, list[Passage]]],
) -> set[tuple[str, tuple[str, ...]]]:
    """What an outlet prints under so many articles of its own that it is none of their news."""
    times: Counter[tuple[str, tuple[str, ...]]] = Counter()
    once: set[tuple[int, str, tuple[str, ...]]] = set()
    for earlier, later, both in found:
        if not later.outlet or earlier.outlet != later.outlet:
            continue
        for one in both:
            words = _plain(later, one.other)
            for report in (earlier, later):
                once.add((report.number, later.outlet, words))
    times.update((outlet, words) for _, outlet, words in once)
    return {key for key, count in times.items() if count >= BOILERPLATE}


def _plain(report: Report, span: Span) -> tuple[str, ...]:
    pairs = zip(report.words.spans, report.words.plain, strict=True)
    return tuple(word for at, word in pairs if span[0] <= at[0] and at[1] <= span[1])


def _kind(earlier: Report, later: Report, one: Passage) -> Kind:
    return "quotation" if earlier.quoted(one.one) and later.quoted(one.other) else "text"


def inflations(copied: Copy) -> list[Inflation]:
    """What the later of two reports makes more of than the words that it has from the earlier one.

    Only sentences whose words were changed are looked at: the same words say the same.
    """
    found = []
    for passage in copied.passages:
        for before, after in _same(copied, passage):
            if _edited(copied, before, after):
                found += [
                    Inflation(dropped, copied.earlier, copied.later, before, after)
                    for dropped in _dropped(before, after)
                ]
    return found


def _same(copied: Copy, passage: Passage) -> Iterator[tuple[Claim, Claim]]:
    """The claims of a passage, each with the one in the same place of the other report."""
    others = copied.later.claims_within(passage.other)
    for before in copied.earlier.claims_within(passage.one):
        words = set(_plain(copied.earlier, (before.spans[0][0], before.spans[-1][1])))
        place = _carried(before.spans[0][0], passage)
        grades = [
            (_likeness(words, copied.later, after), -abs(after.spans[0][0] - place), -number)
            for number, after in enumerate(others)
        ]
        best = max(grades, default=(0.0, 0, 0))
        if best[0] >= 0.5:
            yield before, others[-best[2]]


def _likeness(words: set[str], report: Report, claim: Claim) -> float:
    own = set(_plain(report, (claim.spans[0][0], claim.spans[-1][1])))
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
    one = _sentence(copied.earlier, before)
    other = _sentence(copied.later, after)
    return _plain(copied.earlier, one) != _plain(copied.later, other)


def _sentence(report: Report, claim: Claim) -> Span:
    place = claim.spans[0][0]
    return next((span for span in report.sentences if span[0] <= place < span[1]), claim.spans[0])


def _dropped(before: Claim, after: Claim) -> Iterator[Stronger]:
    if CERTAINTIES.index(after.certainty) > CERTAINTIES.index(before.certainty) > 0:
        yield "certainty"
    if before.hearsay and not after.hearsay:
        yield "hearsay"
    if len(before.chain) > 1 and len(after.chain) == 1:
        yield "source"
