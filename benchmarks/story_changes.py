"""How well the changes of a story are found: `python -m benchmarks.story_changes`.

Reads the sample story with the model that ships, and compares shifts, conflicts, inflations and the
timeline with ``samples/story/truth.json``. A shift, conflict or inflation is right if its two
quotations overlap the words of the truth, in either order, or other words that the truth has for
the same: members of one group of claims, what it lists under "also" and "via", the same sentence of
a copy, for a denial the words that relay what is denied. "Strictly" counts the very words alone.
What the truth has among its corrections is neither right nor wrong. The ceiling is how many could
be found: both sides were read, as claims or, of positions, as positions. Nothing was learned from
this story, but the rules were written with it in sight.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.story import STORY, Claimed, Story
from benchmarks.story_truth import Found, Quoted, Score, Truth, compare, kind_of, readable
from reportedly.ledger import Spans
from reportedly.story.actors.bearers import bearers
from reportedly.story.changes.conflicts import conflicts
from reportedly.story.changes.sayings import Voices
from reportedly.story.changes.shifts import shifts
from reportedly.story.changes.timeline import events
from reportedly.story.claims.matching import Decision, groups
from reportedly.story.claims.roots import Instance
from reportedly.story.copying.copies import copies
from reportedly.story.copying.inflations import inflated
from reportedly.story.copying.retellings import retold
from reportedly.story.embedding import embedder
from reportedly.story.report import Report
from reportedly.story.words.statements import statement_of


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
        of_kind = Counter(map(kind_of, entries))
        read = {
            kind: readable(truth, [one for one in entries if kind_of(one) == kind], names)
            for kind in of_kind
        }
        told = ", ".join(f"{kind} {read[kind]} of {count}" for kind, count in of_kind.items())
        print(f"ceiling of {what}: {told}")


if __name__ == "__main__":
    main()
