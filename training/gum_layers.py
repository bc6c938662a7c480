"""GUM's documents → rows of targets: which mentions are of one entity, and conditions.

GUM marks every entity of a text, not only those that speak, so that it teaches who is whom but not
who is a mention; and its conditions are whole discourse units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportedly.ledger import Span
from reportedly.reading.heads import PARTS_OF_CONDITION
from reportedly.reading.tokens import WordPieces
from training.examples import Example, example_of, guises_of
from training.gum import CONDITION, Document, read_split
from training.targets import Targets

#: Entities that can say or hold something.
KINDS: Final = ("person", "organization")

#: What a condition begins with; others ("when") are none by the project's guidelines.
CUES: Final = re.compile(
    r"(?:only )?(?:if|unless|as long as|so long as|provided that|provided|in case|only after"
    r"|on condition that|assuming)\b",
    re.IGNORECASE,
)


def examples_of(directory: Path, pieces: WordPieces) -> Iterator[Example]:
    """The train documents."""
    for document in read_split(directory, "train"):
        guises = guises_of(document.text, pieces)
        targets = Targets(guises[0])
        targets.entities((one.span, one.entity) for one in document.mentions if one.kind in KINDS)
        conditions = list(_conditions(document))
        if conditions:
            targets.tag("condition", conditions)
        yield example_of(document.name, guises, targets)


def _conditions(document: Document) -> Iterator[tuple[int, Span]]:
    """Outcome, requirement and cue of each condition that has a cue of its own."""
    outcome, requirement, cue = range(len(PARTS_OF_CONDITION))
    for relation in document.relations:
        start, end = document.units[relation.unit]
        found = CUES.match(document.text, start, end)
        if relation.name == CONDITION and found:
            yield outcome, document.units[relation.head]
            yield cue, found.span()
            yield requirement, (found.end() + 1, end)
