"""Who stands where towards which proposal, and what hangs on what."""

from __future__ import annotations

import pytest

from reportedly.ledger import Spans
from reportedly.reading.attribution import Reading
from reportedly.reading.conditions import find_conditions
from reportedly.reading.mentions import find_mentions
from reportedly.reading.positions import FoundPosition, find_positions, on_conditions
from reportedly.reading.provenance import find_custody
from reportedly.sentences import sentences
from tests.reading.scored import EVEN, Label, Pull, passage, reading


def quoted(text: str, spans: Spans) -> str:
    return " … ".join(text[slice(*span)] for span in spans)


def positions_in(text: str, read: Reading) -> list[FoundPosition]:
    mentions = find_mentions(text, read.passages[0], EVEN)
    return find_positions(text, read, mentions, find_custody(text, read, mentions, EVEN), EVEN)


def test_a_position_has_a_holder_a_stance_and_the_words_that_show_it() -> None:
    text = "The port is reluctant to buy the old ferry, and Bo Reyes knows."
    labels: list[Label] = [
        ("mention", "mention", "The port"), ("mention", "mention", "Bo Reyes"),
        ("target", "target", "buy the old ferry"),
        ("evidence", "evidence", "is reluctant to buy the old ferry"),
        ("stance", "reluctant", "is reluctant to buy the old ferry"),
    ]  # fmt: skip
    pulls: list[Pull] = [("holder", "buy the old ferry", "The port")]
    one = passage(text, labels, pulls)
    [found] = positions_in(text, reading(one, text))
    assert found.stance == "reluctant"
    assert quoted(text, found.target) == "buy the old ferry"
    assert quoted(text, found.evidence) == "is reluctant to buy the old ferry"
    assert max(found.holders, key=lambda n: found.holders[n]) == 0
    assert found.attribution is None


def test_a_position_within_somebodys_words_is_from_their_attribution() -> None:
    text = "Ann Holt said the union opposes the sale."
    labels: list[Label] = [
        ("mention", "mention", "Ann Holt"), ("mention", "mention", "the union"),
        ("target", "target", "the sale"), ("evidence", "evidence", "opposes the sale"),
        ("stance", "opposes", "opposes the sale"),
    ]  # fmt: skip
    one = passage(text, labels, [("holder", "the sale", "the union")])
    read = reading(one, text, ("Ann Holt", "said", "the union opposes the sale"))
    [found] = positions_in(text, read)
    assert (found.stance, found.attribution) == ("opposes", 0)


def test_evidence_far_away_is_not_its_own() -> None:
    text = "They oppose tolls. Many years ago, long before the war, nobody cared about the sale."
    labels: list[Label] = [
        ("mention", "mention", "They"), ("evidence", "evidence", "oppose tolls"),
        ("target", "target", "the sale"), ("stance", "doubts", "the sale"),
    ]  # fmt: skip
    one = passage(text, labels)
    [found] = positions_in(text, reading(one, text))
    assert quoted(text, found.evidence) == "the sale"


def conditions_of(text: str, labels: list[Label]) -> list[tuple[str, str, str, str]]:
    one = passage(text, labels)
    return [
        (quoted(text, found.outcome), found.relation, quoted(text, found.requirement),
         quoted(text, found.cue))
        for found in find_conditions(text, reading(one, text), sentences(text))
    ]  # fmt: skip


def part(role: str, words: str) -> Label:
    return ("condition", role, words)


def test_a_condition_joins_what_its_cue_stands_nearest_to() -> None:
    text = "It sails if the crew agrees. It stays unless they pay."
    labels = [
        part("outcome", "It sails"), part("cue", "if"), part("requirement", "the crew agrees"),
        ("relation", "if", "if"),
        part("outcome", "It stays"), part("cue", "unless"), part("requirement", "they pay"),
        ("relation", "unless", "unless"),
    ]  # fmt: skip
    assert conditions_of(text, labels) == [
        ("It sails", "if", "the crew agrees", "if"),
        ("It stays", "unless", "they pay", "unless"),
    ]


def test_a_cue_without_both_sides_in_its_sentence_is_no_condition() -> None:
    text = "It sails. Even if the crew agrees, who knows."
    labels = [
        part("outcome", "It sails"), part("cue", "if"), part("requirement", "the crew agrees"),
    ]  # fmt: skip
    assert conditions_of(text, labels) == []


@pytest.mark.parametrize(
    ("text", "found", "stance"),
    [
        ("Ann Holt called for a toll.", ("Ann Holt", "called for", "a toll"), "requests"),
        ("Ann Holt is seeking a toll.", ("Ann Holt", "is seeking", "a toll"), "requests"),
        ("Ann Holt suggested closing it.", ("Ann Holt", "suggested", "closing it"), "proposes"),
        ("Ann Holt suggested it is shut.", ("Ann Holt", "suggested", "it is shut"), None),
        # What supports and opposes is seldom a position of its own accord.
        ("Ann Holt opposes the toll.", ("Ann Holt", "opposes", "the toll"), None),
        ("Ann Holt said a toll is due.", ("Ann Holt", "said", "a toll is due"), None),
        ("Ann Holt did not call for it.", ("Ann Holt", "did not call for", "it"), None),
    ],
)
def test_some_acts_are_positions_themselves(
    text: str, found: tuple[str, str, str], stance: str | None
) -> None:
    one = passage(text, [("mention", "mention", "Ann Holt")])
    read = reading(one, text, found)
    positions = positions_in(text, read)
    assert [position.stance for position in positions] == ([stance] if stance else [])


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("opposes", "opposes"), ("has not endorsed", "withholds"), ("is seeking", "requests")],
)
def test_an_act_tells_the_stance_towards_what_is_tagged(cue: str, stance: str) -> None:
    text = f"Ann Holt {cue} the toll."
    labels: list[Label] = [
        ("mention", "mention", "Ann Holt"), ("target", "target", "the toll"),
        ("stance", "doubts", "the toll"),
    ]  # fmt: skip
    read = reading(passage(text, labels), text, ("Ann Holt", cue, "the toll"))
    [found] = positions_in(text, read)
    assert (found.stance, found.holders) == (stance, {0: 1.0})


@pytest.mark.parametrize(
    ("text", "stance", "told"),
    [
        ("Bo Reyes is reluctant to sell unless they pay.", "reluctant", "conditional"),
        ("Bo Reyes opposes plans to sell unless they pay.", "opposes", "conditional"),
        ("Bo Reyes supports plans to sell unless they pay.", "supports", "supports"),
        ("Bo Reyes is reluctant to sell and hopes they pay.", "reluctant", "reluctant"),
    ],
)
def test_who_is_against_what_hangs_on_something_is_so_on_a_condition(
    text: str, stance: str, told: str
) -> None:
    labels: list[Label] = [
        ("mention", "mention", "Bo Reyes"), ("target", "target", "sell"),
        ("stance", stance, "sell"),
    ]  # fmt: skip
    if "unless" in text:
        labels += [
            part("outcome", "sell"), part("cue", "unless"), part("requirement", "they pay"),
            ("relation", "unless", "unless"),
        ]  # fmt: skip
    read = reading(passage(text, labels, [("holder", "sell", "Bo Reyes")]), text)
    conditions = [
        (one.outcome, one.requirement) for one in find_conditions(text, read, sentences(text))
    ]
    [found] = on_conditions(positions_in(text, read), conditions)
    assert found.stance == told


def test_an_act_tells_whose_stance_it_is_and_which() -> None:
    text = "Ann Holt opposes the sale that the union wants."
    labels: list[Label] = [
        ("mention", "mention", "Ann Holt"), ("mention", "mention", "the union"),
        ("target", "target", "the sale"), ("stance", "supports", "the sale"),
    ]  # fmt: skip
    one = passage(text, labels, [("holder", "the sale", "the union")])
    read = reading(one, text, ("Ann Holt", "opposes", "the sale that the union wants"))
    [found] = positions_in(text, read)
    assert (found.stance, quoted(text, found.target), found.holders) == (
        "opposes", "the sale", {0: 1.0},
    )  # fmt: skip
