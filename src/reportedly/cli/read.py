"""``reportedly read``: from files to ledgers, shown or kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from reportedly.cli.choices import OutputFormat
from reportedly.cli.parameters import OUTPUT, READING, Asked, Outcome, layers_named, reads
from reportedly.ledger import LAYERS

EXAMPLES: Final = """[bold]Examples[/bold]

  reportedly read article.txt --outlet "The Daily Example"

  reportedly read page.html --format html > marked.html

  reportedly read https://news.example/ferry

  pbpaste | reportedly read - --published 2024-03-04

  reportedly read reports/ --format json --out ledgers/ --jobs 4

  reportedly read all.jsonl --field text=body -f jsonl > ledgers.jsonl

  reportedly read reports/ -f jsonl --layers attributions,claims

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
    layers: Annotated[
        str,
        typer.Option(
            metavar="LIST",
            show_default=False,
            help="What to read beside attributions, if not everything: actors, claims, positions, "
            "conditions, with commas between them. [b]--layers attributions[/b] is quickest.",
            rich_help_panel=READING,
        ),
    ] = ",".join(LAYERS),
) -> Outcome:
    """Find every attribution in news texts: who (source) says (cue) what (content)."""
    from reportedly.cli.output import Ledgers

    run = asked.run(layers=layers_named(layers))
    return run.show(Ledgers(format_), asked.when) if out is None else run.keep(out, format_)
