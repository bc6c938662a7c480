"""Words by which an outlet says that it only passes something on."""

from __future__ import annotations

import pytest

from reportedly.reading.hearsay import find_markers


@pytest.mark.parametrize(
    ("text", "whole", "of_nouns"),
    [
        ("The firm has reportedly been sold.", ["reportedly"], []),
        ("Allegedly, nobody knew.", ["Allegedly"], []),
        ("The minister is said to be furious.", ["is said to be"], []),
        ("They are widely rumoured to have left.", ["are widely rumoured to"], []),
        ("It is understood that talks go on.", ["It is understood that"], []),
        ("Rumours that he quit are false.", ["Rumours that"], []),
        ("Unconfirmed reports of a fire came in.", ["Unconfirmed reports of"], []),
        ("The Sunday Harbour understands it sank.", ["The Sunday Harbour understands"], []),
        ("The alleged thief ran.", [], ["alleged"]),
        ("A purported memo was shown.", [], ["purported"]),
        ("He is supposed to come.", [], []),
        ("She understands the rules.", [], []),
        ("He said it was fine.", [], []),
        ("The report said so.", [], []),
    ],
)
def test_markers(text: str, whole: list[str], of_nouns: list[str]) -> None:
    found = find_markers(text)
    assert [text[slice(*one.span)] for one in found if one.whole] == whole
    assert [text[slice(*one.span)] for one in found if not one.whole] == of_nouns
