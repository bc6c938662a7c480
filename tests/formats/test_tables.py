"""Who, how, what and how sure: on a screen, and for other programs."""

from __future__ import annotations

import csv
import io

from hypothesis import given

from reportedly.formats.printable import rendered
from reportedly.formats.table import COLUMNS, heading, tab_separated, table
from reportedly.ledger import Ledger
from tests.formats.ledgers import FERRY, any_ledgers, ledger_of
from tests.formats.story import STORY


def test_the_table_on_a_screen() -> None:
    assert rendered(table(FERRY), width=80).splitlines() == [
        "",
        "        Who        How      What                          Kind       Confidence",
        " ──────────────────────────────────────────────────────────────────────────────",
        " R1     Ida Falk   said     “It will sail,”               direct           0.97",
        " R2     Aides      say      that she doubts it can sail   indirect         0.80",
        " └ R3   she        doubts   it can sail                   indirect         0.40",
        "",
    ]


def test_negated_and_sourceless_attributions_say_so() -> None:
    ledger = ledger_of("[R1.cue Not said] [R1.content so].", R1={"negated": True})
    shown = rendered(table(ledger), width=80).replace("─", "").replace("R1", "")
    assert shown.split()[5:] == ["—", "Not", "said", "so", "indirect", "1.00", "(negated)"]
    assert "—" in shown


def test_a_source_has_its_name_what_to_know_of_it_and_its_chain() -> None:
    assert rendered(table(STORY), width=84).splitlines()[3:13] == [
        " R1     two officials    said             Veldmark has      indirect           0.90",
        "        [unnamed]                         drafted a plan    [open]",
        "        The Daily                         to sail in May",
        "        Example ← the                     … Fares would",
        "        Harbour                           be frozen.",
        "        Courier ← two",
        "        officials",
        " R2     Marit Solheim    said             “Nobody should    direct             0.97",
        "                                          sell tickets      [open]",
        "                                          yet,”",
    ]


def test_tab_separated_values() -> None:
    assert heading().split() == list(COLUMNS)
    unknown = "\t" * 5
    assert tab_separated(FERRY, "ferry.txt") == (
        "ferry.txt\tR1\t\tIda Falk\tsaid\t“It will sail,”"
        f"\tdirect\tstatement\tfalse\t0.97{unknown}\n"
        "ferry.txt\tR2\t\tAides\tsay\tthat she doubts it can sail"
        f"\tindirect\tstatement\tfalse\t0.80{unknown}\n"
        "ferry.txt\tR3\tR2\tshe\tdoubts\tit can sail"
        f"\tindirect\tdoubt\tfalse\t0.40{unknown}\n"
    )


def test_tab_separated_values_of_the_source() -> None:
    lines = tab_separated(STORY, "story.txt").splitlines()
    chain = "The Daily Example ← the Harbour Courier ← "
    assert [line.split("\t")[10:] for line in lines[:4]] == [
        ["two officials", "group", "unnamed", chain + "two officials", "open"],
        ["Marit Solheim", "person", "named", "The Daily Example ← Marit Solheim", "open"],
        ["Tomas Brandt", "person", "named", chain + "Tomas Brandt", ""],
        ["Tomas Brandt", "person", "named", chain + "Tomas Brandt", ""],
    ]
    assert tab_separated(FERRY).splitlines()[0].split("\t")[10:] == [""] * 5


@given(any_ledgers())
def test_every_row_has_every_column_whatever_the_text(ledger: Ledger) -> None:
    read = csv.reader(
        io.StringIO(tab_separated(ledger, "a\tb\nc")), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    assert [len(row) for row in read] == [len(COLUMNS)] * len(ledger.attributions)


@given(any_ledgers())
def test_the_table_fits_its_width(ledger: Ledger) -> None:
    from rich.cells import cell_len

    assert all(cell_len(line) <= 60 for line in rendered(table(ledger), width=60).splitlines())
