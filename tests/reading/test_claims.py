"""What is asserted, by a source or in the outlet's own voice."""

from __future__ import annotations

from reportedly.reading.claims import find_claims
from reportedly.sentences import sentences
from tests.reading.scored import Label, passage, reading


def claims_of(
    text: str, labels: list[Label], *found: tuple[str, str, str]
) -> list[tuple[str, int | None]]:
    one = passage(text, labels)
    claims = find_claims(reading(one, text, *found), sentences(text))
    return [
        (" … ".join(text[slice(*span)] for span in claim.spans), claim.attribution)
        for claim in claims
    ]


def clause(first: str, rest: str) -> list[Label]:
    return [("claim", "begin", first), ("claim", "inside", rest)]


def test_each_coordinated_clause_of_a_content_is_a_claim() -> None:
    text = "She said rents rose and wages fell."
    labels = [*clause("rents", "rose"), *clause("wages", "fell")]
    assert claims_of(text, labels, ("She", "said", "rents rose and wages fell")) == [
        ("rents rose", 0), ("wages fell", 0)
    ]  # fmt: skip


def test_a_content_that_asserts_nothing_is_no_claim() -> None:
    text = "She praised Bo Reyes."
    assert claims_of(text, [], ("She", "praised", "Bo Reyes")) == []


def test_a_sentence_outside_every_attribution_is_the_outlets_own_claim() -> None:
    text = "The bridge fell. She said it was old. Nobody knows why."
    labels = [
        *clause("The", "bridge fell"), *clause("it", "was old"), *clause("Nobody", "knows why")
    ]  # fmt: skip
    assert claims_of(text, labels, ("She", "said", "it was old")) == [
        ("The bridge fell", None), ("it was old", 0), ("Nobody knows why", None)
    ]  # fmt: skip


def test_what_a_sentence_leaves_over_is_a_claim_if_it_is_long_enough() -> None:
    text = "Although the bridge fell, it was safe, she said on Monday."
    labels = [*clause("Although", "the bridge fell"), *clause("it", "was safe")]
    found = ("she", "said", "it was safe")
    assert claims_of(text, labels, found)[0] == ("Although the bridge fell", None)
    assert claims_of("Yes, it was safe, she said.", clause("it", "was safe"), found) == [
        ("it was safe", 0)
    ]
