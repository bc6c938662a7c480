"""PolNeAR's standoff → articles with their attributions.

The Political News Attribution Relations corpus (Newell, Margolin & Ruths, LREC 2018). Offsets
count code points of the text, read without newline translation.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]

_TEXTBOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(\S.*)")
_ROLE = re.compile(r"(source|cue|content)\d*", re.IGNORECASE)


@dataclass(frozen=True)
class GoldAttribution:
    """One annotated attribution; a role is a tuple of spans and may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class GoldArticle:
    """One article with what each of its annotators marked."""

    name: str
    text: str
    annotations: dict[str, tuple[GoldAttribution, ...]]


def read_split(directory: Path) -> Iterator[GoldArticle]:
    """The articles of a split directory (``text/``, ``attributions/``), in order of name."""
    for path in sorted((directory / "text").glob("*.txt")):
        yield read_article(directory, path.stem)


def read_article(directory: Path, name: str) -> GoldArticle:
    """One article of a split directory."""
    with (directory / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as handle:
        text = handle.read()
    annotations = {
        file.stem.rpartition("_")[2]: read_attributions(file)
        for file in sorted((directory / "attributions").glob(f"{name}_????.ann"))
    }
    return GoldArticle(name, text, annotations)


def read_metadata(corpus: Path) -> dict[str, dict[str, str]]:
    """What ``metadata.tsv`` tells of each article: its publisher, publication_date and so on."""
    with (corpus / "metadata.tsv").open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle, delimiter="\t")
        return {row["filename"].removesuffix(".txt"): row for row in rows}


def read_attributions(path: Path) -> tuple[GoldAttribution, ...]:
    """The attributions of one brat file; lines that are no record are passed over."""
    spans: dict[str, list[Span]] = {}
    attributions: list[GoldAttribution] = []
    events: list[str] = []
    with path.open(encoding="utf-8", newline="") as handle:
        lines = handle.read().split("\n")
    for line in lines:
        if match := _TEXTBOUND.match(line):
            numbers = [int(number) for number in re.findall(r"\d+", match[3])]
            spans[match[1]] = list(zip(numbers[::2], numbers[1::2], strict=True))
        elif match := _EVENT.match(line):
            events.append(match[1])
    for event in events:
        roles: dict[str, set[Span]] = {"source": set(), "cue": set(), "content": set()}
        for argument in event.split():
            name, _, target = argument.partition(":")
            if match := _ROLE.fullmatch(name):
                roles[match[1].lower()].update(spans.get(target, ()))
        if any(roles.values()):
            attributions.append(
                GoldAttribution(
                    tuple(sorted(roles["source"])),
                    tuple(sorted(roles["cue"])),
                    tuple(sorted(roles["content"])),
                )
            )
    return tuple(attributions)
