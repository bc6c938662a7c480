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
        ("It's been reported that he left.", ["It's been reported that"], []),
        ("She is widely believed to want it.", ["is widely believed to"], []),
        ("They met amid reports of a split.", ["reports of"], []),
        ("He replied to reports that it sank.", ["reports that"], []),
        ("It was reported by the Gazette in May.", [], []),
        ("The mayor's alleged debts grew.", [], ["alleged"]),
        ("Holt understands the trade.", [], []),
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


def test_a_subordinate_clause_is_marked_alone() -> None:
    text = "The clerk, who reportedly kept the keys, was sacked."
    (marker,) = find_markers(text)
    assert text[marker.clause :].startswith("who reportedly")
    (marker,) = find_markers("Reportedly the clerk, who kept the keys, was sacked.")
    assert marker.clause == 0
