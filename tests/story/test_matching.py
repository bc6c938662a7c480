"""Which claims say the same: what is compared, how it is weighed, and how groups come about."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Actor, Article, Claim, Ledger, ModelInfo
from reportedly.story.claims.evidence import Evidence, evidence
from reportedly.story.claims.matching import Decision, Match, because, groups, match
from reportedly.story.embedding import WIDTH, embedder
from reportedly.story.report import Report
from reportedly.story.words.numbers import numbers_in
from reportedly.story.words.statements import Statement, statement_of


def said(words: str, *, polarity: str = "positive") -> Statement:
    """What a claim with these words, alone in a report, says."""
    claim = Claim(
        id="C1",
        spans=((0, len(words)),),
        chain=("A0",),
        certainty="certain",
        polarity=polarity,  # type: ignore[arg-type]
        time="past",
        confidence=1.0,
    )
    outlet = Actor(id="A0", name="", kind="outlet", named=True, anonymity="named")
    model = ModelInfo(name="none", version="1")
    ledger = Ledger(model=model, article=Article(text=words), actors=(outlet,), claims=(claim,))
    return statement_of(Report(1, ledger), claim)


def chance(one: Statement, other: Statement) -> float:
    vectors = embedder()([one.words, other.words])
    return match(one, other, float(vectors[0] @ vectors[1]), Decision.learned()).chance


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Two of 1,250 sailors", [2, 1250]),
        ("3.5 million crowns, twenty each", [3.5e6, 20]),
        ("the 1,5 million", [1, 5e6]),
        ("No. 7 at 9:30", [7, 9, 30]),
        ("someone often", []),
        ("seventeen hundred", [1700]),
    ],
)
def test_numbers_in_words(words: str, numbers: list[float]) -> None:
    assert list(numbers_in(words)) == numbers


def test_pronouns_are_read_as_the_names_that_they_stand_for() -> None:
    text = "Ida Falk spoke. She said her port would close."
    falk = Actor(id="A1", name="Ida Falk", kind="person", named=True, anonymity="named",
                 mentions=((0, 8), (16, 19), (25, 28)))  # fmt: skip
    outlet = Actor(id="A0", name="", kind="outlet", named=True, anonymity="named")
    claim = Claim(id="C1", spans=((25, 45),), chain=("A0", "A1"), certainty="certain",
                  polarity="positive", time="future", confidence=1.0)  # fmt: skip
    ledger = Ledger(
        model=ModelInfo(name="none", version="1"),
        article=Article(text=text),
        actors=(outlet, falk),
        claims=(claim,),
    )
    told = statement_of(Report(1, ledger), claim)
    assert told.words == "Ida Falk’s port would close"
    assert told.names == {"ida", "falk"}


def test_vectors_are_of_length_one_and_always_the_same() -> None:
    words = ["", "Rain.", "rain " * 2000, "\0🌧\u202e"]
    vectors = embedder()(words)
    assert vectors.shape == (4, WIDTH)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-3)
    assert (embedder()(words) == vectors).all()


def test_the_same_in_other_words_is_likelier_than_something_else() -> None:
    first = said("The ministry plans to sell four cranes to Selka Lines")
    same = said("Selka Lines is to buy four cranes from the ministry")
    other = said("The ministry has hired a new lawyer")
    assert chance(first, first) > 0.9
    assert chance(first, same) > 0.5 > chance(first, other)


def test_another_number_or_a_denial_speaks_against_it() -> None:
    first = said("Dockers found 17 cracks in the quay wall")
    number = said("Dockers found 11 cracks in the quay wall")
    denied = said("Dockers found 17 cracks in the quay wall", polarity="negative")
    assert evidence(first, number, 0.9).other_number == 1
    assert evidence(first, denied, 0.9).denied == 1
    assert chance(first, number) < chance(first, first)
    assert chance(first, denied) < chance(first, first)


def test_why_can_be_told() -> None:
    found = Evidence(0.8, 0.5, 0.5, 0.0, 0.0, 1.0)
    shares = Decision.learned().shares(found)
    assert list(shares) == list(Evidence._fields)
    assert shares["denied"] < 0 < shares["closeness"]
    assert because(Match(0.4, found)).endswith("; but only one of them is denied.")


def test_claims_that_say_the_same_come_together() -> None:
    words = [
        "The port of Sund will sell four cranes",
        "Nobody was hurt in the fire at the depot",
        "Sund’s port is to sell four of its cranes",
        "The fire at the depot hurt nobody",
        "The council meets in June",
    ]
    statements = [said(one) for one in words]
    vectors = embedder()([one.words for one in statements])
    found = groups(statements, vectors, Decision.learned(), reports=[1, 1, 2, 2, 2])
    assert found == [[0, 2], [1, 3], [4]]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=12))
def test_every_claim_is_in_one_group(claims: list[tuple[int, int]]) -> None:
    words = ["The ferry sails.", "A ferry is sailing.", "Taxes rose.", "Taxes went up again."]
    statements = [said(words[which]) for which, _ in claims]
    vectors = embedder()([one.words for one in statements])
    found = groups(statements, vectors, Decision.learned(), [report for _, report in claims])
    assert sorted(n for group in found for n in group) == list(range(len(claims)))
    assert found == sorted(sorted(group) for group in found)
