"""The parameters that every command that reads has: what to read, how, and with what colours.

In: what a person types. Out: `Options` for intake. The commands list these among their own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import fields
from typing import Annotated, Final, cast

import typer

from reportedly.cli.choices import When
from reportedly.cli.model import complete_name
from reportedly.intake import MAX_CHARACTERS, FieldNames, Format, Options

NOTHING_NAMED: Final = "Name a file, a folder or a pattern, or - for standard input."
BAD_FIELD: Final = "Write it as NAME=FIELD, where NAME is one of: {known}."

#: The headings of the help under which parameters stand.
OUTPUT: Final = "Output"
_ARTICLE: Final = "About the article"
_INPUT: Final = "Input"
_READING: Final = "Reading"

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILES", help="Files, folders, patterns in quotes, or - for standard input."
    ),
]
Color = Annotated[
    When, typer.Option(help="Colours: on a terminal, always or never.", rich_help_panel=OUTPUT)
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="As --color never.", rich_help_panel=OUTPUT)
]
Outlet = Annotated[str | None, typer.Option(help="Who published it.", rich_help_panel=_ARTICLE)]
Title = Annotated[str | None, typer.Option(help="Its title.", rich_help_panel=_ARTICLE)]
Author = Annotated[str | None, typer.Option(help="Its byline.", rich_help_panel=_ARTICLE)]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day, as 2024-03-04.", rich_help_panel=_ARTICLE),
]
Url = Annotated[str | None, typer.Option(help="Where it was published.", rich_help_panel=_ARTICLE)]
InputFormat = Annotated[
    str,
    typer.Option(
        metavar="KIND",
        help="text, html, markdown or jsonl; auto tells it by the suffix or the start.",
        rich_help_panel=_INPUT,
    ),
]
FieldsNamed = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=FIELD",
        show_default=False,
        help="In JSON Lines, where to find the text, title, outlet, author, published or url.",
        rich_help_panel=_INPUT,
    ),
]
MaxCharacters = Annotated[
    int, typer.Option(min=1, help="The longest text to read.", rich_help_panel=_INPUT)
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Read a text that is not English.", rich_help_panel=_INPUT),
]
ModelName = Annotated[
    str,
    typer.Option(
        help="A model's name or folder; see [b]reportedly model --list[/b].",
        autocompletion=complete_name,
        rich_help_panel=_READING,
    ),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, help="Cores to use.", rich_help_panel=_READING),
]

LONGEST: Final = MAX_CHARACTERS
"""What ``--max-characters`` is unless somebody says otherwise."""


def named(inputs: Sequence[str] | None) -> Sequence[str]:
    """What to read: what is named, or else standard input.

    Raises:
        typer.BadParameter: nothing is named, and standard input is a terminal.

    >>> named(["a.txt"])
    ['a.txt']
    """
    if not inputs and sys.stdin.isatty():
        raise typer.BadParameter(NOTHING_NAMED, param_hint="FILES")
    return inputs or ["-"]


def options_of(
    *,
    input_format: str,
    outlet: str | None,
    title: str | None,
    author: str | None,
    published: str | None,
    url: str | None,
    max_characters: int,
    force: bool,
    field: Sequence[str] | None,
) -> Options:
    """How to read, from the parameters of a command.

    Raises:
        typer.BadParameter: a field is not written as NAME=FIELD.
        UnknownFormat, BadDate: see `Options`.
    """
    return Options(
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
