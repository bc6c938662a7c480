"""A short text, what a reader marks in it, and the gold that is made of it."""

from __future__ import annotations

from typing import Any

from training.annotation.annotate import Task
from training.polnear import GoldAttribution

TEXT = (
    "The ferry “will sail”\n in May, Mayor Ann Holt said. She said aides doubt it.\n\n"
    "It won't sail if it rains, she said, but she said it would."
)
SENTENCES = [(0, TEXT.index(" She")), (TEXT.index("She"), TEXT.index("\n\n"))]
SENTENCES += [(TEXT.index("It won"), len(TEXT))]


def marked(source: str, cue: str, content: str, after: int = 0) -> GoldAttribution:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        at = TEXT.index(words, after)
        return ((at, at + len(words)),)

    return GoldAttribution(span(source), span(cue), span(content))


TASK = Task(
    name="ferry",
    text=TEXT,
    sentences=SENTENCES,
    marked=(
        marked("Mayor Ann Holt", "said", "The ferry “will sail”\n in May"),
        marked("She", "said", "aides doubt it", after=50),
    ),
    outlet="The Harbour Post",
    published="2024-03-04",
    title="Ferry",
)

LINES: list[dict[str, Any]] = [
    {
        "actor": "A1",
        "name": "Ann Holt",
        "kind": "person",
        "title": "mayor",
        "mentions": ["1: Mayor Ann Holt", "2: She", "3: she", "3#2: she"],
    },
    {"actor": "A2", "name": "aides", "kind": "group", "anonymity": "unnamed", "plural": True},
    {"attribution": "R1", "source": "A1", "chain": ["A0", "A1"], "act": "statement"},
    {"attribution": "R2", "source": "A1", "chain": ["A0", "A1"]},
    {
        "attribution": "N1",
        "within": "R2",
        "source": "A2",
        "source_at": "2: aides",
        "cue": "2: doubt",
        "content": "2: it",
        "chain": ["A0", "A1", "A2"],
        "act": "doubt",
    },
    {
        "claim": "R1",
        "spans": '1: The ferry ~ sail"',
        "certainty": "certain",
        "polarity": "positive",
        "time": "future",
        "dates": [["1: in May", "2024-05-01", "2024-05-31"]],
    },
    {
        "condition": "own",
        "relation": "if",
        "outcome": "3: It won’t sail",
        "requirement": "3: it rains",
        "cue": "3: if",
    },
    {"position": "R1", "actor": "A1", "stance": "intends", "target": "1: sail"},
    {"trap": "time", "span": "1: in May"},
    {"silent": [3]},
]
