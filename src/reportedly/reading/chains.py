"""Attributions, and who is who → chains of custody: from behind the outlet to each source.

In: what was found in a text, the cluster of each mention, and what kind of actor each cluster is.
Out: for each attribution the clusters that its words passed through, the source last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reportedly.ledger import Span
from reportedly.reading.actors import Traits
from reportedly.reading.acts import classify_act
from reportedly.reading.attribution import Found
from reportedly.reading.naming.outlets import (
    is_platform,
    outlet_of_source,
    outlets_named,
    programme_of,
)
from reportedly.reading.parts import Part
from reportedly.reading.resolution import called

#: Who passes on the words of others; of relays in the annotated train articles all but 4 %.
PASSING_ON: Final = ("outlet", "document")

#: An outlet that these words lead up to passes on what is said in their sentence: of 177 outlets
#: behind them in the annotated train articles all but 16 do.
_THROUGH: Final = re.compile(
    r"\b(?:told|tells?|telling|with|on|(?:in|during)(?: an?)?)(?: the)?$", re.IGNORECASE
)

#: The host of an event, and what somebody wrote in, pass nothing on: "sponsored by", "in a letter".
_NO_RELAY: Final = re.compile(
    r"\b(?:sponsored|hosted|moderated|organi[sz]ed) by (?:the )?.{0,4}$"
    r"|\b[Ii]n (?:an?|his|her|their) ?.{0,4}$"
)

_TELLING: Final = re.compile(r"\b(?:told|tells?|telling)(?: the)?$", re.IGNORECASE)
_NEXT: Final = 6

#: Words go on with an interview if their source spoke through an outlet last, no more sentences
#: before. In the annotated train articles 172 of 180 statements at such a distance do, and 80 of 95
#: attributions with other acts.
GOES_ON: Final = {"statement": 6}
GOES_ON_OTHERWISE: Final = 2

#: A sentence that names another place for its words does not go on with an interview.
_ELSEWHERE: Final = re.compile(
    r"\b(?:rall(?:y|ies)|speech|address|statement|tweet(?:ed|s)?|Twitter|Facebook|conference|letter"
    r"|testi(?:mony|fied)|hearing|debate|memoir|book|floor|town hall|e-?mail|event|crowd|audience"
    r"|wrote|later|then|earlier|last (?:week|month|year)|at the time|in (?:19|20)\d\d)\b"
)

#: Members of a public that a poll asked: "67 percent", "most voters". After a poll, 66 of 76 such
#: sources in the annotated train articles speak through it.
_ASKED: Final = re.compile(
    r"\d|percent|majority|half|thirds?\b|quarters?\b|tenths?\b|\bone in\b|voters|respondents"
    r"|\bmost\b|Republicans|Democrats|Americans"
)


def chains(
    text: str,
    part: Part,
    cluster: Sequence[int],
    traits: Mapping[int, Traits],
    sentences: Sequence[Span],
) -> list[list[int]]:
    """The links of each attribution; those of one within another begin with that one's."""
    sources = sources_of(part, cluster)
    through = _Relays(text, part, cluster, sources, traits, [end for _, end in sentences]).settled()
    found: list[list[int]] = []
    # An attribution around another stands before it in the list.
    for number, one in enumerate(part.found):
        chain = [] if one.within is None else list(found[one.within])
        links = [link for link in (through.get(number), sources[number]) if link is not None]
        found.append(list(dict.fromkeys([*chain, *links])))
    return found


def sources_of(part: Part, cluster: Sequence[int]) -> list[int | None]:
    """The cluster of each attribution's source."""
    return [None if one.source is None else cluster[one.source] for one in part.custody]


def most(chances: Mapping[int, float], cluster: Sequence[int]) -> int | None:
    """The cluster that holds most of the chances of mentions, unless none (-1) does."""
    total: dict[int, float] = {}
    for mention, chance in chances.items():
        key = cluster[mention] if mention >= 0 else -1
        total[key] = total.get(key, 0.0) + chance
    best = max(total, key=lambda key: (total[key], -key), default=-1)
    return None if best < 0 else best


class _Last(NamedTuple):
    """Whose words stood in which sentence, and who passed them on."""

    source: int | None
    sentence: int
    relay: int | None


@dataclass
class _Relays:
    """Ways to tell through whom words came; ``ends`` are those of the sentences."""

    text: str
    part: Part
    cluster: Sequence[int]
    sources: Sequence[int | None]
    traits: Mapping[int, Traits]
    ends: Sequence[int]
    #: The clusters of outlets, by the names that the tables have for them.
    outlets: dict[str, int] = field(default_factory=dict)
    #: Programmes: the cluster of their broadcaster, or their own if it is not named.
    aired_by: Mapping[int, int] = field(init=False)
    #: Platforms: no links of a chain.
    channels: set[int] = field(init=False)
    contents: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        words = list(called(self.text, self.part.mentions, self.cluster))
        for said, cluster in words:
            for name in outlets_named(said):
                self.outlets.setdefault(name, cluster)
        self.aired_by = {
            cluster: self.outlets.get(broadcaster, cluster)
            for said, cluster in words
            if (broadcaster := programme_of(said))
        }
        self.channels = {cluster for said, cluster in words if is_platform(said)}
        self.contents = sorted(
            span for one in self.part.found if one.within is None for span in one.content
        )

    def settled(self) -> dict[int, int | None]:
        """The relay of each attribution that is in no other."""
        outermost = [n for n, one in enumerate(self.part.found) if one.within is None]
        outermost.sort(key=lambda number: self.part.found[number].cue[0])
        latest: dict[int | None, _Last] = {}
        before = _Last(None, 0, None)
        relays: dict[int, int | None] = {}
        for number in outermost:
            one, source = self.part.found[number], self.sources[number]
            sentence = bisect_left(self.ends, one.cue[0][0] + 1)
            near = list(self._outlets_in(sentence, source))
            relay = self._learned(number)
            if relay is None:
                relay = self._named_with_source(number)
            told = next((c for place, c in near if self._leads_up_to(place, one)), None)
            if told is None and not near:
                told = self._gone_on_with(one, sentence, latest.get(source))
            relay = told if relay is None else relay
            if relay is None and not near:
                relay = self._poll(number, before)
            relay = None if relay is None else self.aired_by.get(relay, relay)
            relay = None if relay in self.channels or relay == source else relay
            relays[number] = relay
            before = _Last(source, sentence, relay)
            if source is not None:
                latest[source] = before._replace(relay=told)
        return relays

    def _learned(self, number: int) -> int | None:
        """The one that the network points at."""
        chances = self.part.custody[number].relays
        relay = most(chances, self.cluster)
        if relay is None or self.traits[relay].kind not in PASSING_ON:
            return None
        meant = max(
            (n for n in chances if n >= 0 and self.cluster[n] == relay), key=lambda n: chances[n]
        )
        place = self.part.mentions[meant].span[0]
        return None if _NO_RELAY.search(self.text[max(0, place - 20) : place + 4]) else relay

    def _named_with_source(self, number: int) -> int | None:
        """The outlet that a source is called after: "a Gazette source"."""
        source = self.part.custody[number].source
        if source is None:
            return None
        outlet = outlet_of_source(self.part.mentions[source].words(self.text))
        return None if outlet is None else self.outlets.get(outlet)

    def _outlets_in(self, sentence: int, source: int | None) -> Iterator[tuple[int, int]]:
        """Where outlets are named in a sentence, outside all contents, and their clusters."""
        mentions = self.part.mentions
        start = self.ends[sentence - 1] if sentence else 0
        first = bisect_left(mentions, start, key=lambda mention: mention.span[0])
        for number in range(first, len(mentions)):
            place, cluster = mentions[number].span[0], self.cluster[number]
            if sentence < len(self.ends) and place >= self.ends[sentence]:
                break
            content = bisect_right(self.contents, (place, len(self.text))) - 1
            quoted = content >= 0 and place < self.contents[content][1]
            is_outlet = self.traits[cluster].kind == "outlet" or cluster in self.aired_by
            if is_outlet and not quoted and cluster != source:
                yield place, cluster

    def _leads_up_to(self, place: int, one: Found) -> bool:
        """Whether the words before an outlet tell that it passes on what is said.

        Whoever is told something hears it from the source of that telling alone.
        """
        words = self.text[max(0, place - 20) : place].rstrip(" “\"‘'")
        if _TELLING.search(words) and not 0 <= place - one.cue[-1][1] <= _NEXT:
            return False
        return _THROUGH.search(words) is not None

    def _gone_on_with(self, one: Found, sentence: int, last: _Last | None) -> int | None:
        """The relay through which the source spoke last, if that was not long ago."""
        if last is None or last.source is None:
            return None
        start = self.ends[sentence - 1] if sentence else 0
        if _ELSEWHERE.search(self.text, start, one.content[0][0] if one.content else start):
            return None
        act = classify_act(" ".join(self.text[start:end] for start, end in one.cue))
        near = sentence - last.sentence <= GOES_ON.get(act, GOES_ON_OTHERWISE)
        return last.relay if near else None

    def _poll(self, number: int, before: _Last) -> int | None:
        """The poll before that a source was asked in."""
        own = self.part.custody[number].source
        if own is None or not self.traits[self.cluster[own]].plural:
            return None
        if not _ASKED.search(self.part.mentions[own].words(self.text)):
            return None
        for actor in (before.relay, before.source):
            if actor is not None and self.traits[actor].kind == "document":
                return actor
        return None
