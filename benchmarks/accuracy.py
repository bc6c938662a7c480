"""How accurate reading is: `python -m benchmarks.accuracy` (`make evaluate`).

Runs the public command, `reportedly read --format jsonl`, over the articles of a PolNeAR split, and
scores its outermost attributions with the ruler, `score_attribution.py`: exact F1 of sources, cues
and contents, and F1 of whole attributions ("linked"). Behind each figure stands its 95 % confidence
interval, from a bootstrap over articles (Efron & Tibshirani 1993): whole articles are drawn, since
those that one person wrote and another annotated stand or fall together.

``--robustness`` scores the same articles with quotation marks straightened, paragraph breaks
removed, and letters lower-cased; all keep every offset, so that the gold stays what it is.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from reportedly.ledger import Ledger
from reportedly.reading.heads import ROLES
from training.examples import JOIN, STRAIGHTEN
from training.reference import labels_of
from training.ruler import ruler

MEASURES: Final = (*ROLES, "linked")
RESAMPLES: Final = 1000
SEED: Final = 1

#: How a text may come to us other than as printed; each value keeps the length of a text.
DISGUISES: Final = {"straight quotes": STRAIGHTEN, "no paragraph breaks": JOIN}
LOWER_CASE: Final = "lower case"

Counts = npt.NDArray[np.int64]
"""Shape (articles, 4, 3): for each measure the number correct, predicted and gold."""


@dataclass(frozen=True)
class Version:
    """One annotator's version of an article, in labelled tokens.

    ``ends`` are offsets of the last character of each token, ``lines`` the number of its line, and
    ``segments`` what is labelled: (role, first token, last token).
    """

    ends: Sequence[int | None]
    lines: Sequence[int]
    segments: frozenset[tuple[str, int, int]]


@dataclass(frozen=True)
class Gold:
    """A split to score against, by article: texts, labelled tokens, and attributions.

    ``attributions`` are those of the first annotator, in the ruler's own type.
    """

    texts: dict[str, str]
    versions: dict[str, list[Version]]
    attributions: dict[str, Sequence[Any]]

    @classmethod
    def read(cls, directory: Path, step: int = 1) -> Gold:
        """Read every article of a split directory, or each ``step``-th.

        Labelled tokens come from ``cofenet.txt`` in it, so that exact match is that of published
        figures, or else are made from the gold spans (`training.reference`).
        """
        rule = ruler()
        split = rule.read_gold(directory)
        with tempfile.TemporaryDirectory() as folder:
            documents = rule.read_cofenet(labels_of(directory, Path(folder)))
        texts = dict(itertools.islice(split.texts.items(), 0, None, step))
        versions: dict[str, list[Version]] = {name: [] for name in texts}
        for key, document in documents.items():
            name = key.rpartition("_")[0]
            if name in texts:
                ends = rule.align_tokens(document.tokens, texts[name])
                segments = frozenset(rule.label_segments(document.labels, document.line_of))
                versions[name].append(Version(ends, document.line_of, segments))
        annotations = {name: split.annotations[name] for name in texts}
        first = {name: own[min(own)].attributions for name, own in annotations.items()}
        return cls(texts, versions, first)


def disguised(text: str, name: str) -> str:
    r"""A text in one of its disguises, as long as before.

    >>> disguised("“İt’s on,” he said.", "straight quotes")
    '"İt\'s on," he said.'
    >>> disguised("“İt’s On,” he said.", "lower case")
    '“İt’s on,” he said.'
    """
    if name == LOWER_CASE:
        # "İ" becomes two characters; what would move offsets stays as it is.
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return text.translate(DISGUISES[name])


def read_with_command(texts: Mapping[str, str], model: str, jobs: int) -> dict[str, Ledger]:
    """The ledger that the public command writes for each text.

    Raises:
        subprocess.CalledProcessError: the command failed; its words are on standard error.
        KeyError: the command left an article out, or changed its text.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{name}.txt") for name in texts]
        for path, text in zip(paths, texts.values(), strict=True):
            path.write_bytes(text.encode())
        command = str(Path(sys.executable).with_name("reportedly"))
        options = ["--force", "--model", model, "--jobs", str(jobs)]
        output = subprocess.run(
            [command, "read", "--format", "jsonl", *options, *map(str, paths)],
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    ledgers = [Ledger.from_json(line) for line in output.splitlines()]
    by_text = {ledger.article.text: ledger for ledger in ledgers}
    return {name: by_text[text] for name, text in texts.items()}


def outermost(ledger: Ledger) -> list[Any]:
    """The attributions that lie in no other, as the ruler takes them; PolNeAR has few nested."""
    return [
        ruler().Attribution(entry.source_spans, entry.cue_spans, entry.content_spans)
        for entry in ledger.attributions
        if entry.within is None
    ]


def count(gold: Gold, ledgers: Mapping[str, Ledger]) -> Counts:
    """What is right, by article; the sums are those of the ruler's own ``score``."""
    rule = ruler()
    counts = np.zeros((len(gold.texts), len(MEASURES), 3), dtype=np.int64)
    for row, (name, text) in zip(counts, gold.texts.items(), strict=True):
        ours = outermost(ledgers[name])
        for version in gold.versions[name]:
            predicted = rule.project(ours, version.ends, version.lines)
            for number, role in enumerate(ROLES):
                a, b = ({s for s in side if s[0] == role} for side in (predicted, version.segments))
                row[number] += (len(a & b), len(a), len(b))
        theirs = gold.attributions[name]
        matched = rule.match_attributions(ours, theirs, rule.TokenIndex(text))
        row[-1] = (len(matched), len(ours), len(theirs))
    return counts


def f1(counts: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """F1 in per cent, from counts whose last axis is (correct, predicted, gold).

    >>> f1(np.array([[5, 10, 10], [0, 0, 0]])).tolist()
    [50.0, 0.0]
    """
    return 200.0 * counts[..., 0] / np.maximum(counts[..., 1] + counts[..., 2], 1)


def resampled(counts: Counts, resamples: int = RESAMPLES) -> npt.NDArray[np.float64]:
    """F1 of each measure on articles drawn with replacement, shape (resamples, 4).

    The draws depend on the number of articles alone: two conditions can be compared pair by pair.
    """
    articles = len(counts)
    draws = np.random.default_rng(SEED).multinomial(
        articles, np.full(articles, 1 / articles), size=resamples
    )
    return f1(np.einsum("ra,amc->rmc", draws, counts))


def figures(counts: Counts, printed: Counts | None = None) -> dict[str, dict[str, float]]:
    """Each measure's F1 with its 95 % interval, and its loss against the texts as printed."""
    interval = np.percentile(resampled(counts), [2.5, 97.5], axis=0)
    result = {
        measure: {"f1": float(value), "low": float(low), "high": float(high)}
        for measure, value, low, high in zip(
            MEASURES, f1(counts.sum(axis=0)), *interval, strict=True
        )
    }
    if printed is not None:
        loss = f1(printed.sum(axis=0)) - f1(counts.sum(axis=0))
        for measure, value in zip(MEASURES, loss, strict=True):
            result[measure]["loss"] = float(value)
    return result


def table(results: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """A Markdown table, a row a condition."""
    lines = [f"| text | {' | '.join(MEASURES)} |", "| --- |" + " ---: |" * len(MEASURES)]
    for condition, result in results.items():
        cells = []
        for measure in MEASURES:
            value = result[measure]
            cells.append(f"{value['f1']:.1f} ({value['low']:.1f}-{value['high']:.1f})")
            if "loss" in value:
                cells[-1] += f", {-value['loss']:+.1f}"
        lines.append(f"| {condition} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/dev"))
    parser.add_argument("--model", default="small", help="a model's name or folder")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--robustness", action="store_true", help="score disguised texts as well")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        parser.exit(1, f"{options.data}: PolNeAR is not there\n")
    gold = Gold.read(options.data)
    printed = count(gold, read_with_command(gold.texts, options.model, options.jobs))
    results = {"as printed": figures(printed)}
    for name in (*DISGUISES, LOWER_CASE) if options.robustness else ():
        other = {stem: disguised(text, name) for stem, text in gold.texts.items()}
        ledgers = read_with_command(other, options.model, options.jobs)
        results[name] = figures(count(gold, ledgers), printed)
    if options.json:
        print(json.dumps(results, indent=1))
    else:
        print(f"{options.data.name}: {len(gold.texts)} articles, model {options.model}")
        print("F1 (95 % interval), with the change against the text as printed\n")
        print(table(results))


if __name__ == "__main__":
    main()
