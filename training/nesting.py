"""What the choice of contents to read again costs and finds: `python -m training.nesting MODEL`.

For each value of `NESTING_ODDS`: how many tokens the network reads for each token of text, and how
well it finds the nested attributions of the annotated dev articles.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.progress import track

from reportedly.ledger import Article, Attribution, Ledger
from reportedly.reading.attribution import Found, Network, find_attributions
from reportedly.reading.encoder import WindowInput, WindowOutput
from reportedly.reading.model import Model, load
from training.annotation.compare import Comparison
from training.annotation.gold import FOLDER, read_gold
from training.polnear import read_article

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


def ledger_of(found: Sequence[Found], article: Article, model: Model) -> Ledger:
    """A ledger with attributions alone."""
    entries = [
        Attribution(
            id=f"R{number}",
            source_spans=one.source,
            cue_spans=one.cue,
            content_spans=one.content,
            within=None if one.within is None else f"R{one.within}",
        )
        for number, one in enumerate(found)
    ]
    return Ledger(model=model.info, article=article, attributions=tuple(entries))


def table(model: Model, data: Path, chosen: Sequence[float] = ODDS) -> str:
    """The table, in Markdown."""
    runs = {odds: Counted(model.network) for odds in chosen}
    scores = {odds: Comparison() for odds in chosen}
    total = 0
    for gold in track(list(read_gold(FOLDER / "dev")), "Reading"):
        article = Article(text=read_article(data, gold.name).text)
        tokens = model.pieces(article.text)
        total += len(tokens)
        for odds, run in runs.items():
            network = replace(model.network, run=run)
            found = find_attributions(tokens, network, odds=odds).found
            scores[odds].add(gold.ledger(article), ledger_of(found, article, model))
    nested = {odds: score.found["nested attributions"] for odds, score in scores.items()}
    rows = [
        f"| {odds:+.0f} | {run.tokens / total:.2f} | {nested[odds].other} |"
        f" {100 * nested[odds].f1:.1f} |"
        for odds, run in runs.items()
    ]
    head = "| log-odds | tokens read a token | nested attributions | F1 |"
    return "\n".join([head, "| ---: | ---: | ---: | ---: |", *rows])


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", default="small")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    parser.add_argument("--odds", type=float, nargs="+", default=ODDS, help="values to try")
    options = parser.parse_args(arguments)
    print(table(load(options.model), options.data, options.odds))


if __name__ == "__main__":
    main()
