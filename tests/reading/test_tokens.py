"""Text to tokens: what the encoder sees, with the way back to the characters."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.model import find
from reportedly.reading.tokens import CASES, DEPTHS, GAPS, Tokens, WordPieces, stretches


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.from_file(str(find("small") / "tokenizer.json"))


def words(text: str, tokens: Tokens) -> list[str]:
    return [text[a:b] for a, b in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said no.", ["She", "said", "no", "."]),
        ("  “No,”\r\n", ["“", "No", ",", "”"]),
        ("Zoë won’t", ["Zoë", "won", "’", "t"]),
        ("Zoe\u0308 left", ["Zoe\u0308", "left"]),
        ("a\u200bb \U0001f600!", ["a\u200bb", "\U0001f600", "!"]),
        ("no\u00a0way", ["no", "way"]),
        ("", []),
        (" \t\n\u3000", []),
    ],
)
def test_tokens_lead_back_to_their_characters(
    pieces: WordPieces, text: str, expected: list[str]
) -> None:
    assert words(text, pieces(text)) == expected


def test_a_word_in_pieces_is_known_as_one(pieces: WordPieces) -> None:
    text = "the transmogrifier hums"
    tokens = pieces(text)
    in_words = ["" for _ in text.split()]
    place = -1
    for piece, goes_on in zip(words(text, tokens), tokens.continues.tolist(), strict=True):
        place += not goes_on
        in_words[place] += piece
    assert len(tokens) > len(in_words)
    assert in_words == text.split()


@pytest.mark.parametrize(
    ("piece", "case"),
    [
        ("minister", "lower"),
        ("Minister", "title"),
        ("A", "title"),
        ("NATO", "upper"),
        ("iPads", "mixed"),
        ("2024", "none"),
        ("”", "none"),
    ],
)
def test_letter_case(pieces: WordPieces, piece: str, case: str) -> None:
    assert CASES[pieces(piece).features.case[0]] == case


def test_gaps_tell_line_breaks_from_spaces(pieces: WordPieces) -> None:
    gaps = pieces("One two,\n\nthree\rfour\u2029five \n six").features.gap
    expected = ["break", "space", "glued", "break", "break", "break", "break"]
    assert [GAPS[gap] for gap in gaps] == expected


def test_depth_is_that_of_the_quotation_a_token_stands_in(pieces: WordPieces) -> None:
    text = "He said: “They told us ‘go’ twice.”"
    tokens = pieces(text)
    depth = dict(zip(words(text, tokens), tokens.features.depth.tolist(), strict=True))
    assert DEPTHS[depth["said"]] == "outside"
    assert DEPTHS[depth["told"]] == DEPTHS[depth["twice"]] == "quoted"
    assert DEPTHS[depth["go"]] == "quoted within a quotation"


@given(text=st.text(max_size=300))
def test_any_text_has_tokens_in_order_and_within_it(pieces: WordPieces, text: str) -> None:
    tokens = pieces(text)
    assert (tokens.starts < tokens.ends).all()
    # A letter that comes apart, as a syllable of Hangul does, has several pieces of one word.
    assert ((tokens.ends[:-1] <= tokens.starts[1:]) | tokens.continues[1:]).all()
    assert (np.diff(tokens.starts) >= 0).all()
    assert (np.diff(tokens.ends) >= 0).all()
    assert len(tokens) == 0 or (tokens.starts[0] >= 0 and tokens.ends[-1] <= len(text))
    assert not tokens.continues[:1].any()
    for values, names in zip(tokens.features, (CASES, GAPS, DEPTHS), strict=True):
        assert values.shape == (len(tokens),)
        assert np.isin(values, range(len(names))).all()


def test_a_selection_remembers_what_was_left_out(pieces: WordPieces) -> None:
    text = "The bridge, he said, is safe."
    every = pieces(text)
    some = every.select(np.array([0, 1, 6, 7]))
    assert words(text, some) == ["The", "bridge", "is", "safe"]
    assert np.diff(some.places).tolist() == [1, 5, 1]


@given(st.text(max_size=400) | st.text("ab. \n”", max_size=400), st.integers(2, 60))
def test_stretches_cover_a_text(text: str, limit: int) -> None:
    found = stretches(text, limit)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= limit for start, end in found)
    assert all(end == start for (_, end), (start, _) in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "limit", "first"),
    [
        ("One. Two.\n\nThree. Four. Five.", 20, "One. Two.\n\n"),
        ("One.\nTwo. Three. Four. Five.", 24, "One.\nTwo. Three. Four. "),
        ("One two.” Three four five six", 14, "One two.” "),
        ("One two three four", 14, "One two three "),
        ("Onetwothreefour", 10, "Onetwothre"),
    ],
)
def test_a_stretch_ends_where_a_reader_would_pause(text: str, limit: int, first: str) -> None:
    start, end = stretches(text, limit)[0]
    assert text[start:end] == first


def test_a_stretch_can_be_told_that_it_lies_within_a_quotation(pieces: WordPieces) -> None:
    alone = pieces("we shall see.”")
    told = pieces("we shall see.”", np.ones(14, dtype=np.int8))
    assert alone.features.depth.tolist() == [0, 0, 0, 0, 0]
    assert told.features.depth.tolist() == [1, 1, 1, 1, 1]
