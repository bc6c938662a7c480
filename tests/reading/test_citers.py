"""A source and the outlet that cites it are one source, and "cited by" is no cue."""

from __future__ import annotations

import pytest

from reportedly.ledger import Article
from reportedly.reading.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "source", "chain"),
    [
        (
            "The port will close in May, according to officials cited by Reuters on Sunday.",
            "officials cited by Reuters",
            ["Reuters", "officials cited by Reuters"],
        ),
        (
            "“We were never asked,” said a docker interviewed by the Wall Street Journal.",
            "a docker interviewed by the Wall Street Journal",
            ["Wall Street Journal", "a docker interviewed by the Wall Street Journal"],
        ),
    ],
)
def test_sources_cited_by_an_outlet(
    reader: Reader, text: str, source: str, chain: list[str]
) -> None:
    ledger = reader.read(Article(text=text))
    (found,) = ledger.attributions
    names = {actor.id: actor.name for actor in ledger.actors}
    assert ledger.text_of(found.source_spans) == source
    assert [names[link] for link in found.chain[1:]] == chain
