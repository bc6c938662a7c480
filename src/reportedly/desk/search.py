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

#: What is searched: the claims, then the texts; how each leads to its version.
_JOINED: Final = {
    "claims": f"JOIN claims ON claims.id = best.place {_TO_CLAIMS}{_LATEST}",
    "versions": f"JOIN versions ON versions.id = best.place {_LATEST}",
}
_CLAIM: Final = {"claims": "claims.claim", "versions": "NULL"}

#: For each kind of database, what is found, the best first. Frequent words stand in most articles:
#: of all of them only the place and the rank are looked at, everything else once few are left.
_FOUND: Final = {
    "sqlite": "SELECT rowid AS place, rank AS score FROM {table}_words "
    "WHERE {table}_words MATCH :words ORDER BY rank, rowid LIMIT :taken",
    "postgresql": "SELECT id AS place, -ts_rank_cd({table}.words, asked) AS score "
    "FROM websearch_to_tsquery('reportedly', :words) AS asked, {table} "
    "WHERE {table}.words @@ asked ORDER BY score, place LIMIT :taken",
}

#: How the words around it are shown. In SQLite only a search can do so, hence the second one.
_SHOWN: Final = {
    ("sqlite", "claims"): "snippet(claims_words, 0, :opens, :closes, '…', :around)",
    ("sqlite", "versions"): "snippet(versions_words, -1, :opens, :closes, '…', :around)",
    ("postgresql", "claims"): "ts_headline('reportedly', claims.text, asked, :look)",
    ("postgresql", "versions"): (
        "ts_headline('reportedly', left(versions.text, :searched), asked, :look)"
    ),
}
_AGAIN: Final = {
    "sqlite": "CROSS JOIN {table}_words ON {table}_words.rowid = best.place "
    "AND {table}_words MATCH :words ",
    "postgresql": "CROSS JOIN websearch_to_tsquery('reportedly', :words) AS asked ",
}

#: Of older texts nothing is shown; so many times as many are looked up as are asked for, and so
#: many times more if that is not enough.
_AHEAD: Final = 2
_MORE: Final = 8

_LOOK: Final = f"StartSel={OPENS}, StopSel={CLOSES}, MaxWords={AROUND}, MinWords={AROUND // 2}"


def find(connection: Connection, words: str, limit: int) -> Iterator[Sequence[Any]]:
    """The rows of claims with the words, then those of texts; none if there is no word to find."""
    asked = plain(words)
    if not asked:
        return
    for table in _JOINED:
        yield from _best(connection, table, asked, limit)


def _best(connection: Connection, table: str, asked: str, limit: int) -> Sequence[Sequence[Any]]:
    """The best claims or texts of latest versions."""
    kind = connection.dialect.name
    found = _FOUND[kind].format(table=table)
    query = text(
        f"WITH best AS MATERIALIZED ({found}) "
        + _HEAD.format(claim=_CLAIM[table])
        + f"{_SHOWN[kind, table]} FROM best {_AGAIN[kind].format(table=table)}{_JOINED[table]}"
        + "ORDER BY best.score, best.place LIMIT :limit"
    )
    known = query.compile().params
    values = {
        "words": asked, "limit": limit, "opens": OPENS, "closes": CLOSES, "around": AROUND,
        "look": _LOOK, "searched": SEARCHED,
    }  # fmt: skip
    counted = text(f"SELECT count(*) FROM ({found}) AS best")  # noqa: S608  # as above
    taken = _AHEAD * limit
    while True:
        values["taken"] = taken
        rows = connection.execute(query, {name: values[name] for name in known}).all()
        if len(rows) == limit:
            return rows
        all_ = connection.execute(counted, {"words": asked, "taken": taken}).scalar_one()
        if all_ < taken:
            return rows
        taken *= _MORE


def plain(words: str) -> str:
    """Words and phrases, each in quotation marks, so that nothing in them is a command.

    >>> plain('ferry "cut in June" NOT a*')
    '"ferry" "cut in June" "NOT" "a"'
    """
    parts = (phrase or word for phrase, word in _PART.findall(words))
    clean = (" ".join(re.findall(r"[\w’']+", part)) for part in parts)
    return " ".join(f'"{part}"' for part in clean if part)
