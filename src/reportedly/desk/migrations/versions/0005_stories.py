"""Stories: which articles belong together, who is who in them, and what was made of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _belongs_to(table: str, name: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], [f"{parent}.id"], name=f"{table}_of_{parent}", ondelete="CASCADE"
    )


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="stories_key"),
        sa.UniqueConstraint("name", name="stories_once_by_name"),
    )
    op.create_table(
        "story_articles",
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("id", "story_id", "article_id")
        ),
        sa.PrimaryKeyConstraint("id", name="story_articles_key"),
        _belongs_to("story_articles", "story_id", "stories"),
        _belongs_to("story_articles", "article_id", "articles"),
        sa.UniqueConstraint(
            "story_id", "article_id", name="story_articles_once_by_story_id_article_id"
        ),
    )
    op.create_index("story_articles_by_story_id", "story_articles", ["story_id"])
    op.create_index("story_articles_by_article_id", "story_articles", ["article_id"])
    op.create_table(
        "namings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("one", "other", "author")),
        sa.Column("time", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="namings_key"),
        _belongs_to("namings", "story_id", "stories"),
    )
    op.create_index("namings_by_story_id", "namings", ["story_id"])
    for table, owner, parent in (
        ("tellings", "story_id", "stories"),
        ("vectors", "ledger_id", "ledgers"),
    ):
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column(owner, sa.Integer(), nullable=False),
            sa.Column("key", sa.String(64), nullable=False),
            sa.Column("document", sa.LargeBinary(), nullable=False),
            sa.PrimaryKeyConstraint("id", name=f"{table}_key"),
            _belongs_to(table, owner, parent),
            sa.UniqueConstraint(owner, name=f"{table}_once_by_{owner}"),
        )
