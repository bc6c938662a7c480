"""A stretch of text → all that the network's scores tell of it, before it is put together.

In: the tokens of a stretch. Out: a `Part`; several of them make one. Scores are large and are
forgotten here; what is kept of them is small, so that a text of any length is read in bounded
memory.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from reportedly.ledger import LAYERS, Layer, Span
from reportedly.reading.actors import Detail, find_details
from reportedly.reading.attribution import Found, Network, Reading, find_attributions
from reportedly.reading.citers import with_citers
from reportedly.reading.claims import FoundClaim, find_claims
from reportedly.reading.conditions import FoundCondition, find_conditions
from reportedly.reading.links import Distances
from reportedly.reading.mentions import Mention, find_mentions
from reportedly.reading.positions import FoundPosition, find_positions, on_conditions
from reportedly.reading.provenance import Custody, find_custody, find_speakers
from reportedly.reading.tokens import Tokens


@dataclass(frozen=True)
class Part:
    """What was found; numbers are positions in the lists of the same part."""

    found: list[Found] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    custody: list[Custody] = field(default_factory=list)
    speakers: list[int | None] = field(default_factory=list)
    claims: list[FoundClaim] = field(default_factory=list)
    positions: list[FoundPosition] = field(default_factory=list)
    conditions: list[FoundCondition] = field(default_factory=list)


def read_part(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Span],
    network: Network,
    layers: Collection[Layer] = LAYERS,
) -> Part:
    """Read a stretch.

    Args:
        text: the whole text.
        tokens: the stretch, its offsets those of the whole text.
        sentences: those of the stretch.
        network: see `Network`.
        layers: what to read beside attributions; positions need actors.
    """
    reading = with_citers(text, find_attributions(tokens, network))
    return part_of(text, reading, sentences, network.distances, layers)


def part_of(
    text: str,
    reading: Reading,
    sentences: Sequence[Span],
    distances: Distances,
    layers: Collection[Layer] = LAYERS,
) -> Part:
    """All that the scores of a stretch tell, beside the attributions found in it."""
    stretch = reading.passages[0]
    sources = [
        reading.passages[one.passage].tokens.places[one.source_at]
        for one in reading.found
        if one.source
    ]
    mentions: list[Mention] = []
    if "actors" in layers:
        mentions = find_mentions(text, stretch, distances, sources)
    custody = find_custody(text, reading, mentions, distances)
    conditions: list[FoundCondition] = []
    if "conditions" in layers or "positions" in layers:
        conditions = find_conditions(text, reading, sentences)
    positions: list[FoundPosition] = []
    if "positions" in layers:
        found = find_positions(text, reading, mentions, custody, distances)
        positions = on_conditions(found, [(one.outcome, one.requirement) for one in conditions])
    return Part(
        found=reading.found,
        mentions=mentions,
        details=find_details(stretch, mentions) if mentions else [],
        custody=custody,
        speakers=find_speakers(reading, mentions, custody),
        claims=find_claims(reading, sentences) if "claims" in layers else [],
        positions=positions,
        conditions=conditions if "conditions" in layers else [],
    )


def joined(parts: Sequence[Part]) -> Part:
    """Several parts as one, their numbers counted on."""
    whole = Part()
    for part in parts:
        found, mentions = len(whole.found), len(whole.mentions)

        def moved(number: int | None, by: int = found) -> int | None:
            return None if number is None else number + by

        def chances(row: dict[int, float], by: int = mentions) -> dict[int, float]:
            return {key + by if key >= 0 else key: value for key, value in row.items()}

        whole.found.extend(replace(one, within=moved(one.within)) for one in part.found)
        whole.mentions.extend(
            replace(one, antecedents=chances(one.antecedents)) for one in part.mentions
        )
        whole.details.extend(one._replace(mention=one.mention + mentions) for one in part.details)
        whole.custody.extend(
            Custody(moved(one.source, mentions), chances(one.relays)) for one in part.custody
        )
        whole.speakers.extend(moved(one, mentions) for one in part.speakers)
        whole.claims.extend(replace(one, attribution=moved(one.attribution)) for one in part.claims)
        whole.positions.extend(
            replace(one, holders=chances(one.holders), attribution=moved(one.attribution))
            for one in part.positions
        )
        whole.conditions.extend(
            replace(one, attribution=moved(one.attribution)) for one in part.conditions
        )
    return whole
