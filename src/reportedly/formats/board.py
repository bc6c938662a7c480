"""A ledger's positions → the board: who stands where on which proposal.

In: a `Ledger`. Out: `Standing`s, an actor with its positions each, and what they differ on; as a
table for a terminal, as rows and as plain values. Targets in equal words are one proposal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.formats.names import badges_of, key_of, names_of
from reportedly.formats.printable import on_one_line
from reportedly.formats.styles import AGAINST_STYLE, FOR_STYLE, OPEN_STYLE, SOURCE_STYLE, badge
from reportedly.formats.view import View
from reportedly.ledger import Actor, Ledger, Position, Stance

Side = Literal["for", "against", "open"]

#: On which side of the board a stance stands.
SIDES: Final[dict[Stance, Side]] = {
    "proposes": "for",
    "supports": "for",
    "requests": "for",
    "offers": "for",
    "intends": "for",
    "opposes": "against",
    "warns": "against",
    "doubts": "open",
    "reluctant": "open",
    "conditional": "open",
    "undecided": "open",
    "mixed": "open",
    "withholds": "open",
}

#: The sign of each side, which tells it apart where there is no colour.
SIGNS: Final[dict[Side, str]] = {"for": "+", "against": "−", "open": "~"}

STYLES: Final[dict[Side, str]] = {
    "for": FOR_STYLE,
    "against": AGAINST_STYLE,
    "open": OPEN_STYLE,
}

#: The titles of the board and of what its actors differ on, and what stands on an empty board.
TITLE: Final = "Where they stand"
DISPUTED: Final = "In dispute"
NOTHING: Final = "Nobody takes a position on a proposal."

COLUMNS: Final = (
    "article", "id", "actor", "kind", "anonymity", "side", "stance", "proposal", "evidence",
    "attribution", "confidence",
)  # fmt: skip


class Stand(NamedTuple):
    """An actor's position on a proposal, which has the words of its first mention."""

    name: str
    side: Side
    proposal: str
    position: Position


class Standing(NamedTuple):
    """An actor with all its positions; ``badges`` are what to know of it."""

    name: str
    actor: Actor | None
    badges: tuple[str, ...]
    stands: tuple[Stand, ...]

    @property
    def once(self) -> list[Stand]:
        """Its positions, without those that the article tells again."""
        told = {(one.proposal, one.position.stance): one for one in reversed(self.stands)}
        return list(reversed(told.values()))


def standings(ledger: Ledger) -> list[Standing]:
    """The board: the actors in the order of their first positions.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> mayor = Actor(id="A1", name="the mayor", kind="person", named=False, anonymity="unnamed")
    >>> ledger = Ledger(
    ...     model=ModelInfo(name="none", version="0"), actors=(mayor,),
    ...     article=Article(text="The mayor wants a ferry."),
    ...     positions=(Position(id="P1", actor="A1", stance="supports", target_spans=((16, 23),)),))
    >>> [(one.name, one.stands[0].side, one.stands[0].proposal) for one in standings(ledger)]
    [('the mayor', 'for', 'a ferry')]
    """
    actors = {actor.id: actor for actor in ledger.actors}
    groups: dict[str, list[Stand]] = defaultdict(list)
    for stand in _stands(ledger):
        groups[stand.position.actor].append(stand)
    return [
        Standing(group[0].name, actors.get(id_), badges_of(actors.get(id_)), tuple(group))
        for id_, group in groups.items()
    ]


def disputes(ledger: Ledger) -> list[tuple[str, list[Stand]]]:
    """The proposals that actors differ on, each with where they stand."""
    groups: dict[str, list[Stand]] = defaultdict(list)
    for stand in _stands(ledger):
        groups[stand.proposal].append(stand)
    return [
        (proposal, group)
        for proposal, group in groups.items()
        if len({stand.side for stand in group}) > 1
        and len({stand.position.actor for stand in group}) > 1
    ]


def _stands(ledger: Ledger) -> Iterator[Stand]:
    names = names_of(ledger)
    proposals: dict[str, str] = {}
    for position in ledger.positions:
        words = ledger.text_of(position.target_spans)
        yield Stand(
            name=names.get(position.actor, position.actor),
            side=SIDES[position.stance],
            proposal=proposals.setdefault(key_of(words) or position.id, words),
            position=position,
        )


def table(ledger: Ledger) -> RenderableType:
    """The board for a terminal: the positions of each actor, and what the actors differ on."""
    found = standings(ledger)
    if not found:
        return Text(NOTHING, "dim")
    board = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    board.add_column("Actor", overflow="fold", max_width=36)
    board.add_column("Stance", no_wrap=True)
    board.add_column("Proposal", overflow="fold")
    for one in found:
        shown = Text(on_one_line(one.name), SOURCE_STYLE)
        for word in one.badges:
            shown.append(" ").append_text(badge(word))
        for stand in one.once:
            stance = f"{SIGNS[stand.side]} {stand.position.stance}"
            proposal = Text(on_one_line(stand.proposal))
            board.add_row(shown, Text(stance, STYLES[stand.side]), proposal)
            shown = Text()
    legend = "  ".join(f"{sign} {side}" for side, sign in SIGNS.items())
    differing = [_dispute(proposal, group) for proposal, group in disputes(ledger)]
    return Group(board, *differing, Text(legend, "dim"))


def _dispute(proposal: str, group: list[Stand]) -> Text:
    shown = Text.assemble((f"{DISPUTED}: ", "dim"), (on_one_line(proposal), "bold"))
    for stand in group:
        who = (f"{SIGNS[stand.side]} {on_one_line(stand.name)}", STYLES[stand.side])
        shown.append_text(Text.assemble("  ", who))
    return shown


def _rows(ledger: Ledger) -> Iterator[tuple[str, ...]]:
    for one in standings(ledger):
        for name, side, proposal, position in one.stands:
            yield (
                position.id,
                name,
                one.actor.kind if one.actor else "",
                one.actor.anonymity if one.actor else "",
                side,
                position.stance,
                proposal,
                ledger.text_of(position.evidence_spans),
                position.attribution or "",
                f"{position.confidence:.2f}",
            )


def _record(ledger: Ledger) -> dict[str, object]:
    return {
        "actors": [
            {
                "actor": one.stands[0].position.actor,
                "name": one.name,
                "kind": one.actor and one.actor.kind,
                "anonymity": one.actor and one.actor.anonymity,
                "positions": [
                    {
                        "id": position.id,
                        "side": side,
                        "stance": position.stance,
                        "proposal": proposal,
                        "target_spans": position.target_spans,
                        "evidence": ledger.text_of(position.evidence_spans),
                        "evidence_spans": position.evidence_spans,
                        "attribution": position.attribution,
                        "confidence": position.confidence,
                    }
                    for _, side, proposal, position in one.stands
                ],
            }
            for one in standings(ledger)
        ],
        "disputes": [
            {"proposal": proposal, "positions": [stand.position.id for stand in group]}
            for proposal, group in disputes(ledger)
        ],
    }


BOARD: Final = View(columns=COLUMNS, rows=_rows, record=_record, shown=table)
"""The board as ``reportedly board`` prints it."""
