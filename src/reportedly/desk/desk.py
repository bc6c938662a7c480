"""Articles kept: put in, listed, searched, taken out.

In: ledgers. Out: what is on the desk. Every change is one transaction: it is there whole, for every
other program that has the desk open, or not at all.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Literal, NamedTuple, Self
from urllib.parse import urldefrag

from sqlalchemy import Connection, Engine, Select, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from reportedly.desk import kept, search, structure
from reportedly.desk.engine import WRITES, engine_of, is_url, name_of
from reportedly.desk.kept import storable
from reportedly.desk.tables import articles, ledgers, versions
from reportedly.errors import BadDesk, DeskFailed, NotOnDesk
from reportedly.ledger import Article, Ledger, ModelInfo, validate

Outcome = Literal["new", "changed", "known"]

#: What PostgreSQL calls a transaction that sees one moment; SQLite has no other kind.
_REPEATABLE: Final = {"isolation_level": "REPEATABLE READ"}

#: Articles are fetched so many at a time, so that a desk of any size can be walked through.
PAGE: Final = 500


class Added(NamedTuple):
    """What became of an article: its number on the desk, the number of its version."""

    article: int
    version: int
    outcome: Outcome


class Version(NamedTuple):
    """One text that an article had, and since when it is known (in UTC)."""

    number: int
    digest: str
    title: str | None
    published: str | None
    added: str


class Entry(NamedTuple):
    """An article on the desk, as its latest version has it."""

    article: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    versions: int
    added: str


class Hit(NamedTuple):
    """Words that were looked for, and where they stand.

    ``claim`` is the claim's id, or None if they stand in the text or title; ``words`` are those
    around, with what was found between the marks of `reportedly.desk.search`.
    """

    article: int
    claim: str | None
    title: str | None
    outlet: str | None
    published: str | None
    words: str


def now() -> str:
    """The time in UTC, as it is kept."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Desk:
    """A desk that is open. Use it in a ``with``, or close it.

    Several programs may use one desk at once; one object is for one thread.

    Args:
        engine: of the database.
        name: what to call it in messages.
        clock: tells the time.

    >>> from reportedly.ledger import ModelInfo
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> with Desk.create(getfixture("tmp_path") / "desk.sqlite") as desk:
    ...     desk.add(ledger), desk.add(ledger).outcome, desk.ledger(1) == ledger
    (Added(article=1, version=1, outcome='new'), 'known', True)
    """

    engine: Engine
    name: str
    clock: Callable[[], str] = now

    @classmethod
    def create(cls, address: object) -> Self:
        """Make a desk where there is none, or bring an older one up to date.

        Args:
            address: a path, or ``postgresql://user@host/name``.

        Raises:
            BadDesk: there is something else, or the server cannot be reached.
            NewerDesk: a newer version of this program made it.
        """
        return cls._made(str(address), structure.bring_up_to_date)

    @classmethod
    def open(cls, address: object) -> Self:
        """Open a desk that is there.

        Raises:
            NoDesk: there is none.
            OldDesk, NewerDesk: another version of this program made it.
            BadDesk: there is something else, or the server cannot be reached.
        """
        return cls._made(str(address), structure.check)

    @classmethod
    def _made(cls, address: str, prepare: Callable[[Engine, str], None]) -> Self:
        name = name_of(address)
        engine = engine_of(address)
        try:
            prepare(engine, name if is_url(address) else address)
        except DBAPIError as error:
            engine.dispose()
            raise BadDesk(name=name, reason=_reason(error)) from None
        return cls(engine, name)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def holds(self, article: Article) -> bool:
        """Whether the latest version of an article has this text."""
        query = (
            select(articles.c.id)
            .join(versions, _is_latest())
            .where(articles.c.identity == identity_of(article), versions.c.digest == article.id)
        )
        with self.reading() as connection:
            return connection.execute(query).first() is not None

    def add(self, ledger: Ledger, added: str | None = None) -> Added:
        """Keep what was read of an article, if its latest text is another one or there is none.

        Args:
            ledger: what was read.
            added: when the text came, if not now; see `now`. A text that came then is known.

        Raises:
            InvalidLedger: the ledger breaks its contract.
            DeskFailed: the database refused: the disk is full, the server is gone.
        """
        validate(ledger)
        with self.writing() as connection:
            identity = identity_of(ledger.article)
            structure.insert_new(connection, articles, identity=identity, latest=0)
            # Whoever writes a version of the same article waits here.
            found = connection.execute(
                select(articles.c.id, articles.c.latest)
                .where(articles.c.identity == identity)
                .with_for_update()
            ).one()
            same = versions.c.number == found.latest if added is None else versions.c.added == added
            known = select(versions.c.number).where(
                versions.c.article_id == found.id, versions.c.digest == ledger.article.id, same
            )
            if (there := connection.execute(known).scalar()) is not None:
                return Added(found.id, there, "known")
            number = found.latest + 1
            version = _insert(
                connection,
                versions,
                article_id=found.id,
                number=number,
                added=added or self.clock(),
                **_told(ledger.article),
            )
            self._keep(connection, found.id, version, ledger)
            latest = update(articles).where(articles.c.id == found.id).values(latest=number)
            connection.execute(latest)
        return Added(found.id, number, "new" if number == 1 else "changed")

    def replace(self, article: int, ledger: Ledger) -> None:
        """Keep a newer reading of an article's latest text in the place of the older one.

        Corrections stay, and are applied to the newer one.

        Raises:
            NotOnDesk: there is no such article, or its latest text is another one.
            DeskFailed: see `add`; then the older reading is kept.
        """
        with self.writing() as connection:
            kept.lock(connection, article)
            row = connection.execute(
                select(versions.c.id, versions.c.digest)
                .join(articles, _is_latest())
                .where(articles.c.id == article)
            ).one_or_none()
            if row is None or row.digest != ledger.article.id:
                raise NotOnDesk(article=article, name=self.name)
            connection.execute(delete(ledgers).where(ledgers.c.version_id == row.id))
            self._keep(connection, article, row.id, ledger)

    def read_by_others(self, model: ModelInfo, numbers: list[int] | None = None) -> list[int]:
        """The articles whose latest text another model, or another version of it, has read.

        Args:
            model: the one that reads now.
            numbers: the articles to look at; all of them if None.

        Raises:
            NotOnDesk: one of them is not there.
        """
        for number in numbers or ():
            self.entry(number)
        query = (
            select(articles.c.id)
            .join(versions, _is_latest())
            .join(ledgers, ledgers.c.version_id == versions.c.id)
            .where((ledgers.c.model != model.name) | (ledgers.c.model_version != model.version))
            .order_by(articles.c.id)
        )
        with self.reading() as connection:
            found = list(connection.execute(query).scalars())
        asked = set(found if numbers is None else numbers)
        return [number for number in found if number in asked]

    def _keep(self, connection: Connection, article: int, version: int, ledger: Ledger) -> None:
        """Write a ledger as it was read, and its claims, as people corrected them, in rows."""
        document = zlib.compress(ledger.to_json().encode())
        number = _insert(
            connection,
            ledgers,
            version_id=version,
            model=ledger.model.name,
            model_version=ledger.model.version,
            document=document,
            read=self.clock(),
        )
        there = kept.held(connection, article)
        kept.index(connection, number, there.applied_to(ledger).ledger)

    def entries(self) -> Iterator[Entry]:
        """Every article, in the order in which they came."""
        last = 0
        while True:
            with self.reading() as connection:
                page = connection.execute(
                    _entries().where(articles.c.id > last).order_by(articles.c.id).limit(PAGE)
                ).all()
            yield from (Entry(*row) for row in page)
            if len(page) < PAGE:
                return
            last = page[-1].id

    def entry(self, article: int) -> Entry:
        """One article.

        Raises:
            NotOnDesk: there is no such article.
        """
        with self.reading() as connection:
            row = connection.execute(_entries().where(articles.c.id == article)).one_or_none()
        if row is None:
            raise NotOnDesk(article=article, name=self.name)
        return Entry(*row)

    def versions(self, article: int) -> list[Version]:
        """The texts that an article had, the first one first.

        Raises:
            NotOnDesk: there is no such article.
        """
        table = versions.c
        query = (
            select(table.number, table.digest, table.title, table.published, table.added)
            .where(table.article_id == article)
            .order_by(table.number)
        )
        with self.reading() as connection:
            found = [Version(*row) for row in connection.execute(query)]
        if not found:
            raise NotOnDesk(article=article, name=self.name)
        return found

    def ledger(self, article: int, version: int | None = None, *, corrected: bool = True) -> Ledger:
        """What was read of an article, of its latest version if none is named.

        Args:
            article: its number.
            version: the number of one of its texts.
            corrected: with what people decided about it; else as it was read.

        Raises:
            NotOnDesk: there is no such article or version.
            InvalidLedger: another version of this program read it, in a form that this one cannot.
        """
        reading = Ledger.from_json(self.document(article, version))
        if not corrected:
            return reading
        with self.reading() as connection:
            return kept.held(connection, article).applied_to(reading).ledger

    def document(self, article: int, version: int | None = None) -> bytes:
        """A ledger as it was read and is kept, in JSON; see `ledger`.

        Raises:
            NotOnDesk: there is no such article or version.
        """
        number = articles.c.latest if version is None else version
        query = (
            select(ledgers.c.document)
            .join(versions, versions.c.id == ledgers.c.version_id)
            .join(articles, articles.c.id == versions.c.article_id)
            .where(articles.c.id == article, versions.c.number == number)
        )
        with self.reading() as connection:
            document = connection.execute(query).scalar()
        if document is None:
            raise NotOnDesk(article=article, name=self.name)
        return zlib.decompress(document)

    def remove(self, article: int) -> None:
        """Take an article away, with all its versions.

        Raises:
            NotOnDesk: there is no such article.
        """
        with self.writing() as connection:
            gone = connection.execute(delete(articles).where(articles.c.id == article))
            if not gone.rowcount:
                raise NotOnDesk(article=article, name=self.name)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Claims and articles with all of some words, in any of their forms, the best first.

        Args:
            words: words, or phrases in quotation marks.
            limit: so many of each at most.
        """
        with self.reading() as connection:
            return [Hit(*row) for row in search.find(connection, words, limit)]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees what is there.

        Raises:
            DeskFailed: the database refused.
        """
        with self._watched(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that goes on seeing what was there when it first looked.

        Raises:
            DeskFailed: the database refused.
        """
        with self.reading() as connection:
            level = {} if self.engine.dialect.name == "sqlite" else _REPEATABLE
            yield connection.execution_options(**level)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept, all of them, once the block ends well.

        Raises:
            DeskFailed: the database refused.
        """
        with (
            self._watched(),
            self.engine.connect() as connection,
            connection.execution_options(**{WRITES: True}).begin(),
        ):
            yield connection

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise DeskFailed(name=self.name, reason=_reason(error)) from None


def identity_of(article: Article) -> str:
    """What makes two texts versions of one article: the address, or else outlet and text.

    >>> identity_of(Article(text="Rain.", url="https://example.org/rain#top"))
    'https://example.org/rain'
    """
    if article.url:
        return storable(urldefrag(article.url).url)
    return storable(f"{article.id} {article.outlet or ''}".rstrip())


def _told(article: Article) -> dict[str, str | None]:
    fields = ("title", "outlet", "author", "published", "url", "text")
    told = ((name, getattr(article, name)) for name in fields)
    kept = {name: value and storable(value) for name, value in told}
    return {**kept, "digest": article.id}


def _entries() -> Select[Any]:
    table = versions.c
    return select(
        articles.c.id,
        table.title,
        table.outlet,
        table.published,
        table.url,
        articles.c.latest,
        table.added,
    ).join(versions, _is_latest())


def _is_latest() -> Any:
    return (versions.c.article_id == articles.c.id) & (versions.c.number == articles.c.latest)


def _insert(connection: Connection, table: Any, **values: Any) -> int:
    done = connection.execute(insert(table).values(**values))
    return int(done.inserted_primary_key[0])  # type: ignore[index]


def _reason(error: DBAPIError) -> str:
    """The first line of what a database says went wrong."""
    return str(error.orig).strip().partition("\n")[0] or type(error.orig).__name__
