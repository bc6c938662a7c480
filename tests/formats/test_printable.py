"""What a terminal would obey comes out visible; everything else stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats.printable import on_one_line, printable, shortened


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J\x1b[H", "␛[2J␛[H"),  # clears the screen
        ("\x1b]0;owned\x07", "␛]0;owned␇"),  # renames the window
        ("\x9b31m", "\ufffd31m"),  # the same sequences with one character for two
        ("pay\x08\x08\x08tax", "pay␈␈␈tax"),  # overwrites
        ("a\rb", "a␍b"),
        ("\u202eevil\u202c", "\ufffdevil\ufffd"),  # turns the direction of what follows
        ("\u2066isolated\u2069", "\ufffdisolated\ufffd"),
    ],
)
def test_controls_become_visible(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


@pytest.mark.parametrize("text", ["👩‍🚒", "e\u0301", "עברית", "zero\u200bwidth", "two\nlines"])
def test_text_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text())
def test_one_for_one_and_nothing_left_to_obey(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]


@given(st.text())
def test_on_one_line(text: str) -> None:
    assert len(on_one_line(text).splitlines()) <= 1


@given(st.text(), st.integers(2, 50))
def test_shortened_is_a_prefix_and_short(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert text.startswith(short.removesuffix(" …"))
    assert len(short) <= max(longest, 2)
