"""What is found in reports → the entries of a story, in the words and names that people read.

In: named tuples with reports in them. Out: values that turn into JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.audit import audit
from reportedly.ledger import Claim
from reportedly.story.actors.bearers import Bearer, Member
from reportedly.story.changes.conflicts import Conflict
from reportedly.story.changes.proposals import Held
from reportedly.story.changes.sayings import Saying, Voices
from reportedly.story.changes.shifts import Shift
from reportedly.story.changes.timeline import Happening
from reportedly.story.copying.copies import Copy
from reportedly.story.copying.inflations import Raised
from reportedly.story.quotes import Quote, quote
from reportedly.story.report import Report
from reportedly.story.story import (
    Change,
    Event,
    Inflation,
    Proposal,
    ReportEntry,
    Stand,
    StoryActor,
    StoryCopy,
)
from reportedly.story.words.wording import ALIKE, Sharing, likeness


def report_entry(report: Report) -> ReportEntry:
    """A report, with on whose word it rests."""
    article = report.ledger.article
    return ReportEntry(
        number=report.number,
        article=report.article or report.number,
        text=report.version,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        words=audit(report.ledger).words,
    )


def actor_entry(id_: str, bearer: Bearer, called: Mapping[Member, str]) -> StoryActor:
    """An actor with all its names."""
    names = dict.fromkeys(called[member] for member in bearer.members)
    return StoryActor(
        id=id_, name=bearer.name, names=tuple(names), kind=bearer.kind, members=bearer.members
    )


def copy_entry(one: Copy) -> StoryCopy:
    """A copy with its passages."""
    return StoryCopy(
        earlier=one.earlier.number,
        later=one.later.number,
        share=one.share,
        words=sum(passage.words for passage in one.passages),
        passages=tuple(
            (
                quote(one.earlier, None, (two.passage.one,)),
                quote(one.later, None, (two.passage.other,)),
            )
            for two in one.shared
        ),
    )


def inflation_entry(one: Raised) -> Inflation:
    """An inflation, each side with its chain."""
    return Inflation(
        dropped=one.dropped,
        before=claim_quote(one.earlier, one.before),
        after=claim_quote(one.later, one.after),
    )


def shift_entry(one: Shift) -> Change:
    """A shift, what was said before first."""
    return Change(
        kind=one.kind,
        change=one.change,
        actor=one.actor,
        before=said(one.before),
        after=said(one.after),
        because=one.explanation,
        confidence=one.confidence,
    )


def conflict_entry(one: Conflict) -> Change:
    """A conflict, the earlier side first."""
    return Change(
        kind=one.kind,
        change=one.about,
        before=said(one.one),
        after=said(one.other),
        others=tuple(map(said, one.others)),
        because=one.explanation,
        confidence=one.confidence,
    )


def event_entry(one: Happening) -> Event:
    """An event, with all who tell of it."""
    return Event(start=one.start, end=one.end, as_of=one.as_of, quotes=tuple(map(said, one.told)))


def board(
    histories: Iterable[Sequence[Held]], voices: Voices
) -> tuple[tuple[Proposal, ...], tuple[Stand, ...]]:
    """All stands, those on one proposal under one id, whoever takes them.

    Args:
        histories: the stands of each actor on each proposal.
        voices: who is who.
    """
    found: list[Held] = []
    words = Sharing()
    entries: list[Stand] = []
    ordered = sorted(histories, key=lambda one: (one[0].saying.report.order, one[0].target))
    for history in ordered:
        first = history[0]
        near = [
            (likeness(first.wording, found[number].wording), -number)
            for number in words(first.wording)
        ]
        alike, place = max(near, default=(0.0, 0))
        place = -place if alike >= ALIKE else len(found)
        if place == len(found):
            found.append(first)
            words.add(first.wording)
        entries += _stands(history, f"P{place + 1}", voices)
    named = (
        Proposal(id=f"P{number}", words=one.saying.report.ledger.text_of(one.target))
        for number, one in enumerate(found, start=1)
    )
    return tuple(named), tuple(entries)


def _stands(history: Sequence[Held], proposal: str, voices: Voices) -> Iterator[Stand]:
    for one in history:
        yield Stand(
            actor=voices.name(one.saying.report, one.actor),
            proposal=proposal,
            stance=one.stance,
            quote=said(one.saying),
            day=one.saying.day or None,
            confidence=one.confidence,
        )


def said(one: Saying) -> Quote:
    """Words with their chain."""
    return quote(one.report, None, one.spans, one.chain)


def claim_quote(report: Report, claim: Claim) -> Quote:
    """A claim as a report has it."""
    return quote(report, claim.id, claim.spans, claim.chain)
