"""What points at what: contents at cues, cues at sources, mentions at those before them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.decoding import FloatArray, TokenSpan
from reportedly.reading.heads import POINTER_WIDTH, POINTERS, VECTOR_COUNT, VECTORS
from reportedly.reading.links import (
    DISTANCES,
    distance_buckets,
    likely,
    links,
    pointing,
)

SOURCE, CUE, CONTENT = range(3)
EVEN = {name: np.zeros(DISTANCES, np.float32) for name in POINTERS}


@dataclass(frozen=True)
class Window:
    left: int
    right: int
    vectors: FloatArray


def window(left: int, right: int, pull: dict[tuple[int, int], float]) -> Window:
    """A window in which token a is drawn to token b by pull[a, b], whatever points."""
    count = right - left
    query, key = np.zeros((2, count, POINTER_WIDTH), np.float32)
    for (start, end), strength in pull.items():
        query[start - left, end - left] = strength
    key[:, :count] = np.eye(count, dtype=np.float32)
    vectors = np.zeros((count, VECTOR_COUNT), np.float32)
    for name in POINTERS:
        vectors[:, VECTORS[f"{name}_query"].slice] = query
        vectors[:, VECTORS[f"{name}_key"].slice] = key
    return Window(left, right, vectors)


def ends(*positions: int) -> list[TokenSpan]:
    return [TokenSpan(CUE, position, position) for position in positions]


def test_a_content_hangs_on_the_cue_that_it_points_at() -> None:
    contents = [TokenSpan(CONTENT, 0, 1), TokenSpan(CONTENT, 7, 9)]
    seen = [window(0, 10, {(0, 5): 9, (1, 5): 9, (7, 3): 9, (8, 3): 9, (9, 3): 9})]
    found = links("cue", contents, ends(3, 5), seen, EVEN)
    assert [(link.start, link.end) for link in found] == [(0, 1), (1, 0)]
    assert all(link.probability > 0.99 for link in found)


def test_all_tokens_of_a_content_have_a_say() -> None:
    seen = [window(0, 6, {(0, 3): 2, (1, 5): 2, (2, 5): 2})]
    assert links("cue", [TokenSpan(CONTENT, 0, 2)], ends(3, 5), seen, EVEN)[0].end == 1


def test_a_cue_has_no_source_if_none_is_better() -> None:
    cue, source, seen = ends(2), [TokenSpan(SOURCE, 0, 0)], [window(0, 3, {(2, 0): 3.0})]
    for none, end in ((1.0, 0), (5.0, None)):
        scores = np.full(3, none, np.float32)
        assert links("source", cue, source, seen, EVEN, scores)[0].end == end
    assert links("source", cue, [], seen, EVEN, np.zeros(3, np.float32))[0].end is None


def test_windows_that_see_both_ends_are_averaged() -> None:
    sources, none = [TokenSpan(SOURCE, 4, 4), TokenSpan(SOURCE, 6, 6)], np.full(9, -9, np.float32)
    seen = [window(0, 8, {(5, 4): 9}), window(3, 9, {(5, 6): 1})]
    [link] = links("source", ends(5), sources, seen, EVEN, none)
    assert link.end == 0
    assert link.probability == pytest.approx((1 + 1 / (1 + np.e)) / 2, abs=1e-3)


def test_a_content_that_no_window_sees_with_a_cue_hangs_on_none() -> None:
    seen = [window(0, 4, {}), window(4, 8, {})]
    found = links("cue", [TokenSpan(CONTENT, 0, 1)], ends(5), seen, EVEN)
    assert [link.end for link in found] == [None]


def test_a_content_over_the_edge_of_a_window_is_judged_by_what_can_be_seen_of_it() -> None:
    seen = [window(0, 4, {(2, 0): 9, (3, 0): 9}), window(3, 8, {(3, 7): 1, (4, 7): 1, (5, 7): 1})]
    [link] = links("cue", [TokenSpan(CONTENT, 2, 5)], ends(0, 7), seen, EVEN)
    # Two tokens are sure of the first cue, which they alone see; three see the second alone.
    assert link.end == 1
    assert link.probability == pytest.approx(3 / 5)


def test_distance_speaks_where_the_words_do_not() -> None:
    falling = -(np.arange(DISTANCES) % (DISTANCES // 2)).astype(np.float32)
    near = EVEN | {"cue": falling}
    [link] = links("cue", [TokenSpan(CONTENT, 9, 10)], ends(0, 12), [window(0, 13, {})], near)
    assert link.end == 1


def test_even_chances_go_to_the_first_in_the_text() -> None:
    [link] = links("cue", [TokenSpan(CONTENT, 2, 2)], ends(0, 4), [window(0, 5, {})], EVEN)
    assert (link.end, link.probability) == (0, 0.5)


def test_a_mention_points_only_at_those_before_it_or_at_none() -> None:
    mentions = [np.array([0]), np.array([2, 3]), np.array([5])]
    seen = [window(0, 6, {(0, 5): 9, (2, 0): 9, (3, 0): 9, (5, 2): 9, (5, 3): 9})]
    none = np.full(6, 2.0, np.float32)
    chances = pointing("antecedent", mentions, mentions, seen, EVEN, none, backwards=True)
    assert chances.argmax(axis=1).tolist() == [3, 0, 1]
    assert chances[0].tolist() == [0, 0, 0, 1]
    assert chances.sum(axis=1) == pytest.approx(np.ones(3))
    # The second is pointed at as a whole: the mean of its two tokens draws 9 / 2 + 9 / 2.
    assert likely(chances[2])[1] == pytest.approx(1 / (1 + np.exp(-9) + np.exp(2 - 9)), abs=1e-3)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_buckets_tell_directions_apart_and_grow_with_distance(one: int, other: int) -> None:
    near, far = sorted((one, other))
    ahead_near, ahead_far, back_near, back_far = distance_buckets(
        np.array([near, far, -near, -far])
    ).tolist()
    assert 0 <= ahead_near <= ahead_far < DISTANCES // 2
    if near:
        assert (back_near, back_far) == (ahead_near + DISTANCES // 2, ahead_far + DISTANCES // 2)
