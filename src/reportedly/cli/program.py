"""The program: its commands, its own options, and the words of its help."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly import __version__
from reportedly.cli.desk import EXAMPLES as DESK_EXAMPLES
from reportedly.cli.desk import HELP as DESK_HELP
from reportedly.cli.desk_command import desk, story
from reportedly.cli.desk_copies import copies  # noqa: F401  (adds its command to the desk)
from reportedly.cli.desk_corrections import correct  # noqa: F401  (likewise)
from reportedly.cli.desk_follow import follow  # noqa: F401  (likewise)
from reportedly.cli.desk_reread import reread  # noqa: F401  (likewise)
from reportedly.cli.model import model
from reportedly.cli.read import EXAMPLES, read
from reportedly.cli.schema import EXAMPLES as SCHEMA_EXAMPLES
from reportedly.cli.schema import schema
from reportedly.cli.sourcing import EXAMPLES as SOURCING_EXAMPLES
from reportedly.cli.sourcing import HELP as SOURCING_HELP
from reportedly.cli.sourcing import sourcing
from reportedly.cli.story import EXAMPLES as STORY_EXAMPLES
from reportedly.cli.story import HELP as STORY_HELP
from reportedly.cli.story_views import show  # noqa: F401  (adds its commands to the story)
from reportedly.cli.story_whatif import whatif  # noqa: F401  (likewise)
from reportedly.cli.views import EXAMPLES as VIEW_EXAMPLES
from reportedly.cli.views import VIEWS, command

_HELP: Final = """Read news reports, and keep the ledger of who says what, on whose word.

Everything happens on this machine; no article leaves it, and only what you name by its address is
fetched."""

_START: Final = """[bold]To begin[/bold]

  reportedly read article.txt

  reportedly read article.html --format html > marked.html

  reportedly audit article.txt

  reportedly read --help"""

program = typer.Typer(
    name="reportedly",
    help=_HELP,
    epilog=_START,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
"""The commands, for `typer.testing.CliRunner` and other Typer programs; people start ``app``."""

program.command(epilog=EXAMPLES)(read)
for _name, (_load, _help) in VIEWS.items():
    program.command(_name, help=_help, epilog=VIEW_EXAMPLES.format(name=_name))(command(_load))
program.command(help=SOURCING_HELP, epilog=SOURCING_EXAMPLES)(sourcing)
program.add_typer(desk, name="desk", help=DESK_HELP, epilog=DESK_EXAMPLES)
program.add_typer(story, name="story", help=STORY_HELP, epilog=STORY_EXAMPLES)
program.command(epilog=SCHEMA_EXAMPLES)(schema)
program.command(epilog="reportedly model --list")(model)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"reportedly {__version__}")
        raise typer.Exit


@program.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    pass
