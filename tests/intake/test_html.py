"""Web pages: each page of tests/fixtures/intake/pages stands beside what is expected of it."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import pytest

from reportedly.errors import EmptyText, NoArticleText
from reportedly.intake import Failed, Options, Read, read_articles
from reportedly.intake.html import MAX_ELEMENTS, read_html

PAGES = Path(__file__).parents[1] / "fixtures" / "intake" / "pages"
EXPECTED = sorted(PAGES.glob("*.json"))
ARTICLE = "".join(
    f"<p>The {ordinal} officer told the council on Tuesday that the ferry was late, again.</p>"
    for ordinal in ("first", "second", "third", "fourth", "fifth", "sixth")
)

JSON_LD = '<script type="application/ld+json">{"datePublished": "2021-01-05"}</script>'


def page(head: str = "", body: str = ARTICLE) -> str:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_a_page_gives_its_article_and_metadata(expected: Path) -> None:
    (item,) = read_articles([str(expected.with_suffix(".html"))])
    assert isinstance(item, Read)
    article = item.article
    found = {
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "paragraphs": article.text.split("\n"),
    }
    assert found == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "error"),
    [("empty", EmptyText), ("frameset", NoArticleText), ("scripted", NoArticleText)],
)
def test_a_page_without_an_article_says_so(name: str, error: type[Exception]) -> None:
    (item,) = read_articles([str(PAGES / f"{name}.html")])
    assert isinstance(item, Failed)
    assert isinstance(item.error, error)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: asked.append(address))
    assert len(list(read_articles([str(PAGES)]))) == len(list(PAGES.glob("*.html")))
    assert asked == []


def test_an_entity_that_names_a_file_is_not_expanded() -> None:
    text = read_html((PAGES / "hostile.html").read_text(encoding="utf-8"), "hostile").text
    assert text.endswith("the minutes of the meeting. &file;")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2031-01-05T06:00:00Z">', "2031-01-05"),
        ('<meta name="date" content="5 January 2021">', "2021-01-05"),
        ('<link rel="canonical" href="https://a.example.org/2021/01/05/late">', "2021-01-05"),
        (JSON_LD, "2021-01-05"),
        ('<meta property="article:modified_time" content="2021-01-05">', None),
        ('<meta property="og:image" content="https://a.example.org/2021/01/05/boat.jpg">', None),
        ('<meta name="description" content="What has changed since 2021-01-05">', None),
        ("", None),
    ],
    ids=["in the future of today", "in words", "in the address", "in JSON-LD", "of a change",
         "of a picture", "of a summary", "not told"],
)  # fmt: skip
def test_the_day_comes_from_metadata(head: str, day: str | None) -> None:
    body = ARTICLE + "<h2>2012-01-01</h2><p>The line opened on 2011-08-09, the guide says.</p>"
    assert read_html(page(head, body), "page").published == day


def test_the_first_time_element_tells_the_day_and_a_comment_s_does_not() -> None:
    body = '<time datetime="2021-01-05T10:00">5 January</time>' + ARTICLE
    comment = '<div class="comments"><time datetime="2020-03-03">3 March</time></div>'
    assert read_html(page(body=body + comment), "page").published == "2021-01-05"


def test_a_paragraph_that_stands_twice_is_not_a_crash() -> None:
    assert "the ferry was late" in read_html(page(body=ARTICLE * 2), "page").text


def test_spans_of_the_text_point_at_what_they_should() -> None:
    text = read_html(
        page(body=ARTICLE + "<p>“Fun &amp; games&hellip;,” said Zo&euml;.</p>"), "p"
    ).text
    start = text.index("“")
    assert text[start:] == "“Fun & games…,” said Zoë."


@pytest.mark.parametrize(
    "source",
    [
        page(body="<p>" + "<span>he said</span> " * 20_000 + "</p>"),
        page(body=("<span>he said</span> " * 900 + "<div>x</div>") * 20),
        page(body="<div>" + "<li>he said " * 20_000 + "</div>"),
        page(body="<div>" * 5_000 + ARTICLE),
        page(body="<ul><li>" * 3_000 + ARTICLE),
        page(body=ARTICLE + "<table>" + "<tr><td>he said" * 9_000 + "</table>"),
        page(body=ARTICLE + "<table><tr><td>x</table>" * 9_000),
        page(body=ARTICLE + "".join(f"<p>he said {number}</p>" for number in range(9_000))),
        page('<script type="application/ld+json">' + '{"author":"' * 20_000 + "</script>"),
        page(('<script type="application/ld+json">' + '{"author":"' * 400 + "</script>") * 40),
        page(f'<meta name="description" content="{"<!--" * 30_000}">'),
        page(f'<meta name="description" content="{"<!--" * 1_200}">' * 100),
        page("<title>" + "- " * 90_000 + "</title>"),
        page(body="<" * 200_000 + ARTICLE),
        page(body="&#xD800;&#0;&#x110000;\0" + ARTICLE),
        page(body=ARTICLE + "<!-- " * 20_000),
    ],
    ids=["spans", "spans between blocks", "items outside a list", "deep", "deep lists", "rows",
         "tables", "short paragraphs", "JSON-LD", "much JSON-LD", "attribute", "many attributes",
         "title", "brackets", "characters that are none", "comments"],
)  # fmt: skip
def test_a_hostile_page_neither_hangs_nor_crashes(source: str) -> None:
    started = time.perf_counter()
    try:
        text = read_html(source, "page").text
    except NoArticleText:
        text = ""
    assert time.perf_counter() - started < 20
    text.encode("utf-8")


def test_long_inline_runs_keep_their_words() -> None:
    words = [f"word{number}" for number in range(2_000)]
    spans = " ".join(f"<span>{word}</span>" for word in words)
    body = ARTICLE + f"<div>Before {spans} between<p>A paragraph.</p> after {spans} end.</div>"
    text = read_html(page(body=body), "page").text
    assert text.split().count("word1999") == 2
    order = [text.index(mark) for mark in ("Before", "between", "A paragraph.", "after", "end.")]
    assert order == sorted(order)


def test_a_text_without_markup_is_no_page() -> None:
    with pytest.raises(NoArticleText):
        read_html("The ferry was late, the officer said.", "page")


def test_a_page_of_data_is_no_article() -> None:
    with pytest.raises(NoArticleText):
        read_html(page(body="<p>x</p>" * MAX_ELEMENTS), "page")


def test_an_extractor_that_breaks_down_costs_one_page_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'text'")

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (tmp_path / "b.txt").write_text("The ferry was late, the officer said.", encoding="utf-8")
    first, second = read_articles([str(tmp_path)])
    assert isinstance(first, Failed)
    assert isinstance(first.error, NoArticleText)
    assert isinstance(second, Read)


def test_a_page_larger_than_the_limit_for_its_article_is_read(tmp_path: Path) -> None:
    source = page("<style>" + "p { color: red } " * 1_000 + "</style>")
    (tmp_path / "a.html").write_text(source, encoding="utf-8")
    (item,) = read_articles([str(tmp_path)], Options(max_characters=1_000))
    assert isinstance(item, Read)
    assert len(source) > 4 * 1_000 > len(item.article.text)
