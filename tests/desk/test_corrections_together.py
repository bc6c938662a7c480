"""Corrections by several people, by programs that are killed, on desks that move; any at all."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.desk import Desk
from reportedly.desk.carrying import carrier
from reportedly.desk.corrections import Correction, Decision, corrected
from reportedly.desk.decisions import Change
from reportedly.desk.review import lessons, listed
from reportedly.desk.revision import add, correct, made_on, undo
from reportedly.desk.snapshots import KIND_OF, as_kept, snapshot
from reportedly.desk.transfer import copy, lines, take_in
from reportedly.errors import InvalidLedger
from reportedly.ledger import LAYERS, Article, Ledger, validate
from tests.desk.test_corrections import TEXT, at, reading, told
from tests.formats.ledgers import any_ledgers

ROOT = Path(__file__).parents[2]


@pytest.fixture
def decided(desk: Desk) -> Desk:
    """A desk with an article that has two texts, and with decisions of two people."""
    desk.add(reading())
    correct(desk, 1, "R1", "edit", {"act": "promise"}, author="Ann", reason="“will”")
    correct(desk, 1, "R1", "edit", {"act": "intention", "source": "A2"}, author="Bob")
    undone = correct(desk, 1, "C1", "reject", author="Bob").number
    undo(desk, undone, author="Ann")
    add(desk, 1, "claim", {"spans": '"fares fall"', "certainty": "possible"}, author="Ann")
    desk.add(reading(f"Rain fell. {TEXT}", first=4))
    return desk


def test_a_list_tells_what_became_of_each(decided: Desk) -> None:
    assert [(one.number, one.words[:10], one.changes, one.state) for one in listed(decided)] == [
        (1, "The ferry ", "act: statement → promise", "contested"),
        (2, "The ferry ", "act: promise → intention; source: Ida Falk → engineers", "contested"),
        (3, "The ferry ", "", "undone"),
        (4, "fares fall", "spans: – → fares fall; certainty: – → possible", "applied"),
    ]  # fmt: skip
    decided.add(Ledger.from_json(bare("Only rain.")))
    assert [one.state for one in listed(decided, 1)] == [
        "found nothing", "found nothing", "undone", "found nothing",
    ]  # fmt: skip


def bare(text: str) -> str:
    """A ledger without entries, at the address of the others."""
    ledger = reading()
    article = Article(text=text, url=ledger.article.url)
    return Ledger(model=ledger.model, article=article).to_json()


def test_corrections_go_where_the_desk_goes(decided: Desk, tmp_path: Path) -> None:
    copy(decided, tmp_path / "backup.sqlite")
    with Desk.open(tmp_path / "backup.sqlite") as backup:
        assert backup.ledger(1) == decided.ledger(1)
        assert made_on(backup, 1) == made_on(decided, 1)
    with Desk.create(tmp_path / "other.sqlite") as other:
        other.add(Ledger.from_json(bare("Another.").replace("harbour", "other")))
        for line in lines(decided):
            take_in(other, line)
        assert other.ledger(2) == decided.ledger(1)
        assert {hit.article for hit in other.search("fares") if hit.claim} == {2}
        undo(decided, 1, author="Cleo")
        for line in lines(decided):
            take_in(other, line)
        assert other.ledger(2) == decided.ledger(1)
        assert len(made_on(other, 2)) == len(made_on(decided, 1))
        assert list(lines(other))[1:] == list(lines(decided))


def test_what_is_exported_is_the_reading(decided: Desk) -> None:
    (line,) = lines(decided)
    kept = [Ledger.from_json(json.dumps(one["ledger"])) for one in json.loads(line)["versions"]]
    assert kept == [decided.ledger(1, one, corrected=False) for one in (1, 2)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"decision": "burn"},
        {"changes": [{"field": "act", "old": "statement", "new": "lie"}]},
        {"changes": [{"field": "acts", "old": 1, "new": 2}]},
        {"entry": {"kind": "attribution", "spans": {"cue_spans": [[-1, 4]]}}},
        {"entry": {"kind": "attribution", "values": {"dates": 5}}},
    ],
)
def test_a_line_with_a_wrong_correction_is_refused(desk: Desk, wrong: dict[str, Any]) -> None:
    desk.add(reading())
    correct(desk, 1, "R1", "edit", {"act": "promise"}, author="Ann")
    line = json.loads(next(lines(desk)))
    line["corrections"][0].update(wrong)
    desk.remove(1)
    with pytest.raises(InvalidLedger):
        take_in(desk, json.dumps(line))
    assert list(desk.entries()) == []


def test_lessons_have_labels_and_no_words(decided: Desk) -> None:
    correct(decided, 1, "A4", "edit", {"name": "Ida B. Falk", "kind": "group"}, author="Ann")
    found = [json.loads(line) for line in lessons(decided)]
    assert [(one["decision"], one["kind"]) for one in found] == [
        ("edit", "attribution"), ("edit", "attribution"), ("add", "claim"), ("edit", "actor"),
    ]  # fmt: skip
    assert found[0]["digest"] == reading().article.id
    assert found[0]["old"]["labels"]["act"] == "statement"
    assert found[0]["new"]["labels"]["act"] == "promise"
    assert found[1]["new"]["references"]["source"] == [
        {"kind": "actor", "spans": {"mentions": [list(at("engineers"))]}}
    ]
    assert found[2]["old"] is None
    assert found[2]["new"]["spans"] == {"spans": [list(at("fares fall"))]}
    assert all("Falk" not in line and "text" not in json.loads(line) for line in lessons(decided))
    worded = [json.loads(line) for line in lessons(decided, with_text=True)]
    assert worded[3]["new"]["labels"]["name"] == "Ida B. Falk"
    assert worded[0]["text"] == TEXT


_PERSON = """
import sys
from reportedly.desk import Desk
from reportedly.desk.revision import correct
address, name, act = sys.argv[1:]
with Desk.open(address) as desk:
    for _ in range(10):
        correct(desk, 1, "R1", "edit", {"act": act}, author=name)
"""


def test_two_who_correct_at_once_are_both_heard(desk: Desk, address: str) -> None:
    desk.add(reading())
    people = [
        subprocess.Popen([sys.executable, "-c", _PERSON, address, *one], cwd=ROOT)
        for one in (("Ann", "denial"), ("Bob", "doubt"))
    ]
    assert [one.wait(timeout=120) for one in people] == [0, 0]
    made = made_on(desk, 1)
    assert sorted(one.author for one in made) == ["Ann"] * 10 + ["Bob"] * 10
    # Each saw what the other had done: what a field held is what the one before made of it.
    assert [one.changes[0].old for one in made[1:]] == [one.changes[0].new for one in made[:-1]]
    assert desk.ledger(1).attributions[0].act == made[-1].changes[0].new


_KILLED = """
import sys
from reportedly.desk import Desk
from reportedly.desk.revision import correct
with Desk.open(sys.argv[1]) as desk:
    for number in range(100_000):
        spans = f"{number % 20}-{number % 20 + 5}"
        print(correct(desk, 1, "C1", "edit", {"spans": spans}, author="Ann").number, flush=True)
"""


@pytest.mark.parametrize("after", [0.1, 0.4])
def test_a_killed_correction_is_there_whole_or_not_at_all(
    desk: Desk, address: str, after: float
) -> None:
    desk.add(reading())
    command = [sys.executable, "-c", _KILLED, address]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline()
    time.sleep(after)
    process.kill()
    said = [1, *map(int, process.stdout.read().split("\n")[:-1])]
    process.wait()
    made = made_on(desk, 1)
    assert [one.number for one in made][: len(said)] == said
    assert len(made) <= len(said) + 1
    ledger = desk.ledger(1)
    assert [list(span) for span in ledger.claims[0].spans] == made[-1].changes[0].new
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT claim, start, text FROM claims").all()
    assert sorted(map(tuple, rows)) == sorted(
        (one.id, one.spans[0][0], ledger.text_of(one.spans)) for one in ledger.claims
    )


@st.composite
def any_corrections(draw: st.DrawFn, ledger: Ledger) -> list[Correction]:
    """Decisions of any kind on any entry, each made on what the ones before left."""
    made: list[Correction] = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        now = corrected(ledger, made).ledger
        entries = [(KIND_OF[name], one) for name in LAYERS for one in getattr(now, name)]
        if not entries:
            break
        kind, entry = draw(st.sampled_from(entries))
        decision = draw(st.sampled_from(get_args(Decision)))
        others = [one for k, one in entries if k == kind]
        fields = as_kept(snapshot(now, kind, draw(st.sampled_from(others))))
        values = {
            **fields.get("values", {}),
            **fields.get("spans", {}),
            **fields.get("references", {}),
        }
        chosen = draw(st.lists(st.sampled_from(sorted(values)), unique=True)) if values else []
        wanted = sorted(values) if decision == "add" else chosen if decision == "edit" else []
        made.append(
            Correction(
                number=number,
                digest=ledger.article.id,
                entry=snapshot(now, kind, entry),
                decision=decision,
                changes=tuple(Change(name, None, values[name]) for name in wanted),
                author=draw(st.sampled_from(["Ann", "Bob"])),
                time="2024-03-04T09:30:00Z",
                reason=str(number),
            )
        )
    return made


@settings(max_examples=150)
@given(st.data())
def test_any_corrections_leave_a_valid_ledger_and_twice_is_once(data: st.DataObject) -> None:
    ledger = data.draw(any_ledgers())
    made = data.draw(any_corrections(ledger))
    gone = data.draw(st.sets(st.sampled_from(range(1, 7))))
    kept = [one for one in made if one.number not in gone]
    outcome = corrected(ledger, kept)
    validate(outcome.ledger)
    again = corrected(outcome.ledger, kept)
    assert again.ledger == outcome.ledger
    assert again.applied == outcome.applied
    alone = {later for earlier, later in outcome.conflicts if earlier is None}
    assert {*outcome.applied, *outcome.nothing} | alone == {one.number for one in kept}
    assert len(outcome.applied) + len(outcome.nothing) + len(alone) == len(kept)
    assert corrected(ledger, reversed(kept)) == outcome


@settings(max_examples=100)
@given(st.data())
def test_any_corrections_leave_a_valid_ledger_of_any_other_text(data: st.DataObject) -> None:
    before, after = data.draw(any_ledgers()), data.draw(any_ledgers())
    made = data.draw(any_corrections(before))
    validate(corrected(after, made, {before.article.id: before.article.text}).ledger)
    assert corrected(after, []) == (after, (), (), ())


_TEXTS = st.lists(
    st.sampled_from(
        ["Rain came.", "It rained on.", "Snow fell, there.", "“No,” he said.", "A", "\n"]
    ),
    max_size=8,
).map(" ".join)


@given(_TEXTS, _TEXTS, st.data())
def test_spans_are_carried_into_the_text(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    place = carrier(before, after)((start, end)) if start < end else None
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(after)
    assert carrier(before, before)((start, end)) == (start, end)


@pytest.mark.parametrize(
    ("words", "new", "carried"),
    [
        ("said on Monday", "Falk said on Monday.", "said on Monday"),
        ("said on Monday", "Falk said late on Monday.", "said late on Monday"),
        ("Falk said on Monday", "Falk said on Sunday.", "Falk said on Sunday"),
        ("said", "Falk wrote on Monday.", None),
        ("alk sai", "Oh! Falk said on Monday.", "alk sai"),
        ("It rained.", "It rained. Falk said on Monday.", "It rained."),
        ("on Monday. It", "Falk said on Monday. Then it rained.", "on Monday. Then it"),
    ],
)
def test_spans_are_carried_to_where_their_words_stand(
    words: str, new: str, carried: str | None
) -> None:
    old = "Falk said on Monday. It rained."
    place = carrier(old, new)(at(words, old))
    assert (place and new[slice(*place)]) == carried


def test_a_long_text_that_was_rewritten_is_compared_in_a_moment() -> None:
    old = " ".join(f"Sentence {n} of the old text." for n in range(5000))
    new = " ".join(f"Line {n} in another text." for n in range(5000))
    began = time.process_time()
    assert carrier(old, new)((0, 20)) is None
    assert carrier(old, f"Rain. {old}")((9, 20)) == (15, 26)
    assert time.process_time() - began < 20


def test_an_entry_is_the_same_after_a_trip_through_a_file(decided: Desk) -> None:
    for one in made_on(decided, 1):
        again = msgspec.json.decode(msgspec.json.encode(one), type=Correction)
        assert (again, again.key) == (one, one.key)
    assert len(told(decided.ledger(1))) == 10
