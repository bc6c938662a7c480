"""Draw the README's picture from the real program: `python docs/picture.py`."""

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from reportedly.formats.pretty import Pretty
from reportedly.ledger import Article
from reportedly.reading.reader import Reader

FOLDER = Path(__file__).parent
#: As much of the sample as fits a picture, in paragraphs.
SHOWN = 6

text = (FOLDER.parent / "samples" / "ferry.txt").read_text(encoding="utf-8")
article = Article(
    text="\n\n".join(text.split("\n\n")[:SHOWN]),
    outlet="The Harbour Post",
    published="2024-03-04",
)
console = Console(record=True, width=116, file=io.StringIO(), force_terminal=True)
console.print(Pretty(Reader().read(article)))
console.save_svg(str(FOLDER / "demo.svg"), title="reportedly read", theme=MONOKAI)
