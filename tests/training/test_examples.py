"""What the network learns from an annotated article: tags, pointers, disguises, windows."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.decoding import spans_of
from reportedly.reading.heads import LAYERS, ROLES
from reportedly.reading.model import find
from reportedly.reading.tokens import WordPieces
from training.examples import (
    Example,
    Window,
    example_of,
    guises_of,
    mark_attributions,
    windows,
)
from training.polnear import GoldAttribution
from training.targets import IGNORED, LABELLED, NONE, POINTED, ROWS, IntArray, Targets

TEXT = "“Rain is likely,” Zoë Quist said on Monday, “and soon.”\n\nIt may snow, it was added."


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


SHE = GoldAttribution(
    (span("Zoë Quist"),), (span("said"),), (span("“Rain is likely,”"), span("“and soon.”"))
)
PASSIVE = GoldAttribution((), (span("was added"),), (span("It may snow"),))


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.from_file(str(find("small") / "tokenizer.json"))


@pytest.fixture(scope="module")
def example(pieces: WordPieces) -> Example:
    return made(pieces, SHE, PASSIVE)


def made(pieces: WordPieces, *attributions: GoldAttribution) -> Example:
    guises = guises_of(TEXT, pieces)
    targets = Targets(guises[0])
    mark_attributions(targets, attributions)
    return example_of("story", guises, targets)


def row(example: Example | Window, name: str) -> IntArray:
    values: IntArray = example.targets[ROWS[name]]
    return values


def words_of(example: Example, first: int, last: int) -> str:
    tokens = example.guises[0]
    return TEXT[tokens.starts[first] : tokens.ends[last]]


def test_tags_are_the_annotated_spans(example: Example) -> None:
    spans = [
        (ROLES[s.role], words_of(example, s.first, s.last)) for s in spans_of(row(example, "tags"))
    ]
    assert spans == [
        ("content", "“Rain is likely,”"),
        ("source", "Zoë Quist"),
        ("cue", "said"),
        ("content", "“and soon.”"),
        ("content", "It may snow"),
        ("cue", "was added"),
    ]


def test_pointers_lead_from_content_to_cue_to_source(example: Example) -> None:
    for one in spans_of(row(example, "tags")):
        cues, sources = (
            row(example, name)[one.first : one.last + 1] for name in ("cue_of", "source_of")
        )
        role, words = ROLES[one.role], words_of(example, one.first, one.last)
        if role == "content":
            cue = "was" if words == "It may snow" else "said"
            assert {words_of(example, int(i), int(i)) for i in cues} == {cue}
            assert set(sources.tolist()) == {IGNORED}
        elif words == "said":
            [source] = set(sources.tolist())
            assert words_of(example, source, source + 1).startswith("Zoë")
        elif role == "cue":
            assert set(sources.tolist()) == {NONE}
        else:
            assert set(cues.tolist()) == set(sources.tolist()) == {IGNORED}


def test_disguises_change_what_is_seen_but_not_the_tokens(example: Example) -> None:
    printed, straight, joined, both = example.guises
    assert [g.starts.tolist() for g in example.guises] == [printed.starts.tolist()] * 4
    assert TEXT.count("\n\n") == 1
    assert (printed.features.gap == 2).sum() == 2
    assert (joined.features.gap == 2).sum() == (both.features.gap == 2).sum() == 1
    marks = {straight.ids[i] for i, at in enumerate(printed.starts) if TEXT[at] in "“”"}
    assert len(marks) == 1
    assert straight.features.depth.tolist() == printed.features.depth.tolist()


def test_a_span_that_cuts_a_word_is_widened(pieces: WordPieces) -> None:
    start, end = span("likely")
    cut = GoldAttribution((), ((start + 2, end - 1),), ())
    found = made(pieces, cut)
    [one] = spans_of(row(found, "tags"))
    assert words_of(found, one.first, one.last) == "likely"


edges = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda edge: (edge[0], min(len(TEXT), edge[0] + edge[1]))
)
roles = st.lists(edges, max_size=2).map(tuple)


@settings(max_examples=100)
@given(st.lists(st.builds(GoldAttribution, roles, roles, roles), max_size=4))
def test_overlapping_annotations_still_make_well_formed_tags(
    pieces: WordPieces, annotated: list[GoldAttribution]
) -> None:
    tags = row(made(pieces, *annotated), "tags")
    tagged = sum(one.last - one.first + 1 for one in spans_of(tags))
    assert tagged == (tags > 0).sum()
    inside = None
    for name in (LAYERS["tags"][number] for number in tags.tolist()):
        part, _, role = name.partition("-")
        assert (part in "IE") == (inside is not None)
        assert inside in (None, role)
        inside = role if part in "BI" else None


@given(st.integers(4, 60), st.integers(0, 1000))
def test_windows_hold_an_example_once_and_point_within_themselves(
    example: Example, size: int, seed: int
) -> None:
    cut = list(windows(example, size, random.Random(seed)))
    assert max(len(window.ids) for window in cut) <= size
    assert np.concatenate([w.targets for w in cut], axis=1)[: len(LABELLED)].tolist() == (
        example.targets[: len(LABELLED)].tolist()
    )
    left = 0
    for window in cut:
        for name in POINTED:
            ours, whole = row(window, name), row(example, name)
            for pointer, original in zip(ours.tolist(), whole[left:].tolist(), strict=False):
                if pointer >= 0:
                    assert pointer + left == original
                    assert pointer < len(window.ids)
                else:
                    gone = not left <= original < left + len(window.ids)
                    assert pointer == (NONE if original == NONE else IGNORED)
                    assert gone
        left += len(window.ids)
