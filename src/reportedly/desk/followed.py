"""What the desk keeps of the feeds that it follows, and of the pages that they list.

In: a `Desk`, and what became of a feed or page. Out: rows. A page is left as it was found until
what became of it is written down, so that a program that is killed goes on with the same page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, case, delete, func, or_, select, update

from reportedly.desk.desk import Desk
from reportedly.desk.structure import insert_new
from reportedly.desk.tables import feeds, pages
from reportedly.errors import NotFollowed, ReportedlyError
from reportedly.intake.feeds import Listed, Listing

#: A page that has failed so often in a row is left alone.
TRIES: Final = 5

#: So long after its publication, a page is looked at again for what the outlet changed in it.
WATCHED: Final = timedelta(hours=48)


class Followed(NamedTuple):
    """A feed, when it last answered, and what came of it.

    ``failures`` counts those of the feed itself in a row, and its pages that fail.
    """

    address: str
    title: str | None
    asked: str | None
    entries: int
    kept: int
    failures: int
    problem: str | None


class Due(NamedTuple):
    """A feed, a sitemap or a page that is to be asked for."""

    id: int
    feed: int
    address: str
    kind: str
    etag: str | None = None
    modified: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    kept: str | None = None
    failures: int = 0


def stamp(moment: datetime) -> str:
    """A time in UTC as it is kept, to the full second after it.

    >>> stamp(datetime(2024, 3, 4, 9, 30, 0, 1, tzinfo=UTC))
    '2024-03-04T09:30:01Z'
    """
    return (moment + timedelta(microseconds=999_999)).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment_of(stamped: str) -> datetime:
    """The time that `stamp` wrote.

    >>> moment_of("2024-03-04T09:30:01Z")
    datetime.datetime(2024, 3, 4, 9, 30, 1, tzinfo=datetime.timezone.utc)
    """
    return datetime.fromisoformat(stamped).astimezone(UTC)


def follow(desk: Desk, address: str) -> None:
    """Follow a feed from now on, if it is not followed already."""
    with desk.writing() as connection:
        insert_new(connection, feeds, address=address, failures=0)


def unfollow(desk: Desk, address: str) -> None:
    """Follow a feed no more, and forget what it listed; the articles stay on the desk.

    Raises:
        NotFollowed: it is not followed.
    """
    with desk.writing() as connection:
        gone = connection.execute(delete(feeds).where(feeds.c.address == address))
    if not gone.rowcount:
        raise NotFollowed(address=address, name=desk.name)


def followed(desk: Desk) -> list[Followed]:
    """The feeds that are followed, in the order in which that began."""
    own, of_feed = feeds.c, pages.c
    listed = case((of_feed.sitemap.is_(False), of_feed.id))
    query = (
        select(
            own.address,
            own.title,
            own.asked,
            func.count(listed),
            func.count(of_feed.kept),
            own.failures + func.coalesce(func.sum(case((of_feed.failures > 0, 1), else_=0)), 0),
            own.problem,
        )
        .outerjoin(pages, of_feed.feed_id == own.id)
        .group_by(own.id)
        .order_by(own.id)
    )
    with desk.reading() as connection:
        return [Followed(*row) for row in connection.execute(query)]


def feeds_due(desk: Desk, addresses: Sequence[str]) -> list[Due]:
    """The feeds at some addresses, or all of them if none is named."""
    own = feeds.c
    query = select(own.id, own.address, own.etag, own.modified).order_by(own.id)
    if addresses:
        query = query.where(own.address.in_(addresses))
    with desk.reading() as connection:
        rows = connection.execute(query).all()
    return [Due(row.id, row.id, row.address, "feed", row.etag, row.modified) for row in rows]


def pages_due(desk: Desk, feed: int, now: datetime) -> list[Due]:
    """The sitemaps of a feed, then its pages that may be asked now, the least trouble first."""
    own, at = pages.c, stamp(now)
    query = (
        select(pages)
        .where(own.feed_id == feed, own.again <= at, or_(own.kept.is_(None), own.until > at))
        .order_by(own.sitemap.desc(), own.failures, own.id)
    )
    with desk.reading() as connection:
        rows = connection.execute(query).mappings().all()
    fields = ("id", "address", *Due._fields[4:])
    return [
        Due(
            feed=feed,
            kind="sitemap" if row["sitemap"] else "page",
            **{name: row[name] for name in fields},
        )
        for row in rows
    ]


def listed(
    desk: Desk,
    due: Due,
    listing: Listing,
    now: datetime,
    *,
    etag: str | None,
    modified: str | None,
) -> int:
    """Write down what a feed or a sitemap of it lists, and that it answered.

    The sitemaps that an index lists are asked with it; those that one of these lists are not.

    Returns:
        How many pages are new.
    """
    with desk.writing() as connection:
        before = _count(connection, due.feed)
        for page in listing.pages:
            _enter(connection, due.feed, page, now, sitemap=False)
        if due.kind == "feed":
            for address in listing.sitemaps:
                _enter(connection, due.feed, Listed(address), now, sitemap=True)
        titled = {"title": listing.title} if listing.title else {}
        told = {"etag": etag, "modified": modified, **titled}
        _answered(connection, due, now, **told)
        return _count(connection, due.feed) - before


def answered(desk: Desk, due: Due, now: datetime, **told: Any) -> None:
    """Write down that a feed or page answered, and what it told.

    Args:
        desk: where to.
        due: what was asked for.
        now: the time.
        **told: columns of the table: ``etag``, ``modified``, and of a page ``kept``.
    """
    with desk.writing() as connection:
        _answered(connection, due, now, **told)


def failed(
    desk: Desk, due: Due, error: ReportedlyError, now: datetime, *, final: bool = False
) -> None:
    """Write down that a feed or page failed: it is tried again the next time, within `TRIES`.

    Args:
        desk: where to.
        due: what was asked for.
        error: what went wrong.
        now: the time.
        final: whether trying again is of no use.
    """
    values: dict[str, Any] = {"failures": due.failures + 1, "problem": _storable(error.message)}
    if due.kind == "feed":
        values["failures"] = feeds.c.failures + 1
    elif final or (due.kind == "page" and due.failures + 1 >= TRIES):
        values["again"] = None
    else:
        values["again"] = stamp(now)
    with _row(desk, due) as (connection, table):
        connection.execute(update(table).where(table.c.id == due.id).values(**values))


@contextmanager
def _row(desk: Desk, due: Due) -> Iterator[tuple[Connection, Table]]:
    with desk.writing() as connection:
        yield connection, feeds if due.kind == "feed" else pages


def _answered(connection: Connection, due: Due, now: datetime, **told: Any) -> None:
    table = feeds if due.kind == "feed" else pages
    values = {"asked": stamp(now), "failures": 0, "problem": None, **told}
    connection.execute(update(table).where(table.c.id == due.id).values(**values))


def _enter(
    connection: Connection, feed: int, page: Listed, now: datetime, *, sitemap: bool
) -> None:
    insert_new(
        connection,
        pages,
        feed_id=feed,
        address=_storable(page.address),
        sitemap=sitemap,
        title=_storable(page.title),
        outlet=_storable(page.outlet),
        published=page.published,
        seen=stamp(now),
        again=stamp(now),
        until=watched_until(page, now),
        failures=0,
    )


def watched_until(page: Listed, now: datetime) -> str:
    """The end of the time in which a page is looked at again, as it is kept.

    >>> watched_until(Listed("", published="2024-03-04"), datetime(2024, 3, 9, tzinfo=UTC))
    '2024-03-07T00:00:00Z'
    """
    return stamp(_published(page, now) + WATCHED)


def _published(page: Listed, now: datetime) -> datetime:
    """When a page was published, at the latest: the end of the day, or now, if nothing tells."""
    if page.moment is not None:
        return min(page.moment, now)
    if page.published is not None:
        day = datetime.fromisoformat(page.published).replace(tzinfo=UTC)
        return min(day + timedelta(days=1), now) if day.year < 9999 else now
    return now


def _count(connection: Connection, feed: int) -> int:
    query = select(func.count()).where(pages.c.feed_id == feed, pages.c.sitemap.is_(False))
    return connection.execute(query).scalar() or 0


def _storable(words: str | None) -> str | None:
    """Words without NUL, which PostgreSQL does not take."""
    return words and words.replace("\0", " ")
