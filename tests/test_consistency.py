"""What holds between the entries of a ledger, and how a fault is told."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import pytest

from reportedly.errors import InvalidLedger, InvalidSpan
from reportedly.ledger import Article, Attribution, Date, Ledger, ModelInfo, validate

MODEL = ModelInfo(name="by hand", version="1")

# One entry of every kind, as a careful editor would write it for two sentences.
LEDGER = Ledger.from_json((Path(__file__).parent / "fixtures" / "ledger.json").read_bytes())
TEXT = LEDGER.article.text

LAYERS = ("actors", "attributions", "claims", "positions", "conditions")


def changed(layer: str, index: int, **values: Any) -> Ledger:
    """The ledger by hand with one entry changed."""
    entries = list(getattr(LEDGER, layer))
    entries[index] = msgspec.structs.replace(entries[index], **values)
    return msgspec.structs.replace(LEDGER, **{layer: tuple(entries)})


def fields_of_type(wanted: object) -> list[tuple[str, str]]:
    """Each (layer, field) whose declared type is as wanted."""
    return [
        (layer, field)
        for layer in LAYERS
        for field, kind in get_type_hints(type(getattr(LEDGER, layer)[0])).items()
        if kind == wanted
    ]


def test_the_ledger_by_hand_is_valid() -> None:
    validate(LEDGER)


@pytest.mark.parametrize("span", [(-1, 3), (4, 4), (9, 3), (0, 108), (107, 108)])
@pytest.mark.parametrize(("layer", "field"), fields_of_type(tuple[tuple[int, int], ...]))
def test_a_span_outside_the_text(layer: str, field: str, span: tuple[int, int]) -> None:
    last = len(getattr(LEDGER, layer)) - 1
    with pytest.raises(InvalidSpan) as caught:
        validate(changed(layer, last, **{field: ((0, 107), span)}))
    assert caught.value.path == f"$.{layer}[{last}].{field}[1]"
    entry = getattr(LEDGER, layer)[last]
    assert caught.value.reason == (
        f"{entry.id} has the span [{span[0]}, {span[1]}) in a text of 107 characters"
    )


@pytest.mark.parametrize(("layer", "field"), fields_of_type(tuple[Date, ...]))
def test_a_date_outside_the_text(layer: str, field: str) -> None:
    with pytest.raises(InvalidSpan) as caught:
        validate(changed(layer, 0, **{field: (Date(span=(80, 108)),)}))
    assert caught.value.path == f"$.{layer}[0].{field}[0].span"


def test_all_kinds_of_span_were_tried() -> None:
    assert len(fields_of_type(tuple[tuple[int, int], ...])) == 13
    assert len(fields_of_type(tuple[Date, ...])) == 2


@pytest.mark.parametrize(
    ("layer", "field", "value", "lacking"),
    [
        ("attributions", "source", "A9", "actors"),
        ("attributions", "source", "C1", "actors"),  # exists, but is no actor
        ("attributions", "chain", ("A0", "A9"), "actors"),
        ("attributions", "within", "R9", "attributions"),
        ("claims", "attribution", "R9", "attributions"),
        ("claims", "chain", ("A9",), "actors"),
        ("positions", "actor", "A9", "actors"),
        ("positions", "claim", "C9", "claims"),
        ("positions", "attribution", "", "attributions"),
        ("conditions", "claim", "C9", "claims"),
        ("conditions", "attribution", "R9", "attributions"),
    ],
)
def test_a_reference_that_meets_nothing(layer: str, field: str, value: Any, lacking: str) -> None:
    with pytest.raises(InvalidLedger, match=f"not among the {lacking}") as caught:
        validate(changed(layer, 0, **{field: value}))
    assert caught.value.path == f"$.{layer}[0].{field}"


@pytest.mark.parametrize(("layer", "index"), [("attributions", 1), ("claims", 0), ("actors", 1)])
def test_an_id_used_twice(layer: str, index: int) -> None:
    taken = "A0" if layer != "attributions" else "R1"
    with pytest.raises(InvalidLedger, match=f"the id '{taken}' is used twice") as caught:
        validate(changed(layer, index, id=taken))
    assert caught.value.path == f"$.{layer}[{index}].id"


@pytest.mark.parametrize(
    ("within", "where"), [({"R1": "R1"}, 0), ({"R1": "R2", "R2": "R1"}, 0), ({"R2": "R2"}, 1)]
)
def test_an_attribution_within_itself(within: dict[str, str], where: int) -> None:
    ledger = Ledger(
        model=MODEL,
        article=Article(text=TEXT),
        attributions=tuple(Attribution(id=id_, within=within.get(id_)) for id_ in ("R1", "R2")),
    )
    with pytest.raises(InvalidLedger, match="lies within itself") as caught:
        validate(ledger)
    assert caught.value.path == f"$.attributions[{where}].within"


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
@pytest.mark.parametrize("layer", LAYERS)
def test_a_confidence_that_is_no_probability(layer: str, confidence: float) -> None:
    with pytest.raises(InvalidLedger) as caught:
        validate(changed(layer, 0, confidence=confidence))
    assert caught.value.path == f"$.{layer}[0].confidence"


def test_named_goes_with_anonymity() -> None:
    with pytest.raises(InvalidLedger, match="A2 is 'withheld', against its 'named'"):
        validate(changed("actors", 2, anonymity="withheld"))


def test_a_text_changed_after_reading_is_noticed() -> None:
    document = LEDGER.to_json().replace("will not sail", "will now sail")
    with pytest.raises(InvalidLedger, match="not the SHA-256 of the text"):
        Ledger.from_json(document)


def test_validation_keeps_up_with_a_very_long_text() -> None:
    nested = tuple(
        Attribution(id=f"R{i}", within=f"R{i - 1}" if i else None, cue_spans=((i, i + 1),))
        for i in range(30_000)
    )
    ledger = Ledger(model=MODEL, article=Article(text="x" * 30_000), attributions=nested)
    began = time.process_time()
    validate(ledger)
    assert (
        time.process_time() - began < 2
    )  # some 0.15 s on a laptop; a quadratic walk takes minutes
