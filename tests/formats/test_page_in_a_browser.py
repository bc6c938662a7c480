"""The page in a real browser: it runs nothing of the article's, and asks nobody for anything."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reportedly.formats.html import page
from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Ledger,
    ModelInfo,
    Position,
    Stance,
)
from tests.formats.ledgers import ledger_of
from tests.formats.parsed_page import ParsedPage
from tests.formats.story import STORY

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic")

TRICKS = """<script>document.documentElement.dataset.owned = 1</script>
<img src="http://127.0.0.1:{port}/image" onerror="document.documentElement.dataset.owned = 1">
<link rel="stylesheet" href="http://127.0.0.1:{port}/style">
<svg onload="document.documentElement.dataset.owned = 1"></svg>
"""


@contextmanager
def server() -> Iterator[tuple[int, list[str]]]:
    """A web server on this machine; yields its port and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    try:
        yield listening.server_port, asked
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, document: str, folder: Path) -> Iterator[Page]:
    """The document in a tab of the browser, once everything in it has loaded and run."""
    file = folder / "page.html"
    file.write_text(document, encoding="utf-8", newline="")
    tab = browser.new_page()
    tab.goto(file.as_uri(), wait_until="networkidle")
    yield tab
    tab.close()


def seen_by_browser(browser: Browser, document: str, folder: Path) -> str:
    """The document as it then stands."""
    with opened(browser, document, folder) as tab:
        return tab.content()


def test_a_page_made_carelessly_would_be_caught(browser: Browser, tmp_path: Path) -> None:
    with server() as (port, asked):
        seen = seen_by_browser(
            browser, f"<!DOCTYPE html><p>{TRICKS.format(port=port)}</p>", tmp_path
        )
    assert "data-owned" in seen
    assert "/image" in asked


def test_nothing_of_the_article_runs_or_loads(browser: Browser, tmp_path: Path) -> None:
    with server() as (port, asked):
        tricks = TRICKS.format(port=port)
        ledger = ledger_of(
            f"{tricks}\n[R1.content </mark>{tricks}] [R1.cue said] [R1.source Eve]. ]]>\u202e\x1b!",
            article={"title": tricks, "outlet": tricks, "author": tricks, "url": tricks},
        )
        seen = seen_by_browser(browser, page(ledger), tmp_path)
    assert asked == []
    assert "data-owned" not in seen.split("<body>")[0]
    assert ParsedPage(seen).text == ledger.article.text


def test_nothing_of_any_other_layer_runs_or_loads(browser: Browser, tmp_path: Path) -> None:
    with server() as (port, asked):
        tricks = TRICKS.format(port=port)
        everywhere = ((0, len(tricks)),)
        stances: dict[str, Stance] = {"A0": "opposes", tricks: "supports"}
        ledger = Ledger(
            model=ModelInfo(name=tricks, version=tricks),
            article=Article(text=tricks),
            actors=tuple(
                Actor(id=id_, name=tricks, kind="person", named=False, anonymity="unnamed")
                for id_ in ("A0", tricks)
            ),
            attributions=(
                Attribution(id="R" + tricks, source=tricks, chain=("A0", tricks, tricks)),
            ),
            claims=(Claim(id="C1", spans=everywhere, markers=everywhere, hearsay=True),),
            positions=tuple(
                Position(
                    id=f"P{actor}",
                    actor=actor,
                    stance=stance,
                    target_spans=everywhere,
                    attribution="R" + tricks,
                )
                for actor, stance in stances.items()
            ),
            conditions=(
                Condition(
                    id="K1",
                    outcome_spans=everywhere,
                    requirement_spans=everywhere,
                    relation="if",
                    attribution="R" + tricks,
                ),
            ),
        )
        seen = seen_by_browser(browser, page(ledger), tmp_path)
    assert asked == []
    assert "data-owned" not in seen.split("<body>")[0]
    assert ParsedPage(seen).text == tricks


def test_a_position_leads_to_where_it_is_taken(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, page(STORY), tmp_path) as tab:
        link = tab.locator("section[aria-labelledby=board]").get_by_role("link", name="R4")
        link.hover()
        assert tab.locator(".text .on").all_inner_texts() == [
            "He",
            "called",
            "the plan “simplistic”",
        ]
        link.click()
        assert tab.url.endswith("#a3")


def test_line_ends_and_odd_characters_survive_the_browser(browser: Browser, tmp_path: Path) -> None:
    text = (
        "one\r\n\r\ntwo\rthree\n\n\n  four\u00a0\u200d\u0301\u2028\ufeff\x85\x1b\t"
        "\U0001f469\u200d\U0001f692 &amp; &#13;\n"
    )
    ledger = ledger_of(text)
    assert ParsedPage(seen_by_browser(browser, page(ledger), tmp_path)).text == ledger.article.text


def test_a_script_that_is_not_the_pages_own_is_not_run(browser: Browser, tmp_path: Path) -> None:
    document = page(ledger_of("[R1.content Rain], [R1.source she] [R1.cue said]."))
    script = "<script>document.body.id = 'ran'</script></body>"
    seen = seen_by_browser(browser, document.replace("</body>", script), tmp_path)
    assert 'id="ran"' not in seen


def test_pointing_at_a_mark_shows_what_belongs_together(browser: Browser, tmp_path: Path) -> None:
    document = page(
        ledger_of(
            "[R1.content Rain], [R1.source she] [R1.cue said]. "
            "[R2.content Sun], [R2.source he] [R2.cue hoped]."
        )
    )
    with opened(browser, document, tmp_path) as tab:
        assert tab.locator(".text .on").count() == 0
        tab.get_by_text("he", exact=True).first.hover()
        assert tab.locator(".text .on").all_inner_texts() == ["Sun", "he", "hoped"]
        tab.get_by_text("Rain", exact=True).first.hover()
        assert tab.locator(".text .on").all_inner_texts() == ["Rain", "she", "said"]
