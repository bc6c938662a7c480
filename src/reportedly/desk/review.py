"""The corrections on a desk → a list for people, and lessons for a model.

In: a `Desk`. Out: rows that tell what was decided and what became of it; and records of what the
reading said and what people say, with spans and labels, to train with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import select

from reportedly.desk import kept
from reportedly.desk.decisions import Correction, Decision
from reportedly.desk.desk import Desk
from reportedly.desk.snapshots import KNOWN_BY, Kind, Snapshot
from reportedly.desk.tables import corrections
from reportedly.ledger import GAP

#: What became of a correction, for people.
APPLIED: Final = "applied"
UNDONE: Final = "undone"
NOTHING: Final = "found nothing"
CONTESTED: Final = "contested"

#: Labels that are words of a text, or of somebody's: no lesson has them unless it has the text.
IN_WORDS: Final = ("name", "title", "affiliation", "nationality", "basis")

#: What stands where a field holds nothing.
NOTHING_THERE: Final = "–"


class Decided(NamedTuple):
    """A correction in a list; ``words`` are those of its entry, ``state`` what became of it."""

    number: int
    article: int
    kind: Kind
    words: str
    decision: Decision
    changes: str
    author: str
    time: str
    reason: str
    state: str


class Labelled(msgspec.Struct, frozen=True):
    """An entry as a lesson has it: its spans, its labels, and the spans of what it refers to."""

    spans: dict[str, Any]
    labels: dict[str, Any]
    references: dict[str, list[dict[str, Any]]]


class Lesson(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the reading said of an entry, and what a person says; None for no such entry."""

    digest: str
    kind: Kind
    decision: Decision
    old: Labelled | None
    new: Labelled | None
    text: str | None = None


def lessons(desk: Desk, article: int | None = None, *, with_text: bool = False) -> Iterator[str]:
    """The corrections in force as JSON Lines to train with.

    Args:
        desk: where they were made.
        article: those of one article; of all if None.
        with_text: whether to tell the text, and labels that are words of it.
    """
    for number in with_corrections(desk) if article is None else [desk.entry(article).article]:
        with desk.reading() as connection:
            there = kept.held(connection, number)
        for one in there.corrections:
            if not one.undone:
                text = there.texts.get(one.digest) if with_text else None
                yield msgspec.json.encode(lesson(one, text)).decode() + "\n"


def lesson(correction: Correction, text: str | None = None) -> Lesson:
    """A correction as what can be learnt of it; without words if the text is not given."""
    old, new = _fields(correction.entry), _fields(correction.entry)
    new.update((change.field, change.new) for change in correction.changes)
    new.update(confidence=1.0)
    worded = text is not None
    return Lesson(
        correction.digest,
        correction.kind,
        correction.decision,
        None if correction.decision == "add" else _labelled(old, worded),
        None if correction.decision == "reject" else _labelled(new, worded),
        text,
    )


def listed(desk: Desk, article: int | None = None) -> Iterator[Decided]:
    """The corrections of an article, or of all, with what became of them in the latest text.

    Raises:
        NotOnDesk: there is no such article.
    """
    for number in with_corrections(desk) if article is None else [desk.entry(article).article]:
        reading = desk.ledger(number, corrected=False)
        with desk.reading() as connection:
            there = kept.held(connection, number)
        outcome = there.applied_to(reading)
        contested = {one for conflict in outcome.conflicts for one in conflict}
        for one in there.corrections:
            state = NOTHING
            if one.undone:
                state = UNDONE
            elif one.number in contested:
                state = CONTESTED
            elif one.number in outcome.applied:
                state = APPLIED
            yield _decided(one, there.texts.get(one.digest, ""), state)


def with_corrections(desk: Desk) -> list[int]:
    """The numbers of the articles that have corrections."""
    query = select(corrections.c.article_id).distinct().order_by(corrections.c.article_id)
    with desk.reading() as connection:
        return list(connection.execute(query).scalars())


def _fields(taken: Snapshot) -> dict[str, Any]:
    """All that a snapshot tells of an entry, by field."""
    spans, references = msgspec.to_builtins((taken.spans, taken.references))
    return {**taken.values, **spans, **references}


def _labelled(fields: dict[str, Any], worded: bool) -> Labelled:
    spans, labels, references = {}, {}, {}
    for name, value in fields.items():
        if _is_spans(name):
            spans[name] = value
        elif isinstance(value, list | tuple) and value and "kind" in value[0]:
            references[name] = [
                {"kind": one["kind"], "spans": one.get("spans", {})} for one in value
            ]
        elif worded or name not in IN_WORDS:
            labels[name] = value
    return Labelled(spans, labels, references)


def _is_spans(field: str) -> bool:
    return field.endswith("spans") or field in {"mentions", "markers"}


def _decided(correction: Correction, text: str, state: str) -> Decided:
    taken = correction.entry
    words = _words(
        text, [span for name in KNOWN_BY[taken.kind] for span in taken.spans.get(name, ())]
    )
    told = (
        f"{one.field}: {_told(text, one.field, one.old)} → {_told(text, one.field, one.new)}"
        for one in correction.changes
    )
    return Decided(
        correction.number,
        correction.article,
        taken.kind,
        str(taken.values.get("name") or words),
        correction.decision,
        "; ".join(told),
        correction.author,
        correction.time,
        correction.reason,
        state,
    )


def _told(text: str, field: str, value: Any) -> str:
    """What a field holds, for people: words of the text in the place of spans."""
    if value is None or value == []:
        return NOTHING_THERE
    if _is_spans(field):
        return _words(text, value)
    if isinstance(value, list) and "kind" in value[0]:
        ones = (msgspec.convert(one, Snapshot) for one in value)
        return " > ".join(
            str(
                one.values.get("name") or _words(text, [s for ss in one.spans.values() for s in ss])
            )
            for one in ones
        )
    if isinstance(value, list):
        return ", ".join(f"{one['start'] or '..'}/{one['end'] or '..'}" for one in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _words(text: str, spans: Sequence[Sequence[int]]) -> str:
    return GAP.join(text[start:end] for start, end in sorted(map(tuple, spans)))
