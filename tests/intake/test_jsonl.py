"""JSON Lines: each line, and the draft or the error that is made of it."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import (
    MalformedJson,
    MissingField,
    ReportedlyError,
    TextTooLong,
    UndecodableText,
)
from reportedly.intake import FieldNames
from reportedly.intake.draft import Draft
from reportedly.intake.jsonl import read_lines


def read(
    data: bytes, fields: FieldNames | None = None, max_characters: int = 1_000
) -> list[tuple[int, Draft | ReportedlyError]]:
    stream = io.BytesIO(data)
    return list(
        read_lines(stream, "a.jsonl", fields=fields or FieldNames(), max_characters=max_characters)
    )


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ('{"text": "No."}', Draft("No.")),
        (r'{"text": "caf\u00e9 \ud83d\ude00\r\n"}', Draft("café 😀\r\n")),
        ('{"text": " No\u2028. "}\r', Draft(" No\u2028. ")),
        (
            '{"text": "No.", "title": " A\\n b ", "outlet": "The Echo", "author": ["Al", "Bo"]}',
            Draft("No.", title="A b", outlet="The Echo", author="Al; Bo"),
        ),
        (
            '{"text": "No.", "published": "2024-03-04T09:30:00Z", "url": "https://a.example.org"}',
            Draft("No.", published="2024-03-04", url="https://a.example.org"),
        ),
        (
            '{"text": "No.", "title": null, "outlet": 7, "author": [1], "published": "soon"}',
            Draft("No."),
        ),
        ('{"text": ""}', Draft("")),
    ],
)
def test_a_line_is_an_article(line: str, draft: Draft) -> None:
    assert read(line.encode()) == [(1, draft)]


@pytest.mark.parametrize(
    ("line", "error", "message"),
    [
        (b"{]", MalformedJson, None),
        (b'{"text"}', MalformedJson, "not a JSON object (Expecting ':' delimiter at column 8)."),
        (b"[]", MalformedJson, "not a JSON object (another kind of value)."),
        (b'"No."', MalformedJson, "not a JSON object (another kind of value)."),
        (b"[" * 100_000, MalformedJson, "not a JSON object (nested too deeply)."),
        (b"9" * 9_000, MalformedJson, "not a JSON object (a number with too many digits)."),
        (b'["\t"]', MalformedJson, "not a JSON object (Invalid control character at column 3)."),
        (b'{"body": "No."}', MissingField, "no text under 'text'."),
        (b'{"text": null}', MissingField, "no text under 'text'."),
        (b'{"text": ["No."]}', MissingField, "no text under 'text'."),
        (b'{"text": "caf\xe9"}', UndecodableText, None),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_with_its_number(
    line: bytes, error: type[ReportedlyError], message: str | None
) -> None:
    first, (number, bad), last = read(b'{"text": "One."}\n' + line + b'\n{"text": "Three."}\n')
    assert (first, last) == ((1, Draft("One.")), (3, Draft("Three.")))
    assert number == 2
    assert isinstance(bad, error)
    if message is None:
        assert bad.message.startswith("a.jsonl, line 2: ")
    else:
        assert bad.message == f"a.jsonl, line 2: {message}"


def test_the_fields_may_have_other_names() -> None:
    fields = FieldNames(text="body", title="headline", published="day")
    line = b'{"body": "No.", "headline": "Ferry", "day": "4 March 2024", "text": "Not this."}'
    assert read(line, fields) == [(1, Draft("No.", title="Ferry", published="2024-03-04"))]


def test_blank_lines_and_the_mark_of_utf_8_are_passed_over() -> None:
    lines = read(b'\xef\xbb\xbf\n\n{"text": "No."}\n  \r\n{"text": "Yes."}')
    assert lines == [(3, Draft("No.")), (5, Draft("Yes."))]
    assert read(b'\xef\xbb\xbf{"text": "No."}') == [(1, Draft("No."))]


def test_a_line_beyond_all_measure_is_passed_over_with_its_length() -> None:
    long = json.dumps({"text": "é" * 1_200_000}, ensure_ascii=False)
    lines = read(f'{long}\n{{"text": "No."}}\n'.encode(), max_characters=10)
    error = lines[0][1]
    assert isinstance(error, TextTooLong)
    assert (error.name, error.length, error.limit) == ("a.jsonl, line 1", len(long) + 1, 10)
    assert lines[1:] == [(2, Draft("No."))]


def test_a_stream_is_read_line_by_line() -> None:
    class Watched(io.BytesIO):
        taken = 0

        def readline(self, size: int | None = -1) -> bytes:
            self.taken += 1
            return super().readline(size)

    stream = Watched(b'{"text": "No."}\n' * 1_000)
    drafts = read_lines(stream, "a.jsonl", fields=FieldNames(), max_characters=9)
    assert [next(drafts)[0], next(drafts)[0], stream.taken] == [1, 2, 2]


@given(st.text(), st.booleans())
def test_any_text_comes_back_exactly(text: str, escaped: bool) -> None:
    line = json.dumps({"text": text}, ensure_ascii=escaped).encode()
    assert read(line, max_characters=10_000) == [(1, Draft(text))]


@given(st.binary(max_size=200))
def test_any_bytes_are_drafts_or_errors(data: bytes) -> None:
    numbers = [number for number, _ in read(data)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) <= data.count(b"\n") + 1
