"""Windows: how they are cut, packed and put together again."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.encoder import (
    OVERLAP,
    WINDOW,
    WindowInput,
    WindowOutput,
    encode,
    window_edges,
)
from reportedly.reading.heads import LABEL_COUNT, LABELS
from reportedly.reading.tokens import Features, Tokens

START, STOP = 1, 2
VOCABULARY = 50

#: Scores of each vocabulary id, the same wherever it stands.
SCORES = np.random.default_rng(7).normal(size=(VOCABULARY, LABEL_COUNT)).astype(np.float32)


def passage(ids: list[int]) -> Tokens:
    count = len(ids)
    places = np.arange(count)
    flags = np.zeros(count, np.bool_)
    features = Features(places % 5, places % 3, places % 2)
    array = np.array(ids, dtype=np.int64)
    return Tokens(array, places, places + 1, flags, ~flags, places, features)


@dataclass
class ContextFree:
    """A network that looks at each token alone, and remembers the windows it was given."""

    seen: list[WindowInput] = field(default_factory=list)

    def __call__(self, window: WindowInput) -> WindowOutput:
        self.seen.append(window)
        ids = window.ids[0]
        vectors = ids[:, None].astype(np.float32)
        return WindowOutput(SCORES[ids], vectors)


passages = st.lists(st.lists(st.integers(3, VOCABULARY - 1), max_size=60), max_size=5)


@settings(max_examples=150)
@given(passages, st.integers(5, 40), st.integers(0, 4))
def test_windows_put_together_are_what_was_cut(
    drawn: list[list[int]], window: int, overlap: int
) -> None:
    network = ContextFree()
    scores = encode(
        [passage(ids) for ids in drawn],
        network,
        marks=(START, STOP),
        window=window,
        overlap=overlap,
    )
    for ids, own in zip(drawn, scores, strict=True):
        assert own.labels == pytest.approx(SCORES[ids], abs=1e-4)
        assert own.layer("kind") == pytest.approx(SCORES[ids][:, LABELS["kind"].slice], abs=1e-4)
        assert own.odds("nested") == pytest.approx(SCORES[ids, LABELS["nested"].start], abs=1e-4)
        covered = np.zeros(len(ids), np.int64)
        for seen in own.windows:
            covered[seen.left : seen.right] += 1
            expected = np.array(ids[seen.left : seen.right], np.float32)
            assert seen.vectors[:, 0].tolist() == expected.tolist()
        assert (covered > 0).all()


@given(passages, st.integers(5, 40))
def test_the_network_sees_whole_windows_between_marks(drawn: list[list[int]], window: int) -> None:
    network = ContextFree()
    encode([passage(i) for i in drawn], network, marks=(START, STOP), window=window, overlap=2)
    for given_window in network.seen:
        assert {values.shape for values in given_window} == {(1, given_window.ids.shape[1])}
        ids = given_window.ids[0]
        assert len(ids) <= window + 2
        assert (ids[0], ids[-1]) == (START, STOP)
        inner = ids[1:-1].tolist()
        between = [inner[i : i + 2] for i, one in enumerate(inner) if one == STOP]
        assert all(pair == [STOP, START] for pair in between)


def test_short_passages_share_a_window() -> None:
    network = ContextFree()
    encode([passage([5] * 10)] * 6, network, marks=(START, STOP), window=40, overlap=4)
    assert [window.ids.shape[1] for window in network.seen] == [36, 36]


def test_the_window_in_which_a_token_has_more_context_counts_for_more() -> None:
    first, second = np.zeros((2, LABEL_COUNT), np.float32)
    first[1] = second[2] = 10
    answers = iter((first, second))

    def run(window: WindowInput) -> WindowOutput:
        count = window.ids.shape[1]
        return WindowOutput(np.tile(next(answers), (count, 1)), np.zeros((count, 1), np.float32))

    [scores] = encode([passage([5] * 16)], run, marks=(START, STOP), window=10, overlap=4)
    assert [(seen.left, seen.right) for seen in scores.windows] == [(0, 10), (6, 16)]
    best = scores.labels.argmax(axis=1).tolist()
    assert best == [1] * 8 + [2] * 8


@given(st.integers(0, 5000), st.integers(2, 400), st.data())
def test_windows_cover_a_text_and_overlap(count: int, window: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, window - 1))
    edges = window_edges(count, window, overlap)
    assert np.unique(np.concatenate([[], *(np.arange(*edge) for edge in edges)])).size == count
    assert all(0 <= left < right <= count and right - left <= window for left, right in edges)
    assert edges == sorted(edges)
    shared = [before[1] - after[0] for before, after in itertools.pairwise(edges)]
    assert all(tokens >= overlap - 1 for tokens in shared)


def test_windows_are_as_few_as_may_be() -> None:
    assert window_edges(WINDOW) == [(0, WINDOW)]
    assert len(window_edges(WINDOW + 1)) == 2
    assert window_edges(0) == []
    most = 2 * WINDOW - OVERLAP
    assert len(window_edges(most)) == 2
    assert len(window_edges(most + 1)) == 3
