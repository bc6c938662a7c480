"""``reportedly read``: which bytes go where, and with what exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.ledger import Ledger
from tests.cli.running import ARTICLE, QuickReader, Ran

Run = Callable[..., Ran]

pytestmark = pytest.mark.usefixtures("reader")


def written(desk: Path, text: str = ARTICLE, name: str = "a.txt") -> str:
    (desk / name).write_text(text, encoding="utf-8")
    return name


def test_pretty_is_the_default_and_has_no_colour_in_a_file(run: Run, desk: Path) -> None:
    ran = run("read", written(desk), "--outlet", "The Echo", "--published", "2024-03-04")
    assert ran.status == 0
    assert ran.error == ""
    assert "The Echo · 2024-03-04" in ran.out
    assert "R1 │ The ferry will sail in May, the minister said on Monday." in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "always", "--no-color"], {}, False),
        (["--color", "auto"], {"FORCE_COLOR": "1", "TERM": "xterm"}, True),
        (["--color", "auto"], {"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(
    run: Run,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("read", written(desk), *options).out) == coloured


def test_json_is_one_document_for_one_file(run: Run, desk: Path) -> None:
    ran = run("read", written(desk), "--format", "json", "--title", "Ferry", "--url", "https://a.b")
    ledger = Ledger.from_json(ran.out)
    assert ledger.article.text == ARTICLE
    assert (ledger.article.title, ledger.article.url) == ("Ferry", "https://a.b")
    assert ledger.text_of(ledger.attributions[0].cue_spans) == "said"


def test_json_is_an_array_for_a_folder_however_few_it_holds(run: Run, desk: Path) -> None:
    (desk / "one").mkdir()
    written(desk, name="one/a.txt")
    documents = json.loads(run("read", "one", "-f", "json").out)
    assert [document["article"]["text"] for document in documents] == [ARTICLE]


def test_json_of_lines_that_come_in_by_a_pipe_is_an_array(run: Run, desk: Path) -> None:
    lines = json.dumps({"text": ARTICLE}) + "\n" + json.dumps({"text": "B: " + ARTICLE}) + "\n"
    ran = run("read", "-", "-f", "json", standard_input=lines)
    assert len(json.loads(ran.out)) == 2


def test_jsonl_is_a_line_an_article(run: Run, articles: Path) -> None:
    ran = run("read", "reports", "-f", "jsonl")
    texts = [Ledger.from_json(line).article.text for line in ran.out.splitlines()]
    assert [text.split(":")[0] for text in texts] == ["a.txt", "b.txt", "may/a.txt"]


def test_standard_input_is_read_where_nothing_is_named(run: Run, desk: Path) -> None:
    ran = run("read", "-f", "json", standard_input=ARTICLE)
    assert Ledger.from_json(ran.out).article.text == ARTICLE


def test_fields_of_json_lines(run: Run, desk: Path) -> None:
    line = json.dumps({"body": ARTICLE, "source": "The Echo"})
    name = written(desk, line + "\n", "all.jsonl")
    ran = run("read", name, "--field", "text=body", "--field", "outlet=source", "-f", "jsonl")
    assert Ledger.from_json(ran.out).article.outlet == "The Echo"


def test_a_table_in_a_file_is_tab_separated_under_one_heading(run: Run, articles: Path) -> None:
    lines = run("read", "reports", "-f", "table").out.splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["article", "id"],
        [str(Path("reports/a.txt")), "R1"],
        [str(Path("reports/b.txt")), "R1"],
        [str(Path("reports/may/a.txt")), "R1"],
    ]


def test_a_table_in_colour_is_for_people(run: Run, desk: Path) -> None:
    out = run("read", written(desk), "-f", "table", "--color", "always").out
    assert "Confidence" in out
    assert "\t" not in out


def test_several_pretty_ones_stand_below_their_names(run: Run, articles: Path) -> None:
    lines = run("read", "reports/a.txt", "reports/b.txt").out.splitlines()
    assert [line for line in lines if line in ("reports/a.txt", "reports/b.txt")] == [
        "reports/a.txt",
        "reports/b.txt",
    ]


def test_html_is_one_page(run: Run, desk: Path) -> None:
    out = run("read", written(desk), "--format", "html").out
    assert out.startswith("<!DOCTYPE html>")
    assert out.endswith("</html>\n")


@pytest.mark.parametrize("inputs", [["reports"], ["reports/a.txt", "reports/b.txt"]])
def test_several_pages_need_a_folder(run: Run, articles: Path, inputs: list[str]) -> None:
    ran = run("read", *inputs, "--format", "html")
    assert (ran.status, ran.out) == (2, "")
    assert "--out" in ran.error
    assert QuickReader.given == []


def test_lines_by_a_pipe_cannot_be_one_page(run: Run, desk: Path) -> None:
    lines = (json.dumps({"text": ARTICLE}) + "\n") * 2
    ran = run("read", "-", "--format", "html", standard_input=lines)
    assert (ran.status, ran.out) == (2, "")
    assert "--out" in ran.error


def test_a_bad_file_is_reported_and_the_rest_go_on(run: Run, articles: Path) -> None:
    ran = run("read", "reports", "-f", "jsonl")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 3
    assert "error R102" in ran.error
    assert "empty.txt is empty. Give it at least one sentence." in ran.error
    assert "3 read, 1 failed" in ran.error


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere.txt"], "R101"),
        (["reports/empty.txt"], "R102"),
        (["reports/a.txt", "--published", "3 March"], "R201"),
        (["reports/a.txt", "--input-format", "pdf"], "R202"),
        (["reports/a.txt", "--model", "huge"], "R301"),
        (["reports/a.txt", "--max-characters", "10"], "R104"),
    ],
)
def test_nothing_read_is_status_2(
    run: Run, articles: Path, arguments: list[str], code: str
) -> None:
    ran = run("read", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert f"error {code} " in ran.error
    assert "Traceback" not in ran.error


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--field", "text"),
        ("--field", "headline=h"),
        ("--jobs", "0"),
        ("--format", "pdf"),
        ("--layers", "claims,verbs"),
    ],
)
def test_what_cannot_be_asked_for(run: Run, desk: Path, option: str, value: str) -> None:
    ran = run("read", written(desk), option, value)
    assert ran.status == 2
    assert option in ran.error


def test_not_english_needs_force(run: Run, desk: Path) -> None:
    text = "Die Fähre fährt im Mai, sagte die Ministerin am Montag. Niemand hat sie gesehen.\n"
    name = written(desk, text * 3)
    assert "R106" in run("read", name).error
    ran = run("read", name, "--force", "-f", "json")
    assert ran.status == 0
    assert Ledger.from_json(ran.out).article.language == "de"


def test_jobs_are_threads_for_one_article(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Counted(QuickReader):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            asked.append(self.threads)

    monkeypatch.setattr("reportedly.reading.reader.Reader", Counted)
    run("read", written(desk), "--jobs", "2")
    run("read", written(desk), written(desk), "--jobs", "2")
    assert asked == [2, 1]


def test_a_hostile_file_name_cannot_control_the_terminal(run: Run, desk: Path) -> None:
    ran = run("read", "\x1b[2Jnowhere.txt")
    assert "␛[2Jnowhere.txt" in ran.error
    assert "\x1b" not in ran.error


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_is_one_line_unless_asked(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch, debug: bool
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("at sea")

    monkeypatch.setattr(QuickReader, "read_many", broken)
    ran = run("read", written(desk), *(["--debug"] if debug else []))
    assert ran.status == 70
    assert "fault in reportedly ZeroDivisionError: at sea" in ran.error
    assert ("Traceback" in ran.error) == debug
    assert ("--debug" in ran.error) != debug


def test_a_fault_over_one_article_leaves_the_others_alone(run: Run, articles: Path) -> None:
    (articles / "boat.txt").write_text("The boat sank, she said.", encoding="utf-8")
    ran = run("read", "reports", "-f", "jsonl")
    assert ran.status == 1
    assert "R303 Reading reports/boat.txt failed: ZeroDivisionError: at sea." in ran.error
    assert len(ran.out.splitlines()) == 3
    assert "3 read, 2 failed" in ran.error


def test_ctrl_c_leaves_a_whole_array(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_many = QuickReader.read_many

    def stopped(self: QuickReader, *arguments: object, **options: object) -> object:
        ledgers = read_many(self, *arguments, **options)  # type: ignore[arg-type]
        yield next(ledgers)
        yield next(ledgers)
        raise KeyboardInterrupt

    monkeypatch.setattr(QuickReader, "read_many", stopped)
    ran = run("read", "reports", "-f", "json")
    assert ran.status == 130
    assert len(json.loads(ran.out)) == 2
    assert "Stopped." in ran.error
