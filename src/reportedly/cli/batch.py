"""Many inputs → their ledgers, in order, and a tally of what became of each.

In: what intake yields, and a reader. Out: ledgers with where they came from. What cannot be read is
handed to a function of the caller's and passed over; the rest go on.
"""

from __future__ import annotations

import glob
import itertools
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from reportedly.cli.inputs import Kept
from reportedly.errors import ReadingFailed
from reportedly.intake import Failed, Item
from reportedly.intake.sources import STANDARD_INPUT, SUFFIXES, Source, expand, is_address
from reportedly.ledger import Article, Ledger

#: Exit status: some inputs could not be read; none could.
SOME_FAILED, ALL_FAILED = 1, 2


class ReadsMany(Protocol):
    """What `reportedly.Reader` does."""

    def read_many(
        self,
        articles: Iterable[Article],
        *,
        jobs: int = 1,
        on_error: Callable[[Article, Exception], None] | None = None,
    ) -> Iterator[Ledger]:
        """Yield the ledger of each article, in order."""


@dataclass
class Tally:
    """How many articles were read, were there already, and could not be read."""

    read: int = 0
    skipped: int = 0
    failed: int = 0
    interrupted: bool = False

    @property
    def done(self) -> int:
        """Articles that are dealt with, one way or another."""
        return self.read + self.skipped + self.failed

    @property
    def exit_status(self) -> int:
        """What the program ends with: 0, or how much of the work failed."""
        if not self.failed:
            return 0
        return SOME_FAILED if self.read or self.skipped else ALL_FAILED

    def __str__(self) -> str:
        parts = [f"{self.read:,} read"]
        if self.skipped:
            parts.append(f"{self.skipped:,} there already")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts)


def read_all(
    items: Iterable[Item | Kept],
    reader: ReadsMany,
    tally: Tally,
    *,
    jobs: int = 1,
    skip: Callable[[str, Article], bool] = lambda _origin, _article: False,
    failed: Callable[[Failed], None] = lambda _failed: None,
) -> Iterator[tuple[str, Ledger]]:
    """Read articles as intake yields them.

    Args:
        items: articles, failures, and ledgers that were read before, taken as they are needed.
        reader: what reads.
        tally: is kept up to date.
        jobs: processes to use.
        skip: says of an article, by its origin and itself, whether it need not be read.
        failed: is told of each input that could not be read.

    Yields:
        The origin and the ledger of each article that was read. Ctrl-C ends the ledgers early and
        marks the tally, so that an output in the making can be finished properly.

    >>> from reportedly.errors import EmptyText
    >>> from reportedly.intake import Read
    >>> from reportedly.ledger import ModelInfo
    >>> class Reader:
    ...     def read_many(self, articles, *, jobs=1, on_error=None):
    ...         info = ModelInfo(name="none", version="0")
    ...         return (Ledger(model=info, article=article) for article in articles)
    >>> items = [Read("a.txt", Article(text="Rain.")), Failed("b.txt", EmptyText(name="b.txt"))]
    >>> tally = Tally()
    >>> [origin for origin, ledger in read_all(items, Reader(), tally)]
    ['a.txt']
    >>> str(tally), tally.exit_status
    ('1 read, 1 failed', 1)
    """
    origins: deque[str] = deque()

    def articles(items: Iterable[Item]) -> Iterator[Article]:
        for item in items:
            if isinstance(item, Failed):
                tally.failed += 1
                failed(item)
            elif skip(item.origin, item.article):
                tally.skipped += 1
            else:
                origins.append(item.origin)
                yield item.article

    def broken(_article: Article, error: Exception) -> None:
        origin = origins.popleft()
        reason = f"{type(error).__name__}: {error}"
        tally.failed += 1
        failed(Failed(origin, ReadingFailed(name=origin, reason=reason)))

    try:
        for kept, group in itertools.groupby(items, key=lambda item: isinstance(item, Kept)):
            if kept:
                found = ((one.origin, one.ledger) for one in cast("Iterable[Kept]", group))
            else:
                fresh = articles(cast("Iterable[Item]", group))
                ledgers = reader.read_many(fresh, jobs=jobs, on_error=broken)
                found = ((origins.popleft(), ledger) for ledger in ledgers)
            for one in found:
                yield one
                tally.read += 1
    except KeyboardInterrupt:
        tally.interrupted = True


def names_several(inputs: Sequence[str], format_: str) -> bool:
    """Whether inputs can yield more than one article, by how they are named and not what they hold.

    >>> names_several(["a.txt"], "auto"), names_several(["a.jsonl"], "auto")
    (False, True)
    """
    if len(inputs) == 1 and is_address(inputs[0]):
        return False
    if len(inputs) != 1 or format_ == "jsonl":
        return True
    name = Path(inputs[0])
    pattern = glob.has_magic(inputs[0]) and not name.exists()
    return pattern or name.is_dir() or SUFFIXES.get(name.suffix.lower()) == "jsonl"


def expected(inputs: Sequence[str], format_: str) -> int | None:
    """How many articles inputs name; null if only reading them would tell.

    >>> expected(["-"], "auto") is None
    True
    """
    if format_ == "jsonl" and not all(map(is_address, inputs)):
        return None
    total = 0
    for source in expand(inputs):
        total += 1
        if not isinstance(source, Source) or source.address is not None:
            continue
        if source.path is None or SUFFIXES.get(source.path.suffix.lower()) == "jsonl":
            return None
    return total


def reads_back(inputs: Sequence[str], folder: Path, suffix: str) -> str | None:
    """The input folder that holds ``folder``, if files written there would be read next time."""
    if suffix not in SUFFIXES:
        return None
    target = os.path.realpath(folder)
    for name in inputs:
        if name != STANDARD_INPUT and Path(name).is_dir():
            holder = os.path.realpath(name)
            if os.path.commonpath([holder, target]) == holder:
                return name
    return None
