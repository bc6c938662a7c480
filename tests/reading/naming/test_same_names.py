"""Which names can mean one bearer, which cannot, and the bearers of a whole article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.naming.name_words import Name
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.same_names import fits, same_name

EXACT = [
    ("Anne-Marie Holt", "Anne Marie Holt"), ("José Ruiz", "Jose Ruiz"),
    ("the Clinton campaign", "Clinton’s campaign"),
    ("Jana Novak", "Finance Minister Jana Novak"), ("Trump", "Mr. Trump"),
    ("the Washington Post", "Washington Post"), ("DNC", "the DNC"), ("France", "France"),
    ("Novak and Holt", "Novak and Holt"),
]  # fmt: skip

VARIANT = [
    ("Donald Trump", "Trump"), ("Donald Trump", "Mr. Trump"), ("Donald J. Trump", "Donald Trump"),
    ("Bernard Sanders", "Bernie Sanders"), ("Bill Holt", "William Holt"), ("Joe Holt",
    "Joseph Holt"),
    ("Hillary", "Hillary Clinton"), ("Hillary Rodham Clinton", "Mrs. Clinton"),
    ("Xi Jinping", "President Xi"), ("Enrique Peña Nieto", "Pena Nieto"), ("Peña",
    "Enrique Peña Nieto"),
    ("Bill de Groot", "de Groot"),
    ("Leonard Holt III", "Leonard Holt"), ("@AnnHolt", "Ann Holt"), ("Michael Bloomberg",
    "Bloomberg"),
    ("the Washington Post", "WaPo"), ("the Washington Post", "The Post"), ("NYT", "The Times"),
    ("the Los Angeles Times", "the Times"), ("Agence France-Presse", "AFP"),
    ("Democratic National Committee", "DNC"), ("the Ferry Workers of America", "FWA"),
    ("Federal Reserve", "the Fed"), ("U.S.", "the United States"), ("America", "US"),
    ("Beijing", "China"), ("the Chinese government", "China"), ("the Kremlin", "Russia"),
    ("the Justice Department", "the Department of Justice"), ("DOJ", "the Justice Department"),
    ("the U.S. Supreme Court", "the Supreme Court"), ("the Brennan Center",
     "The Brennan Center for Justice"),
    ("the Hillary Clinton presidential campaign", "the Clinton campaign"), ("Acme Inc.",
    "Acme Corp"),
]  # fmt: skip

NEVER = [
    ("Hillary Clinton", "Bill Clinton"), ("Hillary Clinton", "Chelsea Clinton"),
    ("Mr. Clinton", "Hillary Clinton"), ("Bo Reyes Jr.", "Bo Reyes Sr."), ("Bo Reyes Jr.",
    "Bo Reyes"),
    ("Trump", "Trump Organization"), ("the Clinton campaign", "Clinton"), ("Trump’s campaign",
    "Trump"),
    ("the Clinton campaign", "the Sanders campaign"), ("the Clinton Foundation",
    "the Clinton campaign"),
    ("France", "Germany"), ("the White House", "the United States"), ("Fox News", "NBC News"),
    ("the Guardian", "The Post"), ("Vicente Fox", "Fox News"), ("Kim Jong Un", "Kim Jong Il"),
    ("Mrs. Holt", "Holt Reyes"), ("the Ferry Party", "the Bridge Party"), ("officials",
    "officials"),
    ("she", "Ann Holt"), ("Lynch and Yates", "Lynch"), ("Missouri", "Missouri Senate"),
    ("Holt", "the Holt Gazette"), ("Freedonia", "Freedonia’s foreign ministry"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), EXACT)
def test_the_same_name(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one) == "exact"


@pytest.mark.parametrize(("one", "other"), VARIANT)
def test_another_form_of_the_name(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one) == "variant"


@pytest.mark.parametrize(("one", "other"), NEVER)
def test_never_one_bearer(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one) == "no"


def bearers_of(mentions: list[str]) -> list[int]:
    """The bearer of each name: the one that it fits best, then the latest, or a new one."""
    bearers: list[list[Name]] = []
    latest: list[int] = []
    found = []
    for place, name in enumerate(map(parse_name, mentions)):
        fitting = [
            (grade, latest[n], n) for n, names in enumerate(bearers) if (grade := fits(name, names))
        ]
        number = max(fitting)[-1] if fitting else len(bearers)
        if number == len(bearers):
            bearers.append([])
            latest.append(place)
        bearers[number].append(name)
        latest[number] = place
        found.append(number)
    return found


@pytest.mark.parametrize(
    ("mentions", "bearers"),
    [
        (["Hillary Clinton", "Bill Clinton", "Mr. Clinton", "Mrs. Clinton"], [0, 1, 1, 0]),
        (["Clinton", "Hillary Clinton", "Bernie Sanders", "Clinton", "Sanders"], [0, 0, 1, 0, 1]),
        (["Bill Clinton", "Hillary Clinton", "Clinton"], [0, 1, 1]),  # the latest
        (["Donald Trump", "the Trump campaign", "Trump", "Trump’s campaign"], [0, 1, 0, 1]),
        (["the Washington Post", "the New York Times", "The Post", "The Times"], [0, 1, 0, 1]),
        (["officials", "officials"], [0, 1]),
        ([], []),
    ],
)
def test_bearers_of_an_article(mentions: list[str], bearers: list[int]) -> None:
    assert bearers_of(mentions) == bearers


@given(st.text(), st.text())
def test_takes_any_text_in_any_order(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
