"""What texts are found by, and which of them copy which."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; what is on the desk is compared once somebody asks for copies."""
    op.add_column(
        "articles", sa.Column("compared", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "version_id", name="fingerprints_key"),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name="fingerprints_of_versions", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("fingerprints_by_version_id", "fingerprints", ["version_id"])
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("earlier_id", sa.Integer(), nullable=False),
        sa.Column("later_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("passages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="copies_key"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["versions.id"], name=f"copies_{column}_of_versions", ondelete="CASCADE"
            )
            for column in ("earlier_id", "later_id")
        ),
        sa.UniqueConstraint("later_id", "earlier_id", name="copies_once_by_later_id_earlier_id"),
    )
    op.create_index("copies_by_earlier_id", "copies", ["earlier_id"])
