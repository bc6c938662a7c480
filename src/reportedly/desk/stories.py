"""Stories on a desk: articles that somebody put together, by a name.

In: names of stories and numbers of articles. Out: rows. What a story tells is put together in
`reportedly.desk.telling`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from reportedly.desk import structure
from reportedly.desk.desk import Desk
from reportedly.desk.entries import is_latest
from reportedly.desk.kept import storable
from reportedly.desk.tables import articles, stories, story_articles, versions
from reportedly.errors import NoSuchStory, NotInStory, NotOnDesk, StoryThere


class StoryEntry(NamedTuple):
    """A story on the desk: how many articles it has, and the days of the first and last."""

    story: str
    articles: int
    first: str | None
    last: str | None
    made: str


def make(desk: Desk, name: str, numbers: Iterable[int] = ()) -> None:
    """Make a story, with articles in it or without.

    Raises:
        StoryThere: there is one of this name.
        NotOnDesk: one of the articles is not there; then no story is made.
    """
    name = storable(name)
    with desk.writing() as connection:
        if _id_of(connection, name) is not None:
            raise StoryThere(story=name, name=desk.name)
        try:
            connection.execute(insert(stories).values(name=name, made=desk.clock()))
        except IntegrityError:  # somebody else was quicker
            raise StoryThere(story=name, name=desk.name) from None
        _put(desk, connection, number_of(desk, connection, name), numbers)


def make_sure(desk: Desk, name: str, made: str | None = None) -> None:
    """Make a story, unless there is one of this name.

    Args:
        desk: where it is to be.
        name: that of the story.
        made: when it was made, in UTC; now, if not given.
    """
    with desk.writing() as connection:
        values = {"name": storable(name), "made": made or desk.clock()}
        structure.insert_new(connection, stories, **values)


def put(desk: Desk, name: str, numbers: Iterable[int]) -> int:
    """Put articles into a story, and return how many were not in it yet.

    Raises:
        NoSuchStory: there is none of this name.
        NotOnDesk: one of the articles is not there; then none is put in.
    """
    with desk.writing() as connection:
        return _put(desk, connection, number_of(desk, connection, name), numbers)


def take_out(desk: Desk, name: str, numbers: Iterable[int]) -> None:
    """Take articles out of a story; they stay on the desk.

    Raises:
        NoSuchStory: there is none of this name.
        NotInStory: one of the articles is not in it; then none is taken out.
    """
    with desk.writing() as connection:
        story = number_of(desk, connection, name)
        for number in numbers:
            own = (story_articles.c.story_id == story) & (story_articles.c.article_id == number)
            if not connection.execute(delete(story_articles).where(own)).rowcount:
                raise NotInStory(article=number, story=name)


def remove(desk: Desk, name: str) -> None:
    """Forget a story, with what people decided about its names; its articles stay on the desk.

    Raises:
        NoSuchStory: there is none of this name.
    """
    with desk.writing() as connection:
        number = number_of(desk, connection, name)
        connection.execute(delete(stories).where(stories.c.id == number))


def listed(desk: Desk) -> list[StoryEntry]:
    """All stories, by their names."""
    query = (
        select(
            stories.c.name,
            func.count(articles.c.id),
            func.min(versions.c.published),
            func.max(versions.c.published),
            stories.c.made,
        )
        .select_from(stories)
        .outerjoin(story_articles, story_articles.c.story_id == stories.c.id)
        .outerjoin(articles, articles.c.id == story_articles.c.article_id)
        .outerjoin(versions, is_latest())
        .group_by(stories.c.id, stories.c.name, stories.c.made)
        .order_by(stories.c.name)
    )
    with desk.reading() as connection:
        return [StoryEntry(*row) for row in connection.execute(query)]


def members(desk: Desk, name: str) -> list[int]:
    """The numbers of a story's articles.

    Raises:
        NoSuchStory: there is none of this name.
    """
    with desk.reading() as connection:
        story = number_of(desk, connection, name)
        query = select(story_articles.c.article_id).where(story_articles.c.story_id == story)
        return sorted(connection.execute(query).scalars())


def with_article(desk: Desk, number: int) -> list[str]:
    """The stories that an article is in."""
    query = select(stories.c.name).join(story_articles).where(story_articles.c.article_id == number)
    with desk.reading() as connection:
        return list(connection.execute(query.order_by(stories.c.name)).scalars())


def number_of(desk: Desk, connection: Connection, name: str) -> int:
    """The row of a story.

    Raises:
        NoSuchStory: there is none of this name.
    """
    found = _id_of(connection, storable(name))
    if found is None:
        raise NoSuchStory(story=name, name=desk.name)
    return found


def _id_of(connection: Connection, name: str) -> int | None:
    return connection.execute(select(stories.c.id).where(stories.c.name == name)).scalar()


def _put(desk: Desk, connection: Connection, story: int, numbers: Iterable[int]) -> int:
    query = select(story_articles.c.article_id).where(story_articles.c.story_id == story)
    there = set(connection.execute(query).scalars())
    new = sorted(set(numbers) - there)
    for number in new:
        if connection.execute(select(articles.c.id).where(articles.c.id == number)).first() is None:
            raise NotOnDesk(article=number, name=desk.name)
        structure.insert_new(connection, story_articles, story_id=story, article_id=number)
    return len(new)
