"""How far two readings agree: what is counted as the same, and what is not."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Date,
    Ledger,
    ModelInfo,
    Position,
)
from training.annotation.compare import Comparison

TEXT = (
    "Mayor Holt told the Post that aides think the ferry will sail in May if it is safe. She hopes."
)


def at(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def reading(**changes: Any) -> Ledger:
    """A reading of the text; ``changes`` replace whole layers."""
    holt = Actor(id="A1", name="Holt", kind="person", named=True, anonymity="named",
                 mentions=(*at("Mayor Holt"), *at("She")))  # fmt: skip
    post = Actor(id="A2", name="the Post", kind="outlet", named=True, anonymity="named",
                 mentions=at("the Post"))  # fmt: skip
    aides = Actor(id="A3", name="aides", kind="group", named=False, anonymity="unnamed",
                  plural=True, mentions=at("aides"))  # fmt: skip
    outlet = Actor(id="A0", name="The Echo", kind="outlet", named=True, anonymity="named")
    outer = Attribution(
        id="R1", source="A1", source_spans=at("Mayor Holt"), cue_spans=at("told the Post"),
        content_spans=at("aides think the ferry will sail in May if it is safe"),
        chain=("A0", "A2", "A1"),
    )  # fmt: skip
    inner = Attribution(
        id="R2", source="A3", source_spans=at("aides"), cue_spans=at("think"), within="R1",
        content_spans=at("the ferry will sail in May"), act="belief",
        chain=("A0", "A2", "A1", "A3"),
    )  # fmt: skip
    claim = Claim(
        id="C1", spans=at("the ferry will sail in May"), attribution="R2", certainty="probable",
        polarity="positive", time="future",
        dates=(Date(span=at("in May")[0], start="2024-05-01", end="2024-05-31"),),
    )  # fmt: skip
    layers: dict[str, Any] = {
        "actors": (holt, post, aides, outlet),
        "attributions": (outer, inner),
        "claims": (claim,),
        "positions": (
            Position(id="P1", actor="A1", stance="supports", target_spans=at("sail in May")),
        ),
        "conditions": (
            Condition(id="K1", outcome_spans=at("the ferry will sail in May"),
                      requirement_spans=at("it is safe"), relation="if"),
        ),
    }  # fmt: skip
    return Ledger(
        model=ModelInfo(name="reader", version="1"), article=Article(text=TEXT), **layers | changes
    )


def compared(other: Ledger) -> Comparison:
    comparison = Comparison()
    comparison.add(reading(), other)
    return comparison


def test_a_reading_agrees_with_itself() -> None:
    found = compared(reading())
    assert {round(n.f1, 6) for name, n in found.found.items() if n.gold} == {1.0}
    assert {n.accuracy for n in found.labels.values() if n.pairs} == {1.0}
    assert found.coreference == [1.0]
    assert found.labels["chain with a relay"].pairs.total() == 2


def changed(layer: str, number: int, **values: Any) -> Ledger:
    entries = list(getattr(reading(), layer))
    entries[number] = msgspec.structs.replace(entries[number], **values)
    return reading(**{layer: tuple(entries)})


@pytest.mark.parametrize(
    ("other", "label", "accuracy"),
    [
        (changed("attributions", 1, act="statement"), "act", 0.5),
        (changed("attributions", 0, negated=True), "negated", 0.5),
        (changed("attributions", 0, source="A3"), "source is the same actor", 0.5),
        (changed("attributions", 0, chain=("A0", "A1")), "chain with a relay", 0.5),
        (changed("actors", 2, anonymity="withheld"), "anonymity of the source", 0.5),
        (changed("claims", 0, certainty="certain"), "certainty", 0.0),
        (changed("claims", 0, certainty="certain"), "polarity", 1.0),
        (changed("claims", 0, time="past"), "time", 0.0),
        (changed("positions", 0, stance="opposes"), "stance", 0.0),
        (changed("conditions", 0, relation="unless"), "relation of conditions", 0.0),
    ],
)
def test_a_label_that_differs_counts_against_its_layer(
    other: Ledger, label: str, accuracy: float
) -> None:
    assert compared(other).labels[label].accuracy == accuracy


@pytest.mark.parametrize(
    ("other", "name", "f1"),
    [
        (reading(claims=()), "claims", 0.0),
        (changed("claims", 0, spans=at("ferry will sail in May")), "claims", 1.0),
        (changed("claims", 0, spans=at("in May if it is safe")), "claims", 0.0),
        (changed("claims", 0, dates=()), "dates", 0.0),
        (changed("positions", 0, actor="A3"), "positions (actor, target)", 0.0),
        (changed("positions", 0, stance="opposes"), "positions (actor, target)", 1.0),
        (changed("positions", 0, stance="opposes"), "positions (actor, stance, target)", 0.0),
        (changed("conditions", 0, requirement_spans=at("She")), "conditions", 0.0),
        (changed("attributions", 1, cue_spans=at("hopes")), "nested attributions", 0.0),
        (reading(attributions=reading().attributions[:1]), "attributions", 2 / 3),
    ],
)
def test_what_one_reading_alone_has_counts_against_f1(other: Ledger, name: str, f1: float) -> None:
    assert compared(other).found[name].f1 == pytest.approx(f1)


def test_other_ids_are_no_difference() -> None:
    renamed = reading().to_json().replace('"A1"', '"A9"').replace('"R1"', '"R7"')
    found = compared(Ledger.from_json(renamed))
    assert found.labels["source is the same actor"].accuracy == 1.0
    assert found.found["positions (actor, stance, target)"].f1 == 1.0


def test_counts_add_up_over_articles() -> None:
    comparison = Comparison()
    comparison.add(reading(), reading())
    comparison.add(reading(), reading(claims=()))
    assert comparison.found["claims"].f1 == pytest.approx(2 / 3)
    assert "| claims | 2 | 1 | 66.7 |" in comparison.as_markdown()
