"""Stories on a desk: whether planted origins are counted right, and how long large ones take.

In: a desk of made articles, and what is true of them (`benchmarks.planted`). Out: lines to print.
The stories that are made stay on the desk, so that a second look at them costs little.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from rich.console import Console
from rich.progress import track

from benchmarks.planted import CLAIM, SIZE
from reportedly.desk import Desk, stories
from reportedly.desk.telling import told
from reportedly.formats.printable import rendered
from reportedly.formats.story.overview import overview
from reportedly.story.embedding import Embedder
from reportedly.story.story import Story, StoryClaim

#: So many of the planted stories are put together: each takes seconds, most of them for vectors.
LOOKED_AT: Final = 100

#: The sizes of stories that are timed: as many planted ones together as it takes.
LARGE: Final = (200, 500)

#: So many times the first page of a story is opened.
OPENED: Final = 20

GOALS: Final = (
    "goals: origins exact in 95 %, 200 reports put together in 10 s and 500 in 30 s, vectors "
    "apart, and shown in 300 ms"
)


class Counted(NamedTuple):
    """The planted claim of a story: whether its origins are right, and all its reports there.

    The plants leave nothing open, so that only one number, low and high, is right.
    """

    exact: bool
    whole: bool


def lines(desk: Desk, address: str, true: dict[str, Any], console: Console) -> Iterator[str]:
    """What there is to say of stories.

    Args:
        desk: with all articles of the plan.
        address: where it is.
        true: see `benchmarks.planted.truth`.
        console: shows how far it is.
    """
    number_of = {entry.url: entry.article for entry in desk.entries()}
    planted = true["stories"][:: max(1, len(true["stories"]) // LOOKED_AT)][:LOOKED_AT]
    shown = track(planted, "stories", console=console, transient=True)
    found = [_counted(told(desk, _made(desk, [one["story"]], number_of)), one) for one in shown]
    exact, whole = (100 * sum(one[n] for one in found) / len(found) for n in (0, 1))
    yield (
        f"independent origins of the planted claim: exactly right in {exact:.1f} % of {len(found)} "
        f"stories; all who tell it found in {whole:.1f} %"
    )
    for size in LARGE:
        if size <= len(number_of):
            yield _large(desk, address, size, number_of)
    yield f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT:,.0f} MB at most"
    yield GOALS


#: In which unit the largest use of memory is told, to have megabytes.
_UNIT: Final = 1e6 if sys.platform == "darwin" else 1e3


def _made(desk: Desk, numbers: Sequence[int], number_of: dict[str | None, int]) -> str:
    """Some planted stories as one story on the desk, made anew; returns its name."""
    name = f"planted {numbers[0]}" if len(numbers) == 1 else f"{len(numbers)} planted"
    urls = (f"https://news.example/{n * SIZE + place}" for n in numbers for place in range(SIZE))
    stories.make_sure(desk, name)
    stories.remove(desk, name)
    stories.make(desk, name, [number_of[url] for url in urls if url in number_of])
    return name


def _counted(story: Story, true: dict[str, Any]) -> Counted:
    """How the claim was counted that has most of the planted ones."""
    claim = max(story.claims, key=_planted)
    right = claim.low == claim.high == true["origins"]
    return Counted(right, _planted(claim) == len(true["members"]) == len(claim.tellings))


def _planted(claim: StoryClaim) -> int:
    return sum(one.quote.entry == CLAIM for one in claim.tellings)


def _large(desk: Desk, address: str, size: int, number_of: dict[str | None, int]) -> str:
    """How long a large story takes the first time, and when nothing of it has changed."""
    name = _made(desk, range(size // SIZE), number_of)
    with _seconds_of_vectors() as spent:
        whole = _seconds(lambda: told(desk, name))
    shown = sorted(_seconds(lambda: _first_page(address, name)) for _ in range(OPENED))
    return (
        f"a story of {size} reports: put together in {whole - spent[0]:.1f} s, and {spent[0]:.1f} s"
        f" for vectors; shown again in {1e3 * statistics.median(shown):.0f} ms (median), "
        f"p95 {1e3 * shown[int(0.95 * len(shown))]:.0f} ms"
    )


def _first_page(address: str, name: str) -> str:
    """What `reportedly story show` does, from a desk that is closed."""
    with Desk.open(address) as desk:
        return rendered(overview(told(desk, name)), width=100, colours=None)


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


@contextmanager
def _seconds_of_vectors() -> Iterator[list[float]]:
    """The seconds that go into vectors meanwhile."""
    spent = [0.0]
    embed = Embedder.__call__

    def timed(self: Embedder, texts: Sequence[str]) -> Any:
        began = time.perf_counter()
        try:
            return embed(self, texts)
        finally:
            spent[0] += time.perf_counter() - began

    Embedder.__call__ = timed  # type: ignore[method-assign]
    try:
        yield spent
    finally:
        Embedder.__call__ = embed  # type: ignore[method-assign]
