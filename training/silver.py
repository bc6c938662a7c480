"""CoreNLP's sentences and tokens for PolNeAR's articles: automatic, so imperfect ("silver")."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any


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
