"""A story on a desk → what it tells, put together once and kept until something changes.

In: a `Desk` and the name of a story. Out: a `Story`. All texts that its articles had are reports of
it, so that an outlet's silent changes are part of what is told. Vectors of claims are kept with the
ledgers; the story itself is kept under a key of all that went into it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np
from sqlalchemy import Connection, delete, func, insert, select

from reportedly.desk import kept, namings
from reportedly.desk.desk import Desk
from reportedly.desk.namings import Naming
from reportedly.desk.stories import number_of
from reportedly.desk.tables import (
    corrections,
    ledgers,
    marks,
    stories,
    story_articles,
    tellings,
    vectors,
    versions,
)
from reportedly.ledger import Ledger
from reportedly.story.actors.identities import Names
from reportedly.story.embedding import WIDTH, Vectors, embedder
from reportedly.story.report import Report
from reportedly.story.story import FORMAT, Story
from reportedly.story.telling import tell
from reportedly.story.words.statements import Statement, statement_of

#: Has to change whenever the same ledgers are put together in another way.
MANNER: Final = "3"


#: Vectors of so many reports are kept at once, so that whoever is interrupted goes on from there.
TOGETHER: Final = 20

Drawn = Callable[[int, int], None]


class _Row(NamedTuple):
    """A text of an article of the story."""

    version: int
    article: int
    number: int
    ledger: int


class _Contents(NamedTuple):
    """What a story is put together of, and the key of it."""

    story: int
    rows: list[_Row]
    names: list[Naming]
    key: str


class _Prepared(NamedTuple):
    """Reports ready to be put together."""

    reports: list[Report]
    statements: list[list[Statement]]
    vectors: list[Vectors]
    names: list[Names]


def told(desk: Desk, name: str, drawn: Drawn | None = None) -> Story:
    """What a story tells.

    Args:
        desk: where it is.
        name: that of the story.
        drawn: called with how many reports were prepared, of how many, as that may take a while.

    Raises:
        NoSuchStory: there is none of this name.
        InvalidLedger: another version of this program read an article, in a form that this one
            cannot.
        DeskFailed: the database refused.
    """
    with desk.snapshot() as connection:
        contents = _contents(desk, connection, name)
        query = select(tellings).where(tellings.c.story_id == contents.story)
        known = connection.execute(query).one_or_none()
        if known is not None and known.key == contents.key:
            return Story.from_json(zlib.decompress(known.document))
        ready = _prepared(desk, connection, contents, drawn)
    story = tell(name, ready.reports, ready.statements, ready.vectors, ready.names)
    with desk.writing() as connection:
        _keep(connection, contents, story)
    return story


def told_until(desk: Desk, name: str, day: str, drawn: Drawn | None = None) -> Story:
    """What a story told by the reports that were published before a day; see `told`."""
    with desk.snapshot() as connection:
        ready = _prepared(desk, connection, _contents(desk, connection, name), drawn)
    there = [
        number
        for number, report in enumerate(ready.reports)
        if (report.ledger.article.published or day) < day
    ]
    return tell(
        name,
        [ready.reports[number] for number in there],
        [ready.statements[number] for number in there],
        [ready.vectors[number] for number in there],
        ready.names,
    )


def _prepared(
    desk: Desk, connection: Connection, contents: _Contents, drawn: Drawn | None
) -> _Prepared:
    reports = _reports(connection, contents.rows)
    held = _held(connection, contents.rows)
    statements = [[statement_of(one, claim) for claim in one.ledger.claims] for one in reports]
    fresh: dict[int, tuple[str, Vectors]] = {}
    found: list[Vectors] = []
    for row, own in zip(contents.rows, statements, strict=True):
        if drawn:
            drawn(len(found), len(contents.rows))
        key = _key_of_words(own)
        there = held.get(row.ledger)
        if there is None or there[0] != key:
            there = fresh[row.ledger] = key, embedder()([one.words for one in own])
        found.append(there[1])
        if len(fresh) == TOGETHER:
            _keep_vectors(desk, fresh)
            fresh = {}
    _keep_vectors(desk, fresh)
    names = [Names(one.decision, one.one, one.other) for one in namings.holding(contents.names)]
    return _Prepared(reports, statements, found, names)


def _contents(desk: Desk, connection: Connection, name: str) -> _Contents:
    story = number_of(desk, connection, name)
    own = story_articles.c.story_id == story
    query = (
        select(versions.c.id, versions.c.article_id, versions.c.number, ledgers.c.id)
        .join(story_articles, story_articles.c.article_id == versions.c.article_id)
        .join(ledgers, ledgers.c.version_id == versions.c.id)
        .where(own)
        .order_by(versions.c.id)
    )
    rows = [_Row(*row) for row in connection.execute(query)]
    inside = select(story_articles.c.article_id).where(own)
    made = select(corrections.c.id).where(corrections.c.article_id.in_(inside))
    last = connection.execute(select(func.max(made.subquery().c.id))).scalar()
    marked = select(func.max(marks.c.id)).where(marks.c.correction_id.in_(made))
    names = namings.rows(connection, story)
    state = FORMAT, MANNER, rows, last, connection.execute(marked).scalar(), names
    return _Contents(story, rows, names, hashlib.sha256(msgspec.json.encode(state)).hexdigest())


def _reports(connection: Connection, rows: Sequence[_Row]) -> list[Report]:
    found = []
    for row in rows:
        query = select(ledgers.c.document).where(ledgers.c.id == row.ledger)
        reading = Ledger.from_json(zlib.decompress(connection.execute(query).scalar_one()))
        ledger = kept.held(connection, row.article).applied_to(reading).ledger
        found.append(Report(row.version, ledger, row.article, row.number))
    return found


def _held(connection: Connection, rows: Sequence[_Row]) -> dict[int, tuple[str, Vectors]]:
    """The vectors that are kept, by ledger, each with its key."""
    found = {}
    for row in rows:
        query = select(vectors).where(vectors.c.ledger_id == row.ledger)
        if (there := connection.execute(query).one_or_none()) is not None:
            numbers = np.frombuffer(there.document, dtype=np.float16).astype(np.float32)
            found[row.ledger] = there.key, numbers.reshape(-1, WIDTH)
    return found


def _keep_vectors(desk: Desk, fresh: dict[int, tuple[str, Vectors]]) -> None:
    """Write vectors, by ledger, unless the ledger is gone."""
    if not fresh:
        return
    with desk.writing() as connection:
        # Whoever else puts a story with these reports together waits here.
        query = select(ledgers.c.id).where(ledgers.c.id.in_(fresh)).with_for_update()
        for ledger in connection.execute(query).scalars().all():
            key, made = fresh[ledger]
            connection.execute(delete(vectors).where(vectors.c.ledger_id == ledger))
            document = made.astype(np.float16).tobytes()
            connection.execute(
                insert(vectors), {"ledger_id": ledger, "key": key, "document": document}
            )


def _keep(connection: Connection, contents: _Contents, story: Story) -> None:
    """Write a story, unless it was removed meanwhile."""
    there = select(stories.c.id).where(stories.c.id == contents.story).with_for_update()
    if connection.execute(there).first() is not None:
        connection.execute(delete(tellings).where(tellings.c.story_id == contents.story))
        document = zlib.compress(story.to_json().encode())
        row = {"story_id": contents.story, "key": contents.key, "document": document}
        connection.execute(insert(tellings), row)


def _key_of_words(statements: Sequence[Statement]) -> str:
    return hashlib.sha256(msgspec.json.encode([one.words for one in statements])).hexdigest()
