"""A claim's reports and those of its opposite → which origins have taken it back.

In: who says it in which report, and from which root. Out: the roots that no longer vouch for it:
their article was changed and lacks the claim now, or they said something later that contradicts it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.story.claims.roots import Instance, Root
from reportedly.story.report import Report
from reportedly.story.words.numbers import numbers_in
from reportedly.story.words.statements import stems_of


def corrected(
    instance: Instance, reports: Sequence[Report], against: Sequence[Instance] = ()
) -> bool:
    """Whether the newest version of the same article no longer has a claim.

    Two reports of one outlet with the same address are versions of one article. A version has the
    claim if it has its words, or a sentence with its numbers and half of its other words, and
    nothing in it contradicts them.

    Args:
        instance: a claim of a report.
        reports: all reports at hand.
        against: what contradicts the claim.
    """
    article = instance.report.ledger.article
    later = [
        report
        for report in reports
        if article.url
        and report.ledger.article.url == article.url
        and report.outlet == instance.report.outlet
        and report.order > instance.report.order
    ]
    words = [article.text[start:end] for start, end in instance.claim.spans]
    newest = max(later, key=lambda report: report.order, default=None)
    if newest is None or all(one in newest.text for one in words):
        return False
    contradicted = any(one.report.number == newest.number for one in against)
    return contradicted or not any(
        _has(newest.text[start:end], " ".join(words)) for start, end in newest.sentences
    )


def _has(sentence: str, words: str) -> bool:
    mine, theirs = stems_of(words), stems_of(sentence)
    numbers = set(numbers_in(words)) <= set(numbers_in(sentence))
    return numbers and 2 * len(mine & theirs) >= len(mine)


def withdrawn(
    told: Sequence[tuple[Instance, Root]],
    against: Sequence[tuple[Instance, Root]],
    reports: Sequence[Report],
) -> set[str]:
    """The keys of roots that have taken a claim back.

    Args:
        told: the claim in each report, and where it comes from.
        against: what contradicts it in the same way.
        reports: all reports at hand.
    """
    taken_back = set()
    for key in {root.key for _, root in told}:
        own = [one for one, root in told if root.key == key and root.own]
        last = max((one.report.order for one in own), default=("", 0))
        said = max((one.report.order for one, root in against if root.key == key), default=("", 0))
        opposite = [one for one, _ in against]
        versions = [one for one in own if not corrected(one, reports, opposite)]
        if (own and not versions) or said > last > ("", 0):
            taken_back.add(key)
    return taken_back
