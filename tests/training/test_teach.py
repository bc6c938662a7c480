"""A model's lesson on a text: its scores, and who is who, for a smaller one to learn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reportedly.reading.heads import LABEL_COUNT
from reportedly.reading.model import find, load
from training import lessons
from training.lessons import Lesson
from training.targets import IGNORED, NUMBERED
from training.teach import lesson_of

TEXT = (
    "Ann Holt, the mayor, told The Harbour Gazette that the bridge is safe. "
    "She said it would open in May."
)


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return lesson_of(str(find("small")), TEXT)


def at(words: str) -> int:
    """The token at which some words begin."""
    tokens = load("small").pieces(TEXT)
    return int(np.searchsorted(tokens.starts, TEXT.index(words)))


def row(lesson: Lesson, name: str) -> list[int]:
    numbers: list[int] = lesson.rows[NUMBERED.index(name)].tolist()
    return numbers


def test_the_same_actor_has_the_same_number(lesson: Lesson) -> None:
    actors = row(lesson, "actor_of")
    assert actors[at("Ann Holt")] == actors[at("She")] != actors[at("The Harbour Gazette")]
    assert actors[at("safe")] == IGNORED


def test_a_cue_has_the_number_of_the_relay(lesson: Lesson) -> None:
    relays = row(lesson, "relay_of")
    assert relays[at("told")] == row(lesson, "actor_of")[at("The Harbour Gazette")]


def test_a_lesson_is_read_back_as_it_was_written(lesson: Lesson, tmp_path: Path) -> None:
    assert lesson.scores.shape == (len(lesson.rows[0]), LABEL_COUNT)
    lessons.save([("ferry", lesson)], tmp_path / "lessons.npz")
    [(name, read)] = lessons.load(tmp_path / "lessons.npz").items()
    assert name == "ferry"
    assert np.array_equal(read.scores, lesson.scores)
    assert np.array_equal(read.rows, lesson.rows)
    assert lessons.load(None) == {}
