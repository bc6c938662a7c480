"""Contents as passages: what is attributed within them, in tokens, and several in one window."""

from __future__ import annotations

import json
import random

import msgspec
import numpy as np
import pytest

from reportedly.reading.decoding import spans_of
from reportedly.reading.model import find
from reportedly.reading.tokens import WordPieces
from tests.training.ferry import LINES, TASK, TEXT
from training.annotation.annotate import Check
from training.annotation.gold import Gold
from training.contents import contents_of, nested_cues, packed
from training.examples import NONE, UNKNOWN, windows
from training.silver import IGNORED


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
    assert words(ferry.guises[0], 0, len(ferry.tags) - 1) == "The ferry “will sail” in May"
    assert not ferry.tags.any()
    # "aides doubt it" is too short to hold a source, a cue and a content of five tokens.
    assert others == []


def test_what_is_said_within_a_content_is_tagged_in_it(pieces: WordPieces, gold: Gold) -> None:
    first, second, nested = gold.attributions
    wide = msgspec.structs.replace(second, content_spans=((51, 76),))
    gold = msgspec.structs.replace(gold, attributions=(first, wide, nested))
    _, content = contents_of(gold, TEXT, pieces)
    found = [(s.role, words(content.guises[0], s.first, s.last)) for s in spans_of(content.tags)]
    assert found == [(0, "aides"), (1, "doubt"), (2, "it")]
    source, cue, said = (span.first for span in spans_of(content.tags))
    assert (content.source_of[cue], content.cue_of[said]) == (source, cue)


def test_cues_within_contents_are_told_from_the_rest_of_them(
    pieces: WordPieces, gold: Gold
) -> None:
    tokens = pieces(TEXT)
    nested = nested_cues(tokens, gold)
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
    assert both.tags[size : size + 2].tolist() == [IGNORED, IGNORED]
    assert set(both.source_of.tolist()) <= {NONE, UNKNOWN}
    assert both.lesson.shape == (2 * size + 2, 13)
