"""Feeds that are followed, the pages that they list, and the hosts that are asked for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("asked", sa.String(20)),
        *(sa.Column(name, sa.Text()) for name in ("etag", "modified", "problem")),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="feeds_key"),
        sa.UniqueConstraint("address", name="feeds_once_by_address"),
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("sitemap", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("published", sa.String(10)),
        sa.Column("seen", sa.String(20), nullable=False),
        sa.Column("kept", sa.String(20)),
        sa.Column("again", sa.String(20)),
        sa.Column("until", sa.String(20), nullable=False),
        sa.Column("asked", sa.String(20)),
        *(sa.Column(name, sa.Text()) for name in ("etag", "modified", "problem")),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pages_key"),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feeds.id"], name="pages_of_feeds", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("address", name="pages_once_by_address"),
    )
    for column in ("feed_id", "again"):
        op.create_index(f"pages_by_{column}", "pages", [column])
    op.create_table(
        "hosts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("robots", sa.Text()),
        *(sa.Column(name, sa.String(20)) for name in ("robots_asked", "asked", "rests_until")),
        sa.Column("rest", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="hosts_key"),
        sa.UniqueConstraint("host", name="hosts_once_by_host"),
    )
