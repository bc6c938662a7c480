"""What is annotated fits its texts: every span, every id, every hash."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.consistency import validate
from reportedly.ledger import Article
from training.annotation.gold import FOLDER, read_gold
from training.annotation.passages import read_passages
from training.annotation.statistics import sets, table
from training.polnear import read_article

PASSAGES = sorted((FOLDER / "passages").glob("*.txt"))
ARTICLES = [
    ("train", "train"),
    ("dev", "dev"),
    ("dev", "heldout"),
    ("dev", "readings/first"),
    ("dev", "readings/second"),
]


@pytest.mark.parametrize("path", PASSAGES, ids=[path.stem for path in PASSAGES])
def test_passages_are_whole(path: Path) -> None:
    for checked in read_passages(path):
        assert checked.problems == [], checked.task.name
        validate(checked.gold().ledger(Article(text=checked.task.text)))


def test_no_two_passages_share_a_name() -> None:
    names = [checked.task.name for path in PASSAGES for checked in read_passages(path)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("split", "folder"), ARTICLES)
def test_annotated_articles_are_those_of_the_corpus(shared: Path, split: str, folder: str) -> None:
    golds = list(read_gold(FOLDER / folder))
    assert golds
    for gold in golds:
        text = read_article(shared / "data" / "polnear" / split, gold.name).text
        validate(gold.ledger(Article(text=text)))


def test_no_article_is_both_learned_from_and_measured_on() -> None:
    names = [{gold.name for gold in read_gold(FOLDER / f)} for f in ("train", "dev", "heldout")]
    assert len(set.union(*names)) == sum(map(len, names))


def test_what_the_docs_say_is_annotated_is_annotated() -> None:
    docs = (FOLDER.parents[1] / "docs" / "data.md").read_text(encoding="utf-8")
    assert [line for line in table(sets()).splitlines() if line not in docs] == []
