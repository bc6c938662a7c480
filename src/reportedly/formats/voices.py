"""An audit's words → the bar and the legend that show whose voice an article speaks in.

In: the `Words` of an audit. Out: text for a terminal, with a colour and a shade for each voice, so
that it is also read where there is no colour; and the shares in words for every format.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.text import Text

from reportedly.audit import Audit, Voice, Words
from reportedly.formats.styles import AGAINST_STYLE, CONTENT_STYLE, OPEN_STYLE

#: What each voice is called, in the order of the bar.
VOICES: Final[dict[Voice, str]] = {
    "own": "own voice",
    "named": "named",
    "unnamed": "unnamed",
    "withheld": "withheld",
    "unidentified": "not identified",
}

#: What words are called that passed through somebody's hands.
RELAYED: Final = "relayed"


class _Look(NamedTuple):
    glyph: str
    style: str


_LOOKS: Final[dict[Voice, _Look]] = {
    "own": _Look("─", "dim"),
    "named": _Look("█", CONTENT_STYLE),
    "unnamed": _Look("▓", OPEN_STYLE),
    "withheld": _Look("▒", AGAINST_STYLE),
    "unidentified": _Look("░", "dim"),
}


def shares(words: Words) -> list[tuple[Voice, str]]:
    """The voices that an article has, each with its name and share.

    >>> shares(Words(own=30, named=70))
    [('own', 'own voice 30%'), ('named', 'named 70%')]
    """
    return [
        (voice, f"{name} {words.share(voice):.0%}")
        for voice, name in VOICES.items()
        if getattr(words, voice)
    ]


def bar(words: Words, width: int) -> Text:
    """The voices as a bar of ``width`` cells, each as long as its share.

    >>> bar(Words(own=1, named=2, withheld=1), 8).plain
    '──████▒▒'
    """
    shown = Text(no_wrap=True)
    at = cells = 0
    for voice, look in _LOOKS.items():
        at += getattr(words, voice)
        upto = round(width * at / words.total) if words.total else 0
        shown.append(look.glyph * (upto - cells), look.style)
        cells = upto
    return shown


def legend(words: Words) -> Text:
    """The shares in one line, each with the look that it has in the bar.

    >>> legend(Words(own=1, named=2, withheld=1, relayed=1)).plain
    '─ own voice 25%  █ named 50%  ▒ withheld 25%  of it relayed 25%'
    """
    parts = [
        Text(f"{_LOOKS[voice].glyph} {told}", _LOOKS[voice].style) for voice, told in shares(words)
    ]
    if words.relayed:
        parts.append(Text(f"of it {RELAYED} {words.share('relayed'):.0%}", "dim"))
    return Text("  ").join(parts)


def has_sources(words: Words) -> bool:
    """Whether the ledger tells who any of the words rest on."""
    return words.named + words.unnamed + words.withheld > 0


def origins_of(found: Audit) -> str:
    """How many distinct origins an article has, in words.

    >>> origins_of(Audit(words=Words(), origins=("A1",)))
    '1 distinct origin'
    """
    return f"{len(found.origins):,} distinct origin{'' if len(found.origins) == 1 else 's'}"
