"""``reportedly audit``, ``board`` and ``conditions``: one view of a ledger, alone.

In: what a person types. Out: a command for each view; they differ in nothing but what they show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import ViewFormat
from reportedly.cli.parameters import OUTPUT, Asked, Outcome, reads

if TYPE_CHECKING:
    from reportedly.formats.view import View

_LEDGERS: Final = (
    "Articles are read first; ledgers that [b]reportedly read[/b] wrote as JSON or JSON Lines are "
    "shown as they are."
)

AUDIT_HELP: Final = (
    "Show on whose word an article rests, and what rests on one source without a name.\n\n"
    "Counted in words: the outlet's own voice, named, unnamed and withheld sources, and what is "
    f"relayed.\n\n{_LEDGERS}"
)

BOARD_HELP: Final = f"Show who stands where on which proposal.\n\n{_LEDGERS}"

CONDITIONS_HELP: Final = f"Show what hangs on what, and who says so.\n\n{_LEDGERS}"

EXAMPLES: Final = """[bold]Examples[/bold]

  reportedly {name} article.txt --outlet "The Daily Example"

  reportedly {name} ledgers/ --format csv > {name}.csv

  reportedly read article.html --format json | reportedly {name}"""


def _audit() -> View:
    from reportedly.formats.audit import AUDIT

    return AUDIT


def _board() -> View:
    from reportedly.formats.board import BOARD

    return BOARD


def _conditions() -> View:
    from reportedly.formats.conditions import CONDITIONS

    return CONDITIONS


#: The commands by name: what loads the view, and the words of the help.
VIEWS: Final = {
    "audit": (_audit, AUDIT_HELP),
    "board": (_board, BOARD_HELP),
    "conditions": (_conditions, CONDITIONS_HELP),
}


def command(load: Callable[[], View]) -> Callable[..., None]:
    """Return the command that prints a view.

    Args:
        load: what returns the view; it is called once the command runs, as loading takes a while.
    """

    @reads
    def show(
        asked: Asked,
        format_: Annotated[
            ViewFormat,
            typer.Option(
                "--format",
                "-f",
                help="[b]table[/b]: for people. [b]json[/b]: everything, with offsets. "
                "[b]csv[/b]: for a spreadsheet.",
                rich_help_panel=OUTPUT,
            ),
        ] = ViewFormat.TABLE,
    ) -> Outcome:
        from reportedly.cli.output import OneView

        return asked.run(ledgers=True).show(OneView(load(), format_), asked.when)

    return show
