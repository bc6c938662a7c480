"""Text → markers of hearsay: words by which an outlet says that it only passes something on.

In: a text. Out: `Marker`s. "Reportedly" makes a claim hearsay; "alleged" before a noun marks the
noun alone. Evidentials, as Aikhenvald (2004) has them, in the forms that English news uses.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reportedly.ledger import Span

_BE: Final = r"(?:is|are|was|were|has been|have been|had been|being)"

#: Passives without a by-phrase: nobody is named who says, understands or alleges it.
PASSIVES: Final = (
    rf"{_BE} (?:\w+ly |also |still |now )?(?:said|rumou?red|reported|alleged|reputed) to(?: be)?",
    rf"{_BE} (?:widely |also )?understood to(?: be)?",
    rf"\bit {_BE} (?:widely )?(?:understood|rumou?red|reported|alleged|claimed|learnt)(?: that)?",
    rf"\b{_BE} (?:also )?alleged",
)

#: Talk that is nobody's.
RUMOURS: Final = (
    r"\b(?:unconfirmed |persistent )?rumou?rs?(?: that| swirl\w*| of)?",
    r"\b(?:unconfirmed|unverified) (?:media )?reports?(?: that| of)?",
    r"\b(?:there is |amid )?talk that",
    r"\b[Tt]he (?:[A-Z][\w’'-]+ ){1,3}understands\b",
    r"\b(?!She|He|It|Who)[A-Z][\w’'-]+ understands\b(?= that| it| the| there)",
    r"\bword is\b",
    r"\bas the story goes\b",
)

#: Words that mark a noun, and leave the claim as it is.
OF_NOUNS: Final = r"\b(?:alleged|purported|supposed|reputed|rumou?red)\b(?! to\b)"

_CLAUSE: Final = re.compile(
    "|".join(
        (
            r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?redly)\b",
            *PASSIVES,
            *(f"(?-i:{pattern})" if "[A-Z]" in pattern else pattern for pattern in RUMOURS),
        )
    ),
    re.IGNORECASE,
)
_NOUN: Final = re.compile(OF_NOUNS, re.IGNORECASE)


class Marker(NamedTuple):
    """A marker, and whether it makes the whole claim hearsay."""

    span: Span
    whole: bool


def find_markers(text: str) -> list[Marker]:
    """All markers of a text, in order.

    >>> text = "The mayor, an alleged spy, has reportedly left."
    >>> [(text[start:end], whole) for (start, end), whole in find_markers(text)]
    [('alleged', False), ('reportedly', True)]
    """
    whole = [Marker(match.span(), whole=True) for match in _CLAUSE.finditer(text)]
    taken = {place for (start, end), _ in whole for place in range(start, end)}
    nouns = [
        Marker(match.span(), whole=False)
        for match in _NOUN.finditer(text)
        if match.start() not in taken
    ]
    return sorted([*whole, *nouns])
