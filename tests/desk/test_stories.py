"""Stories on a desk: which articles they have, what people decided about names, what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk import Desk, namings, stories, telling
from reportedly.desk.revision import correct
from reportedly.desk.stories import StoryEntry
from reportedly.desk.transfer import lines, take_in
from reportedly.errors import (
    NoSuchNaming,
    NoSuchStory,
    NotInStory,
    NotOnDesk,
    StoryThere,
)
from reportedly.story.embedding import Embedder, Vectors
from reportedly.story.story import Story
from reportedly.story.telling import tell
from tests.desk.ledgers import ledger_of

TIME = "2024-03-04T09:30:00Z"

#: Sentences of two outlets, of which the second is a copy.
FERRY = "The ferry to the northern islands will not sail before the middle of May, he says."


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk with three articles, two of them in a story."""
    desk.clock = lambda: TIME
    texts = (f"{FERRY} It rained.", f"{FERRY} Snow fell.", "Taxes on boats will rise in June.")
    for number, text in enumerate(texts, start=1):
        url = f"https://harbour.example/{number}"
        desk.add(ledger_of(text, url=url, outlet=f"Post {number}", published=f"2024-03-0{number}"))
    stories.make(desk, "ferry", [1, 2])
    return desk


def test_stories_have_articles(full: Desk) -> None:
    assert stories.listed(full) == [StoryEntry("ferry", 2, "2024-03-01", "2024-03-02", TIME)]
    assert stories.put(full, "ferry", [2, 3]) == 1
    assert stories.members(full, "ferry") == [1, 2, 3]
    stories.take_out(full, "ferry", [1, 3])
    assert stories.members(full, "ferry") == [2]
    full.remove(2)
    assert stories.listed(full) == [StoryEntry("ferry", 0, None, None, TIME)]
    stories.remove(full, "ferry")
    assert stories.listed(full) == []
    assert len(list(full.entries())) == 2


def test_what_is_not_there(full: Desk) -> None:
    with pytest.raises(NoSuchStory):
        stories.put(full, "train", [1])
    with pytest.raises(NotOnDesk):
        stories.put(full, "ferry", [3, 9])
    with pytest.raises(NotInStory):
        stories.take_out(full, "ferry", [1, 3])
    assert stories.members(full, "ferry") == [1, 2]
    with pytest.raises(StoryThere):
        stories.make(full, "ferry")
    with pytest.raises(NotOnDesk):
        stories.make(full, "train", [9])
    assert [one.story for one in stories.listed(full)] == ["ferry"]
    with pytest.raises(NoSuchNaming):
        namings.undo(full, "ferry", 1, author="Ann")


def test_decisions_about_names_stay_on_record(full: Desk) -> None:
    number = namings.decide(full, "ferry", "same", "Falk", "Ida Falk", author="Ann", reason="one")
    namings.undo(full, "ferry", number, author="Bo")
    (one,) = namings.decided(full, "ferry")
    assert (one.decision, one.one, one.author, one.reason) == ("same", "Falk", "Ann", "one")
    assert one.undone == ("Bo", TIME)
    assert namings.holding([one]) == []
    namings.undo(full, "ferry", number, author="Ann", again=True)
    assert len(namings.holding(namings.decided(full, "ferry"))) == 1


def test_stories_go_elsewhere(full: Desk, tmp_path: Path) -> None:
    namings.decide(full, "ferry", "different", "Falk", "Ida Falk", author="Ann", reason="")
    namings.undo(full, "ferry", 1, author="Bo")
    with Desk.create(tmp_path / "other.sqlite") as other:
        for _ in range(2):
            for line in lines(full):
                take_in(other, line)
            assert stories.listed(other) == stories.listed(full)
            assert stories.members(other, "ferry") == [1, 2]
            assert namings.decided(other, "ferry") == namings.decided(full, "ferry")


def test_a_story_is_told(full: Desk) -> None:
    story = telling.told(full, "ferry")
    assert [(one.article, one.text, one.outlet) for one in story.reports] == [
        (1, 1, "Post 1"),
        (2, 1, "Post 2"),
    ]
    (claim,) = (one for one in story.claims if len(one.reports) > 1)
    assert [one.quote.words for one in claim.tellings] == [FERRY, FERRY]
    assert [(one.earlier, one.later) for one in story.copies] == [(1, 2)]


def test_it_is_put_together_again_only_when_something_changed(
    full: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []

    def counted(*given: Any) -> Story:
        times.append(1)
        return tell(*given)

    monkeypatch.setattr("reportedly.desk.telling.tell", counted)

    def told_anew() -> bool:
        times.clear()
        telling.told(full, "ferry")
        return bool(times)

    assert told_anew()
    assert not told_anew()
    stories.put(full, "ferry", [3])
    assert told_anew()
    full.add(ledger_of("Fog.", url="https://harbour.example/3", outlet="Post 3"))
    assert told_anew()
    correct(full, 1, "C1", "reject", author="Ann")
    assert told_anew()
    namings.decide(full, "ferry", "same", "Falk", "Ida Falk", author="Ann", reason="")
    assert told_anew()
    assert not told_anew()
    stories.take_out(full, "ferry", [1, 2, 3])
    assert telling.told(full, "ferry").claims == ()


def test_who_is_interrupted_goes_on_from_there(full: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    embedded: list[int] = []

    def counted(words: Sequence[str]) -> Vectors:
        embedded.append(len(words))
        if len(embedded) == 2:
            raise KeyboardInterrupt
        return Embedder()(words)

    monkeypatch.setattr("reportedly.desk.telling.embedder", lambda: counted)
    monkeypatch.setattr("reportedly.desk.telling.TOGETHER", 1)
    with pytest.raises(KeyboardInterrupt):
        telling.told(full, "ferry")
    assert len(telling.told(full, "ferry").reports) == 2
    assert len(embedded) == 3


def test_it_is_told_alike_from_kept_vectors(full: Desk) -> None:
    first = telling.told(full, "ferry").to_json()
    stories.put(full, "ferry", [3])
    telling.told(full, "ferry")
    stories.take_out(full, "ferry", [3])
    assert telling.told(full, "ferry").to_json() == first
