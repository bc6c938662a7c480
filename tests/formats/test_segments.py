"""The text cut at every boundary: nothing lost, nothing doubled, every mark where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats.rows import Counts, counts, place, quoted_stretches, rows
from reportedly.formats.segments import Mark, segments
from reportedly.ledger import Ledger
from tests.formats.ledgers import FERRY, any_ledgers, ledger_of


def test_marks_of_nested_attributions_lie_over_one_another() -> None:
    ledger = ledger_of(
        "[R1.source Aides] [R1.cue say] [R1.content [R2.source she] [R2.cue doubts] it].",
        R2={"within": "R1"},
    )
    assert [
        (ledger.article.text[s.start : s.end], [f"{m.role}{m.depth}" for m in s.marks])
        for s in segments(ledger)
    ] == [
        ("Aides", ["source0"]),
        (" ", []),
        ("say", ["cue0"]),
        (" ", []),
        ("she", ["content0", "source1"]),
        (" ", ["content0"]),
        ("doubts", ["content0", "cue1"]),
        (" it", ["content0"]),
        (".", []),
    ]


@given(any_ledgers(), st.lists(st.integers(-2, 90)))
def test_segments_are_the_text_and_carry_exactly_its_marks(ledger: Ledger, cuts: list[int]) -> None:
    text = ledger.article.text
    found = segments(ledger, cuts)
    assert "".join(text[s.start : s.end] for s in found) == text
    assert all(s.start < s.end for s in found)
    assert {s.start for s in found} >= {cut for cut in cuts if 0 < cut < len(text)}
    depths = {row.number: row.depth for row in rows(ledger)}
    over: list[set[Mark]] = [set() for _ in text]
    for number, entry in enumerate(ledger.attributions):
        for role, spans in (
            ("source", entry.source_spans),
            ("cue", entry.cue_spans),
            ("content", entry.content_spans),
        ):
            for start, end in spans:
                for offset in range(start, end):
                    over[offset].add(Mark(depths[number], number, role))  # type: ignore[arg-type]
    for number, claim in enumerate(ledger.claims):
        for start, end in claim.markers:
            for offset in range(start, end):
                over[offset].add(Mark(0, number, "marker"))
    assert [set(s.marks) for s in found for _ in range(s.start, s.end)] == over


@given(any_ledgers())
def test_every_attribution_has_one_row_below_its_own(ledger: Ledger) -> None:
    found = rows(ledger)
    assert sorted(row.number for row in found) == list(range(len(ledger.attributions)))
    seen: dict[str | None, int] = {None: -1}
    for row in found:
        assert row.depth == seen[row.entry.within] + 1
        seen[row.id] = row.depth


def test_rows_of_the_ferry() -> None:
    assert [(row.id, row.depth, row.who, row.how, row.what) for row in rows(FERRY)] == [
        ("R1", 0, "Ida Falk", "said", "“It will sail,”"),
        ("R2", 0, "Aides", "say", "that she doubts it can sail"),
        ("R3", 1, "she", "doubts", "it can sail"),
    ]


def test_sums_count_each_word_once() -> None:
    sums = counts(FERRY)
    assert sums == Counts(3, direct=1, indirect=2, mixed=0, nested=1, words=18, attributed=9)
    assert str(sums) == "3 attributions: 1 direct, 2 indirect; 1 nested"
    assert str(counts(ledger_of("Rain."))) == "no attributions"
    assert counts(ledger_of("")).share == 0


def test_stretches_merge() -> None:
    ledger = ledger_of("[R1.content one [R2.content two]][R3.content three] four")
    assert quoted_stretches(ledger) == [(0, 12)]


def test_an_attribution_is_pointed_at_by_its_cue() -> None:
    assert FERRY.article.text[place(FERRY.attributions[0]) :].startswith("said")
    assert place(ledger_of("ab [R1.source cd]").attributions[0]) == 3
