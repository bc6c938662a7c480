"""Contents as passages: what is attributed within them, in tokens, and several in one window."""

from __future__ import annotations

import json
import random

import msgspec
import numpy as np
import pytest

from reportedly.reading.decoding import spans_of
from reportedly.reading.heads import LABEL_COUNT, LAYERS
from reportedly.reading.model import find
from reportedly.reading.tokens import WordPieces
from tests.training.ferry import LINES, TASK, TEXT
from training.annotation.annotate import Check
from training.annotation.gold import Gold
from training.examples import packed, windows
from training.layers import contents_of, mark_article
from training.targets import IGNORED, NONE, ROWS, Targets


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.from_file(str(find("small") / "tokenizer.json"))


@pytest.fixture(scope="module")
def gold() -> Gold:
    checked = Check(TASK)
    checked.read([json.dumps(line) for line in LINES])
    return checked.gold()


def words(tokens: object, first: int, last: int) -> str:
    starts, ends = tokens.starts, tokens.ends  # type: ignore[attr-defined]
    return " ".join(TEXT[starts[first] : ends[last]].split())


def test_a_content_is_a_passage_with_its_own_attributions(pieces: WordPieces, gold: Gold) -> None:
    ferry, *others = contents_of(gold, TEXT, pieces)
    assert words(ferry.guises[0], 0, len(ferry.lesson) - 1) == "The ferry “will sail” in May"
    assert not ferry.targets[ROWS["tags"]].any()
    # "aides doubt it" is too short to hold a source, a cue and a content of five tokens.
    assert others == []


def test_what_is_said_within_a_content_is_tagged_in_it(pieces: WordPieces, gold: Gold) -> None:
    first, second, nested = gold.attributions
    wide = msgspec.structs.replace(second, content_spans=((51, 76),))
    gold = msgspec.structs.replace(gold, attributions=(first, wide, nested))
    _, content = contents_of(gold, TEXT, pieces)
    found = [
        (s.role, words(content.guises[0], s.first, s.last))
        for s in spans_of(content.targets[ROWS["tags"]])
    ]
    assert found == [(0, "aides"), (1, "doubt"), (2, "it")]
    source, cue, said = (span.first for span in spans_of(content.targets[ROWS["tags"]]))
    assert content.targets[ROWS["source_of"], cue] == source
    assert content.targets[ROWS["cue_of"], said] == cue


def test_cues_within_contents_are_told_from_the_rest_of_them(
    pieces: WordPieces, gold: Gold
) -> None:
    tokens = pieces(TEXT)
    targets = Targets(tokens)
    mark_article(targets, gold, TEXT)
    nested = targets["nested"]
    assert [words(tokens, i, i) for i in np.flatnonzero(nested == 1).tolist()] == ["doubt"]
    inside = " ".join(words(tokens, i, i) for i in np.flatnonzero(nested != IGNORED).tolist())
    assert inside == "The ferry “ will sail ” in May aide s doubt it"


def test_contents_share_a_window_without_pointing_at_each_other(
    pieces: WordPieces, gold: Gold
) -> None:
    [content] = contents_of(gold, TEXT, pieces)
    [window] = windows(content, 100, random.Random(1))
    size = len(window.ids)
    both, alone = packed([window] * 3, 2 * size + 2, (101, 102))
    assert len(alone.ids) == size
    assert both.ids.tolist() == [*window.ids, 102, 101, *window.ids]
    assert set(both.targets[:, size : size + 2].ravel().tolist()) == {IGNORED}
    assert set(both.targets[ROWS["source_of"]].tolist()) <= {NONE, IGNORED}
    assert both.lesson.shape == (2 * size + 2, LABEL_COUNT)


@pytest.fixture(scope="module")
def article(pieces: WordPieces, gold: Gold) -> Targets:
    targets = Targets(pieces(TEXT))
    mark_article(targets, gold, TEXT)
    return targets


def labelled(targets: Targets, row: str) -> dict[str, str]:
    """The words of each label that a row of targets gives."""
    labels = LAYERS[row]
    found: dict[str, list[int]] = {}
    for place, value in enumerate(targets[row].tolist()):
        if value >= 0:
            found.setdefault(labels[value] if len(labels) > 1 else str(value), []).append(place)
    return {
        label: " ".join(words(targets.tokens, place, place) for place in places)
        for label, places in found.items()
    }


def spans(targets: Targets, row: str) -> list[str]:
    return [words(targets.tokens, s.first, s.last) for s in spans_of(targets[row])]


def test_actors_are_learned_at_their_mentions(article: Targets) -> None:
    assert spans(article, "mention") == ["Mayor Ann Holt", "She", "she", "she"]
    assert spans(article, "inner") == []
    assert labelled(article, "kind") == {"person": "Mayor Ann Holt She she she"}
    assert labelled(article, "plural") == {"0": "Mayor Ann Holt She she she"}
    # All four mentions are one actor, and each is a mention of its own.
    told = article["mention_of"] != IGNORED
    assert len(set(article["mention_of"][told].tolist())) == 4
    assert len(set(article["actor_of"][told].tolist())) == 1


def test_a_title_is_learned_where_it_stands_beside_a_mention(article: Targets) -> None:
    assert spans(article, "detail") == ["Mayor"]


def test_claims_are_learned_with_all_that_is_said_of_them(article: Targets) -> None:
    claim = labelled(article, "claim")
    assert (claim["begin"], claim["inside"]) == ("The", "ferry “ will sail ”")
    assert labelled(article, "certainty") == {"certain": "The ferry “ will sail ”"}
    assert labelled(article, "time") == {"future": "The ferry “ will sail ”"}


def test_positions_and_conditions_are_learned(article: Targets) -> None:
    assert spans(article, "target") == ["sail"]
    assert labelled(article, "stance") == {"intends": "sail"}
    holder = article["holder_of"][article["holder_of"] != IGNORED]
    assert set(holder.tolist()) == set(article["actor_of"][article["mention_of"] == 0].tolist())
    assert spans(article, "condition") == ["It won't sail", "if", "it rains"]
    assert labelled(article, "relation") == {"if": "if"}


def test_a_cue_without_a_relay_points_at_none(article: Targets) -> None:
    told = article["relay_of"][article["relay_of"] != IGNORED]
    assert set(told.tolist()) == {NONE}
