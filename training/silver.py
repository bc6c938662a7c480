"""What CoreNLP made of PolNeAR's articles: automatic, so imperfect ("silver")."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

PARSES: Final = "corenlp.jsonl.gz"

Parse = dict[str, Any]


def read_parses(split: Path) -> Iterator[Parse]:
    """CoreNLP's sentences and chains of each article of a split directory."""
    with gzip.open(split / PARSES, "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def read_parse(split: Path, name: str) -> Parse:
    """That of one article.

    Raises:
        KeyError: there is none.
    """
    with gzip.open(split / PARSES, "rt", encoding="utf-8") as handle:
        for line in handle:
            if name in line and (parse := json.loads(line))["id"] == name:
                return dict(parse)
    raise KeyError(name)
