"""Write down what a model thinks of the training articles, for a smaller one to learn.

`python -m training.teach MODEL OUT.npz` writes a `Lesson` for each article of a split.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from rich.progress import track

from reportedly.ledger import Article
from reportedly.reading.assembly import Assembly, Surroundings
from reportedly.reading.attribution import find_attributions
from reportedly.reading.model import Model
from reportedly.reading.model import load as load_model
from reportedly.reading.parts import part_of
from reportedly.sentences import sentences
from training.lessons import HalfArray, Lesson, save
from training.polnear import read_split
from training.targets import NONE, NUMBERED, ROWS, Targets


@cache
def _model(folder: str) -> Model:
    return load_model(folder)


def lesson_of(folder: str, text: str) -> Lesson:
    """What the model in a folder thinks of a text."""
    model = _model(folder)
    tokens = model.pieces(text)
    reading = find_attributions(tokens, model.network, depth=0)
    whole = sentences(text)
    part = part_of(text, reading, whole, model.network.distances)
    around = Surroundings([], [], [], whole)
    assembly = Assembly(Article(text=text), part, around, model.calibration)
    targets = Targets(tokens)
    mentions = sorted(
        enumerate(part.mentions), key=lambda one: (one[1].span[0] - one[1].span[1], one[1].span)
    )
    for number, mention in mentions:
        targets.number("mention_of", [mention.span], number)
        targets.number("actor_of", [mention.span], assembly.cluster[number])
    for number, found in enumerate(part.found):
        if found.within is None:
            source = assembly.sources[number]
            relays = [link for link in assembly.links[number] if link != source]
            targets.number("relay_of", found.cue, relays[-1] if relays else NONE)
    for position, holder, _ in assembly.positions_held:
        targets.number("holder_of", (*position.target, *position.evidence), holder)
    scores: HalfArray = reading.passages[0].scores.labels.astype(np.float16)
    return Lesson(scores, targets.values[[ROWS[name] for name in NUMBERED]])


def teach(model: str, data: Path, jobs: int) -> Iterator[tuple[str, Lesson]]:
    """Lessons on every article of a split by their names; several are read side by side."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        futures = {a.name: pool.submit(lesson_of, model, a.text) for a in read_split(data)}
        for name, future in track(futures.items(), "Reading", total=len(futures)):
            yield name, future.result()


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="name or folder of an exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/train"))
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(arguments)
    save(teach(options.model, options.data, options.jobs), options.out)


if __name__ == "__main__":
    main()
