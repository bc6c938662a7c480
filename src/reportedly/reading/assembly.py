"""Parts of a text → its ledger: entries with their ids, chains and references.

In: the article, what its parts were read as, its dates and hearsay markers. Out: the `Ledger`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from reportedly.ledger import (
    OUTLET,
    Act,
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Date,
    Position,
    Span,
    Spans,
)
from reportedly.reading.actors import Detail, actor_of, traits_of
from reportedly.reading.acts import act_before
from reportedly.reading.attribution import Found
from reportedly.reading.calibration import Calibration
from reportedly.reading.carried import carriers
from reportedly.reading.chains import chains, most, sources_of
from reportedly.reading.claims import FoundClaim
from reportedly.reading.hearsay import Marker
from reportedly.reading.mentions import Mention
from reportedly.reading.negation import is_negated, is_silence
from reportedly.reading.parts import Part
from reportedly.reading.positions import FoundPosition
from reportedly.reading.quotation import Quotation, quotation_kind
from reportedly.reading.resolution import clusters, own_clusters

#: A claim that begins more characters before some words does not hold them.
LONGEST_CLAIM: Final = 5000

#: A marker that begins so many characters before a cue may be one of it.
LONGEST_MARKER: Final = 12

#: Positions and conditions that are less likely right than this are left out: what is likelier to
#: mislead than to inform. `docs/experiments.md` has what other values gave.
LEAST_LIKELY: Final = {"positions": 0.2, "conditions": 0.25}

#: The name of an outlet that nobody tells: nothing is made up.
NAMELESS = ""


@dataclass(frozen=True)
class Surroundings:
    """What rules find in the text beside what was learned."""

    quotations: Sequence[Quotation]
    dates: Sequence[Date]
    markers: Sequence[Marker]
    sentences: Sequence[Span]


class Assembly:
    """Puts the entries of one article together."""

    def __init__(
        self,
        article: Article,
        part: Part,
        around: Surroundings,
        calibration: Mapping[str, Calibration],
        *,
        with_actors: bool = True,
    ) -> None:
        self.article = article
        self.part = part
        self.around = around
        self.calibration = calibration
        self.cluster = clusters(article.text, part.mentions, part.speakers)
        self.own = own_clusters(article, part.mentions, self.cluster)
        self.members: dict[int, list[Mention]] = {}
        for number, mention in zip(self.cluster, part.mentions, strict=True):
            self.members.setdefault(number, []).append(mention)
        self.traits = {n: traits_of(article.text, own) for n, own in self.members.items()}
        order = sorted(range(len(part.found)), key=lambda n: _place(part.found, n))
        self.names = {number: f"R{rank}" for rank, number in enumerate(order, start=1)}
        self.sources = sources_of(part, self.cluster)
        self.links = chains(article.text, part, self.cluster, self.traits, around.sentences)
        self.positions_held = list(self._held())
        self.carriers = carriers(article.text, part.found, part.claims)
        self.told = self._told()
        self.ids = self._ids()
        self.with_actors = with_actors
        self.actors = tuple(self._actors()) if with_actors else ()

    def _held(self) -> Iterator[tuple[FoundPosition, int, float]]:
        """Positions, whose they are by the scores or by the words around them, and how sure."""
        for position in self.part.positions:
            holder = most(position.holders, self.cluster)
            if holder is None and position.attribution is not None:
                holder = self.sources[position.attribution]
            if holder is None:
                continue
            confidence = self.calibration["positions"](position.support)
            if confidence >= LEAST_LIKELY["positions"]:
                yield position, holder, confidence

    def _ids(self) -> dict[int, str]:
        """Ids of the clusters that say, pass on or hold something, in order of first mentions."""
        acting = {link for links in self.links for link in links}
        acting -= self.own
        acting |= {holder for _, holder, _ in self.positions_held}
        ids = {cluster: f"A{rank}" for rank, cluster in enumerate(sorted(acting), start=1)}
        return ids | dict.fromkeys(sorted(self.own), OUTLET)

    def _actors(self) -> Iterator[Actor]:
        """The outlet, then everybody else."""
        details: dict[int, list[Detail]] = {}
        for detail in self.part.details:
            details.setdefault(self.cluster[detail.mention], []).append(detail)
        own = [m.span for cluster in sorted(self.own) for m in self.members[cluster]]
        yield Actor(
            id=OUTLET,
            name=self.article.outlet or NAMELESS,
            kind="outlet",
            named=True,
            anonymity="named",
            mentions=tuple(sorted(own)),
        )
        for cluster, identifier in self.ids.items():
            if identifier == OUTLET:
                continue
            yield actor_of(
                identifier,
                self.article.text,
                self.members[cluster],
                self.traits[cluster],
                details.get(cluster, ()),
                self.calibration["actors"],
            )

    def attributions(self) -> Iterator[Attribution]:
        """In the order in which they begin, outer ones before inner ones."""
        text = self.article.text
        said = self._days()
        carried: dict[int, list[Span]] = {}
        for claim, carrier in self.carriers.items():
            carried.setdefault(carrier, []).extend(self.part.claims[claim].spans)
        for number, name in self.names.items():
            one = self.part.found[number]
            cue = " ".join(text[a:b] for a, b in one.cue)
            source = " ".join(text[a:b] for a, b in one.source)
            negated = is_negated(cue, source)
            if negated and is_silence(" ".join(text[a:b] for a, b in one.content)):
                one = replace(one, cue=_together((*one.cue, *one.content), text), content=())
            owner = self.sources[number]
            yield Attribution(
                id=name,
                source=None if owner is None else self.ids[owner],
                source_spans=one.source,
                cue_spans=one.cue,
                content_spans=one.content,
                carried_spans=tuple(carried.get(number, ())),
                quotation=quotation_kind(one.content, text, self.around.quotations),
                act=self._act(cue, number),
                negated=negated,
                chain=self._chain(number),
                within=None if one.within is None else self.names[one.within],
                dates=tuple(said.get(number, ())),
                confidence=self.calibration["attributions"](one.evidence),
            )

    def _act(self, cue: str, number: int) -> Act:
        """What the cue does; only things show, people who "indicate" say."""
        content = " ".join(self.article.text[a:b] for a, b in self.part.found[number].content)
        act, source = act_before(cue, content), self.sources[number]
        people = source is not None and self.traits[source].kind not in ("document", "other")
        return "statement" if act == "evidence" and people else act

    def _chain(self, number: int | None) -> tuple[str, ...]:
        if not self.with_actors:
            return ()
        links = [] if number is None else self.links[number]
        return tuple(dict.fromkeys((OUTLET, *(self.ids[link] for link in links))))

    def _told(self) -> list[FoundClaim]:
        """The claims that there are: a refusal to comment yields none, and some are carried on."""
        silent = {
            number
            for number, one in enumerate(self.part.found)
            if is_silence(" ".join(self.article.text[a:b] for a, b in one.content))
        }
        return [
            replace(one, attribution=self.carriers.get(number, one.attribution))
            for number, one in enumerate(self.part.claims)
            if one.attribution not in silent
        ]

    def claims(self) -> Iterator[Claim]:
        """In the order in which they begin."""
        for rank, one in enumerate(self.told, start=1):
            whole = one.spans[0][0], one.spans[-1][1]
            markers = _within(self.around.markers, whole)
            if one.attribution is not None:
                # "Has reportedly argued that"; and "allegedly" may be all the cue there is.
                for start, end in self.part.found[one.attribution].cue:
                    near = _within(self.around.markers, (start - LONGEST_MARKER, end))
                    markers = sorted({*markers, *near})
            dates = _within(self.around.dates, whole)
            yield Claim(
                id=f"C{rank}",
                spans=one.spans,
                attribution=None if one.attribution is None else self.names[one.attribution],
                chain=self._chain(one.attribution),
                certainty=one.certainty,
                polarity=one.polarity,
                hearsay=any(one.whole and one.clause <= whole[0] for one in markers),
                markers=tuple(marker.span for marker in markers),
                time=one.time,
                dates=tuple(date for date in dates if _inside(date.span, one.spans)),
                confidence=self.calibration["claims"](one.evidence),
            )

    def _claim_around(self, spans: Spans, attribution: int | None) -> str | None:
        """The claim that holds most of some words, one of the same attribution if there is any."""
        first = bisect_left(self.told, spans[0][0] - LONGEST_CLAIM, key=lambda c: c.spans[0][0])
        last = bisect_right(self.told, spans[-1][1], key=lambda c: c.spans[0][0])
        held = [
            (one.attribution == attribution, common, -number)
            for number, one in enumerate(self.told[first:last], start=first)
            if (common := _common(one.spans, spans))
        ]
        return f"C{1 - max(held)[-1]}" if held else None

    def _days(self) -> dict[int, list[Date]]:
        """When it was said: dates in the sentence of a cue that are in nobody's content."""
        contents = sorted(
            span for one in self.part.found if one.within is None for span in one.content
        )
        ends = [end for _, end in self.around.sentences]
        cues: dict[int, list[tuple[int, int]]] = {}
        for number, one in enumerate(self.part.found):
            if one.within is None:
                place = one.cue[0][0]
                cues.setdefault(bisect_left(ends, place + 1), []).append((place, number))
        said: dict[int, list[Date]] = {}
        for date in self.around.dates:
            near = cues.get(bisect_left(ends, date.span[0] + 1))
            before = bisect_right(contents, (date.span[0], len(self.article.text)))
            if near and not _inside(date.span, contents[max(0, before - 1) : before]):
                place, number = min(near, key=lambda cue: abs(cue[0] - date.span[0]))
                if abs(place - date.span[0]) < 80:
                    said.setdefault(number, []).append(date)
        return said

    def positions(self) -> Iterator[Position]:
        """In the order of their targets."""
        for rank, (one, holder, confidence) in enumerate(self.positions_held, start=1):
            yield Position(
                id=f"P{rank}",
                actor=self.ids[holder],
                stance=one.stance,
                target_spans=one.target,
                claim=self._claim_around(one.target, one.attribution),
                attribution=None if one.attribution is None else self.names[one.attribution],
                evidence_spans=one.evidence,
                confidence=confidence,
            )

    def conditions(self) -> Iterator[Condition]:
        """In the order of their cues."""
        calibration = self.calibration["conditions"]
        sure = [
            (one, one.told if one.told is not None else calibration(one.evidence))
            for one in self.part.conditions
        ]
        likely = [pair for pair in sure if pair[1] >= LEAST_LIKELY["conditions"]]
        for rank, (one, confidence) in enumerate(likely, start=1):
            yield Condition(
                id=f"K{rank}",
                outcome_spans=one.outcome,
                requirement_spans=one.requirement,
                relation=one.relation,
                cue_spans=one.cue,
                claim=self._claim_around(one.outcome, one.attribution),
                attribution=None if one.attribution is None else self.names[one.attribution],
                confidence=confidence,
            )


_Marked = TypeVar("_Marked", Marker, Date)


def _within(marked: Sequence[_Marked], span: Span) -> list[_Marked]:
    """What of some marked places, which are in order, lies within a span."""
    first, last = (bisect_left(marked, end, key=lambda one: one.span[0]) for end in span)
    return [one for one in marked[first:last] if one.span[1] <= span[1]]


def _inside(span: Span, spans: Spans | list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _common(one: Spans, other: Spans) -> int:
    """How many characters some spans have in common with others."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _together(spans: Spans, text: str) -> Spans:
    """Spans in order, as one where only white space is between them."""
    result: list[Span] = []
    for start, end in sorted(spans):
        touches = result and not text[result[-1][1] : start].strip()
        result.append((result.pop()[0] if touches else start, end))
    return tuple(result)


def _place(found: Sequence[Found], number: int) -> tuple[int, int, int]:
    one = found[number]
    first = min(start for start, _ in (*one.source, *one.cue, *one.content))
    level = 0
    while one.within is not None:
        one, level = found[one.within], level + 1
    return first, level, number
