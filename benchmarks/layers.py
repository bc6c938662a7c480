"""How well everything beside attributions is read: `python -m benchmarks.layers` (`make evaluate`).

Runs the public command, `reportedly read --format jsonl`, over the annotated articles of PolNeAR
dev and compares its ledgers with the gold as two readers are compared
(`training.annotation.compare`).
Behind each figure stands what it is to reach, and its 95 % confidence interval from a bootstrap
over articles (Efron & Tibshirani 1993).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from reportedly.ledger import Article, Ledger
from training.annotation.compare import Comparison
from training.annotation.gold import FOLDER, read_gold
from training.polnear import read_article, read_metadata

RESAMPLES: Final = 500
SEED: Final = 1

#: What the outlets call themselves; the corpus has short codes.
OUTLETS: Final = {
    "breitbart": "Breitbart",
    "huff-post": "The Huffington Post",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
}

Figure = Callable[[Comparison], float]


def found(name: str) -> Figure:
    """F1 of things found, in per cent."""
    return lambda comparison: 100 * comparison.found[name].f1


def accuracy(name: str) -> Figure:
    """How often a label is right, in per cent."""
    return lambda comparison: 100 * comparison.labels[name].accuracy


def macro(name: str) -> Figure:
    """Macro-F1 of a label, in per cent."""
    return lambda comparison: 100 * comparison.labels[name].macro_f1


def _end_to_end(comparison: Comparison) -> float:
    same = comparison.labels["source is the same actor"]
    return 100 * same.pairs[True, True] / max(1, comparison.found["attributions"].gold)


def _hearsay(comparison: Comparison) -> float:
    pairs = comparison.labels["hearsay"].pairs
    told = 2 * pairs[True, True] + pairs[True, False] + pairs[False, True]
    return 200 * pairs[True, True] / told if told else 100.0


def _precision(comparison: Comparison) -> float:
    conditions = comparison.found["conditions"]
    return 100 * conditions.both / max(1, conditions.other)


#: What is measured, how, and what it is to reach.
FIGURES: Final[dict[str, tuple[Figure, float]]] = {
    "actor of an attribution, where it was found: accuracy": (
        accuracy("source is the same actor"),
        85,
    ),
    "actor of an attribution, end to end: accuracy": (_end_to_end, 75),
    "coreference of sources: CoNLL score": (
        lambda comparison: 100 * float(np.mean(comparison.coreference or [0])),
        70,
    ),
    "kind of the source: accuracy": (accuracy("kind of the source"), 90),
    "anonymity of the source: accuracy": (accuracy("anonymity of the source"), 92),
    "plural of the source: accuracy": (accuracy("plural of the source"), 95),
    "chain exactly right, where there is a relay": (accuracy("chain with a relay"), 80),
    "… where there is one or we see one": (
        accuracy("chain with a relay in either"),
        float("nan"),
    ),
    "nested attributions: F1": (found("nested attributions"), 65),
    "act: macro-F1": (macro("act"), 75),
    "claims found: F1": (found("claims"), float("nan")),
    "certainty and polarity: macro-F1": (macro("certainty and polarity"), 75),
    "certainty: macro-F1": (macro("certainty"), float("nan")),
    "polarity: macro-F1": (macro("polarity"), float("nan")),
    "hearsay: F1": (_hearsay, 90),
    "time: macro-F1": (macro("time"), 75),
    "dates, span and value: F1": (found("dates with their days"), 80),
    "positions, actor, stance and target: F1": (found("positions (actor, stance, target)"), 65),
    "conditions: F1": (found("conditions"), 65),
    "conditions: precision": (_precision, 75),
}


def read_with_command(articles: Mapping[str, Article], model: str, jobs: int) -> dict[str, Ledger]:
    """The ledger that the public command writes for each article.

    Raises:
        subprocess.CalledProcessError: the command failed; its words are on standard error.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        with path.open("w", encoding="utf-8") as handle:
            for article in articles.values():
                row = {
                    "text": article.text, "outlet": article.outlet, "published": article.published,
                }  # fmt: skip
                handle.write(json.dumps(row) + "\n")
        command = str(Path(sys.executable).with_name("reportedly"))
        options = ["--force", "--model", model, "--jobs", str(jobs)]
        output = subprocess.run(
            [command, "read", "--format", "jsonl", *options, str(path)],
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    ledgers = [Ledger.from_json(line) for line in output.splitlines()]
    by_text = {ledger.article.text: ledger for ledger in ledgers}
    return {name: by_text[article.text] for name, article in articles.items()}


def compare(shared: Path, model: str, jobs: int) -> list[Comparison]:
    """One comparison for each annotated dev article."""
    rows = read_metadata(shared)
    golds = {gold.name: gold for gold in read_gold(FOLDER / "dev")}
    articles = {
        name: Article(
            text=read_article(shared / "dev", name).text,
            outlet=OUTLETS[rows[name]["publisher"]],
            published=rows[name]["publication_date"],
        )
        for name in golds
    }
    ledgers = read_with_command(articles, model, jobs)
    result = []
    for name, gold in golds.items():
        comparison = Comparison()
        comparison.add(gold.ledger(Article(text=articles[name].text)), ledgers[name])
        result.append(comparison)
    return result


def table(articles: Sequence[Comparison]) -> str:
    """The table, in Markdown."""
    whole = Comparison.of(articles)
    draws = np.random.default_rng(SEED).integers(len(articles), size=(RESAMPLES, len(articles)))
    samples = [Comparison.of([articles[i] for i in draw]) for draw in draws.tolist()]
    lines = ["| layer | reached | 95 % interval | to reach |", "| --- | ---: | ---: | ---: |"]
    for name, (figure, goal) in FIGURES.items():
        low, high = np.percentile([figure(sample) for sample in samples], [2.5, 97.5])
        told = "" if np.isnan(goal) else f"{goal:.0f}"
        lines.append(f"| {name} | {figure(whole):.1f} | {low:.1f}-{high:.1f} | {told} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    parser.add_argument("--model", default="small", help="a model's name or folder")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="print everything that is compared")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        parser.exit(1, f"{options.data}: PolNeAR is not there\n")
    articles = compare(options.data, options.model, options.jobs)
    print(f"{len(articles)} annotated dev articles, model {options.model}\n")
    print(Comparison.of(articles).as_markdown() if options.all else table(articles))


if __name__ == "__main__":
    main()
