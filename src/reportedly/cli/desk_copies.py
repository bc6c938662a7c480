"""``reportedly desk copies``: who copied whom.

In: what a person types. Out: two articles a row, on standard output. Articles that came before the
program looked for copies are compared first, while standard error tells of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.batch import Tally
from reportedly.cli.choices import ViewFormat, When
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    command,
    opened,
    print_list,
    when_of,
)
from reportedly.cli.parameters import Color, NoColor
from reportedly.cli.progress import bar
from reportedly.cli.screen import standard_error

if TYPE_CHECKING:
    from reportedly.desk import Desk


@command("reportedly desk copies 3\n\nreportedly desk copies --least-share 0.5 -f csv > copies.csv")
def copies(
    article: Annotated[
        int | None,
        typer.Argument(metavar="[ARTICLE]", show_default=False, help="The article's number; all."),
    ] = None,
    address: Address = DEFAULT,
    least_share: Annotated[
        float,
        typer.Option(min=0, max=1, help="Of the later article's words; 0 lists quotations too."),
    ] = 0.1,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List which articles copy which, how much of them, and the longest passage."""
    from reportedly.formats.desk import COPIES, spelled_out

    with opened(address) as found:
        catch_up(found)
        rows = found.copies(article, least_share)
    print_list(COPIES, map(spelled_out, rows), format_, when_of(color, no_color))


def catch_up(desk: Desk) -> None:
    """Compare articles that were not compared with others yet, while standard error tells of it.

    Stop it at any time: the next time goes on where this one stopped.
    """
    console, tally, steps = standard_error(), Tally(), desk.compare()
    total = next(steps)
    with bar(console, total, tally, shown=console.is_terminal, doing="comparing") as draw:
        for left in steps:
            tally.read = total - left
            draw()
