"""``reportedly read``: from files to ledgers, shown or kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Final, cast

import typer

from reportedly.cli.choices import Debug, OutputFormat, When
from reportedly.cli.model import complete_name
from reportedly.cli.screen import INTERRUPTED, ending
from reportedly.intake import MAX_CHARACTERS, FieldNames, Format, Options

EXAMPLES: Final = """[bold]Examples[/bold]

  reportedly read article.txt --outlet "The Daily Example"

  reportedly read page.html --format html > marked.html

  pbpaste | reportedly read - --published 2024-03-04

  reportedly read reports/ --format json --out ledgers/ --jobs 4

  reportedly read all.jsonl --field text=body -f jsonl > ledgers.jsonl

Run the same command with --out again, and it goes on where it stopped."""

NOTHING_NAMED: Final = "Name a file, a folder or a pattern, or - for standard input."
BAD_FIELD: Final = "Write it as NAME=FIELD, where NAME is one of: {known}."

_ARTICLE: Final = "About the article"
_INPUT: Final = "Input"
_OUTPUT: Final = "Output"
_READING: Final = "Reading"


def field_names(given: Sequence[str]) -> FieldNames:
    """Return what the fields of JSON Lines are called.

    Args:
        given: for instance ``["text=body"]``.

    Raises:
        typer.BadParameter: there is no ``=``, or the name before it is not known.

    >>> field_names(["text=body", "outlet=source"]).text
    'body'
    """
    known = [field.name for field in fields(FieldNames)]
    pairs = dict(one.partition("=")[::2] for one in given)
    if not all(name in known and field for name, field in pairs.items()):
        raise typer.BadParameter(BAD_FIELD.format(known=", ".join(known)), param_hint="--field")
    return FieldNames(**pairs)


def read(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES", help="Files, folders, patterns in quotes, or - for standard input."
        ),
    ] = None,
    format_: Annotated[
        OutputFormat,
        typer.Option(
            "--format",
            "-f",
            help="[b]pretty[/b]: the marked-up text, for people. [b]json[/b], [b]jsonl[/b]: the "
            "ledger. [b]html[/b]: one page that needs nothing else. [b]table[/b]: who, how, what; "
            "tab-separated where there is no colour.",
            rich_help_panel=_OUTPUT,
        ),
    ] = OutputFormat.PRETTY,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write one file an article into this folder; go on if some are there already.",
            rich_help_panel=_OUTPUT,
            file_okay=False,
        ),
    ] = None,
    color: Annotated[
        When, typer.Option(help="Colours: on a terminal, always or never.", rich_help_panel=_OUTPUT)
    ] = When.AUTO,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="As --color never.", rich_help_panel=_OUTPUT)
    ] = False,
    outlet: Annotated[
        str | None, typer.Option(help="Who published it.", rich_help_panel=_ARTICLE)
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.", rich_help_panel=_ARTICLE)] = None,
    author: Annotated[
        str | None, typer.Option(help="Its byline.", rich_help_panel=_ARTICLE)
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day, as 2024-03-04.", rich_help_panel=_ARTICLE),
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Where it was published.", rich_help_panel=_ARTICLE)
    ] = None,
    input_format: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help="text, html, markdown or jsonl; auto tells it by the suffix or the start.",
            rich_help_panel=_INPUT,
        ),
    ] = "auto",
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=FIELD",
            show_default=False,
            help="In JSON Lines, where to find the text, title, outlet, author, published or url.",
            rich_help_panel=_INPUT,
        ),
    ] = None,
    max_characters: Annotated[
        int, typer.Option(min=1, help="The longest text to read.", rich_help_panel=_INPUT)
    ] = MAX_CHARACTERS,
    force: Annotated[
        bool,
        typer.Option("--force", help="Read a text that is not English.", rich_help_panel=_INPUT),
    ] = False,
    model: Annotated[
        str,
        typer.Option(
            help="A model's name or folder; see [b]reportedly model --list[/b].",
            autocompletion=complete_name,
            rich_help_panel=_READING,
        ),
    ] = "small",
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, help="Cores to use.", rich_help_panel=_READING),
    ] = 1,
    debug: Debug = False,
) -> None:
    """Find every attribution in news texts: who (source) says (cue) what (content)."""
    with ending(debug=debug):
        from reportedly.cli.run import Run  # only now: what it takes to read is slow to load

        if not inputs and sys.stdin.isatty():
            raise typer.BadParameter(NOTHING_NAMED, param_hint="FILES")
        options = Options(
            format=cast("Format", input_format),  # Options itself refuses what is no format
            outlet=outlet,
            title=title,
            author=author,
            published=published,
            url=url,
            max_characters=max_characters,
            force=force,
            fields=field_names(field or []),
        )

        run = Run(inputs or ["-"], options, format_, model, jobs)
        when = When.NEVER if no_color else color
        tally = run.show(when) if out is None else run.keep(out)
        sys.stdout.flush()
        raise typer.Exit(INTERRUPTED if tally.interrupted else tally.exit_status)
