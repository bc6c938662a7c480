"""Countries by name, adjective and seat of government."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.reading.naming.countries import COUNTRIES
from reportedly.reading.naming.governments import (
    country_of,
    government_of,
    nationality_in,
)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("France", "France"), ("French", "France"), ("Filipinos", "Philippines"), ("Thai",
        "Thailand"),
        ("the Netherlands", "Netherlands"), ("Dutch", "Netherlands"), ("British", "United Kingdom"),
        ("Niger", "Niger"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"), ("DRC",
         "Democratic Republic of the Congo"), ("Burmese", "Myanmar"), ("EU", "European Union"),
        ("south african", None), ("Moscow", None), ("Freedonia", None),
    ],
)  # fmt: skip
def test_country_of_a_name_or_an_adjective(words: str, country: str | None) -> None:
    assert country_of(words) == country


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Moscow", "Russia"), ("the Kremlin", "Russia"), ("Beijing", "China"), ("Brussels",
         "European Union"), ("Downing Street", "United Kingdom"), ("No. 10", "United Kingdom"),
        ("Kiev", "Ukraine"), ("Kyiv", "Ukraine"), ("Pyongyang", "North Korea"), ("New Delhi",
        "India"),
        ("Islamabad", "Pakistan"), ("Washington", "United States"), ("the Élysée", "France"),
        ("the French government", "France"), ("the government of France", "France"),
        ("Iran’s government", "Iran"), ("Texas", "Texas"),
        ("the White House", None), ("the State Department", None), ("the government", None),
    ],
)  # fmt: skip
def test_whose_government(words: str, country: str | None) -> None:
    assert government_of(words) == country


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a French official", ("French", "France")),
        ("two senior North Korean diplomats", ("North Korean", "North Korea")),
        ("U.S. officials", ("U.S.", "United States")),
        ("some Cuban Americans", ("Cuban Americans", "United States")),
        ("the Greek Cypriot leader", ("Greek Cypriot", "Cyprus")),
        ("Germany’s chancellor", None), ("the Turkey expert", None), ("a polish maker", None),
    ],
)  # fmt: skip
def test_nationality_in_a_description(words: str, found: tuple[str, str] | None) -> None:
    assert nationality_in(words) == found


def test_all_member_states_of_the_united_nations_are_there() -> None:
    others = 23  # observers, and what newspapers treat as countries
    lines = [line.split("|") for line in COUNTRIES.strip().splitlines()]
    assert len(lines) == 193 + others
    assert all(len(cells) == 3 for cells in lines)


REPOSITORY = Path(__file__).parent.parent.parent.parent


def page() -> str:
    """The table of governments as Markdown."""
    lines = [
        "# Governments: which words stand for which",
        "",
        "A country's name, its seat of government and the buildings below stand for its",
        "government where they say, hold or are asked something (“Moscow” and “the Kremlin” are",
        "Russia). Whether a city acts or is merely a place is for its sentence to tell. Adjectives",
        "and nouns of people tell a nationality (“a French official”).",
        "",
        "Rendered by `python tests/reading/naming/test_governments.py > docs/governments.md`.",
        "",
        "| government | seats and buildings | adjectives and people |",
        "| --- | --- | --- |",
    ]
    for line in COUNTRIES.strip().splitlines():
        names, people, seats = (
            ", ".join(word.strip() for word in part.split(";")) for part in line.split("|")
        )
        lines.append(f"| {names.strip()} | {seats.strip()} | {people.strip()} |")
    return "\n".join(lines)


def test_the_documentation_shows_the_table() -> None:
    assert (REPOSITORY / "docs" / "governments.md").read_text(encoding="utf8") == page() + "\n"


if __name__ == "__main__":
    print(page())
