"""What hangs on what in a story, and what becomes of it → listings, and lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.formats.listing import Column, Listing
from reportedly.formats.names import ARROW
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.styles import AGAINST_STYLE, FOR_STYLE, MARK_STYLE, OPEN_STYLE
from reportedly.story.conditional import Value
from reportedly.story.kleene import evaluate
from reportedly.story.story import Story
from reportedly.story.whatif import VALUES, Answer, Verdict

#: Characters of a proposition.
LONGEST: Final = 100

#: What stands before and after what becomes of plans.
TITLES: Final = {"stand": "Stand", "fall": "Fall", "open": "Hang in the air", "rights": "Rights"}

NOTHING: Final = "Nothing in this story hangs on anything."

_STYLES: Final[dict[Value, str]] = {True: FOR_STYLE, False: AGAINST_STYLE, None: OPEN_STYLE}

Outcome = Literal["stand", "fall", "open", "rights"]


class LinkRow(NamedTuple):
    """An outcome and what it hangs on, with the values that both have as things stand."""

    outcome_id: str
    outcome: str
    outcome_value: str
    relation: str
    negated: bool
    alternative: str | None
    requirement_id: str
    requirement: str
    requirement_value: str
    words: str
    chain: str
    report: int


CONDITIONS: Final = Listing[LinkRow](
    columns=(
        Column("", lambda row: Text(row.outcome_id, MARK_STYLE), folds=True),
        Column("Is", lambda row: row.outcome_value),
        Column("Hangs on", lambda row: row.relation + (", not" if row.negated else "")),
        Column("", lambda row: Text(row.requirement_id, MARK_STYLE), folds=True),
        Column("Is", lambda row: row.requirement_value),
        Column("Says", lambda row: f"“{shortened(on_one_line(row.words), LONGEST)}” {row.chain}",
               folds=True),
    ),
    fields=LinkRow._fields,
    nothing=NOTHING,
)  # fmt: skip
"""Conditions, one a row."""


class VerdictRow(NamedTuple):
    """What becomes of a plan or right, what decides that, and why."""

    becomes: Outcome
    id: str
    words: str
    because: str
    why: str
    chance: float | None


VERDICTS: Final = Listing[VerdictRow](columns=(), fields=VerdictRow._fields, nothing=NOTHING)
"""Plans and rights, one a row, for programs."""


def conditions(story: Story) -> Iterator[LinkRow]:
    """What hangs on what, outcomes of most requirements first."""
    graph = story.conditions
    values = evaluate(graph).values
    glosses = {one.id: one.gloss.words for one in graph.propositions}
    for link in graph.links:
        yield LinkRow(
            outcome_id=link.outcome,
            outcome=glosses[link.outcome],
            outcome_value=VALUES[values[link.outcome]],
            relation=link.relation,
            negated=link.negated,
            alternative=link.alternative,
            requirement_id=link.requirement,
            requirement=glosses[link.requirement],
            requirement_value=VALUES[values[link.requirement]],
            words=link.quote.words,
            chain=ARROW.join(link.chain),
            report=link.quote.report,
        )


def verdicts(answer: Answer, chances: Mapping[str, float]) -> Iterator[VerdictRow]:
    """What becomes of each plan and right."""
    for becomes, ones in _parts(answer):
        for one in ones:
            gloss = one.proposition.gloss.words
            chance = chances.get(one.proposition.id)
            yield VerdictRow(becomes, one.proposition.id, gloss, one.because, one.why, chance)


def shown(answer: Answer, chances: Mapping[str, float]) -> RenderableType:
    """What falls, stands and hangs in the air, for a terminal."""
    lines = list(_lines(answer, chances))
    return Group(*lines) if lines else Text(NOTHING, "dim")


def _lines(answer: Answer, chances: Mapping[str, float]) -> Iterator[RenderableType]:
    for name, value in answer.assumed.items():
        yield Text.assemble(("Assumed: ", "dim"), f"{name} is {VALUES[value]}")
    for becomes, ones in _parts(answer):
        if ones:
            yield Text(f"\n{TITLES[becomes]}", "bold")
        for one in ones:
            yield _verdict(one, chances.get(one.proposition.id))
            yield Padding(Text(on_one_line(one.why), "dim"), (0, 0, 0, 4))


def _verdict(one: Verdict, chance: float | None) -> Text:
    words = shortened(on_one_line(one.proposition.gloss.words), LONGEST)
    line = Text.assemble("  ", (one.proposition.id, _STYLES[one.value]), f"  “{words}”")
    return line if chance is None else line.append(f"  {chance:.0%}", "bold")


def _parts(answer: Answer) -> Iterator[tuple[Outcome, Sequence[Verdict]]]:
    yield "fall", answer.fall
    yield "stand", answer.stand
    yield "open", answer.open
    yield "rights", answer.rights
