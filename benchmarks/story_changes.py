"""How well the changes of a story are found: `python -m benchmarks.story_changes`.

Reads the sample story with the model that ships, and compares shifts, conflicts, inflations and the
timeline with ``samples/story/truth.json``. A shift, conflict or inflation is right if its two
quotations overlap the words of the truth, in either order, or other words that the truth has for
the same (members of one group of claims; what it lists under "also" and "via"; the same sentence of
a copy; for a denial the words that relay what is denied). ``strict`` counts the very words alone. What the truth has among its corrections, or among
the changes of its copies, is neither right nor wrong. The ceiling is how many could be found: both
sides were read as claims or positions. Nothing was learned from this story, but the rules were
written with it in sight.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.story import STORY, Claimed, Story
from reportedly.ledger import Spans
from reportedly.story.actors import bearers
from reportedly.story.conflicts import conflicts
from reportedly.story.copies import copies
from reportedly.story.embedding import embedder
from reportedly.story.inflations import inflated
from reportedly.story.matching import Decision, groups
from reportedly.story.origins import Instance
from reportedly.story.report import Report
from reportedly.story.retellings import retold
from reportedly.story.sayings import Voices
from reportedly.story.shifts import shifts
from reportedly.story.statements import statement_of
from reportedly.story.timeline import events

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
        if _kind(entry) == "denial":
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
            if _kind(entry) in {one.kind, ""}
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


def _kind(entry: Mapping[str, Any]) -> str:
    kind = entry["kind"]
    return KINDS.get(kind, kind if kind in SHIFTED else "")


def _omitted(truth: Truth, found: Found, entry: Mapping[str, Any], names: tuple[str, str]) -> bool:
    """Whether an entry is of words that are left out, and those are the ones found."""
    return entry[names[1]] is None and truth.overlaps(found.one, entry[names[0]])


def readable(truth: Truth, entries: Iterable[Mapping[str, Any]], names: tuple[str, str]) -> int:
    """Of how many entries both sides were read, as claims or, of positions, as positions."""
    return sum(
        all(_read(truth, side, _kind(entry) == "position") for side in truth.sides(entry, *names))
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


def matched(story: Story) -> list[list[Instance]]:
    """The groups of claims that are found."""
    instances = [
        Instance(report, claim)
        for report in story.reports.values()
        for claim in report.ledger.claims
    ]
    statements = [statement_of(*one) for one in instances]
    vectors = embedder()([one.words for one in statements])
    numbers = [one.report.number for one in instances]
    found = groups(statements, vectors, Decision.learned(), numbers)
    return [[instances[n] for n in group] for group in found]


def true_groups(story: Story) -> list[list[Instance]]:
    """The groups of the truth, as far as their members were read."""
    found = []
    for group in story.truth["claim_groups"]:
        places = [story.claim_at(one) for one in group["members"]]
        found.append([_instance(story, one) for one in places if one is not None])
    return found


def _instance(story: Story, one: Claimed) -> Instance:
    report = story.reports[one.file]
    return Instance(report, report.ledger.claims[one.number])


def changes(story: Story, grouped: Sequence[Sequence[Instance]]) -> Iterator[tuple[str, Score]]:
    """The scores of everything, with one set of groups."""
    truth = Truth(story)
    reports = list(story.reports.values())
    known = bearers(reports)
    files = {report.number: file for file, report in story.reports.items()}

    def quoted(report: Report, spans: Spans) -> Quoted:
        return Quoted(files[report.number], spans)

    edits = [
        (change["before"], change["after"])
        for one in story.truth["corrections"]
        for change in one["changes"]
        if change["after"]
    ]
    moved = [
        Found(one.kind, quoted(one.before.report, one.before.spans),
              quoted(one.after.report, one.after.spans), one.explanation)
        for one in shifts(reports, known, grouped)
    ]  # fmt: skip
    entries = story.truth["shifts"]
    yield "shifts", compare(truth, moved, entries, ("before", "after"), edits)
    odds = [
        Found(one.kind, quoted(one.one.report, one.one.spans),
              quoted(one.other.report, one.other.spans), one.explanation)
        for one in conflicts(reports, known, grouped)
    ]  # fmt: skip
    yield "conflicts", compare(truth, odds, story.truth["conflicts"], ("a", "b"))
    raised = inflated(copies(reports))
    raised += retold(reports, Voices(known), grouped)
    shown = [
        Found("", quoted(one.earlier, one.before.spans), quoted(one.later, one.after.spans),
              f"{one.dropped}: {one.earlier.ledger.text_of(one.before.spans)} → "
              f"{one.later.ledger.text_of(one.after.spans)}")
        for one in raised
    ]  # fmt: skip
    entries = [{**one, "kind": ""} for one in story.truth["inflations"]]
    yield "inflations", compare(truth, shown, entries, ("from", "to"), edits)


def timeline_found(story: Story, grouped: Sequence[Sequence[Instance]]) -> tuple[int, int, int]:
    """How many true events are found with their dates, of how many, among how many rows."""
    truth = Truth(story)
    files = {report.number: file for file, report in story.reports.items()}
    rows = events(list(story.reports.values()), grouped)
    hit = 0
    for event in story.truth["timeline"]["events"]:
        places = truth.alike({"file": event["file"], "words": event["words"]})
        hit += any(
            (row.end or row.start) == (event["end"] or event["start"])
            and any(
                truth.overlaps(Quoted(files[one.report.number], one.spans), place)
                for one in row.told
                for place in places
            )
            for row in rows
        )
    return hit, len(story.truth["timeline"]["events"]), len(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--story", type=Path, default=STORY)
    options = parser.parse_args(arguments)
    story = Story.read(options.story)
    truth = Truth(story)
    for name, grouped in (("found", matched(story)), ("true", true_groups(story))):
        print(f"with the groups that are {name}:")
        for what, score in changes(story, grouped):
            print(f"  {what}: {score}")
            print(f"    missed: {', '.join(score.missed)}")
            for one in score.wrong:
                print(f"    wrong: {one}")
        hit, true, rows = timeline_found(story, grouped)
        print(f"  timeline: {hit} of {true} events in {rows} rows")
    for what, names in (("shifts", ("before", "after")), ("conflicts", ("a", "b"))):
        entries = story.truth[what]
        of_kind = Counter(map(_kind, entries))
        read = {
            kind: readable(truth, [one for one in entries if _kind(one) == kind], names)
            for kind in of_kind
        }
        told = ", ".join(f"{kind} {read[kind]} of {count}" for kind, count in of_kind.items())
        print(f"ceiling of {what}: {told}")


if __name__ == "__main__":
    main()
