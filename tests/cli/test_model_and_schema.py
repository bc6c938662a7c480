"""``reportedly model`` and ``reportedly schema``: what reads, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import reportedly
from reportedly import ledger
from reportedly.cli.model import card_of, complete_name, info_of
from reportedly.errors import DamagedModel
from reportedly.story import story
from tests.cli.running import ARTICLE, Ran

Run = Callable[..., Ran]


@pytest.fixture
def model_folder(desk: Path) -> Path:
    folder = desk / "models" / "mine"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text('{"name": "mine", "version": "2.1", "other": [1]}')
    (folder / "model.onnx").write_bytes(bytes(3_000_000))
    (folder / "card.md").write_text("# Mine\n\nRead with \x1b[2Jcare.\n")
    return folder


def test_the_card_and_the_numbers(run: Run, model_folder: Path) -> None:
    ran = run("model", str(model_folder))
    assert ran.status == 0
    assert ran.out.splitlines()[1].split()[:4] == ["mine", "2.1", "3.0", "MB"]
    assert "# Mine\n\nRead with ␛[2Jcare." in ran.out


def test_the_card_is_set_in_type_on_a_terminal(
    run: Run, model_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    out = run("model", str(model_folder)).out
    assert "# Mine" not in out
    assert "\x1b[1mMine" in out or "\x1b[1;4mMine" in out
    assert "␛[2Jcare." in out


def test_the_list_of_models_names_the_one_that_ships(run: Run) -> None:
    ran = run("model", "--list")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines()][:1] == ["Name"]
    assert "small" in ran.out


def test_the_shell_completes_the_names_of_models() -> None:
    assert complete_name("sm") == ["small"]
    assert complete_name("none such") == []


def test_no_such_model(run: Run) -> None:
    ran = run("model", "huge")
    assert (ran.status, ran.out) == (2, "")
    assert "error R301" in ran.error
    assert "small" in ran.error


def test_a_damaged_model_is_the_installations_fault(run: Run, model_folder: Path) -> None:
    (model_folder / "card.md").unlink()
    with pytest.raises(DamagedModel):
        card_of(model_folder)
    (model_folder / "config.json").write_text("{")
    with pytest.raises(DamagedModel):
        info_of(model_folder)
    assert run("model", str(model_folder)).status == 3


@pytest.mark.usefixtures("reader")
def test_what_is_read_fits_the_schema_that_is_printed(run: Run, desk: Path) -> None:
    (desk / "a.txt").write_text(ARTICLE)
    schema = json.loads(run("schema").out)
    assert schema == ledger.schema()
    jsonschema.validate(json.loads(run("read", "a.txt", "-f", "json").out), schema)


def test_the_contract_of_a_story_is_printed_as_well(run: Run) -> None:
    assert json.loads(run("schema", "story").out) == story.schema()
    assert run("schema", "ledger").out == run("schema").out
    assert run("schema", "song").status == 2


def test_the_large_model_of_a_checkout_reads(run: Run) -> None:
    ran = run("model", "large")
    assert ran.status == 0
    assert "all-mpnet-base-v2" in ran.out
    [entry] = reportedly.read("The bridge is safe, the mayor said.", model="large").attributions
    assert entry.content_spans == ((0, 18),)
