"""Addresses of the web → what is there: asked for politely, guardedly and within limits.

In: an address, and what is wanted there. Out: an `Answer`, or an error that says what to do. One
address is one request, and one more for each redirection, which is held to the same rules; nothing
else is asked of anybody: no pictures, no scripts, no proxy that the environment names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Final, NamedTuple

import httpcore
import httpx

from reportedly.errors import (
    HttpStatus,
    RefusedAddress,
    TooLarge,
    TooSlow,
    Unreachable,
    WrongType,
)
from reportedly.intake.addresses import SCHEMES
from reportedly.intake.compression import unpacked
from reportedly.intake.connection import Deadline, Transport

#: How this program names itself to outlets: the first word is what a robots.txt can speak of.
ROBOT: Final = "Reportedly"
AGENT: Final = f"{ROBOT}/{version('reportedly')} (+https://reportedly.example)"

#: Bytes of a page or feed at most, as they come and after decompression.
LARGEST: Final = 20_000_000

#: Seconds for all of it, redirections included.
LONGEST: Final = 30.0

#: Characters of an address at most: databases index no longer ones, and browsers send none.
LONGEST_ADDRESS: Final = 2_000

#: Redirections at most.
REDIRECTIONS: Final = 5


class Wanted(NamedTuple):
    """What is asked for: its name in an error, and the types (RFC 6838) that it can have."""

    name: str
    types: tuple[str, ...]


#: An answer that does not tell its type is taken for what was wanted.
ARTICLE: Final = Wanted(
    "an article in HTML or plain text", ("text/html", "application/xhtml+xml", "text/plain")
)

# The second row is how servers that have not been told about feeds name them.
FEED: Final = Wanted(
    "a feed or a sitemap",
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
     "application/xml", "text/xml", "application/json", "text/plain", "application/gzip",
     "application/x-gzip", "application/octet-stream"),
)  # fmt: skip

#: A file such as robots.txt, whatever its type.
ANYTHING: Final = Wanted("a file", ())


@dataclass(frozen=True)
class Answer:
    """What a server answered.

    Args:
        address: where the answer came from in the end.
        status: of HTTP (RFC 9110): 200, or 304 if nothing has changed, or what went wrong.
        body: the bytes, decompressed; none unless the status is 200.
        kind: the type, in lower case and without parameters; empty if it is not told.
        charset: the encoding that the answer tells of.
        etag: what stands for this state of the page, for the next time.
        modified: when the page last changed, as the server wrote it, for the next time.
        retry_after: seconds that the server asks to be left alone.
    """

    address: str
    status: int
    body: bytes = b""
    kind: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    retry_after: int | None = None


def fetch(
    address: str,
    wanted: Wanted = ARTICLE,
    *,
    allowed: Sequence[str] = (),
    etag: str | None = None,
    modified: str | None = None,
    admit: Callable[[str], None] = lambda _address: None,
    seconds: float = LONGEST,
) -> Answer:
    """Ask for what is at an address.

    Args:
        address: of http or https, without a user's name or password in it.
        wanted: what should be there.
        allowed: hosts, or hosts with their port, that may be asked though they are not public.
        etag: as the last answer had it; then an answer with status 304 says that nothing changed.
        modified: likewise.
        admit: is told of each address before it is asked, redirections included, and may wait, or
            raise an error to keep it from being asked. The time that it takes does not count.
        seconds: for all of it.

    Raises:
        RefusedAddress: of another kind, with a user's name, or not public.
        Unreachable: nobody answers, or not in HTTP, or there is no end of redirections.
        TooSlow, TooLarge, WrongType: as they say.

    >>> fetch("file:///etc/passwd")
    Traceback (most recent call last):
    reportedly.errors.RefusedAddress: [R701] file:///etc/passwd is not asked: only http and https
    are. Give a public http or https address; --allow-host lets a host of your own in.
    """
    deadline = Deadline(seconds)
    # What a header cannot hold was no server's word.
    told = {"If-None-Match": etag, "If-Modified-Since": modified}
    conditions = {name: value for name, value in told.items() if value and value.isascii()}
    headers = {"Accept-Encoding": "gzip", "Connection": "close", "User-Agent": AGENT, **conditions}
    url = checked(address)
    try:
        with httpx.Client(
            transport=Transport(address, allowed, deadline), headers=headers, trust_env=False
        ) as client:
            for _ in range(1 + REDIRECTIONS):
                with deadline.halted():
                    admit(str(url))
                with client.stream("GET", url) as response:
                    if response.next_request is None:
                        return _answer(response, address, wanted)
                    url = checked(str(response.next_request.url), address)
    except httpcore.TimeoutException:
        raise TooSlow(name=address, seconds=round(seconds)) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, ValueError) as error:
        raise Unreachable(name=address, reason=str(error) or type(error).__name__) from None
    raise Unreachable(name=address, reason=f"it redirects more than {REDIRECTIONS} times")


def found(answer: Answer, name: str) -> Answer:
    """The answer, if it has what was asked for.

    Raises:
        HttpStatus: it has not.
    """
    if answer.status not in (200, 304):
        raise HttpStatus(name=name, status=answer.status)
    return answer


def checked(address: str, name: str | None = None) -> httpx.URL:
    """An address that may be asked, as far as its words tell; its fragment is cut off.

    Args:
        address: what to look at.
        name: what to call it in an error, if not by itself.

    Raises:
        RefusedAddress: it is no address of http or https, or has a user's name or password in it.

    >>> str(checked("HTTPS://Harbour.example/ferry#top"))
    'https://harbour.example/ferry'
    """
    name = name or address
    try:
        url = httpx.URL(address.strip())
        host = url.host
    except (httpx.InvalidURL, ValueError) as error:
        raise RefusedAddress(name=name, reason=str(error).rstrip(".")) from None
    if url.scheme not in SCHEMES:
        raise RefusedAddress(name=name, reason="only http and https are")
    if url.userinfo:
        raise RefusedAddress(name=name, reason="it has a user's name or password in it")
    if not host:
        raise RefusedAddress(name=name, reason="it names no host")
    if len(str(url)) > LONGEST_ADDRESS:
        raise RefusedAddress(name=name, reason=f"it is longer than {LONGEST_ADDRESS:,} characters")
    return url.copy_with(fragment=None)


def _answer(response: httpx.Response, name: str, wanted: Wanted) -> Answer:
    headers = response.headers
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    body = b""
    if response.status_code == 200:
        if kind and wanted.types and kind not in wanted.types:
            raise WrongType(name=name, kind=kind, wanted=wanted.name)
        body = _body(response, name)
    return Answer(
        address=str(response.url),
        status=response.status_code,
        body=body,
        kind=kind,
        charset=response.charset_encoding,
        etag=headers.get("etag"),
        modified=headers.get("last-modified"),
        retry_after=_seconds(headers.get("retry-after")),
    )


def _body(response: httpx.Response, name: str) -> bytes:
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    chunks: Iterable[bytes] = _limited(response.iter_raw(), name)
    if packed in ("gzip", "x-gzip"):
        chunks = _limited(unpacked(chunks), name)
    elif packed not in ("", "identity"):
        raise Unreachable(name=name, reason=f"it is compressed by {packed}, though gzip was asked")
    return b"".join(chunks)


def _limited(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST:
            raise TooLarge(name=name, limit=LARGEST)
        yield chunk


def _seconds(retry_after: str | None) -> int | None:
    """The seconds of a ``Retry-After``, which tells them or a time (RFC 9110, 10.2.3)."""
    told = (retry_after or "").strip()
    if told.isascii() and told.isdigit() and len(told) < 10:
        return int(told)
    try:
        moment = parsedate_to_datetime(told)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0, round((moment - datetime.now(UTC)).total_seconds()))
