"""Groups of claims, as the truth has them → how often their origins and status are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from benchmarks.story import Story
from reportedly.story.actors.bearers import bearers
from reportedly.story.claims.contradictions import opposes
from reportedly.story.claims.origins import Origins, Tracing
from reportedly.story.claims.roots import Instance
from reportedly.story.claims.status import status
from reportedly.story.copying.copies import copies
from reportedly.story.report import Report


def trace(
    story: Story, reports: Sequence[Report], instances: Sequence[Instance], entailing: int = 0
) -> Origins:
    """The origins of a claim in some of the reports; the last ``entailing`` say more than it."""
    opposite = contradicting(story, reports, instances[: len(instances) - entailing])
    opposite = [one for one in opposite if one not in instances]
    return Tracing(copies(reports), bearers(reports), reports).origins(instances, opposite)


def contradicting(
    story: Story, reports: Sequence[Report], instances: Sequence[Instance]
) -> list[Instance]:
    """What the reports say against a claim."""
    said = story.said
    own = [said[one.report.number, one.claim.id] for one in instances]
    found = []
    for report in reports:
        for claim in report.ledger.claims:
            statement, vector = said[report.number, claim.id]
            if opposes(statement, [(one, float(vector @ v)) for one, v in own]):
                found.append(Instance(report, claim))
    return found


def origins_found(story: Story) -> tuple[int, int]:
    """How often the number of origins, low and high, is right; and of how many steps.

    The members of each group are those of the truth, so that only the counting is measured.
    """
    right = steps = 0
    groups_by_id = {group["id"]: group for group in story.truth["claim_groups"]}
    for name, counts in story.truth["origins"].items():
        group = groups_by_id[name]
        places = [story.claim_at(one) for one in (*group["members"], *group.get("entailing", ()))]
        files: set[str] = set()
        for count in counts:
            files.add(count["after"])
            reports = [story.reports[file] for file in files]
            instances = [
                Instance(story.reports[one.file], story.reports[one.file].ledger.claims[one.number])
                for one in places
                if one is not None and one.file in files
            ]
            more = [story.claim_at(one) for one in group.get("entailing", ())]
            entailing = sum(one is not None and one.file in files for one in more)
            found = trace(story, reports, instances, entailing)
            right += (found.low, found.high) == (count["low"], count["high"])
            steps += 1
    return right, steps


#: The truth has one word for a name and for an outlet's own voice.
SINGLE_NAMED: Final = {"single named source": "single named", "outlet's own voice": "single named"}


def statuses_found(story: Story) -> tuple[int, int]:
    """How often the status at the end is right; of how many groups.

    The members of each group are those of the truth, as for origins.
    """
    reports = list(story.reports.values())
    groups_by_id = {group["id"]: group for group in story.truth["claim_groups"]}
    right = 0
    for name, true in story.truth["status"].items():
        group = groups_by_id[name]
        places = [story.claim_at(one) for one in (*group["members"], *group.get("entailing", ()))]
        instances = [
            Instance(story.reports[one.file], story.reports[one.file].ledger.claims[one.number])
            for one in places
            if one is not None
        ]
        more = sum(story.claim_at(one) is not None for one in group.get("entailing", ()))
        found = status(trace(story, reports, instances, more))
        right += (
            found is not None and SINGLE_NAMED.get(found.status, found.status) == true["status"]
        )
    return right, len(story.truth["status"])
