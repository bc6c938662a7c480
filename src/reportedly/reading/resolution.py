"""Mentions → who is who: the clusters of mentions that mean one actor.

In: the mentions of a text in order, each with its chances of meaning the same as those before it.
Out: for each the number of its cluster. Names are compared by their words over the whole text;
pronouns and descriptions go by what was learned, among the clusters that their words allow. As in
models with features of clusters (Durrett & Klein 2013), what counts is all of a cluster's chances.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reportedly.ledger import ActorKind, Article, Span
from reportedly.reading.mentions import Mention
from reportedly.reading.naming.mentions import Mention as Words
from reportedly.reading.naming.mentions import read_mention
from reportedly.reading.naming.name_words import Name
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.outlets import is_generic_outlet, outlets_named
from reportedly.reading.naming.pronouns import Features, Gender, Pronoun, agrees, pronoun
from reportedly.reading.naming.same_names import fits, same_name

#: A name that can mean nobody known joins a cluster without a name only on this much evidence, and
#: a pronoun, which nearly always means somebody, on this little.
NAME_JOINS: Final = 0.6
PRONOUN_JOINS: Final = 0.05


#: Whoever was named two by two just before.
_PAIR: Final = re.compile(
    r"(?:the|these|those|both|both the) (?:two\b|pair$|duo$|couple$)|both [a-z]+$"
)

#: What stands between a description and the name that it is of: "his envoy, Ann Holt".
_APPOSITION: Final = re.compile(r",\s+")

#: A name that was not heard before is compared with so many of the latest names, so that the time
#: that a text takes grows with its length alone.
RECENT: Final = 200

_UNSETTLED: Final = -1


@dataclass
class _Cluster:
    """Whoever some mentions mean, and what their words tell."""

    names: list[Name] = field(default_factory=list)
    kinds: set[ActorKind] = field(default_factory=set)
    genders: Counter[Gender] = field(default_factory=Counter)
    plural: bool | None = None
    animate: bool | None = None

    def add(self, words: str, told: Words) -> None:
        if told.form == "name" and (name := parse_name(words)) not in self.names:
            self.names.append(name)
        if told.gender:
            self.genders[told.gender] += 2 if told.form == "pronoun" else 1
        if told.form != "pronoun" and told.sure and told.kind:
            self.kinds.add(told.kind)
            self.plural = told.plural
            self.animate = told.features.animate

    @property
    def features(self) -> Features:
        """What a pronoun must agree with."""
        gender = self.genders.most_common(1)[0][0] if self.genders else None
        return Features(self.plural, self.animate, gender)


def clusters(
    text: str, mentions: Sequence[Mention], speakers: Sequence[int | None] = ()
) -> list[int]:
    """The number of each mention's cluster.

    Args:
        text: what the mentions are of.
        mentions: in order.
        speakers: for each the mention of the one in whose words it stands, if it is known; "I" is
            that one, and "you" or a "he" within quotation marks is not.
    """
    resolver = _Resolver([_UNSETTLED] * len(mentions))
    speakers = speakers or [None] * len(mentions)
    waiting = [
        (number, speaker)
        for number, (mention, speaker) in enumerate(zip(mentions, speakers, strict=True))
        if not resolver.settle(text, number, mention, speaker) and speaker is not None
    ]
    for number, speaker in waiting:
        resolver.owner[number] = resolver.owner[speaker]
    for number, cluster in enumerate(resolver.owner):
        if cluster == _UNSETTLED:  # its speaker is an "I" that waits itself
            resolver.owner[number] = resolver.new()
    return resolver.owner


@dataclass
class _Resolver:
    """The cluster of each mention so far, and what is known of the clusters.

    ``named`` are the clusters with a name that were mentioned last, the latest at the end; ``open``
    the mentions that the next one may stand within.
    """

    owner: list[int]
    known: list[_Cluster] = field(default_factory=list)
    named: dict[int, None] = field(default_factory=dict)
    by_words: dict[str, int] = field(default_factory=dict)
    last: tuple[int, int, Words | None] = (0, 0, None)
    open: list[tuple[Span, int]] = field(default_factory=list)

    def new(self) -> int:
        """One more cluster."""
        self.known.append(_Cluster())
        return len(self.known) - 1

    def settle(self, text: str, number: int, mention: Mention, speaker: int | None) -> bool:
        """Put a mention into a cluster, unless it must wait until its speaker is known."""
        words = mention.words(text)
        told, word = read_mention(words), pronoun(words)
        first_person = speaker is not None and word is not None and word.person == 1
        if first_person and word is not None and not word.plural:
            return False
        chances = self._chances(mention)
        if speaker is not None and word and _is_another(word, mention):
            chances.pop(self.owner[speaker], None)
        if (before := self._apposed(text, mention, told)) is not None:
            chances[before] = 1.0
        self.open.append((mention.span, number))
        none = mention.antecedents.get(-1, 0.0)
        named = dict.fromkeys(self.named)
        if words in self.by_words:
            named[self.by_words[words]] = None
        for around in self._around(mention, told):
            chances.pop(around, None)
            named.pop(around, None)
        chosen = _chosen(words, told, chances, none, self.known, named)
        if chosen is None and first_person:
            return False
        chosen = self.new() if chosen is None else chosen
        self.known[chosen].add(words, told)
        self.last = mention.span[1], chosen, told
        if told.form == "name":
            self.by_words[words] = chosen
            self.named.pop(chosen, None)
            self.named[chosen] = None
            if len(self.named) > RECENT:
                del self.named[next(iter(self.named))]
        self.owner[number] = chosen
        return True

    def _chances(self, mention: Mention) -> dict[int, float]:
        """How likely a mention means each cluster."""
        chances: dict[int, float] = {}
        for place, chance in mention.antecedents.items():
            if place >= 0 and self.owner[place] >= 0:
                cluster = self.owner[place]
                chances[cluster] = chances.get(cluster, 0.0) + chance
        return chances

    def _around(self, mention: Mention, told: Words) -> Iterator[int]:
        """The clusters of mentions that a mention stands within, and so cannot mean.

        That is "her" in "her husband" (i within i; Chomsky 1981), but not "he" in "a man who says
        that he knows".
        """
        start, end = mention.span
        self.open = [(span, number) for span, number in self.open if span[1] >= end]
        for span, number in self.open:
            if span != mention.span and (told.form != "pronoun" or span[0] == start):
                yield self.owner[number]

    def _apposed(self, text: str, mention: Mention, told: Words) -> int | None:
        """The cluster of the description that a name stands in apposition to, or the reverse."""
        end, before, said = self.last
        if said is None or {said.form, told.form} != {"name", "description"}:
            return None
        apposed = said.kind == told.kind and _APPOSITION.fullmatch(text, end, mention.span[0])
        return before if apposed and not self.known[before].names else None


def _is_another(word: Pronoun, mention: Mention) -> bool:
    """Whether a pronoun in somebody's words means somebody else."""
    return word.person == 2 or (word.person == 3 and not word.plural and mention.quoted)


def _chosen(
    words: str,
    told: Words,
    chances: dict[int, float],
    none: float,
    known: Sequence[_Cluster],
    named: Iterable[int],
) -> int | None:
    """The cluster that a mention joins, if any; ``named`` are those that a name may join."""
    needed = none
    if told.form == "name":
        name = parse_name(words)
        ranked = [
            (grade, chances.get(number, 0.0), number)
            for number in named
            if (grade := fits(name, known[number].names))
        ]
        if ranked:
            return max(ranked)[-1]
        chances = {n: chance for n, chance in chances.items() if not known[n].names}
        needed = max(none, NAME_JOINS)
    elif told.form == "pronoun":
        chances = {n: c for n, c in chances.items() if agrees(words, known[n].features)}
        needed = min(none, PRONOUN_JOINS)
    elif (latest := _latest(words, known, named)) is not None:
        return latest
    elif told.sure and told.kind:
        kind = told.kind
        chances = {n: c for n, c in chances.items() if not known[n].kinds or kind in known[n].kinds}
    best = max(chances, key=lambda number: (chances[number], -number), default=None)
    return best if best is not None and chances[best] > needed else None


def _latest(words: str, known: Sequence[_Cluster], named: Iterable[int]) -> int | None:
    """The last outlet for "the paper", the last pair for "the two nations"."""
    folded = words[:1].lower() + words[1:]
    if _PAIR.match(folded):
        fitting = [n for n in named if any(len(name.members) == 2 for name in known[n].names)]
    elif folded.startswith("the ") and is_generic_outlet(folded):
        fitting = [n for n in named if "outlet" in known[n].kinds]
    else:
        fitting = []
    return fitting[-1] if fitting else None


def own_clusters(article: Article, mentions: Sequence[Mention], cluster: Sequence[int]) -> set[int]:
    """The clusters that mean the outlet itself, if its name is known."""
    if not article.outlet:
        return set()
    outlet = parse_name(article.outlet)
    meant = set(outlets_named(article.outlet))
    own = set()
    for words, number in called(article.text, mentions, cluster):
        name = parse_name(words)
        if name.form == "name" and (
            same_name(name, outlet) != "no" or meant & set(outlets_named(name.proper))
        ):
            own.add(number)
    return own


def called(
    text: str, mentions: Sequence[Mention], cluster: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """The words of each mention, and the number of its cluster."""
    for mention, number in zip(mentions, cluster, strict=True):
        yield mention.words(text), number
