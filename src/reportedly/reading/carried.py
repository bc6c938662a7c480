"""Claims without an attribution → the attributions that they go on from.

In: the attributions and claims of a text. Out: for each claim that goes on with somebody's words,
though without a cue of its own, the attribution before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from reportedly.reading.attribution import Found
from reportedly.reading.claims import FoundClaim

#: What parts two paragraphs.
PARAGRAPH_END: Final = re.compile(r"\r?\n(?:\s*\n)*|[\r\u2028\u2029]")


#: Words are not carried on over more characters than this.
REACH: Final = 4000


def carriers(text: str, found: Sequence[Found], claims: Sequence[FoundClaim]) -> dict[int, int]:
    """For the number of each claim that is carried on, that of the attribution it goes on from.

    Words are carried on within a paragraph, or into the next.
    """
    cues = sorted(
        (one.cue[0][0], number)
        for number, one in enumerate(found)
        if one.within is None and one.content
    )
    carried: dict[int, int] = {}
    for number, claim in enumerate(claims):
        start = claim.spans[0][0]
        before = bisect_left(cues, (start, -1))
        if claim.attribution is None and claim.carried > 0 and before:
            place, carrier = cues[before - 1]
            if start - place <= REACH and len(PARAGRAPH_END.findall(text, place, start)) <= 1:
                carried[number] = carrier
    return carried
