"""``reportedly desk``: articles kept, listed, searched, shown, taken out.

In: what a person types. Out: what is on the desk, on standard output. Each command is a thin shell
over `reportedly.desk`, which is loaded once a command runs, as that takes a while.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.choices import Debug, OutputFormat, ViewFormat, When
from reportedly.cli.parameters import OUTPUT, Asked, Color, NoColor, Outcome, reads
from reportedly.cli.screen import colours_of, ending, standard_error, width
from reportedly.errors import NotInstalled

if TYPE_CHECKING:
    from reportedly.desk import Desk
    from reportedly.formats.listing import Listing
    from reportedly.ledger import Ledger

HELP: Final = (
    "Keep articles with their ledgers: list, search and compare what came in.\n\n"
    "The desk is a file, [b]desk.sqlite[/b] in this folder unless [b]--desk[/b] or the variable "
    "REPORTEDLY_DESK names another; or a PostgreSQL database that several people share."
)

EXAMPLES: Final = """[bold]To begin[/bold]

  reportedly desk init

  reportedly desk add reports/ --outlet "The Daily Example"

  reportedly desk search "ferry timetable"

  reportedly desk --help"""

#: Where the desk is, if nobody says.
DEFAULT: Final = "desk.sqlite"

#: What ``pip install 'reportedly[desk]'`` brings.
_PACKAGES: Final = ("sqlalchemy", "alembic")

_CHANGED: Final = "{origin} has changed: see reportedly desk changes {article}"

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


def _command(epilog: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command whose errors end the program with words and a status."""

    def made(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def ran(*, debug: bool, **values: Any) -> None:
            with ending(debug=debug), _installed():
                function(**values)

        own = inspect.signature(function, eval_str=True).parameters.values()
        signature = inspect.Signature([*own, _DEBUG])
        ran.__signature__ = signature  # type: ignore[attr-defined]
        ran.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
        name = function.__name__.removesuffix("_")
        desk.command(name, epilog=epilog)(ran)
        return ran

    return made


@contextlib.contextmanager
def _installed() -> Iterator[None]:
    """Say what to install, where a package of the desk is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        raise NotInstalled(what="the desk", extra="desk") from None


@contextlib.contextmanager
def _open(address: str) -> Iterator[Desk]:
    from reportedly.desk import Desk

    with Desk.open(address) as found:
        yield found


def _print(parts: Iterable[str], *, for_people: bool) -> None:
    from reportedly.cli.output import prepare

    prepare(for_people=for_people)
    for part in parts:
        sys.stdout.write(part)


def _list(
    listing: Listing[Any], rows: Iterable[Any], format_: ViewFormat, when: When = When.AUTO
) -> None:
    from reportedly.formats.listing import as_csv, as_json, as_tables

    if format_ is ViewFormat.JSON:
        _print(as_json(rows), for_people=False)
    elif format_ is ViewFormat.CSV:
        _print(as_csv(listing, rows), for_people=False)
    else:
        colours = colours_of(sys.stdout, when)
        _print(as_tables(listing, rows, width=width(), colours=colours), for_people=True)


def _when(color: When, no_color: bool) -> When:
    return When.NEVER if no_color else color


@_command("reportedly desk init --desk postgresql://ann@localhost/desk")
def init(address: Address = DEFAULT) -> None:
    """Make a desk, or bring one of an older version up to date; what is on it stays."""
    from reportedly.desk import Desk

    with Desk.create(address) as made:
        standard_error().print(f"{made.name} is ready.", soft_wrap=True)


@reads
def add(asked: Asked, address: Address = DEFAULT) -> Outcome:
    """Read articles and keep them, or keep ledgers that were read before.

    One that is there already is passed over. One whose text has changed, at the same address, is
    kept as a new text beside the old one.
    """
    with _installed(), _open(address) as found:

        def keep(origin: str, ledger: Ledger) -> None:
            added = found.add(ledger)
            print(f"{added.article}\t{added.outcome}\t{origin}", flush=True)
            if added.outcome == "changed":
                words = _CHANGED.format(origin=origin, article=added.article)
                standard_error().print(words, soft_wrap=True)

        return asked.run(ledgers=True).each(keep, skip=lambda _, article: found.holds(article))


desk.command(
    epilog="reportedly desk add reports/ --jobs 4\n\nreportedly desk add page.html --url https://…"
)(add)


@_command("reportedly desk list --format csv > articles.csv")
def list_(
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List the articles, in the order in which they came."""
    from reportedly.formats.desk import ENTRIES

    with _open(address) as found:
        _list(ENTRIES, found.entries(), format_, _when(color, no_color))


@_command("reportedly desk show 3 --format html > marked.html")
def show(
    number: Number,
    address: Address = DEFAULT,
    text: TextNumber = None,
    format_: Annotated[
        OutputFormat,
        typer.Option("--format", "-f", help="As reportedly read has it.", rich_help_panel=OUTPUT),
    ] = OutputFormat.PRETTY,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show an article with what was read of it."""
    from reportedly.cli.output import Ledgers

    output = Ledgers(format_)
    with _open(address) as found:
        one = [(str(number), found.ledger(number, text))]
    colours = colours_of(sys.stdout, _when(color, no_color))
    parts = output.stream(one, several=False, width=width(), colours=colours)
    _print(parts, for_people=output.for_people)


@_command("reportedly desk changes 3")
def changes(
    number: Number,
    address: Address = DEFAULT,
    text: TextNumber = None,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show what an outlet changed in an article, from one text to the next."""
    from reportedly.desk.changes import changes as compared
    from reportedly.formats import changes as formats
    from reportedly.formats.desk import VERSIONS

    with _open(address) as found:
        versions = found.versions(number)
        later = versions[-1].number if text is None else text
        after = found.ledger(number, later).article.text
        before = found.ledger(number, later - 1).article.text if later > 1 else after
    differences = compared(before, after)
    if format_ is ViewFormat.JSON:
        _print([formats.as_json(before, after, differences)], for_people=False)
    elif format_ is ViewFormat.CSV:
        _print([formats.as_csv(before, after, differences)], for_people=False)
    else:
        when = _when(color, no_color)
        colours = colours_of(sys.stdout, when)
        _list(VERSIONS, versions, format_, when)
        shown = formats.as_text(before, after, differences, width=width(), colours=colours)
        _print(["\n", shown], for_people=True)


@_command("reportedly desk remove 3 4")
def remove(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBERS", help="The articles' numbers.")],
    address: Address = DEFAULT,
) -> None:
    """Take articles away, with all their texts."""
    with _open(address) as found:
        for number in numbers:
            found.remove(number)


@_command("""reportedly desk search '"cut in June" ferry' --limit 50""")
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="Words; phrases in quotation marks.")
    ],
    address: Address = DEFAULT,
    limit: Annotated[
        int, typer.Option(min=1, help="So many claims, and so many articles, at most.")
    ] = 20,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Find claims, then articles, that have all of the words, in any of their forms."""
    from reportedly.formats.desk import HITS, plain

    with _open(address) as found:
        hits = found.search(" ".join(words), limit)
    rows = hits if format_ is ViewFormat.TABLE else map(plain, hits)
    _list(HITS, rows, format_, _when(color, no_color))


@_command("reportedly desk export > desk.jsonl")
def export(address: Address = DEFAULT) -> None:
    """Write everything as JSON Lines, which [b]desk import[/b] takes in elsewhere."""
    from reportedly.desk.transfer import lines

    with _open(address) as found:
        _print(lines(found), for_people=False)


@_command("reportedly desk import desk.jsonl --desk other.sqlite")
def import_(
    file: Annotated[
        typer.FileBinaryRead, typer.Argument(metavar="FILE", help="What desk export wrote, or -.")
    ],
    address: Address = DEFAULT,
) -> None:
    """Take in what [b]desk export[/b] wrote; what is there already stays as it is."""
    from reportedly.desk.transfer import take_in

    came = there = 0
    with _open(address) as found:
        for line in filter(bytes.strip, file):
            outcomes = [added.outcome for added in take_in(found, line)]
            came += sum(outcome != "known" for outcome in outcomes)
            there += outcomes.count("known")
    standard_error().print(f"{came:,} texts came, {there:,} were there already.")


@_command("reportedly desk backup monday.sqlite")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; it is itself a desk.")],
    address: Address = DEFAULT,
) -> None:
    """Copy the whole desk into one file, while others may go on using it."""
    from reportedly.desk.transfer import copy

    with _open(address) as found:
        count = copy(found, file)
    standard_error().print(f"{file} has all of {count:,} rows.", soft_wrap=True)
