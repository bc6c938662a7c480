"""If-clauses: what hangs on what, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.if_clauses import if_clauses

#: A text; its outcome, cue and requirement.
CONDITIONS = [
    ("The crew will strike if pay is cut.", "The crew will strike", "if", "pay is cut"),
    ("If pay is cut, the crew will strike.", "the crew will strike", "If", "pay is cut"),
    ("If pay is cut, then the crew will strike, he said.", "the crew will strike", "If",
     "pay is cut"),
    ("“If pay is cut,” Holt warned, “we will strike.”", "", "", ""),  # the outcome lies beyond her
    ("Holt said that if pay is cut, the crew will strike.", "the crew will strike", "if",
     "pay is cut"),
    ("The crew will strike, Ann Holt warned, if pay is cut.", "The crew will strike", "if",
     "pay is cut"),
    ("She told the owners that if pay is cut, the crew will strike.", "the crew will strike", "if",
     "pay is cut"),
    ("The port could reopen, but only if the harbour is dredged, the mayor said.",
     "The port could reopen", "only if", "the harbour is dredged"),
    ("The strike will go on unless wages rise.", "The strike will go on", "unless", "wages rise"),
    ("Unless wages rise, the strike will go on.", "the strike will go on", "Unless", "wages rise"),
    ("The bridge would be “shut” if Sept. 11 is a holiday.", "The bridge would be “shut", "if",
     "Sept. 11 is a holiday"),
]  # fmt: skip

NO_CONDITIONS = [
    "The ferry will sail even if it rains.",
    "Nobody asked if the ferry sails.",
    "She asked Bo Reyes if he would sail.",
    "It looked as if it might rain.",
    "What if it rains?",
    "He will wait and see if it rains.",
    "The toll is fair, if perhaps steep.",
    "If anything, the toll is fair.",
    "It is unclear if it rains.",
    "If you look at the figures, the toll is fair.",
    "If only.",
    "Why sail if it rains?",
]


@pytest.mark.parametrize(("text", "outcome", "cue", "requirement"), CONDITIONS)
def test_what_hangs_on_an_if_clause(text: str, outcome: str, cue: str, requirement: str) -> None:
    found = [
        tuple(text[slice(*span)] for span in (told.outcome, told.cue, told.requirement))
        for told in if_clauses(text, (0, len(text)))
    ]
    assert found == ([(outcome, cue, requirement)] if cue else [])


@pytest.mark.parametrize("text", NO_CONDITIONS)
def test_concessions_questions_and_phrases(text: str) -> None:
    assert list(if_clauses(text, (0, len(text)))) == []


def test_unless_has_a_relation_of_its_own() -> None:
    text = "It will sail unless it rains. It sinks if it rains."
    assert [told.relation for told in if_clauses(text, (0, len(text)))] == ["unless", "if"]


words = st.sampled_from(["if", "If", "unless", "only", ",", "said", "that", "“", "”", "rain", "."])


@given(st.lists(words).map(" ".join), st.integers(0, 9))
def test_spans_stay_within_the_sentence(text: str, start: int) -> None:
    sentence = (min(start, len(text)), len(text))
    for told in if_clauses(text, sentence):
        for first, last in (told.outcome, told.requirement, told.cue):
            assert sentence[0] <= first < last <= sentence[1]
