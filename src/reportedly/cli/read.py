"""``reportedly read``: from files to ledgers, shown or kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from reportedly.cli.choices import Debug, OutputFormat, When
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

EXAMPLES: Final = """[bold]Examples[/bold]

  reportedly read article.txt --outlet "The Daily Example"

  reportedly read page.html --format html > marked.html

  pbpaste | reportedly read - --published 2024-03-04

  reportedly read reports/ --format json --out ledgers/ --jobs 4

  reportedly read all.jsonl --field text=body -f jsonl > ledgers.jsonl

Run the same command with --out again, and it goes on where it stopped."""


def read(
    inputs: Files = None,
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
    """Find every attribution in news texts: who (source) says (cue) what (content)."""
    with ending(debug=debug):
        from reportedly.cli.output import Ledgers
        from reportedly.cli.run import Run  # only now: what it takes to read is slow to load

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
        run = Run(named(inputs), options, model, jobs)
        when = When.NEVER if no_color else color
        tally = run.show(Ledgers(format_), when) if out is None else run.keep(out, format_)
        sys.stdout.flush()
        raise typer.Exit(INTERRUPTED if tally.interrupted else tally.exit_status)
