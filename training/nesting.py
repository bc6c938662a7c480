"""What the choice of contents to read again costs and finds: `python -m training.nesting MODEL`.

For each value of `NESTING_ODDS`: how many tokens the network reads for each token of text, and how
many of the attributions are found that come to light when every content is read again.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.progress import track

from reportedly.reading.attribution import Network, find_attributions
from reportedly.reading.encoder import WindowInput, WindowOutput
from reportedly.reading.model import load
from training.polnear import read_split

ODDS = (-99.0, -6.0, -5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 99.0)


@dataclass
class Counted:
    """A network that counts the tokens that it reads."""

    network: Network
    tokens: int = 0

    def __call__(self, window: WindowInput) -> WindowOutput:
        """Run it."""
        self.tokens += window.ids.shape[1]
        return self.network.run(window)


def table(model: str, data: Path) -> str:
    """The table, in Markdown."""
    loaded = load(model)
    runs = {odds: Counted(loaded.network) for odds in ODDS}
    found = dict.fromkeys(ODDS, 0)
    total = 0
    for article in track(list(read_split(data)), "Reading"):
        tokens = loaded.pieces(article.text)
        total += len(tokens)
        for odds, run in runs.items():
            network = replace(loaded.network, run=run)
            attributions = find_attributions(tokens, network, odds=odds)
            found[odds] += sum(one.within is not None for one in attributions)
    rows = [
        f"| {odds:+.0f} | {run.tokens / total:.2f} | {found[odds] / found[ODDS[0]]:.1%} |"
        for odds, run in runs.items()
    ]
    head = "| log-odds | tokens read a token | nested attributions found |\n| ---: | ---: | ---: |"
    return "\n".join([head, *rows])


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="small")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    options = parser.parse_args(arguments)
    print(table(options.model, options.data))


if __name__ == "__main__":
    main()
