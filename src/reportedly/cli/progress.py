"""How far a run is: a bar on standard error while it goes on, and one line when it is over.

In: a tally that a run keeps up to date. Out: articles a second and the time left, for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from reportedly.cli.batch import Tally


class Rate(ProgressColumn):
    """Articles a second, over the last while."""

    def render(self, task: Task) -> Text:
        """Return the rate as text; a dash until it is known."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f} articles/s" if speed else "– articles/s", "progress.data.speed")


@contextmanager
def bar(
    console: Console, total: int | None, tally: Tally, *, shown: bool, doing: str = "reading"
) -> Iterator[Callable[[], None]]:
    """Show a bar while the block runs; it yields the function that draws what has grown.

    Args:
        console: a console on standard error.
        total: how many articles there will be; null if that is not known.
        tally: what the bar shows.
        shown: false for no bar at all.
        doing: what is done to the articles.
    """
    progress = Progress(
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(compact=True),
        console=console,
        transient=True,
        disable=not shown,
        redirect_stdout=False,  # the output itself is none of the bar's business
        redirect_stderr=False,
    )
    task = progress.add_task(doing, total=total)
    with progress:
        yield lambda: progress.update(task, completed=tally.done)


def summary(tally: Tally, seconds: float) -> str:
    """One line that says what a run came to.

    >>> summary(Tally(read=12, failed=1), 4.0)
    '12 read, 1 failed, in 4.0 s (3.0 articles/s)'
    """
    rate = f" ({tally.read / seconds:,.1f} articles/s)" if tally.read and seconds > 0 else ""
    return f"{tally}, in {seconds:,.1f} s{rate}"
