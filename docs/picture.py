"""Draw the README's pictures from the real program: `python docs/picture.py`."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, RenderableType
from rich.terminal_theme import MONOKAI

from reportedly import Article, Reader, tell
from reportedly.formats.pretty import Pretty
from reportedly.formats.story import overview, whatif
from reportedly.story.conditions.assumptions import assumptions
from reportedly.story.conditions.whatif import what_if

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parent / "samples"

#: As much of the sample as fits a picture, in paragraphs.
SHOWN = 6

#: What is assumed of the sample story.
ASSUMED = "gallery passes=no"


def article() -> RenderableType:
    """The sample article, marked up."""
    text = (SAMPLES / "ferry.txt").read_text(encoding="utf-8")
    shown = Article(
        text="\n\n".join(text.split("\n\n")[:SHOWN]),
        outlet="The Harbour Post",
        published="2024-03-04",
    )
    return Pretty(Reader().read(shown))


def story() -> Iterator[RenderableType]:
    """The sample story: its first page, and what falls if something is not so."""
    told = tell("korrin", Reader().read_many(_articles()))
    yield overview.overview(told)
    answer = what_if(told.conditions, assumptions(told.conditions, [ASSUMED]).values)
    yield whatif.shown(answer._replace(stand=(), open=(), rights=()), {})


def _articles() -> Iterator[Article]:
    for line in (SAMPLES / "story" / "story.jsonl").read_text(encoding="utf-8").splitlines():
        about = json.loads(line)
        text = (SAMPLES / "story" / about.pop("file")).read_text(encoding="utf-8")
        yield Article(text=text, **about)


def draw(name: str, title: str, *parts: RenderableType) -> None:
    """Save what a terminal would show."""
    console = Console(record=True, width=116, file=io.StringIO(), force_terminal=True)
    console.print(*parts, sep="\n")
    console.save_svg(str(FOLDER / name), title=title, theme=MONOKAI)


if __name__ == "__main__":
    draw("demo.svg", "reportedly read", article())
    draw("story.svg", "reportedly story", *story())
