"""An article's rows on a desk ↔ its corrections, and its claims as they are searched.

In: a connection, within the transaction of whoever asks. Out: records, or rows.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select

from reportedly.desk.corrections import Corrected, corrected
from reportedly.desk.decisions import Change, Correction, Mark
from reportedly.desk.snapshots import Snapshot
from reportedly.desk.tables import articles, claims, corrections, ledgers, marks, versions
from reportedly.ledger import Ledger

_COLUMNS: Final = (
    "id", "article_id", "digest", "entry", "decision", "changes", "author", "time", "reason",
)  # fmt: skip


class Held(NamedTuple):
    """What is known of an article: its corrections, and its texts by their digest."""

    corrections: tuple[Correction, ...]
    texts: dict[str, str]

    def applied_to(self, ledger: Ledger) -> Corrected:
        """A reading of one of the texts, corrected."""
        return corrected(ledger, self.corrections, self.texts)


def storable(words: str) -> str:
    """Words as every database takes them: PostgreSQL takes no NUL, and UTF-8 no half characters.

    >>> storable("Ann" + chr(0) + chr(0xDCFF))
    'Ann ?'
    """
    return words.replace("\0", " ").encode(errors="replace").decode()


def held(connection: Connection, article: int) -> Held:
    """The corrections of an article with its texts; no texts if there are no corrections."""
    found = tuple(corrections_of(connection, article))
    if not found:
        return Held((), {})
    query = select(versions.c.digest, versions.c.text).where(versions.c.article_id == article)
    texts = {row.digest: row.text for row in connection.execute(query)}
    return Held(found, texts)


def corrections_of(connection: Connection, article: int) -> list[Correction]:
    """The corrections of an article, in the order of their numbers."""
    own = corrections.c.article_id == article
    query = select(marks).join(corrections).where(own).order_by(marks.c.id)
    marked: defaultdict[int, list[Mark]] = defaultdict(list)
    for row in connection.execute(query):
        marked[row.correction_id].append(Mark(row.what, row.author, row.time))
    rows = connection.execute(
        select(*(corrections.c[name] for name in _COLUMNS)).where(own).order_by(corrections.c.id)
    )
    return [
        Correction(
            number=row.id,
            article=row.article_id,
            digest=row.digest,
            entry=msgspec.json.decode(row.entry, type=Snapshot),
            decision=row.decision,
            changes=msgspec.json.decode(row.changes, type=tuple[Change, ...]),
            author=row.author,
            time=row.time,
            reason=row.reason,
            marks=tuple(marked[row.id]),
        )
        for row in rows
    ]


def keep(connection: Connection, correction: Correction) -> int:
    """Write a correction, without its marks, and return its number."""
    done = connection.execute(
        insert(corrections).values(
            article_id=correction.article,
            digest=correction.digest,
            kind=correction.kind,
            decision=correction.decision,
            entry=msgspec.json.encode(correction.entry).decode(),
            changes=msgspec.json.encode(correction.changes).decode(),
            author=correction.author,
            time=correction.time,
            reason=correction.reason,
        )
    )
    return int(done.inserted_primary_key[0])  # type: ignore[index]


def mark(connection: Connection, number: int, ones: Iterable[Mark]) -> None:
    """Write that a correction was undone, or done again."""
    rows = [{"correction_id": number, **msgspec.structs.asdict(one)} for one in ones]
    if rows:
        connection.execute(insert(marks), rows)


def lock(connection: Connection, article: int) -> bool:
    """Have everybody else who writes to an article wait; whether there is such an article."""
    query = select(articles.c.id).where(articles.c.id == article).with_for_update()
    return connection.execute(query).first() is not None


def index_all(connection: Connection, article: int) -> None:
    """Have the claims of all of an article's ledgers follow its corrections."""
    there = held(connection, article)
    query = select(ledgers.c.id, ledgers.c.document).join(versions)
    for row in connection.execute(query.where(versions.c.article_id == article)).all():
        reading = Ledger.from_json(zlib.decompress(row.document))
        index(connection, row.id, there.applied_to(reading).ledger)


def index(connection: Connection, number: int, ledger: Ledger) -> None:
    """Have the rows of a ledger's claims be those of the ledger; rows that are right stay."""
    own = claims.c.ledger_id == number
    query = select(claims.c.id, claims.c.claim, claims.c.start, claims.c.text).where(own)
    there = {(row.claim, row.start, row.text): row.id for row in connection.execute(query)}
    wanted = [
        (claim.id, claim.spans[0][0], storable(ledger.text_of(claim.spans)))
        for claim in ledger.claims
        if claim.spans
    ]
    for told in there.keys() - set(wanted):
        connection.execute(delete(claims).where(claims.c.id == there[told]))
    rows: list[dict[str, Any]] = [
        {"ledger_id": number, "claim": name, "start": start, "text": text}
        for name, start, text in wanted
        if (name, start, text) not in there
    ]
    if rows:
        connection.execute(insert(claims), rows)
