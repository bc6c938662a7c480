"""Short passages that were written for the purpose, with what a careful reader would mark in them.

A file holds passages one after another. Each begins with ``== name | outlet | day``, goes on with
one sentence a line (a blank line parts paragraphs), and after ``--`` has what the reader marked,
in the notation of `docs/annotation.md`. `python -m training.annotation.passages FILE…` says what is
wrong with them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportedly.ledger import Span
from training.annotation.annotate import Check, Task

FOLDER = Path(__file__).parent / "passages"


def read_passages(path: Path) -> Iterator[Check]:
    """The passages of a file, checked."""
    _, *blocks = ("\n" + path.read_text(encoding="utf-8")).split("\n== ")
    for block in blocks:
        head, _, rest = block.partition("\n")
        text, _, notes = rest.partition("\n--\n")
        checked = Check(task_of(head, text))
        checked.read(notes.splitlines())
        yield checked


def task_of(head: str, lines: str) -> Task:
    r"""A passage as an article to annotate.

    >>> task = task_of("ferry | The Echo | 2024-03-04", "It sailed.\nShe waved.\n\nThe end.")
    >>> task.text, task.sentences
    ('It sailed. She waved.\n\nThe end.', [(0, 10), (11, 21), (23, 31)])
    """
    name, outlet, published = (part.strip() for part in head.split("|"))
    text, sentences = "", list[Span]()
    for line in lines.strip().splitlines():
        if not line.strip():
            text += "\n\n"
            continue
        text += " " if text and not text.endswith("\n") else ""
        sentences.append((len(text), len(text) + len(line)))
        text += line
    return Task(name, text, sentences, (), outlet, published, name)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    wrong = count = 0
    for path in parser.parse_args(arguments).files:
        for checked in read_passages(path):
            count += 1
            wrong += bool(checked.problems)
            for problem in checked.problems:
                print(f"{path.name}: {checked.task.name}: {problem}")
    print(f"{count} passages, {wrong} with something wrong")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
