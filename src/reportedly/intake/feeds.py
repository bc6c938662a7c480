"""A feed or a sitemap → the pages that it lists.

In: the bytes of RSS, Atom (RFC 4287), a JSON Feed (jsonfeed.org), a sitemap or an index of sitemaps
(sitemaps.org), also with what Google News adds to them; gzipped or not. Out: a `Listing`.

Feeds are written by anybody. Whatever names an entity of its own is refused, since a few lines of
entities in entities can stand for gigabytes; so is what would take long to parse.
"""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

import feedparser
import msgspec
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from reportedly.errors import BadFeed, BinaryInput, RefusedAddress, TooLarge, UndecodableText
from reportedly.intake.compression import GZIP, unpacked
from reportedly.intake.dates import day_written
from reportedly.intake.draft import tidied
from reportedly.intake.text import decode
from reportedly.intake.web import checked

#: Bytes at most, unpacked; a sitemap may have 50 MB (sitemaps.org), those of news have 1,000 pages.
LARGEST: Final = 20_000_000

#: Characters of RSS and Atom at most: so much takes 7 s. What is not well-formed is mended, which
#: takes longer (500,000 characters of nothing but opening tags: 4 s).
LONGEST: Final = 5_000_000
LONGEST_BROKEN: Final = 500_000

#: Pages at most, as the protocol of sitemaps has it.
MOST: Final = 50_000

_DECLARATION: Final = re.compile(r"\s*<\?xml\b[^>]{0,500}>")
_ENCODING: Final = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)")
_ROOT: Final = re.compile(r"\s*+(?>(?:<!--.*?-->|<[?!][^>]*+>)\s*+)*+<(?:\w+:)?(\w+)", re.DOTALL)
_ENTITY: Final = re.compile(r"<!ENTITY", re.IGNORECASE)

# What mending may end in; it must not end the run.
_BREAKDOWNS: Final = (
    AssertionError, AttributeError, LookupError, OverflowError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip

_JSON_FEED: Final = "https://jsonfeed.org/version/"


class Listed(NamedTuple):
    """A page that a feed lists, with what the feed says of it.

    ``published`` is the day as written; ``moment`` the time in UTC, null if only the day is told.
    """

    address: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    moment: datetime | None = None


class Listing(NamedTuple):
    """What a feed holds: its title, its pages, and the sitemaps that it lists instead of pages."""

    title: str | None
    pages: tuple[Listed, ...]
    sitemaps: tuple[str, ...] = ()


class _JsonItem(msgspec.Struct, frozen=True):
    id: str | int | float | None = None
    url: str | None = None
    title: str | None = None
    date_published: str | None = None


class _JsonFeed(msgspec.Struct, frozen=True):
    version: str
    items: list[_JsonItem]
    title: str | None = None


def read_feed(data: bytes, address: str, charset: str | None = None) -> Listing:
    """Read a feed or a sitemap of any kind.

    Args:
        data: its bytes.
        address: where it came from; addresses in it may count from there.
        charset: the encoding that came with the bytes, as in a header of HTTP.

    Returns:
        The pages, each address once, in the feed's order. A feed may well list none.

    Raises:
        BadFeed: it is no feed, or a hostile one.
        TooLarge: it unpacks to more than `LARGEST` bytes.

    >>> feed = b"<rss><channel><title>The Post</title><item><title>Late again</title>"
    >>> feed += b"<link>/ferry</link><pubDate>Mon, 4 Mar 2024 23:30:00 -0500</pubDate></item>"
    >>> listing = read_feed(feed + b"</channel></rss>", "https://harbour.example/rss")
    >>> listing.pages[0][:4]
    ('https://harbour.example/ferry', 'Late again', '2024-03-04', 'The Post')
    """
    text = _text(_whole(data, address), address, charset)
    if not text.strip():
        raise BadFeed(name=address, reason="it is empty")
    if text.lstrip().startswith("{"):
        return _of_json(text, address)
    if _ENTITY.search(text):
        raise BadFeed(name=address, reason="it declares entities of its own")
    if declaration := _DECLARATION.match(text):
        text = text[declaration.end() :]
    root = _ROOT.match(text)
    if root is None or root[1].lower() == "html":
        raise BadFeed(name=address, reason="it is a web page or plain text")
    if root[1].lower() in ("urlset", "sitemapindex"):
        return _of_sitemap(text, address)
    return _of_rss(text, address)


def _whole(data: bytes, address: str) -> bytes:
    if not data.startswith(GZIP):
        return data
    whole = bytearray()
    try:
        for piece in unpacked([data]):
            whole += piece
            if len(whole) > LARGEST:
                raise TooLarge(name=address, limit=LARGEST)
    except ValueError as error:
        raise BadFeed(name=address, reason=str(error)) from None
    return bytes(whole)


def _text(data: bytes, address: str, charset: str | None) -> str:
    declared = _ENCODING.match(data.lstrip())
    try:
        return decode(data, address, charset or (declared[1].decode() if declared else None))
    except (BinaryInput, UndecodableText):
        raise BadFeed(name=address, reason="it is not text") from None


def _of_rss(text: str, address: str) -> Listing:
    if len(text) > LONGEST:
        raise BadFeed(name=address, reason=f"it is longer than {LONGEST:,} characters")
    if len(text) > LONGEST_BROKEN and _parsed(text) is None:
        raise BadFeed(name=address, reason="it is long, and not well-formed")
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address}
    # As bytes in a stream: what it is given as a string, feedparser may take for a file's name.
    stream = io.BytesIO(text.encode("utf-8", errors="replace"))
    try:
        feed = feedparser.parse(
            stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _BREAKDOWNS:
        raise BadFeed(name=address, reason="it is broken beyond mending") from None
    if not feed.version and not feed.entries:
        raise BadFeed(name=address, reason="nothing in it is RSS or Atom")
    title = _line(feed.feed.get("title"))
    pages = (_of_entry(entry, title) for entry in feed.entries[:MOST])
    return Listing(title, tuple(_proper(pages, address)))


def _of_entry(entry: Any, outlet: str | None) -> Listed:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        moment = datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (OverflowError, ValueError, OSError):
        moment = None
    day = day_written(entry.get("published") or entry.get("updated"))
    if day is None and moment is not None:
        day = moment.date().isoformat()
    address = entry.get("link") or entry.get("id") or ""
    return Listed(address, _line(entry.get("title")), day, outlet, moment)


def _of_json(text: str, address: str) -> Listing:
    try:
        feed = msgspec.json.decode(text, type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        raise BadFeed(name=address, reason="it is JSON, and no JSON Feed") from None
    if not feed.version.startswith(_JSON_FEED):
        raise BadFeed(name=address, reason="it is JSON, and no JSON Feed")
    title = _line(feed.title)
    pages = (
        Listed(
            item.url or (item.id if isinstance(item.id, str) else ""),
            _line(item.title),
            day_written(item.date_published),
            title,
            _moment(item.date_published),
        )
        for item in feed.items[:MOST]
    )
    return Listing(title, tuple(_proper(pages, address)))


def _of_sitemap(text: str, address: str) -> Listing:
    root = _parsed(text)
    if root is None:
        raise BadFeed(name=address, reason="it is a sitemap, and not well-formed")
    if _name(root) == "sitemapindex":
        within = (Listed(told.get("loc", "")) for told in map(_told, root))
        return Listing(None, (), tuple(one.address for one in _proper(within, address)))
    pages = (
        Listed(
            told.get("loc", ""),
            _line(told.get("title")),
            day_written(told.get("publication_date")),
            _line(told.get("name")),
            _moment(told.get("publication_date")),
        )
        for told in map(_told, root[:MOST])
    )
    return Listing(None, tuple(_proper(pages, address)))


def _parsed(text: str) -> Element | None:
    try:
        root: Element = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    return root


def _told(entry: Element) -> dict[str, str]:
    """The texts within an entry of a sitemap, by the names of their elements; the first of each.

    A picture or a video has an address and a title of its own, which are none of the page's.
    """
    told: dict[str, str] = {}
    for child in entry:
        parts = child.iter() if _name(child) == "news" else [child]
        for part in parts:
            told.setdefault(_name(part), (part.text or "").strip())
    return told


def _name(element: Element) -> str:
    """The name of an element, without its namespace."""
    return str(element.tag).rpartition("}")[2].lower()


def _moment(written: str | None) -> datetime | None:
    """The time that is written, in UTC; null if it is only a day, or none that can be."""
    try:
        moment = datetime.fromisoformat((written or "").strip())
        return None if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _line(value: object) -> str | None:
    """A line of text; half a character in it, which no database takes, becomes a question mark."""
    whole = value.encode("utf-8", errors="replace").decode() if isinstance(value, str) else None
    return tidied(whole)


def _proper(pages: Iterator[Listed], address: str) -> Iterator[Listed]:
    """The pages with whole addresses that can be asked, each once; others are passed over."""
    met: set[str] = set()
    for page in pages:
        if not page.address.strip():
            continue
        try:
            whole = str(checked(urljoin(address, page.address.strip())))
        except (RefusedAddress, ValueError):
            continue
        if whole not in met and len(met) < MOST:
            yield page._replace(address=whole)
        met.add(whole)
