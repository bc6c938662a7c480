"""The board of a story: who stands where on which proposal, and where they stood before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from rich.text import Text

from reportedly.formats.board import SIDES, SIGNS, STYLES
from reportedly.formats.listing import Column, Listing
from reportedly.formats.names import ARROW
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.story.reports import labels
from reportedly.ledger import Stance
from reportedly.story.story import Stand, Story

#: Characters of a proposal in a table.
LONGEST: Final = 120


class StandRow(NamedTuple):
    """Where an actor stands on a proposal: the last known stance, and those before."""

    proposal: str
    actor: str
    stance: Stance
    before: tuple[Stance, ...]
    day: str | None
    report: str
    words: str
    chain: str
    reports: int
    confidence: float


def _stance(row: StandRow) -> Text:
    side = SIDES[row.stance]
    shown = Text(f"{SIGNS[side]} {row.stance}", STYLES[side])
    if row.before:
        shown.append(f"\n  before: {', '.join(row.before)}", "dim")
    return shown


BOARD: Final = Listing[StandRow](
    columns=(
        Column("Actor", lambda row: row.actor, folds=True),
        Column("Stance", _stance),
        Column("Proposal", lambda row: shortened(on_one_line(row.proposal), LONGEST), folds=True),
        Column("Last", lambda row: row.report, folds=True),
    ),
    fields=StandRow._fields,
    nothing="Nobody takes a position on a proposal.",
)
"""The board, an actor and a proposal a row."""


def board(story: Story) -> Iterator[StandRow]:
    """Where everybody stands, proposals that most actors speak of first."""
    named = labels(story)
    words = {one.id: one.words for one in story.proposals}
    histories: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    for stand in story.stands:
        histories[stand.proposal, stand.actor].append(stand)
    actors: dict[str, set[str]] = defaultdict(set)
    for proposal, actor in histories:
        actors[proposal].add(actor)
    order = sorted(histories, key=lambda key: (-len(actors[key[0]]), key[0]))
    for proposal, actor in order:
        history = sorted(histories[proposal, actor], key=lambda one: one.day or "")
        last = history[-1]
        before = dict.fromkeys(one.stance for one in history[:-1])
        yield StandRow(
            proposal=words[proposal],
            actor=actor,
            stance=last.stance,
            before=tuple(one for one in before if one != last.stance),
            day=last.day,
            report=named[last.quote.report],
            words=last.quote.words,
            chain=ARROW.join(last.quote.chain),
            reports=len({one.quote.report for one in history}),
            confidence=round(last.confidence, 2),
        )
