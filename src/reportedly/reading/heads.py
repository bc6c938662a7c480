"""What the network says of every token: the layers of labels, and the vectors of its pointers.

One matrix of scores and one of vectors come out of the network for each window; this module is the
one place that says which columns belong to what, so that training, export and reading agree.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final, Literal, NamedTuple, get_args

from reportedly.ledger import (
    ActorKind,
    Anonymity,
    Certainty,
    Polarity,
    Relation,
    Stance,
    Time,
)

Role = Literal["source", "cue", "content"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)

#: What is said of an actor beside its name; fields of the ledger's `Actor`.
DETAILS: Final = ("title", "affiliation", "nationality", "basis", "justification")
PARTS_OF_CONDITION: Final = ("outcome", "requirement", "cue")


def _bioes(*roles: str) -> tuple[str, ...]:
    """Tags of spans that begin, go on, end or are single tokens (Ratinov & Roth 2009)."""
    return ("O", *(f"{part}-{role}" for role in roles for part in "BIES"))


#: Layers of labels, each with its labels. A layer with one label is a yes or no, in log-odds.
LAYERS: Final[dict[str, tuple[str, ...]]] = {
    # Attributions: spans of the three roles; cues within contents; a cue that has no source.
    "tags": _bioes(*ROLES),
    "nested": ("cue",),
    "no_source": ("none",),
    # At a cue: its words came through no relay.
    "no_relay": ("none",),
    # Actors: outermost mentions, and mentions within mentions; then, at the tokens of a mention:
    # nobody before it is the same actor; what kind of actor it is.
    "mention": _bioes("mention"),
    "inner": _bioes("mention"),
    "no_antecedent": ("none",),
    "kind": get_args(ActorKind),
    "anonymity": get_args(Anonymity),
    "plural": ("plural",),
    "detail": _bioes(*DETAILS),
    # Claims: where each begins and goes on; and, at its tokens, what it is.
    "claim": ("silent", "begin", "inside"),
    "certainty": get_args(Certainty),
    "polarity": get_args(Polarity),
    "time": get_args(Time),
    # A sentence that goes on from the attribution before it.
    "carried": ("carried",),
    # Positions: targets, the words that show the stance, and, at both, the stance.
    "target": _bioes("target"),
    "evidence": _bioes("evidence"),
    "stance": get_args(Stance),
    # Conditions; at a condition's cue: its relation.
    "condition": _bioes(*PARTS_OF_CONDITION),
    "relation": get_args(Relation),
}

#: Pointers, each from tokens with a query to tokens (or mentions) with a key.
POINTERS: Final = ("cue", "source", "antecedent", "relay", "holder")
POINTER_WIDTH: Final = 64


#: What attributions are made of.
ATTRIBUTION_LAYERS: Final = ("tags", "nested", "no_source")
ATTRIBUTION_POINTERS: Final = ("cue", "source")


class Columns(NamedTuple):
    """Half-open range of columns."""

    start: int
    stop: int

    @property
    def slice(self) -> slice:
        """The columns, to index with."""
        return slice(self.start, self.stop)


def _columns(sizes: dict[str, int]) -> dict[str, Columns]:
    ends = list(accumulate(sizes.values(), initial=0))
    return {name: Columns(*ends[i : i + 2]) for i, name in enumerate(sizes)}


#: Where each layer stands in the matrix of scores.
LABELS: Final = _columns({name: len(labels) for name, labels in LAYERS.items()})
LABEL_COUNT: Final = max(columns.stop for columns in LABELS.values())

#: Where each pointer's queries and keys stand in the matrix of vectors.
VECTORS: Final = _columns(
    {f"{name}_{part}": POINTER_WIDTH for name in POINTERS for part in ("query", "key")}
)
VECTOR_COUNT: Final = max(columns.stop for columns in VECTORS.values())
