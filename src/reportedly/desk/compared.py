"""A text that comes onto a desk → its fingerprints in rows, and what it copies or is copied in.

In: a connection, within the transaction of whoever adds, and the number of a version. Out: rows.
Texts are found by hashes of runs of words, as in `story.copying.fingerprints`, but of longer runs
and fewer of them: what is looked up and kept for a text does not grow with the desk. What is found
is compared word for word, by the rules of `story.copying.copies`. Whichever was published first
is the earlier one, whenever it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from reportedly.desk.tables import articles, copies, fingerprints, versions
from reportedly.ledger import Article, Ledger, ModelInfo, Span
from reportedly.story.copying.copies import BOILERPLATE, Shared, copy_of, share_of
from reportedly.story.copying.fingerprints import Fingerprint
from reportedly.story.copying.fingerprints import fingerprints as fingerprints_of
from reportedly.story.copying.passages import passages
from reportedly.story.report import Report

#: Words of a run that is hashed, and runs of which one is kept: 16 words in common are always
#: found. Of 840 reports of one year (PolNeAR train), runs of five words (window 8) bring 2.5 others
#: to compare with each, of which one in eight has a passage; runs of eight 0.35, of which three in
#: four have one. Either finds 175 of 176 pairs with 30 words in common; of all 262 pairs with a
#: passage, 96 and 86 in a hundred.
RUN: Final = 8
WINDOW: Final = 9

#: A run of words that so many texts have is kept for no further one, so that no list grows long.
MANY: Final = 64

#: So many texts at most are compared with a new one: those with most fingerprints in common.
COMPARED: Final = 32

#: Values that are looked up by one query.
TOGETHER: Final = 5_000

#: The lock in PostgreSQL under which texts are compared, one after the other, so that of two that
#: copy each other and come at once the second sees the first. SQLite has one writer at a time.
LOCK: Final = 4_739_166_002

_NO_MODEL: Final = ModelInfo(name="none", version="0")


class Holder(NamedTuple):
    """A text that has a hash: its version, and whose it is."""

    version: int
    outlet: str


def compare(connection: Connection, article: int, version: int) -> None:
    """Keep the fingerprints of an article's latest version, and the copies that they lead to.

    Copies of its older versions stay as what they were; their fingerprints go.

    Args:
        connection: in a transaction that writes, and has the article locked.
        article: its number.
        version: the id of the version's row.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    older = select(versions.c.id).where(versions.c.article_id == article)
    connection.execute(delete(fingerprints).where(fingerprints.c.version_id.in_(older)))
    report = _reports(connection, [version])[version]
    own = fingerprints_of(report.words, RUN, WINDOW)
    held = _holders(connection, sorted({one.hash for one in own}))
    _keep(connection, version, report.outlet, held)
    found = _nearest(held, report.outlet)
    for other, theirs in _reports(connection, found).items():
        first = theirs.order < report.order
        pair = (theirs, report) if first else (report, theirs)
        usual = _usual(held, pair[1].outlet, 1 if pair[1].outlet == report.outlet else 0)
        both = [
            one
            for one in passages(pair[0].words, pair[1].words)
            if not _is_usual(report, own, one.other if first else one.one, usual)
        ]
        if both:
            copied = copy_of(*pair, both)
            connection.execute(
                insert(copies).values(
                    earlier_id=other if first else version,
                    later_id=version if first else other,
                    share=copied.share,
                    passages=msgspec.json.encode(copied.shared).decode(),
                )
            )
    _reconsider(connection, report.outlet, held)
    reached = select(versions.c.number).where(versions.c.id == version).scalar_subquery()
    connection.execute(update(articles).where(articles.c.id == article).values(compared=reached))


def shared_of(stored: str) -> tuple[Shared, ...]:
    """The passages of a row of copies."""
    return msgspec.json.decode(stored, type=tuple[Shared, ...])


def _reports(connection: Connection, wanted: Sequence[int]) -> dict[int, Report]:
    """Versions as reports, by their ids, with nothing but what tells copies."""
    table = versions.c
    found = {}
    for some in _portions(wanted):
        query = select(table.id, table.article_id, table.outlet, table.published, table.text)
        # Whoever takes one of them away waits until its copies are written, which go with it.
        query = query.where(table.id.in_(some)).with_for_update(read=True, key_share=True)
        for row in connection.execute(query):
            article = Article(text=row.text, outlet=row.outlet, published=row.published)
            found[row.id] = Report(row.article_id, Ledger(model=_NO_MODEL, article=article))
    return {number: found[number] for number in wanted if number in found}


def _holders(connection: Connection, hashes: Sequence[int]) -> dict[int, list[Holder]]:
    """For each hash, the texts that have it."""
    found: dict[int, list[Holder]] = {value: [] for value in hashes}
    query = select(fingerprints.c.hash, versions.c.id, versions.c.outlet).join(versions)
    for some in _portions(hashes):
        for row in connection.execute(query.where(fingerprints.c.hash.in_(some))):
            found[row.hash].append(Holder(row.id, row.outlet or ""))
    return found


def _portions(values: Sequence[int]) -> Iterator[Sequence[int]]:
    return (values[at : at + TOGETHER] for at in range(0, len(values), TOGETHER))


def _keep(
    connection: Connection, version: int, outlet: str, held: Mapping[int, Sequence[Holder]]
) -> None:
    """Write the fingerprints of a version, but those that enough others have."""
    full = _usual(held, outlet, 0)
    rows: list[dict[str, Any]] = [
        {"hash": value, "version_id": version}
        for value, holders in sorted(held.items())
        if len(holders) < MANY and value not in full
    ]
    if rows:
        connection.execute(insert(fingerprints), rows)


def _usual(held: Mapping[int, Sequence[Holder]], outlet: str, more: int) -> set[int]:
    """The hashes that so many texts of an outlet have that they are its boilerplate.

    ``more`` is how many texts of it are not among the holders yet.
    """
    if not outlet:
        return set()
    return {
        value
        for value, holders in held.items()
        if sum(one.outlet == outlet for one in holders) + more >= BOILERPLATE
    }


def _nearest(held: Mapping[int, Sequence[Holder]], outlet: str) -> list[int]:
    """The versions to compare with, those with most in common first; boilerplate does not count."""
    usual = _usual(held, outlet, 1)
    counts: Counter[int] = Counter()
    for value, holders in held.items():
        if value not in usual:
            counts.update(one.version for one in holders)
    ordered = sorted(counts, key=lambda version: (-counts[version], version))
    return ordered[:COMPARED]


def _is_usual(report: Report, own: Sequence[Fingerprint], span: Span, usual: set[int]) -> bool:
    """Whether most of what a passage would be found by is boilerplate."""
    places = report.words.spans
    inside = [
        one.hash in usual
        for one in own
        if span[0] <= places[one.word][0] and places[one.word + RUN - 1][1] <= span[1]
    ]
    return 2 * sum(inside) > len(inside)


def _reconsider(connection: Connection, outlet: str, held: Mapping[int, Sequence[Holder]]) -> None:
    """Take back copies that turned out to be boilerplate with the newest text.

    This happens once to a run of words, so that its cost does not grow either.
    """
    usual = _usual(held, outlet, 1)
    newly = usual - _usual(held, outlet, 0)
    others = {one.version for value in newly for one in held[value] if one.outlet == outlet}
    for version, report in _reports(connection, sorted(others)).items():
        own = fingerprints_of(report.words, RUN, WINDOW)
        rows = connection.execute(select(copies).where(copies.c.later_id == version)).all()
        for row in rows:
            _restrict(connection, row, report, _left(row, report, own, usual))


def _left(
    row: Any, report: Report, own: Sequence[Fingerprint], usual: set[int]
) -> tuple[Shared, ...]:
    return tuple(
        one
        for one in shared_of(row.passages)
        if not _is_usual(report, own, one.passage.other, usual)
    )


def _restrict(connection: Connection, row: Any, report: Report, left: tuple[Shared, ...]) -> None:
    this = copies.c.id == row.id
    if not left:
        connection.execute(delete(copies).where(this))
        return
    told = {"share": share_of(left, report), "passages": msgspec.json.encode(left).decode()}
    connection.execute(update(copies).where(this).values(**told))
