"""Through whose hands words came, told by wording, by what was said before, and by the network."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.scored import Label, Pull, ledger_of, part_of

Said = tuple[str, str, str]

HOLT: Label = ("mention", "mention", "Ann Holt")
GAZETTE: Label = ("mention", "mention", "the Harbour Gazette")
TOLD: Said = ("Ann Holt", "told", "it will sail")


def relays_of(text: str, labels: list[Label], pulls: list[Pull], *found: Said) -> list[list[str]]:
    """The names of whoever stands between the outlet and the source of each attribution."""
    silent: list[Label] = [("no_relay", "none", cue) for _, cue, _ in found]
    told = [label for label in silent if not any(start == label[2] for _, start, _ in pulls)]
    ledger = ledger_of(part_of(text, [*labels, *told], pulls, *found), text)
    names = {actor.id: actor.name for actor in ledger.actors}
    return [[names[link] for link in one.chain[1:-1]] for one in ledger.attributions]


@pytest.mark.parametrize(
    ("text", "cue", "relays"),
    [
        ("Ann Holt told Reuters it will sail.", "told", ["Reuters"]),
        ("Ann Holt said on CNN’s “New Day” it will sail.", "said", ["CNN"]),
        ("In an interview with the BBC Ann Holt said it will sail.", "said", ["BBC"]),
        ("In a Wall Street Journal essay Ann Holt wrote it will sail.", "wrote",
         ["Wall Street Journal"]),
        ("At a CNN town hall Ann Holt said it will sail.", "said", []),
        ("On CNN debate night Ann Holt said it will sail.", "said", []),
        ("Ann Holt told the council it will sail.", "told", []),
        ("Ann Holt said on Twitter it will sail.", "said", []),
    ],
)  # fmt: skip
def test_an_outlet_is_a_relay_where_words_lead_up_to_it(
    text: str, cue: str, relays: list[str]
) -> None:
    assert relays_of(text, [HOLT], [], ("Ann Holt", cue, "it will sail")) == [relays]


@pytest.mark.parametrize(
    ("after", "relays"),
    [
        ("It is old, Holt said.", ["Reuters"]),
        ("Rain fell. The sea was high. It is old, Holt said.", ["Reuters"]),
        ("In a speech, Holt said it is old.", []),
        ("It is old, Bo Reyes said.", []),
        ("It is old, Holt said on the BBC.", ["BBC"]),
        ("Rain fell. It rose. It fell. It rose. It fell. It rose. It fell. It is old, Holt said.",
         []),
    ],
)  # fmt: skip
def test_an_interview_goes_on_until_something_else_is_told(after: str, relays: list[str]) -> None:
    text = f"Ann Holt told Reuters it will sail. {after}"
    source = "Bo Reyes" if "Reyes" in after else "Holt#2"
    content = "it is old" if "it is old" in after else "It is old"
    labels = [HOLT, ("mention", "mention", source)]
    found = relays_of(text, labels, [], TOLD, (source, "said", content))
    assert found == [["Reuters"], relays]


def test_who_was_told_heard_it_from_the_teller_alone() -> None:
    text = "While Bo Reyes called it old, Ann Holt told Reuters it will sail."
    labels = [HOLT, ("mention", "mention", "Bo Reyes")]
    found = relays_of(text, labels, [], ("Bo Reyes", "called", "it old"), TOLD)
    assert found == [[], ["Reuters"]]


def test_whoever_is_cited_by_an_outlet_speaks_through_it() -> None:
    text = "It will sail, according to sources cited by the Washington Post on Sunday."
    labels: list[Label] = [
        ("mention", "mention", "sources"), ("no_antecedent", "none", "Washington Post"),
    ]  # fmt: skip
    said = ("sources cited by the Washington Post", "according to", "It will sail")
    assert relays_of(text, labels, [], said) == [["Washington Post"]]


def test_a_programme_is_its_broadcaster_where_that_is_named() -> None:
    text = "Ann Holt told CBS it will sail. On “Face the Nation” Bo Reyes said it is old."
    labels = [HOLT, ("mention", "mention", "Bo Reyes")]
    said = ("Bo Reyes", "said", "it is old")
    assert relays_of(text, labels, [], TOLD, said) == [["CBS"], ["CBS"]]


@pytest.mark.parametrize(("source", "relays"), [("67 percent of voters", ["A poll"]), ("It", [])])
def test_those_who_were_asked_speak_through_the_poll(source: str, relays: list[str]) -> None:
    text = f"A poll shows few agree. {source} said it is old."
    labels: list[Label] = [
        ("mention", "mention", "A poll"), ("kind", "document", "A poll"),
        ("mention", "mention", source), ("kind", "group", source), ("plural", "plural", source),
    ]  # fmt: skip
    found = relays_of(
        text, labels, [], ("A poll", "shows", "few agree"), (source, "said", "it is old")
    )
    assert found == [[], relays]


@pytest.mark.parametrize(
    ("text", "relay", "kind"),
    [
        ("In a letter Ann Holt said it will sail.", "a letter", "document"),
        ("At a forum sponsored by the Harbour Gazette Ann Holt said it will sail.",
         "the Harbour Gazette", "outlet"),
        ("With her friends Ann Holt said it will sail.", "her friends", "group"),
    ],
)  # fmt: skip
def test_letters_hosts_and_friends_pass_nothing_on(text: str, relay: str, kind: str) -> None:
    labels: list[Label] = [HOLT, ("mention", "mention", relay), ("kind", kind, relay)]
    pulls: list[Pull] = [("relay", "said", relay)]
    assert relays_of(text, labels, pulls, ("Ann Holt", "said", "it will sail")) == [[]]


def test_what_lies_within_an_attribution_has_its_chain_first() -> None:
    text = "Ann Holt told the Harbour Gazette that Bo Reyes said it will sail."
    part = part_of(
        text,
        [HOLT, GAZETTE, ("mention", "mention", "Bo Reyes")],
        [("relay", "told", "the Harbour Gazette")],
        ("Ann Holt", "told", "that Bo Reyes said it will sail"),
        ("Bo Reyes", "said", "it will sail"),
    )
    part = replace(part, found=[part.found[0], replace(part.found[1], within=0)])
    ledger = ledger_of(part, text)
    names = {actor.id: actor.name for actor in ledger.actors}
    assert [[names[link] for link in one.chain[1:]] for one in ledger.attributions] == [
        ["Harbour Gazette", "Ann Holt"],
        ["Harbour Gazette", "Ann Holt", "Bo Reyes"],
    ]
