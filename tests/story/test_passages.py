"""What one text has of another: every planted passage is found, and no other."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.story.copying.fingerprints import SHORTEST_MATCH, PlainWords, fingerprints
from reportedly.story.copying.passages import SHORTEST, passages

WORDS = [f"word{number}" for number in range(400)]


def text(draw: random.Random, count: int) -> list[str]:
    return [draw.choice(WORDS) for _ in range(count)]


@given(st.integers(0, 10_000), st.integers(SHORTEST_MATCH, 60))
def test_as_many_words_as_promised_are_always_found(seed: int, length: int) -> None:
    draw = random.Random(seed)
    common = text(draw, length)
    one = [*text(draw, draw.randint(0, 40)), *common, *text(draw, draw.randint(0, 40))]
    other = [*text(draw, draw.randint(0, 40)), *common, *text(draw, draw.randint(0, 40))]
    prints = [
        {f.hash for f in fingerprints(PlainWords.of(" ".join(side)))} for side in (one, other)
    ]
    assert prints[0] & prints[1]


@given(st.integers(0, 10_000), st.integers(30, 120), st.integers(0, 3))
def test_a_planted_passage_is_found_with_its_edits(seed: int, length: int, edits: int) -> None:
    draw = random.Random(seed)
    common = text(draw, length)
    changed = list(common)
    for _ in range(edits):
        changed[draw.randint(12, length - 12)] = f"new{draw.randint(0, 99)}"
    before, after = text(draw, 50), text(draw, 50)
    one = " ".join([*before, *common, *after])
    other = " ".join([*text(draw, 30), *changed, *text(draw, 30)])
    found = passages(PlainWords.of(one), PlainWords.of(other))
    assert found
    covered = sum(passage.words for passage in found)
    assert length - 12 * edits - 2 <= covered <= length + 4
    for passage in found:
        for old, new in passage.edits:
            assert passage.one[0] <= old[0] <= old[1] <= passage.one[1]
            assert passage.other[0] <= new[0] <= new[1] <= passage.other[1]
            assert one[slice(*old)] != other[slice(*new)] or old[0] == old[1]


@given(st.text(max_size=200), st.text(max_size=200))
def test_spans_lie_in_the_texts_and_a_text_is_found_in_itself(one: str, other: str) -> None:
    for passage in passages(PlainWords.of(one), PlainWords.of(other)):
        assert 0 <= passage.one[0] < passage.one[1] <= len(one)
        assert 0 <= passage.other[0] < passage.other[1] <= len(other)
        assert passage.words >= SHORTEST
    words = PlainWords.of(one)
    if len(words.plain) >= SHORTEST:
        assert sum(passage.words for passage in passages(words, words)) >= SHORTEST


@pytest.mark.parametrize(
    "other",
    [
        "The minister said on Monday that the bridge would be closed for repairs until June.",
        "",
        "Rain.",
        "rain " * 500,
    ],
)
def test_other_words_on_the_same_matter_are_no_passage(other: str) -> None:
    one = "On Monday the minister said that repairs would close the bridge, perhaps until June."
    assert passages(PlainWords.of(one), PlainWords.of(other)) == []


def test_marks_and_case_make_no_difference() -> None:
    one = "“We can’t go on like this,” said Ida Falk, who runs the port, on a wet Monday in May."
    other = one.upper().replace("’", "'").replace("“", '"').replace("”", '"').replace(" ", "\n")
    (passage,) = passages(PlainWords.of(one), PlainWords.of(other))
    assert passage.edits == ()
    assert one[slice(*passage.one)].startswith("We can’t")


def test_a_repetitive_text_ends_in_time() -> None:
    one = "no more rain and no more wind but sun " * 3000
    other = "no more rain and no more wind but sun or snow " * 3000
    assert passages(PlainWords.of(one), PlainWords.of(other))
