"""What actors, chains and claims are called."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.formats.names import (
    badges_of,
    chain_of,
    described,
    key_of,
    names_of,
    unsourced_hearsay,
    weights_of,
)
from reportedly.ledger import Actor, Article, Attribution, Claim, Ledger, ModelInfo
from tests.formats.ledgers import FERRY
from tests.formats.story import STORY

INFO = ModelInfo(name="by hand", version="1")


def actor(name: str, anonymity: Any = "unnamed", kind: Any = "person", **others: Any) -> Actor:
    named = anonymity == "named"
    return Actor(id="A1", name=name, kind=kind, named=named, anonymity=anonymity, **others)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (actor("a police officer"), "one person"),
        (actor("officials", kind="group", plural=True), "several people"),
        (actor("Two senior officials", kind="group", plural=True), "two people"),
        (actor("the 12 envoys", kind="group", plural=True), "12 people"),
        (actor("a source", "withheld"), "one person, basis not stated"),
        (
            actor("people familiar with the talks", "withheld", "group", basis="familiar with"),
            "several people, “familiar with”",
        ),
        (
            actor("a spokeswoman", title="spokeswoman", affiliation="Norrvik"),
            "one person, spokeswoman, Norrvik",
        ),
        (
            actor("a French official", "withheld", nationality="French", basis="close to it"),
            "one person, French, “close to it”",
        ),
        (actor("a letter", kind="document"), "a document"),
        (actor("the company", kind="organization"), "an organization"),
        (actor("Ida Falk", "named", title="chair", affiliation="the union"), "chair, the union"),
        (actor("Ida Falk", "named"), ""),
    ],
)
def test_sources_in_the_terms_that_editors_use(source: Actor, expected: str) -> None:
    assert described(source) == expected


@pytest.mark.parametrize(
    ("anonymity", "badges"),
    [("named", ()), ("unnamed", ("unnamed",)), ("withheld", ("withheld",))],
)
def test_badges(anonymity: str, badges: tuple[str, ...]) -> None:
    assert badges_of(actor("x", anonymity)) == badges
    assert badges_of(None) == ()


def test_chains_begin_with_the_outlet_and_go_on_in_lower_case() -> None:
    names = names_of(STORY)
    assert chain_of(("A0", "A2", "A5"), names) == (
        "The Daily Example ← the Harbour Courier ← a diplomat"
    )


@pytest.mark.parametrize(
    ("outlet", "mentions", "expected"),
    [
        ("The Echo", (), "The Echo"),
        (None, (), "this article"),
        (None, ((0, 8),), "The Post"),
    ],
)
def test_the_outlets_own_name(outlet: str | None, mentions: Any, expected: str) -> None:
    itself = Actor(
        id="A0", name="The Post", kind="outlet", named=True, anonymity="named", mentions=mentions
    )
    article = Article(text="The Post has learned.", outlet=outlet)
    assert names_of(Ledger(model=INFO, article=article, actors=(itself,)))["A0"] == expected


@pytest.mark.parametrize(
    ("act", "claims", "weight"),
    [
        ("statement", [{"certainty": "certain"}], ()),
        ("statement", [{"certainty": "certain"}, {"certainty": "possible"}], ("possible",)),
        ("statement", [{"certainty": "probable", "hearsay": True}], ("hearsay", "probable")),
        ("statement", [{"certainty": "unknown"}], ("open",)),
        # What is asked for is open anyway.
        ("request", [{"certainty": "unknown"}], ()),
        ("request", [{"certainty": "possible"}], ("possible",)),
    ],
)
def test_weights(act: Any, claims: list[dict[str, Any]], weight: tuple[str, ...]) -> None:
    ledger = Ledger(
        model=INFO,
        article=Article(text="Rain."),
        attributions=(Attribution(id="R1", act=act),),
        claims=tuple(
            Claim(id=f"C{number}", spans=((0, 4),), attribution="R1", **claim)
            for number, claim in enumerate(claims)
        ),
    )
    assert weights_of(ledger).get("R1", ()) == weight


def test_hearsay_that_the_outlet_passes_on_itself() -> None:
    assert unsourced_hearsay(STORY) == [STORY.article.text.index("reportedly")]
    assert unsourced_hearsay(FERRY) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("the plan", "A plan", True),
        ("“the plan,”", "this plan", True),
        ("the plan", "the plans", False),
        ("sign the plan", "the plan", False),
        ("the premier’s plan", "premier’s plan", True),
        ("the", "a", False),
    ],
)
def test_two_mentions_of_one_thing(one: str, other: str, alike: bool) -> None:
    assert (key_of(one) == key_of(other)) == alike
