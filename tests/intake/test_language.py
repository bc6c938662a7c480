"""Is it English? The sentences are in tests/fixtures/intake/languages.tsv, with their languages."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.intake.language import FEWEST_LETTERS, FUNCTION_WORDS, detect, reads_as_english

FIXTURES = Path(__file__).parents[1] / "fixtures" / "intake"
SENTENCES = [
    line.split("\t")
    for line in (FIXTURES / "languages.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_the_language_of_two_sentences_is_told(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_function_words_alone_take_no_other_language_for_english(language: str, text: str) -> None:
    assert reads_as_english(text) == (language == "en")


NAMES = (
    "Jana Novak, Pieter de Vries, Chen Wei, Amina Diallo, José García, Olga Ivanova, Li Na, "
    "Ahmed Hassan, Kofi Mensah, Yuki Tanaka, Lars Nilsson"
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Guten Morgen",
        NAMES,
        "7 8 9 10 11 12 13 " * 30,
        "😀" * 200,
        "xqzt kkpw vvbn jjhg " * 20,
    ],
    ids=["nothing", "a greeting", "names", "figures", "emoji", "no language"],
)
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert detect(text) is None


def test_a_short_text_is_never_called_another_language() -> None:
    german = "Der Rat stimmt am Dienstag darüber ab, sagte sie. Wir haben kein Geld mehr. "
    assert sum(map(str.isalpha, german)) < FEWEST_LETTERS
    assert (detect(german), detect(german * 2)) == (None, "de")


def test_a_long_text_takes_no_longer_than_a_short_one() -> None:
    english = dict(SENTENCES[:1])["en"]
    started = time.perf_counter()
    assert detect(english * 30_000) == "en"
    assert time.perf_counter() - started < 1


def test_function_words_are_looked_up_in_lower_case() -> None:
    assert all(word == word.lower() and word.isalpha() for word in FUNCTION_WORDS)


def test_english_is_told_without_loading_the_classifier() -> None:
    script = (
        "import sys; from reportedly.intake.language import detect;"
        "print(detect('The ferry will not sail until the storm is over, she said.'));"
        "print([name for name in ('py3langid', 'numpy') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.split("\n")[:2] == ["en", "[]"]


def test_no_article_of_the_corpus_is_refused(shared: Path) -> None:
    articles = sorted((shared / "data" / "polnear" / "train" / "text").glob("*.txt"))
    if not articles:
        pytest.skip("needs ../shared/data/polnear")
    told = {detect(article.read_text(encoding="utf-8")) for article in articles}
    assert told == {"en"}
