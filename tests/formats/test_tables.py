"""Who, how, what and how sure: on a screen, and for other programs."""

from __future__ import annotations

import csv
import io

from hypothesis import given

from reportedly.formats.printable import rendered
from reportedly.formats.table import COLUMNS, heading, tab_separated, table
from reportedly.ledger import Ledger
from tests.formats.ledgers import FERRY, any_ledgers, ledger_of


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


def test_tab_separated_values() -> None:
    assert heading() + tab_separated(FERRY, "ferry.txt") == (
        "article\tid\twithin\twho\thow\twhat\tquotation\tact\tnegated\tconfidence\n"
        "ferry.txt\tR1\t\tIda Falk\tsaid\t“It will sail,”\tdirect\tstatement\tfalse\t0.97\n"
        "ferry.txt\tR2\t\tAides\tsay\tthat she doubts it can sail"
        "\tindirect\tstatement\tfalse\t0.80\n"
        "ferry.txt\tR3\tR2\tshe\tdoubts\tit can sail\tindirect\tdoubt\tfalse\t0.40\n"
    )


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
