"""``reportedly sourcing``: the sourcing table that newsrooms keep, shown or kept.

In: what a person types. Out: the table of each article, on standard output or as CSV in a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import OutputFormat, ViewFormat
from reportedly.cli.parameters import OUTPUT, Asked, Outcome, reads

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


@reads
def sourcing(
    asked: Asked,
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
) -> Outcome:
    """Make the sourcing table that newsrooms keep."""
    from reportedly.cli.output import OneView
    from reportedly.formats.sourcing import SOURCING

    output = OneView(SOURCING, format_) if out is None else Tables(out)
    return asked.run(ledgers=True).show(output, asked.when)


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
