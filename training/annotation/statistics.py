"""How much is annotated: `python -m training.annotation.statistics`, for `docs/data.md`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from training.annotation.gold import FOLDER, Gold, read_gold
from training.annotation.passages import read_passages

#: What is counted, by the name it has in the table.
LAYERS: dict[str, Callable[[Gold], Sequence[object]]] = {
    "actors": lambda gold: gold.actors,
    "mentions": lambda gold: [m for actor in gold.actors for m in actor.mentions],
    "attributions": lambda gold: gold.attributions,
    "nested attributions": lambda gold: [a for a in gold.attributions if a.within],
    "attributions through a relay": lambda gold: [a for a in gold.attributions if len(a.chain) > 2],
    "attributions carried on": lambda gold: [a for a in gold.attributions if a.carried_spans],
    "claims": lambda gold: gold.claims,
    "claims in the outlet's own voice": lambda gold: [c for c in gold.claims if not c.attribution],
    "dates": lambda gold: [d for claim in gold.claims for d in claim.dates],
    "positions": lambda gold: gold.positions,
    "conditions": lambda gold: gold.conditions,
    "traps": lambda gold: gold.traps,
}

#: Labels whose values are counted one by one.
VALUES: dict[str, Callable[[Gold], Iterable[str]]] = {
    "kind": lambda gold: (actor.kind for actor in gold.actors),
    "anonymity": lambda gold: (actor.anonymity for actor in gold.actors),
    "act": lambda gold: (a.act for a in gold.attributions),
    "certainty": lambda gold: (c.certainty for c in gold.claims),
    "polarity": lambda gold: (c.polarity for c in gold.claims),
    "time": lambda gold: (c.time for c in gold.claims),
    "stance": lambda gold: (p.stance for p in gold.positions),
    "relation": lambda gold: (k.relation for k in gold.conditions),
}


def table(sets: dict[str, list[Gold]]) -> str:
    """Two tables in Markdown: entries, and the values of labels over all sets."""
    head = f"| | {' | '.join(sets)} |"
    lines = [head, "| --- " + "| ---: " * len(sets) + "|"]
    lines.append(f"| texts | {' | '.join(str(len(golds)) for golds in sets.values())} |")
    for name, layer in LAYERS.items():
        counts = (sum(len(layer(gold)) for gold in golds) for golds in sets.values())
        lines.append(f"| {name} | {' | '.join(f'{count:,}' for count in counts)} |")
    lines += ["", "| label | how often each value occurs |", "| --- | --- |"]
    for name, values in VALUES.items():
        counted = Counter(
            value for golds in sets.values() for gold in golds for value in values(gold)
        )
        lines.append(
            f"| {name} | {', '.join(f'{value} {n:,}' for value, n in counted.most_common())} |"
        )
    return "\n".join(lines)


def sets() -> dict[str, list[Gold]]:
    """Everything that is annotated."""
    passages: Iterable[Gold] = (
        checked.gold()
        for path in sorted((FOLDER / "passages").glob("*.txt"))
        for checked in read_passages(path)
    )
    return {
        "train": list(read_gold(FOLDER / "train")),
        "dev": list(read_gold(FOLDER / "dev")),
        "passages": list(passages),
    }


if __name__ == "__main__":
    print(table(sets()))
