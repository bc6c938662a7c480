"""Pages of the web: real requests to a site on this machine, friendly and hostile."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import sys
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
import trustme

from reportedly.errors import (
    BinaryInput,
    HttpStatus,
    NoArticleText,
    RefusedAddress,
    ReportedlyError,
    TooLarge,
    TooSlow,
    Unreachable,
    WrongType,
)
from reportedly.intake import Failed, Options, Read, read_articles
from reportedly.intake.connection import _certificates
from reportedly.intake.web import AGENT, ANYTHING, FEED, LARGEST, Answer, fetch
from tests.serving import Site, page, serving

TEXT = "The harbour council said on Monday that the ferry terminal will close, its chair added."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def ask(site: Site, path: str, **options: Any) -> Answer:
    return fetch(site.at(path), options.pop("wanted", ANYTHING), allowed=[site.host], **options)


def read(site: Site, path: str, **options: Any) -> Read:
    (item,) = read_articles([site.at(path)], Options(allow_hosts=(site.host,), **options))
    assert isinstance(item, Read), item
    return item


def failure(site: Site, path: str) -> ReportedlyError:
    (item,) = read_articles([site.at(path)], Options(allow_hosts=(site.host,)))
    assert isinstance(item, Failed)
    return item.error


# Articles


def test_a_page_is_read_like_a_file(site: Site) -> None:
    site.put("/ferry", page(TEXT, '<meta property="og:site_name" content="The Post">'))
    item = read(site, "/ferry")
    assert (item.origin, item.article.text) == (site.at("/ferry"), TEXT)
    assert (item.article.outlet, item.article.url) == ("The Post", site.at("/ferry"))
    (asked,) = site.asked
    assert asked.headers["user-agent"] == AGENT
    assert asked.headers["host"] == site.host


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("http://{host}/2024/ferry", "/2024/ferry"),
        ("http://elsewhere.example/ferry", "/b"),
        ("javascript:alert(1)", "/b"),
        ("", "/b"),
    ],
)
def test_a_page_tells_its_own_address_for_its_own_host(
    site: Site, canonical: str, expected: str
) -> None:
    site.put("/a", status=302, Location="/b")
    link = f'<link rel="canonical" href="{canonical.format(host=site.host)}">'
    site.put("/b", page(TEXT, link))
    assert read(site, "/a").article.url == site.at(expected)
    assert read(site, "/a", url="https://mine.example/").article.url == "https://mine.example/"


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [
        ("text/html", "utf-8"),
        ("text/html; charset=windows-1252", "cp1252"),
        ("text/html; charset=ISO-8859-1", "cp1252"),
        ("text/html; charset=windows-1250", "cp1250"),
        ("text/html; charset=no-such-thing", "utf-8"),
        ("text/html; charset=punycode", "utf-8"),
        ("application/xhtml+xml", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_that_is_declared_is_honoured(site: Site, kind: str, encoding: str) -> None:
    words = f"{TEXT} “Zl{'ě' if encoding in ('utf-8', 'cp1250') else 'é'},” he said."
    site.put("/a", page(words).encode(encoding), kind)
    assert read(site, "/a").article.text == words


def test_plain_text_is_read_as_it_is(site: Site) -> None:
    site.put("/a", f"{TEXT} <p>", "text/plain; charset=utf-8")
    assert read(site, "/a").article.text == f"{TEXT} <p>"


def test_what_is_no_article_says_so(site: Site) -> None:
    site.put("/navigation", "<html><body><script>load()</script></body></html>")
    site.put("/pdf", b"%PDF-1.7", "text/plain")
    site.put("/picture", b"\x89PNG", "image/png")
    assert isinstance(failure(site, "/navigation"), NoArticleText)
    assert isinstance(failure(site, "/pdf"), BinaryInput)
    assert isinstance(failure(site, "/picture"), WrongType)
    error = failure(site, "/gone")
    assert isinstance(error, HttpStatus)
    assert error.status == 404


def test_pages_and_files_can_be_read_together(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    site.put("/a", page(TEXT))
    inputs = [str(tmp_path), site.at("/gone"), site.at("/a"), "ftp://harbour.example/a"]
    items = list(read_articles(inputs, Options(allow_hosts=(site.host,))))
    assert [type(item) for item in items] == [Read, Failed, Read, Failed]
    assert isinstance(items[3], Failed)
    assert isinstance(items[3].error, RefusedAddress)


def test_nothing_of_the_web_is_loaded_for_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code = (
        "import sys; from reportedly.intake import read_articles; "
        f"(item,) = read_articles([{str(tmp_path / 'a.txt')!r}]); item.article; "
        "assert not {'httpx', 'httpcore', 'feedparser'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_its_packages_one_is_told_how_to_get_them() -> None:
    code = (
        "import sys; sys.modules['httpx'] = None; from reportedly.intake import read_articles; "
        "(item,) = read_articles(['https://harbour.example/']); print(item.error)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "[R304]" in ran.stdout
    assert "pip install 'reportedly[web]'" in ran.stdout


# Where it goes


def test_this_machine_is_not_asked_unless_it_is_allowed(site: Site) -> None:
    site.put("/a", page(TEXT))
    for allowed in ([], ["harbour.example"], ["127.0.0.1:1"]):
        with pytest.raises(RefusedAddress):
            fetch(site.at("/a"), allowed=allowed)
    assert site.asked == []
    assert fetch(site.at("/a"), allowed=["127.0.0.1"]).status == 200


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://harbour.example/", "gopher://harbour.example/", "data:,hello",
        "http://ann@harbour.example/", "http://ann:secret@harbour.example/", "http:///path",
        "http://", "https://[::1", "http://a:port/", "http://\0/", f"http://a.example/{'a' * 3000}",
        "//harbour.example/", "harbour.example", "",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(RefusedAddress):
        fetch(address)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:1/", "http://localhost:1/", "http://[::ffff:127.0.0.1]:1/",
        "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "http://ann@{host}/b",
    ],
)  # fmt: skip
def test_a_redirection_is_held_to_the_same_rules(site: Site, target: str) -> None:
    site.put("/a", status=302, Location=target.format(host=site.host))
    with pytest.raises(RefusedAddress):
        ask(site, "/a")
    assert site.paths() == ["/a"]


def test_redirections_are_followed_so_far_and_no_further(site: Site) -> None:
    for number in range(7):
        site.put(f"/{number}", status=301 + number % 2, Location=f"/{number + 1}#part")
    site.put("/5", "there")
    answer = ask(site, "/0")
    assert (answer.address, answer.body) == (site.at("/5"), b"there")
    site.put("/5", status=307, Location="/0")
    with pytest.raises(Unreachable, match="more than 5 times"):
        ask(site, "/0")
    site.put("/0", status=302, Location="http://[")
    with pytest.raises((Unreachable, RefusedAddress)):
        ask(site, "/0")


def test_a_name_that_leads_to_a_private_address_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def private(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", private)
    with pytest.raises(RefusedAddress):
        fetch(f"http://harbour.example:{site.host.partition(':')[2]}/")
    assert site.asked == []


def test_a_name_that_changes_its_address_after_the_check_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    connected: list[Any] = []
    known = socket.getaddrinfo

    def rebinding(host: Any, port: Any, *rest: Any, **options: Any) -> list[Any]:
        if host != "harbour.example":
            return list(known(host, port, *rest, **options))
        looked_up.append(host)
        number = "93.184.215.14" if len(looked_up) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def refused(_: socket.socket, address: Any) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket.socket, "connect", refused)
    with pytest.raises(Unreachable):
        fetch(f"http://harbour.example:{site.host.partition(':')[2]}/")
    assert (connected, looked_up) == (["93.184.215.14"], ["harbour.example"])
    assert site.asked == []


@pytest.mark.parametrize("named", ["harbour.example", "other.example"])
def test_a_server_is_held_to_its_name_and_not_to_its_number(
    named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    authority, told = trustme.CA(), []
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    _certificates.cache_clear()
    secured = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(named).configure_cert(secured)
    secured.sni_callback = lambda _socket, name, _context: told.append(name)
    known = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *rest, **options: known(
            "127.0.0.1" if host == "harbour.example" else host, *rest, **options
        ),
    )
    with serving(secured) as site:
        site.put("/a", "there")
        address = f"https://harbour.example:{site.host.partition(':')[2]}/a"
        try:
            answer = fetch(address, ANYTHING, allowed=["harbour.example"])
            assert (named, answer.body) == ("harbour.example", b"there")
            assert site.asked[0].headers["host"] == address.split("/")[2]
        except Unreachable as error:
            assert named == "other.example"
            assert "certificate" in error.message  # noqa: PT017
    assert told == ["harbour.example"]
    _certificates.cache_clear()


def test_proxies_of_the_environment_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.put("/a", page(TEXT))
    assert ask(site, "/a").status == 200


def test_somebody_else_may_keep_an_address_from_being_asked(site: Site) -> None:
    site.put("/a", status=302, Location="/b")

    def admit(address: str) -> None:
        if address.endswith("/b"):
            raise HttpStatus(name=address, status=403)

    with pytest.raises(HttpStatus):
        ask(site, "/a", admit=admit)
    assert site.paths() == ["/a"]


# Limits


def test_a_page_that_is_too_large_is_given_up(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.intake.web.LARGEST", 100_000)
    site.put("/whole", b"x" * 100_000)
    site.put("/larger", b"x" * 100_001)
    assert len(ask(site, "/whole").body) == 100_000
    with pytest.raises(TooLarge):
        ask(site, "/larger")


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>and so on</p>" * 4_096)


def test_a_page_without_an_end_is_given_up(site: Site) -> None:
    site.answers["/a"] = endless
    with pytest.raises(TooLarge):
        ask(site, "/a")


@pytest.mark.parametrize("times", [1, 2])
def test_a_bomb_is_given_up_before_it_bursts(site: Site, times: int) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(1_000)) + packer.flush()
    for _ in range(times - 1):
        bomb = gzip.compress(bomb)
    assert len(bomb) < 1_100_000
    site.put("/a", bomb, "text/html", Content_Encoding="gzip")
    tracemalloc.start()
    try:
        answer = ask(site, "/a")
        assert times == 2, "what is within is too large"
        assert answer.body == gzip.decompress(bomb)
    except TooLarge:
        assert times == 1
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 3 * LARGEST


def test_what_is_compressed_is_unpacked_if_it_is_whole(site: Site) -> None:
    packed = gzip.compress(page(TEXT).encode())
    site.put("/a", packed, Content_Encoding="gzip")
    site.put("/cut", packed[:-20], Content_Encoding="gzip")
    site.put("/none", page(TEXT), Content_Encoding="gzip")
    site.put("/other", page(TEXT), Content_Encoding="br")
    assert read(site, "/a").article.text == TEXT
    for path in ("/cut", "/none", "/other"):
        with pytest.raises(Unreachable):
            ask(site, path)


def drop_by_drop(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1_000):
        time.sleep(0.05)
        handler.wfile.write(b"x")


def headers_drop_by_drop(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(1_000):
        time.sleep(0.05)
        handler.wfile.write(f"X-{number}: x\r\n".encode())


def early_hints_for_ever(handler: BaseHTTPRequestHandler) -> None:
    while True:
        handler.wfile.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        time.sleep(0.01)


@pytest.mark.parametrize(
    "slow", [drop_by_drop, headers_drop_by_drop, early_hints_for_ever, lambda _: time.sleep(3)]
)
def test_what_is_too_slow_as_a_whole_is_given_up(site: Site, slow: Any) -> None:
    site.answers["/a"] = slow
    site.put("/redirected", status=302, Location="/a")
    began = time.monotonic()
    with pytest.raises(TooSlow):
        ask(site, "/redirected", seconds=0.5)
    assert time.monotonic() - began < 2


def test_the_time_that_somebody_else_takes_does_not_count(site: Site) -> None:
    site.put("/a", "there")
    assert ask(site, "/a", admit=lambda _: time.sleep(1.0), seconds=0.9).status == 200


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"x")


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n" * 10)


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


@pytest.mark.parametrize("broken", [cut_short, no_http, hang_up])
def test_what_breaks_off_or_is_no_http_says_so(site: Site, broken: Any) -> None:
    site.answers["/a"] = broken
    with pytest.raises(Unreachable):
        ask(site, "/a")


def test_nobody_there_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable):
            fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/", allowed=["127.0.0.1"])


# What an answer tells


def test_an_answer_tells_what_the_next_request_needs(site: Site) -> None:
    site.put("/a", "x", ETag='"1"', Last_Modified="Mon, 04 Mar 2024 09:30:00 GMT")
    answer = ask(site, "/a")
    assert (answer.etag, answer.modified) == ('"1"', "Mon, 04 Mar 2024 09:30:00 GMT")
    again = ask(site, "/a", etag=answer.etag, modified=answer.modified)
    assert (again.status, again.body) == (304, b"")
    assert site.asked[-1].headers["if-modified-since"] == answer.modified
    assert "if-none-match" not in site.asked[0].headers


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("120", 120), ("0", 0), ("soon", None), ("", None), ("-5", None), ("9" * 30, None)],
)
def test_how_long_to_wait_is_understood(site: Site, told: str, seconds: int | None) -> None:
    site.put("/a", status=429, Retry_After=told)
    answer = ask(site, "/a")
    assert (answer.status, answer.retry_after) == (429, seconds)


def test_until_when_to_wait_is_understood(site: Site) -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True)
    site.put("/a", status=503, Retry_After=at)
    assert (ask(site, "/a").retry_after or 0) in range(290, 301)


def test_a_page_is_no_feed(site: Site) -> None:
    site.put("/a", page(TEXT))
    with pytest.raises(WrongType, match="not a feed"):
        ask(site, "/a", wanted=FEED)
