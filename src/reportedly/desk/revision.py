"""People's decisions on a desk: made, undone, brought from another desk.

In: a `Desk`, the number of an article, the id of an entry as its corrected ledger has it, and what
a person typed. Out: `Correction`s. Each decision is one transaction, with the claims that are
searched; two people who decide at once do so one after the other.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from reportedly.desk import kept
from reportedly.desk.applying import apply
from reportedly.desk.decisions import Change, Correction, Decision, Mark, check
from reportedly.desk.desk import Desk
from reportedly.desk.snapshots import KIND_OF, LAYER_OF, Kind, Snapshot, snapshot
from reportedly.desk.tables import articles, corrections, ledgers, versions
from reportedly.desk.values import complete, held, parsed
from reportedly.errors import CannotReject, NoSuchCorrection, NoSuchEntry, NotOnDesk
from reportedly.ledger import OUTLET, Ledger


def correct(
    desk: Desk,
    article: int,
    entry: str,
    decision: Decision,
    typed: Mapping[str, str] | None = None,
    *,
    author: str,
    reason: str = "",
) -> Correction:
    """Decide on an entry: ``accept``, ``reject``, or ``edit`` with what its fields are to hold.

    Args:
        desk: where the article is.
        article: its number.
        entry: the id of the entry in its corrected ledger.
        decision: what to do.
        typed: by field, what a person typed; see `reportedly.desk.values`.
        author: who decides.
        reason: why.

    Raises:
        NotOnDesk: there is no such article.
        NoSuchEntry: its ledger has no such entry.
        CannotReject: the entry is the outlet itself.
        NoSuchField, BadValue, BadDate, WordsNotThere: see `reportedly.desk.values.parsed`.
        InvalidLedger: the ledger would not hold together.
        DeskFailed: the database refused; then nothing is changed.
    """
    with desk.writing() as connection:
        ledger = _now(desk, connection, article)
        kind, there = _entry(desk, article, ledger, entry)
        if decision == "reject" and entry == OUTLET:
            raise CannotReject(entry=entry)
        values = parsed(ledger, kind, typed or {})
        changes = [
            Change(name, held(ledger, kind, there, name), new) for name, new in values.items()
        ]
        taken = snapshot(ledger, kind, there)
        made = _made(desk, article, ledger, taken, decision, changes, author, reason)
        return _kept(connection, ledger, made)


def add(
    desk: Desk,
    article: int,
    kind: Kind,
    typed: Mapping[str, str],
    *,
    author: str,
    reason: str = "",
) -> Correction:
    """Add an entry that the reading missed; see `correct`.

    Raises:
        LackingFields: an entry of this kind needs more.
    """
    with desk.writing() as connection:
        ledger = _now(desk, connection, article)
        values = parsed(ledger, kind, typed)
        complete(kind, values)
        changes = [Change(name, None, new) for name, new in values.items()]
        blank = _made(desk, article, ledger, Snapshot(kind=kind), "add", changes, author, reason)
        with_it, name = _applied(ledger, blank)
        new = next(one for one in getattr(with_it, LAYER_OF[kind]) if one.id == name)
        made = msgspec.structs.replace(blank, entry=snapshot(with_it, kind, new))
        return _kept(connection, ledger, made)


def undo(desk: Desk, number: int, *, author: str, again: bool = False) -> Correction:
    """Mark a correction as undone; or, ``again``, as done again. Nothing is taken away.

    Raises:
        NoSuchCorrection: there is none of this number.
    """
    query = select(corrections.c.article_id).where(corrections.c.id == number)
    with desk.writing() as connection:
        article = connection.execute(query).scalar()
        if article is None or not kept.lock(connection, article):
            raise NoSuchCorrection(number=number, name=desk.name)
        found = _numbered(connection, article, number)
        if bool(found.undone) == (not again):
            return found
        what = Mark("redo" if again else "undo", kept.storable(author), desk.clock())
        kept.mark(connection, number, [what])
        kept.index_all(connection, article)
        return _numbered(connection, article, number)


def made_on(desk: Desk, article: int) -> list[Correction]:
    """The corrections of an article, undone ones too, in the order of their numbers.

    Raises:
        NotOnDesk: there is no such article.
    """
    desk.entry(article)
    with desk.reading() as connection:
        return kept.corrections_of(connection, article)


def take_in(desk: Desk, article: int, ones: Sequence[Correction]) -> int:
    """Keep corrections that were made on another desk; those that are there get new marks only.

    Returns:
        how many came.

    Raises:
        NotOnDesk: there is no such article.
        InvalidLedger: a correction holds what it cannot hold.
    """
    for one in ones:
        check(one)
    came = 0
    with desk.writing() as connection:
        if not kept.lock(connection, article):
            raise NotOnDesk(article=article, name=desk.name)
        there = {one.key: one for one in kept.corrections_of(connection, article)}
        for one in ones:
            known = there.get(one.key)
            here = msgspec.structs.replace(one, article=article)
            number = known.number if known else kept.keep(connection, here)
            marked = known.marks if known else ()
            kept.mark(connection, number, [mark for mark in one.marks if mark not in marked])
            came += known is None
        if ones:
            kept.index_all(connection, article)
    return came


def _now(desk: Desk, connection: Connection, article: int) -> Ledger:
    """The corrected ledger of an article's latest text, which nobody else can change meanwhile."""
    kept.lock(connection, article)
    document = connection.execute(
        select(ledgers.c.document)
        .join(versions, versions.c.id == ledgers.c.version_id)
        .join(articles, articles.c.id == versions.c.article_id)
        .where(articles.c.id == article, versions.c.number == articles.c.latest)
    ).scalar()
    if document is None:
        raise NotOnDesk(article=article, name=desk.name)
    reading = Ledger.from_json(zlib.decompress(document))
    return kept.held(connection, article).applied_to(reading).ledger


def _entry(desk: Desk, article: int, ledger: Ledger, name: str) -> tuple[Kind, Any]:
    for layer, kind in KIND_OF.items():
        for one in getattr(ledger, layer):
            if one.id == name:
                return kind, one
    raise NoSuchEntry(entry=name, article=article, name=desk.name)


def _made(
    desk: Desk,
    article: int,
    ledger: Ledger,
    taken: Snapshot,
    decision: Decision,
    changes: Sequence[Change],
    author: str,
    reason: str,
) -> Correction:
    return Correction(
        article=article,
        digest=ledger.article.id,
        entry=taken,
        decision=decision,
        changes=tuple(changes),
        author=kept.storable(author),
        time=desk.clock(),
        reason=kept.storable(reason),
    )


def _applied(ledger: Ledger, correction: Correction) -> tuple[Ledger, str]:
    done = apply(ledger, correction, lambda span: span)
    return done or (ledger, "")


def _kept(connection: Connection, ledger: Ledger, made: Correction) -> Correction:
    """Keep a correction, if the ledger holds together with it."""
    _applied(ledger, made)
    number = kept.keep(connection, made)
    kept.index_all(connection, made.article)
    return msgspec.structs.replace(made, number=number)


def _numbered(connection: Connection, article: int, number: int) -> Correction:
    return next(one for one in kept.corrections_of(connection, article) if one.number == number)
