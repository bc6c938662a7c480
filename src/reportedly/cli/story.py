"""``reportedly story``: articles of one affair, put together.

In: what a person types. Out: stories on the desk. Thin shells over `reportedly.desk.stories` and
`reportedly.desk.namings`; `reportedly.cli.story_views` has the commands that show what one tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import ViewFormat, When
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    command,
    opened,
    print_list,
    story,
    when_of,
)
from reportedly.cli.desk_corrections import Author, author_of_machine
from reportedly.cli.parameters import Color, NoColor
from reportedly.cli.screen import standard_error

if TYPE_CHECKING:
    from reportedly.desk import Desk
    from reportedly.desk.namings import Decided

HELP: Final = (
    "Follow a story through many reports: who confirms whom, what changed, what hangs on what.\n\n"
    "A story is a name for articles on the desk."
)

EXAMPLES: Final = """[bold]To begin[/bold]

  reportedly desk add reports/

  reportedly story new ferry --search "ferry timetable"

  reportedly story show ferry

  reportedly story --help"""

#: Articles that a search finds at most, for a story.
FOUND: Final = 10_000

Name = Annotated[str, typer.Argument(metavar="STORY", help="The story's name.")]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBERS", help="The articles' numbers.")]
SomeNumbers = Annotated[
    list[int] | None,
    typer.Argument(metavar="[NUMBERS]", show_default=False, help="The articles' numbers."),
]
Search = Annotated[
    str | None,
    typer.Option(
        "--search", metavar="WORDS", help="Also the articles that desk search finds with these."
    ),
]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]


@command('reportedly story new ferry 3 4 --search "ferry timetable"', story)
def new(
    name: Name, numbers: SomeNumbers = None, search: Search = None, address: Address = DEFAULT
) -> None:
    """Make a story out of articles on the desk."""
    from reportedly.desk import stories

    with opened(address) as found:
        chosen = {*(numbers or ()), *_found(found, search)}
        stories.make(found, name, chosen)
    standard_error().print(f"{name} has {len(chosen):,} articles.", soft_wrap=True)


@command("reportedly story add ferry 5", story)
def add(
    name: Name, numbers: SomeNumbers = None, search: Search = None, address: Address = DEFAULT
) -> None:
    """Put more articles into a story."""
    from reportedly.desk import stories

    with opened(address) as found:
        came = stories.put(found, name, {*(numbers or ()), *_found(found, search)})
    standard_error().print(f"{came:,} articles came into {name}.", soft_wrap=True)


@command("reportedly story take-out ferry 5", story)
def take_out(name: Name, numbers: Numbers, address: Address = DEFAULT) -> None:
    """Take articles out of a story; they stay on the desk."""
    from reportedly.desk import stories

    with opened(address) as found:
        stories.take_out(found, name, numbers)


@command("reportedly story remove ferry", story)
def remove(name: Name, address: Address = DEFAULT) -> None:
    """Forget a story; its articles stay on the desk."""
    from reportedly.desk import stories

    with opened(address) as found:
        stories.remove(found, name)


@command("reportedly story list --format json", story)
def list_(
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List the stories."""
    from reportedly.desk import stories
    from reportedly.formats.story.reports import STORIES

    with opened(address) as found:
        print_list(STORIES, stories.listed(found), format_, when_of(color, no_color))


@command('reportedly story same ferry "Falk" "Ida Falk" --reason "his sister is Una Falk"', story)
def same(
    name: Name,
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="Another name of the same.")],
    address: Address = DEFAULT,
    author: Author = None,
    reason: Reason = "",
) -> None:
    """Decide that two names are of one person, body or thing."""
    _decide(name, "same", one, other, address, author, reason)


@command('reportedly story different ferry "Falk" "Ida Falk"', story)
def different(
    name: Name,
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="A name of somebody else.")],
    address: Address = DEFAULT,
    author: Author = None,
    reason: Reason = "",
) -> None:
    """Decide that two names are not of one person, body or thing."""
    _decide(name, "different", one, other, address, author, reason)


@command("reportedly story undo ferry 2\n\nreportedly story undo ferry 2 --redo", story)
def undo(
    name: Name,
    number: Annotated[int, typer.Argument(metavar="DECISION", help="The decision's number.")],
    address: Address = DEFAULT,
    again: Annotated[bool, typer.Option("--redo", help="Have it hold again.")] = False,
    author: Author = None,
) -> None:
    """Undo a decision about names; it stays on record."""
    from reportedly.desk import namings

    with opened(address) as found:
        by = author or author_of_machine()
        namings.undo(found, name, number, author=by, again=again)


def _found(desk: Desk, words: str | None) -> set[int]:
    return {hit.article for hit in desk.search(words, FOUND)} if words else set()


def _decide(
    story: str,
    decision: Decided,
    one: str,
    other: str,
    address: str,
    author: str | None,
    reason: str,
) -> None:
    from reportedly.desk import namings
    from reportedly.desk.telling import told
    from reportedly.errors import NoSuchActor
    from reportedly.story.actors.identities import has_name, meant

    with opened(address) as found:
        actors = told(found, story).actors
        if decision == "same":
            names = []
            for words in (one, other):
                actor = meant(actors, words)
                if actor is None:
                    raise NoSuchActor(story=story, actor=words)
                names.append(actor.name)
            one, other = names
        elif not any(has_name(actor, one) and has_name(actor, other) for actor in actors):
            raise NoSuchActor(story=story, actor=f"{one} and {other}")
        by = author or author_of_machine()
        print(namings.decide(found, story, decision, one, other, author=by, reason=reason))
