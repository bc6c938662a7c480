"""How fast reading is, and what it costs: `python -m benchmarks.speed` (`make bench`).

Times, on the same texts in the same run: reading (nested reading included) on one core and with two
jobs, and attributions alone; the bare encoder, which is the ceiling; and spaCy's small pipeline
with textacy, which a user might pick instead. Contenders take turns, round by round, so that a busy
spell of the machine hits all of them, and figures are medians. Then the public command reads the
sample in a fresh process:
seconds from start to result, and peak memory.

Words are delimited by white space. "words / CPU second" leaves out what the machine did beside.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.contenders import ON_ONE_CORE, TWO_JOBS, Round
from benchmarks.texts import POLNEAR, SAMPLES, articles

READING, ATTRIBUTIONS, BARE, PEER = ON_ONE_CORE
MEBIBYTE: Final = 1024  # in the kibibytes that Linux counts peak memory in

#: One thread for every numerical library that a contender may bring along.
ONE_THREAD: Final = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)


@dataclass(frozen=True)
class Speed:
    """Medians over the rounds of one contender."""

    words_per_second: float
    words_per_processor_second: float | None
    found: int
    failures: int
    peak_mebibytes: float | None


@dataclass(frozen=True)
class Start:
    """A fresh process that reads one article and ends: medians of its time and peak memory."""

    seconds: float
    peak_mebibytes: float


def measure(texts: Sequence[str], model: str, repeats: int) -> dict[str, Speed]:
    """Time every contender, in turns.

    Args:
        texts: what each reads in each round.
        model: name or folder.
        repeats: rounds.

    Raises:
        RuntimeError: a contender ended early; its own words are on standard error.
    """
    rounds: dict[str, list[Round]] = {}
    with ExitStack() as stack:
        playing: dict[str, subprocess.Popen[str]] = {}
        for name in (*ON_ONE_CORE, TWO_JOBS):
            playing[name] = stack.enter_context(_started(name, model))
            _ask(playing[name], name, json.dumps(list(texts)))
        for _ in range(repeats):
            for name, process in playing.items():
                rounds.setdefault(name, []).append(Round(**json.loads(_ask(process, name, ""))))
    words = sum(len(text.split()) for text in texts)
    return {name: _median(words, played) for name, played in rounds.items()}


def _started(name: str, model: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.contenders", name, "--model", model],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | ONE_THREAD,
    )


def _ask(process: subprocess.Popen[str], name: str, line: str) -> str:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError(f"{name}: has no pipes")
    process.stdin.write(line + "\n")
    process.stdin.flush()
    if not (answer := process.stdout.readline()):
        raise RuntimeError(f"{name}: ended early")
    return answer


def _median(words: int, rounds: Sequence[Round]) -> Speed:
    used = [one.processor_seconds for one in rounds if one.processor_seconds is not None]
    peak = max(one.peak_kibibytes for one in rounds) / MEBIBYTE
    return Speed(
        words / statistics.median(one.seconds for one in rounds),
        words / statistics.median(used) if used else None,
        rounds[0].found,
        rounds[0].failures,
        peak or None,
    )


def start(model: str, repeats: int) -> Start:
    """Time the public command on the sample article, and take its peak memory."""
    command = str(Path(sys.executable).with_name("reportedly"))
    sample = str(next(iter(sorted(SAMPLES.glob("*.txt")))))
    seconds, peaks = [], []
    for _ in range(repeats):
        began = time.perf_counter()
        process = subprocess.Popen(
            [command, "read", sample, "--format", "json", "--model", model],
            stdout=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - began)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
        peaks.append(usage.ru_maxrss / MEBIBYTE)
    return Start(statistics.median(seconds), statistics.median(peaks))


def ratios(speeds: Mapping[str, Speed]) -> dict[str, float]:
    """What the speeds are held against: the bare encoder, the peer, and one core."""
    own = speeds[READING].words_per_second
    return {
        "attributions alone to everything": speeds[ATTRIBUTIONS].words_per_second / own,
        "of the bare encoder": own / speeds[BARE].words_per_second,
        "of spaCy small + textacy": own / speeds[PEER].words_per_second,
        "two jobs to one": speeds[TWO_JOBS].words_per_second / own,
    }


def table(speeds: Mapping[str, Speed]) -> str:
    """A Markdown table, a row a contender."""
    heads = ("", "words/s", "words / CPU second", "peak MiB", "found", "texts given up on")
    lines = [f"| {' | '.join(heads)} |", "| --- |" + " ---: |" * (len(heads) - 1)]
    for name, speed in speeds.items():
        cells = (
            _number(speed.words_per_second),
            _number(speed.words_per_processor_second),
            _number(speed.peak_mebibytes),
            f"{speed.found:,}",
            str(speed.failures),
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="small", help="a model's name or folder")
    parser.add_argument("--words", type=int, default=20_000, help="so many words a round")
    parser.add_argument("--repeats", type=int, default=3, help="rounds")
    parser.add_argument("--data", type=Path, default=POLNEAR, help="folder of text files")
    options = parser.parse_args(arguments)
    source, texts = articles(options.words, options.data)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles ({source}), {words:,} words, {options.repeats} rounds\n")
    speeds = measure(texts, options.model, options.repeats)
    begun = start(options.model, options.repeats)
    print(table(speeds), end="\n\n")
    compared = ratios(speeds)
    for name, ratio in compared.items():
        print(f"- {name}: {ratio:.2f}")
    print(f"- start to first result: {begun.seconds:.2f} s, peak {begun.peak_mebibytes:.0f} MiB\n")
    result = {
        "texts": source,
        "words": words,
        "rounds": options.repeats,
        "speeds": {name: asdict(speed) for name, speed in speeds.items()},
        "ratios": compared,
        "start": asdict(begun),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
