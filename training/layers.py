"""Annotated articles → rows of targets for every layer.

What is read in the first pass over a text is learned from the whole text: the outermost
attributions with their claims, and all actors, positions and conditions. What lies within a content
is read again on its own, and is learned from the content alone (`contents_of`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import numpy as np

from reportedly.ledger import Attribution, Span
from reportedly.reading.attribution import SHORTEST_NESTING, content_tokens
from reportedly.reading.heads import DETAILS, LAYERS, PARTS_OF_CONDITION
from reportedly.reading.tokens import Tokens, WordPieces
from training.annotation.gold import Gold, GoldActor
from training.annotation.notation import words_pattern
from training.examples import Example, example_of, guises_of, mark_attributions
from training.polnear import GoldAttribution
from training.targets import NONE, IntArray, Targets, token_spans

#: A title or an affiliation further from a mention than this many characters is not said of it.
NEAR: Final = 80


def mark_article(targets: Targets, gold: Gold, text: str) -> None:
    """All rows but the attributions' own."""
    _mark_nested(targets, gold)
    numbers = {actor.id: number for number, actor in enumerate(gold.actors)}
    _mark_actors(targets, gold.actors, text)
    outermost = [one for one in gold.attributions if one.within is None]
    known = {"A0"}
    for one in outermost:
        relays = [a for a in one.chain if a not in known and a != one.source and a in numbers]
        relay = numbers[relays[-1]] if relays else NONE
        targets.number("relay_of", one.cue_spans, relay)
    _mark_claims(targets, gold, {one.id for one in outermost} | {None})
    _mark_carried(targets, gold)
    _mark_positions(targets, gold, numbers)
    _mark_conditions(targets, gold)


def contents_of(gold: Gold, text: str, pieces: WordPieces) -> Iterator[Example]:
    """Each content of an article as a passage of its own, with what is attributed within it."""
    guises = guises_of(text, pieces)
    for outer in gold.attributions:
        positions = _positions(guises[0], outer)
        if len(positions) < SHORTEST_NESTING:
            continue
        inner = [one for one in gold.attributions if one.within == outer.id]
        a, b, c, d = (content_tokens(guise, positions) for guise in guises)
        targets = Targets(a)
        mark_attributions(targets, [marked(one) for one in inner])
        _mark_claims(targets, gold, {one.id for one in inner}, silent=False)
        yield example_of(gold.name, (a, b, c, d), targets)


def marked(one: Attribution) -> GoldAttribution:
    """An attribution as the corpus has it."""
    return GoldAttribution(one.source_spans, one.cue_spans, one.content_spans)


def _positions(tokens: Tokens, outer: Attribution) -> IntArray:
    spans = token_spans(tokens, outer.content_spans, 2)
    found = sorted(set(chain.from_iterable(range(s.first, s.last + 1) for s in spans)))
    return np.array(found, dtype=np.int64)


def _mark_nested(targets: Targets, gold: Gold) -> None:
    """Cues within contents, and the rest of contents."""
    outer = [one.content_spans for one in gold.attributions if one.within is None]
    inner = [one.cue_spans for one in gold.attributions if one.within is not None]
    targets.number("nested", chain.from_iterable(outer), 0)
    targets.number("nested", chain.from_iterable(inner), 1)


def _mark_actors(targets: Targets, actors: Iterable[GoldActor], text: str) -> None:
    owners = {
        mention: (number, actor)
        for number, actor in enumerate(actors)
        for mention in actor.mentions
    }
    # Longest first, so that at every token the innermost mention has the last word.
    mentions = sorted(owners, key=lambda span: (span[0] - span[1], span))
    levels = [sum(_holds(outer, span) for outer in mentions) for span in mentions]
    for row, level in (("mention", 0), ("inner", 1)):
        targets.tag(row, [(0, s) for s, own in zip(mentions, levels, strict=True) if own == level])
    for number, mention in enumerate(mentions):
        owner, actor = owners[mention]
        targets.number("mention_of", [mention], number)
        targets.number("actor_of", [mention], owner)
        targets.label("kind", [mention], actor.kind)
        targets.label("anonymity", [mention], actor.anonymity)
        targets.number("plural", [mention], int(actor.plural))
    targets.tag("detail", chain.from_iterable(_details(actor, text) for actor in actors))


def _holds(outer: Span, span: Span) -> bool:
    return outer != span and outer[0] <= span[0] and span[1] <= outer[1]


def _details(actor: GoldActor, text: str) -> Iterator[tuple[int, Span]]:
    """Title, affiliation and so on, where they stand nearest to one of the actor's mentions."""
    whole = actor.actor(text)
    for role, field in enumerate(DETAILS[:-1]):
        words = getattr(whole, field)
        pattern = re.compile(words_pattern(words).pattern if words else r"(?!)", re.IGNORECASE)
        places = [match.span() for match in pattern.finditer(text)]
        reach = [(min(_gap(place, m) for m in actor.mentions), place) for place in places
                 if actor.mentions]  # fmt: skip
        if reach and min(reach)[0] <= NEAR:
            yield role, min(reach)[1]
    for span in actor.justification_spans:
        yield len(DETAILS) - 1, span


def _gap(one: Span, other: Span) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _mark_claims(
    targets: Targets, gold: Gold, of: set[str | None] | set[str], *, silent: bool = True
) -> None:
    """Claims of some attributions; the rest of the text is silent, or not told."""
    values = targets["claim"]
    if silent:
        targets.fill("claim")
    for claim in gold.claims:
        if claim.attribution not in of:
            continue
        targets.label("claim", claim.spans, "inside")
        if spans := token_spans(targets.tokens, claim.spans, 0):
            values[spans[0].first] = LAYERS["claim"].index("begin")
        for row in ("certainty", "polarity", "time"):
            targets.label(row, claim.spans, getattr(claim, row))


def _mark_carried(targets: Targets, gold: Gold) -> None:
    targets.fill("carried")
    for one in gold.attributions:
        targets.label("carried", one.carried_spans, "carried")


def _mark_positions(targets: Targets, gold: Gold, numbers: dict[str, int]) -> None:
    for role in ("evidence", "target"):
        spans = [(getattr(one, f"{role}_spans"), one) for one in gold.positions]
        targets.tag(role, ((0, span) for own, _ in spans for span in own))
        for own, one in spans:
            targets.label("stance", own, one.stance)
            if one.actor in numbers:
                targets.number("holder_of", own, numbers[one.actor])


def _mark_conditions(targets: Targets, gold: Gold) -> None:
    targets.tag(
        "condition",
        (
            (role, span)
            for one in gold.conditions
            for role, part in enumerate(PARTS_OF_CONDITION)
            for span in getattr(one, f"{part}_spans")
        ),
    )
    for one in gold.conditions:
        targets.label("relation", one.cue_spans, one.relation)
