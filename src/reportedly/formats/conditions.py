"""A ledger's conditions → trees: what hangs on what, and on whose word.

In: a `Ledger`. Out: `Branch`es, in an order in which each stands below what hangs on it; as a tree
for a terminal, as rows and as plain values. What is required in one condition and hangs on another,
in equal words, joins the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from reportedly.audit import speaker
from reportedly.formats.names import key_of, names_of
from reportedly.formats.printable import on_one_line
from reportedly.formats.styles import CUE_STYLE
from reportedly.formats.view import View
from reportedly.ledger import OUTLET, Condition, Ledger

#: The title of the trees, and what stands there if there are none.
TITLE: Final = "What hangs on what"
NOTHING: Final = "Nothing in this text is said to hang on anything else."

#: No tree is drawn deeper; what would be deeper stands at this depth.
DEEPEST: Final = 8

COLUMNS: Final = (
    "article", "id", "below", "outcome", "relation", "requirement", "whose", "attribution",
    "confidence",
)  # fmt: skip


_Waiting = tuple[Condition, int, str | None]


class Branch(NamedTuple):
    """A condition in words.

    ``depth`` is 0 where a tree begins. ``below`` is the id of the condition whose requirement this
    one's outcome is; ``whose`` is who says so.
    """

    depth: int
    outcome: str
    requirement: str
    whose: str
    condition: Condition
    below: str | None


def branches(ledger: Ledger) -> list[Branch]:
    """All conditions, each once: those of one outcome together, those that it hangs on below it.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> ledger = Ledger(
    ...     model=ModelInfo(name="none", version="0"),
    ...     article=Article(text="It sails if it is calm."),
    ...     conditions=(Condition(id="K1", outcome_spans=((0, 8),), relation="if",
    ...                           requirement_spans=((12, 22),)),))
    >>> [(one.outcome, one.condition.relation, one.requirement) for one in branches(ledger)]
    [('It sails', 'if', 'it is calm')]
    """
    names = names_of(ledger)
    speakers = {entry.id: speaker(entry) for entry in ledger.attributions}
    groups: dict[str, list[Condition]] = defaultdict(list)
    required = set()
    for condition in ledger.conditions:
        groups[_key(ledger, condition)].append(condition)
        required.add(key_of(ledger.text_of(condition.requirement_spans)))
    found: list[Branch] = []

    def beneath(outcome: str, depth: int, below: str | None) -> list[_Waiting]:
        return [(one, depth, below) for one in reversed(groups.pop(outcome, []))]

    # Outcomes that nothing else hangs on begin the trees; if all hang on each other, the first.
    for beginning in sorted(groups, key=lambda outcome: outcome in required):
        waiting = beneath(beginning, 0, None)
        while waiting:
            condition, depth, below = waiting.pop()
            requirement = ledger.text_of(condition.requirement_spans)
            whose = speakers.get(condition.attribution or "") or OUTLET
            found.append(
                Branch(
                    depth=depth,
                    outcome=ledger.text_of(condition.outcome_spans),
                    requirement=requirement,
                    whose=names.get(whose, whose),
                    condition=condition,
                    below=below,
                )
            )
            waiting += beneath(key_of(requirement), min(depth + 1, DEEPEST), condition.id)
    return found


def _key(ledger: Ledger, condition: Condition) -> str:
    return key_of(ledger.text_of(condition.outcome_spans)) or condition.id


def trees(ledger: Ledger) -> RenderableType:
    """The trees for a terminal: each outcome, and below it what it hangs on."""
    found: list[Tree] = []
    nodes: list[Tree] = []
    heading = None
    for branch in branches(ledger):
        if branch.depth == 0 and key_of(branch.outcome) != heading:
            heading = key_of(branch.outcome)
            found.append(Tree(Text(on_one_line(branch.outcome), "bold"), guide_style="dim"))
        words = Text.assemble(
            (branch.condition.relation, CUE_STYLE),
            f" {on_one_line(branch.requirement)} ",
            (f"— {on_one_line(branch.whose)}", "dim"),
        )
        del nodes[branch.depth :]
        nodes.append((nodes[-1] if nodes else found[-1]).add(words))
    return Group(*found) if found else Text(NOTHING, "dim")


def _rows(ledger: Ledger) -> Iterator[tuple[str, ...]]:
    for branch in branches(ledger):
        yield (
            branch.condition.id,
            branch.below or "",
            branch.outcome,
            branch.condition.relation,
            branch.requirement,
            branch.whose,
            branch.condition.attribution or "",
            f"{branch.condition.confidence:.2f}",
        )


def _record(ledger: Ledger) -> dict[str, object]:
    return {
        "conditions": [
            {
                "id": branch.condition.id,
                "below": branch.below,
                "outcome": branch.outcome,
                "outcome_spans": branch.condition.outcome_spans,
                "relation": branch.condition.relation,
                "requirement": branch.requirement,
                "requirement_spans": branch.condition.requirement_spans,
                "whose": branch.whose,
                "attribution": branch.condition.attribution,
                "confidence": branch.condition.confidence,
            }
            for branch in branches(ledger)
        ]
    }


CONDITIONS: Final = View(columns=COLUMNS, rows=_rows, record=_record, shown=trees)
"""The trees as ``reportedly conditions`` prints them."""
