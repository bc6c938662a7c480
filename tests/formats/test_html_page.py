"""The page holds the article exactly, every mark, and nothing that the article smuggles in."""

from __future__ import annotations

import html
import re
from collections import defaultdict

import pytest
from hypothesis import given

from reportedly.formats.html import page
from reportedly.ledger import Ledger
from tests.formats.ledgers import FERRY, any_ledgers, ledger_of
from tests.formats.parsed_page import ParsedPage
from tests.formats.story import STORY

PLAIN = ParsedPage(page(FERRY))

HOSTILE = ledger_of(
    "<script>document.title='owned'</script> <img src=x onerror=alert(1)>\n\n"
    "</p></article></main><!-- ]]> --> &lt;b&gt; &#60; \"quoted\" 'single' \u202eevil\u202c "
    "[R1.content <svg onload=alert(1)>] [R1.cue said] [R1.source </mark><b onclick=x>Eve].\n",
    article={
        "title": "</title><script>alert(1)</script>",
        "outlet": '"><script>alert(1)</script>',
        "author": "<b>Eve</b>",
        "published": "<i>now</i>",
        "url": "javascript:alert(1)",
    },
)


def visible(text: str) -> str:
    return text.replace("\x00", "\ufffd")  # HTML has no null character


def test_text_is_exact_and_marks_are_where_the_ledger_has_them() -> None:
    assert PLAIN.text == FERRY.article.text
    said = FERRY.article.text.index("said")
    she = FERRY.article.text.index("she")
    assert PLAIN.over[said] == (frozenset({"cue"}), frozenset({"a0"}))
    assert PLAIN.over[she] == (frozenset({"content", "source"}), frozenset({"a1", "a2"}))
    assert PLAIN.over[0] == (frozenset(), frozenset())


def test_a_note_and_a_row_for_each_attribution() -> None:
    assert PLAIN.notes == ["R1 Ida Falk said", "R2 Aides say", "R3 she doubts"]
    assert PLAIN.rows == 3
    assert {"#row-a0", "#a0", "#row-a2", "#a2"} <= set(PLAIN.links)


def test_notes_stand_beside_the_paragraph_of_their_cue() -> None:
    first, second = page(FERRY).split('<div class="paragraph">')[1:]
    assert "notes" not in first
    assert second.count('class="note') == 1 + 3


@given(any_ledgers())
def test_any_text_and_all_its_marks_are_read_back(ledger: Ledger) -> None:
    parsed = ParsedPage(page(ledger))
    assert parsed.text == visible(ledger.article.text)
    roles: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    for number, entry in enumerate(ledger.attributions):
        for role in ("source", "cue", "content"):
            for start, end in getattr(entry, f"{role}_spans"):
                for offset in range(start, end):
                    roles[offset].add(role)
                    keys[offset].add(f"a{number}")
    for claim in ledger.claims:
        for start, end in claim.markers:
            for offset in range(start, end):
                roles[offset].add("marker")
    for offset, character in enumerate(ledger.article.text):
        if character not in "\r\n":  # the space between paragraphs is not marked
            assert parsed.over[offset] == (frozenset(roles[offset]), frozenset(keys[offset]))


@given(any_ledgers())
def test_no_text_becomes_markup(ledger: Ledger) -> None:
    parsed = ParsedPage(page(ledger))
    assert parsed.elements <= ALLOWED
    assert len(parsed.scripts) == 1


def test_a_hostile_article_is_only_text() -> None:
    parsed = ParsedPage(page(HOSTILE))
    assert parsed.text == HOSTILE.article.text
    assert parsed.elements <= ALLOWED
    assert parsed.scripts == PLAIN.scripts
    assert not [link for link in parsed.links if not link.startswith("#")]


# The elements that a page is made of, each with its attributes: none runs or loads anything.
ALLOWED = {
    (tag, frozenset(attributes.split()))
    for tag, attributes in (
        ("html", "lang"), ("head", ""), ("meta", "charset"), ("meta", "http-equiv content"),
        ("meta", "name content"), ("title", ""), ("style", ""), ("body", ""), ("header", ""),
        ("p", "class"), ("h1", "dir"), ("p", "class dir"), ("time", ""), ("a", "href rel"),
        ("svg", "class role viewbox preserveaspectratio"), ("rect", "class width height"),
        ("rect", "class x y width height"), ("strong", ""), ("p", "class aria-label"),
        ("mark", "class"),
        ("main", ""), ("article", "aria-label lang dir"), ("div", "class"), ("span", "class"),
        ("mark", "class data-of title"), ("mark", "class data-of data-begins title"),
        ("ul", "class lang"), ("li", "id class"), ("a", "href data-of dir"), ("b", ""),
        ("section", "aria-labelledby"), ("h2", "id"), ("p", ""),
        ("div", "class tabindex role aria-labelledby"), ("table", ""), ("thead", ""), ("tr", ""),
        ("th", "scope"), ("tbody", ""), ("tr", "id data-of class"), ("a", "href data-of"),
        ("small", ""), ("td", "dir"), ("td", "dir class"), ("td", ""), ("td", "class"),
        ("footer", ""), ("span", ""), ("script", ""),
        ("mark", "class title"), ("ul", "class"), ("ul", ""), ("li", "class"), ("li", ""),
        ("li", "dir"), ("table", "class"), ("small", "class"), ("th", "scope rowspan dir"),
        ("span", "aria-hidden"),
    )
}  # fmt: skip


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://example.org", False),
        ("//example.org", False),
    ],
)
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    ledger = ledger_of("Rain.", article={"url": url})
    assert (url in ParsedPage(page(ledger)).links) == linked


def test_the_page_needs_nothing_else() -> None:
    document = page(FERRY)
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', document) == []
    assert "url(" not in document
    assert "@import" not in document
    assert "default-src 'none'" in document
    assert "unsafe-inline" not in document


def test_a_flag_and_an_empty_ledger_are_said_in_words() -> None:
    bare = Ledger(model=FERRY.model, article=FERRY.article, flags=("not-english",))
    document = page(bare)
    assert "Read although it does not look like English" in document
    assert "Nothing in this text is attributed to anyone." in document


def texts_of(part: str) -> list[str]:
    """The words of a part of a page, without its markup, one for each row, item or paragraph."""
    pieces = re.split(r"</?(?:tr|li|p|h2|ul)\b[^>]*>", part)
    plain = (html.unescape(re.sub(r"<[^>]*>", " ", piece)) for piece in pieces)
    return [words for words in (" ".join(piece.split()) for piece in plain) if words]


def part_of(document: str, name: str) -> str:
    return document.split(f'<section aria-labelledby="{name}">')[1].partition("</section>")[0]


def test_whose_voice_the_article_speaks_in() -> None:
    document = page(STORY)
    assert texts_of(document.split('<ul class="voices">')[1].split("</ul>")[0]) == [
        "own voice 28%", "named 29%", "unnamed 21%", "withheld 23%", "of it relayed 39%",
    ]  # fmt: skip
    assert "101 words, 4 distinct origins." in document
    assert document.count('<rect class="withheld"') == 6  # source, cue and content, twice
    assert "voices" not in page(FERRY).split("<body>")[1]


def test_notes_name_the_source_and_what_to_know_of_it() -> None:
    assert ParsedPage(page(STORY)).notes == [
        "R1 two officials said unnamed",
        "R2 Marit Solheim said",
        "R3 Tomas Brandt told",
        "R4 Tomas Brandt called",
        "R5 a diplomat said withheld",
        "R6 some ministers doubt unnamed",
        "R7 a diplomat said withheld",
        "R8 the insurers declined to comment unnamed",
    ]


def test_hearsay_in_the_outlets_own_voice_stands_in_the_margin() -> None:
    first = page(STORY).split('<div class="paragraph">')[1]
    assert texts_of(first.split("</p>")[1]) == ["own voice hearsay"]
    assert '<mark class="marker" title="hearsay">reportedly</mark>' in first


def test_the_table_has_chains_and_badges() -> None:
    rows = texts_of(part_of(page(STORY), "table"))
    assert rows[2] == (
        "R1 two officials unnamed The Daily Example ← the Harbour Courier ← two officials said "
        "Veldmark has drafted a plan to sail in May … Fares would be frozen. open "
        "indirect statement 0.90"
    )
    assert rows[3] == (
        "R2 Marit Solheim said “Nobody should sell tickets yet,” open direct statement 0.97"
    )
    assert rows[7].startswith("R6 within R5 some ministers unnamed The Daily Example ← a diplomat")
    assert "the plan possible" in rows[7]


def test_the_board() -> None:
    part = part_of(page(STORY), "board")
    assert texts_of(part) == [
        "Where they stand",
        "Actor Stance Proposal Said in",
        "Veldmark + proposes a plan R1",
        "Tomas Brandt ~ conditional sign R3",
        "− opposes a plan R4",
        "some ministers unnamed ~ doubts a plan R6",
        "In dispute: a plan — Veldmark proposes , Tomas Brandt opposes , some ministers doubts",
    ]
    assert '<a href="#a3" data-of="a3">R4</a>' in part


def test_conditions_are_lists_within_lists() -> None:
    part = part_of(page(STORY), "conditions")
    assert texts_of(part) == [
        "What hangs on what",
        "Oster would not sign",
        "unless the harbour is dredged — Tomas Brandt R3",
        "Money could be released",
        "if both parliaments approve — The Daily Example",
        "requires the harbour is dredged — a diplomat R7",
    ]


@given(any_ledgers())
def test_every_list_is_closed(ledger: Ledger) -> None:
    document = page(ledger)
    for tag in ("ul", "li", "tbody", "tr", "section"):
        assert len(re.findall(rf"<{tag}\b", document)) == document.count(f"</{tag}>")


def test_what_the_ledger_does_not_know_is_not_there() -> None:
    body = page(FERRY).split("<body>")[1]
    for absent in ("badge", "board", "conditions", "chain", "tree", "hearsay"):
        assert absent not in body


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert page(FERRY) == page(FERRY)


def _luminance(colour: str) -> float:
    """Relative luminance of a colour as #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


GROUNDS = ("paper", "content", "deeper", "deepest", "trace")


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("letters", "grounds"),
    [
        ("ink", GROUNDS),
        ("source", GROUNDS),
        ("cue", GROUNDS),
        ("warn", ["paper", "trace"]),
        ("for", ["paper", "trace"]),
        ("quiet", ["paper"]),
    ],
)
def test_contrast_meets_wcag_aa(theme: int, letters: str, grounds: list[str]) -> None:
    style = page(FERRY)

    def luminance(name: str) -> float:
        return _luminance(re.findall(rf"--{name}: (#[0-9a-f]{{6}})", style)[theme])

    for ground in grounds:
        lighter, darker = sorted((luminance(letters), luminance(ground)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, ground
