from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BrokenUnicode, InvalidLedger, InvalidSpan
from reportedly.ledger import (
    Article,
    Attribution,
    Ledger,
    ModelInfo,
    schema,
)

SCHEMA = Path(__file__).parents[1] / "docs" / "ledger.schema.json"

MODEL = ModelInfo(name="by hand", version="1")

# One entry of every kind, as a careful editor would write it for two sentences.
LEDGER = Ledger.from_json((Path(__file__).parent / "fixtures" / "ledger.json").read_bytes())
TEXT = LEDGER.article.text

# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_json_comes_back_equal(indent: int | None) -> None:
    assert Ledger.from_json(LEDGER.to_json(indent)) == LEDGER
    assert Ledger.from_json(LEDGER.to_json(indent).encode()) == LEDGER


def test_json_is_indented_when_asked() -> None:
    assert "\n" not in LEDGER.to_json()
    assert LEDGER.to_json(2).startswith('{\n  "format": "reportedly.ledger/1",\n  "model": {\n    ')


def test_keys_stand_in_the_order_of_the_contract() -> None:
    document = json.loads(LEDGER.to_json())
    assert " ".join(document) == (
        "format model article actors attributions claims positions conditions flags"
    )
    assert " ".join(document["article"]) == "id title outlet author published url language text"
    assert " ".join(document["actors"][0]) == (
        "id name kind named anonymity title affiliation nationality basis justification_spans "
        "plural mentions confidence"
    )
    assert " ".join(document["attributions"][0]) == (
        "id source source_spans cue_spans content_spans carried_spans quotation act negated chain "
        "within dates confidence"
    )
    assert " ".join(document["claims"][0]) == (
        "id spans attribution chain certainty polarity hearsay markers time dates confidence"
    )
    assert " ".join(document["positions"][0]) == (
        "id actor stance target_spans claim attribution evidence_spans confidence"
    )
    assert " ".join(document["conditions"][0]) == (
        "id outcome_spans requirement_spans relation cue_spans claim attribution confidence"
    )
    assert document["claims"][0]["dates"] == [
        {"span": [50, 56], "start": None, "end": "2024-05-31"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "one\r\ntwo\rthree\n",
        "a\u00a0b\u200bc\u2028d\u2029e",  # no-break and zero-width spaces, line separators
        "👩\u200d👩\u200d👧 said 🇳🇱",
        "e\u0301 is not é",
        "\x00\x1b[31m\x7f",
        "“he said ‘yes’”, \ufeff\uffff\U0010ffff",
        '</script>"\\\\u0041',
    ],
)
def test_text_is_kept_to_the_character(text: str) -> None:
    ledger = Ledger(model=MODEL, article=Article(text=text))
    assert Ledger.from_json(ledger.to_json()).article.text == text


@given(
    text=st.text(min_size=1),
    title=st.none() | st.text(),
    confidence=st.floats(0, 1),
    data=st.data(),
)
def test_any_ledger_comes_back_equal(
    text: str, title: str | None, confidence: float, data: st.DataObject
) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=5))
    spans = tuple((start, data.draw(st.integers(start + 1, len(text)))) for start in starts)
    ledger = Ledger(
        model=MODEL,
        article=Article(text=text, title=title),
        attributions=(Attribution(id="R1", content_spans=spans, confidence=confidence),),
    )
    again = Ledger.from_json(ledger.to_json())
    assert again == ledger
    assert again.text_of(spans) == " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize("field", ["text", "title", "outlet", "author", "published", "url"])
@pytest.mark.parametrize("half", [chr(0xD83D), chr(0xDC80)])
def test_half_a_character_is_refused(field: str, half: str) -> None:
    with pytest.raises(BrokenUnicode) as caught:
        Article(**{"text": "Rain.", field: f"Ra{half}in"})
    assert caught.value.details == {"field": field, "offset": 2}


@pytest.mark.parametrize(
    ("document", "path", "reason"),
    [
        ("", "$", "Input data was truncated"),
        ("{", "$", "Input data was truncated"),
        ("[]", "$", "Expected `object`, got `array`"),
        ("{}", "$", "Object missing required field `model`"),
        (b"\xff", "$", "malformed"),
        (LEDGER.to_json().replace('"quotation":"indirect"', '"quotation":"oblique"', 1),
         "$.attributions[0].quotation", "Invalid enum value 'oblique'"),
        (LEDGER.to_json().replace("[58,67]", "[58]", 1),
         "$.actors[2].mentions[0]", "Expected `array` of length 2"),
        (LEDGER.to_json().replace("[58,67]", "[-1,67]", 1),
         "$.actors[2].mentions[0][0]", "Expected `int` >= 0"),
        (LEDGER.to_json().replace("[58,67]", '[58,"67"]', 1),
         "$.actors[2].mentions[0][1]", "Expected `int`, got `str`"),
        (LEDGER.to_json().replace("ledger/1", "ledger/2", 1),
         "$.format", "it was written as 'reportedly.ledger/2', and this version reads"),
        ('{"extra":' + "[" * 100_000, "$", "recursion"),
    ],
)  # fmt: skip
def test_a_document_that_is_no_ledger(document: str | bytes, path: str, reason: str) -> None:
    with pytest.raises(InvalidLedger) as caught:
        Ledger.from_json(document)
    assert caught.value.path == path
    assert reason in caught.value.reason


def test_a_document_with_a_bad_span_is_refused() -> None:
    with pytest.raises(InvalidSpan):
        Ledger.from_json(LEDGER.to_json().replace("[58,67]", "[58,670]", 1))


def test_fields_of_a_later_version_are_passed_over() -> None:
    document = {**json.loads(LEDGER.to_json()), "weather": "wet"}
    document["claims"][0]["mood"] = "hopeful"
    assert Ledger.from_json(json.dumps(document)) == LEDGER


# --- the article, and how a ledger shows itself ---------------------------------------------------


def test_the_id_is_the_sha256_of_the_text() -> None:
    # printf 'caf\303\251' | sha256sum
    assert Article(text="café").id == (
        "850f7dc43910ff890f8879c0ed26fe697c93a067ad93a7d50f466a7028a9bf4e"
    )


def test_what_was_read_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        LEDGER.article.text = "another"  # type: ignore[misc]


def test_fragments_are_shown_with_a_gap() -> None:
    assert LEDGER.text_of(()) == ""
    assert LEDGER.text_of(((58, 67),)) == "Ada Quill"
    assert LEDGER.text_of(((0, 9), (50, 56))) == "The ferry … by May"


class Cells(HTMLParser):
    """The text of each cell, and every tag that is met."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def cells_of(ledger: Ledger) -> Cells:
    cells = Cells()
    cells.feed(ledger._repr_html_())
    return cells


def test_a_notebook_shows_who_how_what() -> None:
    shown = cells_of(LEDGER)
    assert shown.cells[:6] == ["R1", "Ada Quill", "told", TEXT[:56], "indirect", "1.00"]
    assert "The Daily Example: 2 attributions" in LEDGER._repr_html_()


def test_a_notebook_runs_nothing_from_the_article() -> None:
    text = "<script>alert(1)</script> & <img src=x onerror=alert(2)>"
    ledger = Ledger(
        model=MODEL,
        article=Article(text=text, title="<b>bold</b>"),
        attributions=(Attribution(id="<i>", content_spans=((0, len(text)),)),),
    )
    shown = cells_of(ledger)
    assert shown.cells[3] == text
    assert shown.tags == {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_a_notebook_is_not_drowned() -> None:
    many = tuple(Attribution(id=f"R{i}") for i in range(101))
    ledger = msgspec.structs.replace(LEDGER, attributions=many)
    assert len(cells_of(ledger).cells) == 6 * 100
    assert "101 attributions, the first 100 shown" in ledger._repr_html_()


# --- the schema ---------------------------------------------------------------------------------


def test_the_committed_schema_is_the_code_s() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema(), "run `make schema`"


def test_the_schema_is_one_and_admits_a_ledger() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(LEDGER.to_json()), schema())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"relation":"unless"', '"relation":"despite"'),
        ('"negated":false', '"negated":"no"'),
        ("[58,67]", "[58,67,70]"),
        ("[58,67]", "[-1,67]"),
        ('"confidence":1.0', '"confidence":1.5'),
        ('"id":"R1",', ""),
    ],
)
def test_the_schema_refuses_what_the_code_refuses(old: str, new: str) -> None:
    document = LEDGER.to_json().replace(old, new, 1)
    assert document != LEDGER.to_json()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(document), schema())
    with pytest.raises(InvalidLedger):
        Ledger.from_json(document)


def test_the_schema_explains_every_kind_of_entry_in_plain_words() -> None:
    for name, definition in schema()["$defs"].items():
        assert definition["description"], name
        assert ">>>" not in definition["description"], name
        assert "Raises" not in definition["description"], name
