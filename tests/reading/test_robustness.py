"""No text breaks reading; disguises cost little; memory does not grow with length."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.accuracy import DISGUISES, LOWER_CASE, Gold, count, disguised, f1
from benchmarks.memory import footprint
from benchmarks.texts import long_text
from reportedly.consistency import validate
from reportedly.ledger import Article, Ledger
from reportedly.reading.reader import Reader

# What reading meets in the wild, and what tokenizers and offsets stumble over.
PIECES = [
    *("The minister said ", "she doubts that ", "according to ", "“We agree,” ", "he told us. "),
    *(
        "people familiar with the talks said ",
        "https://example.org/a?b=c&d=e#f",
        "1,000.5",
        "x" * 150,
    ),
    *(
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\u0085",
        "\t",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\ufeff",
    ),
    *(
        "\u00ad",
        "\x00",
        "\x1b[0m",
        "\u202e",
        "\u2066",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "»",
        "``",
    ),
    *(
        "''",
        "```",
        "e\u0301",
        "\u0301",
        "\ufe0f",
        "\U0001f468\u200d\U0001f469",
        "İ",
        "ß",
        "ﬁ",
        "ǆ",
        "ﷺ",
    ),
    *("잠", "かが", "和平", "قال الوزير", "אמר", "ไทย", "\U0001d54f", "\U0010ffff", "<b>", "&amp;"),
]

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map("".join)

FULL_LENGTH = 100_000

#: Of the F1 on PolNeAR dev, in points; `make evaluate` measures it on all of dev.
MOST_LOST = 3.0


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def check(ledger: Ledger, text: str) -> None:
    """Everything a user relies on, whatever the text."""
    validate(ledger)
    assert ledger.article.text == text
    around = {entry.id: entry.content_spans for entry in ledger.attributions}
    for entry in ledger.attributions:
        assert entry.cue_spans
        assert entry.content_spans
        if entry.within is not None:
            for start, end in (*entry.source_spans, *entry.cue_spans, *entry.content_spans):
                assert any(a <= start < end <= b for a, b in around[entry.within])
    assert Ledger.from_json(ledger.to_json()) == ledger


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
@example("“")
@example("said" * 3)
@example("said that said that said that said that said that")
@example(
    "The minister said that the mayor said that the aide said that the cook said that it rains."
)
@example("“The minister said “that “the mayor “said“")
def test_no_text_breaks_reading(reader: Reader, text: str) -> None:
    ledger = reader.read(Article(text=text))
    check(ledger, text)
    assert reader.read(Article(text=text)).to_json() == ledger.to_json()


# Each is repeated to the full length; white space makes some of them quicker to read.
LONG_TEXTS = {
    "one word": "x",
    "spaces": " ",
    "line breaks": "\n",
    "no word ends": "said\u200d",
    "quotation marks that never close": "“" + " " * 9,
    "combining marks": "e" + "\u0301" * 40,
    "pictures": "\U0001f600\u200d\U0001f469 \u202e" + " " * 20,
    "prose": "“It is \U0001f600 late,” said Zoe\u0308, who doubts it.\r\n" + "\r\n" * 80,
}


@pytest.mark.parametrize("unit", LONG_TEXTS.values(), ids=LONG_TEXTS.keys())
def test_no_long_text_breaks_reading(reader: Reader, unit: str) -> None:
    text = (unit * (FULL_LENGTH // len(unit) + 1))[:FULL_LENGTH]
    check(reader.read(Article(text=text)), text)


def test_stray_markup_is_attributed_to_nobody(reader: Reader) -> None:
    text = "The bridge is safe, the mayor said on Monday.\n```"
    for entry in reader.read(Article(text=text)).attributions:
        for _, end in (*entry.source_spans, *entry.cue_spans, *entry.content_spans):
            assert end <= text.index("\n")


def test_vectors_are_not_kept_however_long_a_text() -> None:
    # The vectors of its tokens alone would take more than 300 bytes a character (a token has 384
    # numbers of four bytes and about five characters); the entries take about 110.
    short, long = footprint(45_000), footprint(145_000)
    assert long.attributions > 3 * short.attributions
    growth = (long.peak - short.peak) / (long.characters - short.characters)
    assert growth < 250
    assert long.peak < 700 * 2**20


def test_texts_for_the_memory_test_have_the_length_asked_for() -> None:
    assert [len(long_text(n)) for n in (1, 1000, 123_456)] == [1, 1000, 123_456]


def test_disguises_cost_little(reader: Reader, shared: Path) -> None:
    gold = Gold.read(shared / "data" / "polnear" / "dev", step=12)

    def mean_f1(texts: dict[str, str]) -> float:
        ledgers = {name: reader.read(Article(text=text)) for name, text in texts.items()}
        return float(f1(count(gold, ledgers).sum(axis=0)).mean())

    printed = mean_f1(gold.texts)
    for disguise in (*DISGUISES, LOWER_CASE):
        other = {name: disguised(text, disguise) for name, text in gold.texts.items()}
        assert printed - mean_f1(other) <= MOST_LOST, disguise
