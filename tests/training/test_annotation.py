"""What readers write down, and the gold that is made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reportedly.consistency import validate
from reportedly.ledger import Article
from tests.training.ferry import LINES, SENTENCES, TASK, TEXT
from training.annotation.annotate import Check, main
from training.annotation.gold import Gold, read_gold
from training.annotation.notation import NotThere, point


def check(lines: list[dict[str, Any]]) -> Check:
    checked = Check(TASK)
    checked.read([json.dumps(line) for line in lines])
    return checked


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("2", "She said aides doubt it."),
        ("1-2", TEXT[: TEXT.index("\n\n")]),
        ("1: “will sail” in May", "“will sail”\n in May"),
        ('1: "will sail" in', "“will sail”\n in"),
        ("3: won’t", "won't"),
        ("3#2: she", "she"),
        ("1: Ann ~ aides", "Ann Holt said. She said aides"),
    ],
)
def test_readers_point_by_quoting(spec: str, words: str) -> None:
    start, end = point(spec, TEXT, SENTENCES)
    assert TEXT[start:end] == words


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("4", "no sentence 4"),
        ("0: The", "no sentence 0"),
        ("2: ferry", "sentence 2 has no such words"),
        ("2#2: She", "no such words"),
        ("1: Ann ~ pears", "no 'pears' after"),
        ("ferry", "sentence's number"),
    ],
)
def test_words_that_are_not_there_are_named(spec: str, why: str) -> None:
    with pytest.raises(NotThere, match=why):
        point(spec, TEXT, SENTENCES)


def test_the_second_occurrence_is_the_second() -> None:
    assert point("3#2: she", TEXT, SENTENCES)[0] == TEXT.rindex("she")


def test_what_readers_write_becomes_a_ledger() -> None:
    checked = check(LINES)
    assert checked.problems == []
    gold = checked.gold()
    ledger = gold.ledger(Article(text=TEXT))
    outlet, holt, aides = ledger.actors
    assert (outlet.id, outlet.name, outlet.kind) == ("A0", "The Harbour Post", "outlet")
    assert [TEXT[a:b] for a, b in holt.mentions] == ["Mayor Ann Holt", "She", "she", "she"]
    assert (holt.named, aides.named, aides.plural) == (True, False, True)
    first, second, nested = ledger.attributions
    assert ledger.text_of(first.content_spans) == "The ferry “will sail”\n in May"
    assert (nested.within, nested.chain, nested.act) == (second.id, ("A0", "A1", "A2"), "doubt")
    assert ledger.claims[0].attribution == "R1"
    assert ledger.claims[0].dates[0].end == "2024-05-31"
    assert ledger.conditions[0].attribution is None
    assert ledger.text_of(ledger.conditions[0].outcome_spans) == "It won't sail"
    assert gold.traps[0].instead == "time"
    validate(ledger)


def test_gold_is_kept_without_loss_and_without_text(tmp_path: Path) -> None:
    gold = check(LINES).gold()
    (tmp_path / "ferry.json").write_text(gold.to_json(), encoding="utf-8")
    assert list(read_gold(tmp_path)) == [gold]
    assert "sail" not in gold.to_json()
    with pytest.raises(ValueError, match="differs"):
        gold.ledger(Article(text=TEXT + "!"))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"attribution": "R1", "source": "A7"}, "there is no actor A7"),
        ({"attribution": "R1", "source": "A1", "chain": ["A0", "A2"]}, "leads from A0"),
        ({"attribution": "R1", "within": "N9"}, "no attribution N9"),
        ({"attribution": "R9"}, "the corpus marks no R9"),
        ({"attribution": "R1", "act": "shouting"}, "Invalid enum value 'shouting'"),
        ({"attribution": "R1", "sorce": "A1"}, "no such field: sorce"),
        ({"claim": "R7", "spans": "1"}, "no attribution R7"),
        ({"position": "own", "actor": "A9", "stance": "mixed", "target": "1: sail"}, "actor A9"),
        ({"claim": "own", "spans": "1: boat"}, "no such words"),
        ({"rumour": "own"}, "begin each line with one of"),
        ({}, "begin each line with one of"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, Any], problem: str) -> None:
    assert any(problem in line for line in check([*LINES, change]).problems)


@pytest.mark.parametrize(
    ("left_out", "problem"), [(3, "R2 has no line"), (9, "sentence 3 is in no claim")]
)
def test_nothing_is_forgotten(left_out: int, problem: str) -> None:
    lines = [line for number, line in enumerate(LINES) if number != left_out]
    assert any(problem in line for line in check(lines).problems)


def test_an_attribution_of_the_corpus_can_be_doubted() -> None:
    lines = [*LINES[:2], {"attribution": "R1", "doubtful": True}, *LINES[3:]]
    checked = check(lines)
    assert checked.doubtful == ["R1"]
    assert any("no attribution R1" in problem for problem in checked.problems)


def test_a_reader_sees_sentences_and_what_is_marked() -> None:
    shown = TASK.show()
    assert "[1] The ferry “will sail” in May, Mayor Ann Holt said." in shown
    assert "R2  source 2: She  |  cue 2: said  |  content 2: aides doubt it" in shown


def test_the_corpus_is_shown(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shared / "data" / "polnear"
    name = min(path.stem for path in (folder / "dev" / "text").glob("*.txt"))
    assert main(["--shared", str(folder), "show", "dev", name]) == 0
    assert "[1] " in capsys.readouterr().out


def test_a_file_is_checked(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shared / "data" / "polnear"
    name = min(path.stem for path in (folder / "dev" / "text").glob("*.txt"))
    file = tmp_path / "notes.jsonl"
    file.write_text('{"claim": "own", "spans": "1"}\nnonsense\n', encoding="utf-8")
    assert main(["--shared", str(folder), "check", "dev", name, str(file)]) == 1
    assert "line 2: " in capsys.readouterr().out
    assert msgspec.json.decode(Gold(name="a", id="b").to_json().encode(), type=Gold).name == "a"
