"""``reportedly read``: from files to ledgers, shown or kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from reportedly.cli.choices import OutputFormat
from reportedly.cli.parameters import OUTPUT, Asked, Outcome, reads

EXAMPLES: Final = """[bold]Examples[/bold]

  reportedly read article.txt --outlet "The Daily Example"

  reportedly read page.html --format html > marked.html

  pbpaste | reportedly read - --published 2024-03-04

  reportedly read reports/ --format json --out ledgers/ --jobs 4

  reportedly read all.jsonl --field text=body -f jsonl > ledgers.jsonl

Run the same command with --out again, and it goes on where it stopped."""


@reads
def read(
    asked: Asked,
    format_: Annotated[
        OutputFormat,
        typer.Option(
            "--format",
            "-f",
            help="[b]pretty[/b]: the marked-up text, for people. [b]json[/b], [b]jsonl[/b]: the "
            "ledger. [b]html[/b]: one page that needs nothing else. [b]table[/b]: who, how, what; "
            "tab-separated where there is no colour.",
            rich_help_panel=OUTPUT,
        ),
    ] = OutputFormat.PRETTY,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write one file an article into this folder; go on if some are there already.",
            rich_help_panel=OUTPUT,
            file_okay=False,
        ),
    ] = None,
) -> Outcome:
    """Find every attribution in news texts: who (source) says (cue) what (content)."""
    from reportedly.cli.output import Ledgers

    run = asked.run()
    return run.show(Ledgers(format_), asked.when) if out is None else run.keep(out, format_)
