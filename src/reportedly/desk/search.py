"""Words → the claims and articles that have them, by the database's own full-text search.

In: a connection and words. Out: rows of `reportedly.desk.Hit`. SQLite has FTS5, PostgreSQL its
``tsvector``; both know the forms of English words, and both rank (BM25; cover density).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, text

#: What stands before and behind each word that was found.
OPENS, CLOSES = "\x02", "\x03"

#: Words shown around what was found, about.
AROUND: Final = 24

#: So much of a text is searched in PostgreSQL: a ``tsvector`` holds no more than a megabyte.
SEARCHED: Final = 300_000

_PART: Final = re.compile(r'"([^"]*)"|([^\s"]+)')

_HEAD: Final = "SELECT articles.id, {claim}, versions.title, versions.outlet, versions.published, "
_LATEST: Final = (
    "JOIN articles ON articles.id = versions.article_id AND articles.latest = versions.number "
)
_TO_CLAIMS: Final = (
    "JOIN ledgers ON ledgers.id = claims.ledger_id "
    "JOIN versions ON versions.id = ledgers.version_id "
)

#: For each kind of database, how claims and then how texts are searched.
_QUERIES: Final = {
    "sqlite": (
        _HEAD.format(claim="claims.claim")
        + "snippet(claims_words, 0, :opens, :closes, '…', :around) "
        + "FROM claims_words JOIN claims ON claims.id = claims_words.rowid "
        + _TO_CLAIMS
        + _LATEST
        + "WHERE claims_words MATCH :words "
        + "ORDER BY claims_words.rank, claims.id LIMIT :limit",
        _HEAD.format(claim="NULL")
        + "snippet(versions_words, -1, :opens, :closes, '…', :around) "
        + "FROM versions_words JOIN versions ON versions.id = versions_words.rowid "
        + _LATEST
        + "WHERE versions_words MATCH :words "
        + "ORDER BY versions_words.rank, versions.id LIMIT :limit",
    ),
    "postgresql": (
        _HEAD.format(claim="claims.claim")
        + "ts_headline('reportedly', claims.text, asked, :look) "
        + "FROM websearch_to_tsquery('reportedly', :words) AS asked, claims "
        + _TO_CLAIMS
        + _LATEST
        + "WHERE claims.words @@ asked "
        + "ORDER BY ts_rank_cd(claims.words, asked) DESC, claims.id LIMIT :limit",
        _HEAD.format(claim="NULL")
        + "ts_headline('reportedly', left(versions.text, :searched), asked, :look) "
        + "FROM websearch_to_tsquery('reportedly', :words) AS asked, versions "
        + _LATEST
        + "WHERE versions.words @@ asked "
        + "ORDER BY ts_rank_cd(versions.words, asked) DESC, versions.id LIMIT :limit",
    ),
}

_LOOK: Final = f"StartSel={OPENS}, StopSel={CLOSES}, MaxWords={AROUND}, MinWords={AROUND // 2}"


def find(connection: Connection, words: str, limit: int) -> Iterator[Sequence[Any]]:
    """The rows of claims with the words, then those of texts; none if there is no word to find."""
    asked = plain(words)
    if not asked:
        return
    for query in _QUERIES[connection.dialect.name]:
        known = text(query).compile().params
        values = {
            "words": asked, "limit": limit, "opens": OPENS, "closes": CLOSES, "around": AROUND,
            "look": _LOOK, "searched": SEARCHED,
        }  # fmt: skip
        yield from connection.execute(text(query), {name: values[name] for name in known}).all()


def plain(words: str) -> str:
    """Words and phrases, each in quotation marks, so that nothing in them is a command.

    >>> plain('ferry "cut in June" NOT a*')
    '"ferry" "cut in June" "NOT" "a"'
    """
    parts = (phrase or word for phrase, word in _PART.findall(words))
    clean = (" ".join(re.findall(r"[\w’']+", part)) for part in parts)
    return " ".join(f'"{part}"' for part in clean if part)
