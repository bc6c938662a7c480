"""What is found of a story → whether the truth has it.

In: quotations that were found, and entries of ``samples/story/truth.json``. Out: a `Score`, with
what is wrong and what is missing. What counts as the same words is told in `story_changes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from benchmarks.story import Story
from reportedly.ledger import Spans

Place = Mapping[str, str]

#: Names that the truth has for what `conflicts` calls otherwise.
KINDS: Final = {
    "same actor, opposite positions": "position",
    "number": "number",
    "denial against assertion": "denial",
}


SHIFTED: Final = frozenset(["position", "certainty", "delay", "number"])


class Quoted(NamedTuple):
    """Words of a file."""

    file: str
    spans: Spans


class Found(NamedTuple):
    """Something found: what it is, its two quotations, and how to print it."""

    kind: str
    one: Quoted
    other: Quoted
    shown: str


class Score(NamedTuple):
    """What was found, in numbers, and what is wrong or missing."""

    right: int
    strict: int
    wrong: list[str]
    true: int
    missed: list[str]

    def __str__(self) -> str:
        """The numbers in one line."""
        precision = 100 * self.right / max(1, self.right + len(self.wrong))
        recall = 100 * self.right / max(1, self.true)
        return (
            f"precision {precision:.1f}, recall {recall:.1f} "
            f"({self.right} right, {self.strict} of them strictly; {len(self.wrong)} wrong; "
            f"{self.true} true)"
        )


class Truth(NamedTuple):
    """What is true, with what else the truth has for the same."""

    story: Story

    def overlaps(self, quoted: Quoted, place: Place) -> bool:
        """Whether words found are those of a place, in part at least."""
        if quoted.file != place["file"]:
            return False
        start = self.story.reports[quoted.file].text.index(place["words"])
        end = start + len(place["words"])
        return any(a < end and start < b for a, b in quoted.spans)

    def alike(self, place: Place, more: Iterable[Place] = ()) -> list[Place]:
        """A place, and all that say the same: other members of its groups, copies of it."""
        found = [place, *more]
        for group in self.story.truth["claim_groups"]:
            members = [*group["members"], *group.get("entailing", ())]
            if any(_meet(one, place) for one in members):
                found += members
        for copied in self.story.truth["copies"]:
            text = self.story.reports[copied["to"]].text
            found += [
                {"file": copied["to"], "words": one["words"]}
                for one in list(found)
                if one["file"] == copied["from"] and text.count(one["words"]) == 1
            ]
        return found

    def sides(self, entry: Mapping[str, Any], one: str, other: str) -> tuple[list[Place], ...]:
        """All words that may stand for the two sides of an entry."""
        more = [*entry.get("also", ()), *entry.get("via", ())]
        found = [
            self.alike(entry[name], [*more, *_more(entry, name)]) if entry[name] else []
            for name in (one, other)
        ]
        if kind_of(entry) == "denial":
            found[1] += self._relayed(found[0])
        return tuple(found)

    def _relayed(self, asserted: Sequence[Place]) -> list[Place]:
        """Where the truth notes that a claim is relayed only to be denied."""
        groups = {
            group["id"]
            for group in self.story.truth["claim_groups"]
            if any(_meet(one, place) for one in group["members"] for place in asserted)
        }
        return [
            {"file": one["file"], "words": one["words"]}
            for one in self.story.truth["citations"]
            if one["about"] in groups and "denied" in one.get("note", "")
        ]

    def fits(self, found: Found, sides: Sequence[Sequence[Place]]) -> bool:
        """Whether both quotations overlap words of the two sides, in either order."""
        one, other = (
            [any(self.overlaps(quoted, place) for place in side) for side in sides]
            for quoted in (found.one, found.other)
        )
        return (one[0] and other[1]) or (one[1] and other[0])


def _meet(one: Place, other: Place) -> bool:
    return one["file"] == other["file"] and (
        one["words"] in other["words"] or other["words"] in one["words"]
    )


def _more(entry: Mapping[str, Any], name: str) -> list[Place]:
    return [entry[f"{name}_more"]] if f"{name}_more" in entry else []


def compare(
    truth: Truth,
    found: Sequence[Found],
    entries: Sequence[Mapping[str, Any]],
    names: tuple[str, str],
    neutral: Sequence[tuple[Place, Place]] = (),
) -> Score:
    """Compare what was found with what is true; a true entry counts once."""
    hit: set[str] = set()
    strict = set()
    wrong = []
    for one in found:
        fitting = [
            entry
            for entry in entries
            if kind_of(entry) in {one.kind, ""}
            and (truth.fits(one, truth.sides(entry, *names)) or _omitted(truth, one, entry, names))
        ]
        for entry in fitting:
            hit.add(entry["id"])
            if entry[names[1]] and truth.fits(one, [[entry[names[0]]], [entry[names[1]]]]):
                strict.add(entry["id"])
        if not fitting and not any(truth.fits(one, [[a], [b]]) for a, b in neutral):
            wrong.append(one.shown)
    missed = [entry["id"] for entry in entries if entry["id"] not in hit]
    return Score(len(hit), len(strict), wrong, len(entries), missed)


def kind_of(entry: Mapping[str, Any]) -> str:
    """What `shifts` and `conflicts` call the kind of an entry; empty if any will do."""
    kind = entry["kind"]
    return KINDS.get(kind, kind if kind in SHIFTED else "")


def _omitted(truth: Truth, found: Found, entry: Mapping[str, Any], names: tuple[str, str]) -> bool:
    """Whether an entry is of words that are left out, and those are the ones found."""
    return entry[names[1]] is None and truth.overlaps(found.one, entry[names[0]])


def readable(truth: Truth, entries: Iterable[Mapping[str, Any]], names: tuple[str, str]) -> int:
    """Of how many entries both sides were read, as claims or, of positions, as positions."""
    return sum(
        all(_read(truth, side, kind_of(entry) == "position") for side in truth.sides(entry, *names))
        for entry in entries
    )


def _read(truth: Truth, places: Sequence[Place], stance: bool) -> bool:
    for place in places:
        report = truth.story.reports[place["file"]]
        ledger = report.ledger
        spans = (
            [(*one.target_spans, *one.evidence_spans) for one in ledger.positions]
            if stance
            else [one.spans for one in ledger.claims]
        )
        if any(truth.overlaps(Quoted(place["file"], one), place) for one in spans):
            return True
    return not places
