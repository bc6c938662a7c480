"""What is on a desk, as rows; and what makes two texts one article.

In: articles. Out: rows of named fields, and the parts of queries that several share.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple
from urllib.parse import urldefrag

from sqlalchemy import Select, select

from reportedly.desk.kept import storable
from reportedly.desk.tables import articles, versions
from reportedly.ledger import Article

Outcome = Literal["new", "changed", "known"]


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


def identity_of(article: Article) -> str:
    """What makes two texts versions of one article: the address, or else outlet and text.

    >>> identity_of(Article(text="Rain.", url="https://example.org/rain#top"))
    'https://example.org/rain'
    """
    if article.url:
        return storable(urldefrag(article.url).url)
    return storable(f"{article.id} {article.outlet or ''}".rstrip())


def told(article: Article) -> dict[str, str | None]:
    """What a version's row has of an article."""
    fields = ("title", "outlet", "author", "published", "url", "text")
    values = ((name, getattr(article, name)) for name in fields)
    stored = {name: value and storable(value) for name, value in values}
    return {**stored, "digest": article.id}


def latest_entries() -> Select[Any]:
    """The fields of `Entry`, of every article."""
    table = versions.c
    return select(
        articles.c.id,
        table.title,
        table.outlet,
        table.published,
        table.url,
        articles.c.latest,
        table.added,
    ).join(versions, is_latest())


def is_latest() -> Any:
    """That a version is its article's latest."""
    return (versions.c.article_id == articles.c.id) & (versions.c.number == articles.c.latest)
