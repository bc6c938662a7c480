"""Does a model read as well in 8 bits as in floats? `python -m training.parity RUN MODEL`.

RUN is what `training.train` left, MODEL what `training.export` made of it. Both read the articles
of a split; the exit status is 1 if 8 bits lose more than `MOST_LOST` of any figure.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from reportedly.reading.model import load
from training.evaluate import figures, read_articles, reading_network, score, summary
from training.polnear import read_split
from training.train import load_network

#: F1 points that 8 bits may cost.
MOST_LOST = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("model")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    options = parser.parse_args(arguments)
    model = load(options.model)
    articles = list(read_split(options.data))
    trained = reading_network(load_network(options.run), model.pieces)
    results = [
        score(read_articles(articles, network, model.pieces), options.data)
        for network in (trained, model.network)
    ]
    print(f"floats: {summary(results[0])}\n8 bits: {summary(results[1])}")
    floats, bits = map(figures, results)
    lost = {name: floats[name] - bits[name] for name in floats}
    print("lost:   " + ", ".join(f"{name} {value:+.2f}" for name, value in lost.items()))
    return int(max(lost.values()) > MOST_LOST)


if __name__ == "__main__":
    sys.exit(main())
