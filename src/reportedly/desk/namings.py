"""Who is who in a story, where people know better: two names are of one bearer, or of two.

In: names. Out: `Naming`s, numbered, each undone at will. Like corrections they are records of their
own: nothing is taken away, and all of them are applied whenever the story is put together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select, update

from reportedly.desk.desk import Desk
from reportedly.desk.kept import storable
from reportedly.desk.stories import number_of
from reportedly.desk.tables import namings
from reportedly.errors import NoSuchNaming

Decided = Literal["same", "different"]


class Undone(NamedTuple):
    """By whom something was undone, and when (in UTC)."""

    author: str
    time: str


class Naming(NamedTuple):
    """What somebody decided about two names."""

    number: int
    decision: Decided
    one: str
    other: str
    author: str
    time: str
    reason: str
    undone: Undone | None = None


def decide(
    desk: Desk, story: str, decision: Decided, one: str, other: str, *, author: str, reason: str
) -> int:
    """Keep a decision about two names, and return its number.

    Raises:
        NoSuchStory: there is no such story.
    """
    with desk.writing() as connection:
        done = connection.execute(
            insert(namings).values(
                story_id=number_of(desk, connection, story),
                decision=decision,
                one=storable(one),
                other=storable(other),
                author=storable(author),
                time=desk.clock(),
                reason=storable(reason),
            )
        )
        return int(done.inserted_primary_key[0])  # type: ignore[index]


def take_in(desk: Desk, story: str, ones: Iterable[Naming]) -> None:
    """Keep decisions that were made on another desk; those that are there stay as they are.

    Raises:
        NoSuchStory: there is no such story.
    """
    with desk.writing() as connection:
        number = number_of(desk, connection, story)
        there = {one._replace(number=0, undone=None) for one in rows(connection, number)}
        for one in ones:
            if one._replace(number=0, undone=None) not in there:
                told = one._replace(undone=None)._asdict()
                undone = one.undone and msgspec.json.encode(one.undone).decode()
                values = {**told, "story_id": number, "undone": undone}
                del values["number"]
                connection.execute(insert(namings).values(**values))


def undo(desk: Desk, story: str, number: int, *, author: str, again: bool = False) -> None:
    """Mark a decision as undone; or, ``again``, as good again.

    Raises:
        NoSuchStory, NoSuchNaming: there is none.
    """
    undone = None if again else msgspec.json.encode(Undone(storable(author), desk.clock())).decode()
    with desk.writing() as connection:
        own = namings.c.story_id == number_of(desk, connection, story)
        one = own & (namings.c.id == number)
        if not connection.execute(update(namings).where(one).values(undone=undone)).rowcount:
            raise NoSuchNaming(number=number, story=story)


def decided(desk: Desk, story: str) -> list[Naming]:
    """All decisions of a story, undone ones too.

    Raises:
        NoSuchStory: there is no such story.
    """
    with desk.reading() as connection:
        return rows(connection, number_of(desk, connection, story))


def rows(connection: Connection, story: int) -> list[Naming]:
    """The decisions of a story, by its row."""
    names = [field for field in Naming._fields if field not in ("number", "undone")]
    columns = [namings.c.id, *(namings.c[name] for name in names), namings.c.undone]
    query = select(*columns).where(namings.c.story_id == story).order_by(namings.c.id)
    return [_naming(row) for row in connection.execute(query)]


def holding(ones: Iterable[Naming]) -> list[Naming]:
    """Those that were not undone."""
    return [one for one in ones if one.undone is None]


def _naming(row: Any) -> Naming:
    undone = row.undone and msgspec.json.decode(row.undone, type=Undone)
    told = row._asdict() | {"undone": undone}
    return Naming(number=told.pop("id"), **told)
