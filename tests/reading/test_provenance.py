"""Through whose hands words came: relays, sources, and sentences that are carried on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.reading.carried import carriers
from reportedly.reading.claims import find_claims
from reportedly.reading.mentions import find_mentions
from reportedly.reading.provenance import find_custody
from reportedly.sentences import sentences
from tests.reading.scored import EVEN, Label, passage, reading

TOLD: list[Label] = [
    ("mention", "mention", "An official"), ("mention", "mention", "the Gazette"),
]  # fmt: skip


def test_the_outlet_that_was_told_is_a_relay() -> None:
    text = "An official told the Gazette the ferry sank."
    one = passage(text, TOLD, [("relay", "told", "the Gazette")])
    mentions = find_mentions(text, one, EVEN)
    read = reading(one, text, ("An official", "told", "the ferry sank"))
    [custody] = find_custody(text, read, mentions, EVEN)
    assert custody.source == 0
    assert custody.relays[1] > 0.9


def test_without_a_relay_none_is_pointed_at() -> None:
    text = "An official told reporters the Gazette sank."
    one = passage(text, [*TOLD, ("no_relay", "none", "told")])
    read = reading(one, text, ("An official", "told", "the Gazette sank"))
    [custody] = find_custody(text, read, find_mentions(text, one, EVEN), EVEN)
    assert max(custody.relays, key=lambda n: custody.relays[n]) == -1


def test_the_source_is_the_widest_mention_in_its_words() -> None:
    text = "Her aides said the ferry sank."
    labels: list[Label] = [("mention", "mention", "Her aides"), ("inner", "mention", "Her")]
    one = passage(text, labels)
    mentions = find_mentions(text, one, EVEN)
    read = reading(one, text, ("Her aides", "said", "the ferry sank"), ("", "said", "ferry sank"))
    whole, nobody = find_custody(text, read, mentions, EVEN)
    assert whole.source == 0
    assert nobody.source is None


def test_the_last_member_of_a_compound_stands_for_all_of_it() -> None:
    text = "France and the UK have suggested a truce."
    labels: list[Label] = [("mention", "mention", "France and the UK")]
    one = passage(text, [*labels, ("inner", "mention", "the UK")])
    mentions = find_mentions(text, one, EVEN)
    read = reading(one, text, ("the UK", "have suggested", "a truce"))
    [custody] = find_custody(text, read, mentions, EVEN)
    assert custody.source is not None
    assert text[slice(*mentions[custody.source].span)] == "France and the UK"


@pytest.mark.parametrize(
    ("between", "carried"), [(" ", True), ("\n\n", True), ("\n", True), ("\n\nRain.\n\n", False)]
)
def test_words_are_carried_on_into_the_next_paragraph_but_no_further(
    between: str, carried: bool
) -> None:
    text = f"She said it sank.{between}The crew swam ashore."
    labels: list[Label] = [
        ("claim", "begin", "it"), ("claim", "inside", "sank"), ("claim", "begin", "The"),
        ("claim", "inside", "crew swam ashore"), ("carried", "carried", "The crew swam ashore"),
    ]  # fmt: skip
    one = passage(text, labels)
    read = reading(one, text, ("She", "said", "it sank"))
    claims = [c for c in find_claims(read, sentences(text)) if text[slice(*c.spans[0])] != "Rain"]
    assert carriers(text, read.found, claims) == ({1: 0} if carried else {})
    # Somebody's own words go on from nobody else's.
    assert carriers(text, read.found, [replace(c, attribution=0) for c in claims]) == {}
