"""What the benchmarks read: articles of PolNeAR dev, or the samples if the corpus is not there."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

SAMPLES: Final = Path(__file__).parents[1] / "samples"
POLNEAR: Final = Path("../shared/data/polnear/dev/text")


def articles(words: int, folder: Path = POLNEAR) -> tuple[str, list[str]]:
    """Whole articles with at least so many words in all.

    Args:
        words: white-space delimited; articles are repeated if there are too few.
        folder: text files; the project's own samples stand in if it does not exist.

    Returns:
        what they are, in words, and the texts.
    """
    there = folder.is_dir()
    chosen = folder if there else SAMPLES
    texts: list[str] = []
    total = 0
    for path in itertools.cycle(sorted(chosen.glob("*.txt"))):
        texts.append(path.read_bytes().decode())
        total += len(texts[-1].split())
        if total >= words:
            break
    return ("PolNeAR dev" if there else "the samples, repeated"), texts


def long_text(characters: int) -> str:
    """The samples, repeated as paragraphs, cut at exactly so many characters."""
    sample = "\n\n".join(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    return (f"{sample}\n\n" * (characters // len(sample) + 1))[:characters]
