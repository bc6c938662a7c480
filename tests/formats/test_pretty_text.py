"""The article marked up for a terminal: readable, pointed at, and unable to do harm."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from reportedly.formats.pretty import Pretty, as_text
from reportedly.ledger import Ledger
from tests.formats.ledgers import FERRY, any_ledgers, ledger_of
from tests.formats.story import STORY

ROOT = Path(__file__).parents[2]
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def lines_of(ledger: Ledger, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Pretty(ledger).lines(Console(width=width), width)]


def test_the_marked_up_text() -> None:
    assert as_text(FERRY, width=80).splitlines() == [
        "Ferry",
        "The Daily Example · 2024-03-04",
        "3 attributions: 1 direct, 2 indirect; 1 nested",
        "50% of 18 words are attributed · read with small 1.0",
        "in the margin: where the cue stands",
        "─" * 80,
        "      │ The ferry is late.",
        "      │",
        "R1 R2 │ “It will sail,” said Ida Falk. Aides say that she doubts it can sail.",
        "   R3 │",
        "─" * 80,
        "",
        "        Who        How      What                          Kind       Confidence",
        " ──────────────────────────────────────────────────────────────────────────────",
        " R1     Ida Falk   said     “It will sail,”               direct           0.97",
        " R2     Aides      say      that she doubts it can sail   indirect         0.80",
        " └ R3   she        doubts   it can sail                   indirect         0.40",
        "",
    ]


def test_a_ledger_in_full() -> None:
    lines = as_text(STORY, width=100).splitlines()
    assert lines[2:10] == [
        "8 attributions: 1 direct, 6 indirect, 1 mixed; 1 nested",
        "─" * 17 + "█" * 17 + "▓" * 12 + "▒" * 14,
        "─ own voice 28%  █ named 29%  ▓ unnamed 21%  ▒ withheld 23%  of it relayed 39%",
        "101 words · 4 distinct origins · read with by hand 1",
        "in the margin: where the cue stands; ? hearsay in the outlet’s own voice",
        "─" * 100,
        "    ? │ Talks on the ferry are reportedly close to collapse.",
        "      │",
    ]
    assert lines[lines.index("Where they stand") :] == [
        "Where they stand",
        "",
        " Actor                      Stance          Proposal",
        " ───────────────────────────────────────────────────",
        " Veldmark                   + proposes      a plan",
        " Tomas Brandt               ~ conditional   sign",
        "                            − opposes       a plan",
        " some ministers [unnamed]   ~ doubts        a plan",
        "",
        "In dispute: a plan  + Veldmark  − Tomas Brandt  ~ some ministers",
        "+ for  − against  ~ open",
        "",
        "What hangs on what",
        "Oster would not sign",
        "└── unless the harbour is dredged — Tomas Brandt",
        "Money could be released",
        "└── if both parliaments approve — The Daily Example",
        "    └── requires the harbour is dredged — a diplomat",
    ]


def test_three_colours_and_an_underline_for_what_is_nested() -> None:
    # In a process of its own: rich keeps the codes of a style from the first terminal it saw.
    code = (
        "from reportedly.formats.pretty import as_text; from tests.formats.ledgers import FERRY; "
        "print(as_text(FERRY, width=80, colours='truecolor'))"
    )
    text = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8", cwd=ROOT
    ).stdout
    assert "\x1b[1;38;2;47;125;225mIda Falk\x1b[0m" in text
    assert "\x1b[1;3;38;2;217;72;15msaid\x1b[0m" in text
    assert "\x1b[38;2;49;149;74m“It will sail,”\x1b[0m" in text
    assert "\x1b[4;38;2;49;149;74mit can sail\x1b[0m" in text


def test_marks_stand_beside_the_line_of_their_cue() -> None:
    ledger = ledger_of(
        "[R1.content Rain is likely in the north,] [R1.cue said] [R1.source the office]."
    )
    assert lines_of(ledger, 24) == [
        "   │ Rain is likely in",
        "R1 │ the north, said the",
        "   │ office.",
    ]


def test_wide_characters_and_combining_marks_are_measured_in_cells() -> None:
    assert lines_of(ledger_of("家家家家家家 cafe\u0301 👍"), 15) == [
        " │ 家家家家家家",
        " │ cafe\u0301 👍",
    ]


def test_line_ends_of_every_kind_are_line_ends() -> None:
    assert lines_of(ledger_of("one\r\ntwo\rthree\nfour\r\n"), 40) == [
        " │ one",
        " │ two",
        " │ three",
        " │ four",
    ]


def test_a_hostile_article_cannot_control_the_terminal() -> None:
    ledger = ledger_of(
        "\x1b[2J\x07 [R1.source Eve\x1b[9m] [R1.cue said\x9b31m] [R1.content \u202eevil].",
        article={"title": "\x1b[31mTitle", "outlet": "\x9b2J"},
    )
    left = STYLE.sub("", as_text(ledger, width=60, colours="truecolor"))
    assert "␛[2J" in left
    assert not [c for c in left if c != "\n" and unicodedata.category(c) == "Cc"]
    assert "\u202e" not in left


def test_a_flag_is_explained() -> None:
    ledger = Ledger(model=FERRY.model, article=FERRY.article, flags=("not-english",))
    assert "! Read although it does not look like English" in as_text(ledger)


@given(any_ledgers(), st.integers(20, 90))
def test_no_text_is_lost_and_no_line_too_wide(ledger: Ledger, width: int) -> None:
    lines = lines_of(ledger, width)
    assert all(cell_len(line) <= width for line in lines)
    shown = "".join("".join(line.split("│", 1)[1].split()) for line in lines)
    expected = lines_of_text(ledger.article.text)
    assert shown == expected


def lines_of_text(text: str) -> str:
    from reportedly.formats.printable import printable

    return "".join(printable(re.sub(r"\r\n?", "\n", text.rstrip())).split())


@pytest.mark.parametrize("colours", [None, "standard", "256", "truecolor"])
@given(ledger=any_ledgers())
def test_only_styles_are_sent_to_the_terminal(colours: None, ledger: Ledger) -> None:
    left = STYLE.sub("", as_text(ledger, width=60, colours=colours))
    assert "\x1b" not in left
