"""Scores → positions: who stands where towards which proposal.

In: a reading and its mentions. Out: `FoundPosition`, with the chances that each mention is the one
whose position it is. The learned tags mark the narrowest words that name a proposal (the target),
and those that show the stance (the evidence). What an act itself requests or proposes ("called for
X") is a position also where no tag marks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from reportedly.ledger import Act, Span, Spans, Stance
from reportedly.reading.acts import act_before
from reportedly.reading.attribution import Reading, characters
from reportedly.reading.decoding import TokenSpan, likely_spans
from reportedly.reading.encoder import log_softmax
from reportedly.reading.heads import LAYERS
from reportedly.reading.links import Distances, likely, pointing, tokens_of
from reportedly.reading.mentions import Mention
from reportedly.reading.negation import is_negated
from reportedly.reading.provenance import Custody

#: Acts that take a stance towards what they are about. Of such attributions in the annotated train
#: articles, 64 to 83 % hold a position on their content, nearly all of them with this stance; of
#: desires, orders, warnings and doubts less than half do.
STANCE_OF_ACT: Final[dict[Act, Stance]] = {
    "support": "supports",
    "opposition": "opposes",
    "proposal": "proposes",
    "request": "requests",
    "offer": "offers",
    "promise": "intends",
    "intention": "intends",
}
STANCE_OF_DENIED_ACT: Final[dict[Act, Stance]] = {
    "support": "withholds",
    "promise": "withholds",
    "intention": "opposes",
}

#: The log-probability that an act's stance is the right one.
BY_ACT: Final = -0.1

#: Stands for a log-probability where no act tells the stance.
NO_ACT: Final = -1.0

#: Acts of these stances are positions on their contents also where no tag marks a target. Of such
#: contents in 384 train articles, read by models that had not learned from them, 12 of 57 are
#: right; of those supported, opposed, offered, promised and intended 27 of 283.
UNTAGGED: Final = ("proposes", "requests")

#: What is opposed, withheld or met with reluctance though something hangs on it is so on that
#: condition: 59 of 76 such targets in the annotated train articles, those that the readers called
#: conditional included.
HANGING: Final = ("opposes", "reluctant", "withholds")

#: Evidence further from its target than this many tokens is not its own.
REACH: Final = 12


@dataclass(frozen=True)
class FoundPosition:
    """A position; ``holders`` are the chances of each mention, ``attribution`` is a position.

    ``evidence`` are the words that show it, ``support`` is what its confidence is estimated from.
    """

    stance: Stance
    target: Spans
    evidence: Spans
    holders: dict[int, float]
    attribution: int | None
    support: tuple[float, ...]


def find_positions(
    text: str,
    reading: Reading,
    mentions: Sequence[Mention],
    custody: Sequence[Custody],
    distances: Distances,
) -> list[FoundPosition]:
    """All positions of a text, in the order of their targets.

    What an attribution's own act tells of the stance, and of whose it is, is surer than the scores.
    """
    acts = _stances_of_acts(text, reading, custody)
    found = [
        replace(
            one,
            stance=acts[one.attribution],
            holders={_source(custody, one): 1.0},
            support=(*one.support[:-1], 0.0),
        )
        if one.attribution in acts
        else one
        for one in _by_tags(reading, mentions, distances)
    ]
    found += _by_acts(reading, custody, acts, found)
    return sorted(found, key=lambda position: position.target)


def _by_tags(
    reading: Reading, mentions: Sequence[Mention], distances: Distances
) -> list[FoundPosition]:
    text = reading.passages[0]
    tokens, scores = text.tokens, text.scores
    targets = likely_spans(scores.layer("target"), tokens.continues)
    evidence = likely_spans(scores.layer("evidence"), tokens.continues)
    if not targets or not mentions:
        return []
    holders = pointing(
        "holder",
        [tokens_of(target) for target in targets],
        [mention.at for mention in mentions],
        scores.windows,
        distances,
    )
    tags = log_softmax(scores.layer("target"))
    stances = log_softmax(scores.layer("stance"))
    found = []
    for target, row in zip(targets, holders, strict=True):
        own = [one for one in evidence if _distance(one, target) <= REACH]
        shown = min(own, key=lambda one: _distance(one, target), default=target)
        at = np.union1d(tokens_of(target), tokens_of(shown))
        chances = log_softmax(stances[at].mean(axis=0))
        best = int(chances.argmax())
        spans = characters(tokens, [target])
        found.append(
            FoundPosition(
                stance=LAYERS["stance"][best],  # type: ignore[arg-type]
                target=spans,
                evidence=characters(tokens, [shown]),
                holders=likely(row),
                attribution=innermost(reading, spans[0]),
                support=(
                    float(chances[best]),
                    float(np.log(max(row.max(), 1e-6))),
                    float(tags[target.first : target.last + 1, 1:].max(axis=1).mean()),
                    NO_ACT,
                ),
            )
        )
    return found


def _stances_of_acts(
    text: str, reading: Reading, custody: Sequence[Custody]
) -> dict[int | None, Stance]:
    """The stance of each attribution that has a source and an act that takes one."""
    stances: dict[int | None, Stance] = {}
    for number, (one, own) in enumerate(zip(reading.found, custody, strict=True)):
        cue = " ".join(text[start:end] for start, end in one.cue)
        source = " ".join(text[start:end] for start, end in one.source)
        known = STANCE_OF_DENIED_ACT if is_negated(cue, source) else STANCE_OF_ACT
        content = " ".join(text[start:end] for start, end in one.content)
        stance = known.get(act_before(cue, content))
        if stance is not None and own.source is not None:
            stances[number] = stance
    return stances


def _source(custody: Sequence[Custody], one: FoundPosition) -> int:
    number = one.attribution
    source = None if number is None else custody[number].source
    return -1 if source is None else source


def _by_acts(
    reading: Reading,
    custody: Sequence[Custody],
    acts: Mapping[int | None, Stance],
    known: Sequence[FoundPosition],
) -> Iterator[FoundPosition]:
    """Positions of sources by their acts, unless one is known in the same content."""
    targets = tuple(span for position in known for span in position.target)
    for number, (one, own) in enumerate(zip(reading.found, custody, strict=True)):
        if acts.get(number) not in UNTAGGED or own.source is None:
            continue
        if _touches(one.content, targets):
            continue
        yield FoundPosition(
            stance=acts[number],
            target=one.content,
            evidence=tuple(sorted((*one.cue, *one.content))),
            holders={own.source: 1.0},
            attribution=number,
            support=(BY_ACT, 0.0, one.evidence[0], 0.0),
        )


def on_conditions(
    positions: Sequence[FoundPosition], conditions: Sequence[tuple[Spans, Spans]]
) -> list[FoundPosition]:
    """Positions, those against what hangs on something (`HANGING`) as conditional.

    Args:
        positions: as they were found.
        conditions: the outcome and the requirement of each condition.
    """
    return [
        replace(one, stance="conditional")
        if one.stance in HANGING
        and any(
            _touches(one.target, outcome) and not _touches(one.target, requirement)
            for outcome, requirement in conditions
        )
        else one
        for one in positions
    ]


def _touches(spans: Spans, others: Spans) -> bool:
    return any(start < b and a < end for start, end in spans for a, b in others)


def innermost(reading: Reading, span: Span) -> int | None:
    """The innermost attribution whose content holds the beginning of a span."""
    best = None
    for number, found in enumerate(reading.found):
        if any(start <= span[0] < end for start, end in found.content):
            best = number
    return best


def _distance(one: TokenSpan, other: TokenSpan) -> int:
    return max(one.first - other.last, other.first - one.last, 0)
