"""What CoreNLP made of PolNeAR's articles: automatic, so imperfect ("silver").

Of its links between mentions that we marked by hand as well, nine in ten are right.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from reportedly.ledger import Span
from training.polnear import read_article

PARSES: Final = "corenlp.jsonl.gz"

#: A named entity, a pronoun or a possessive ending, as CoreNLP labels tokens.
NAMES: Final = frozenset({"PERSON", "ORGANIZATION"})
PRONOUNS: Final = frozenset({"PRP", "PRP$"})
POSSESSIVE: Final = "POS"

#: A pronoun that mostly means nobody who could speak.
THINGS: Final = frozenset({"it", "its", "itself"})

#: Longer mentions (in characters) are mostly wrong.
LONGEST: Final = 60

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


def read_coreference(split: Path) -> dict[str, list[list[Span]]]:
    """For each article the mentions of each entity in it that may be somebody who speaks."""
    return {
        parse["id"]: list(_entities(parse, read_article(split, parse["id"]).text))
        for parse in read_parses(split)
    }


def _entities(parse: Parse, text: str) -> Iterator[list[Span]]:
    for chain in parse["coreference"]:
        found = []
        speaks = False
        for sentence, first, end, head, _ in chain:
            tokens = parse["sentences"][sentence - 1]["tokens"]
            own = tokens[first - 1 : end - 1]
            start, stop, part, entity = tokens[head - 1]
            is_pronoun = part in PRONOUNS and text[start:stop].lower() not in THINGS
            speaks = speaks or is_pronoun or entity in NAMES
            last = own[-2] if own[-1][2] == POSSESSIVE and len(own) > 1 else own[-1]
            if last[1] - own[0][0] <= LONGEST:
                found.append((own[0][0], last[1]))
        if speaks and len(found) > 1:
            yield found
