"""What becomes of the entries that depend on one that is taken out, or that changes hands.

In: a ledger, and what changed in it. Out: a ledger that holds together again.
``docs/corrections.md`` tells people the same.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from reportedly.consistency import REFERENCES, SPANS
from reportedly.ledger import OUTLET, Attribution, Ledger

Chain = tuple[str, ...]

#: The layers whose entries have a chain.
CHAINED: Final = ("attributions", "claims")


def without(ledger: Ledger, name: str) -> Ledger:
    """A ledger without one of its entries.

    What came from an attribution comes from the one that held it, or from the outlet itself, and
    its chain becomes shorter accordingly. A source or a link of a chain that is no more leaves an
    empty place, not a gap in a chain. Nobody's position is no position.

    >>> from reportedly.ledger import Actor, Article, Claim, ModelInfo
    >>> actors = tuple(
    ...     Actor(id=one, name="", kind="other", named=True, anonymity="named")
    ...     for one in ("A0", "A1")
    ... )
    >>> said = Attribution(id="R1", source="A1", chain=("A0", "A1"))
    >>> claim = Claim(id="C1", spans=((0, 5),), attribution="R1", chain=("A0", "A1"))
    >>> ledger = Ledger(
    ...     model=ModelInfo(name="none", version="0"), article=Article(text="Rain."),
    ...     actors=actors, attributions=(said,), claims=(claim,),
    ... )
    >>> left = without(ledger, "R1").claims[0]
    >>> left.attribution, left.chain
    (None, ('A0',))
    """
    attribution = next((one for one in ledger.attributions if one.id == name), None)
    if attribution is not None:
        ledger = rechained(ledger, attribution, chain_around(ledger, attribution))
    holder = attribution.within if attribution else None
    return _each(ledger, lambda layer, entry: _let_go(layer, entry, name, holder))


def chain_around(ledger: Ledger, attribution: Attribution) -> Chain:
    """The chain of what an attribution stands in: of another one, or of the outlet's own voice."""
    outer = next((one for one in ledger.attributions if one.id == attribution.within), None)
    return outer.chain if outer else own_voice(ledger)


def own_voice(ledger: Ledger) -> Chain:
    """The chain of what the outlet says itself; empty if actors were not read."""
    return (OUTLET,) if any(actor.id == OUTLET for actor in ledger.actors) else ()


def rechained(ledger: Ledger, attribution: Attribution, chain: Chain) -> Ledger:
    """A ledger in which what comes from an attribution, nested ones too, has another chain.

    Only chains that begin as the attribution's did are changed: the others somebody decided on.
    """
    inner = _held_by(ledger, attribution.id)
    old = attribution.chain

    def changed(layer: str, entry: Any) -> Any:
        if layer not in CHAINED or not old or entry.chain[: len(old)] != old:
            return entry
        source = entry.within if layer == "attributions" else entry.attribution
        if source not in inner and entry.id not in inner:
            return entry
        return msgspec.structs.replace(entry, chain=chain + entry.chain[len(old) :])

    return _each(ledger, changed)


def following(ledger: Ledger, before: Any, after: Any, fields: set[str]) -> Any:
    """An entry whose chain follows its new source or attribution, unless it was itself edited.

    Args:
        ledger: where the entry stands.
        before: the entry as it was; the same as ``after`` for one that is new.
        after: the entry as it is to be.
        fields: those that were set.
    """
    if "chain" in fields:
        return after
    if isinstance(after, Attribution) and fields & {"source", "within"}:
        outer = chain_around(ledger, after)
        if "within" not in fields and before.chain:
            outer = before.chain[:-1] if before.chain[-1] == before.source else before.chain
        return msgspec.structs.replace(after, chain=(*outer, *filter(None, [after.source])))
    if "attribution" in fields and hasattr(after, "chain"):
        held = next((one for one in ledger.attributions if one.id == after.attribution), None)
        return msgspec.structs.replace(after, chain=held.chain if held else own_voice(ledger))
    return after


def _held_by(ledger: Ledger, name: str) -> set[str]:
    """An attribution and all that lie within it."""
    held = {name}
    while more := {one.id for one in ledger.attributions if one.within in held} - held:
        held |= more
    return held


def _each(ledger: Ledger, change: Any) -> Ledger:
    """A ledger with each entry changed; one that becomes None is taken out."""
    layers = {}
    for layer in SPANS:
        entries = (change(layer, entry) for entry in getattr(ledger, layer))
        layers[layer] = tuple(entry for entry in entries if entry is not None)
    return msgspec.structs.replace(ledger, **layers)


def _let_go(layer: str, entry: Any, name: str, holder: str | None) -> Any:
    """An entry that refers to another one no more; None if it cannot be without."""
    if entry.id == name or (layer == "positions" and entry.actor == name):
        return None
    changes: dict[str, Any] = {}
    for field in REFERENCES[layer]:
        value = getattr(entry, field)
        if isinstance(value, tuple) and name in value:
            changes[field] = tuple(one for one in value if one != name)
        elif value == name:
            changes[field] = holder
    return msgspec.structs.replace(entry, **changes) if changes else entry
