"""Text from anywhere → text that a terminal only shows, and never obeys.

In: any text. Out: the same text, as many characters, without those that a terminal would act on.
An article may hold escape sequences that clear the screen or rename the window, and controls that
make later text run backwards (Boucher & Anderson 2023, "Trojan Source"); both come out visible.
"""

from __future__ import annotations

from io import StringIO
from typing import Final, Literal

from rich.console import Console, RenderableType

Colours = Literal["standard", "256", "truecolor"]
"""How many colours a terminal shows: 8 bright and dark, 256, or all."""

# What stands in for a character that a terminal would obey. Zero-width joiners, combining marks and
# right-to-left letters are text and stay as they are.
STAND_INS: Final[dict[int, str]] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # the pictures that Unicode has: ␛ ␇ ␈
    0x7F: "\u2421",  # ␡
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),  # the second set of controls, CSI among them
    **dict.fromkeys((0x2028, 0x2029), "\u2424"),  # line and paragraph separators: ␤
    **dict.fromkeys(range(0x202A, 0x202F), "\ufffd"),  # embeddings and overrides of direction
    **dict.fromkeys(range(0x2066, 0x206A), "\ufffd"),  # isolates of direction
    ord("\t"): " ",
    ord("\n"): "\n",
}


def printable(text: str) -> str:
    r"""Return the text with every control character replaced by a visible one, one for one.

    Line feeds stay; a tab becomes a space. Offsets into the text remain right.

    >>> printable("Rain\x1b[2J.")
    'Rain␛[2J.'
    """
    return text.translate(STAND_INS)


def on_one_line(text: str) -> str:
    r"""Return the text printable and in one line, each run of white space as one space.

    >>> on_one_line("Rain\r\n  is \tlikely.")
    'Rain is likely.'
    """
    return printable(" ".join(text.split()))


def shortened(text: str, longest: int) -> str:
    """Return at most ``longest`` characters of the text, cut between words where that is possible.

    >>> shortened("Rain is likely in the north.", 16)
    'Rain is likely …'
    """
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > longest // 2 else head[:-1]).rstrip() + " …"


def rendered(what: RenderableType, *, width: int, colours: Colours | None = None) -> str:
    r"""Return what rich would print, as text whose lines have no white space at their ends.

    Args:
        what: text, a table, or anything else that rich can print.
        width: cells of a line at most.
        colours: what the terminal can show; null for text without escape sequences.

    >>> from rich.table import Table
    >>> rendered(Table("Who", "How", box=None), width=40)
    ' Who  How\n'
    """
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colours is not None,
        color_system=colours,
        no_color=colours is None,
        legacy_windows=False,
    )
    with console.capture() as printed:
        console.print(what, highlight=False, markup=False, emoji=False)
    return "".join(line.rstrip() + "\n" for line in printed.get().split("\n")[:-1])
