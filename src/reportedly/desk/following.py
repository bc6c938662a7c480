"""Feeds that are followed → their articles on the desk.

In: a desk, visits to hosts, and a function that reads. Out: what became of each page, one by one,
as it happens. Each page is settled before the next one is asked for, so that it can be stopped
anywhere and goes on there; what fails is told and never stops the others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from reportedly.desk import followed
from reportedly.desk.desk import Desk
from reportedly.desk.followed import Due, stamp
from reportedly.desk.visits import Visits
from reportedly.errors import DeskFailed, HostResting, ReadingFailed, ReportedlyError, RobotsForbid
from reportedly.intake import Options
from reportedly.intake.articles import article_of
from reportedly.intake.feeds import Listed, read_feed
from reportedly.ledger import Article, Ledger

Outcome = Literal["new", "changed", "known", "asked", "failed", "left"]


class Polled(NamedTuple):
    """What became of a page or feed.

    A page is ``new``, ``changed`` or ``known`` to the desk under the number ``article``; a feed was
    ``asked``. Either ``failed`` with an ``error``, or was ``left`` to the next time, since its host
    rests.
    """

    address: str
    outcome: Outcome
    article: int | None = None
    error: ReportedlyError | None = None


def poll(
    desk: Desk,
    visits: Visits,
    read: Callable[[Article], Ledger],
    *,
    addresses: Sequence[str] = (),
    options: Options | None = None,
) -> Iterator[Polled]:
    """Ask feeds for what is new, and put it on the desk.

    Pages that failed are tried again, and those published within `followed.WATCHED` are looked at
    again for what has changed in them.

    Args:
        desk: keeps the articles.
        visits: asks hosts.
        read: makes the ledger of an article.
        addresses: of feeds that are followed; all of them if none is named.
        options: how to read pages; what they say of an article overrides the page and the feed.

    Yields:
        What became of each feed and page; hosts take turns.

    Raises:
        DeskFailed: the database refused.
    """
    options = options or Options()
    queue = _Queue(visits, followed.feeds_due(desk, addresses))
    met: set[int] = set()
    for due in queue:
        if visits.is_left(due.address):
            outcome = Polled(due.address, "left")
        elif due.kind == "page":
            outcome = _settled(desk, due, _page, visits, read, options)
        else:
            outcome = _settled(desk, due, _listing, visits)
        yield outcome
        if due.kind != "page":
            fresh = followed.pages_due(desk, due.feed, visits.clock.now())
            queue.extend(one for one in fresh if one.id not in met)
            met.update(one.id for one in fresh)


class _Queue:
    """What is to be asked for, hosts by turns: that of the host which may be asked first."""

    def __init__(self, visits: Visits, dues: Iterable[Due]) -> None:
        self._visits = visits
        self._by_host: dict[str, deque[Due]] = {}
        self.extend(dues)

    def extend(self, dues: Iterable[Due]) -> None:
        for due in dues:
            host = "/".join(due.address.split("/", 3)[:3])
            self._by_host.setdefault(host, deque()).append(due)

    def __iter__(self) -> Iterator[Due]:
        while self._by_host:
            host = min(self._by_host, key=self._visits.turn)
            waiting = self._by_host.pop(host)
            due = waiting.popleft()
            if waiting:
                self._by_host[host] = waiting  # at the end: hosts whose time is the same take turns
            yield due


def _settled(
    desk: Desk, due: Due, ask: Callable[..., Polled], visits: Visits, *rest: Any
) -> Polled:
    """What became of a feed or page, once that is written down."""
    try:
        return ask(desk, due, visits, *rest)
    except DeskFailed:
        raise
    except HostResting:
        return Polled(due.address, "left")
    except ReportedlyError as error:
        final = isinstance(error, RobotsForbid)
        followed.failed(desk, due, error, visits.clock.now(), final=final)
        return Polled(due.address, "failed", error=error)


def _listing(desk: Desk, due: Due, visits: Visits) -> Polled:
    """Ask for a feed or a sitemap, and enter the pages that it lists."""
    answer = visits.get(due)
    now = visits.clock.now()
    if answer.status == 304:
        followed.answered(desk, due, now)
    else:
        listing = read_feed(answer.body, answer.address, answer.charset)
        followed.listed(desk, due, listing, now, etag=answer.etag, modified=answer.modified)
    return Polled(due.address, "asked")


def _page(
    desk: Desk, due: Due, visits: Visits, read: Callable[[Article], Ledger], options: Options
) -> Polled:
    """Ask for a page, and keep its article."""
    answer = visits.get(due)
    if answer.status == 304:
        followed.answered(desk, due, visits.clock.now())
        return Polled(due.address, "known")
    article = _completed(article_of(answer, due.address, options), due)
    outcome, number = Polled(due.address, "known"), None
    if desk.number_of(article) is None:
        added = desk.add(_read(read, article, due.address))
        number = added.article
        outcome = Polled(due.address, added.outcome, number)
    now = visits.clock.now()
    told = {"etag": answer.etag, "modified": answer.modified}
    if due.kept is None:
        told["kept"] = stamp(now)
        if due.published is None and article.published is not None:
            page = Listed(due.address, published=article.published)
            told["until"] = followed.watched_until(page, now)
    followed.answered(desk, due, now, **told)
    return outcome


def _completed(article: Article, due: Due) -> Article:
    """An article with what its feed says of it, where the page itself says nothing."""
    told = {
        name: getattr(due, name)
        for name in ("title", "outlet", "published")
        if getattr(article, name) is None and getattr(due, name) is not None
    }
    return msgspec.structs.replace(article, **told)


def _read(read: Callable[[Article], Ledger], article: Article, name: str) -> Ledger:
    try:
        return read(article)
    except ReportedlyError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise ReadingFailed(name=name, reason=reason) from error
