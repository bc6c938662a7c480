"""Tag scores to spans: the best tagging that is well-formed and cuts no word."""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from reportedly.reading.decoding import TokenSpan, best_tags, likely_tags, spans_of, tag
from reportedly.reading.heads import LAYERS, ROLES

TAGS = LAYERS["tags"]

LONGEST_BY_HAND = 4  # 13 tags on four tokens: 28,561 sequences to look at


def is_well_formed(tags: tuple[int, ...], continues: tuple[bool, ...]) -> bool:
    """The definition, read off the names of the tags; `best_tags` has it as numbers."""
    names = [TAGS[number] for number in tags]
    inside = None  # the role of the span that is open
    for name, goes_on in zip(names, continues, strict=True):
        part, _, role = name.partition("-")
        if inside is None and part in "IE":
            return False
        if inside is not None and (part not in "IE" or role != inside):
            return False
        if goes_on and part in "BS":
            return False
        inside = role if part in "BI" else None
    ends_word = [*(not goes_on for goes_on in continues[1:]), True]
    return inside is None and all(
        ends for name, ends in zip(names, ends_word, strict=True) if name[0] in "ES"
    )


@cache
def taggings(continues: tuple[bool, ...]) -> npt.NDArray[np.int64]:
    """All well-formed taggings, a row each."""
    every = itertools.product(range(len(TAGS)), repeat=len(continues))
    return np.array([tags for tags in every if is_well_formed(tags, continues)])


def score_of(
    tags: npt.NDArray[np.int64], scores: npt.NDArray[np.float32]
) -> npt.NDArray[np.float64]:
    sums: npt.NDArray[np.float64] = scores.astype(np.float64)[np.arange(len(scores)), tags].sum(-1)
    return sums


def score_arrays(tokens: int) -> st.SearchStrategy[npt.NDArray[np.float32]]:
    values = st.floats(-30, 0, width=32)
    return arrays.arrays(np.float32, (tokens, len(TAGS)), elements=values)


# The first token of a text begins a word.
word_marks = st.lists(st.booleans(), max_size=LONGEST_BY_HAND - 1).map(lambda m: (False, *m))


@settings(max_examples=60)
@given(word_marks, st.data())
def test_no_well_formed_tagging_scores_higher(
    continues: tuple[bool, ...], data: st.DataObject
) -> None:
    scores = data.draw(score_arrays(len(continues)))
    ours = best_tags(scores, np.array(continues))
    assert is_well_formed(tuple(ours.tolist()), continues)
    assert score_of(ours, scores) == pytest.approx(
        score_of(taggings(continues), scores).max(), abs=1e-3
    )


@settings(max_examples=60)
@given(st.integers(1, 300), st.integers(0, 2**32 - 1))
def test_long_texts_are_tagged_well_formed_too(tokens: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(scale=5, size=(tokens, len(TAGS))).astype(np.float32)
    continues = draw.random(tokens) < 0.4
    continues[0] = False
    tags = best_tags(scores, continues)
    assert is_well_formed(tuple(tags.tolist()), tuple(continues.tolist()))


@settings(max_examples=60)
@given(st.integers(1, 300), st.integers(0, 2**32 - 1))
def test_where_spans_are_unlikely_nothing_is_looked_for(tokens: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    scores = draw.normal(scale=3, size=(tokens, len(TAGS))).astype(np.float32)
    scores[:, 0] += draw.choice([0, 30], size=tokens)
    continues = draw.random(tokens) < 0.3
    continues[0] = False
    tags = likely_tags(scores, continues)
    assert is_well_formed(tuple(tags.tolist()), tuple(continues.tolist()))
    assert not tags[scores[:, 0] > 25].any()


def test_scores_are_left_as_they_were() -> None:
    scores = np.ones((3, len(TAGS)), dtype=np.float32)
    best_tags(scores, np.array([False, True, False]))
    assert (scores == 1).all()


def test_a_text_without_tokens_has_no_tags() -> None:
    tags = best_tags(np.zeros((0, len(TAGS)), np.float32), np.zeros(0, np.bool_))
    assert tags.tolist() == []


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5), st.integers(0, 2)), max_size=8))
def test_spans_written_as_tags_are_read_back(drawn: list[tuple[int, int, int]]) -> None:
    spans, tags = [], []
    for gap, length, role in drawn:
        tags += [0] * gap
        spans.append(TokenSpan(role, len(tags), len(tags) + length - 1))
        parts = [3] if length == 1 else [0, *[1] * (length - 2), 2]
        tags += [tag(role, part) for part in parts]
    assert spans_of(np.array(tags, dtype=np.int64)) == spans


def test_tags_are_named_for_their_numbers() -> None:
    named = {TAGS[tag(role, part)] for role in range(len(ROLES)) for part in range(4)}
    assert named == {f"{part}-{role}" for part in "BIES" for role in ROLES}
