"""A real report of nine paragraphs that hardly says a thing in its own voice, entry by entry.

The text is somebody else's and lies beside the project, in ``../shared``; what a careful reader
marked in it, before the program had read it, is kept as offsets (`training/annotation/articles`).
Entries that the program does not get right yet are named in `docs/experiments.md`.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from reportedly.ledger import Article, Ledger
from reportedly.reading.reader import Reader
from training.annotation.compare import (
    aligned_actors,
    like_attributions,
    like_conditions,
    matched,
    matched_positions,
    with_mentions_of,
)
from training.annotation.gold import FOLDER, Gold

#: Attributions of the gold that are found with their whole chains.
CHAINS = tuple(f"N{number}" for number in range(1, 21) if number not in (16, 20))

#: Positions and conditions of the gold that are found.
POSITIONS = ("P2", "P4", "P5", "P6", "P12")
CONDITIONS = ("K1", "K2")


@pytest.fixture(scope="module")
def article(shared: Path) -> Article:
    return Article(text=(shared / "articles" / "reassurance-force.txt").read_bytes().decode())


@pytest.fixture(scope="module")
def gold(article: Article) -> Ledger:
    path = FOLDER / "articles" / "reassurance-force.json"
    return msgspec.json.decode(path.read_bytes(), type=Gold).ledger(article)


@pytest.fixture(scope="module")
def ours(article: Article, gold: Ledger) -> Ledger:
    return with_mentions_of(gold, Reader().read(article))


def test_who_says_what_through_whose_hands(gold: Ledger, ours: Ledger) -> None:
    actors = aligned_actors(gold.actors, ours.actors)
    pairs = matched(gold.attributions, ours.attributions, like_attributions)
    right = [a.id for a, b in pairs if tuple(actors.get(actor) for actor in a.chain) == b.chain]
    assert set(CHAINS) <= set(right), right


def test_who_stands_where(gold: Ledger, ours: Ledger) -> None:
    actors = aligned_actors(gold.actors, ours.actors)
    pairs = matched_positions(gold, ours, actors)
    right = [a.id for a, b in pairs if a.stance == b.stance]
    assert set(POSITIONS) <= set(right), right


def test_what_hangs_on_what(gold: Ledger, ours: Ledger) -> None:
    pairs = matched(gold.conditions, ours.conditions, like_conditions)
    right = [a.id for a, b in pairs if a.relation == b.relation]
    assert set(CONDITIONS) <= set(right), right
    # A concession and an indirect question are no conditions.
    text = ours.article.text
    assert not any("regardless" in text[slice(*s)] for k in ours.conditions for s in k.cue_spans)


def test_stray_markup_is_nobodys(ours: Ledger) -> None:
    end = len(ours.article.text.rstrip().removesuffix("“`").rstrip())
    for entry in ours.attributions:
        for _, stop in (*entry.source_spans, *entry.cue_spans, *entry.content_spans):
            assert stop <= end
