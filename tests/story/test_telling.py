"""The sample story, put together: grounded, the same every time, as JSON and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly import Article, Ledger, Reader, Story, tell
from reportedly.story.quotes import Quote

FOLDER = Path(__file__).parents[2] / "samples" / "story"


def articles() -> Iterator[Article]:
    for line in (FOLDER / "story.jsonl").read_text(encoding="utf-8").splitlines():
        about = json.loads(line)
        yield Article(text=(FOLDER / about.pop("file")).read_text(encoding="utf-8"), **about)


@pytest.fixture(scope="module")
def ledgers() -> list[Ledger]:
    return list(Reader().read_many(articles()))


@pytest.fixture(scope="module")
def story(ledgers: list[Ledger]) -> Story:
    return tell("korrin", ledgers)


def quotes(value: object) -> Iterator[Quote]:
    """Every quotation in a story, however deep."""
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from quotes(one)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from quotes(getattr(value, name))


def test_every_quotation_has_the_words_of_its_report(story: Story, ledgers: list[Ledger]) -> None:
    found = list(quotes(story))
    assert len(found) > 300
    for quote in found:
        ledger = ledgers[quote.report - 1]
        assert quote.words == ledger.text_of(quote.spans)
        assert quote.words.strip()


def test_every_claim_of_every_report_is_in_the_story_once(
    story: Story, ledgers: list[Ledger]
) -> None:
    told = sorted(
        (one.quote.report, str(one.quote.entry)) for claim in story.claims for one in claim.tellings
    )
    assert told == sorted(
        (number, claim.id)
        for number, ledger in enumerate(ledgers, start=1)
        for claim in ledger.claims
    )
    for claim in story.claims:
        assert 0 <= claim.low <= claim.high <= len(claim.tellings)
        assert claim.words in {one.quote.words for one in claim.tellings}
        assert claim.because


def test_ids_are_unique(story: Story) -> None:
    for entries in (story.actors, story.claims, story.proposals):
        ids = [one.id for one in entries]
        assert len(ids) == len(set(ids))


def test_texts_of_one_address_are_of_one_article(story: Story) -> None:
    texts = [
        (one.article, one.text) for one in story.reports if one.url and "korrin-dam" in one.url
    ]
    assert len(story.reports) == 14
    assert len({one.article for one in story.reports}) == 12
    assert texts


def test_the_same_ledgers_tell_the_same_story(story: Story, ledgers: list[Ledger]) -> None:
    assert tell("korrin", ledgers).to_json() == story.to_json()
    assert Story.from_json(story.to_json()) == story


def test_a_report_of_nothing_and_no_report_at_all() -> None:
    assert tell("nothing", []) == Story(name="nothing")
    empty = Reader().read(Article(text="Rain"))
    assert len(tell("rain", [empty]).reports) == 1
