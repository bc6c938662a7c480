"""``--out``: one whole file an article, and a second run that does only what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.choices import OutputFormat
from reportedly.cli.folder import Folder, file_name
from reportedly.errors import CannotWrite
from reportedly.ledger import Article, Ledger, ModelInfo
from tests.cli.running import ARTICLE, QuickReader, Ran

Run = Callable[..., Ran]

INFO = ModelInfo(name="small", version="1.0")


@pytest.fixture(autouse=True)
def _same_version(reader: type[QuickReader], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.run.info_of", lambda _folder: INFO)


def outputs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


@pytest.mark.parametrize(
    ("format_", "suffix"),
    [
        ("json", ".json"),
        ("jsonl", ".jsonl"),
        ("html", ".html"),
        ("table", ".tsv"),
        ("pretty", ".txt"),
    ],
)
def test_one_file_an_article_and_nothing_twice(
    run: Run, articles: Path, format_: str, suffix: str
) -> None:
    first = run("read", "reports", "--out", "ledgers", "--format", format_)
    assert (first.status, first.out) == (1, "")
    assert "3 read, 1 failed" in first.error
    made = outputs(Path("ledgers"))
    assert [path.suffix for path in made] == [suffix] * 3
    assert [path.name[:2] for path in made] == ["a-", "a-", "b-"]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in made]
    second = run("read", "reports", "--out", "ledgers", "--format", format_)
    assert "0 read, 3 there already, 1 failed" in second.error
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in made] == before
    assert len(QuickReader.given) == 3


def test_a_json_file_is_a_ledger(run: Run, articles: Path) -> None:
    run("read", "reports/a.txt", "--out", "ledgers", "--format", "json")
    (made,) = outputs(Path("ledgers"))
    assert Ledger.from_json(made.read_bytes()).article.text == "a.txt: " + ARTICLE


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-10])


def bits_flipped(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"ferry", b"fairy"))


@pytest.mark.parametrize("damage", [cut_short, bits_flipped, Path.unlink])
def test_a_damaged_file_is_made_again(
    run: Run, articles: Path, damage: Callable[[Path], None]
) -> None:
    command = ("read", "reports", "--out", "ledgers", "-f", "json")
    run(*command)
    victim = outputs(Path("ledgers"))[1]
    whole = victim.read_bytes()
    damage(victim)
    assert (
        "1 read, 2 there already" in run("read", "reports", "--out", "ledgers", "-f", "json").error
    )
    assert victim.read_bytes() == whole


@pytest.mark.parametrize(
    ("change", "options"),
    [
        (lambda: Path("reports/a.txt").write_text("New. " + ARTICLE), []),
        (lambda: None, ["--outlet", "The Echo"]),
    ],
    ids=["text", "metadata"],
)
def test_what_changed_is_read_again(
    run: Run, articles: Path, change: Callable[[], None], options: list[str]
) -> None:
    command = ("read", "reports/a.txt", "--out", "ledgers", "-f", "json")
    run(*command)
    change()
    assert "1 read, in" in run(*command, *options).error
    assert len(outputs(Path("ledgers"))) == 1


def test_another_version_of_the_model_reads_again(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("read", "reports/a.txt", "--out", "ledgers", "-f", "json")
    run(*command)
    newer = ModelInfo(name="small", version="1.1")
    monkeypatch.setattr("reportedly.cli.run.info_of", lambda _folder: newer)
    assert "1 read, in" in run(*command).error


def test_lines_of_one_file_go_into_files_of_their_own(run: Run, desk: Path) -> None:
    (desk / "all.jsonl").write_text('{"text": "Rain, she said."}\n{"text": "Sun, he said."}\n')
    run("read", "all.jsonl", "--out", "ledgers", "-f", "json")
    assert [path.name.rpartition("-")[0] for path in outputs(Path("ledgers"))] == ["all-1", "all-2"]


@pytest.mark.parametrize("out", ["reports", "reports/may/out"])
def test_a_folder_that_would_be_read_next_time_is_refused(
    run: Run, articles: Path, out: str
) -> None:
    ran = run("read", "reports", "--out", out, "--format", "html")
    assert ran.status == 2
    assert "would be read" in " ".join(ran.error.split())
    assert QuickReader.given == []


def test_json_may_lie_among_the_articles(run: Run, articles: Path) -> None:
    for expected in ("3 read", "3 there already"):
        assert expected in run("read", "reports", "--out", "reports", "-f", "json").error


def test_other_layers_are_read_again(run: Run, articles: Path) -> None:
    command = ["read", "reports", "--out", "ledgers", "-f", "json"]
    assert "3 read" in run(*command, "--layers", "attributions").error
    assert "3 there already" in run(*command, "--layers", "attributions").error
    assert "3 read" in run(*command).error


def test_a_file_in_the_way_is_an_error(run: Run, articles: Path) -> None:
    Path("ledgers").write_text("not a folder")
    ran = run("read", "reports/a.txt", "--out", "ledgers")
    assert ran.status == 2
    assert "--out" in ran.error


def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path, OutputFormat.JSON, INFO)
    ledger = Ledger(model=INFO, article=Article(text=ARTICLE))

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        folder.keep("a.txt", ledger)
    assert outputs(tmp_path) == []
    assert not folder.holds("a.txt", ledger.article)


origins = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=90)


@given(origins, origins)
def test_names_are_safe_stable_and_never_shared(one: str, other: str) -> None:
    name = file_name(one, OutputFormat.JSON)
    assert name == file_name(one, OutputFormat.JSON)
    assert Path(name).name == name
    assert not name.startswith(".")
    assert name.isascii()
    assert len(name) < 100
    assert (name.lower() == file_name(other, OutputFormat.JSON).lower()) == (one == other)
