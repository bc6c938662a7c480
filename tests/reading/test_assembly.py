"""What was found in a text becomes a ledger: ids, chains, references, days."""

from __future__ import annotations

from dataclasses import replace

from reportedly.reading.parts import joined
from tests.reading.scored import Label, ledger_of, part_of


def mention(words: str) -> Label:
    return ("mention", "mention", words)


TOLD = (
    "Finance Minister Jana Novak told the Gazette on Sunday that rents will reportedly rise in May."
)
TOLD_LABELS = [
    mention("Finance Minister Jana Novak"), mention("the Gazette"),
    ("claim", "begin", "rents"), ("claim", "inside", "will reportedly rise in May"),
    ("certainty", "certain", "rents will reportedly rise in May"),
    ("polarity", "positive", "rents will reportedly rise in May"),
    ("time", "future", "rents will reportedly rise in May"),
]  # fmt: skip
TOLD_FOUND = ("Finance Minister Jana Novak", "told", "that rents will reportedly rise in May")
TOLD_PULLS = [("relay", "told", "the Gazette")]


def test_a_chain_leads_from_the_outlet_through_the_relay_to_the_source() -> None:
    part = part_of(TOLD, TOLD_LABELS, TOLD_PULLS, TOLD_FOUND)
    ledger = ledger_of(part, TOLD, outlet="The Echo", published="2024-03-04")
    outlet, novak, gazette = ledger.actors
    assert (outlet.id, outlet.name, outlet.mentions) == ("A0", "The Echo", ())
    assert (novak.name, novak.title, novak.kind) == ("Jana Novak", "Finance Minister", "person")
    assert (gazette.name, gazette.kind, gazette.named) == ("Gazette", "outlet", True)
    [said] = ledger.attributions
    assert (said.source, said.chain) == (novak.id, ("A0", gazette.id, novak.id))
    [claim] = ledger.claims
    assert (claim.attribution, claim.chain) == (said.id, said.chain)
    assert (claim.certainty, claim.polarity, claim.time) == ("certain", "positive", "future")


def test_days_in_a_content_are_its_claims_and_those_beside_the_cue_tell_when_it_was_said() -> None:
    part = part_of(TOLD, TOLD_LABELS, TOLD_PULLS, TOLD_FOUND)
    ledger = ledger_of(part, TOLD, published="2024-03-04")
    [said], [claim] = ledger.attributions, ledger.claims
    assert [(d.start, d.end) for d in said.dates] == [("2024-03-03", "2024-03-03")]
    assert [(d.start, d.end) for d in claim.dates] == [("2024-05-01", "2024-05-31")]
    assert claim.hearsay
    assert ledger.text_of(claim.markers) == "reportedly"


def test_an_outlet_that_reports_of_itself_is_no_relay_of_its_own() -> None:
    part = part_of(TOLD, TOLD_LABELS, TOLD_PULLS, TOLD_FOUND)
    ledger = ledger_of(part, TOLD, outlet="The Gazette")
    assert [actor.id for actor in ledger.actors] == ["A0", "A1"]
    assert ledger.attributions[0].chain == ("A0", "A1")
    assert ledger.text_of(ledger.actors[0].mentions) == "the Gazette"


def test_nobody_who_is_only_talked_about_is_an_actor() -> None:
    text = "Ann Holt said Bo Reyes left."
    labels = [mention("Ann Holt"), mention("Bo Reyes"), ("no_relay", "none", "said")]
    ledger = ledger_of(part_of(text, labels, [], ("Ann Holt", "said", "Bo Reyes left")), text)
    assert [actor.name for actor in ledger.actors[1:]] == ["Ann Holt"]


def test_silence_has_no_content_and_yields_no_claim() -> None:
    text = "Ann Holt declined to comment."
    labels = [
        mention("Ann Holt"), ("claim", "begin", "to"), ("claim", "inside", "comment"),
        ("no_relay", "none", "declined"),
    ]  # fmt: skip
    part = part_of(text, labels, [], ("Ann Holt", "declined", "to comment"))
    ledger = ledger_of(part, text)
    [silence] = ledger.attributions
    assert (silence.negated, silence.content_spans) == (True, ())
    assert ledger.text_of(silence.cue_spans) == "declined to comment"
    assert ledger.claims == ()


def test_a_carried_sentence_belongs_to_the_attribution_before_it() -> None:
    text = "Ann Holt said it sank. The crew swam ashore."
    labels = [
        mention("Ann Holt"), ("claim", "begin", "it"), ("claim", "inside", "sank"),
        ("claim", "begin", "The"), ("claim", "inside", "crew swam ashore"),
        ("carried", "carried", "The crew swam ashore"), ("no_relay", "none", "said"),
    ]  # fmt: skip
    ledger = ledger_of(part_of(text, labels, [], ("Ann Holt", "said", "it sank")), text)
    [said] = ledger.attributions
    assert ledger.text_of(said.carried_spans) == "The crew swam ashore"
    assert [claim.attribution for claim in ledger.claims] == [said.id, said.id]


def test_parts_of_a_long_text_are_one_and_names_join_across_them() -> None:
    text = "Ann Holt said it sank. Holt said it swam."
    labels = [mention("Ann Holt"), mention("Holt#2"), ("no_relay", "none", text)]
    first = part_of(text, labels[:1] + labels[2:], [], ("Ann Holt", "said", "it sank"))
    second = part_of(text, labels[1:], [], ("Holt#2", "said#2", "it swam"))
    first = replace(first, claims=[], positions=[])
    ledger = ledger_of(joined([first, replace(second, claims=[], positions=[])]), text)
    assert [actor.name for actor in ledger.actors[1:]] == ["Ann Holt"]
    assert len(ledger.actors[1].mentions) == 2
    assert [one.source for one in ledger.attributions] == ["A1", "A1"]
