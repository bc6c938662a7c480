"""An invented affair, report by report: `python samples/story/one_by_one.py`.

Puts the fourteen texts of this folder on a desk, one by one as they were published, and prints what
each of them brought; in the end, what the story has come to.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import RenderableType

from reportedly import Article, Reader
from reportedly.cli.screen import colours_of, width
from reportedly.desk import Desk, stories
from reportedly.desk.telling import told
from reportedly.formats.printable import rendered
from reportedly.formats.story import news as news_view
from reportedly.formats.story.overview import overview
from reportedly.story.news import news

FOLDER: Final = Path(__file__).parent
NAME: Final = "korrin"


def main(address: str = "demo-story.sqlite") -> None:
    """Make a desk and tell the story on it."""
    for old in Path(address).parent.glob(f"{Path(address).name}*"):
        old.unlink()
    reader = Reader()
    with Desk.create(address) as desk:
        stories.make(desk, NAME)
        before = told(desk, NAME)
        for article in articles():
            added = desk.add(reader.read(article))
            stories.put(desk, NAME, [added.article])
            after = told(desk, NAME)
            show(news_view.shown(after, news(before, after)))
            print()
            before = after
        show(overview(before))
    print(f"Go on from here: reportedly story board {NAME} --desk {address}")


def articles() -> Iterator[Article]:
    """The texts of the story, in the order in which they were published."""
    for line in (FOLDER / "story.jsonl").read_text(encoding="utf-8").splitlines():
        told_of = json.loads(line)
        text = (FOLDER / told_of.pop("file")).read_text(encoding="utf-8")
        yield Article(text=text, **told_of)


def show(what: RenderableType) -> None:
    """Print something to a terminal, or to a file without colours."""
    sys.stdout.write(rendered(what, width=width(), colours=colours_of(sys.stdout)))


if __name__ == "__main__":
    main(*sys.argv[1:2])
