"""Rows of copies → who copied whom, how much, since when, and the longest passage.

In: a connection. Out: `Copied`s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import Connection, select

from reportedly.desk.connection import Opened
from reportedly.desk.entries import is_latest
from reportedly.desk.tables import articles, copies, versions

if TYPE_CHECKING:
    from reportedly.ledger import Span
    from reportedly.story.copying.copies import Shared

#: A copy has at least this share of the later report's words, if nobody says otherwise: fewer are
#: what reports of one event take from the same statements and documents.
LEAST_SHARE: Final = 0.1

_UNCOMPARED: Final = (
    select(articles.c.id).join(versions, is_latest()).where(articles.c.compared < articles.c.latest)
)


class Copied(NamedTuple):
    """Two articles, and what the later one has of the earlier one.

    ``earlier`` and ``later`` are numbers of articles, ``…_text`` those of the texts compared.
    ``share`` is that of the later text's words, without quotations, ``words`` their number.
    ``longest`` is the longest passage as the later text has it, at ``span`` there. ``shared`` has
    all passages with their spans in both texts.
    """

    earlier: int
    earlier_text: int
    earlier_outlet: str | None
    earlier_published: str | None
    later: int
    later_text: int
    later_outlet: str | None
    later_published: str | None
    share: float
    words: int
    longest: str
    span: Span
    shared: tuple[Shared, ...]


def copied(connection: Connection, article: int | None, least_share: float) -> list[Copied]:
    """The copies of at least a share; see `reportedly.desk.Desk.copies`."""
    found: dict[tuple[int, int], Copied] = {}
    for row in connection.execute(_query(article)):
        one = _told(row)
        found[min(one.earlier, one.later), max(one.earlier, one.later)] = one
    return sorted(
        (one for one in found.values() if one.share >= least_share),
        key=lambda one: (one.later_published or "9", one.later, one.earlier),
    )


def compare(connection: Connection, article: int, version: int) -> None:
    """Look up the copies of an article's latest version; see `reportedly.desk.compared`."""
    from reportedly.desk import compared  # loads what reads quotations

    compared.compare(connection, article, version)


def catch_up(desk: Opened) -> Iterator[int]:
    """Look up the copies of articles of which nobody did; see `reportedly.desk.Desk.compare`."""
    with desk.reading() as connection:
        left = list(connection.execute(_UNCOMPARED.order_by(articles.c.id)).scalars())
    yield len(left)
    for count, article in enumerate(left, start=1):
        own = _UNCOMPARED.add_columns(versions.c.id).where(articles.c.id == article)
        with desk.writing() as connection:
            # Somebody else may have taken it away, or looked meanwhile.
            row = connection.execute(own.with_for_update(of=articles)).one_or_none()
            if row is not None:
                compare(connection, article, row[1])
        yield len(left) - count


def _query(article: int | None) -> Any:
    """Rows of copies with both texts, older texts first."""
    one, other = versions.alias("earlier"), versions.alias("later")
    query = (
        select(
            copies.c.share,
            copies.c.passages,
            *(
                side.c[name].label(f"{side.name}_{name}")
                for side in (one, other)
                for name in ("article_id", "number", "outlet", "published")
            ),
            other.c.text,
        )
        .join(one, one.c.id == copies.c.earlier_id)
        .join(other, other.c.id == copies.c.later_id)
        .order_by(copies.c.id)
    )
    if article is None:
        return query
    own = select(versions.c.id).where(versions.c.article_id == article).scalar_subquery()
    return query.where(copies.c.earlier_id.in_(own) | copies.c.later_id.in_(own))


def _told(row: Any) -> Copied:
    from reportedly.desk.compared import shared_of  # see above

    shared = shared_of(row.passages)
    longest = max((one.passage for one in shared), key=lambda one: one.words)
    return Copied(
        row.earlier_article_id,
        row.earlier_number,
        row.earlier_outlet,
        row.earlier_published,
        row.later_article_id,
        row.later_number,
        row.later_outlet,
        row.later_published,
        row.share,
        sum(one.passage.words for one in shared if one.kind == "text"),
        row.text[slice(*longest.other)],
        longest.other,
        shared,
    )
