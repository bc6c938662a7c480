"""What a desk of 10,000 articles costs, and what it finds: `python -m benchmarks.desk`.

Puts made articles (`benchmarks.planted`) on a desk in SQLite, and prints how long adding takes at
the beginning and at the end, how long searching and listing copies take, how large the desk is, and
how many of the planted copies are found. Stop it at any time; the same command goes on. The truth
is in ``truth.json`` beside the desk while it is there (``--keep``).
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import track

from benchmarks import desk_stories
from benchmarks.planted import Made, plan, truth
from reportedly.desk import Desk
from reportedly.ledger import Article, Ledger

#: Articles that are read; all others are made of these. Never those of a test split.
POLNEAR: Final = Path("../shared/data/polnear/train/text")
SAMPLES: Final = Path("samples")
ORIGINALS: Final = 200
LENGTHS: Final = range(1_500, 6_000)

#: So many additions at the beginning and at the end are compared, and so many queries are timed.
TIMED: Final = 200

#: What must hold.
GOALS: Final = "goals: ratio 1.5 at most, search under 100 ms, recall and precision 98 % at least"


def originals(folder: Path, console: Console) -> list[Ledger]:
    """The ledgers of real articles, read once."""
    kept = folder / "originals.jsonl"
    if not kept.exists():
        from reportedly.reading.reader import Reader

        paths = sorted((POLNEAR if POLNEAR.is_dir() else SAMPLES).rglob("*.txt"))
        texts = [path.read_bytes().decode() for path in paths]
        fit = [text for text in texts if len(text) in LENGTHS] or texts
        articles = [Article(text=text) for text in random.Random(0).sample(fit, len(fit))]
        some = articles[:ORIGINALS]
        read = Reader("small").read_many(some, jobs=1)
        shown = track(read, "reading", len(some), console=console, transient=True)
        lines = [ledger.to_json() + "\n" for ledger in shown]
        part = kept.with_suffix(".part")
        part.write_text("".join(lines), encoding="utf-8")
        part.rename(kept)
    return [Ledger.from_json(line) for line in kept.read_text("utf-8").splitlines() if line]


def fill(desk: Desk, folder: Path, count: int, console: Console) -> list[list[float]]:
    """Put so many articles on a desk, or the rest of them; returns the seconds that each took.

    The last ones are put on an empty desk as well, in turns, so that the cost of the same articles
    is compared, and a busy spell of the machine hits both.
    """
    planned, made = plan(count), Made(originals(folder, console))
    (folder / "truth.json").write_text(json.dumps(truth(planned)), encoding="utf-8")
    times = folder / "seconds.txt"
    done = len(times.read_text().splitlines()) if times.exists() else 0
    left = track(planned[done:], "adding", console=console, transient=True)
    with times.open("a", buffering=1) as lines, Desk.create(folder / "empty.sqlite") as empty:
        for number, one in enumerate(left, start=done):
            ledger = made.ledger(one)
            desks = [desk, empty] if number >= count - TIMED else [desk]
            seconds = [timed(place.add, [ledger])[0] for place in desks]
            lines.write(" ".join(f"{one:.6f}" for one in seconds) + "\n")
    return [list(map(float, line.split())) for line in times.read_text().splitlines()]


def timed(ask: Callable[[Any], object], values: Sequence[Any]) -> list[float]:
    """The seconds that each question takes, in order of size."""
    seconds = []
    for value in values:
        began = time.perf_counter()
        ask(value)
        seconds.append(time.perf_counter() - began)
    return sorted(seconds)


def copies_found(desk: Desk, true: dict[str, Any]) -> tuple[float, float]:
    """Precision and recall of copies, two articles counting as one, the earlier one first."""
    address = {entry.article: entry.url for entry in desk.entries()}
    found = {(address[one.earlier], address[one.later]) for one in desk.copies()}
    planted = {(one, other) for one, other in true["copies"]}
    hit = len(found & planted)
    return hit / max(1, len(found)), hit / len(planted)


def questions(desk: Desk, shortest: int) -> list[str]:
    """Two words that stand side by side in an article, with so many letters at least."""
    draw = random.Random(0)
    entries = [entry.article for entry in desk.entries()]
    asked = []
    for number in draw.sample(entries, min(TIMED, len(entries))):
        words = desk.ledger(number).article.text.split()
        pairs = [pair for pair in pairwise(words) if min(map(len, pair)) >= shortest]
        asked += [" ".join(pair) for pair in pairs and [draw.choice(pairs)]]
    return asked


def report(desk: Desk, folder: Path, seconds: Sequence[Sequence[float]], console: Console) -> None:
    """Print what a full desk comes to."""
    count = len(seconds)
    ends = list(zip(*seconds[-TIMED:], strict=True))
    last, empty = (statistics.median(some) for some in ends)
    first = statistics.median(one[0] for one in seconds[:TIMED])
    print(f"{count:,} articles")
    print(
        f"adding one: {1e3 * first:.1f} ms at the beginning, {1e3 * last:.1f} ms at the end; "
        f"the same articles on an empty desk, in turns: {1e3 * empty:.1f} ms, "
        f"ratio {last / empty:.2f} (medians of {TIMED})"
    )
    for name, ask, values in (
        ("search for two words of four letters or more", desk.search, questions(desk, 4)),
        ("search for any two words, such as “to the”", desk.search, questions(desk, 1)),
        ("copies of one article", desk.copies, range(1, count, max(1, count // TIMED))),
    ):
        taken = timed(ask, values)  # type: ignore[arg-type]
        high = taken[int(0.95 * len(taken))]
        print(f"{name}: median {1e3 * statistics.median(taken):.1f} ms, p95 {1e3 * high:.1f} ms")
    size = sum(path.stat().st_size for path in folder.glob("desk.sqlite*"))
    print(f"size: {size / 1e6:,.0f} MB, {size / count / 1e3:.1f} kB an article")
    true = json.loads((folder / "truth.json").read_text("utf-8"))
    precision, recall = copies_found(desk, true)
    print(
        f"copies: precision {100 * precision:.1f}, recall {100 * recall:.1f} "
        f"({len(true['copies']):,} planted)"
    )
    print(GOALS)
    for line in desk_stories.lines(desk, str(folder / "desk.sqlite"), true, console):
        print(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="for the desk; a temporary one")
    parser.add_argument("--keep", action="store_true", help="leave the folder there")
    options = parser.parse_args(arguments)
    usual = Path(tempfile.gettempdir()) / f"reportedly-desk-{options.articles}"
    folder = options.folder or usual
    folder.mkdir(parents=True, exist_ok=True)
    console = Console(stderr=True)
    try:
        with closing(Desk.create(folder / "desk.sqlite")) as desk:
            report(desk, folder, fill(desk, folder, options.articles, console), console)
    except KeyboardInterrupt:
        print(f"Stopped. The same command goes on with what is in {folder}.", file=sys.stderr)
        sys.exit(130)
    if not options.keep and options.folder is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
