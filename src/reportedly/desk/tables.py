"""The tables of a desk, the same in SQLite and in PostgreSQL.

An article is what stands at one address, or, without one, one text of one outlet. It has versions,
since outlets change their texts; each version has the ledger that was last read of it, whole, and
that ledger's claims, as people corrected them, in rows of their own, to be searched and compared.
The latest version has fingerprints besides, by which copies are found. Stories are articles that
somebody put together. Feeds that are followed, the pages that they list and the hosts that these
stand on have tables of their own, which know nothing of articles. The scripts in ``migrations``
make these tables; a test holds the two together.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "%(table_name)s_key",
        "fk": "%(table_name)s_of_%(referred_table_name)s",
        "uq": "%(table_name)s_once_by_%(column_0_N_name)s",
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _of(table: str, name: str) -> Column[int]:
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, Integer, key, nullable=False, index=True)


#: ``identity`` is the address, or the outlet with the text's hash; ``latest`` a version's number,
#: ``compared`` that of the one that has fingerprints and whose copies were looked up.
articles: Final = Table(
    "articles",
    metadata,
    _id(),
    Column("identity", Text, nullable=False, unique=True),
    Column("latest", Integer, nullable=False),
    Column("compared", Integer, nullable=False, server_default="0"),
)

#: One text of an article, with what was known about it. ``digest`` is the id of the ledger's
#: article, the SHA-256 of the text; ``added`` the time in UTC, as 2024-03-04T09:30:00Z.
versions: Final = Table(
    "versions",
    metadata,
    _id(),
    _of("articles", "article_id"),
    Column("number", Integer, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("title", Text),
    Column("outlet", Text),
    Column("author", Text),
    Column("published", String(10), index=True),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("added", String(20), nullable=False),
    UniqueConstraint("article_id", "number"),
)

#: What was read of a version: the ledger as JSON, compressed by zlib.
ledgers: Final = Table(
    "ledgers",
    metadata,
    _id(),
    Column(
        "version_id",
        Integer,
        ForeignKey("versions.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("model", Text, nullable=False),
    Column("model_version", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    Column("read", String(20), nullable=False),
)

#: The claims of a ledger: its id there, its words, and where they begin in the text.
claims: Final = Table(
    "claims",
    metadata,
    _id(),
    _of("ledgers", "ledger_id"),
    Column("claim", String(20), nullable=False),
    Column("start", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

#: What a latest version is found by: hashes of runs of its words (`reportedly.desk.compared`).
fingerprints: Final = Table(
    "fingerprints",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "version_id",
        Integer,
        ForeignKey("versions.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    sqlite_with_rowid=False,
)

#: Two versions, of two articles, with passages in common: ``share`` is that of the later one's
#: words, ``passages`` the JSON of `reportedly.story.copying.copies.Shared`.
copies: Final = Table(
    "copies",
    metadata,
    _id(),
    *(
        Column(
            name,
            Integer,
            ForeignKey("versions.id", name=f"copies_{name}_of_versions", ondelete="CASCADE"),
            nullable=False,
            index=name == "earlier_id",  # the other one begins the unique key
        )
        for name in ("earlier_id", "later_id")
    ),
    Column("share", Float, nullable=False),
    Column("passages", Text, nullable=False),
    UniqueConstraint("later_id", "earlier_id"),
)

#: What people decided about entries, one decision a row, never changed: ``digest`` is that of the
#: text it was made on, ``entry`` and ``changes`` are JSON (see `reportedly.desk.decisions`). The
#: id is the number that people see, and the order in which corrections are applied.
corrections: Final = Table(
    "corrections",
    metadata,
    _id(),
    _of("articles", "article_id"),
    Column("digest", String(64), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("decision", String(10), nullable=False),
    Column("entry", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("time", String(20), nullable=False),
    Column("reason", Text, nullable=False),
)

#: That a correction was undone, or done again ("undo", "redo"); the last mark holds.
marks: Final = Table(
    "marks",
    metadata,
    _id(),
    _of("corrections", "correction_id"),
    Column("what", String(10), nullable=False),
    Column("author", Text, nullable=False),
    Column("time", String(20), nullable=False),
)

#: Articles that tell of one affair, by the name that somebody gave it; ``made`` is a time in UTC.
stories: Final = Table(
    "stories",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("made", String(20), nullable=False),
)

story_articles: Final = Table(
    "story_articles",
    metadata,
    _id(),
    _of("stories", "story_id"),
    _of("articles", "article_id"),
    UniqueConstraint("story_id", "article_id"),
)

#: What people decided about who is who in a story: that two names ("Falk", "Ida Falk") are of one
#: bearer or of two ("same", "different"). ``undone`` is by whom and when, as JSON.
namings: Final = Table(
    "namings",
    metadata,
    _id(),
    _of("stories", "story_id"),
    Column("decision", String(10), nullable=False),
    *(Column(name, Text, nullable=False) for name in ("one", "other", "author")),
    Column("time", String(20), nullable=False),
    Column("reason", Text, nullable=False),
    Column("undone", Text),
)

#: A story as it was last put together: JSON, compressed by zlib. ``key`` tells of what: it is that
#: of the ledgers, corrections and decisions that went into it.
tellings: Final = Table(
    "tellings",
    metadata,
    _id(),
    Column(
        "story_id",
        Integer,
        ForeignKey("stories.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("key", String(64), nullable=False),
    Column("document", LargeBinary, nullable=False),
)

#: The vectors of a ledger's claims, as 16-bit numbers, a row a claim; ``key`` is that of the words
#: and of the encoder that they were made of.
vectors: Final = Table(
    "vectors",
    metadata,
    _id(),
    Column(
        "ledger_id",
        Integer,
        ForeignKey("ledgers.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("key", String(64), nullable=False),
    Column("document", LargeBinary, nullable=False),
)

#: What is asked for again and again keeps what the last answer said of its state (``etag``,
#: ``modified``), how often in a row it failed, and with what words. Times are in UTC, as above.
_ASKED: Final = ("etag", "modified", "problem")


def _asked() -> tuple[Column[Any], ...]:
    return (
        Column("asked", String(20)),
        *(Column(name, Text) for name in _ASKED),
        Column("failures", Integer, nullable=False),
    )


#: A feed or sitemap that is followed; ``asked`` is when it last answered.
feeds: Final = Table(
    "feeds",
    metadata,
    _id(),
    Column("address", Text, nullable=False, unique=True),
    Column("title", Text),
    *_asked(),
)

#: What a feed lists: pages, and further sitemaps. ``kept`` is when the page's article came onto
#: the desk; ``again`` from when on it may be asked (again), null if it is left alone for good;
#: ``until`` is the end of the time in which a page that is kept is looked at again.
pages: Final = Table(
    "pages",
    metadata,
    _id(),
    _of("feeds", "feed_id"),
    Column("address", Text, nullable=False, unique=True),
    Column("sitemap", Boolean, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", String(10)),
    Column("seen", String(20), nullable=False),
    Column("kept", String(20)),
    Column("again", String(20), index=True),
    Column("until", String(20), nullable=False),
    *_asked(),
)

#: A host as ``harbour.example`` or ``harbour.example:8080``, with its robots.txt and when that was
#: asked for; when the host was last asked for anything; and until when it rests, for how long.
hosts: Final = Table(
    "hosts",
    metadata,
    _id(),
    Column("host", Text, nullable=False, unique=True),
    Column("robots", Text),
    Column("robots_asked", String(20)),
    Column("asked", String(20)),
    Column("rests_until", String(20)),
    Column("rest", Integer, nullable=False),
)
