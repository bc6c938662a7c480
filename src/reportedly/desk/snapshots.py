"""An entry of a ledger → what tells it apart, and back: that entry in another reading.

In: entries, and ledgers read by another model, or of another text of the article. Out: `Snapshot`s,
which hold no ids, since the next reading may give other ones; and the entry that one means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple

import msgspec

from reportedly.consistency import DATED, REFERENCES, SPANS
from reportedly.desk.carrying import Carry
from reportedly.ledger import OUTLET, Actor, Layer, Ledger, Span, Spans

Kind = Literal["actor", "attribution", "claim", "position", "condition"]

#: The lists of a ledger in which the entries of each kind stand.
LAYER_OF: Final[dict[Kind, Layer]] = {
    "actor": "actors",
    "attribution": "attributions",
    "claim": "claims",
    "position": "positions",
    "condition": "conditions",
}
KIND_OF: Final[dict[Layer, Kind]] = {layer: kind for kind, layer in LAYER_OF.items()}

#: The spans by which an entry is known again; what else it points at is told of it, not it.
KNOWN_BY: Final[dict[Kind, tuple[str, ...]]] = {
    "actor": ("mentions",),
    "attribution": ("source_spans", "cue_spans", "content_spans"),
    "claim": ("spans",),
    "position": ("target_spans", "evidence_spans"),
    "condition": ("outcome_spans", "requirement_spans", "cue_spans"),
}

#: An entry is the same one if the characters of both are alike so much (Dice 1945).
ALIKE: Final = 0.5


class Snapshot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry as it stood when somebody decided on it, without ids.

    ``values`` are its fields that are no spans and no references, ``references`` what it refers
    to. ``beside`` are the entries of its kind that overlapped it by half or more: they are others.
    ``outlet`` marks the actor that is the outlet itself. ``lost`` counts the characters that stand
    no more in a later text.
    """

    kind: Kind
    spans: dict[str, Spans] = {}
    values: dict[str, Any] = {}
    references: dict[str, tuple[Snapshot, ...]] = {}
    beside: tuple[Snapshot, ...] = ()
    outlet: bool = False
    lost: int = 0


class Likeness(NamedTuple):
    """How alike two entries are: their characters (Dice), then how many of their values."""

    dice: float
    values: int = 0


def snapshot(ledger: Ledger, kind: Kind, entry: Any) -> Snapshot:
    """What tells an entry of a ledger apart.

    >>> from reportedly.ledger import Article, Claim, ModelInfo
    >>> claim = Claim(id="C1", spans=((0, 5),), certainty="certain")
    >>> info, article = ModelInfo(name="none", version="0"), Article(text="Rain.")
    >>> ledger = Ledger(model=info, article=article, claims=(claim,))
    >>> taken = snapshot(ledger, "claim", claim)
    >>> taken.spans, taken.values["certainty"], found(ledger, taken)
    ({'spans': ((0, 5),)}, 'certain', 'C1')
    """
    own = bare(ledger, kind, entry)
    others = [
        bare(ledger, kind, other)
        for other in getattr(ledger, LAYER_OF[kind])
        if other.id != entry.id and _dice(own, other) >= ALIKE
    ]
    return msgspec.structs.replace(own, beside=tuple(others))


def bare(ledger: Ledger, kind: Kind, entry: Any) -> Snapshot:
    """A snapshot that does not tell what is beside."""
    layer = LAYER_OF[kind]
    fields: dict[str, Any] = as_kept(entry)
    by_id = {one.id: one for name in SPANS for one in getattr(ledger, name)}
    references = {
        name: tuple(_named(KIND_OF[_layer(target)], by_id[one]) for one in listed(fields[name]))
        for name, target in REFERENCES[layer].items()
    }
    left = {"id", *SPANS[layer], *references}
    return Snapshot(
        kind=kind,
        spans={name: getattr(entry, name) for name in SPANS[layer] if fields[name]},
        values={name: value for name, value in fields.items() if name not in left},
        references={name: found for name, found in references.items() if found},
        outlet=entry.id == OUTLET,
    )


def as_kept(value: Any) -> Any:
    """A value as it comes back from JSON, with lists for tuples.

    >>> as_kept(((0, 5), (6, 9)))
    [[0, 5], [6, 9]]
    """
    return msgspec.json.decode(msgspec.json.encode(value))


def reference(ledger: Ledger, layer: Layer, name: str) -> Snapshot:
    """What tells an entry that another one refers to."""
    entry = next(one for one in getattr(ledger, layer) if one.id == name)
    return _named(KIND_OF[layer], entry)


def listed(value: str | Sequence[str] | None) -> Sequence[str]:
    """The ids in a field that refers to one entry, several or none.

    >>> listed("A1"), listed(None), listed(("A0", "A1"))
    (('A1',), (), ('A0', 'A1'))
    """
    return (value,) if isinstance(value, str) else tuple(value or ())


def found(ledger: Ledger, wanted: Snapshot) -> str | None:
    """The id of the entry that a snapshot means.

    It is the one whose spans are equal, or else overlap best and by at least half; among several
    of them, the one with most of its values. One that is more like an entry that stood beside it
    is that other entry. An actor may also be known by the name alone.
    """
    if wanted.outlet:
        return next((actor.id for actor in ledger.actors if actor.id == OUTLET), None)
    best: tuple[Likeness, str] | None = None
    for entry in getattr(ledger, LAYER_OF[wanted.kind]):
        grade = likeness(ledger, wanted, entry)
        if grade.dice < ALIKE or (best and grade <= best[0]):
            continue
        if not any(likeness(ledger, other, entry) > grade for other in wanted.beside):
            best = grade, entry.id
    if best is None and wanted.kind == "actor" and wanted.values.get("name"):
        return _by_name(ledger.actors, wanted)
    return best and best[1]


def likeness(ledger: Ledger, wanted: Snapshot, entry: Any) -> Likeness:
    """How much an entry is like a snapshot."""
    dice = _dice(wanted, entry)
    if dice < ALIKE:
        return Likeness(dice)
    other = bare(ledger, wanted.kind, entry)
    same = sum(other.values.get(name) == value for name, value in wanted.values.items())
    for name, ones in wanted.references.items():
        there = other.references.get(name, ())
        same += len(ones) == len(there) and all(map(_alike, ones, there))
    return Likeness(dice, same)


def moved(taken: Snapshot, carry: Carry) -> Snapshot:
    """A snapshot with its spans where they stand in another text; see `Snapshot` on those lost."""
    spans = {name: carried(ones, carry) for name, ones in taken.spans.items()}
    lost = sum(
        end - start
        for name in KNOWN_BY[taken.kind]
        for start, end in taken.spans.get(name, ())
        if carry((start, end)) is None
    )
    values = dict(taken.values)
    if LAYER_OF[taken.kind] in DATED and "dates" in values:
        values["dates"] = moved_dates(values["dates"], carry)
    return msgspec.structs.replace(
        taken,
        spans={name: ones for name, ones in spans.items() if ones},
        values=values,
        references={
            name: tuple(moved(one, carry) for one in ones)
            for name, ones in taken.references.items()
        },
        beside=tuple(moved(one, carry) for one in taken.beside),
        lost=taken.lost + lost,
    )


def carried(spans: Iterable[Span], carry: Carry) -> Spans:
    """Spans where they stand in another text, without those that do not."""
    places = (carry((start, end)) for start, end in spans)
    return tuple(place for place in places if place is not None)


def moved_dates(dates: Iterable[dict[str, Any]], carry: Carry) -> list[dict[str, Any]]:
    """Dates, as they are kept, where they stand in another text."""
    places = [(date, carry((date["span"][0], date["span"][1]))) for date in dates]
    return [{**date, "span": list(place)} for date, place in places if place is not None]


def _layer(name: str) -> Layer:
    return next(layer for layer in KIND_OF if layer == name)


def _named(kind: Kind, entry: Any) -> Snapshot:
    """An entry that another one refers to, by its spans and an actor's name."""
    spans = {name: getattr(entry, name) for name in KNOWN_BY[kind] if getattr(entry, name)}
    values = {"name": entry.name, "kind": entry.kind} if kind == "actor" else {}
    return Snapshot(kind=kind, spans=spans, values=values, outlet=entry.id == OUTLET)


def _alike(one: Snapshot, other: Snapshot) -> bool:
    if one.outlet or other.outlet:
        return one.outlet and other.outlet
    name = one.values.get("name")
    return bool(name and name == other.values.get("name")) or _dice_of(one, other.spans) >= ALIKE


def _by_name(actors: Iterable[Actor], wanted: Snapshot) -> str | None:
    told = [one.id for one in actors if one.name == wanted.values["name"] and one.id != OUTLET]
    return told[0] if len(told) == 1 else None


def _dice(wanted: Snapshot, entry: Any) -> float:
    return _dice_of(wanted, {name: getattr(entry, name) for name in KNOWN_BY[wanted.kind]})


def _dice_of(wanted: Snapshot, spans: dict[str, Spans]) -> float:
    """Twice the characters that both have, in the same field, to those of each (Dice 1945)."""
    both = total = 0
    for name in KNOWN_BY[wanted.kind]:
        one, other = (list(_merged(ones.get(name, ()))) for ones in (wanted.spans, spans))
        total += _length(one) + _length(other)
        both += sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return 2 * both / (total + wanted.lost) if both else 0.0


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap or touch as one."""
    start = end = -1
    for a, b in sorted(spans):
        if a > end:
            if start >= 0:
                yield start, end
            start, end = a, b
        end = max(end, b)
    if start >= 0:
        yield start, end


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)
