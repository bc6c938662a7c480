"""The contract of a story: its JSON Schema admits what is told, and explains every field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from reportedly.story.story import Story, schema

SCHEMA = Path(__file__).parents[2] / "docs" / "story.schema.json"

#: A story with one entry of every kind, as a program would read it.
DOCUMENT: dict[str, Any] = {
    "format": "reportedly.story/1",
    "name": "ferry",
    "reports": [{"number": 1, "article": 1, "outlet": "Echo", "published": "2025-03-04"}],
    "actors": [{"id": "S1", "name": "Ida Falk", "kind": "person", "members": [[1, "A1"]]}],
    "claims": [
        {
            "id": "G1",
            "words": "The ferry sails",
            "tellings": [{"quote": {"report": 1, "spans": [[0, 15]], "words": "The ferry sails"}}],
            "status": "single named source",
            "low": 1,
            "high": 1,
            "because": "One origin: Ida Falk (Echo).",
        }
    ],
    "conditions": {
        "propositions": [
            {
                "id": "ice",
                "gloss": {"report": 1, "spans": [], "words": "there is ice"},
                "kind": "event",
            }
        ]
    },
    "events": [{"start": "2025-05", "end": None, "as_of": "planned", "quotes": []}],
}


def test_the_committed_schema_is_the_code_s() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema(), "run `make schema`"


def test_the_schema_is_one_and_admits_a_story() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(DOCUMENT, schema())
    story = Story.from_json(json.dumps(DOCUMENT))
    jsonschema.validate(json.loads(story.to_json()), schema())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"single named source"', '"well known"'),
        ('"low": 1', '"low": -1'),
        ("[0, 15]", "[0]"),
        ('"as_of": "planned"', '"as_of": "soon"'),
        ('"kind": "event"', '"kind": "wish"'),
        ('"because": "One origin: Ida Falk (Echo)."', '"why": ""'),
        ("reportedly.story/1", "reportedly.story/2"),
    ],
)
def test_the_schema_refuses_what_the_code_refuses(old: str, new: str) -> None:
    document = json.dumps(DOCUMENT).replace(old, new, 1)
    assert document != json.dumps(DOCUMENT)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(document), schema())
    with pytest.raises(msgspec.DecodeError):
        Story.from_json(document)


def test_the_schema_explains_every_entry_and_every_field() -> None:
    for name, definition in schema()["$defs"].items():
        assert definition["description"], name
        assert ">>>" not in definition["description"], name
        for field, told in definition["properties"].items():
            assert told.get("description"), f"{name}.{field}"
