"""Which content hangs on which cue, and which source a cue has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.decoding import TokenSpan
from reportedly.reading.links import (
    DISTANCES,
    DistanceBias,
    LinkVectors,
    distance_buckets,
    link_contents,
    link_sources,
)

SOURCE, CUE, CONTENT = range(3)
NO_BIAS = DistanceBias(np.zeros(DISTANCES, np.float32), np.zeros(DISTANCES, np.float32))


@dataclass(frozen=True)
class SeenWindow:
    left: int
    right: int
    links: LinkVectors


def window(
    left: int, right: int, pull: dict[tuple[int, int], float], no_source: float = 0.0
) -> SeenWindow:
    """A window in which token a is drawn to token b by pull[a, b], whatever is linked."""
    count = right - left
    query = np.zeros((count, count), np.float32)
    for (start, end), strength in pull.items():
        query[start - left, end - left] = strength
    key = np.eye(count, dtype=np.float32)
    none = np.full(count, no_source, np.float32)
    return SeenWindow(left, right, LinkVectors(query, key, query, key, none))


def test_a_content_hangs_on_the_cue_that_it_points_at() -> None:
    contents = [TokenSpan(CONTENT, 0, 1), TokenSpan(CONTENT, 7, 9)]
    cues = [TokenSpan(CUE, 3, 3), TokenSpan(CUE, 5, 5)]
    seen = [window(0, 10, {(0, 5): 9, (1, 5): 9, (7, 3): 9, (8, 3): 9, (9, 3): 9})]
    links = link_contents(contents, cues, seen, NO_BIAS)
    assert [(link.start, link.end) for link in links] == [(0, 1), (1, 0)]
    assert all(link.probability > 0.99 for link in links)


def test_all_tokens_of_a_content_have_a_say() -> None:
    cues = [TokenSpan(CUE, 3, 3), TokenSpan(CUE, 5, 5)]
    seen = [window(0, 6, {(0, 3): 2, (1, 5): 2, (2, 5): 2})]
    assert link_contents([TokenSpan(CONTENT, 0, 2)], cues, seen, NO_BIAS)[0].end == 1


def test_a_cue_has_no_source_if_none_is_better() -> None:
    cues, sources = [TokenSpan(CUE, 2, 2)], [TokenSpan(SOURCE, 0, 0)]
    drawn = {(2, 0): 3.0}
    assert link_sources(cues, sources, [window(0, 3, drawn, 1)], NO_BIAS)[0].end == 0
    assert link_sources(cues, sources, [window(0, 3, drawn, 5)], NO_BIAS)[0].end is None
    assert link_sources(cues, [], [window(0, 3, {})], NO_BIAS)[0].end is None


def test_windows_that_see_both_ends_are_averaged() -> None:
    cues, sources = [TokenSpan(CUE, 5, 5)], [TokenSpan(SOURCE, 4, 4), TokenSpan(SOURCE, 6, 6)]
    sure, unsure = window(0, 8, {(5, 4): 9}, -9), window(3, 9, {(5, 6): 1}, -9)
    [link] = link_sources(cues, sources, [sure, unsure], NO_BIAS)
    assert link.end == 0
    assert link.probability == pytest.approx((1 + 1 / (1 + np.e)) / 2, abs=1e-3)


def test_a_content_that_no_window_sees_with_a_cue_hangs_on_none() -> None:
    contents, cues = [TokenSpan(CONTENT, 0, 1)], [TokenSpan(CUE, 5, 5)]
    seen = [window(0, 4, {}), window(4, 8, {})]
    assert [link.end for link in link_contents(contents, cues, seen, NO_BIAS)] == [None]


def test_a_content_over_the_edge_of_a_window_is_judged_by_what_can_be_seen_of_it() -> None:
    contents, cues = [TokenSpan(CONTENT, 2, 5)], [TokenSpan(CUE, 0, 0), TokenSpan(CUE, 7, 7)]
    seen = [window(0, 4, {(2, 0): 9, (3, 0): 9}), window(3, 8, {(3, 7): 1, (4, 7): 1, (5, 7): 1})]
    [link] = link_contents(contents, cues, seen, NO_BIAS)
    # Two tokens are sure of the first cue, which they alone see; three see the second alone.
    assert link.end == 1
    assert link.probability == pytest.approx(3 / 5)


def test_distance_speaks_where_the_words_do_not() -> None:
    cues = [TokenSpan(CUE, 0, 0), TokenSpan(CUE, 12, 12)]
    falling = -(np.arange(DISTANCES) % (DISTANCES // 2)).astype(np.float32)
    near = DistanceBias(content_to_cue=falling, cue_to_source=NO_BIAS.cue_to_source)
    [link] = link_contents([TokenSpan(CONTENT, 9, 10)], cues, [window(0, 13, {})], near)
    assert link.end == 1


def test_even_chances_go_to_the_first_in_the_text() -> None:
    cues = [TokenSpan(CUE, 0, 0), TokenSpan(CUE, 4, 4)]
    [link] = link_contents([TokenSpan(CONTENT, 2, 2)], cues, [window(0, 5, {})], NO_BIAS)
    assert (link.end, link.probability) == (0, 0.5)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_buckets_tell_directions_apart_and_grow_with_distance(one: int, other: int) -> None:
    near, far = sorted((one, other))
    ahead_near, ahead_far, back_near, back_far = distance_buckets(
        np.array([near, far, -near, -far])
    ).tolist()
    assert 0 <= ahead_near <= ahead_far < DISTANCES // 2
    if near:
        assert (back_near, back_far) == (ahead_near + DISTANCES // 2, ahead_far + DISTANCES // 2)
