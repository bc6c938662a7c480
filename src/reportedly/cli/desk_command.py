"""What the commands of ``desk`` and ``story`` share: where it is, how errors end, how lists look.

In: what a person types, and rows. Out: a desk that is open, and words on standard output. What the
desk itself needs is loaded once a command runs, as that takes a while.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.choices import Debug, ViewFormat, When
from reportedly.cli.parameters import OUTPUT
from reportedly.cli.screen import colours_of, ending, width
from reportedly.errors import NotInstalled

if TYPE_CHECKING:
    from reportedly.desk import Desk
    from reportedly.formats.listing import Listing

#: Where the desk is, if nobody says.
DEFAULT: Final = "desk.sqlite"

#: What ``pip install 'reportedly[desk]'`` and ``'reportedly[web]'`` bring, and for what.
_PACKAGES: Final = dict.fromkeys(("sqlalchemy", "alembic"), ("the desk", "desk")) | dict.fromkeys(
    ("httpx", "httpcore", "feedparser", "defusedxml", "protego"), ("reading from the web", "web")
)

Address = Annotated[
    str,
    typer.Option(
        "--desk",
        metavar="ADDRESS",
        envvar="REPORTEDLY_DESK",
        help="A file, or postgresql://user@host/name.",
        rich_help_panel="Desk",
    ),
]
Number = Annotated[int, typer.Argument(metavar="NUMBER", help="The article's number.")]
TextNumber = Annotated[
    int | None,
    typer.Option("--text", metavar="N", show_default=False, help="Which of its texts; the last."),
]
ListFormat = Annotated[
    ViewFormat,
    typer.Option("--format", "-f", help="table, json or csv.", rich_help_panel=OUTPUT),
]

_DEBUG: Final = inspect.Parameter(
    "debug", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Debug
)

desk = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
"""The commands of ``reportedly desk``."""


story = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
"""The commands of ``reportedly story``."""


def command(
    epilog: str, group: typer.Typer = desk
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command of a group, whose errors end the program with words and a status."""

    def made(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def ran(*, debug: bool, **values: Any) -> None:
            with ending(debug=debug), installed():
                function(**values)

        own = inspect.signature(function, eval_str=True).parameters.values()
        signature = inspect.Signature([*own, _DEBUG])
        ran.__signature__ = signature  # type: ignore[attr-defined]
        ran.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
        name = function.__name__.removesuffix("_")
        group.command(name.replace("_", "-"), epilog=epilog)(ran)
        return ran

    return made


@contextlib.contextmanager
def installed() -> Iterator[None]:
    """Say what to install, where a package of the desk is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _PACKAGES:
            raise
        what, extra = _PACKAGES[missing]
        raise NotInstalled(what=what, extra=extra) from None


@contextlib.contextmanager
def opened(address: str) -> Iterator[Desk]:
    """The desk at an address, closed at the end."""
    from reportedly.desk import Desk

    with Desk.open(address) as found:
        yield found


def printed(parts: Iterable[str], *, for_people: bool) -> None:
    """Write text to standard output."""
    from reportedly.cli.output import prepare

    prepare(for_people=for_people)
    for part in parts:
        sys.stdout.write(part)


def print_list(
    listing: Listing[Any], rows: Iterable[Any], format_: ViewFormat, when: When = When.AUTO
) -> None:
    """Write rows to standard output, in the format asked for."""
    from reportedly.formats.listing import as_csv, as_json, as_tables

    if format_ is ViewFormat.JSON:
        printed(as_json(rows), for_people=False)
    elif format_ is ViewFormat.CSV:
        printed(as_csv(listing, rows), for_people=False)
    else:
        colours = colours_of(sys.stdout, when)
        printed(as_tables(listing, rows, width=width(), colours=colours), for_people=True)


def when_of(color: When, no_color: bool) -> When:
    """When to use colours, by both options."""
    return When.NEVER if no_color else color
