"""Scores → conditions: what hangs (outcome) on what (requirement).

In: a reading and the sentences of its text. Out: `FoundCondition`. The learned tags mark the words
that tie the two together; each takes the outcome and the requirement nearest to it in its sentence.
Of if-clauses, `reportedly.reading.if_clauses` tells more than they do; and what they miss,
`reportedly.reading.condition_words` may tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reportedly.ledger import Relation, Span, Spans
from reportedly.reading.attribution import Reading, characters
from reportedly.reading.condition_words import Told, conditions_in
from reportedly.reading.decoding import TokenSpan, likely_spans
from reportedly.reading.encoder import log_softmax
from reportedly.reading.heads import LAYERS, PARTS_OF_CONDITION
from reportedly.reading.if_clauses import if_clauses
from reportedly.reading.links import tokens_of
from reportedly.reading.positions import innermost

_OUTCOME, _REQUIREMENT, _CUE = range(len(PARTS_OF_CONDITION))


#: How often what words tell is a condition: 45 of 60 times in train and the passages, if-clauses
#: 282 of 422 times in train.
BY_WORDS: Final = 0.75
BY_IF_CLAUSES: Final = 0.67


@dataclass(frozen=True)
class FoundCondition:
    """A condition; ``attribution`` is the position of the one whose content it stands in.

    ``evidence`` is what its confidence is estimated from; what words tell is right as often as
    ``told``.
    """

    relation: Relation
    outcome: Spans
    requirement: Spans
    cue: Spans
    attribution: int | None
    evidence: tuple[float, ...] = ()
    told: float | None = None


def find_conditions(text: str, reading: Reading, sentences: Sequence[Span]) -> list[FoundCondition]:
    """All conditions of a text, in the order of their cues.

    If-clauses are told by their words, whatever else by tags, and what these miss by words.
    """
    found: list[FoundCondition] = []
    for more in (
        _by_words(text, reading, sentences, if_clauses, BY_IF_CLAUSES),
        _by_tags(reading, sentences),
        _by_words(text, reading, sentences, conditions_in, BY_WORDS),
    ):
        taken = [span for condition in found for span in condition.cue]
        found += [one for one in more if not _touches(one.cue, taken)]
    return sorted(found, key=lambda condition: condition.cue)


def _touches(spans: Spans, others: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _by_tags(reading: Reading, sentences: Sequence[Span]) -> list[FoundCondition]:
    text = reading.passages[0]
    tokens, scores = text.tokens, text.scores
    spans = likely_spans(scores.layer("condition"), tokens.continues)
    tags = log_softmax(scores.layer("condition"))
    starts = tokens.starts[[span.first for span in spans]]
    sentence = np.searchsorted([end for _, end in sentences], starts, side="right")
    found = []
    for number, cue in enumerate(spans):
        if cue.role != _CUE:
            continue
        near = [s for s, own in zip(spans, sentence, strict=True) if own == sentence[number]]
        requirement = _nearest([s for s in near if s.role == _REQUIREMENT], cue)
        outcome = _nearest([s for s in near if s.role == _OUTCOME], cue)
        if requirement is None or outcome is None:
            continue
        relations = log_softmax(scores.layer("relation")[tokens_of(cue)].mean(axis=0))
        at = np.concatenate([tokens_of(span) for span in (cue, outcome, requirement)])
        best = int(relations.argmax())
        cue_spans = characters(tokens, [cue])
        found.append(
            FoundCondition(
                relation=LAYERS["relation"][best],  # type: ignore[arg-type]
                outcome=characters(tokens, [outcome]),
                requirement=characters(tokens, [requirement]),
                cue=cue_spans,
                attribution=innermost(reading, cue_spans[0]),
                evidence=(float(relations[best]), float(tags[at, 1:].max(axis=1).mean())),
            )
        )
    return found


def _by_words(
    text: str,
    reading: Reading,
    sentences: Sequence[Span],
    rule: Callable[[str, Span], Iterable[Told]],
    chance: float,
) -> list[FoundCondition]:
    return [
        FoundCondition(
            relation=told.relation,
            outcome=(told.outcome,),
            requirement=(told.requirement,),
            cue=(told.cue,),
            attribution=innermost(reading, told.cue),
            told=chance,
        )
        for sentence in sentences
        for told in rule(text, sentence)
    ]


def _nearest(spans: Sequence[TokenSpan], to: TokenSpan) -> TokenSpan | None:
    return min(
        spans,
        key=lambda span: (max(span.first - to.last, to.first - span.last), span.first),
        default=None,
    )
