"""JSON Lines → drafts: one article a line, read as a stream.

In: the bytes of a file, line by line. Out: for each line its number and a `Draft`, or the error
that says what is wrong with it; the next line is read all the same. The format is that of
jsonlines.org: UTF-8, one value a line.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from reportedly.errors import (
    MalformedJson,
    MissingField,
    ReportedlyError,
    TextTooLong,
    UndecodableText,
)
from reportedly.intake.dates import day_written
from reportedly.intake.draft import Draft, tidied
from reportedly.intake.text import count_characters

# "\ud83d\ude00": the most bytes that JSON spends on one character.
_BYTES_A_CHARACTER: Final = 12

# Room in a line for what is not the text: metadata, and fields that nobody asked for.
_OTHER_FIELDS: Final = 1_000_000

_CHUNK: Final = 1_000_000


@dataclass(frozen=True, kw_only=True)
class FieldNames:
    """What the fields of a JSON object are called; each defaults to its name in the ledger.

    >>> FieldNames(text="body", outlet="source").outlet
    'source'
    """

    text: str = "text"
    title: str = "title"
    outlet: str = "outlet"
    author: str = "author"
    published: str = "published"
    url: str = "url"


def read_lines(
    stream: BinaryIO, name: str, *, fields: FieldNames, max_characters: int
) -> Iterator[tuple[int, Draft | ReportedlyError]]:
    r"""Yield the articles of a JSON Lines stream, one line in memory at a time.

    Metadata that is no string is left null, except that a list of authors is joined by "; ".

    Args:
        stream: The bytes; lines end in a line feed, blank ones are passed over.
        name: What to call the file in an error.
        fields: What the fields are called.
        max_characters: The longest text that will be wanted; it bounds the length of a line.

    Yields:
        The line's number, counted from 1, and a `Draft`; or in its place one of `UndecodableText`,
        `MalformedJson`, `MissingField` and `TextTooLong`.

    >>> import io
    >>> lines = io.BytesIO(b'{"text": "Rain."}\n\n{"text":\n')
    >>> for line, draft in read_lines(lines, "a.jsonl", fields=FieldNames(), max_characters=9):
    ...     print(line, draft.text if isinstance(draft, Draft) else draft.message)
    1 Rain.
    3 a.jsonl, line 3: not a JSON object (Expecting value at column 9).
    """
    limit = _BYTES_A_CHARACTER * max_characters + _OTHER_FIELDS
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            length = count_characters(_rest_of_line(stream, line), None)
            yield (
                number,
                TextTooLong(name=f"{name}, line {number}", length=length, limit=max_characters),
            )
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            try:
                yield number, _draft(_parsed(line, name, number), name, number, fields)
            except ReportedlyError as error:
                yield number, error


def _rest_of_line(stream: BinaryIO, chunk: bytes) -> Iterator[bytes]:
    yield chunk
    while not chunk.endswith(b"\n") and (chunk := stream.readline(_CHUNK)):
        yield chunk


def _parsed(line: bytes, name: str, number: int) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8").rstrip())
    except UnicodeDecodeError:
        raise UndecodableText(name=f"{name}, line {number}") from None
    except json.JSONDecodeError as error:
        reason = f"{error.msg.removesuffix(' at')} at column {error.colno}"
        raise MalformedJson(name=name, line=number, reason=reason) from None
    except RecursionError:
        raise MalformedJson(name=name, line=number, reason="nested too deeply") from None
    except ValueError:
        raise MalformedJson(
            name=name, line=number, reason="a number with too many digits"
        ) from None
    if not isinstance(value, dict):
        raise MalformedJson(name=name, line=number, reason="another kind of value")
    return value


def _draft(article: dict[str, Any], name: str, number: int, fields: FieldNames) -> Draft:
    text = article.get(fields.text)
    if not isinstance(text, str):
        raise MissingField(name=name, line=number, field=fields.text)
    return Draft(
        text,
        title=_string(article.get(fields.title)),
        outlet=_string(article.get(fields.outlet)),
        author=_string(article.get(fields.author)),
        published=day_written(_string(article.get(fields.published))),
        url=_string(article.get(fields.url)),
    )


def _string(value: object) -> str | None:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "; ".join(value)
    return tidied(value) if isinstance(value, str) else None
