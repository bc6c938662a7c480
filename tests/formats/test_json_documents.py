"""JSON in three shapes, all read back without loss."""

from __future__ import annotations

import json as standard_json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import json
from reportedly.ledger import Ledger
from tests.formats.ledgers import FERRY, any_ledgers


@given(any_ledgers())
def test_document_and_line_round_trip(ledger: Ledger) -> None:
    assert Ledger.from_json(json.document(ledger)) == ledger
    assert Ledger.from_json(json.line(ledger)) == ledger
    assert json.line(ledger).count("\n") == 1


@given(st.lists(any_ledgers(), max_size=3))
def test_array_holds_every_ledger(ledgers: list[Ledger]) -> None:
    documents = standard_json.loads("".join(json.array(ledgers)))
    assert [Ledger.from_json(standard_json.dumps(one)) for one in documents] == ledgers


def test_a_span_stands_on_one_line() -> None:
    assert '"cue_spans": [[36, 40]],' in json.document(FERRY)


def test_what_looks_like_a_span_in_the_text_is_left_alone() -> None:
    text = "[\n      1,\n      2\n    ]"
    ledger = Ledger(model=FERRY.model, article=type(FERRY.article)(text=text))
    assert Ledger.from_json(json.document(ledger)).article.text == text


@pytest.mark.parametrize("count", [0, 1, 2])
def test_array_is_made_one_ledger_at_a_time(count: int) -> None:
    drawn = 0

    def ledgers() -> object:
        nonlocal drawn
        for _ in range(count):
            drawn += 1
            yield FERRY

    parts = json.array(ledgers())  # type: ignore[arg-type]
    next(parts)
    assert drawn == min(count, 1)
