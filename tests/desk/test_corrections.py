"""What people decide about entries: a text, its ledger, the decisions, and what comes of them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from reportedly.desk import Desk
from reportedly.desk.corrections import Decision, corrected
from reportedly.desk.revision import add, correct, made_on, undo
from reportedly.errors import (
    BadDate,
    BadValue,
    CannotReject,
    InvalidLedger,
    LackingFields,
    NoSuchCorrection,
    NoSuchEntry,
    NoSuchField,
    NotOnDesk,
    ReportedlyError,
    WordsNotThere,
)
from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Ledger,
    ModelInfo,
    Position,
    Span,
)

URL = "https://harbour.example/ferry"

TEXT = (
    "The ferry will sail in May, Ida Falk said on Monday. "
    "Falk said engineers believe the pier is safe. "
    "She will sign if fares fall."
)


def at(words: str, text: str = TEXT, which: int = 1) -> Span:
    """Where words stand in a text."""
    start = -1
    for _ in range(which):
        start = text.index(words, start + 1)
    return start, start + len(words)


def reading(text: str = TEXT, *, first: int = 1, version: str = "1.0", **about: Any) -> Ledger:
    """The ledger of the text, its ids counted from ``first``; another version has other ids."""
    outlet = Actor(id="A0", name="The Post", kind="outlet", named=True, anonymity="named")
    falk = Actor(
        id=f"A{first}", name="Ida Falk", kind="person", named=True, anonymity="named",
        mentions=(at("Ida Falk", text), at("Falk", text, 2), at("She", text)), confidence=0.9,
    )  # fmt: skip
    engineers = Actor(
        id=f"A{first + 1}", name="engineers", kind="group", named=False, anonymity="unnamed",
        mentions=(at("engineers", text),), plural=True, confidence=0.6,
    )  # fmt: skip
    by_falk, by_both = ("A0", falk.id), ("A0", falk.id, engineers.id)
    said = Attribution(
        id=f"R{first}", source=falk.id, source_spans=(at("Ida Falk", text),),
        cue_spans=(at("said", text),), content_spans=(at("The ferry will sail in May", text),),
        chain=by_falk, confidence=0.7,
    )  # fmt: skip
    outer = Attribution(
        id=f"R{first + 1}", source=falk.id, source_spans=(at("Falk", text, 2),),
        cue_spans=(at("said", text, 2),),
        content_spans=(at("engineers believe the pier is safe", text),), chain=by_falk,
    )  # fmt: skip
    inner = Attribution(
        id=f"R{first + 2}", source=engineers.id, source_spans=(at("engineers", text),),
        cue_spans=(at("believe", text),), content_spans=(at("the pier is safe", text),),
        act="belief", within=outer.id, chain=by_both, confidence=0.5,
    )  # fmt: skip
    sails = Claim(
        id=f"C{first}", spans=said.content_spans, attribution=said.id, chain=by_falk,
        certainty="certain", polarity="positive", time="future", confidence=0.8,
    )  # fmt: skip
    safe = Claim(
        id=f"C{first + 1}", spans=inner.content_spans, attribution=inner.id, chain=by_both,
        certainty="probable", polarity="positive", confidence=0.6,
    )  # fmt: skip
    sign = Position(
        id=f"P{first}", actor=falk.id, stance="intends", target_spans=(at("sign", text),),
        evidence_spans=(at("She will sign", text),), confidence=0.4,
    )  # fmt: skip
    fares = Condition(
        id=f"K{first}", outcome_spans=(at("She will sign", text),),
        requirement_spans=(at("fares fall", text),), relation="if", cue_spans=(at("if", text),),
        confidence=0.9,
    )  # fmt: skip
    return Ledger(
        model=ModelInfo(name="none", version=version),
        article=Article(text=text, url=URL, outlet="The Post", **about),
        actors=(outlet, falk, engineers), attributions=(said, outer, inner),
        claims=(sails, safe), positions=(sign,), conditions=(fares,),
    )  # fmt: skip


def told(ledger: Ledger) -> list[str]:
    """A ledger as a person would jot it down: by its words, without ids."""
    names = {actor.id: actor.name for actor in ledger.actors}

    def chain(entry: Any) -> str:
        return ">".join(names[one] for one in entry.chain)

    lines = [f"{a.name}: {a.kind}, {a.anonymity}" for a in ledger.actors[1:]]
    lines += [
        f"{names.get(a.source or '', '?')} {a.act}: {ledger.text_of(a.content_spans)} [{chain(a)}]"
        for a in ledger.attributions
    ]
    lines += [f"{c.certainty}: {ledger.text_of(c.spans)} [{chain(c)}]" for c in ledger.claims]
    lines += [
        f"{names[p.actor]} {p.stance} {ledger.text_of(p.target_spans)}" for p in ledger.positions
    ]
    lines += [
        f"{ledger.text_of(c.outcome_spans)} {c.relation} {ledger.text_of(c.requirement_spans)}"
        for c in ledger.conditions
    ]
    return lines


AS_READ = [
    "Ida Falk: person, named",
    "engineers: group, unnamed",
    "Ida Falk statement: The ferry will sail in May [The Post>Ida Falk]",
    "Ida Falk statement: engineers believe the pier is safe [The Post>Ida Falk]",
    "engineers belief: the pier is safe [The Post>Ida Falk>engineers]",
    "certain: The ferry will sail in May [The Post>Ida Falk]",
    "probable: the pier is safe [The Post>Ida Falk>engineers]",
    "Ida Falk intends sign",
    "She will sign if fares fall",
]

#: A decision; the lines of the ledger that go with it, and those that come in their place.
DECISIONS: list[tuple[str, tuple[str, str, dict[str, str]], list[str], list[str]]] = [
    ("an attribution is kept", ("R1", "accept", {}), [], []),
    (
        "what nobody said stands in the outlet's own voice",
        ("R1", "reject", {}),
        [AS_READ[2], AS_READ[5]],
        ["certain: The ferry will sail in May [The Post]"],
    ),
    (
        "what an outer attribution held comes from its own source alone",
        ("R2", "reject", {}),
        [AS_READ[3], AS_READ[4], AS_READ[6]],
        [
            "engineers belief: the pier is safe [The Post>engineers]",
            "probable: the pier is safe [The Post>engineers]",
        ],
    ),
    (
        "what an inner attribution held comes from the outer one",
        ("R3", "reject", {}),
        [AS_READ[4], AS_READ[6]],
        ["probable: the pier is safe [The Post>Ida Falk]"],
    ),
    (
        "who is nobody says nothing and wants nothing",
        ("A1", "reject", {}),
        [AS_READ[0], *AS_READ[2:8]],
        [
            "? statement: The ferry will sail in May [The Post]",
            "? statement: engineers believe the pier is safe [The Post]",
            "engineers belief: the pier is safe [The Post>engineers]",
            "certain: The ferry will sail in May [The Post]",
            "probable: the pier is safe [The Post>engineers]",
        ],
    ),
    ("a claim goes alone", ("C1", "reject", {}), [AS_READ[5]], []),
    ("a position goes alone", ("P1", "reject", {}), [AS_READ[7]], []),
    ("a condition goes alone", ("K1", "reject", {}), [AS_READ[8]], []),
    (
        "an act is another one",
        ("R1", "edit", {"act": "promise"}),
        [AS_READ[2]],
        ["Ida Falk promise: The ferry will sail in May [The Post>Ida Falk]"],
    ),
    (
        "words are quoted from the text",
        ("R1", "edit", {"content_spans": '"The ferry will sail"'}),
        [AS_READ[2]],
        ["Ida Falk statement: The ferry will sail [The Post>Ida Falk]"],
    ),
    (
        "the chains of claims follow the source",
        ("R1", "edit", {"source": "A2"}),
        [AS_READ[2], AS_READ[5]],
        [
            "engineers statement: The ferry will sail in May [The Post>engineers]",
            "certain: The ferry will sail in May [The Post>engineers]",
        ],
    ),
    (
        "the chain of a claim follows its attribution",
        ("C1", "edit", {"attribution": "none"}),
        [AS_READ[5]],
        ["certain: The ferry will sail in May [The Post]"],
    ),
    (
        "who is named has a name",
        ("A2", "edit", {"anonymity": "withheld", "kind": "organization"}),
        [AS_READ[1]],
        ["engineers: organization, withheld"],
    ),
    (
        "a chain is as a person says",
        ("C2", "edit", {"chain": "A0, A2"}),
        [AS_READ[6]],
        ["probable: the pier is safe [The Post>engineers]"],
    ),
]


Step = tuple[Decision, dict[str, str]]


def decide(
    desk: Desk, entry: str, decision: Decision, typed: dict[str, str], by: str = "Ann"
) -> int:
    return correct(desk, 1, entry, decision, typed, author=by).number


@pytest.mark.parametrize("decided", DECISIONS, ids=[one[0] for one in DECISIONS])
def test_what_comes_of_a_decision_outlives_another_reading(desk: Desk, decided: Any) -> None:
    _, (entry, decision, typed), gone, came = decided
    desk.add(reading())
    number = decide(desk, entry, decision, typed)
    expected = sorted({*AS_READ, *came} - set(gone))
    assert sorted(told(desk.ledger(1))) == expected
    assert told(desk.ledger(1, corrected=False)) == AS_READ
    desk.replace(1, reading(first=7, version="2.0"))
    assert sorted(told(desk.ledger(1))) == expected
    words = "Reportedly, more rain fell. "
    desk.add(reading(words + TEXT, first=3))
    assert sorted(told(desk.ledger(1))) == expected
    assert sorted(told(desk.ledger(1, version=1))) == expected
    undo(desk, number, author="Bob")
    assert told(desk.ledger(1)) == AS_READ
    undo(desk, number, author="Ann", again=True)
    assert sorted(told(desk.ledger(1))) == expected


def test_what_was_accepted_or_edited_is_certain(desk: Desk) -> None:
    desk.add(reading())
    decide(desk, "R1", "accept", {})
    decide(desk, "C2", "edit", {"certainty": "possible"})
    decide(desk, "P1", "edit", {"confidence": "0.5"})
    ledger = desk.ledger(1)
    assert ledger.attributions[0].confidence == 1.0
    assert (ledger.claims[1].certainty, ledger.claims[1].confidence) == ("possible", 1.0)
    assert ledger.positions[0].confidence == 0.5
    assert ledger.attributions[2].confidence == 0.5


def test_claims_that_are_searched_follow_the_corrections(desk: Desk) -> None:
    def found(words: str) -> list[str | None]:
        return [hit.claim for hit in desk.search(words) if hit.claim]

    desk.add(reading())
    number = decide(desk, "C1", "edit", {"spans": '"Ida Falk said on Monday"'})
    assert (found("ferry"), found("Monday")) == ([], ["C1"])
    decide(desk, "C2", "reject", {})
    assert found("pier") == []
    desk.replace(1, reading(first=7, version="2.0"))
    assert (found("ferry"), found("Monday"), found("pier")) == ([], ["C7"], [])
    undo(desk, number, author="Ann")
    assert (found("ferry"), found("Monday")) == (["C7"], [])


def test_an_entry_that_was_missed_is_added(desk: Desk) -> None:
    desk.add(reading())
    typed = {"spans": '"engineers believe the pier is safe"', "attribution": "R2"}
    made = add(desk, 1, "claim", {**typed, "certainty": "certain"}, author="Ann", reason="missed")
    line = "certain: engineers believe the pier is safe [The Post>Ida Falk]"
    assert sorted(told(desk.ledger(1))) == sorted([*AS_READ, line])
    assert desk.ledger(1).claims[-1].id == "C3"
    desk.replace(1, reading(first=7, version="2.0"))
    assert sorted(told(desk.ledger(1))) == sorted([*AS_READ, line])
    decide(desk, desk.ledger(1).claims[-1].id, "edit", {"certainty": "possible"})
    assert desk.ledger(1).claims[-1].certainty == "possible"
    undo(desk, made.number, author="Ann")
    assert told(desk.ledger(1)) == AS_READ


def test_what_was_added_is_not_doubled_once_a_reading_finds_it(desk: Desk) -> None:
    whole = reading()
    missed = msgspec.structs.replace(whole, claims=whole.claims[:1])
    desk.add(missed)
    add(desk, 1, "claim", {"spans": '"pier is safe"', "certainty": "certain"}, author="Ann")
    assert len(desk.ledger(1).claims) == 2
    desk.replace(1, whole)
    assert [desk.ledger(1).text_of(c.spans) for c in desk.ledger(1).claims] == [
        "The ferry will sail in May",
        "pier is safe",
    ]


def test_a_changed_sentence_keeps_a_correction_if_half_of_its_words_stayed(desk: Desk) -> None:
    desk.add(reading())
    number = decide(desk, "C1", "edit", {"certainty": "possible"})
    for words, kept in (
        ("The ferry will sail in June", True),
        ("Two boats may come by then", False),
    ):
        text = TEXT.replace("The ferry will sail in May", words)
        ledger = msgspec.structs.replace(
            reading(),
            article=Article(text=text, url=URL),
            actors=(),
            attributions=(),
            positions=(),
            conditions=(),
            claims=(Claim(id="C1", spans=(at(words, text),), certainty="certain"),),
        )
        desk.add(ledger)
        assert desk.ledger(1).claims[0].certainty == ("possible" if kept else "certain")
        outcome = corrected(ledger, made_on(desk, 1), {reading().article.id: TEXT})
        assert (outcome.applied, outcome.nothing) == (((number,), ()) if kept else ((), (number,)))


def test_another_entry_that_stood_beside_is_not_taken_for_the_one_that_is_gone(desk: Desk) -> None:
    whole = reading()
    shorter = msgspec.structs.replace(whole.claims[0], id="C9", spans=(at("The ferry will sail"),))
    both = msgspec.structs.replace(whole, claims=(whole.claims[0], shorter))
    desk.add(both)
    number = decide(desk, "C1", "reject", {})
    left = msgspec.structs.replace(both, claims=(shorter,))
    desk.replace(1, left)
    assert [claim.id for claim in desk.ledger(1).claims] == ["C9"]
    assert corrected(left, made_on(desk, 1)).nothing == (number,)


@pytest.mark.parametrize(
    ("first", "second", "contested", "line"),
    [
        (("edit", {"act": "promise"}), ("edit", {"act": "denial"}), True, "Ida Falk denial"),
        (("edit", {"act": "promise"}), ("edit", {"act": "promise"}), False, "Ida Falk promise"),
        (("edit", {"act": "promise"}), ("edit", {"negated": "yes"}), False, "Ida Falk promise"),
        (("edit", {"act": "promise"}), ("reject", {}), True, None),
        (("accept", {}), ("edit", {"act": "denial"}), False, "Ida Falk denial"),
        (("accept", {}), ("reject", {}), True, None),
    ],
)
@pytest.mark.parametrize("other", ["Bob", "Ann"])
def test_the_last_one_wins_and_two_who_disagree_are_told(
    desk: Desk, first: Step, second: Step, contested: bool, line: str | None, other: str
) -> None:
    desk.add(reading())
    numbers = decide(desk, "R1", *first), decide(desk, "R1", *second, by=other)
    lines = told(desk.ledger(1))
    sails = [one.partition(":")[0] for one in lines if "The ferry" in one and "Falk " in one]
    assert sails == ([line] if line else [])
    outcome = corrected(desk.ledger(1, corrected=False), made_on(desk, 1))
    assert outcome.conflicts == ((numbers,) if contested and other == "Bob" else ())


def test_two_that_would_lie_within_each_other_do_not(desk: Desk) -> None:
    desk.add(reading())
    first = decide(desk, "R3", "edit", {"within": "none"})
    second = decide(desk, "R2", "edit", {"within": "R3"})
    undo(desk, first, author="Ann")
    outcome = corrected(desk.ledger(1, corrected=False), made_on(desk, 1))
    assert outcome.conflicts == ((None, second),)
    assert told(desk.ledger(1)) == AS_READ
    with pytest.raises(InvalidLedger, match="lies within itself"):
        decide(desk, "R2", "edit", {"within": "R3"})
    assert len(made_on(desk, 1)) == 2


def test_nothing_of_a_correction_is_ever_lost(desk: Desk) -> None:
    desk.add(reading())
    desk.clock = lambda: "2024-03-04T09:30:00Z"
    made = correct(
        desk, 1, "R1", "edit", {"act": "promise"}, author="Ann\0", reason="“will” \udcff"
    )
    assert (made.author, made.reason) == ("Ann ", "“will” ?")
    for name, again in (("Bob", False), ("Bob", False), ("Ann", True), ("Ann", False)):
        undo(desk, made.number, author=name, again=again)
    (kept,) = made_on(desk, 1)
    assert msgspec.structs.replace(kept, marks=()) == made
    assert [(mark.what, mark.author) for mark in kept.marks] == [
        ("undo", "Bob"), ("redo", "Ann"), ("undo", "Ann"),
    ]  # fmt: skip
    assert kept.undone == kept.marks[-1]
    assert kept.changes[0].old == "statement"


WRONG: list[tuple[str, dict[str, str], type[ReportedlyError], str]] = [
    ("R1", {"act": "lie"}, BadValue, "statement, belief, doubt, denial"),
    ("R1", {"id": "R2"}, NoSuchField, "source, source_spans, cue_spans"),
    ("C1", {"act": "denial"}, NoSuchField, "certainty, polarity"),
    ("R1", {"source": "A9"}, BadValue, "A0, A1, A2, none"),
    ("R1", {"source": "C1"}, BadValue, "A0, A1, A2, none"),
    ("R1", {"source": "A1, A2"}, BadValue, "A0, A1, A2, none"),
    ("P1", {"actor": "none"}, BadValue, "A0, A1, A2."),
    ("R1", {"negated": "perhaps"}, BadValue, "true, yes, false, no"),
    ("R1", {"confidence": "2"}, BadValue, "a number from 0 to 1"),
    ("R1", {"confidence": "nan"}, BadValue, "a number from 0 to 1"),
    ("R1", {"confidence": "high"}, BadValue, "a number from 0 to 1"),
    ("R1", {"cue_spans": "5-5"}, BadValue, "offsets from 0 to"),
    ("R1", {"cue_spans": "0-9999"}, BadValue, "offsets from 0 to"),
    ("R1", {"cue_spans": "said"}, BadValue, "offsets as 16-55, or words"),
    ("R1", {"cue_spans": '"said" "on"'}, BadValue, "offsets as 16-55, or words"),
    ("R1", {"cue_spans": '"said"#3'}, WordsNotThere, "times found there, 2"),
    ("R1", {"cue_spans": '"whispered"'}, WordsNotThere, "times found there, 0"),
    ("R1", {"dates": '"on Monday"'}, BadValue, "16-25=2024-03-04"),
    ("R1", {"dates": '"on Monday"=2024-13-04'}, BadDate, "2024-13-04"),
    ("A1", {"named": "no", "anonymity": "named"}, BadValue, "withheld, unnamed"),
]


@pytest.mark.parametrize(("entry", "typed", "error", "words"), WRONG)
def test_a_wrong_value_is_refused_with_those_that_are_right(
    desk: Desk, entry: str, typed: dict[str, str], error: type[ReportedlyError], words: str
) -> None:
    desk.add(reading())
    with pytest.raises(error) as caught:
        decide(desk, entry, "edit", typed)
    assert words in str(caught.value)
    assert made_on(desk, 1) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"cue_spans": '"said"#2, 44-52'}, {"cue_spans": ((58, 62), (44, 52))}),
        ({"carried_spans": ""}, {"carried_spans": ()}),
        ({"source": "none"}, {"source": None, "chain": ("A0",)}),
        ({"negated": "YES"}, {"negated": True}),
        ({"quotation": "direct"}, {"quotation": "direct"}),
    ],
)
def test_values_are_kept_as_they_were_meant(
    desk: Desk, typed: dict[str, str], expected: dict[str, Any]
) -> None:
    desk.add(reading())
    decide(desk, "R1", "edit", typed)
    entry = desk.ledger(1).attributions[0]
    assert {name: getattr(entry, name) for name in expected} == expected


def test_dates_are_spans_with_days(desk: Desk) -> None:
    desk.add(reading())
    decide(desk, "R1", "edit", {"dates": '"on Monday"=2024-03-04, "in May"=2024-05-01/..'})
    dates = desk.ledger(1).attributions[0].dates
    assert [(TEXT[slice(*one.span)], one.start, one.end) for one in dates] == [
        ("on Monday", "2024-03-04", "2024-03-04"),
        ("in May", "2024-05-01", None),
    ]


def test_what_is_not_there_cannot_be_corrected(desk: Desk) -> None:
    desk.add(reading())
    for error, look in (
        (NoSuchEntry, lambda: decide(desk, "R9", "accept", {})),
        (NotOnDesk, lambda: correct(desk, 2, "R1", "accept", author="Ann")),
        (NotOnDesk, lambda: made_on(desk, 2)),
        (NoSuchCorrection, lambda: undo(desk, 5, author="Ann")),
        (CannotReject, lambda: decide(desk, "A0", "reject", {})),
        (LackingFields, lambda: add(desk, 1, "position", {"stance": "opposes"}, author="Ann")),
        (LackingFields, lambda: add(desk, 1, "claim", {"spans": ""}, author="Ann")),
    ):
        with pytest.raises(error):
            look()
    assert made_on(desk, 1) == []


def test_an_article_takes_its_corrections_with_it(desk: Desk) -> None:
    desk.add(reading())
    number = decide(desk, "R1", "accept", {})
    undo(desk, number, author="Ann")
    desk.remove(1)
    with desk.reading() as connection:
        for table in ("corrections", "marks"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
