"""A ledger → the parts of its page beside the article: whose voice, who stands where, what hangs.

In: a `Ledger`. Out: HTML, nothing of which comes from the ledger unescaped. A part of which the
ledger knows nothing is an empty text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.audit import Audit
from reportedly.formats import board, conditions
from reportedly.formats.markup import badges, escaped
from reportedly.formats.names import key_of
from reportedly.formats.voices import RELAYED, shares
from reportedly.ledger import Ledger

#: Heights of the voices in the strip, of 10: the less is known of who vouches, the lower.
_HEIGHTS = {"named": 10, "unnamed": 7, "withheld": 5, "unidentified": 3}


def strip(pieces: Iterable[tuple[int, int, str]], length: int, told: str) -> str:
    """The article from its first character to its last, with whose voice it speaks in.

    Args:
        pieces: start, end and voice of what is not the outlet's own.
        length: of the article's text.
        told: the same in words.
    """
    scale = 1000 / (length or 1)
    bars = "".join(
        f'<rect class="{voice}" x="{scale * start:.2f}" y="{10 - _HEIGHTS[voice]}" '
        f'width="{scale * (end - start):.2f}" height="{_HEIGHTS[voice]}"/>'
        for start, end, voice in pieces
    )
    return (
        '<svg class="strip" role="img" viewBox="0 0 1000 10" preserveAspectRatio="none">'
        f"<title>From the first word to the last: {escaped(told)}</title>"
        f'<rect class="whole" width="1000" height="10"/>{bars}</svg>\n'
    )


def voices(found: Audit) -> str:
    """The shares of the voices, each beside its colour."""
    items = [f'<li class="{voice}">{escaped(told)}</li>' for voice, told in shares(found.words)]
    if found.words.relayed:
        items.append(f"<li>of it {RELAYED} {found.words.share('relayed'):.0%}</li>")
    return f'<ul class="voices">{"".join(items)}</ul>\n'


def positions(ledger: Ledger, keys: dict[str, str]) -> Iterator[str]:
    """The board: the positions of each actor, and what the actors differ on.

    Args:
        ledger: the ledger.
        keys: what the notes of the attributions are called, by the ids of these.
    """
    found = board.standings(ledger)
    if not found:
        return
    yield f'<section aria-labelledby="board"><h2 id="board">{board.TITLE}</h2>\n'
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="board">'
    yield '<table class="board"><thead><tr><th scope="col">Actor</th><th scope="col">Stance</th>'
    yield '<th scope="col">Proposal</th><th scope="col">Said in</th></tr></thead>\n'
    for one in found:
        who = f'<span class="source">{escaped(one.name)}</span>{badges(one.badges)}'
        head = f'<th scope="rowgroup" rowspan="{len(one.once)}" dir="auto">{who}</th>'
        yield "<tbody>"
        for stand in one.once:
            sign = f'<span aria-hidden="true">{board.SIGNS[stand.side]}</span>'
            yield (
                f'<tr>{head}<td class="{stand.side}">{sign} {stand.position.stance}</td>'
                f'<td dir="auto" class="what">{escaped(stand.proposal)}</td>'
                f"<td>{_pointer(stand.position.attribution, keys)}</td></tr>"
            )
            head = ""
        yield "</tbody>\n"
    yield "</table></div>\n"
    for proposal, group in board.disputes(ledger):
        sides = ", ".join(
            f'<span class="{stand.side}">{escaped(stand.name)} {stand.position.stance}</span>'
            for stand in group
        )
        what = f"{board.DISPUTED}: <strong>{escaped(proposal)}</strong>"
        yield f'<p class="dispute">{what} — {sides}</p>\n'
    yield "</section>\n"


def hanging(ledger: Ledger, keys: dict[str, str]) -> Iterator[str]:
    """The conditions as lists within lists: an outcome, and below it what it hangs on.

    Args:
        ledger: the ledger.
        keys: what the notes of the attributions are called, by the ids of these.
    """
    found = conditions.branches(ledger)
    if not found:
        return
    yield f'<section aria-labelledby="conditions"><h2 id="conditions">{conditions.TITLE}</h2>\n'
    yield '<ul class="tree">'
    deep, heading = 0, None
    for branch in found:
        outcome = key_of(branch.outcome)
        if branch.depth == 0 and outcome != heading:
            yield "</li></ul>" * deep + ("</li>" if heading is not None else "")
            yield f'\n<li dir="auto"><span class="outcome">{escaped(branch.outcome)}</span>'
            deep, heading = 0, outcome
        yield "</li></ul>" * (deep - branch.depth - 1)
        yield "<ul>" if deep <= branch.depth else "</li>"
        deep = branch.depth + 1
        yield (
            f'<li dir="auto"><span class="cue">{branch.condition.relation}</span> '
            f'{escaped(branch.requirement)} <span class="whose">— {escaped(branch.whose)} '
            f"{_pointer(branch.condition.attribution, keys)}</span>"
        )
    yield "</li></ul>" * deep + "</li></ul>\n</section>\n"


def _pointer(attribution: str | None, keys: dict[str, str]) -> str:
    """A link to the note of an attribution."""
    if attribution not in keys:
        return ""
    key = keys[attribution]
    return f'<a href="#{key}" data-of="{key}">{escaped(attribution)}</a>'
