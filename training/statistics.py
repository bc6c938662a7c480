"""What the corpora hold: `python -m training.statistics` prints the tables of `docs/data.md`.

In: the folders of PolNeAR and GUM. Out: counts of both, and how far PolNeAR's annotators agree with
each other: every pair of annotators of an article, one taken as prediction and the other as gold,
by the measures of the ruler, `score_attribution.py`. F1 is the same whichever of two is gold.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from training import gum, polnear
from training.polnear import GoldArticle, GoldAttribution
from training.ruler import ruler

ROLES: Final = ("source", "cue", "content")
GUM_ROWS: Final = {
    "attributions": gum.ATTRIBUTIONS,
    "conditions": (gum.CONDITION,),
    "concessions": (gum.CONCESSION,),
}

#: What the ruler takes for a token of raw text; a line of its reference is a paragraph here.
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")

Row = tuple[str, list[str]]


def polnear_rows(splits: Iterable[Sequence[GoldArticle]]) -> list[Row]:
    """Counts of each split; attributions are those of each article's first annotator."""
    columns = []
    for articles in splits:
        gold = [a for article in articles for a in article.annotations[min(article.annotations)]]
        several = [len(a.annotations) for a in articles if len(a.annotations) > 1]
        columns.append(
            {
                "articles": _count(articles),
                "words": f"{sum(len(a.text.split()) for a in articles):,}",
                "attributions": _count(gold),
                **{f"without {role}": _share(gold, role, 0, 0) for role in ROLES},
                "with source in several pieces": _share(gold, "source", 2),
                "with content in several pieces": _share(gold, "content", 2),
                "articles with several annotators": _count(several),
            }
        )
    return _rows(columns)


def _share(gold: Sequence[GoldAttribution], role: str, low: int, high: int = 10**6) -> str:
    """How many attributions have between ``low`` and ``high`` spans in a role."""
    count = sum(low <= len(getattr(attribution, role)) <= high for attribution in gold)
    return f"{count:,} ({count / max(1, len(gold)):.1%})"


def agreement(articles: Iterable[GoldArticle]) -> dict[str, tuple[float, int]]:
    """F1 in per cent, and pairs of annotated versions, by measure.

    Args:
        articles: those with one annotator are passed over.

    Returns:
        the measures "source", "cue", "content" (exact match of spans) and "linked" (whole
        attributions), each with its F1 over all pairs and the number of pairs.
    """
    score: Any = ruler()
    counts = {measure: score.Counts() for measure in (*ROLES, "linked")}
    pairs = 0
    for article in articles:
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(article.text)]
        ends = [end - 1 for _, end in tokens]
        lines = [article.text.count("\n", 0, start) for start, _ in tokens]
        index = score.TokenIndex(article.text)
        versions = [
            [score.Attribution(a.source, a.cue, a.content) for a in attributions]
            for _, attributions in sorted(article.annotations.items())
        ]
        segments = [score.project(version, ends, lines) for version in versions]
        for (one, ours), (other, theirs) in itertools.combinations(
            zip(versions, segments, strict=True), 2
        ):
            pairs += 1
            for role in ROLES:
                a, b = ({s for s in side if s[0] == role} for side in (ours, theirs))
                counts[role].add(len(a & b), len(a), len(b))
            matched = len(score.match_attributions(one, other, index))
            counts["linked"].add(matched, len(one), len(other))
    return {measure: (100 * found.f1, pairs) for measure, found in counts.items()}


def gum_rows(splits: Iterable[Sequence[gum.Document]]) -> list[Row]:
    """Counts of each split: sizes, mentions, and the relations that this project learns from."""
    columns = []
    for documents in splits:
        names = Counter(relation.name for d in documents for relation in d.relations)
        entities = [(d.name, m.entity) for d in documents for m in d.mentions]
        columns.append(
            {
                "documents": _count(documents),
                "words": f"{sum(len(d.tokens) for d in documents):,}",
                "genres": str(len({d.genre for d in documents})),
                "mentions": _count(entities),
                "entities": _count(set(entities)),
                "discourse units": f"{sum(len(d.units) for d in documents):,}",
                **{row: f"{sum(names[n] for n in kinds):,}" for row, kinds in GUM_ROWS.items()},
            }
        )
    return _rows(columns)


def _count(things: Sequence[object] | set[Any]) -> str:
    return f"{len(things):,}"


def _rows(columns: Sequence[dict[str, str]]) -> list[Row]:
    return [(name, [column[name] for column in columns]) for name in columns[0]]


def table(heads: Sequence[str], rows: Iterable[Row]) -> str:
    """A Markdown table.

    >>> print(table(["", "train"], [("words", ["12"])]))
    |  | train |
    | --- | ---: |
    | words | 12 |
    """
    lines = [f"| {' | '.join(heads)} |", f"| --- |{' ---: |' * (len(heads) - 1)}"]
    lines += [f"| {name} | {' | '.join(cells)} |" for name, cells in rows]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data: Path = parser.parse_args(arguments).data
    articles = [list(polnear.read_split(data / "polnear" / split)) for split in ("train", "dev")]
    print(table(["PolNeAR", "train", "dev"], polnear_rows(articles)), end="\n\n")
    agreed = [agreement(split) for split in articles]
    rows = [
        (measure, [f"{found[measure][0]:.1f}" for found in agreed])
        for measure in (*ROLES, "linked")
    ]
    rows.append(("pairs of versions", [str(found["linked"][1]) for found in agreed]))
    print(table(["agreement, F1", "train", "dev"], rows), end="\n\n")
    documents = [list(gum.read_split(data / "gum", split)) for split in ("train", "dev")]
    print(table(["GUM", "train", "dev"], gum_rows(documents)))


if __name__ == "__main__":
    main()
