"""Files and pages → articles: each opened, told by its format, read, checked and handed on.

In: what a person names, and `Options`. Out: for each article a `Read`, or a `Failed` that says
what is wrong with it; one bad input never stops the others. One file is in memory at a time, and
of JSON Lines one line.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final
from urllib.parse import urlsplit

from reportedly.errors import (
    BrokenUnicode,
    EmptyText,
    InputNotFound,
    NotEnglish,
    NotInstalled,
    ReportedlyError,
    TextTooLong,
)
from reportedly.intake import jsonl
from reportedly.intake.dates import iso_date
from reportedly.intake.draft import Draft, tidied
from reportedly.intake.html import read_html
from reportedly.intake.language import detect
from reportedly.intake.markdown import read_markdown
from reportedly.intake.options import MAX_CHARACTERS, Format, Options
from reportedly.intake.sources import Source, expand, format_of
from reportedly.intake.text import count_characters, decode, marked_encoding, refuse_known_binary
from reportedly.ledger import Article

if TYPE_CHECKING:
    from reportedly.intake.web import Answer

# How much of a file is looked at to tell what it is.
_START: Final = 8_192

# No encoding in use takes more bytes for a character, or for its byte order mark.
_BYTES_A_CHARACTER: Final = 4

# A page is mostly markup: one of this size is read whatever the limit for its article.
_PAGE_BYTES: Final = 20_000_000

_CHUNK: Final = 1_000_000

# Longer addresses that a page gives itself are not believed: databases index no longer ones.
_LONGEST_ADDRESS: Final = 2_000

# How pages of these types are read; others by how they start.
_FORMATS: Final[dict[str, Format]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}


@dataclass(frozen=True)
class Read:
    """An article, and where it came from.

    The origin is an address, "path", "path:line" in JSON Lines, "-" or "-:line".
    """

    origin: str
    article: Article


@dataclass(frozen=True)
class Failed:
    """What could not be read, and why; the origin is as in `Read`, or the name as it was given."""

    origin: str
    error: ReportedlyError


Item = Read | Failed


def read_articles(inputs: Sequence[str], options: Options | None = None) -> Iterator[Item]:
    """Read everything that a person names, lazily and in order.

    Args:
        inputs: Addresses, files, folders (with all below them), patterns, and ``-`` for standard
            input.
        options: How to read them; the defaults of `Options` if null.

    Yields:
        A `Read` or a `Failed` for each article.

    >>> [failed.error.code for failed in read_articles(["no-such-file.txt"])]
    ['R101']
    """
    options = options or Options()
    for source in expand(inputs):
        if not isinstance(source, Source):
            yield Failed(source.name, source)
        elif source.address is not None:
            yield _read_address(source.origin, source.address, options)
        else:
            yield from _read(source, options)


def make_article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: str | None = None,
    url: str | None = None,
    max_characters: int = MAX_CHARACTERS,
    force: bool = False,
    name: str = "the article",
) -> Article:
    """Return a text as an article, after the checks that every input passes.

    Args:
        text: The text; it is kept as it is.
        title: What is known of the article, with `outlet`, `author` and `url`; null if not known.
        outlet: The publication.
        author: The byline.
        published: The day of publication, ``YYYY-MM-DD``; a time of day is cut off.
        url: The address that it was published at.
        max_characters: The longest text that is taken, in code points.
        force: Take a text that is not English; its ``language`` is the one detected.
        name: What to call the text in an error.

    Returns:
        The article; its ``language`` is ``"en"``, or null if the text is too short or too mixed
        to tell.

    Raises:
        TextTooLong: There are more than `max_characters` characters.
        EmptyText: There are none, or only white space.
        BrokenUnicode: The text or what is known of it holds a lone surrogate.
        NotEnglish: The text is in another language, and `force` is false.
        BadDate: `published` is not a day in ISO form.

    >>> article = make_article("The ferry will not sail, she said.", published="2024-03-04T09:30")
    >>> article.published, article.language
    ('2024-03-04', 'en')
    """
    if len(text) > max_characters:
        raise TextTooLong(length=len(text), limit=max_characters, name=name)
    if not text.strip():
        raise EmptyText(name=name)
    known = {"title": title, "outlet": outlet, "author": author, "url": url}
    for field, value in {"text": text, **known}.items():
        _refuse_half_characters(value or "", f"{field} of {name}")
    language = detect(text)
    if language not in (None, "en") and not force:
        raise NotEnglish(language=language, name=name)
    return Article(
        text=text,
        title=tidied(title),
        outlet=tidied(outlet),
        author=tidied(author),
        published=None if published is None else iso_date(published),
        url=tidied(url),
        language=language,
    )


def _refuse_half_characters(value: str, field: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BrokenUnicode(field=field, offset=error.start) from None


def _read(source: Source, options: Options) -> Iterator[Item]:
    name = "standard input" if source.path is None else source.origin
    try:
        with _opened(source) as stream:
            start = stream.read(_START)
            refuse_known_binary(start, name)
            format_ = format_of(source, start) if options.format == "auto" else options.format
            whole = io.BufferedReader(_Rejoined(start, stream))
            if format_ == "jsonl":
                yield from _read_lines(whole, source.origin, name, options)
            else:
                draft = _draft(whole, format_, name, options)
                yield Read(source.origin, _article(draft, name, options))
    except ReportedlyError as error:
        yield Failed(source.origin, error)
    except OSError:
        yield Failed(source.origin, InputNotFound(name=name))


def _read_address(origin: str, address: str, options: Options) -> Item:
    try:
        from reportedly.intake import web
    except ModuleNotFoundError:
        return Failed(origin, NotInstalled(what="reading from the web", extra="web"))
    try:
        answer = web.found(web.fetch(address, allowed=options.allow_hosts), origin)
        return Read(origin, article_of(answer, origin, options))
    except ReportedlyError as error:
        return Failed(origin, error)


def article_of(answer: Answer, name: str, options: Options) -> Article:
    """Return the article of a page that was fetched.

    Its ``url`` is the address that the page itself gives, if that is one of the same host, or else
    the one that the page came from in the end.

    Args:
        answer: The page, with status 200.
        name: What to call the page in an error.
        options: How to read it; its ``format`` holds for files.

    Raises:
        ReportedlyError: As `make_article`, and if there is no text in the page.
    """
    refuse_known_binary(answer.body[:_START], name)
    format_ = _FORMATS.get(answer.kind) or format_of(Source(name, None), answer.body[:_START])
    draft = _draft(io.BytesIO(answer.body), format_, name, options, answer.charset)
    told = urlsplit(draft.url or "")
    own = (
        told.scheme in ("http", "https")
        and told.netloc == urlsplit(answer.address).netloc
        and len(draft.url or "") <= _LONGEST_ADDRESS
    )
    return _article(draft if own else draft._replace(url=answer.address), name, options)


def _read_lines(stream: BinaryIO, origin: str, name: str, options: Options) -> Iterator[Item]:
    drafts = jsonl.read_lines(
        stream, name, fields=options.fields, max_characters=options.max_characters
    )
    number = 0
    for number, draft in drafts:
        where = f"{origin}:{number}"
        try:
            if isinstance(draft, ReportedlyError):
                raise draft
            item: Item = Read(where, _article(draft, f"{name}, line {number}", options))
        except ReportedlyError as error:
            item = Failed(where, error)
        yield item
    if not number:
        raise EmptyText(name=name)


def _draft(
    stream: BinaryIO, format_: Format, name: str, options: Options, declared: str | None = None
) -> Draft:
    limit = _BYTES_A_CHARACTER * (options.max_characters + 1)
    if format_ == "html":
        limit = max(limit, _PAGE_BYTES)
    data = stream.read(limit + 1)
    if len(data) > limit:
        length = count_characters(_chunks(data, stream), marked_encoding(data))
        raise TextTooLong(length=length, limit=options.max_characters, name=name)
    source = decode(data, name, declared)
    if not source.strip():
        raise EmptyText(name=name)
    if format_ == "html":
        return read_html(source, name)
    return read_markdown(source) if format_ == "markdown" else Draft(source)


def _article(draft: Draft, name: str, options: Options) -> Article:
    return make_article(
        draft.text,
        title=options.title or draft.title,
        outlet=options.outlet or draft.outlet,
        author=options.author or draft.author,
        published=options.published or draft.published,
        url=options.url or draft.url,
        max_characters=options.max_characters,
        force=options.force,
        name=name,
    )


def _chunks(data: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield data
    while chunk := stream.read(_CHUNK):
        yield chunk


def _opened(source: Source) -> contextlib.AbstractContextManager[BinaryIO]:
    if source.path is None:
        return contextlib.nullcontext(sys.stdin.buffer)
    return source.path.open("rb")


class _Rejoined(io.RawIOBase):
    """A stream whose start was read already, from its start again; for pipes, which cannot seek."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start = memoryview(start)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        taken = self._start[: len(buffer)] or self._stream.read(len(buffer))
        self._start = self._start[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)
