"""The feeds that a desk follows → the columns of their listing."""

from __future__ import annotations

from typing import Final

from reportedly.desk.followed import Followed
from reportedly.formats.listing import Column, Listing

FEEDS: Final = Listing[Followed](
    columns=(
        Column("Feed", lambda row: row.address, folds=True),
        Column("Title", lambda row: row.title, folds=True),
        Column("Answered", lambda row: row.asked),
        Column("Listed", lambda row: row.entries),
        Column("Kept", lambda row: row.kept),
        Column("Failing", lambda row: row.failures or None),
        Column("Because", lambda row: row.problem, folds=True),
    ),
    fields=Followed._fields,
    nothing="No feed is followed. Begin with: reportedly desk follow FEED",
)
"""Feeds, one a row: when each last answered, what it listed, and how much of it fails."""
