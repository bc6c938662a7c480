"""The desk: ledgers kept, in SQLite or PostgreSQL, to be listed, searched and put together.

In: ledgers. Out: articles with their versions, their ledgers as people corrected them, and what is
found among them. `Desk` is all that others need, and `reportedly.desk.revision` to correct.
"""

from reportedly.desk.copied import Copied
from reportedly.desk.desk import Desk
from reportedly.desk.entries import Added, Entry, Hit, Version

__all__ = ["Added", "Copied", "Desk", "Entry", "Hit", "Version"]
