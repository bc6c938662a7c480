"""What becomes stronger in a copy, and where an outlet is cited for what it told more weakly."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.story.changes.sayings import Voices
from reportedly.story.claims.roots import Instance
from reportedly.story.copying.copies import copies
from reportedly.story.copying.inflations import inflated
from reportedly.story.copying.retellings import retold
from reportedly.story.report import Report
from tests.story.reports import known, report, told

REST = (
    " The harbour office, which runs both locks of the old canal, has asked the council for money "
    "three times since the winter, and every time the answer was that there is none."
)


def _wire(words: str, *claims: dict[str, Any], **more: Any) -> Report:
    return report(1, words + REST, claims, **more)


def _copy(words: str, *claims: dict[str, Any], number: int = 2) -> Report:
    return report(number, words + REST, claims)


def kinds(*reports: Report) -> list[str]:
    return [one.dropped for one in inflated(copies(reports))]


COSTS = "Repairing the gate of the upper lock would cost {} 30 million marks."


@pytest.mark.parametrize(
    ("before", "after", "dropped"),
    [
        (COSTS.format("about"), COSTS.format("exactly"), ["approximation"]),
        (COSTS.format("exactly"), COSTS.format("exactly").replace("would", "will"), ["modality"]),
        (COSTS.format("about"), COSTS.format("about").replace("Repairing", "Mending"), []),
        # Less sure than before: nothing is inflated.
        (COSTS.format("exactly").replace("would", "will"), COSTS.format("about"), []),
    ],
)
def test_words_that_a_copy_drops(before: str, after: str, dropped: list[str]) -> None:
    assert kinds(_wire(before, told(before)), _copy(after, told(after))) == dropped


def test_a_source_that_would_not_be_named() -> None:
    said = "the gate of the upper lock has been leaking since the winter"
    before = f"An engineer, who spoke on condition of anonymity, said that {said}."
    after = f"An engineer said that {said}."
    one = _wire(before, told(said, "an engineer"))
    assert kinds(one, _copy(after, told(said, "an engineer"))) == ["anonymity"]
    assert kinds(one, _copy(before, told(said, "an engineer"))) == []


OFFER = "“We will buy both locks of the canal for ninety million marks,” Ida Falk said."
BUT = " She added that she would not sign unless the gates were mended."


def test_a_condition_that_a_source_added() -> None:
    offer = told("We will buy both locks of the canal for ninety million marks", "Ida Falk")
    but = told("she would not sign unless the gates were mended", "Ida Falk")
    wire = _wire(
        OFFER + BUT, offer, but, conditions=[("she would not sign", "the gates were mended")]
    )
    (found,) = inflated(copies([wire, _copy(OFFER, offer)]))
    assert found.dropped == "condition"
    assert wire.ledger.text_of(found.before.spans) == but["words"]
    assert found.later.ledger.text_of(found.after.spans) == offer["words"]
    kept = _copy(OFFER + BUT, offer, but)
    assert inflated(copies([wire, kept])) == []


def test_of_two_copies_of_one_text_the_first_is_the_source() -> None:
    before, after = COSTS.format("about"), COSTS.format("exactly")
    second = report(2, before + REST, [told(before)], day="2025-05-01")
    third = _copy(after, told(after), number=3)
    found = inflated(copies([_wire(before, told(before)), second, third]))
    assert [(one.earlier.number, one.later.number) for one in found] == [(1, 3)]


LEAKS = "the gate of the upper lock could break this summer"


@pytest.mark.parametrize(
    ("claim", "dropped"),
    [
        (told("the upper lock’s gate will break this summer", "The Harbour Post"), ["certainty"]),
        (told("the upper lock’s gate could break this summer", "The Harbour Post",
              certainty="possible"), []),
        # Another outlet is cited, which has no report here.
        (told("the upper lock’s gate will break this summer", "The Evening Gull"), []),
        (told("the council meets this summer", "The Harbour Post"), []),
    ],
)  # fmt: skip
def test_an_outlet_is_cited_for_more_than_it_told(
    claim: dict[str, Any], dropped: list[str]
) -> None:
    one = report(1, f"Perhaps {LEAKS}.", [told(LEAKS, certainty="possible")])
    other = report(2, f"According to {claim['by']}, {claim['words']}.", [claim])
    voices = Voices(known([one, other]))
    assert [each.dropped for each in retold([one, other], voices)] == dropped


def test_groups_join_what_words_do_not() -> None:
    one = report(1, "Boats may go.", [told("Boats may go", certainty="possible")])
    other = report(2, "A fleet is sold, it says.", [told("A fleet is sold", "The Harbour Post")])
    voices = Voices(known([one, other]))
    assert retold([one, other], voices) == []
    group = [Instance(each, each.ledger.claims[0]) for each in (one, other)]
    assert [each.dropped for each in retold([one, other], voices, [group])] == ["certainty"]
