"""CoreNLP's parts of speech, names and parses → further things for the encoder to learn.

Automatic, so imperfect ("silver"); learned beside the gold tags, they teach the encoder where
clauses and names begin and end. Nothing of this is in the network that ships.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from reportedly.reading.tokens import Tokens

IntArray = npt.NDArray[np.int64]

IGNORED: Final = -100


@dataclass(frozen=True)
class Inventory:
    """The values of each layer that occur often enough, in order of frequency."""

    parts: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True)
class Silver:
    """Targets at the first word piece of each word; arrays of shape ``(tokens,)``.

    ``heads`` are positions of first word pieces, -1 for the root of a sentence.
    """

    parts: IntArray
    names: IntArray
    relations: IntArray
    heads: IntArray

    def part(self, left: int, right: int) -> Silver:
        """The targets of tokens ``left`` to ``right``; heads outside are `IGNORED`."""
        inside = (self.heads >= left) & (self.heads < right)
        heads = np.where(inside, self.heads - left, np.where(self.heads == -1, -1, IGNORED))
        heads = heads[left:right]
        part = slice(left, right)
        return Silver(self.parts[part], self.names[part], self.relations[part], heads)


def read_parses(path: Path) -> dict[str, list[Any]]:
    """The sentences of each article in a ``corenlp.jsonl.gz``."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return {record["id"]: record["sentences"] for record in map(json.loads, handle)}


def read_parse(path: Path, name: str) -> list[Any]:
    """The sentences of one article in a ``corenlp.jsonl.gz``.

    Raises:
        KeyError: there is no such article.
    """
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            if name in line and (record := json.loads(line))["id"] == name:
                sentences: list[Any] = record["sentences"]
                return sentences
    raise KeyError(name)


def inventory_of(parses: dict[str, list[Any]], least: int = 100) -> Inventory:
    """What occurs at least ``least`` times."""
    counts: tuple[dict[str, int], ...] = ({}, {}, {})
    for values in _values(parses):
        for count, value in zip(counts, values, strict=True):
            count[value] = count.get(value, 0) + 1
    kept = (
        tuple(sorted((v for v, n in count.items() if n >= least), key=lambda v: (-count[v], v)))
        for count in counts
    )
    return Inventory(*kept)


def _values(parses: dict[str, list[Any]]) -> Iterator[tuple[str, str, str]]:
    for sentences in parses.values():
        for sentence in sentences:
            for token, (_, relation) in zip(
                sentence["tokens"], sentence["dependencies"], strict=True
            ):
                yield token[2], token[3], relation


def silver_of(tokens: Tokens, sentences: list[Any], inventory: Inventory) -> Silver:
    """Targets for the tokens of one article; what CoreNLP did not see is `IGNORED`."""
    tables = [
        {value: number for number, value in enumerate(values)}
        for values in (inventory.parts, inventory.names, inventory.relations)
    ]
    layers = [np.full(len(tokens), IGNORED, dtype=np.int64) for _ in range(4)]
    begins = {int(start): place for place, start in enumerate(tokens.starts)}
    for sentence in sentences:
        places = [begins.get(token[0]) for token in sentence["tokens"]]
        for place, token, (head, relation) in zip(
            places, sentence["tokens"], sentence["dependencies"], strict=True
        ):
            if place is None:
                continue
            for layer, table, value in zip(
                layers, tables, (token[2], token[3], relation), strict=False
            ):
                layer[place] = table.get(value, IGNORED)
            target = places[head - 1] if head else -1
            if target is not None:
                layers[3][place] = target
    return Silver(*layers)
