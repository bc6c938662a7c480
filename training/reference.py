"""The reference for exact match: PolNeAR's gold spans as labelled tokens, a paragraph a line.

`score_attribution.py` counts exact matches on a file of tokens with BIO labels, in the manner of
CofeNet (Wang et al., COLING 2022). This makes such a file from the gold spans: tokens are
CoreNLP's where there are any (words and punctuation marks where there are none), lines are
paragraphs, and every annotator's version of an article is there.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from pathlib import Path

from training.polnear import GoldAttribution, Span, read_split
from training.silver import read_parses

_WORD = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")


def labels_of(split: Path, folder: Path) -> Path:
    """CofeNet's own file of a split if it is there; else one is made in ``folder``."""
    labels = split / "cofenet.txt"
    if not labels.is_file():
        labels = folder / "reference.jsonl"
        write_reference(split, labels)
    return labels


def write_reference(split: Path, out: Path) -> None:
    """Write the labelled tokens of a split directory."""
    parsed = {parse["id"]: parse["sentences"] for parse in read_parses(split)}
    with out.open("w", encoding="utf-8") as sink:
        for article in read_split(split):
            if article.name in parsed:
                tokens = [
                    (token[0], token[1])
                    for sentence in parsed[article.name]
                    for token in sentence["tokens"]
                ]
            else:
                tokens = [match.span() for match in _WORD.finditer(article.text)]
            lines = [match.start() for match in _PARAGRAPH.finditer(article.text)]
            for annotator, attributions in article.annotations.items():
                labels = bio_labels(tokens, attributions)
                rows: dict[int, list[tuple[str, str]]] = {}
                for (start, end), label in zip(tokens, labels, strict=True):
                    row = rows.setdefault(bisect_right(lines, start), [])
                    row.append((article.text[start:end], label))
                for _, row in sorted(rows.items()):
                    words, tags = zip(*row, strict=True)
                    record = {"id": f"{article.name}_{annotator}", "tokens": words, "labels": tags}
                    sink.write(json.dumps(record) + "\n")


def bio_labels(tokens: list[Span], attributions: tuple[GoldAttribution, ...]) -> list[str]:
    """BIO labels of tokens; a span takes the tokens whose last character it covers."""
    labels = ["O"] * len(tokens)
    spans = sorted(
        (span, role)
        for attribution in attributions
        for role in ("source", "cue", "content")
        for span in getattr(attribution, role)
    )
    for (start, end), role in spans:
        begun = False
        for number, (_, last) in enumerate(tokens):
            if start <= last - 1 < end:
                labels[number] = f"{'I' if begun else 'B'}-{role}"
                begun = True
    return labels
