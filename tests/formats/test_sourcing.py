"""The sourcing table: a marked-up report, and the rows that an editor would make of it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer
from hypothesis import given
from typer.testing import CliRunner

from reportedly.cli.sourcing import sourcing
from reportedly.formats.sourcing import COLUMNS, SOURCING, as_csv, sourced_statements
from reportedly.formats.view import as_table
from reportedly.ledger import Actor, Ledger
from reportedly.sourcing.credentials import Credentials, credentials
from tests.formats.ledgers import any_ledgers, ledger_of


def report(marked: str, sources: dict[str, Actor], **entries: Any) -> Ledger:
    """A ledger from marked-up text, and who says each of its attributions."""
    named = {
        entry: {"source": actor.id} | entries.get(entry, {}) for entry, actor in sources.items()
    }
    ledger = ledger_of(marked, **named)
    actors = tuple({actor.id: actor for actor in sources.values()}.values())
    text = ledger.article.text
    found = tuple(
        msgspec.structs.replace(actor, mentions=((at, at + len(actor.name)),))
        for actor in actors
        if (at := text.find(actor.name)) >= 0
    )
    return msgspec.structs.replace(ledger, actors=found)


def person(name: str, anonymity: Any = "named", **others: Any) -> Actor:
    return Actor(
        id=f"A-{name}", name=name, kind=others.pop("kind", "person"), anonymity=anonymity,
        named=anonymity == "named", **others,
    )  # fmt: skip


FALK = person("Ida Falk")
REYES = person("Bo Reyes")
CRITICS = person("Critics", "unnamed", kind="group", plural=True)


def statements_of(ledger: Ledger) -> list[tuple[str, str]]:
    return [(row.name, row.statement) for row in sourced_statements(ledger)]


def test_a_statement_is_whole_sentences() -> None:
    ledger = report(
        "[R1.content The ferry is late], [R1.source Ida Falk] [R1.cue said] on Monday. It is new.\n"
        "\nNobody paid.",
        {"R1": FALK},
    )
    assert statements_of(ledger) == [
        ("Ida Falk", "The ferry is late, Ida Falk said on Monday. It is new.")
    ]


def test_adjacent_sentences_of_one_source_are_one_statement() -> None:
    ledger = report(
        "[R1.source Ida Falk] [R1.cue said] [R1.content it is late]. "
        "She [R2.cue added] [R2.content that it is full].\n\n"
        "She [R3.cue said] [R3.content it sails].",
        {"R1": FALK, "R2": FALK, "R3": FALK},
    )
    assert statements_of(ledger) == [
        ("Ida Falk", "Ida Falk said it is late. She added that it is full."),
        ("Ida Falk", "She said it sails."),
    ]


def test_a_sentence_with_two_sources_appears_twice() -> None:
    ledger = report(
        "[R1.source Ida Falk] [R1.cue said] [R1.content it sails], "
        "but [R2.source Bo Reyes] [R2.cue denied] [R2.content it].",
        {"R1": FALK, "R2": REYES},
        R2={"act": "denial"},
    )
    sentence = "Ida Falk said it sails, but Bo Reyes denied it."
    assert statements_of(ledger) == [("Ida Falk", sentence), ("Bo Reyes", sentence)]


def test_a_quotation_that_runs_on_belongs_to_its_speaker() -> None:
    ledger = report(
        "“[R1.content It is late],” [R1.source Ida Falk] [R1.cue said]. “It was never early.”\n\n"
        "“It will be late again.”",
        {"R1": FALK},
    )
    assert statements_of(ledger) == [
        ("Ida Falk", "“It is late,” Ida Falk said. “It was never early.”")
    ]


def test_the_sentence_that_leads_to_a_quotation_is_no_statement() -> None:
    ledger = report(
        "[R1.source Ida Falk] [R2.cue released] [R2.content this statement]:\n\n"
        "[R1.content “We sail in May. We sail at noon.”]",
        {"R1": FALK, "R2": FALK},
    )
    assert statements_of(ledger) == [("Ida Falk", "“We sail in May. We sail at noon.”")]


def test_silence_is_no_statement() -> None:
    ledger = report(
        "[R1.source Ida Falk] [R1.cue did not respond to questions]. "
        "[R2.source Bo Reyes] [R2.cue declined] [R2.content to comment].",
        {"R1": FALK, "R2": REYES},
        R1={"negated": True},
        R2={"negated": True},
    )
    assert statements_of(ledger) == []


@pytest.mark.parametrize("act", ["intention", "belief", "desire", "support", "opposition"])
def test_what_people_want_or_think_is_told_only_in_their_own_words(act: str) -> None:
    marked = "[R1.source Ida Falk] [R1.cue supports] [R1.content the “big” plan]."
    assert statements_of(report(marked, {"R1": FALK}, R1={"act": act})) == []
    quoted = report(marked, {"R1": FALK}, R1={"act": act, "quotation": "mixed"})
    assert len(statements_of(quoted)) == 1


@pytest.mark.parametrize("deed", ["awarded", "reviewed", "weakened"])
def test_a_deed_tells_nothing(deed: str) -> None:
    ledger = report(
        f"[R1.source Ida Falk] [R1.cue {deed}] [R1.content the plan for the port].", {"R1": FALK}
    )
    assert statements_of(ledger) == []


def test_what_an_event_showed_the_reporter_saw() -> None:
    visit = person("A visit", "unnamed", kind="other")
    ledger = report(
        "[R1.source A visit] [R1.cue showed] [R1.content that the port is empty].",
        {"R1": visit},
        R1={"act": "evidence"},
    )
    assert statements_of(ledger) == []


def test_only_the_outermost_source_counts() -> None:
    ledger = report(
        "[R1.source Ida Falk] [R1.cue said] "
        "[R1.content [R2.source Bo Reyes] [R2.cue denied] [R2.content it]].",
        {"R1": FALK, "R2": REYES},
        R2={"within": "R1", "act": "denial"},
    )
    assert [name for name, _ in statements_of(ledger)] == ["Ida Falk"]


def test_figures_belong_to_the_poll_before_them() -> None:
    poll = person("a Harrow Press poll", "unnamed", kind="document")
    ledger = report(
        "[R1.content Falk leads] in [R1.source a Harrow Press poll] that [R1.cue showed] so.\n\n"
        "In the poll, 12% were unsure. The margin of error was 3 points.\n\nThe ferry is 90% full.",
        {"R1": poll},
        R1={"act": "evidence"},
    )
    assert [(row.type, row.name, row.statement) for row in sourced_statements(ledger)] == [
        (
            "Named Organization",
            "Harrow Press",
            "Falk leads in a Harrow Press poll that showed so.",
        ),
        (
            "Named Organization",
            "Harrow Press",
            "In the poll, 12% were unsure. The margin of error was 3 points.",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "actor", "filed"),
    [
        (
            "Harrow Mayor Ida Falk, the chair of the port board, said so.",
            person("Ida Falk"),
            ("Named Person", "Ida Falk", "Harrow Mayor, chair of the port board"),
        ),
        (
            "Supervisor Ida Falk came. Falk said so.",
            person("Falk"),
            ("Named Person", "Ida Falk", "Supervisor"),
        ),
        (
            "Bo Reyes, a longtime friend, said so.",
            person("Bo Reyes"),
            ("Named Person", "Bo Reyes", ""),
        ),
        (
            "Zoë Ångström, director of the Örebro Museum, said so.",
            person("Zoë Ångström"),
            ("Named Person", "Zoë Ångström", "director of the Örebro Museum"),
        ),
        (
            "A Harrow Ferries spokeswoman said so.",
            person("A Harrow Ferries spokeswoman", "unnamed"),
            ("Named Organization", "Harrow Ferries", ""),
        ),
        (
            "The Harrow Bay School District paid. The district leaders said so.",
            person("The district leaders", "unnamed", kind="group", plural=True),
            ("Named Organization", "Harrow Bay School District", ""),
        ),
        (
            "Her lawyers, from the law firm Holt Reyes, paid. Her attorneys said so.",
            person("Her attorneys", "unnamed", kind="group", plural=True),
            ("Named Organization", "Holt Reyes", ""),
        ),
        (
            "An official with knowledge of the talks said so.",
            person("An official with knowledge of the talks", "withheld", basis="with knowledge"),
            ("Anonymous Source", "", "official with knowledge of the talks"),
        ),
        (
            "Federal officials said so.",
            person("Federal officials", "unnamed", kind="group", plural=True),
            ("Unnamed Group of People", "Federal officials", ""),
        ),
        (
            "A post by Ida Falk said so.",
            person("A post by Ida Falk", "unnamed", kind="document"),
            ("Named Person", "Ida Falk", ""),
        ),
        (
            "The Falks said so. Ida Falk and Bo Falk sail.",
            person("The Falks", kind="group", plural=True),
            ("Named Person", "Falks", ""),
        ),
        (
            "Some angry commuters said so.",
            person("Some angry commuters", "unnamed", kind="group", plural=True),
            ("Unnamed Group of People", "angry commuters", ""),
        ),
        (
            "A police officer said so.",
            person("A police officer", "unnamed"),
            ("Unnamed Person", "", "police officer"),
        ),
        (
            "A report from the Harrow Bay Council came. The report says so.",
            person("The report", "unnamed", kind="document"),
            ("Document", "Harrow Bay Council", ""),
        ),
        (
            "The city's noise policy says so.",
            person("The city's noise policy", "unnamed", kind="document"),
            ("Document", "city's noise policy", ""),
        ),
    ],
)
def test_how_a_source_is_filed(text: str, actor: Actor, filed: tuple[str, str, str]) -> None:
    at = text.index(actor.name)
    actor = msgspec.structs.replace(actor, mentions=((at, at + len(actor.name)),))
    assert credentials(actor, text) == Credentials(*filed)  # type: ignore[arg-type]


def test_the_justification_tells_who_and_how() -> None:
    ledger = report(
        "[R1.source Bo Reyes, who sails daily,] [R1.cue said] by email [R1.content that it sails].",
        {"R1": REYES},
    )
    (row,) = sourced_statements(ledger)
    assert row.justification == "who sails daily; said by email"


def test_every_cell_is_of_the_text() -> None:
    ledger = report(
        "[R1.source Ida Falk], mayor of Harrow, [R1.cue said] at a hearing [R1.content it sails].",
        {"R1": FALK},
    )
    (row,) = sourced_statements(ledger)
    for cell in (row.statement, row.name, row.title, row.justification):
        assert cell in ledger.article.text
    assert ledger.article.text[slice(*row.span)] == row.statement


def read_back(table: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table, newline=""), strict=True))


def test_an_empty_article_has_an_empty_table() -> None:
    empty = ledger_of("Rain.")
    assert read_back(as_csv(empty)) == [list(COLUMNS)]
    assert "No sourced statements" in as_table(SOURCING, empty)


def test_no_cell_is_a_formula_or_breaks_the_table() -> None:
    ledger = report(
        '[R1.content =HYPERLINK("a";"b"),\nit is "late"], [R1.source Ida Falk] [R1.cue said].',
        {"R1": FALK},
    )
    _, row = read_back(as_csv(ledger))
    assert row[0] == '\'=HYPERLINK("a";"b"), it is "late", Ida Falk said.'
    assert len(row) == len(COLUMNS)


@pytest.mark.parametrize("out", [False, True])
def test_the_command_takes_ledgers(out: bool, tmp_path: Path) -> None:
    ledger = report("[R1.source Ida Falk] [R1.cue said] [R1.content it sails].", {"R1": FALK})
    (tmp_path / "7.json").write_text(ledger.to_json(), encoding="utf-8")
    program = typer.Typer()
    program.command()(sourcing)
    options = ["--out", str(tmp_path / "tables")] if out else ["--format", "csv"]
    result = CliRunner().invoke(program, [str(tmp_path / "7.json"), *options])
    assert result.exit_code == 0, result.output
    if out:
        (made,) = (tmp_path / "tables").glob("7-*.csv")
        assert made.read_bytes().decode() == as_csv(ledger)
    else:
        rows = read_back(result.stdout)
        assert rows[0] == ["article", *COLUMNS]
        assert rows[1][1:3] == ["Ida Falk said it sails.", "Named Person"]


@given(any_ledgers())
def test_any_ledger_has_a_table(ledger: Ledger) -> None:
    rows = sourced_statements(ledger)
    assert len(read_back(as_csv(ledger))) == len(rows) + 1
    assert as_table(SOURCING, ledger)
    for row in rows:
        assert row.statement == ledger.article.text[slice(*row.span)]
