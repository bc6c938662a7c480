"""Clusters of mentions → actors: who they are, how named, in what office, how they know.

In: the mentions of a text, their clusters, and the words that the network takes for titles and the
like. Out: `Actor` entries.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from reportedly.ledger import Actor, ActorKind, Anonymity, Span
from reportedly.reading.attribution import Passage, characters
from reportedly.reading.calibration import Calibration
from reportedly.reading.decoding import likely_spans
from reportedly.reading.encoder import log_softmax
from reportedly.reading.heads import DETAILS, LAYERS
from reportedly.reading.mentions import Mention
from reportedly.reading.naming.descriptions import basis_span
from reportedly.reading.naming.governments import nationality_in
from reportedly.reading.naming.mentions import read_mention
from reportedly.reading.naming.names import parse_name

#: No mention is longer than this many characters.
LONGEST: Final = 400

#: How much a mention's words count beside the network's log-probabilities: those that tell for
#: sure, and those that only make it likely.
SURE: Final = 1.5
UNSURE: Final = 0.5

#: So much more they count for the kind, of which words tell more than of the rest.
KIND: Final = 3.0

#: Why a source has no name stands within this many characters behind it.
AFTER: Final = 120

#: Words further from a mention than this many characters say nothing of it.
REACH: Final = 60


class Detail(NamedTuple):
    """A title, an affiliation …: which field it fills, where it stands, and whose it is."""

    field: str
    span: Span
    mention: int


def find_details(passage: Passage, mentions: Sequence[Mention]) -> list[Detail]:
    """What is said about mentions beside their names."""
    found = []
    for tagged in likely_spans(passage.scores.layer("detail"), passage.tokens.continues):
        (span, *_) = characters(passage.tokens, [tagged])
        owner = _owner(span, mentions)
        if owner is not None:
            found.append(Detail(DETAILS[tagged.role], span, owner))
    return found


def _owner(span: Span, mentions: Sequence[Mention]) -> int | None:
    """The smallest mention around it that says more than it, else the nearest one before it."""
    best: tuple[int, int, int] | None = None
    first = bisect_left(mentions, span[0] - LONGEST, key=lambda mention: mention.span[0])
    for number in range(first, len(mentions)):
        start, end = mentions[number].span
        if start > span[1] + REACH:
            break
        inside = start <= span[0] and span[1] <= end
        if inside and (end - start) - (span[1] - span[0]) <= 4:
            continue
        gap = max(span[0] - end, start - span[1], 0)
        # After a mention ("Ana Ruiz, the mayor") it is more likely said of it than before one.
        cost = (0, end - start) if inside else (1, gap + (0 if end <= span[0] else 10))
        if (inside or gap <= REACH) and (best is None or (*cost, number) < best):
            best = (*cost, number)
    return None if best is None else best[-1]


class Traits(NamedTuple):
    """What kind of actor some mentions stand for; ``evidence`` is how sure that is."""

    kind: ActorKind
    anonymity: Anonymity
    plural: bool
    evidence: tuple[float, ...]


def traits_of(text: str, mentions: Sequence[Mention]) -> Traits:
    """By the network's scores, and by what the words tell."""
    told = [
        read_mention(mention.words(text), text[mention.span[1] : mention.span[1] + AFTER])
        for mention in mentions
    ]
    kinds = np.mean([mention.kind for mention in mentions], axis=0)
    anonymities = np.mean([mention.anonymity for mention in mentions], axis=0)
    plural = float(np.mean([mention.plural for mention in mentions]))
    for one in told:
        if one.form == "pronoun":
            continue
        share = (SURE if one.sure else UNSURE) / len(mentions)
        if one.kind:
            kinds[LAYERS["kind"].index(one.kind)] += share * KIND
        anonymities[LAYERS["anonymity"].index(one.anonymity)] += SURE / len(mentions)
        plural += share if one.plural else -share
    if any(one.form == "name" for one in told):
        anonymities[LAYERS["anonymity"].index("named")] += SURE
    if plural > 0:
        kinds[LAYERS["kind"].index("person")] = -np.inf
    kind, anonymity = int(kinds.argmax()), int(anonymities.argmax())
    return Traits(
        kind=LAYERS["kind"][kind],  # type: ignore[arg-type]
        anonymity=LAYERS["anonymity"][anonymity],  # type: ignore[arg-type]
        plural=plural > 0,
        evidence=(float(log_softmax(kinds)[kind]), float(log_softmax(anonymities)[anonymity])),
    )


def actor_of(
    identifier: str,
    text: str,
    mentions: Sequence[Mention],
    traits: Traits,
    details: Iterable[Detail],
    calibration: Calibration,
) -> Actor:
    """The actor that some mentions stand for."""
    words: dict[str, str] = {}
    justification = []
    for detail in details:
        if detail.field == "justification":
            justification.append(detail.span)
        else:
            found = " ".join(text[slice(*detail.span)].split())
            words[detail.field] = max(words.get(detail.field, ""), found, key=len)
    said = [mention.words(text) for mention in mentions]
    name = _name_of(said, words)
    if traits.anonymity != "named" and traits.kind in ("person", "group"):
        for one in said:
            if "nationality" not in words and (found_in := nationality_in(one)):
                words["nationality"] = found_in[0]
        if "basis" not in words and (basis := _basis(text, mentions)):
            words["basis"] = basis
    return Actor(
        id=identifier,
        name=name,
        kind=traits.kind,
        named=traits.anonymity == "named",
        anonymity=traits.anonymity,
        plural=traits.plural,
        mentions=tuple(mention.span for mention in mentions),
        justification_spans=tuple(justification),
        confidence=calibration(traits.evidence),
        **words,
    )


def _basis(text: str, mentions: Sequence[Mention]) -> str | None:
    """How a source knows, stated within a mention or right behind it."""
    for mention in mentions:
        start, end = mention.span
        stated = basis_span(text[start : end + AFTER])
        if stated is not None and stated[0] <= end - start + 2:
            return " ".join(text[start + stated[0] : start + stated[1]].split())
    return None


def _name_of(said: Sequence[str], words: dict[str, str]) -> str:
    """The fullest name without its title, which goes to ``words``; else the fullest description."""
    names = [parse_name(one) for one in said]
    proper = [name for name in names if name.form == "name"]
    if not proper:
        described = [one for one, name in zip(said, names, strict=True) if name.form != "pronoun"]
        return max(described or said, key=len)
    if titles := [name.title for name in proper if name.title and name.kind == "person"]:
        words.setdefault("title", max(titles, key=len))
    return max(proper, key=lambda name: (len(name.key), len(name.proper))).proper
