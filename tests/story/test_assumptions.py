"""What is assumed, as users type it: by name, by words, by a slip, by meaning; or an error."""

from __future__ import annotations

import pytest

from reportedly.errors import BadAssumption, NoSuchProposition, SeveralPropositions
from reportedly.story.conditions.assumptions import assumptions, proposition_meant
from reportedly.story.conditions.conditional import Graph, Mention, Proposition
from reportedly.story.quotes import Quote


def proposition(name: str, gloss: str, *others: str) -> Proposition:
    mentions = tuple(Mention(Quote(1, (), words)) for words in (gloss, *others))
    return Proposition(name, Quote(1, (), gloss), "event", mentions=mentions)


GRAPH = Graph(
    (
        proposition("licence", "a licence is granted", "the port authority licenses the ferry"),
        proposition("yard-sale", "the yard is sold", "Orla Lines completes the purchase"),
        proposition("hull-passes-test", "the hull passes a test at sea"),
        proposition("hull-painted", "the hull is painted"),
        proposition("strike-ends", "the strike ends"),
    ),
    (),
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("licence", "licence"),
        ("Yard sale", "yard-sale"),
        ("hull-painted", "hull-painted"),
        ("the sale of the yard", "yard-sale"),
        ("purchase", "yard-sale"),
        ("Orla", "yard-sale"),
        ("test", "hull-passes-test"),
        ("strke", "strike-ends"),
        ("lisence", "licence"),
        ("the walkout is over", "strike-ends"),
    ],
)
def test_what_is_meant(words: str, meant: str) -> None:
    assert proposition_meant(GRAPH, words).id == meant


def test_several_are_named() -> None:
    with pytest.raises(SeveralPropositions) as error:
        proposition_meant(GRAPH, "the hull")
    assert error.value.message == (
        "'the hull' may mean several things: hull-passes-test, hull-painted."
    )


def test_the_nearest_are_named_where_nothing_fits() -> None:
    with pytest.raises(NoSuchProposition) as error:
        proposition_meant(GRAPH, "parliament dissolved")
    assert error.value.message == "No report makes anything hang on 'parliament dissolved'."
    assert len(error.value.nearest.split(", ")) == 3
    with pytest.raises(NoSuchProposition, match="nothing hangs on anything"):
        proposition_meant(Graph((), ()), "licence")


def test_values_and_chances() -> None:
    typed = ["licence=yes", "strike ends = NO", "hull test=unknown", "yard-sale=0.25"]
    assert assumptions(GRAPH, typed) == (
        {"licence": True, "strike-ends": False, "hull-passes-test": None},
        {"yard-sale": 0.25},
    )


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (["licence"], "it is not of the form words=value"),
        (["=yes"], "it is not of the form words=value"),
        (["licence=maybe"], "'maybe' is no value"),
        (["licence="], "'' is no value"),
        (["licence=1.2"], "'1.2' is no value"),
        (["licence=-0.1"], "'-0.1' is no value"),
        (["no licence=yes"], "it denies what is to be so or not"),
        (["licence=nan"], "'nan' is no value"),
        (["licence=yes", "licence=0.5"], "licence is assumed already"),
    ],
)
def test_what_is_no_assumption(typed: list[str], reason: str) -> None:
    with pytest.raises(BadAssumption) as error:
        assumptions(GRAPH, typed)
    assert error.value.reason == reason
    assert "yes, no, unknown, or a chance from 0 to 1" in error.value.hint
