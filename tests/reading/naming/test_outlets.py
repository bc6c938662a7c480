"""Which names are outlets', with near misses beside."""

from __future__ import annotations

import pytest

from reportedly.reading.naming.outlets import (
    OUTLETS_OF_NAME,
    is_generic_outlet,
    is_platform,
    outlets_named,
    programme_of,
)


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("AP", "Associated Press"), ("The Associated Press", "Associated Press"),
        ("NYT", "New York Times"), ("the New York Times", "New York Times"),
        ("WaPo", "Washington Post"), ("WSJ", "Wall Street Journal"), ("dpa",
        "Deutsche Presse-Agentur"),
        ("PTI", "Press Trust of India"), ("Kyodo", "Kyodo News"), ("TASS", "TASS"),
        ("Xinhua", "Xinhua"), ("al-Jazeera", "Al Jazeera"), ("BBC Radio Four", "BBC"), ("ITV",
        "ITV"),
        ("POLITICO", "Politico"), ("Le Monde", "Le Monde"), ("El Pais", "El País"),
        ("Fox News Channel", "Fox News"), ("nytimes.com", "New York Times"),
    ],
)  # fmt: skip
def test_alias_of_an_outlet(words: str, outlet: str) -> None:
    assert outlets_named(words) == (outlet,)


def test_a_short_name_may_be_several_outlets() -> None:
    assert {"New York Times", "Times of London", "Los Angeles Times"} <= set(
        outlets_named("the Times")
    )
    assert {"Washington Post", "New York Post"} <= set(outlets_named("The Post"))


@pytest.mark.parametrize(
    "words", ["the paper", "the press", "times", "Twitter", "Ann Holt", "", "post"]
)
def test_no_outlet(words: str) -> None:
    assert outlets_named(words) == ()


@pytest.mark.parametrize("words", ["the paper", "his podcast", "the state broadcaster", "agency"])
def test_a_generic_word(words: str) -> None:
    assert is_generic_outlet(words)


@pytest.mark.parametrize("words", ["Twitter", "X", "Telegram", "Truth Social", "YouTube", "Medium"])
def test_a_platform_is_no_outlet(words: str) -> None:
    assert is_platform(words)
    assert outlets_named(words) == ()


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Meet the Press", "NBC News"), ("NBC’s “Meet the Press”", "NBC News"),
        ("CBS’s Face the Nation", "CBS News"), ("Newsnight", "BBC"), ("The Axe Files",
        "The Axe Files"),
        ("the press", None), ("Holt’s Newsnight", None),
    ],
)  # fmt: skip
def test_who_airs_a_programme(words: str, by: str | None) -> None:
    assert programme_of(words) == by


def test_the_tables_hold_names_only() -> None:
    assert len({names[0] for names in OUTLETS_OF_NAME.values()}) > 500
    assert all(
        name and name == name.strip(" =;") for names in OUTLETS_OF_NAME.values() for name in names
    )
