"""Whether a ledger holds together: what its types alone cannot tell.

In: a ledger. Out: nothing, or the first fault as an error that names its entry and its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from reportedly.errors import InvalidLedger, InvalidSpan

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

# What of each layer points into the text, and what points at other entries, and of which layer.
SPANS: Final = {
    "actors": ("justification_spans", "mentions"),
    "attributions": ("source_spans", "cue_spans", "content_spans", "carried_spans"),
    "claims": ("spans", "markers"),
    "positions": ("target_spans", "evidence_spans"),
    "conditions": ("outcome_spans", "requirement_spans", "cue_spans"),
}
DATED: Final = ("attributions", "claims")
REFERENCES: Final[dict[str, dict[str, str]]] = {
    "actors": {},
    "attributions": {"source": "actors", "chain": "actors", "within": "attributions"},
    "claims": {"attribution": "attributions", "chain": "actors"},
    "positions": {"actor": "actors", "claim": "claims", "attribution": "attributions"},
    "conditions": {"claim": "claims", "attribution": "attributions"},
}


def validate(ledger: Ledger) -> None:
    """Check that ids, references, spans and numbers hold within the ledger.

    Ids are unique; every reference meets an entry; no attribution lies within itself; every span
    has characters and lies inside the text; confidences are in [0, 1]; ``named`` agrees with
    ``anonymity``; and ``article.id`` is the hash of the text, so that offsets are known to fit it.

    Raises:
        InvalidSpan: a span is empty, reversed or outside the text.
        InvalidLedger: anything else of the above.

    >>> from reportedly.ledger import Article, Attribution, Ledger, ModelInfo
    >>> entry = Attribution(id="R1", cue_spans=((0, 99),))
    >>> info, article = ModelInfo(name="none", version="0"), Article(text="Rain.")
    >>> try:
    ...     validate(Ledger(model=info, article=article, attributions=(entry,)))
    ... except InvalidSpan as error:
    ...     print(error.path, "-", error.reason)
    $.attributions[0].cue_spans[0] - R1 has the span [0, 99) in a text of 5 characters
    """
    if ledger.article.id != hashlib.sha256(ledger.article.text.encode()).hexdigest():
        raise InvalidLedger(path="$.article.id", reason="the id is not the SHA-256 of the text")
    _check_spans(ledger)
    _check_references(ledger, _ids(ledger))
    _check_nesting(ledger)
    _check_values(ledger)


def _entries(ledger: Ledger) -> Iterator[tuple[str, Any, str]]:
    for layer in SPANS:
        for index, entry in enumerate(getattr(ledger, layer)):
            yield layer, entry, f"$.{layer}[{index}]"


def _ids(ledger: Ledger) -> dict[str, set[str]]:
    """The ids of each layer, every one of them used once in the whole ledger."""
    known: dict[str, set[str]] = {layer: set() for layer in SPANS}
    taken: set[str] = set()
    for layer, entry, path in _entries(ledger):
        if entry.id in taken:
            raise InvalidLedger(path=f"{path}.id", reason=f"the id '{entry.id}' is used twice")
        taken.add(entry.id)
        known[layer].add(entry.id)
    return known


def _check_spans(ledger: Ledger) -> None:
    length = len(ledger.article.text)
    for layer, entry, path in _entries(ledger):
        for field in SPANS[layer]:
            for index, span in enumerate(getattr(entry, field)):
                _check_span(span, length, entry.id, f"{path}.{field}[{index}]")
        for index, date in enumerate(entry.dates if layer in DATED else ()):
            _check_span(date.span, length, entry.id, f"{path}.dates[{index}].span")


def _check_span(span: tuple[int, int], length: int, entry_id: str, path: str) -> None:
    start, end = span
    if not 0 <= start < end <= length:
        reason = f"{entry_id} has the span [{start}, {end}) in a text of {length} characters"
        raise InvalidSpan(path=path, reason=reason)


def _check_references(ledger: Ledger, known: dict[str, set[str]]) -> None:
    for layer, entry, path in _entries(ledger):
        for field, target in REFERENCES[layer].items():
            value = getattr(entry, field)
            for reference in (value,) if isinstance(value, str) else value or ():
                if reference not in known[target]:
                    reason = f"{entry.id} refers to '{reference}', which is not among the {target}"
                    raise InvalidLedger(path=f"{path}.{field}", reason=reason)


def _check_nesting(ledger: Ledger) -> None:
    within = {entry.id: entry.within for entry in ledger.attributions}
    sound: set[str] = set()
    for index, entry in enumerate(ledger.attributions):
        trail: set[str] = set()
        at: str | None = entry.id
        while at is not None and at not in sound:
            if at in trail:
                path = f"$.attributions[{index}].within"
                raise InvalidLedger(path=path, reason=f"{entry.id} lies within itself")
            trail.add(at)
            at = within[at]
        sound |= trail


def _check_values(ledger: Ledger) -> None:
    for _, entry, path in _entries(ledger):
        if not 0 <= entry.confidence <= 1:  # NaN is not in between either
            reason = f"{entry.id} has the confidence {entry.confidence}"
            raise InvalidLedger(path=f"{path}.confidence", reason=reason)
    for index, actor in enumerate(ledger.actors):
        if actor.named != (actor.anonymity == "named"):
            reason = f"{actor.id} is '{actor.anonymity}', against its 'named'"
            raise InvalidLedger(path=f"$.actors[{index}].named", reason=reason)
