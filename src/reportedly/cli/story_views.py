"""``reportedly story show`` and the other commands that show what a story tells.

In: what a person types. Out: one view of a story on standard output. The story is put together
anew if anything of it has changed, while standard error tells how far that is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.choices import ViewFormat, When
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    command,
    opened,
    print_list,
    printed,
    story,
    when_of,
)
from reportedly.cli.parameters import Color, NoColor
from reportedly.cli.screen import colours_of, standard_error, width
from reportedly.cli.story import Name

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reportedly.formats.listing import Listing
    from reportedly.story.story import Story

    View = Callable[[Story], Iterable[Any]]

Least = Annotated[
    int, typer.Option("--least-articles", min=1, help="Only what so many articles tell.")
]


@command("reportedly story show ferry\n\nreportedly story show ferry --format json", story)
def show(
    name: Name,
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show the story: its figures, what is claimed, what changed; as JSON, all of it."""
    from reportedly.formats.story import overview

    told = told_at(name, address)
    if format_ is ViewFormat.JSON:
        printed([told.to_json(indent=2) + "\n"], for_people=False)
    elif format_ is ViewFormat.CSV:
        print_list(overview.REPORTS, overview.reports(told), format_)
    else:
        draw(overview.overview(told), when_of(color, no_color))


@command("reportedly story news ferry --since 2024-03-04", story)
def news(
    name: Name,
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", show_default=False, help="From which day on; the last one."),
    ] = None,
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show what the latest reports brought: what is borne out now, copied, changed, at odds."""
    from reportedly.desk.telling import told, told_until
    from reportedly.formats.story import news as view
    from reportedly.intake.dates import iso_date
    from reportedly.story.news import news as found_new

    first = iso_date(since) if since else None
    with opened(address) as found, _bar() as drawn:
        after = told(found, name, drawn)
        days = sorted(one.published for one in after.reports if one.published)
        before = told_until(found, name, first or (days[-1] if days else ""), drawn)
    new = found_new(before, after)
    if format_ is ViewFormat.TABLE:
        draw(view.shown(after, new), when_of(color, no_color))
    else:
        print_list(view.NEWS, view.rows(after, new), format_)


@command("reportedly story claims ferry --least-articles 2", story)
def claims(
    name: Name,
    address: Address = DEFAULT,
    least: Least = 1,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List what is claimed, by how many independent origins; the newest first."""
    from reportedly.formats.story import claims as view

    rows = view.claims(told_at(name, address), least)
    print_list(view.CLAIMS, rows, format_, when_of(color, no_color))


@command("reportedly story claim ferry G3", story)
def claim(
    name: Name,
    id_: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id.")],
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show one claim: which report has it from whom, in its own words."""
    from reportedly.errors import NoSuchClaim
    from reportedly.formats.story import claims as view

    told = told_at(name, address)
    one = next((one for one in told.claims if one.id == id_), None)
    if one is None:
        raise NoSuchClaim(claim=id_, story=name)
    if format_ is ViewFormat.TABLE:
        draw(view.tree(told, one), when_of(color, no_color))
    else:
        print_list(view.TELLINGS, view.tellings(told, one), format_)


def _listed(
    words: str, load: Callable[[], tuple[Listing[Any], View]], epilog: str
) -> Callable[..., None]:
    """A command that prints one listing of a story."""

    def shown(
        name: Name,
        address: Address = DEFAULT,
        format_: ListFormat = ViewFormat.TABLE,
        color: Color = When.AUTO,
        no_color: NoColor = False,
    ) -> None:
        listing, view = load()
        print_list(listing, view(told_at(name, address)), format_, when_of(color, no_color))

    shown.__name__ = epilog.split()[2]
    shown.__doc__ = words
    return command(epilog, story)(shown)


def _copies() -> tuple[Listing[Any], View]:
    from reportedly.formats.story.copies import COPIES, copies

    return COPIES, copies


def _inflations() -> tuple[Listing[Any], View]:
    from reportedly.formats.story.copies import INFLATIONS, inflations

    return INFLATIONS, inflations


def _board() -> tuple[Listing[Any], View]:
    from reportedly.formats.story.board import BOARD, board

    return BOARD, board


def _shifts() -> tuple[Listing[Any], View]:
    from reportedly.formats.story.changes import SHIFTS, shifts

    return SHIFTS, shifts


def _conflicts() -> tuple[Listing[Any], View]:
    from reportedly.formats.story.changes import CONFLICTS, conflicts

    return CONFLICTS, conflicts


def _timeline() -> tuple[Listing[Any], View]:
    from reportedly.formats.story.timeline import TIMELINE, timeline

    return TIMELINE, timeline


_listed(
    "Show who stands where on which proposal, and where they stood before.",
    _board,
    "reportedly story board ferry",
)
_listed(
    "List who changed position, and which claims, plans and numbers changed.",
    _shifts,
    "reportedly story shifts ferry",
)
_listed(
    "List what is at odds: opposite positions, numbers that differ, a denial of what is claimed.",
    _conflicts,
    "reportedly story conflicts ferry",
)
_listed(
    "List what is said to happen when, and what was reported when.",
    _timeline,
    "reportedly story timeline ferry --format csv > timeline.csv",
)
_listed(
    "List which report has words of which, how many, and who was first.",
    _copies,
    "reportedly story copies ferry",
)
_listed(
    "List what copied claims lost on the way: a hedge, a marker of hearsay, a source.",
    _inflations,
    "reportedly story inflations ferry --format csv > inflations.csv",
)


@command("reportedly story actors ferry --decisions", story)
def actors(
    name: Name,
    address: Address = DEFAULT,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="What people decided about names.")
    ] = False,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List who speaks in the story, those of most reports first."""
    from reportedly.desk import namings
    from reportedly.formats.story import reports as view

    when = when_of(color, no_color)
    if decisions:
        with opened(address) as found:
            print_list(view.NAMINGS, namings.decided(found, name), format_, when)
    else:
        print_list(view.ACTORS, view.actors(told_at(name, address)), format_, when)


@command("reportedly story conditions ferry", story)
def conditions(
    name: Name,
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show what hangs on what, in all reports together, and what is so as things stand."""
    from reportedly.formats.story import whatif as view

    told = told_at(name, address)
    if format_ is ViewFormat.TABLE:
        draw(view.tree(told), when_of(color, no_color))
    else:
        print_list(view.CONDITIONS, view.conditions(told), format_)


def told_at(name: str, address: str) -> Story:
    """The story of a name on the desk at an address, put together anew if need be."""
    from reportedly.desk.telling import told

    with opened(address) as found, _bar() as drawn:
        return told(found, name, drawn)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """Show how far preparing the reports is; nothing is shown of what takes no time."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = standard_error()
    with Progress(
        TextColumn("putting together"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as progress:
        task = progress.add_task("reports", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def draw(shown: RenderableType, when: When) -> None:
    """Write something to standard output that is made to be looked at."""
    from reportedly.formats.printable import rendered

    colours = colours_of(sys.stdout, when)
    printed([rendered(shown, width=width(), colours=colours)], for_people=True)
