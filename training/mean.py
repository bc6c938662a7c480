"""The mean of two runs' weights: `python -m training.mean OUT ONE OTHER --share 0.7`.

Runs of which one began where the other ended lie in one valley of the loss, and between them it is
often lower than at either (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file


def mean(out: Path, one: Path, other: Path, share: float) -> None:
    """Write the weights between two runs'.

    Args:
        out: folder for weights and shape.
        one: a run's folder.
        other: that of a run with the same shape.
        share: how much the first one counts, from 0 to 1.
    """
    out.mkdir(parents=True, exist_ok=True)
    first, second = (load_file(run / "network.safetensors") for run in (one, other))
    weights = {name: share * first[name] + (1 - share) * second[name] for name in first}
    save_file(weights, out / "network.safetensors")
    shutil.copy(one / "shape.json", out / "shape.json")


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="how much the first one counts")
    mean(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
