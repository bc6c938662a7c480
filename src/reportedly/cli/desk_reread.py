"""``reportedly desk reread``: read again what another model, or an older one, has read.

In: what a person types. Out: newer readings in the place of older ones, one by one, each whole; the
next run goes on where this one stopped.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.batch import Tally, read_all
from reportedly.cli.desk_command import DEFAULT, Address, command, opened
from reportedly.cli.model import info_of
from reportedly.cli.parameters import Jobs, ModelName
from reportedly.cli.progress import bar, summary
from reportedly.cli.screen import INTERRUPTED, report, standard_error
from reportedly.errors import NotOnDesk
from reportedly.intake import Failed, Item, Read

if TYPE_CHECKING:
    from reportedly.desk import Desk


@command("reportedly desk reread --jobs 4\n\nreportedly desk reread 3 4 --model large")
def reread(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(metavar="[NUMBERS]", show_default=False, help="Which articles; all."),
    ] = None,
    address: Address = DEFAULT,
    model: ModelName = "small",
    jobs: Jobs = 1,
) -> None:
    """Read again what was read with another model or version; corrections stay.

    An older reading is there until the newer one is whole. Stop it at any time: what was not read
    again yet is, the next time.
    """
    from reportedly.reading.model import find  # loads the inference engine

    info = info_of(find(model))
    with opened(address) as found:
        tally = reread_all(found, found.read_by_others(info, numbers), model, jobs)
    if tally.interrupted:
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(tally.exit_status)


def reread_all(desk: Desk, numbers: list[int], model: str, jobs: int = 1) -> Tally:
    """Read articles again and keep what was read, while standard error tells of it.

    Args:
        desk: where they are.
        numbers: which.
        model: a model's name or folder.
        jobs: processes to use.
    """
    from reportedly.reading.reader import Reader

    console, tally, began = standard_error(), Tally(), time.monotonic()
    with bar(console, len(numbers), tally, shown=console.is_terminal) as draw:

        def failed(item: Failed) -> None:
            report(item.error, console)
            draw()

        try:
            for origin, ledger in read_all(
                _articles(desk, numbers), Reader(model), tally, jobs=jobs, failed=failed
            ):
                try:
                    desk.replace(int(origin), ledger)
                except NotOnDesk as error:  # changed or taken away meanwhile
                    report(error, console)
                draw()
        except KeyboardInterrupt:
            tally.interrupted = True
    if tally.interrupted:
        console.print("Stopped. What is there is whole; run the same command again to go on.")
    console.print(summary(tally, time.monotonic() - began), style="dim", soft_wrap=True)
    return tally


def _articles(desk: Desk, numbers: Iterable[int]) -> Iterator[Item]:
    for number in numbers:
        try:
            article = desk.ledger(number, corrected=False).article
        except NotOnDesk as error:
            yield Failed(str(number), error)
        else:
            yield Read(str(number), article)
