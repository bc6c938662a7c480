"""Whether the words around a place in a text look back or ahead."""

from __future__ import annotations

import pytest

from reportedly.reading.dating.tense import looks_ahead

TENSES = [
    # text with the place in brackets, whether the words look ahead of it
    ("He left [X].", False),
    ("He will leave [X].", True),
    ("He will be released [X].", True),
    ("He won’t leave [X].", True),
    ("It is due [X].", True),
    ("He was asked not to leave before [X].", True),
    ("He was asked [X] to leave.", False),
    ("He agreed to a call [X].", False),
    ("He used to be calm [X].", False),
    ("The United front [X].", None),
    ("He left. [X] he will speak.", True),
    ("He will speak.\n[X] he left.", False),
    ("[X] he told them to leave.", False),
    ("[X].", None),
]


@pytest.mark.parametrize(("marked", "ahead"), TENSES)
def test_the_verb_nearby_tells_whether_a_date_lies_ahead(marked: str, ahead: bool | None) -> None:
    start = marked.index("[")
    assert looks_ahead(marked.replace("[X]", "X"), start, start + 1) is ahead
