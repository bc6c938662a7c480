"""Attributions and mentions → chains of custody: through whose hands the words came.

In: a reading and its mentions. Out: for each attribution the mention that is its source, and the
chances that each mention, or none, is an outlet or person that passed its words on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.reading.attribution import Found, Reading
from reportedly.reading.links import Distances, likely, pointing
from reportedly.reading.mentions import Mention
from reportedly.reading.naming.names import parse_name


class Custody(NamedTuple):
    """The position of the source's mention, and the chances of relays; at -1, of none."""

    source: int | None
    relays: dict[int, float]


def find_custody(
    words: str, reading: Reading, mentions: Sequence[Mention], distances: Distances
) -> list[Custody]:
    """Where the words of each attribution came from; ``words`` is the text itself."""
    if not mentions:
        return [Custody(None, {-1: 1.0}) for _ in reading.found]
    text = reading.passages[0]
    outermost = [number for number, found in enumerate(reading.found) if found.within is None]
    chances = pointing(
        "relay",
        [reading.found[number].cue_at for number in outermost],
        [mention.at for mention in mentions],
        text.scores.windows,
        distances,
        text.scores.odds("no_relay"),
    )
    rows = {number: likely(row) for number, row in zip(outermost, chances, strict=True)}
    return [
        Custody(_source(words, found, mentions), rows.get(number, {-1: 1.0}))
        for number, found in enumerate(reading.found)
    ]


def find_speakers(
    reading: Reading, mentions: Sequence[Mention], custody: Sequence[Custody]
) -> list[int | None]:
    """For each mention, that of the innermost source in whose words it stands."""
    speakers: list[int | None] = [None] * len(mentions)
    starts = [mention.span[0] for mention in mentions]
    # An attribution within another comes after it, and so has the last word.
    for found, own in zip(reading.found, custody, strict=True):
        if own.source is None:
            continue
        for start, end in found.content:
            for number in range(bisect_left(starts, start), bisect_left(starts, end)):
                if number != own.source:
                    speakers[number] = own.source
    return speakers


def _source(text: str, found: Found, mentions: Sequence[Mention]) -> int | None:
    """The mention that a source consists of: the widest one within it, else one that it is in."""
    if not found.source:
        return None
    start, end = found.source[0][0], found.source[-1][1]
    within = [
        (mention.span[0] - start, mention.span[0] - mention.span[1], number)
        for number, mention in enumerate(mentions)
        if mention.span[0] < end and start < mention.span[1] and mention.span[0] >= start
    ]
    around = [
        (mention.span[1] - mention.span[0], 0, number)
        for number, mention in enumerate(mentions)
        if mention.span[0] < start < mention.span[1]
    ]
    # "The UK" in "France and the UK have suggested" stands for both.
    compounds = [
        one
        for one in around
        if mentions[one[-1]].span[1] == end and parse_name(mentions[one[-1]].words(text)).members
    ]
    within = compounds or within
    return min(within or around, default=(0, 0, None))[-1]
