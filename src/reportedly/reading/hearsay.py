"""Text → markers of hearsay: words by which an outlet says that it only passes something on.

In: a text. Out: `Marker`s. "Reportedly" makes a claim hearsay; "alleged" before a noun marks the
noun alone. Evidentials, as Aikhenvald (2004) has them, in the forms that English news uses.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reportedly.ledger import Span

_BE: Final = r"(?:\b(?:is|are|was|were|has been|have been|had been|being)|[’']s(?: been)?)"

_REPORTED: Final = r"(?:understood|rumou?red|reported|alleged|claimed|learnt|said)"

#: Passives without a by-phrase: nobody is named who says, understands or alleges it.
PASSIVES: Final = (
    rf"{_BE} (?:\w+ly |also |still |now )?(?:said|rumou?red|reported|alleged|reputed) to(?: be)?",
    rf"{_BE} (?:widely |also )?understood to(?: be)?",
    rf"{_BE} widely (?:believed|thought|said|reported) to(?: be)?",
    rf"\bit ?{_BE} (?:widely )?{_REPORTED}(?: that)?(?! (?:live )?(?:by|in|on)\b)",
    r"\b(?:is|are|was|were|been) (?:also )?alleged",
    r"\bpurported to(?: be)?",
)

#: Talk that is nobody's.
RUMOURS: Final = (
    r"\b(?:unconfirmed |persistent )?rumou?rs?\b(?: that| swirl\w*| of)?",
    r"\b(?:unconfirmed|unverified) (?:media )?reports?(?: that| of)?",
    r"(?<=\b(?:amid|upon) )(?:\w+ )?reports (?:that|of)\b",
    r"(?<=\b(?:to|on) )(?:\w+ )?reports that\b",
    r"\b(?:there is |amid )?talk that",
    r"\b[Tt]he (?:[A-Z][\w’'-]+ ){1,3}understands\b",
    r"\b(?!She|He|It|Who)[A-Z][\w’'-]+ understands\b(?= that| it| there)",
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


#: What a subordinate clause begins with, and the few words of it that may precede a marker.
_SUBORDINATE: Final = re.compile(
    r"\b(?:who|whom|which|after|because|since|when|where|while)\b(?:\s+[\w’'-]+){0,3}\s+$"
)

#: A clause is looked for so many characters before a marker.
_NEAR: Final = 60


class Marker(NamedTuple):
    """A marker, and whether it makes a whole clause hearsay, which begins at ``clause``.

    A main clause counts as begun at 0: what claim it is in is for others to know.
    """

    span: Span
    whole: bool
    clause: int = 0


def find_markers(text: str) -> list[Marker]:
    """All markers of a text, in order.

    >>> text = "The mayor, an alleged spy, has reportedly left."
    >>> [(text[slice(*marker.span)], marker.whole) for marker in find_markers(text)]
    [('alleged', False), ('reportedly', True)]
    """
    whole = [
        Marker(match.span(), whole=True, clause=_clause(text, match.start()))
        for match in _CLAUSE.finditer(text)
    ]
    taken = {place for marker in whole for place in range(*marker.span)}
    nouns = [
        Marker(match.span(), whole=False)
        for match in _NOUN.finditer(text)
        if match.start() not in taken
    ]
    return sorted([*whole, *nouns])


def _clause(text: str, place: int) -> int:
    """Where the subordinate clause begins that a place is near the beginning of; else 0."""
    found = _SUBORDINATE.search(text, max(0, place - _NEAR), place)
    return found.start() if found else 0
