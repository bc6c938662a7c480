"""Reports → which copies which, and how much of it.

In: `Report`s. Out: a `Copy` for each two reports with a passage in common, the earlier one first.
Words that both quote are no copy: each may have heard them. Words that an outlet prints under many
articles are none either. What became stronger in a copy is in `inflations`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from reportedly.story.copying.passages import SHORTEST, Passage, passages
from reportedly.story.report import Report

Kind = Literal["text", "quotation"]

#: A passage that so many reports of one outlet have is its boilerplate ("Editor's note: …").
BOILERPLATE: Final = 3


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
        own = [one for one in both if (later.outlet, later.plain_within(one.other)) not in usual]
        if own:
            result.append(copy_of(earlier_report, later, own))
    return result


def copy_of(earlier: Report, later: Report, both: Iterable[Passage]) -> Copy:
    """Two reports with the passages that they have in common, and what these come to."""
    shared = tuple(Shared(_kind(earlier, later, one), one) for one in both)
    return Copy(earlier, later, shared, share_of(shared, later))


def share_of(shared: Iterable[Shared], later: Report) -> float:
    """The share of a report's words that is copied."""
    count = sum(one.passage.words for one in shared if one.kind == "text")
    return min(1.0, count / max(1, len(later.words.plain)))


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
            words = later.plain_within(one.other)
            for report in (earlier, later):
                once.add((report.number, later.outlet, words))
    times.update((outlet, words) for _, outlet, words in once)
    return {key for key, count in times.items() if count >= BOILERPLATE}


def _kind(earlier: Report, later: Report, one: Passage) -> Kind:
    """A passage with enough words around its quotations is text, however many it quotes."""
    sides = ((earlier, one.one), (later, one.other))
    quoted = all(report.quoted(span) for report, span in sides)
    around = min(report.unquoted(span) for report, span in sides)
    return "quotation" if quoted and around < SHORTEST else "text"
