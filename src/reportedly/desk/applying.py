"""A ledger and one correction → the ledger with it.

In: the ledger, the correction, and what carries spans from the text it was made on. Out: another
ledger that holds together, or nothing if the entry is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from reportedly.consistency import REFERENCES, SPANS
from reportedly.desk import dependents
from reportedly.desk.carrying import Carry
from reportedly.desk.decisions import TYPES, Correction
from reportedly.desk.snapshots import (
    LAYER_OF,
    Kind,
    Snapshot,
    carried,
    found,
    moved,
    moved_dates,
)
from reportedly.errors import InvalidLedger
from reportedly.ledger import Attribution, Layer, Ledger, validate

#: How the ids of each kind begin.
LETTERS: Final[dict[Kind, str]] = {
    "actor": "A",
    "attribution": "R",
    "claim": "C",
    "position": "P",
    "condition": "K",
}


def apply(ledger: Ledger, correction: Correction, carry: Carry) -> tuple[Ledger, str] | None:
    """A ledger with a correction, and the id of its entry; None if it finds nothing.

    A rejected entry is still there: it is taken out once all corrections are applied.

    Args:
        ledger: as corrected up to here.
        correction: the next one.
        carry: brings spans from the text that it was made on to that of the ledger.

    Raises:
        InvalidLedger: the correction would break the ledger.
    """
    wanted = moved(correction.entry, carry)
    kind = wanted.kind
    name = found(ledger, wanted)
    if correction.decision == "add":
        return _added(ledger, correction, wanted, name, carry)
    if name is None or (wanted.outlet and correction.decision == "reject"):
        return None
    if correction.decision == "reject":
        return ledger, name  # taken out at the end, so that a later decision can keep it
    fields = {one.field: one.new for one in correction.changes}
    values = _values(ledger, kind, fields, carry)
    if fields and not values:
        return None
    return _with(ledger, kind, name, {"confidence": 1.0, **values}), name


def _added(
    ledger: Ledger, correction: Correction, wanted: Snapshot, name: str | None, carry: Carry
) -> tuple[Ledger, str] | None:
    kind = wanted.kind
    fields = {one.field: one.new for one in correction.changes}
    values = _values(ledger, kind, fields, carry)
    if fields.keys() - values.keys() and wanted.lost:
        return None
    values = {"confidence": 1.0, **values}
    if name is not None:  # this reading did not miss it
        return _with(ledger, kind, name, values), name
    layer = LAYER_OF[kind]
    number = _next_number(ledger, LETTERS[kind])
    try:
        entry = msgspec.convert({"id": number, **values}, TYPES[kind])
    except msgspec.ValidationError:
        return None  # what it needs stands in this text no more
    entry = dependents.following(ledger, entry, entry, set(values))
    entries = (*getattr(ledger, layer), entry)
    return _checked(ledger, layer, entries), number


def _next_number(ledger: Ledger, letter: str) -> str:
    taken = {one.id for layer in SPANS for one in getattr(ledger, layer)}
    numbers = [int(one[1:]) for one in taken if one[0] == letter and one[1:].isdecimal()]
    return f"{letter}{1 + max(numbers, default=0)}"


def _with(ledger: Ledger, kind: Kind, name: str, values: dict[str, Any]) -> Ledger:
    """A ledger with other values in one of its entries, and in what follows from them."""
    layer = LAYER_OF[kind]
    before = next(one for one in getattr(ledger, layer) if one.id == name)
    try:
        after = msgspec.convert({**msgspec.to_builtins(before), **values}, TYPES[kind])
    except msgspec.ValidationError as error:
        raise InvalidLedger(path=f"$.{layer}", reason=str(error)) from None
    after = dependents.following(ledger, before, after, set(values))
    if isinstance(before, Attribution) and after.chain != before.chain:
        ledger = dependents.rechained(ledger, before, after.chain)
    entries = tuple(after if one.id == name else one for one in getattr(ledger, layer))
    return _checked(ledger, layer, entries)


def _checked(ledger: Ledger, layer: Layer, entries: tuple[Any, ...]) -> Ledger:
    made = msgspec.structs.replace(ledger, **{layer: entries})
    validate(made)
    return made


def _values(ledger: Ledger, kind: Kind, fields: Mapping[str, Any], carry: Carry) -> dict[str, Any]:
    """What fields hold in this ledger; without those that refer to what is not in it."""
    layer: Layer = LAYER_OF[kind]
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if name in SPANS[layer]:
            spans = carried([(start, end) for start, end in value], carry)
            if spans or not value:
                values[name] = spans
        elif name in REFERENCES[layer]:
            ones = msgspec.convert(value, tuple[Snapshot, ...])
            there = [one for one in (found(ledger, moved(one, carry)) for one in ones) if one]
            if there or not ones:
                values[name] = there if name == "chain" else (there[0] if there else None)
        else:
            values[name] = moved_dates(value, carry) if name == "dates" else value
    return values
