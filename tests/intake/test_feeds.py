"""Feeds and sitemaps: what each lists, and what no hostile one gets away with."""

from __future__ import annotations

import contextlib
import gzip
import json
import time
from datetime import UTC, datetime

import pytest

from reportedly.errors import BadFeed, TooLarge
from reportedly.intake.feeds import MOST, read_feed

HERE = "https://harbour.example/news/feed"
MORNING = datetime(2024, 3, 4, 9, 30, tzinfo=UTC)

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Harbour Post</title><link>https://harbour.example/</link>
<item><title>Ferry &amp; quay</title><link>https://harbour.example/ferry#top</link>
<pubDate>Mon, 04 Mar 2024 09:30:00 +0000</pubDate></item>
<item><title>Quay</title><link>quay</link></item>
<item><title>Ferry again</title><link>https://harbour.example/ferry</link></item>
<item><title>No address</title></item>
<item><title>Mail</title><link>mailto:ann@harbour.example</link></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title>
<entry><title>Ferry &amp; quay</title><link href="https://harbour.example/ferry"/>
<published>2024-03-04T09:30:00Z</published><updated>2024-03-05T09:30:00Z</updated></entry>
<entry><title>Quay</title><link href="quay"/></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour Post</title></channel>
<item><title>Ferry &amp; quay</title><link>https://harbour.example/ferry</link>
<dc:date>2024-03-04T09:30:00Z</dc:date></item>
<item><title>Quay</title><link>quay</link></item></rdf:RDF>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Post",
        "items": [
            {
                "id": "1",
                "url": "https://harbour.example/ferry",
                "title": "Ferry & quay",
                "date_published": "2024-03-04T10:30:00+01:00",
            },
            {"id": "https://harbour.example/news/quay", "title": "Quay"},
        ],
    }
)


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, JSON], ids=["RSS", "Atom", "RSS 1.0", "JSON"])
@pytest.mark.parametrize("packed", [False, True])
def test_every_kind_tells_the_same(feed: str, packed: bool) -> None:
    data = gzip.compress(feed.encode()) if packed else feed.encode()
    title, pages, sitemaps = read_feed(data, HERE)
    assert (title, sitemaps) == ("The Harbour Post", ())
    assert pages == (
        ("https://harbour.example/ferry", "Ferry & quay", "2024-03-04", title, MORNING),
        ("https://harbour.example/news/quay", "Quay", None, title, None),
    )


def test_a_news_sitemap_tells_of_articles_and_not_of_their_pictures() -> None:
    sitemap = """<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
     xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
     xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><image:image><image:loc>https://harbour.example/boat.jpg</image:loc>
      <image:title>A boat</image:title></image:image>
      <loc> https://harbour.example/ferry </loc><lastmod>2024-03-06</lastmod>
      <news:news><news:publication><news:name>The Harbour Post</news:name>
      <news:language>en</news:language></news:publication>
      <news:publication_date>2024-03-04T09:30:00Z</news:publication_date>
      <news:title>Ferry</news:title></news:news></url>
    <url><loc>https://harbour.example/quay</loc></url><url/></urlset>"""
    assert read_feed(sitemap.encode(), HERE).pages == (
        ("https://harbour.example/ferry", "Ferry", "2024-03-04", "The Harbour Post", MORNING),
        ("https://harbour.example/quay", None, None, None, None),
    )


def test_an_index_lists_sitemaps() -> None:
    index = "<sitemapindex><sitemap><loc>https://harbour.example/1.xml.gz</loc></sitemap>"
    listing = read_feed(f"{index}</sitemapindex>".encode(), HERE)
    assert (listing.pages, listing.sitemaps) == ((), ("https://harbour.example/1.xml.gz",))


@pytest.mark.parametrize(
    ("declared", "charset", "encoding"),
    [("windows-1250", None, "cp1250"), ("utf-8", "windows-1250", "cp1250"), ("", None, "utf-16")],
)
def test_the_encoding_is_the_one_that_is_declared(
    declared: str, charset: str | None, encoding: str
) -> None:
    feed = RSS.replace("utf-8", declared).replace("Ferry &amp;", "Zlatá řeka &amp;")
    if not declared:
        feed = feed.partition("\n")[2]
    assert read_feed(feed.encode(encoding), HERE, charset).pages[0].title == "Zlatá řeka & quay"


def test_a_feed_that_is_broken_is_mended() -> None:
    broken = RSS.replace("&amp;", "&").replace("</channel></rss>", "")
    assert [page.title for page in read_feed(broken.encode(), HERE).pages] == [
        "Ferry & quay",
        "Quay",
    ]


def test_a_feed_may_list_nothing() -> None:
    feed = b"<rss version='2.0'><channel><title>The Post</title></channel></rss>"
    assert read_feed(feed, HERE) == ("The Post", (), ())


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
FILE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"", b" \n", b"Rain.", b"/etc/passwd", b"https://harbour.example/rss", b"\x89PNG\r\n\x1a\n",
        b"<html><body>No feed</body></html>", b"<!DOCTYPE html><p>No feed</p>", b"{}", b"{", b"[]",
        b'{"version": "https://jsonfeed.org/version/1"}', b'{"version": "2", "items": []}',
        b'{"items": ' + b"[" * 100_000, b"<svg></svg>", b"<urlset><url>", b"<rss", b"<",
        b"\x1f\x8b", b"\x1f\x8bnone", gzip.compress(b"<rss/>", mtime=0)[:-8], b"\0" * 100,
        BOMB.encode() + b"<rss><channel><title>&l11;</title></channel></rss>",
        BOMB.encode() + b"<urlset><url><loc>&l11;</loc></url></urlset>",
        BOMB.encode("utf-16") + "<rss>&l11;</rss>".encode("utf-16")[2:],
        FILE.encode() + b"<rss><channel><title>&f;</title></channel></rss>",
        FILE.replace("ENTITY f", "entity f").encode() + b"<urlset><url>&f;</url></urlset>",
        b'<?xml version="1.0" encoding="utf-7"?>'
        + f"{FILE}<rss>ř</rss>".encode("utf-7") + b"\xff\xff\xff",
    ],
)  # fmt: skip
def test_what_is_no_feed_says_so(data: bytes) -> None:
    with pytest.raises(BadFeed):
        read_feed(data, HERE)


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel>" + b"<item><title>x" * 400_000,
        b"<rss><channel>" + b"<item><title>x" * 30_000,
        b"<rss><channel><item><title>" + b"&" * 400_000,
        b"<rss><channel>" + b"<div>" * 90_000,
        b"<rss>" + b"<!-- " * 100_000,
        b"<!-- --" * 100_000,
        b"<?xml " * 80_000,
        b"<?xml " * 100_000,
        b"<rss " + b"a='" * 150_000,
        b"<urlset>" + b"<url>" * 500_000,
        b"<rss><channel><title>" + b"x" * 6_000_000 + b"</title></channel></rss>",
    ],
)
def test_a_hostile_feed_neither_hangs_nor_crashes(data: bytes) -> None:
    began = time.perf_counter()
    with contextlib.suppress(BadFeed):
        read_feed(data, HERE)
    assert time.perf_counter() - began < 20


def test_a_bomb_in_gzip_is_given_up() -> None:
    with pytest.raises(TooLarge):
        read_feed(gzip.compress(bytes(40_000_000)), HERE)


def test_a_sitemap_of_more_pages_than_it_may_have_is_read_so_far() -> None:
    pages = "".join(f"<url><loc>/{number}</loc></url>" for number in range(MOST + 5))
    assert len(read_feed(f"<urlset>{pages}</urlset>".encode(), HERE).pages) == MOST


@pytest.mark.parametrize("reference", ["&#xD800;", "&#x110000;", f"&#{'9' * 5_000};", "&no;"])
def test_a_character_that_is_none_ends_no_run(reference: str) -> None:
    feed = RSS.replace("&amp;", reference)
    with contextlib.suppress(BadFeed):
        for page in read_feed(feed.encode(), HERE).pages:
            (page.title or "").encode()


def test_half_a_character_in_json_is_no_feed() -> None:
    with pytest.raises(BadFeed):
        read_feed(JSON.replace("Quay", "\\ud800").encode(), HERE)
