"""The parameters that every command that reads has: what to read, how, and with what colours.

In: what a person types. Out: `Asked`, which `reads` gives to each command beside what is its own.
"""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any, Final, Protocol, cast

import typer

from reportedly.cli.choices import Debug, When
from reportedly.cli.model import complete_name
from reportedly.cli.screen import INTERRUPTED, ending
from reportedly.intake import MAX_CHARACTERS, FieldNames, Format, Options
from reportedly.ledger import LAYERS, Layer

if TYPE_CHECKING:
    from reportedly.cli.run import Run

NOTHING_NAMED: Final = "Name a file, a folder or a pattern, an address, or - for standard input."
BAD_LAYER: Final = "Write some of these, with commas between them: {known}."
BAD_FIELD: Final = "Write it as NAME=FIELD, where NAME is one of: {known}."

#: The headings of the help under which parameters stand.
OUTPUT: Final = "Output"
_ARTICLE: Final = "About the article"
INPUT: Final = "Input"
READING: Final = "Reading"

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILES",
        help="Files, folders, patterns in quotes, https addresses, or - for standard input.",
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
        rich_help_panel=INPUT,
    ),
]
FieldsNamed = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=FIELD",
        show_default=False,
        help="In JSON Lines, where to find the text, title, outlet, author, published or url.",
        rich_help_panel=INPUT,
    ),
]
MaxCharacters = Annotated[
    int, typer.Option(min=1, help="The longest text to read.", rich_help_panel=INPUT)
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Read a text that is not English.", rich_help_panel=INPUT),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        metavar="HOST",
        show_default=False,
        help="Fetch from this host, or host:port, though it is not public; may be repeated.",
        rich_help_panel=INPUT,
    ),
]
ModelName = Annotated[
    str,
    typer.Option(
        help="A model's name or folder; see [b]reportedly model --list[/b].",
        autocompletion=complete_name,
        rich_help_panel=READING,
    ),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, help="Cores to use.", rich_help_panel=READING),
]


def layers_named(given: str) -> tuple[Layer, ...]:
    """What to read, from a list with commas.

    Raises:
        typer.BadParameter: there is no such layer.

    >>> layers_named("attributions, claims")
    ('attributions', 'claims')
    """
    named = [one.strip() for one in given.split(",")]
    if not set(named) <= set(LAYERS):
        raise typer.BadParameter(BAD_LAYER.format(known=", ".join(LAYERS)), param_hint="--layers")
    return tuple(layer for layer in LAYERS if layer in named)


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


@dataclass(frozen=True)
class Asked:
    """What a person asked of a command that reads; its fields are parameters of the command."""

    inputs: Files = None
    color: Color = When.AUTO
    no_color: NoColor = False
    outlet: Outlet = None
    title: Title = None
    author: Author = None
    published: Published = None
    url: Url = None
    input_format: InputFormat = "auto"
    field: FieldsNamed = None
    max_characters: MaxCharacters = MAX_CHARACTERS
    force: Force = False
    allow_host: AllowHost = None
    model: ModelName = "small"
    jobs: Jobs = 1
    debug: Debug = False

    @property
    def when(self) -> When:
        """When to show colours."""
        return When.NEVER if self.no_color else self.color

    def run(self, *, ledgers: bool = False, layers: tuple[Layer, ...] = LAYERS) -> Run:
        """What is to be read, and how.

        Args:
            ledgers: whether ledgers are taken in place of articles.
            layers: what to read beside attributions.

        Raises:
            typer.BadParameter: nothing is named, or a field is not written as NAME=FIELD.
            UnknownFormat, BadDate: see `Options`.
        """
        from reportedly.cli.run import Run  # only now: what it takes to read is slow to load

        options = Options(
            format=cast("Format", self.input_format),  # Options itself refuses what is no format
            outlet=self.outlet,
            title=self.title,
            author=self.author,
            published=self.published,
            url=self.url,
            max_characters=self.max_characters,
            force=self.force,
            fields=field_names(self.field or []),
            allow_hosts=tuple(self.allow_host or ()),
        )
        return Run(
            named(self.inputs), options, self.model, self.jobs, ledgers=ledgers, layers=layers
        )


class Outcome(Protocol):
    """What became of the articles that a command was to read."""

    @property
    def interrupted(self) -> bool:
        """Whether somebody pressed Ctrl-C."""

    @property
    def exit_status(self) -> int:
        """The status to end with otherwise."""


def reads(command: Callable[..., Outcome]) -> Callable[..., None]:
    """Make a command of a function that reads: with the parameters of `Asked` beside its own.

    Args:
        command: takes an `Asked`, then its own parameters, and returns what became of the articles,
            which decides the exit status.
    """
    common = inspect.signature(Asked, eval_str=True).parameters
    inputs, *rest = common.values()
    _, *own = inspect.signature(command, eval_str=True).parameters.values()

    @functools.wraps(command)
    def ran(**values: Any) -> None:
        asked = Asked(**{name: values.pop(name) for name in common})
        with ending(debug=asked.debug):
            outcome = command(asked, **values)
            sys.stdout.flush()
            raise typer.Exit(INTERRUPTED if outcome.interrupted else outcome.exit_status)

    signature = inspect.Signature([inputs, *own, *rest])
    ran.__signature__ = signature  # type: ignore[attr-defined]
    ran.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    return ran


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
