"""What a person decided about one entry of a ledger, as it is kept and as it travels.

In: plain values. Out: immutable records that turn into JSON and back without loss; they name no
ids, which the next reading may give to other entries.
"""

from __future__ import annotations

import hashlib
from typing import Any, Final, Literal, get_type_hints

import msgspec

from reportedly.consistency import REFERENCES, SPANS
from reportedly.desk.snapshots import LAYER_OF, Kind, Snapshot
from reportedly.errors import InvalidLedger
from reportedly.ledger import Actor, Attribution, Claim, Condition, Position

Decision = Literal["accept", "reject", "edit", "add"]

TYPES: Final[dict[Kind, Any]] = {
    "actor": Actor,
    "attribution": Attribution,
    "claim": Claim,
    "position": Position,
    "condition": Condition,
}

#: Hexadecimal digits of a key: 64 bits, enough for every correction that anybody will make.
DIGITS: Final = 16


class Change(msgspec.Struct, frozen=True):
    """A field that was set: what it held and what it holds, references as snapshots."""

    field: str
    old: Any
    new: Any


class Mark(msgspec.Struct, frozen=True):
    """That a correction was undone, or done again: by whom and when (in UTC)."""

    what: Literal["undo", "redo"]
    author: str
    time: str


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decided about one entry of one article's ledger.

    ``digest`` is the SHA-256 of the text it was made on, ``entry`` what tells the entry apart;
    of an ``add``, it is the whole of it. Nothing of it changes later: ``marks`` are added to it.
    """

    number: int = 0
    article: int = 0
    digest: str
    entry: Snapshot
    decision: Decision
    changes: tuple[Change, ...] = ()
    author: str
    time: str
    reason: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def kind(self) -> Kind:
        """What kind of entry it is about."""
        return self.entry.kind

    @property
    def undone(self) -> Mark | None:
        """By whom and when it was undone, if it is."""
        last = self.marks[-1] if self.marks else None
        return last if last and last.what == "undo" else None

    @property
    def key(self) -> str:
        """What tells it apart on every desk that it comes to."""
        parts = (self.digest, self.entry, self.decision, self.changes, self.author, self.time)
        return hashlib.sha256(msgspec.json.encode((*parts, self.reason))).hexdigest()[:DIGITS]


def type_of(kind: Kind, field: str) -> Any:
    """What a field holds as it is kept: the ledger's own type, or snapshots of what it refers to.

    Raises:
        KeyError: there is no such field.
    """
    if field in REFERENCES[LAYER_OF[kind]]:
        return tuple[Snapshot, ...]
    return get_type_hints(TYPES[kind], include_extras=True)[field]


def check(correction: Correction) -> None:
    """See whether a correction that came from elsewhere holds what the ledger's fields can hold.

    Raises:
        InvalidLedger: it does not.
    """
    try:
        _check(correction.entry)
        for change in correction.changes:
            msgspec.convert(change.new, type_of(correction.kind, change.field))
    except (KeyError, msgspec.ValidationError) as error:
        raise InvalidLedger(path="$.corrections", reason=str(error)) from None


def _check(taken: Snapshot) -> None:
    for field, value in taken.values.items():
        msgspec.convert(value, type_of(taken.kind, field))
    if not taken.spans.keys() <= set(SPANS[LAYER_OF[taken.kind]]):
        raise KeyError(*taken.spans)
    for one in (*taken.beside, *(one for ones in taken.references.values() for one in ones)):
        _check(one)
