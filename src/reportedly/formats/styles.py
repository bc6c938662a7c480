"""What things look like on a terminal: a style for each role, voice and side, and for badges.

In: words. Out: styles that rich knows. The colours are middle tones: each has a contrast above 4 to
1 on black and on white alike.
"""

from __future__ import annotations

from typing import Final

from rich.text import Text

SOURCE_STYLE: Final = "bold #2f7de1"
CUE_STYLE: Final = "bold italic #d9480f"
CONTENT_STYLE: Final = "#31954a"
MARK_STYLE: Final = "bold"
HEARSAY_STYLE: Final = "bold #a8720b"
CHAIN_STYLE: Final = "dim"

FOR_STYLE: Final = "#31954a"
AGAINST_STYLE: Final = "#d9480f"
OPEN_STYLE: Final = "#a8720b"

#: Badges that warn; the others only tell.
_WARNING: Final = ("withheld", "unnamed", "hearsay")


def badge(word: str) -> Text:
    """A word that a reader should not overlook.

    >>> badge("withheld").plain
    '[withheld]'
    """
    return Text(f"[{word}]", HEARSAY_STYLE if word in _WARNING else "dim")
