from __future__ import annotations

import dataclasses
import pickle
import re
from pathlib import Path
from typing import Any

import pytest

from reportedly import errors
from reportedly.errors import CATALOGUE, InvalidLedger, InvalidSpan, ReportedlyError, as_markdown

PAGE = Path(__file__).parents[1] / "docs" / "errors.md"

# The words of every error, filled in. A code once given out keeps its meaning.
MESSAGES = [
    ("R101", {"name": "a.txt"}, "a.txt: there is nothing to read there."),
    ("R102", {}, "the text is empty."),
    ("R102", {"name": "a.txt"}, "a.txt is empty."),
    ("R103", {"name": "a.pdf"}, "a.pdf is not a text file."),
    (
        "R104",
        {"name": "a.txt", "length": 5_000_001, "limit": 5_000_000},
        "a.txt has 5,000,001 characters; the limit is 5,000,000.",
    ),
    ("R105", {"name": "a.txt"}, "a.txt: its character encoding cannot be told."),
    (
        "R106",
        {"language": "nl"},
        "the text looks like language 'nl', and only English is read.",
    ),
    (
        "R107",
        {"name": "a.jsonl", "line": 3, "reason": "cut short"},
        "a.jsonl, line 3: not a JSON object (cut short).",
    ),
    (
        "R108",
        {"name": "a.jsonl", "line": 3, "field": "body"},
        "a.jsonl, line 3: no text under 'body'.",
    ),
    ("R109", {"name": "a.html"}, "a.html: no article was found in the page."),
    (
        "R110",
        {"field": "outlet", "offset": 7},
        "The outlet has half a character (a lone surrogate) at offset 7.",
    ),
    ("R201", {"value": "4 March"}, "'4 March' is not a date."),
    ("R202", {"name": "docx", "known": "json, html"}, "There is no format 'docx'."),
    ("R301", {"name": "huge", "known": "small"}, "There is no model 'huge'."),
    (
        "R302",
        {"name": "small", "reason": "model.onnx is cut short"},
        "The model 'small' cannot be loaded: model.onnx is cut short.",
    ),
    (
        "R303",
        {"name": "boat.txt", "reason": "ZeroDivisionError: at sea"},
        "Reading boat.txt failed: ZeroDivisionError: at sea.",
    ),
    ("R304", {"what": "the desk", "extra": "desk"}, "What the desk needs is not installed."),
    (
        "R401",
        {"name": "out/a.json", "reason": "it exists"},
        "Cannot write out/a.json: it exists.",
    ),
    (
        "R501",
        {"path": "$.claims[2]", "reason": "no id"},
        "Not a valid ledger: no id, at $.claims[2].",
    ),
    (
        "R502",
        {"path": "$.claims[2].spans[0]", "reason": "C3 has the span [4, 2)"},
        "Not a valid ledger: C3 has the span [4, 2), at $.claims[2].spans[0].",
    ),
    ("R601", {"name": "desk.sqlite"}, "There is no desk at desk.sqlite."),
    (
        "R602",
        {"name": "notes.txt", "reason": "file is not a database"},
        "notes.txt cannot be used as a desk: file is not a database.",
    ),
    (
        "R603",
        {"name": "desk.sqlite"},
        "desk.sqlite was made by an older version of reportedly.",
    ),
    (
        "R604",
        {"name": "desk.sqlite"},
        "desk.sqlite was made by a newer version of reportedly.",
    ),
    (
        "R605",
        {"article": 7, "name": "desk.sqlite"},
        "There is no article 7 on desk.sqlite, or no such version of it.",
    ),
    (
        "R606",
        {"name": "desk.sqlite", "reason": "database or disk is full"},
        "desk.sqlite failed: database or disk is full.",
    ),
    (
        "R621",
        {"entry": "R9", "article": 7, "name": "desk.sqlite"},
        "Article 7 on desk.sqlite has no entry R9.",
    ),
    (
        "R622",
        {"kind": "claim", "field": "act", "known": "spans"},
        "claim.act is no field that can be set.",
    ),
    (
        "R623",
        {"kind": "attribution", "field": "act", "value": "lie", "known": "statement, denial"},
        "attribution.act cannot be 'lie'.",
    ),
    (
        "R624",
        {"quoted": "rain", "count": 1},
        "The words 'rain' are not in the text so often: times found there, 1.",
    ),
    (
        "R625",
        {"kind": "position", "fields": "actor, stance"},
        "A new position needs more: actor, stance.",
    ),
    (
        "R626",
        {"entry": "A0"},
        "A0 is the outlet itself, with which every chain begins; it cannot be rejected.",
    ),
    (
        "R627",
        {"number": 4, "name": "desk.sqlite"},
        "There is no correction 4 on desk.sqlite.",
    ),
    (
        "R628",
        {"address": "https://a.example/rss", "name": "desk.sqlite"},
        "https://a.example/rss is not among the feeds that desk.sqlite follows.",
    ),
    (
        "R631",
        {"story": "ferry", "name": "desk.sqlite"},
        "There is no story 'ferry' on desk.sqlite.",
    ),
    (
        "R632",
        {"story": "ferry", "name": "desk.sqlite"},
        "There is a story 'ferry' on desk.sqlite already.",
    ),
    (
        "R633",
        {"article": 7, "story": "ferry"},
        "Article 7 is not in the story 'ferry'.",
    ),
    (
        "R634",
        {"number": 2, "story": "ferry"},
        "The story 'ferry' has no decision 2 about names.",
    ),
    ("R635", {"claim": "G9", "story": "ferry"}, "The story 'ferry' has no claim G9."),
    (
        "R636",
        {"story": "ferry", "actor": "Falk"},
        "Nobody in the story 'ferry', or more than one, is called Falk.",
    ),
    (
        "R701",
        {"name": "http://localhost/", "reason": "127.0.0.1 is not a public address"},
        "http://localhost/ is not asked: 127.0.0.1 is not a public address.",
    ),
    (
        "R702",
        {"name": "https://a.example/", "reason": "the host a.example is not known"},
        "https://a.example/ cannot be reached: the host a.example is not known.",
    ),
    (
        "R703",
        {"name": "https://a.example/", "limit": 20_000_000},
        "https://a.example/ is larger than 20,000,000 bytes.",
    ),
    (
        "R704",
        {"name": "https://a.example/", "seconds": 30},
        "https://a.example/ was not there in full after 30 seconds.",
    ),
    (
        "R705",
        {"name": "https://a.example/", "kind": "image/png", "wanted": "a feed"},
        "https://a.example/ is of type image/png, and not a feed.",
    ),
    (
        "R706",
        {"name": "https://a.example/", "status": 404},
        "https://a.example/: the server answers with HTTP status 404.",
    ),
    (
        "R707",
        {"name": "https://a.example/"},
        "https://a.example/ is not to be asked for by programs, says the outlet's robots.txt.",
    ),
    (
        "R708",
        {"name": "a", "until": "2024-03-04T09:30:00Z"},
        "a is left alone until 2024-03-04T09:30:00Z, since its host asked for a pause.",
    ),
    (
        "R709",
        {"name": "https://a.example/", "reason": "it is empty"},
        "https://a.example/ is no feed that can be read: it is empty.",
    ),
    (
        "R810",
        {"quoted": "ferry", "nearest": "bridge, tunnel"},
        "No report makes anything hang on 'ferry'.",
    ),
    (
        "R811",
        {"quoted": "vote", "candidates": "vote-in-may, vote-in-june"},
        "'vote' may mean several things: vote-in-may, vote-in-june.",
    ),
    (
        "R812",
        {"assumption": "ceasefire", "reason": "it has no value"},
        "'ceasefire' is no assumption: it has no value.",
    ),
]


@pytest.mark.parametrize(("code", "details", "message"), MESSAGES)
def test_message(code: str, details: dict[str, Any], message: str) -> None:
    error = CATALOGUE[code](**details)
    assert error.message == message
    assert str(error) == f"[{code}] {message} {error.hint}"


def test_every_error_is_in_the_list_above() -> None:
    assert sorted(CATALOGUE) == sorted({code for code, _, _ in MESSAGES})


@pytest.mark.parametrize(("code", "details", "message"), MESSAGES)
def test_comes_back_whole_from_a_worker_process(
    code: str, details: dict[str, Any], message: str
) -> None:
    error = CATALOGUE[code](**details)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (again.details, again.message) == (error.details, message)


def test_text_in_details_is_not_taken_for_a_template() -> None:
    assert errors.InputNotFound(name="{limit}{0}").message.startswith("{limit}{0}: ")


def test_hints_can_name_the_choices() -> None:
    error = errors.UnknownModel(name="huge", known="small, large")
    assert error.hint == "Choose one of: small, large; or give the path of a model's folder."


@pytest.mark.parametrize(
    ("code", "status"),
    [("R101", 1), ("R201", 2), ("R301", 2), ("R302", 3), ("R401", 3), ("R501", 1)],
)
def test_exit_status_tells_input_command_and_setup_apart(code: str, status: int) -> None:
    assert CATALOGUE[code].exit_status == status


def test_a_bad_span_is_a_bad_ledger() -> None:
    with pytest.raises(InvalidLedger):
        raise InvalidSpan(path="$", reason="empty")


def test_a_code_is_given_out_once() -> None:
    with pytest.raises(TypeError, match="TakesACode takes the code of EmptyText"):
        type("TakesACode", (ReportedlyError,), {"code": "R102"})


def test_the_page_is_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), "run `make schema`"


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_error_has_its_heading_and_names_its_details(code: str) -> None:
    error = CATALOGUE[code]
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {code} {error.__name__}\n")[1]
    shown = set(re.findall(r"{(\w+)", section.split("\n## ")[0]))
    assert shown == {field.name for field in dataclasses.fields(error)}
