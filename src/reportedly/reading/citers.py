"""Attributions → the same, each source with the outlet that cites it.

In: a text and its reading. Out: a reading in which "sources cited by the Gazette" is one source,
and "cited by", where the network took it for one, no cue.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import numpy as np

from reportedly.ledger import Span
from reportedly.reading.attribution import Found, Reading
from reportedly.reading.naming.outlets import CITED_BY, outlets_named

_CITER: Final = re.compile(rf"\s+(?P<by>{CITED_BY})(?P<outlet>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)")


def with_citers(text: str, reading: Reading) -> Reading:
    """A reading of a text, its sources as wide as they are meant."""
    stretches = {
        found.source[-1][1]: behind
        for found in reading.found
        if found.source and (behind := _citer(text, found.source[-1][1])) is not None
    }
    if not stretches:
        return reading
    kept = [n for n, found in enumerate(reading.found) if not _cites(found, stretches)]
    numbers = {old: new for new, old in enumerate(kept)}
    for old, found in enumerate(reading.found):  # outer ones come first
        if old not in numbers and found.within in numbers:
            numbers[old] = numbers[found.within]
    return Reading(reading.passages, [_widened(reading, n, stretches, numbers) for n in kept])


def _citer(text: str, end: int) -> int | None:
    """Where the outlet ends that cites whoever was named up to ``end``."""
    match = _CITER.match(text, end)
    return match.end() if match and outlets_named(match["outlet"]) else None


def _cites(found: Found, stretches: dict[int, int]) -> bool:
    """Whether a cue is but the citing of a source."""
    start, end = found.cue[0][0], found.cue[-1][1]
    return any(first <= start and end <= last for first, last in stretches.items())


def _widened(
    reading: Reading, number: int, stretches: dict[int, int], numbers: dict[int, int]
) -> Found:
    found = reading.found[number]
    within = None if found.within is None else numbers.get(found.within)
    found = replace(found, within=within)
    end = stretches.get(found.source[-1][1]) if found.source else None
    if end is None:
        return found
    last: Span = (found.source[-1][0], end)
    tokens = reading.passages[found.passage].tokens
    more = np.flatnonzero((tokens.starts >= found.source[-1][1]) & (tokens.ends <= end))
    return replace(
        found,
        source=(*found.source[:-1], last),
        source_at=np.concatenate([found.source_at, more]),
    )
