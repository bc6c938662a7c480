"""What hangs on what, as nouns, verbs and conjunctions tell it."""

from __future__ import annotations

import pytest

from reportedly.reading.condition_words import conditions_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal hinges on a ceasefire.",
            ("The deal", "requires", "a ceasefire", "hinges on"),
        ),
        (
            "Aid is subject to approval by both parliaments, she said.",
            ("Aid", "requires", "approval by both parliaments", "is subject to"),
        ),
        (
            "They doubt that a truce, which is a precondition for talks, will hold.",
            ("talks", "requires", "a truce", "which is a precondition for"),
        ),
        (
            "Nobody would pay for the dredging, which engineers call a condition for larger ships.",
            ("larger ships", "requires", "the dredging", "a condition for"),
        ),
        (
            "They paid for the dredging, which many see as a prerequisite for larger ships.",
            ("larger ships", "requires", "the dredging", "as a prerequisite for"),
        ),
        (
            "A survey is a prerequisite for the sale.",
            ("the sale", "requires", "A survey", "is a prerequisite for"),
        ),
        (
            "The union is reluctant to sign it without a guarantee of jobs.",
            ("sign it", "requires", "a guarantee of jobs", "without"),
        ),
        (
            "The port will reopen only after the harbour is dredged.",
            ("The port will reopen", "requires", "the harbour is dredged", "only after"),
        ),
        (
            "He said the fleet would sail provided that fuel arrives.",
            ("the fleet would sail", "requires", "fuel arrives", "provided that"),
        ),
        (
            "Oster offered to free the crew in exchange for the ship.",
            ("free the crew", "requires", "the ship", "in exchange for"),
        ),
        ("The ferry will sail even if it rains.", None),
        ("Nobody asked if the ferry sails.", None),
        ("He left without a word.", None),
        ("Immunity should not be a requirement for talks.", None),
        ("She spoke when the vote was over.", None),
        ("The fleet sails regardless of whether it rains.", None),
    ],
)
def test_conditions(text: str, expected: tuple[str, ...] | None) -> None:
    found = [
        (text[slice(*c.outcome)], c.relation, text[slice(*c.requirement)], text[slice(*c.cue)])
        for c in conditions_in(text, (0, len(text)))
    ]
    assert found == ([expected] if expected else [])


def test_a_cue_without_both_sides_is_none() -> None:
    text = "Unless it rains. Subject to approval."
    assert list(conditions_in(text, (0, 16))) == []
    assert list(conditions_in(text, (17, len(text)))) == []
