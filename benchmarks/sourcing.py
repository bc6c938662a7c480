"""How well the sourcing table agrees with a newsroom's: `python -m benchmarks.sourcing`.

Runs the public command, `reportedly sourcing --out`, over the ten marked stories of the Markkula
Center's benchmark on journalistic sourcing (Vincent et al., arXiv 2501.00164), and scores its
tables with the ruler, `score_sourcing.py`. Beside each figure stand the target, and what language
models reached on all 43 stories of that benchmark by its own scoring: the stories are not the
same, and precision and strict figures were not published.

The stories and the ruler lie outside the repository, in ``../shared``. Titles and justifications
are compared by their meaning, with all-MiniLM-L6-v2: that takes torch and transformers in the
interpreter that ``--python`` names, and ``--encoder``, the folder of the model.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

#: The stories that are looked at here.
STORIES: Final = range(1, 11)

#: What is aimed at, in per cent. The ruler leaves out what it has no encoder for.
TARGETS: Final = {"strict_f1": 85, "type": 88, "name": 88, "title": 88, "justification": 50}

#: What is printed, in this order.
FIGURES: Final = (
    "strict_f1", "strict_recall", "strict_precision", "statement", "precision", "type", "name",
    "title", "justification",
)  # fmt: skip

#: Published on all 43 stories (the Markkula Center's report of March 2026), in per cent.
PUBLISHED: Final = {
    "Gemini 2.5 Pro": {
        "statement": 83.7, "type": 88.6, "name": 79.9, "title": 79.8, "justification": 44.8,
    },
    "Claude 4 Sonnet": {
        "statement": 76.8, "type": 91.4, "name": 85.5, "title": 86.0, "justification": 56.2,
    },
    "GPT 4.1": {
        "statement": 78.5, "type": 91.1, "name": 86.6, "title": 85.6, "justification": 38.9,
    },
    "ChatGPT 4o": {
        "statement": 72.7, "type": 93.5, "name": 87.7, "title": 87.5, "justification": 41.6,
    },
}  # fmt: skip

NOT_THERE: Final = "{path} is not there; the stories and the ruler are no part of this repository\n"


def tables_of(stories: Path, folder: Path, model: str, jobs: int) -> None:
    """Have the public command write the table of each story into a folder.

    Raises:
        subprocess.CalledProcessError: the command failed; its words are on standard error.
    """
    paths = [str(stories / f"{number}.txt") for number in STORIES]
    options = ["--model", model, "--jobs", str(jobs), "--out", str(folder)]
    command = [sys.executable, "-m", "reportedly", "sourcing", *options, *paths]
    subprocess.run(command, check=True)


def score(ruler: Path, stories: Path, folder: Path, python: str, encoder: Path | None) -> Any:
    """What the ruler says of a folder of tables, as it prints it in JSON.

    Raises:
        subprocess.CalledProcessError: the ruler refused the tables.
    """
    where = ["--gold", str(stories), "--pred", str(folder)]
    which = ["--ids", f"{min(STORIES)}-{max(STORIES)}", "--json"]
    meaning = [] if encoder is None else ["--encoder", str(encoder)]
    command = [python, str(ruler), *where, *which, *meaning]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def table(average: Mapping[str, float | None]) -> str:
    """A Markdown table: a row a figure, with its target and the published figures.

    >>> print(table({"strict_f1": 86.04, "type": 90.0, "name": None}).splitlines()[2])
    | strict f1 | 86.0 | 85 | - | - | - | - |
    """
    heads = ("figure", "reportedly", "target", *PUBLISHED)
    lines = [f"| {' | '.join(heads)} |", f"| --- |{' ---: |' * (len(heads) - 1)}"]
    for figure in FIGURES:
        value = average.get(figure)
        cells = [figure.replace("_", " "), "-" if value is None else f"{value:.1f}"]
        cells.append(str(TARGETS.get(figure, "-")))
        cells += [str(others.get(figure, "-")) for others in PUBLISHED.values()]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--model", default="small", help="a model's name or folder")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--python", default=sys.executable, help="what runs the ruler")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args(arguments)
    stories = options.shared / "data" / "sourcing"
    ruler = options.shared / "eval" / "score_sourcing.py"
    for path in (stories, ruler):
        if not path.exists():
            parser.exit(1, NOT_THERE.format(path=path))
    with tempfile.TemporaryDirectory() as folder:
        tables_of(stories, Path(folder), options.model, options.jobs)
        result = score(ruler, stories, Path(folder), options.python, options.encoder)
    if options.json:
        print(json.dumps(result, indent=1))
        return
    print(
        f"{result['stories']} stories, {result['gold']} statements in them, "
        f"{result['predicted']} in the tables, model {options.model}; in per cent\n"
    )
    print(table(result["average"]))
    if options.encoder is None:
        print("\nTitles and justifications are compared only with --encoder.")


if __name__ == "__main__":
    main()
