"""Articles, their versions, ledgers and claims, and what it takes to search them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

#: FTS5 holds an index alone; the words stay in the tables, and triggers keep the two together.
_SQLITE = """
CREATE VIRTUAL TABLE {table}_words USING fts5
  ({columns}, content='{table}', content_rowid='id',
   tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER {table}_in AFTER INSERT ON {table} BEGIN
  INSERT INTO {table}_words (rowid, {columns}) VALUES (new.id, {new}); END;
CREATE TRIGGER {table}_out AFTER DELETE ON {table} BEGIN
  INSERT INTO {table}_words ({table}_words, rowid, {columns}) VALUES ('delete', old.id, {old}); END;
CREATE TRIGGER {table}_changed AFTER UPDATE OF {columns} ON {table} BEGIN
  INSERT INTO {table}_words ({table}_words, rowid, {columns}) VALUES ('delete', old.id, {old});
  INSERT INTO {table}_words (rowid, {columns}) VALUES (new.id, {new}); END"""

#: Stems of English words, and no word passed over, as in FTS5: phrases are found to the letter.
_WORDS = """
CREATE TEXT SEARCH DICTIONARY reportedly_stem (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION reportedly (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION reportedly
  ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part
  WITH reportedly_stem"""

_POSTGRESQL = """
ALTER TABLE {table} ADD COLUMN words tsvector GENERATED ALWAYS AS ({words}) STORED;
CREATE INDEX {table}_by_words ON {table} USING gin (words)"""


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="articles_key"),
        sa.UniqueConstraint("identity", name="articles_once_by_identity"),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("title", "outlet", "author")),
        sa.Column("published", sa.String(10)),
        sa.Column("url", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="versions_key"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="versions_of_articles", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("article_id", "number", name="versions_once_by_article_id_number"),
    )
    for column in ("article_id", "digest", "published"):
        op.create_index(f"versions_by_{column}", "versions", [column])
    op.create_table(
        "ledgers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("read", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="ledgers_key"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name="ledgers_of_versions", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("version_id", name="ledgers_once_by_version_id"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ledger_id", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(20), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="claims_key"),
        sa.ForeignKeyConstraint(
            ["ledger_id"], ["ledgers.id"], name="claims_of_ledgers", ondelete="CASCADE"
        ),
    )
    op.create_index("claims_by_ledger_id", "claims", ["ledger_id"])
    if op.get_bind().dialect.name == "sqlite":
        for table, columns in (("versions", ("title", "text")), ("claims", ("text",))):
            parts = {"columns": ", ".join(columns), "table": table}
            for side in ("new", "old"):
                parts[side] = ", ".join(f"{side}.{column}" for column in columns)
            for statement in _SQLITE.format(**parts).split(";\nCREATE"):
                op.execute(statement if "CREATE" in statement[:8] else f"CREATE{statement}")
        return
    for statement in _WORDS.split(";\n"):
        op.execute(statement)
    of_text = "to_tsvector('reportedly', left(text, 300000))"
    with_title = f"setweight(to_tsvector('reportedly', coalesce(title, '')), 'A') || {of_text}"
    for table, words in (("versions", with_title), ("claims", of_text)):
        for statement in _POSTGRESQL.format(table=table, words=words).split(";\n"):
            op.execute(statement)
