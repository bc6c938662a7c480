"""``reportedly sourcing``: the sourcing table that newsrooms keep, shown or kept.

In: what a person types. Out: the table of each article, on standard output or as CSV in a folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import Debug, OutputFormat, ViewFormat, When
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
    from reportedly.cli.output import Found
    from reportedly.formats.printable import Colours

HELP: Final = (
    "Make the sourcing table that newsrooms keep: a row a sourced statement, with the type of its "
    "source, the source's name and title, and why it is in the story.\n\n"
    "Articles are read first; ledgers that [b]reportedly read[/b] wrote as JSON or JSON Lines are "
    "taken as they are."
)

EXAMPLES: Final = """[bold]Examples[/bold]

  reportedly sourcing article.txt --outlet "The Daily Example"

  reportedly sourcing article.txt --format csv > sources.csv

  reportedly sourcing reports/ --out tables/"""

#: The suffix of the files in a folder.
SUFFIX: Final = ".csv"


def sourcing(
    inputs: Files = None,
    format_: Annotated[
        ViewFormat,
        typer.Option(
            "--format",
            "-f",
            help="[b]table[/b]: for people. [b]json[/b]: with offsets. "
            "[b]csv[/b]: for a spreadsheet.",
            rich_help_panel=OUTPUT,
        ),
    ] = ViewFormat.TABLE,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write a CSV file an article into this folder.",
            rich_help_panel=OUTPUT,
            file_okay=False,
        ),
    ] = None,
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
    """Make the sourcing table that newsrooms keep."""
    with ending(debug=debug):
        from reportedly.cli.output import OneView
        from reportedly.cli.run import Run
        from reportedly.formats.sourcing import SOURCING

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
        output = OneView(SOURCING, format_) if out is None else Tables(out)
        tally = run.show(output, When.NEVER if no_color else color)
        sys.stdout.flush()
        raise typer.Exit(INTERRUPTED if tally.interrupted else tally.exit_status)


@dataclass(frozen=True)
class Tables:
    """A folder of tables: an output of which nothing goes to standard output.

    Args:
        path: the folder; it is made if it is not there.
    """

    path: Path
    one_only: bool = False
    for_people: bool = False

    def stream(  # noqa: D417  # what is known of the terminal is of no account
        self,
        found: Found,
        *,
        several: bool,  # noqa: ARG002
        width: int,  # noqa: ARG002
        colours: Colours | None,  # noqa: ARG002
    ) -> Iterator[str]:
        """Write a file an article, and yield nothing of it.

        Args:
            found: ledgers, each with where its article came from.

        Raises:
            CannotWrite: the disk is full, or something is in the way.
        """
        from reportedly.cli.folder import file_name
        from reportedly.errors import CannotWrite
        from reportedly.formats.sourcing import as_csv

        for origin, ledger in found:
            path = self.path / Path(file_name(origin, OutputFormat.JSON)).with_suffix(SUFFIX)
            try:
                self.path.mkdir(parents=True, exist_ok=True)
                path.write_bytes(as_csv(ledger).encode())
            except OSError as error:
                reason = error.strerror or str(error)
                raise CannotWrite(name=str(path), reason=reason) from error
            yield ""
