"""Files → articles, end to end: what is read, what fails, and that the rest goes on."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import (
    BadDate,
    BinaryInput,
    BrokenUnicode,
    EmptyText,
    InputNotFound,
    NotEnglish,
    ReportedlyError,
    TextTooLong,
    UnknownFormat,
)
from reportedly.intake import Failed, FieldNames, Item, Options, Read, make_article, read_articles

ENGLISH = "The ferry will not sail until the storm is over, the harbour master said on Monday."
FRENCH = (
    "Le conseil du port votera mardi sur la fermeture de l’ancien terminal, a déclaré la "
    "présidente. « Nous n’avons plus d’argent », a-t-elle dit à la presse."
)
JAPANESE = (
    "港湾評議会は火曜日、古いフェリーターミナルを閉鎖するかどうかを採決すると議長が述べた。"
    "「もう資金がない」と彼女は記者団に語った。交渉に詳しい二人の当局者によると、評議会は国からの"
    "融資を期待していたが、財務省はこれを否定した。"
)


def read_file(path: Path, data: bytes, options: Options | None = None) -> list[Item]:
    path.write_bytes(data)
    return list(read_articles([str(path)], options))


def text_of(item: Item) -> str:
    assert isinstance(item, Read), item
    return item.article.text


def error_of(item: Item) -> ReportedlyError:
    assert isinstance(item, Failed), item
    return item.error


def give_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_plain_text_is_the_whole_file_and_tells_nothing_else(tmp_path: Path) -> None:
    text = f"FERRY STOPS\r\n\r\n“Never,” she\u00a0said. {ENGLISH}\n```\n"
    (item,) = read_file(tmp_path / "a.txt", text.encode())
    assert text_of(item) == text
    assert isinstance(item, Read)
    assert item.origin == str(tmp_path / "a.txt")
    article = item.article
    assert (article.title, article.outlet, article.author) == (None, None, None)
    assert (article.published, article.url, article.language) == (None, None, "en")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_offsets_are_those_of_the_text_as_written(tmp_path: Path, encoding: str) -> None:
    text = f"{ENGLISH}\r\n“It’s over,” said Zoë.\r\n"
    (item,) = read_file(tmp_path / "a.txt", text.encode(encoding))
    start = text.index("“")
    assert text_of(item)[start : start + 11] == "“It’s over,"


def test_a_folder_with_bad_files_is_read_to_its_end(tmp_path: Path) -> None:
    files = {
        "a.txt": ENGLISH.encode(),
        "b.txt": b"%PDF-1.7",
        "c.txt": b" \r\n\t",
        "d.html": b"<html></html>",
        "e.jsonl": b'{"text": "' + ENGLISH.encode() + b'"}\nnot this\n{"text": " "}\n',
        "f.txt": JAPANESE.encode("shift_jis"),
        "g.md": f"# Ferry\n\n{ENGLISH}".encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    items = list(read_articles([str(tmp_path), str(tmp_path / "gone.txt")]))
    told = [
        (
            Path(item.origin).name,
            "read" if isinstance(item, Read) else type(item.error).__name__,
        )
        for item in items
    ]
    assert told == [
        ("a.txt", "read"),
        ("b.txt", "BinaryInput"),
        ("c.txt", "EmptyText"),
        ("d.html", "NoArticleText"),
        ("e.jsonl:1", "read"),
        ("e.jsonl:2", "MalformedJson"),
        ("e.jsonl:3", "EmptyText"),
        ("f.txt", "NotEnglish"),
        ("g.md", "read"),
        ("gone.txt", "InputNotFound"),
    ]


def test_errors_name_the_file_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    half, blank = read_file(path, b'{"text": "a \\ud800 b"}\n{"text": ""}\n')
    assert error_of(half).message == (
        f"The text of {path}, line 1 has half a character (a lone surrogate) at offset 2."
    )
    assert error_of(blank).message == f"{path}, line 2 is empty."


@pytest.mark.parametrize(
    ("data", "options", "text"),
    [
        (ENGLISH.encode(), Options(), ENGLISH),
        (b"<!DOCTYPE html><p>x", Options(format="text"), "<!DOCTYPE html><p>x"),
        (f"# Ferry\n\n{ENGLISH}".encode(), Options(format="markdown"), f"Ferry\n\n{ENGLISH}"),
        (b'{"text": "No."}', Options(), "No."),
        (b'{"body": "No."}', Options(fields=FieldNames(text="body")), "No."),
        (f"<html><body><p>{ENGLISH}</p></body></html>".encode(), Options(), ENGLISH),
    ],
    ids=["text", "a page as text", "Markdown", "JSON Lines", "other fields", "a page"],
)
def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, data: bytes, options: Options, text: str
) -> None:
    give_standard_input(monkeypatch, data)
    (item,) = read_articles(["-"], options)
    assert text_of(item) == text
    assert item.origin in ("-", "-:1")


def test_standard_input_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    give_standard_input(monkeypatch, b"")
    (item,) = read_articles(["-"])
    assert (item.origin, error_of(item).message) == ("-", "standard input is empty.")


def test_a_pipe_is_read_whole() -> None:
    script = (
        "from reportedly.intake import *;"
        "print([len(item.article.text) for item in read_articles(['-'])])"
    )
    text = (ENGLISH + "\n") * 3_000
    told = subprocess.run(
        [sys.executable, "-c", script], input=text, capture_output=True, text=True, check=True
    )
    assert told.stdout == f"[{len(text)}]\n"


def test_what_a_person_says_overrides_what_the_file_says(tmp_path: Path) -> None:
    line = {"text": ENGLISH, "title": "Ferry", "outlet": "The Echo", "author": "Al", "url": "u"}
    (tmp_path / "a.jsonl").write_text(json.dumps(line | {"published": "2024-03-04"}))
    options = Options(title="Boat", outlet=" The  Voice ", author=" ", published="2024-03-05T10:00")
    (item,) = read_articles([str(tmp_path / "a.jsonl")], options)
    assert isinstance(item, Read)
    article = item.article
    assert (article.title, article.outlet, article.author) == ("Boat", "The Voice", "Al")
    assert (article.published, article.url) == ("2024-03-05", "u")


def test_options_are_checked_before_anything_is_read() -> None:
    with pytest.raises(BadDate):
        Options(published="4 March 2024")
    with pytest.raises(UnknownFormat) as refusal:
        Options(format="pdf")  # type: ignore[arg-type]
    assert refusal.value.hint == "Choose one of: auto, text, html, markdown, jsonl."
    with pytest.raises(ValueError, match="must be 1 or more"):
        Options(max_characters=0)


@pytest.mark.parametrize(
    ("text", "encoding"), [(JAPANESE, "shift_jis"), (JAPANESE, "utf-8"), (FRENCH, "cp1252")]
)
def test_another_language_is_read_on_demand_only(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    data = text.encode(encoding)
    (refused,) = read_file(path, data)
    error = error_of(refused)
    assert isinstance(error, NotEnglish)
    (forced,) = read_file(path, data, Options(force=True))
    assert isinstance(forced, Read)
    assert forced.article.language == error.language == ("fr" if text == FRENCH else "ja")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_text_may_have_as_many_characters_as_the_limit(tmp_path: Path, encoding: str) -> None:
    text = (ENGLISH * 2)[:100]
    (fits,) = read_file(tmp_path / "a.txt", text.encode(encoding), Options(max_characters=100))
    assert text_of(fits) == text
    (longer,) = read_file(tmp_path / "a.txt", text.encode(encoding), Options(max_characters=99))
    assert error_of(longer).details == {
        "length": 100, "limit": 99, "name": str(tmp_path / "a.txt")
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_huge_file_is_refused_without_being_held_in_memory(tmp_path: Path, encoding: str) -> None:
    text = ENGLISH * 100_000
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    tracemalloc.start()
    (item,) = read_articles([str(tmp_path)], Options(max_characters=10_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    error = error_of(item)
    assert isinstance(error, TextTooLong)
    assert error.length == len(text)
    assert peak < len(text)


def test_json_lines_are_streamed(tmp_path: Path) -> None:
    line = json.dumps({"text": ENGLISH * 100}).encode() + b"\n"
    (tmp_path / "a.jsonl").write_bytes(line * 400)
    tracemalloc.start()
    read = sum(isinstance(item, Read) for item in read_articles([str(tmp_path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read == 400
    assert peak < len(line) * 100


def test_a_file_that_goes_away_meanwhile_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(ENGLISH)
    items = read_articles([str(tmp_path)])
    next(items)
    (tmp_path / "b.txt").unlink()
    assert isinstance(error_of(next(items)), InputNotFound)
    assert text_of(next(items)) == ENGLISH


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(ENGLISH)
    monkeypatch.setattr(Path, "open", refuse)
    (item,) = read_articles([str(tmp_path)])
    assert isinstance(error_of(item), InputNotFound)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_an_endless_stream_of_nothing_is_binary() -> None:
    (item,) = read_articles(["/dev/zero"])
    assert isinstance(error_of(item), BinaryInput)


def test_an_empty_file_of_json_lines_says_so(tmp_path: Path) -> None:
    for data in (b"", b"\n \n"):
        (item,) = read_file(tmp_path / "a.jsonl", data)
        assert isinstance(error_of(item), EmptyText)
        assert item.origin == str(tmp_path / "a.jsonl")


def test_a_text_from_python_is_an_article() -> None:
    article = make_article(
        ENGLISH, title=" Ferry\n stops ", outlet="The Echo", published="2024-03-04"
    )
    assert (article.text, article.title, article.outlet) == (ENGLISH, "Ferry stops", "The Echo")
    assert (article.published, article.language) == ("2024-03-04", "en")
    assert make_article("Rain, he said.").language is None


@pytest.mark.parametrize(
    ("text", "meta", "error"),
    [
        ("", {}, EmptyText),
        (" \u00a0\n", {}, EmptyText),
        (ENGLISH, {"published": "4.3.2024"}, BadDate),
        (ENGLISH, {"title": "half \udc80"}, BrokenUnicode),
        ("half \ud83d", {}, BrokenUnicode),
        (FRENCH, {}, NotEnglish),
        ("a" * 5_000_001, {}, TextTooLong),
    ],
)
def test_a_text_from_python_passes_the_same_checks(
    text: str, meta: dict[str, str], error: type[ReportedlyError]
) -> None:
    with pytest.raises(error):
        make_article(text, **meta)  # type: ignore[arg-type]


@given(st.text(max_size=500))
def test_any_text_is_kept_exactly_unless_it_is_empty(text: str) -> None:
    if text.strip():
        assert make_article(text, force=True).text == text
    else:
        with pytest.raises(EmptyText):
            make_article(text, force=True)


def test_reading_english_text_loads_no_library_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    script = (
        "import sys; from reportedly.intake import *;"
        f"print([type(item).__name__ for item in read_articles([{str(tmp_path)!r}])]);"
        "print({'charset_normalizer', 'lxml', 'markdown_it', 'numpy', 'py3langid', 'trafilatura'}"
        " & sys.modules.keys())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout == "['Read']\nset()\n"
