"""How memory grows with the length of a text: `python -m benchmarks.memory`.

Reads texts of growing length, up to the limit of 5 million characters, each in a fresh process, and
prints the peak of its resident memory beside what must grow, the text and the entries. What is left
of the growth is what reading itself holds on to; it should not grow with the length.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.texts import long_text
from reportedly.ledger import Article
from reportedly.reading.reader import Reader

LENGTHS: Final = (40_000, 400_000, 1_600_000, 5_000_000)
KIBIBYTE: Final = 1024
ROOT: Final = Path(__file__).parents[1]


@dataclass(frozen=True)
class Footprint:
    """What one reading took; sizes in bytes.

    ``peak`` is the highest resident memory of the process, interpreter and model included; ``text``
    and ``ledger`` are the sizes of the article's text and of its ledger as JSON.
    """

    characters: int
    attributions: int
    peak: int
    text: int
    ledger: int


def read_once(characters: int, model: str) -> Footprint:
    """Read a text of so many characters in this process."""
    article = Article(text=long_text(characters))
    ledger = Reader(model).read(article)
    return Footprint(
        characters=characters,
        attributions=len(ledger.attributions),
        peak=_peak(),
        text=sys.getsizeof(article.text),
        ledger=len(ledger.to_json().encode()),
    )


def _peak() -> int:
    """The most memory that this process has held, in bytes.

    What the operating system's usage statistics say begins with the peak of the process that
    started this one, so that Linux's own status of the process is asked where there is one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        words = status.read_text(encoding="ascii").partition("VmHWM:")[2].split()
        return int(words[0]) * KIBIBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE


def footprint(characters: int, model: str = "small") -> Footprint:
    """Read a text of so many characters in a fresh process.

    Raises:
        subprocess.CalledProcessError: the process failed; its words are on standard error.
    """
    output = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", "--once", str(characters), "--model", model],
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
        env=os.environ,
    ).stdout
    return Footprint(**json.loads(output))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lengths", type=int, nargs="*", default=LENGTHS, help="in characters")
    parser.add_argument("--model", default="small", help="a model's name or folder")
    parser.add_argument("--once", type=int, help="read one text in this process, print JSON")
    options = parser.parse_args(arguments)
    if options.once is not None:
        print(json.dumps(asdict(read_once(options.once, options.model))))
        return
    print("| characters | attributions | peak MiB | text MiB | ledger as JSON, MiB |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for characters in options.lengths:
        found = footprint(characters, options.model)
        sizes = (f"{size / 2**20:.1f}" for size in (found.peak, found.text, found.ledger))
        print(f"| {characters:,} | {found.attributions:,} | {' | '.join(sizes)} |", flush=True)


if __name__ == "__main__":
    main()
