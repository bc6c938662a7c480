"""Attributions, and who is who → chains of custody: from behind the outlet to each source.

In: what was found in a text, the cluster of each mention, and what kind of actor each cluster is.
Out: for each attribution the clusters that its words passed through, the source last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.reading.actors import Traits
from reportedly.reading.attribution import Found
from reportedly.reading.naming.outlets import outlet_of_source
from reportedly.reading.parts import Part
from reportedly.reading.resolution import outlets, platforms

#: Who passes on the words of others; of relays in the annotated train articles all but 3 %.
PASSING_ON: Final = ("outlet", "document", "organization")

#: Whoever is told something: an outlet that is passes it on.
_TOLD: Final = re.compile(r"\b(?:told|tells?|telling)$")


def chains(
    text: str, part: Part, cluster: Sequence[int], traits: Mapping[int, Traits]
) -> list[list[int]]:
    """The links of each attribution; those of one within another begin with that one's."""
    relays = _Relays(text, part, cluster, traits, outlets(text, part.mentions, cluster))
    channels = platforms(text, part.mentions, cluster)
    found: list[list[int]] = []
    # An attribution around another stands before it in the list.
    for number, (one, custody) in enumerate(zip(part.found, part.custody, strict=True)):
        chain = [] if one.within is None else list(found[one.within])
        relay = relays.learned(number)
        if one.within is None and relay is None:
            relay = relays.named_with_source(number)
        if one.within is None and relay is None:
            relay = relays.told(one)
        source = None if custody.source is None else cluster[custody.source]
        relay = None if relay in channels else relay
        links = [link for link in (relay, source) if link is not None]
        found.append(list(dict.fromkeys([*chain, *links])))
    return found


def most(chances: Mapping[int, float], cluster: Sequence[int]) -> int | None:
    """The cluster that holds most of the chances of mentions, unless none (-1) does."""
    total: dict[int, float] = {}
    for mention, chance in chances.items():
        key = cluster[mention] if mention >= 0 else -1
        total[key] = total.get(key, 0.0) + chance
    best = max(total, key=lambda key: (total[key], -key), default=-1)
    return None if best < 0 else best


@dataclass(frozen=True)
class _Relays:
    """Ways to tell through whom words came."""

    text: str
    part: Part
    cluster: Sequence[int]
    traits: Mapping[int, Traits]
    outlets: Mapping[str, int]

    def learned(self, number: int) -> int | None:
        """The one that the network points at."""
        relay = most(self.part.custody[number].relays, self.cluster)
        return None if relay is None or self.traits[relay].kind not in PASSING_ON else relay

    def named_with_source(self, number: int) -> int | None:
        """The outlet that a source is called after: "a Gazette source"."""
        source = self.part.custody[number].source
        if source is None:
            return None
        outlet = outlet_of_source(self.part.mentions[source].words(self.text))
        return None if outlet is None else self.outlets.get(outlet)

    def told(self, found: Found) -> int | None:
        """The outlet that stands behind "told"."""
        start, end = found.cue[-1]
        if not _TOLD.search(self.text, start, end):
            return None
        mentions = self.part.mentions
        first = bisect_left(mentions, end, key=lambda mention: mention.span[0])
        for number in range(first, min(first + 2, len(mentions))):
            cluster = self.cluster[number]
            if mentions[number].span[0] <= end + 2 and self.traits[cluster].kind == "outlet":
                return cluster
        return None
