"""``reportedly audit``, ``board`` and ``conditions``: one view of a ledger, alone.

In: what a person types. Out: a command for each view; they differ in nothing but what they show.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import Debug, ViewFormat, When
from reportedly.cli.parameters import (
    LONGEST,
    OUTPUT,
    Author,
    Color,
    FieldsNamed,
    Files,
    Force,
    InputFormat,
    Jobs,
    MaxCharacters,
    ModelName,
    NoColor,
    Outlet,
    Published,
    Title,
    Url,
    named,
    options_of,
)
from reportedly.cli.screen import INTERRUPTED, ending

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

    def show(
        inputs: Files = None,
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
        color: Color = When.AUTO,
        no_color: NoColor = False,
        outlet: Outlet = None,
        title: Title = None,
        author: Author = None,
        published: Published = None,
        url: Url = None,
        input_format: InputFormat = "auto",
        field: FieldsNamed = None,
        max_characters: MaxCharacters = LONGEST,
        force: Force = False,
        model: ModelName = "small",
        jobs: Jobs = 1,
        debug: Debug = False,
    ) -> None:
        with ending(debug=debug):
            from reportedly.cli.output import OneView
            from reportedly.cli.run import Run

            options = options_of(
                input_format=input_format,
                outlet=outlet,
                title=title,
                author=author,
                published=published,
                url=url,
                max_characters=max_characters,
                force=force,
                field=field,
            )
            run = Run(named(inputs), options, model, jobs, ledgers=True)
            tally = run.show(OneView(load(), format_), When.NEVER if no_color else color)
            sys.stdout.flush()
            raise typer.Exit(INTERRUPTED if tally.interrupted else tally.exit_status)

    return show
