"""``reportedly desk``: articles kept, listed, searched, shown, taken out.

In: what a person types. Out: what is on the desk, on standard output. Each command is a thin shell
over `reportedly.desk`, which is loaded once a command runs, as that takes a while.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import OutputFormat, ViewFormat, When
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    Number,
    TextNumber,
    command,
    desk,
    installed,
    opened,
    print_list,
    printed,
    when_of,
)
from reportedly.cli.desk_copies import catch_up
from reportedly.cli.parameters import OUTPUT, Asked, Color, NoColor, Outcome, reads
from reportedly.cli.screen import colours_of, standard_error, width

if TYPE_CHECKING:
    from reportedly.ledger import Article, Ledger

HELP: Final = (
    "Keep articles with their ledgers: list, search and compare what came in.\n\n"
    "The desk is a file, [b]desk.sqlite[/b] in this folder unless [b]--desk[/b] or the variable "
    "REPORTEDLY_DESK names another; or a PostgreSQL database that several people share."
)

EXAMPLES: Final = """[bold]To begin[/bold]

  reportedly desk init

  reportedly desk add reports/ --outlet "The Daily Example"

  reportedly desk follow https://news.example/rss --every 15m

  reportedly desk search "ferry timetable"

  reportedly desk --help"""

_CHANGED: Final = "{origin} has changed: see reportedly desk changes {article}"


@command("reportedly desk init --desk postgresql://ann@localhost/desk")
def init(address: Address = DEFAULT) -> None:
    """Make a desk, or bring one of an older version up to date; what is on it stays."""
    from reportedly.desk import Desk

    with Desk.create(address) as made:
        catch_up(made)
        standard_error().print(f"{made.name} is ready.", soft_wrap=True)


@reads
def add(
    asked: Asked,
    address: Address = DEFAULT,
    story: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            show_default=False,
            help="Put them into this story, too; it is made if there is none.",
            rich_help_panel="Desk",
        ),
    ] = None,
) -> Outcome:
    """Read articles and keep them, or keep ledgers that were read before.

    One that is there already is passed over. One whose text has changed, at the same address, is
    kept as a new text beside the old one.
    """
    with installed(), opened(address) as found:
        from reportedly.desk import stories

        def put(number: int) -> None:
            if story:
                stories.put(found, story, [number])

        def known(_: object, article: Article) -> bool:
            number = found.number_of(article)
            if number is not None:
                put(number)
            return number is not None

        if story:
            stories.make_sure(found, story)

        def keep(origin: str, ledger: Ledger) -> None:
            added = found.add(ledger)
            put(added.article)
            print(f"{added.article}\t{added.outcome}\t{origin}", flush=True)
            if added.outcome == "changed":
                words = _CHANGED.format(origin=origin, article=added.article)
                standard_error().print(words, soft_wrap=True)

        return asked.run(ledgers=True).each(keep, skip=known)


desk.command(
    epilog="reportedly desk add reports/ --jobs 4\n\nreportedly desk add today/ --story ferry\n\n"
    "reportedly desk add page.html --url https://…"
)(add)


@command("reportedly desk list --format csv > articles.csv")
def list_(
    address: Address = DEFAULT,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List the articles, in the order in which they came."""
    from reportedly.formats.desk import ENTRIES

    with opened(address) as found:
        print_list(ENTRIES, found.entries(), format_, when_of(color, no_color))


@command("reportedly desk show 3 --format html > marked.html")
def show(
    number: Number,
    address: Address = DEFAULT,
    text: TextNumber = None,
    format_: Annotated[
        OutputFormat,
        typer.Option("--format", "-f", help="As reportedly read has it.", rich_help_panel=OUTPUT),
    ] = OutputFormat.PRETTY,
    as_read: Annotated[bool, typer.Option("--as-read", help="Without corrections.")] = False,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """Show an article with what was read of it, as people corrected it."""
    from reportedly.cli.output import Ledgers

    output = Ledgers(format_)
    with opened(address) as found:
        one = [(str(number), found.ledger(number, text, corrected=not as_read))]
    colours = colours_of(sys.stdout, when_of(color, no_color))
    parts = output.stream(one, several=False, width=width(), colours=colours)
    printed(parts, for_people=output.for_people)


@command("reportedly desk changes 3")
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

    with opened(address) as found:
        versions = found.versions(number)
        later = versions[-1].number if text is None else text
        after = found.ledger(number, later).article.text
        before = found.ledger(number, later - 1).article.text if later > 1 else after
    differences = compared(before, after)
    if format_ is ViewFormat.JSON:
        printed([formats.as_json(before, after, differences)], for_people=False)
    elif format_ is ViewFormat.CSV:
        printed([formats.as_csv(before, after, differences)], for_people=False)
    else:
        when = when_of(color, no_color)
        colours = colours_of(sys.stdout, when)
        print_list(VERSIONS, versions, format_, when)
        shown = formats.as_text(before, after, differences, width=width(), colours=colours)
        printed(["\n", shown], for_people=True)


@command("reportedly desk remove 3 4")
def remove(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBERS", help="The articles' numbers.")],
    address: Address = DEFAULT,
) -> None:
    """Take articles away, with all their texts."""
    with opened(address) as found:
        for number in numbers:
            found.remove(number)


@command("""reportedly desk search '"cut in June" ferry' --limit 50""")
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

    with opened(address) as found:
        hits = found.search(" ".join(words), limit)
    rows = hits if format_ is ViewFormat.TABLE else map(plain, hits)
    print_list(HITS, rows, format_, when_of(color, no_color))


@command("reportedly desk export > desk.jsonl")
def export(address: Address = DEFAULT) -> None:
    """Write everything as JSON Lines, which [b]desk import[/b] takes in elsewhere."""
    from reportedly.desk.transfer import lines

    with opened(address) as found:
        printed(lines(found), for_people=False)


@command("reportedly desk import desk.jsonl --desk other.sqlite")
def import_(
    file: Annotated[
        typer.FileBinaryRead, typer.Argument(metavar="FILE", help="What desk export wrote, or -.")
    ],
    address: Address = DEFAULT,
) -> None:
    """Take in what [b]desk export[/b] wrote; what is there already stays as it is."""
    from reportedly.desk.transfer import take_in

    came = there = 0
    with opened(address) as found:
        for line in filter(bytes.strip, file):
            outcomes = [added.outcome for added in take_in(found, line)]
            came += sum(outcome != "known" for outcome in outcomes)
            there += outcomes.count("known")
    standard_error().print(f"{came:,} texts came, {there:,} were there already.")


@command("reportedly desk backup monday.sqlite")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; it is itself a desk.")],
    address: Address = DEFAULT,
) -> None:
    """Copy the whole desk into one file, while others may go on using it."""
    from reportedly.desk.transfer import copy

    with opened(address) as found:
        count = copy(found, file)
    standard_error().print(f"{file} has all of {count:,} rows.", soft_wrap=True)
