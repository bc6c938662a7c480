"""What hangs on what in a story, and what becomes of it → listings, and lines for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from reportedly.formats.listing import Listing
from reportedly.formats.names import ARROW
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.styles import AGAINST_STYLE, FOR_STYLE, OPEN_STYLE
from reportedly.story.conditions.chances import Chance
from reportedly.story.conditions.conditional import Link, Proposition, Value
from reportedly.story.conditions.kleene import evaluate
from reportedly.story.conditions.whatif import VALUES, Answer, Verdict
from reportedly.story.story import Story

#: Characters of a proposition.
LONGEST: Final = 100

#: What stands before and after what becomes of plans.
TITLES: Final = {"stand": "Stand", "fall": "Fall", "open": "Hang in the air", "rights": "Rights"}

NOTHING: Final = "Nothing in this story hangs on anything."

_SIGNS: Final[dict[Value, str]] = {True: "✓", False: "✗", None: "?"}
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


CONDITIONS: Final = Listing[LinkRow](columns=(), fields=LinkRow._fields, nothing=NOTHING)
"""Conditions, one a row, for programs."""


class VerdictRow(NamedTuple):
    """What becomes of a plan or right, what decides that, and why."""

    becomes: Outcome
    id: str
    words: str
    because: str
    why: str
    low: float | None
    high: float | None
    error: float | None


VERDICTS: Final = Listing[VerdictRow](columns=(), fields=VerdictRow._fields, nothing=NOTHING)
"""Plans and rights, one a row, for programs."""


def conditions(story: Story) -> Iterator[LinkRow]:
    """What hangs on what, in the order in which reports tell it."""
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


def tree(story: Story) -> RenderableType:
    """What hangs on what, for a terminal: what nothing hangs on first, and below it its needs."""
    graph = story.conditions
    if not graph.links:
        return Text(NOTHING, "dim")
    values = evaluate(graph).values
    named = {one.id: one for one in graph.propositions}
    needs: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in graph.links:
        needs[link.outcome][link.requirement].append(link)
    needed = {link.requirement for link in graph.links}

    def grow(branch: Tree, name: str, above: frozenset[str]) -> None:
        for requirement, links in needs[name].items() if name in needs else ():
            words = _relation(links[0])
            below = branch.add(
                Group(
                    Text.assemble(f"{words} ", _proposition(named[requirement], values)),
                    Text(_quoted(links), "dim"),
                )
            )
            if requirement not in above:
                grow(below, requirement, above | {requirement})

    trees = []
    for name in sorted(needs, key=lambda one: one in needed):
        if name in needed and any(name in _reached(root, needs) for root in needs.keys() - needed):
            continue  # it stands in the tree of what hangs on it
        trees.append(Tree(_proposition(named[name], values), guide_style="dim"))
        grow(trees[-1], name, frozenset({name}))
    legend = "   ".join(f"{sign} {VALUES[value]}" for value, sign in _SIGNS.items())
    return Group(*trees, Text(legend, "dim"))


def _reached(name: str, needs: Mapping[str, Mapping[str, Sequence[Link]]]) -> set[str]:
    """All that something hangs on, directly or not."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        for requirement in needs.get(ahead.pop(), ()):
            if requirement not in found:
                found.add(requirement)
                ahead.append(requirement)
    return found


def _proposition(one: Proposition, values: Mapping[str, Value]) -> Text:
    value = values[one.id]
    gloss = shortened(on_one_line(one.gloss.words), LONGEST)
    return Text.assemble((f"{_SIGNS[value]} {one.id}", _STYLES[value]), f"  “{gloss}”")


def _relation(link: Link) -> str:
    words = f"{link.relation}{', not' if link.negated else ''}"
    return f"{words} (one way)" if link.alternative else words


def _quoted(links: Sequence[Link]) -> str:
    first = links[0]
    more = f" and {len(links) - 1} more" if len(links) > 1 else ""
    return on_one_line(f"“{first.quote.words}” {ARROW.join(first.chain)}{more}")


def verdicts(answer: Answer, chances: Mapping[str, Chance]) -> Iterator[VerdictRow]:
    """What becomes of each plan and right."""
    for becomes, ones in _parts(answer):
        for one in ones:
            gloss = one.proposition.gloss.words
            chance = chances.get(one.proposition.id)
            numbers = (chance.low, chance.high, chance.error) if chance else (None, None, None)
            yield VerdictRow(becomes, one.proposition.id, gloss, one.because, one.why, *numbers)


def shown(answer: Answer, chances: Mapping[str, Chance]) -> RenderableType:
    """What falls, stands and hangs in the air, for a terminal."""
    lines = list(_lines(answer, chances))
    return Group(*lines) if lines else Text(NOTHING, "dim")


def _lines(answer: Answer, chances: Mapping[str, Chance]) -> Iterator[RenderableType]:
    for name, value in answer.assumed.items():
        yield Text.assemble(("Assumed: ", "dim"), f"{name} is {VALUES[value]}")
    for becomes, ones in _parts(answer):
        if ones:
            yield Text(f"\n{TITLES[becomes]}", "bold")
        for one in ones:
            yield _verdict(one, chances.get(one.proposition.id))
            yield Padding(Text(on_one_line(one.why), "dim"), (0, 0, 0, 4))


def _verdict(one: Verdict, chance: Chance | None) -> Text:
    words = shortened(on_one_line(one.proposition.gloss.words), LONGEST)
    line = Text.assemble("  ", (one.proposition.id, _STYLES[one.value]), f"  “{words}”")
    return line if chance is None else line.append(f"  {_chance(chance)}", "bold")


def _chance(one: Chance) -> str:
    """A chance, or the two between which it is, and how far off it may be."""
    low, high = f"{one.low:.0%}", f"{one.high:.0%}"
    return (low if low == high else f"{low} to {high}") + (
        f" ± {one.error:.1%}" if one.error else ""
    )


def _parts(answer: Answer) -> Iterator[tuple[Outcome, Sequence[Verdict]]]:
    yield "fall", answer.fall
    yield "stand", answer.stand
    yield "open", answer.open
    yield "rights", answer.rights
