"""Articles kept: put in, listed, searched, taken out.

In: ledgers. Out: what is on the desk. Every change is one transaction: it is there whole, for every
other program that has the desk open, or not at all.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.desk import kept, search, structure
from reportedly.desk.connection import Opened
from reportedly.desk.copied import LEAST_SHARE, Copied, catch_up, compare, copied
from reportedly.desk.entries import (
    Added,
    Entry,
    Hit,
    Version,
    identity_of,
    is_latest,
    latest_entries,
    told,
)
from reportedly.desk.tables import articles, ledgers, versions
from reportedly.errors import NotOnDesk
from reportedly.ledger import Article, Ledger, ModelInfo, validate

#: Articles are fetched so many at a time, so that a desk of any size can be walked through.
PAGE: Final = 500


class Desk(Opened):
    """A desk that is open. Use it in a ``with``, or close it.

    Several programs may use one desk at once; one object is for one thread.

    >>> from reportedly.ledger import ModelInfo
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> with Desk.create(getfixture("tmp_path") / "desk.sqlite") as desk:
    ...     desk.add(ledger), desk.add(ledger).outcome, desk.ledger(1) == ledger
    (Added(article=1, version=1, outcome='new'), 'known', True)
    """

    def number_of(self, article: Article) -> int | None:
        """The number of an article whose latest version has this text; None if there is none."""
        query = (
            select(articles.c.id)
            .join(versions, is_latest())
            .where(articles.c.identity == identity_of(article), versions.c.digest == article.id)
        )
        with self.reading() as connection:
            return connection.execute(query).scalar()

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
                **told(ledger.article),
            )
            self._keep(connection, found.id, version, ledger)
            latest = update(articles).where(articles.c.id == found.id).values(latest=number)
            connection.execute(latest)
            compare(connection, found.id, version)
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
                .join(articles, is_latest())
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
            .join(versions, is_latest())
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
                    latest_entries().where(articles.c.id > last).order_by(articles.c.id).limit(PAGE)
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
            row = connection.execute(latest_entries().where(articles.c.id == article)).one_or_none()
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

    def compare(self) -> Iterator[int]:
        """Look up the copies of articles that came before this program looked for any.

        Each is one transaction: stop at any time, and the rest is left for the next time.

        Yields:
            how many are left, at first all of them, then after each one.

        Raises:
            DeskFailed: the database refused.
        """
        return catch_up(self)

    def copies(self, article: int | None = None, least_share: float = LEAST_SHARE) -> list[Copied]:
        """Which articles copy which, in the order in which the later ones were published.

        Of each two articles, the newest texts that have something in common are told. Articles that
        nothing was compared with yet are compared first; see `compare`.

        Args:
            article: the earlier or later one; all if None.
            least_share: copies of a smaller share of the later one's words are left out.

        Raises:
            NotOnDesk: there is no such article.
            DeskFailed: the database refused.
        """
        if article is not None:
            self.entry(article)
        for _ in self.compare():
            pass
        with self.reading() as connection:
            return copied(connection, article, least_share)


def _insert(connection: Connection, table: Any, **values: Any) -> int:
    done = connection.execute(insert(table).values(**values))
    return int(done.inserted_primary_key[0])  # type: ignore[index]
