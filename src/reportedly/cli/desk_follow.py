"""``reportedly desk follow``: feeds followed, once or for ever; ``unfollow``: no more.

In: the addresses of feeds. Out: a line for each article that came, on standard output; errors and
progress on standard error. A thin shell over `reportedly.desk.following`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.choices import ViewFormat
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    command,
    opened,
    print_list,
)
from reportedly.cli.parameters import (
    INPUT,
    AllowHost,
    Force,
    Jobs,
    MaxCharacters,
    ModelName,
    Outlet,
)
from reportedly.cli.screen import INTERRUPTED, report, standard_error
from reportedly.intake import MAX_CHARACTERS, Options

if TYPE_CHECKING:
    from reportedly.cli.batch import Tally
    from reportedly.desk import Desk
    from reportedly.desk.following import Polled
    from reportedly.reading.reader import Reader

#: What is said to a person who asks for something that there is not.
NO_FEEDS: Final = "No feed is followed yet: name one, of RSS, Atom, JSON or a sitemap."
BAD_TIME: Final = "Write it as 90s, 15m, 2h or 1d."

#: Seconds between requests to one host, if nobody says.
PAUSE: Final = 2.0

CHANGED: Final = "{origin} has changed: see reportedly desk changes {article}"
LEFT: Final = "{count:,} left for the next time: their hosts asked for a pause."
NEXT: Final = "Asking again at {time:%H:%M}; Ctrl-C stops."

_TIME: Final = re.compile(r"([1-9][0-9]{0,5})([smhd])")
_SECONDS: Final = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}


def seconds_of(every: str) -> int:
    """The seconds of a time such as ``15m``.

    Raises:
        typer.BadParameter: it is written otherwise.

    >>> seconds_of("90s"), seconds_of("15m"), seconds_of("1d")
    (90, 900, 86400)
    """
    match = _TIME.fullmatch(every.strip().lower())
    if match is None:
        raise typer.BadParameter(BAD_TIME, param_hint="--every")
    return int(match[1]) * _SECONDS[match[2]]


Feeds = Annotated[
    list[str] | None,
    typer.Argument(metavar="FEEDS", help="Addresses of RSS, Atom, JSON feeds or sitemaps."),
]
Every = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        show_default=False,
        help="Ask again and again, so often: 15m, 2h, 1d.",
        rich_help_panel=INPUT,
    ),
]
Pause = Annotated[
    float,
    typer.Option(min=0.0, help="Seconds between requests to one host.", rich_help_panel=INPUT),
]
ListThem = Annotated[
    bool, typer.Option("--list", help="Show the feeds that are followed; ask nobody.")
]


@dataclass(frozen=True)
class Round:
    """How feeds are asked; what a person typed.

    Args:
        addresses: of the feeds; all that are followed if none is named.
        options: how to read pages.
        pause: seconds between requests to one host.
    """

    addresses: Sequence[str]
    options: Options
    pause: float

    def once(self, desk: Desk, reader: Reader) -> Tally:
        """Ask every feed, keep what is new, and tell of it.

        Raises:
            DeskFailed: the database refused.
        """
        from reportedly.cli.batch import Tally
        from reportedly.cli.progress import bar, summary
        from reportedly.desk.following import poll
        from reportedly.desk.visits import Clock, Visits
        from reportedly.intake.web import fetch

        asks = partial(fetch, allowed=self.options.allow_hosts)
        visits = Visits(desk, asks, Clock(lambda: datetime.now(UTC), time.sleep), self.pause)
        console, tally, began, left = standard_error(), Tally(), time.monotonic(), 0
        with bar(console, None, tally, shown=console.is_terminal) as draw:
            try:
                for one in poll(
                    desk, visits, reader.read, addresses=self.addresses, options=self.options
                ):
                    left += one.outcome == "left"
                    tell(one, tally)
                    draw()
            except KeyboardInterrupt:
                tally.interrupted = True
        if left:
            console.print(LEFT.format(count=left), soft_wrap=True)
        console.print(summary(tally, time.monotonic() - began), style="dim", soft_wrap=True)
        return tally


def tell(one: Polled, tally: Tally) -> None:
    """Say what became of a page or feed, and count it."""
    if one.error is not None:
        tally.failed += 1
        report(one.error, standard_error())
    elif one.outcome == "known":
        tally.skipped += 1
    elif one.article is not None:
        tally.read += 1
        print(f"{one.article}\t{one.outcome}\t{one.address}", flush=True)
        if one.outcome == "changed":
            words = CHANGED.format(origin=one.address, article=one.article)
            standard_error().print(words, soft_wrap=True)


def again_and_again(once: Callable[[], Tally], seconds: int | None) -> int:
    """Ask once, or every so many seconds until Ctrl-C is pressed; return the exit status."""
    while True:
        began = time.monotonic()
        tally = once()
        if tally.interrupted:
            standard_error().print("Stopped.")
            return INTERRUPTED
        if seconds is None:
            return tally.exit_status
        wait = max(0.0, began + seconds - time.monotonic())
        at = datetime.fromtimestamp(time.time() + wait).astimezone()
        standard_error().print(NEXT.format(time=at), style="dim", soft_wrap=True)
        time.sleep(wait)


@command(
    "reportedly desk follow https://news.example/rss\n\n"
    "reportedly desk follow --every 15m\n\n"
    "reportedly desk follow --list"
)
def follow(
    feeds: Feeds = None,
    address: Address = DEFAULT,
    list_: ListThem = False,
    format_: ListFormat = ViewFormat.TABLE,
    every: Every = None,
    pause: Pause = PAUSE,
    outlet: Outlet = None,
    max_characters: MaxCharacters = MAX_CHARACTERS,
    force: Force = False,
    allow_host: AllowHost = None,
    model: ModelName = "small",
    jobs: Jobs = 1,
) -> None:
    """Follow feeds: ask them for new articles, and keep these.

    Without a name, all feeds are asked that were named before. What an outlet changes in an article
    within 48 hours is kept as a new text beside the old one. An outlet's robots.txt is heeded.
    """
    from reportedly.desk import followed
    from reportedly.formats.feeds import FEEDS
    from reportedly.reading.model import find
    from reportedly.reading.reader import Reader

    options = Options(
        outlet=outlet,
        max_characters=max_characters,
        force=force,
        allow_hosts=tuple(allow_host or ()),
    )
    seconds = seconds_of(every) if every else None
    with opened(address) as found:
        if list_:
            print_list(FEEDS, followed.followed(found), format_)
            return
        addresses = followed_from_now_on(found, feeds or [])
        find(model)
        reader, asked = Reader(model, threads=jobs), Round(addresses, options, pause)
        raise typer.Exit(again_and_again(lambda: asked.once(found, reader), seconds))


@command("reportedly desk unfollow https://news.example/rss")
def unfollow(
    feeds: Annotated[list[str], typer.Argument(metavar="FEEDS", help="The feeds' addresses.")],
    address: Address = DEFAULT,
) -> None:
    """Follow feeds no more; their articles stay on the desk."""
    from reportedly.desk import followed
    from reportedly.intake.web import checked

    with opened(address) as found:
        for feed in feeds:
            followed.unfollow(found, str(checked(feed)))


def followed_from_now_on(found: Desk, feeds: Sequence[str]) -> list[str]:
    """Enter feeds among those that are followed, and return their addresses as they are kept.

    Raises:
        RefusedAddress: what is named is no address of the web; then none is entered.
        typer.BadParameter: nothing is named, and nothing was followed before.
    """
    from reportedly.desk import followed
    from reportedly.intake.web import checked

    addresses = [str(checked(feed)) for feed in feeds]
    for one in addresses:
        followed.follow(found, one)
    if not addresses and not followed.followed(found):
        raise typer.BadParameter(NO_FEEDS, param_hint="FEEDS")
    return addresses
