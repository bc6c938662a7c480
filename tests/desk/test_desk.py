"""What is put on a desk: it is there once, whole, and found again."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.desk import Desk
from reportedly.errors import InvalidLedger, NotOnDesk
from reportedly.ledger import ModelInfo
from tests.desk.ledgers import ledger_of

RAIN = "The ferries were cancelled on Monday. Nobody was hurt."
URL = "https://harbour.example/ferries"


def test_an_article_is_kept_once(desk: Desk) -> None:
    ledger = ledger_of(RAIN, outlet="The Harbour Post")
    assert desk.number_of(ledger.article) is None
    assert desk.add(ledger) == (1, 1, "new")
    assert desk.number_of(ledger.article) == 1
    assert desk.add(ledger) == (1, 1, "known")
    assert [entry.article for entry in desk.entries()] == [1]


def test_a_ledger_comes_back_as_it_was(desk: Desk) -> None:
    ledger = ledger_of(
        "Rain\r\n\0 and “snow” 🌧.", title="A\0B", author="Ann", published="2024-03-04"
    )
    number = desk.add(ledger).article
    assert desk.ledger(number) == ledger
    assert desk.document(number).decode() == ledger.to_json()


def test_another_text_at_the_same_address_is_a_new_version(desk: Desk) -> None:
    first = ledger_of(RAIN, url=URL, title="Ferries cancelled")
    second = ledger_of(RAIN.replace("Nobody was", "Two were"), url=f"{URL}#top", title="Two hurt")
    assert desk.add(first) == (1, 1, "new")
    assert desk.add(second) == (1, 2, "changed")
    assert [(one.number, one.title) for one in desk.versions(1)] == [
        (1, "Ferries cancelled"),
        (2, "Two hurt"),
    ]
    assert desk.entry(1).title == "Two hurt"
    assert desk.entry(1).versions == 2
    assert desk.ledger(1, version=1) == first
    assert desk.ledger(1) == second


def test_a_text_that_comes_back_is_a_version_again(desk: Desk) -> None:
    texts = [RAIN, f"{RAIN} It rained.", RAIN]
    outcomes = [desk.add(ledger_of(text, url=URL)).outcome for text in texts]
    assert outcomes == ["new", "changed", "changed"]


def test_one_text_in_two_outlets_is_two_articles(desk: Desk) -> None:
    ledgers = [ledger_of(RAIN), *(ledger_of(RAIN, outlet=name) for name in ("Post", "Courier"))]
    assert [desk.add(ledger).article for ledger in ledgers] == [1, 2, 3]


def test_articles_are_listed_in_the_order_in_which_they_came(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.desk.desk.PAGE", 3)
    for number in range(7):
        desk.add(ledger_of(f"Report {number}.", title=f"No. {number}"))
    assert [entry.title for entry in desk.entries()] == [f"No. {number}" for number in range(7)]


def test_an_article_is_taken_away_with_all_that_is_its_own(desk: Desk) -> None:
    desk.add(ledger_of(RAIN, url=URL))
    desk.add(ledger_of(f"{RAIN} It rained.", url=URL))
    desk.remove(1)
    assert list(desk.entries()) == []
    assert desk.search("ferries") == []
    with desk.reading() as connection:
        for table in ("versions", "ledgers", "claims"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    assert desk.add(ledger_of(RAIN, url=URL)).outcome == "new"


def test_what_is_not_there_is_said_to_be_missing(desk: Desk) -> None:
    desk.add(ledger_of(RAIN))
    for look in (
        lambda: desk.entry(2),
        lambda: desk.versions(2),
        lambda: desk.ledger(2),
        lambda: desk.ledger(1, version=2),
        lambda: desk.remove(2),
        lambda: desk.replace(2, ledger_of(RAIN)),
        lambda: desk.replace(1, ledger_of("Another text.")),
    ):
        with pytest.raises(NotOnDesk):
            look()


def test_a_ledger_that_breaks_its_contract_is_refused(desk: Desk) -> None:
    longer, shorter = ledger_of(RAIN), ledger_of("Rain.")
    with pytest.raises(InvalidLedger):
        desk.add(msgspec.structs.replace(longer, article=shorter.article))
    assert list(desk.entries()) == []


def test_a_newer_reading_takes_the_place_of_the_older_one(desk: Desk) -> None:
    desk.add(ledger_of(RAIN))
    newer = ledger_of(RAIN, model=ModelInfo(name="none", version="2.0"))
    desk.replace(1, newer)
    assert desk.ledger(1) == newer
    assert len(desk.search("cancelled")) == 2  # the claim and the text, each once


def test_the_older_reading_stays_if_the_newer_one_cannot_be_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = ledger_of(RAIN)
    desk.add(ledger)

    def no_time() -> str:
        raise ZeroDivisionError("the clock stopped")

    monkeypatch.setattr(desk, "clock", no_time)
    with pytest.raises(ZeroDivisionError):
        desk.replace(1, ledger_of(RAIN, model=ModelInfo(name="none", version="2.0")))
    assert desk.ledger(1) == ledger
    assert len(desk.search("cancelled")) == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ferry", {1, 2}),
        ("FERRY cancel", {1}),
        ('"cancelled on Monday"', {1}),
        ('"Monday on"', set()),
        ("ferry NOT cancelled", set()),
        ("fer*", set()),
        ("title", {2}),
        ("hurt’s", set()),
        ("", set()),
        ('"', set()),
        ("'; DROP TABLE articles; --", set()),
        ("snow", set()),
    ],
)
def test_words_are_found_in_their_forms(desk: Desk, words: str, found: set[int]) -> None:
    desk.add(ledger_of(RAIN))
    desk.add(ledger_of("A ferry was sold.", title="The title"))
    assert {hit.article for hit in desk.search(words)} == found


def test_a_hit_tells_its_claim_and_the_words_around(desk: Desk) -> None:
    desk.add(ledger_of(RAIN, outlet="The Harbour Post", published="2024-03-04"))
    claim, text = desk.search("ferry")
    assert claim[:2] == (1, "C1")
    assert claim.words == "The \x02ferries\x03 were cancelled on Monday."
    assert (claim.outlet, claim.published) == ("The Harbour Post", "2024-03-04")
    assert text.claim is None
    assert "\x02ferries\x03" in text.words


def test_only_the_latest_text_is_searched(desk: Desk) -> None:
    desk.add(ledger_of(RAIN, url=URL))
    desk.add(ledger_of("The timetable is back.", url=URL))
    assert desk.search("cancelled") == []
    assert len(desk.search("timetable")) == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_words_can_be_looked_for(desk: Desk, words: str) -> None:
    desk.search(words)


def test_a_text_that_has_a_million_different_words_is_kept(desk: Desk) -> None:
    text = " ".join(f"word{number}" for number in range(200_000))
    desk.add(ledger_of(f"{text}."))
    assert desk.search("word5")


def test_older_texts_take_no_place_of_what_is_found(desk: Desk) -> None:
    # "Ferry" is all of each older text, so that these would come first.
    for number in range(40):
        url = f"https://harbour.example/{number}"
        desk.add(ledger_of("Ferry ferry.", url=url, outlet=f"Post {number}"))
        desk.add(ledger_of(f"Rain came on day {number}.", url=url, outlet=f"Post {number}"))
    one = desk.add(ledger_of("A ferry to the northern islands sails again after many weeks."))
    assert {hit.article for hit in desk.search("ferry", limit=1)} == {one.article}
