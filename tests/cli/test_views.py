"""``reportedly audit``, ``board`` and ``conditions``: of articles, and of ledgers read before."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.formats import json as ledger_json
from reportedly.ledger import Article
from tests.cli.running import ARTICLE, QuickReader, Ran
from tests.formats.story import STORY

Run = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("reader")

COMMANDS = ("audit", "board", "conditions")
FIRST_LINES = {
    "audit": "Resting on one source without a name: 4 of 11 sentences",
    "board": " Tomas Brandt               ~ conditional   sign",
    "conditions": "└── unless the harbour is dredged — Tomas Brandt",
}


@pytest.fixture
def ledgers(desk: Path) -> Path:
    """A folder with the story's ledger in each shape, and other things beside it."""
    folder = desk / "ledgers"
    (folder / "more").mkdir(parents=True)
    (folder / "one.json").write_text(ledger_json.document(STORY), encoding="utf-8")
    (folder / "lines.jsonl").write_text(ledger_json.line(STORY) * 2, encoding="utf-8")
    array = "".join(ledger_json.array([STORY, STORY]))
    (folder / "more" / "array.json").write_text(array, encoding="utf-8")
    (folder / "package.json").write_text('{"name": "ferry"}', encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_ledger_is_shown_as_it_is(run: Run, ledgers: Path, command: str) -> None:
    ran = run(command, "ledgers/one.json")
    assert (ran.status, ran.error) == (0, "")
    assert ran.out.startswith("Ferry\nThe Daily Example · 2024-03-04\n")
    assert FIRST_LINES[command] in ran.out.splitlines()
    assert QuickReader.given == []


@pytest.mark.parametrize("command", COMMANDS)
def test_an_article_is_read_first(run: Run, desk: Path, command: str) -> None:
    (desk / "a.txt").write_text(ARTICLE)
    ran = run(command, "a.txt", "--outlet", "The Echo", "--published", "2024-03-04")
    assert ran.status == 0
    assert ran.out.startswith("The Echo · 2024-03-04\n")
    assert QuickReader.given == [ARTICLE]


@pytest.mark.parametrize(
    ("name", "origins"),
    [
        ("ledgers/one.json", ["ledgers/one.json"]),
        ("ledgers/lines.jsonl", ["ledgers/lines.jsonl:1", "ledgers/lines.jsonl:2"]),
        ("ledgers/more/array.json", ["ledgers/more/array.json:1", "ledgers/more/array.json:2"]),
        ("ledgers/*.json*", ["ledgers/lines.jsonl:1", "ledgers/lines.jsonl:2", "ledgers/one.json"]),
        (
            "ledgers",
            [
                "ledgers/lines.jsonl:1",
                "ledgers/lines.jsonl:2",
                "ledgers/more/array.json:1",
                "ledgers/more/array.json:2",
                "ledgers/one.json",
            ],
        ),
    ],
)
def test_ledgers_in_every_shape(run: Run, ledgers: Path, name: str, origins: list[str]) -> None:
    out = run("conditions", name, "-f", "csv").out
    rows = list(csv.DictReader(out.splitlines()))
    assert list(dict.fromkeys(row["article"] for row in rows)) == origins
    assert len(rows) == 3 * len(origins)
    assert QuickReader.given == []


@pytest.mark.parametrize(
    "document", [ledger_json.document(STORY), ledger_json.line(STORY), "\ufeff" + STORY.to_json()]
)
def test_a_ledger_by_a_pipe(run: Run, desk: Path, document: str) -> None:
    ran = run("board", standard_input=document)
    assert ran.status == 0
    assert FIRST_LINES["board"] in ran.out.splitlines()
    assert QuickReader.given == []


def test_an_article_by_a_pipe(run: Run, desk: Path) -> None:
    assert run("board", standard_input=ARTICLE).status == 0
    assert QuickReader.given == [ARTICLE]


def test_articles_and_ledgers_keep_their_order(run: Run, ledgers: Path, desk: Path) -> None:
    (desk / "a.txt").write_text("A: " + ARTICLE)
    (desk / "b.txt").write_text("B: " + ARTICLE)
    ran = run("audit", "a.txt", "ledgers/one.json", "b.txt", "-f", "json")
    names = [one["article"]["name"] for one in json.loads(ran.out)]
    assert names == ["a.txt", "ledgers/one.json", "b.txt"]
    assert "3 read" in ran.error


def test_a_folder_of_articles_and_ledgers(run: Run, ledgers: Path) -> None:
    (ledgers / "a.txt").write_text(ARTICLE)
    ran = run("audit", "ledgers", "-f", "json")
    assert (ran.status, len(json.loads(ran.out))) == (0, 6)
    assert QuickReader.given == [ARTICLE]


def test_one_article_is_one_document_and_several_stand_below_their_names(
    run: Run, ledgers: Path
) -> None:
    assert json.loads(run("audit", "ledgers/one.json", "-f", "json").out)["words"]["total"] == 101
    lines = run("audit", "ledgers/lines.jsonl").out.splitlines()
    assert lines[0] == "ledgers/lines.jsonl:1"
    assert "ledgers/lines.jsonl:2" in lines


@pytest.mark.parametrize("command", COMMANDS)
def test_what_read_writes_is_what_they_take(run: Run, desk: Path, command: str) -> None:
    (desk / "a.txt").write_text(ARTICLE)
    (desk / "a.json").write_text(run("read", "a.txt", "-f", "json").out)
    read, again = run(command, "a.txt"), run(command, "a.json")
    assert read.out == again.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{}", "Object missing required field"),
        ("[1", "Not a valid ledger"),
        ('[{"format": "reportedly.ledger/1"}]', "ledger 1"),
        (STORY.to_json().replace('"A8"', '"A99"', 1), "'A8'"),
        ('{"format": "reportedly.ledger/2"}', "reportedly.ledger/2"),
        ("", "Not a valid ledger"),
    ],
)
def test_a_broken_ledger_is_named(run: Run, desk: Path, content: str, told: str) -> None:
    (desk / "broken.json").write_text(content)
    ran = run("audit", "broken.json")
    assert (ran.status, ran.out) == (2, "")
    assert "error R50" in ran.error
    assert "broken.json" in ran.error
    assert told in ran.error


def test_a_broken_line_leaves_the_others_alone(run: Run, desk: Path) -> None:
    (desk / "all.jsonl").write_text(STORY.to_json() + "\n\n{\n" + STORY.to_json() + "\n")
    ran = run("conditions", "all.jsonl", "-f", "csv")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 1 + 6
    assert "all.jsonl, line 3" in ran.error
    assert "2 read, 1 failed" in ran.error


@pytest.mark.parametrize("name", ["nowhere.json", "nowhere/*.json", "empty"])
def test_nothing_to_read(run: Run, desk: Path, name: str) -> None:
    (desk / "empty").mkdir()
    ran = run("board", name)
    assert (ran.status, ran.out) == (2, "")
    assert "error R101" in ran.error


def test_who_says_that_they_are_articles_has_them_read(run: Run, ledgers: Path) -> None:
    ran = run("board", "ledgers/lines.jsonl", "--input-format", "jsonl")
    assert ran.status == 2
    assert "no text under 'text'" in ran.error


def test_a_ledger_needs_no_model(run: Run, ledgers: Path) -> None:
    assert run("board", "ledgers/one.json", "--model", "huge").status == 0


@pytest.mark.parametrize(("options", "coloured"), [([], False), (["--color", "always"], True)])
def test_colours(run: Run, ledgers: Path, options: list[str], coloured: bool) -> None:
    for command in COMMANDS:
        assert ("\x1b[" in run(command, "ledgers/one.json", *options).out) == coloured


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(run: Run, desk: Path, command: str) -> None:
    told = " ".join(run(command, "--help").out.split())
    assert f"reportedly {command} ledgers/ --format csv > {command}.csv" in told


def test_a_hostile_ledger_cannot_control_the_terminal(run: Run, desk: Path) -> None:
    hostile = STORY.to_json().replace("Tomas Brandt", "\\u001b[2JTomas").replace("plan", "p\\u0007")
    body = json.loads(hostile)
    body["article"]["id"] = ""
    body["article"]["id"] = Article(**body["article"]).id
    for layer in ("attributions", "claims", "positions", "conditions"):
        for entry in body[layer]:
            for field, value in entry.items():
                if field.endswith("spans") and value:
                    entry[field] = [[0, 5]]
    (desk / "hostile.json").write_text(json.dumps(body))
    for command in COMMANDS:
        out = run(command, "hostile.json").out
        assert not set(out) & {"\x1b", "\x07"}
