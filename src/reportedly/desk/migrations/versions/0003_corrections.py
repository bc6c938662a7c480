"""What people decided about entries of ledgers, and that they undid it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("decision", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("entry", "changes", "author")),
        sa.Column("time", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="corrections_key"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="corrections_of_articles", ondelete="CASCADE"
        ),
    )
    op.create_index("corrections_by_article_id", "corrections", ["article_id"])
    op.create_table(
        "marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("correction_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(10), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("time", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name="marks_key"),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["corrections.id"], name="marks_of_corrections", ondelete="CASCADE"
        ),
    )
    op.create_index("marks_by_correction_id", "marks", ["correction_id"])
