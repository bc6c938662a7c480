"""``reportedly story whatif``: which plans fall, stand or hang in the air, if something is so.

In: a story and what is assumed, as a person types it. Out: what becomes of each plan, and why.
"""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.choices import ViewFormat, When
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    command,
    print_list,
    story,
    when_of,
)
from reportedly.cli.parameters import Color, NoColor
from reportedly.cli.story import Name
from reportedly.cli.story_views import draw, told_at

EXAMPLES = """reportedly story whatif ferry

reportedly story whatif ferry --assume "inspection=no" --assume "new gates=yes"

reportedly story whatif ferry --assume "inspection=0.7"
"""


@command(EXAMPLES, story)
def whatif(
    name: Name,
    typed: Annotated[
        list[str] | None,
        typer.Option(
            "--assume",
            metavar="WORDS=VALUE",
            show_default=False,
            help="What is to be so: yes, no, unknown, or a chance from 0 to 1 (needs the extra "
            "whatif). Words are the ids that story conditions shows, or words of a report.",
        ),
    ] = None,
    samples: Annotated[
        int | None,
        typer.Option(min=1, show_default=False, help="Draw chances so often, and do not count."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the draws.")] = 0,
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show which plans fall, stand or hang in the air, and on whose words that rests."""
    from reportedly.formats.story import whatif as view
    from reportedly.story.conditions.assumptions import assumptions
    from reportedly.story.conditions.chances import Chance, chances_of
    from reportedly.story.conditions.whatif import what_if

    graph = told_at(name, address).conditions
    assumed = assumptions(graph, typed or ())
    answer = what_if(graph, assumed.values)
    chances: dict[str, Chance] = {}
    if assumed.chances:
        found = chances_of(graph, assumed.chances, assumed.values, samples=samples, seed=seed)
        chances = {one.proposition.id: one for one in found.plans}
    if format_ is ViewFormat.TABLE:
        draw(view.shown(answer, chances), when_of(color, no_color))
    else:
        print_list(view.VERDICTS, view.verdicts(answer, chances), format_)
