"""Where sentences and paragraphs end, and where they only seem to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


# Each text with " | " where a sentence ends.
ENDS = [
    "The ferry sails. | It is late! | Is it? | Yes…",
    "“It will sail,” she said. | “Not yet.” | He left.",
    'He said: "It is over." | "No," she said.',
    "It was late (very late). | Nobody came. | (It rained.) | The end.",
    "She came at 9 a.m. | The ferry had left.",
    "They moved to the U.S. | In May they came back.",
    "He works for Norrvik Inc. | She does not.",
    "It fell… | Then it rose.",
    "It fell. … | Then it rose.",
    "It fell. . . . | Then it rose.",
    "“Is the vote on?” | The mayor was silent.",
    "No. | He will not.",
    "The board fell ill. | Doctors came.",
    "It was 5. | Then it was 6.",
    "Fares rose 3.5 per cent. | 40 islanders complained.",
    "“We wait.” | —Ida Falk, the union’s chair.",
]

GOES_ON = [
    "Mr. Brandt met Sen. Ida J. Falk and Lt. Gov. Ann Holt.",
    "The U.S. Coast Guard and Norrvik Inc. Chairman Jonas Eide agreed.",
    "It happened on Sept. 11 and Jan. 3, at No. 5 Quay St. Harrow.",
    "Tomas Brandt Jr. Sailed, a film, made $1.5 million.",
    "“Who pays?” she asked.",
    "“Who pays?” Premier Tomas Brandt asked.",
    "“Never!” the pilots shouted.",
    "He paid the firm Yahoo! and left.",
    "The plan … Brandt’s plan … is dead.",
    "HARROW BAY, N.Y. — The ferry is late.",
    "SEN. FALK SAILS",
    "The site is ferry.example.com now.",
    "Sail at 5 p.m. Thursday.",
    "1. Sail to Lindholm.",
    "Rep. Ann Holt (D-Va.) said so.",
]


@pytest.mark.parametrize("marked", ENDS)
def test_a_sentence_ends(marked: str) -> None:
    assert split(marked.replace(" | ", " ")) == marked.split(" | ")


@pytest.mark.parametrize("text", GOES_ON)
def test_a_sentence_goes_on(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A headline\n\nThe text", ["A headline", "The text"]),
        ("One line.\nAnother line", ["One line.", "Another line"]),
        ("Oster’s premier\r\nTomas Brandt", ["Oster’s premier", "Tomas Brandt"]),
        ("The ferry\nwill sail.", ["The ferry\nwill sail."]),
        ("One\u2028Two\x85Three", ["One", "Two", "Three"]),
        (
            "The ferry that everyone\nwaits for, Mr. Tomas\nBrandt says, is\nlate.\n\nThe end.",
            ["The ferry that everyone\nwaits for, Mr. Tomas\nBrandt says, is\nlate.", "The end."],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@given(st.text(st.sampled_from("aB. \n\r\u2028?…'”(Mr1U-\u00a0"), max_size=60) | st.text())
def test_every_character_but_white_space_is_in_one_sentence_of_one_paragraph(text: str) -> None:
    for found in (sentences(text), paragraphs(text)):
        at = 0
        for start, end in found:
            assert not text[at:start].strip()
            assert text[start:end] == text[start:end].strip() != ""
            at = end
        assert not text[at:].strip()
    ends = {end for _, end in sentences(text)}
    assert {end for _, end in paragraphs(text)} <= ends


@pytest.mark.parametrize("unit", [".", "!a", " ", "a", "Mr. ", "“", "\n", "\n ", "… ", "A.b "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    started = time.perf_counter()
    sentences(unit * (400_000 // len(unit)))
    assert time.perf_counter() - started < 5  # a quadratic one would take minutes
