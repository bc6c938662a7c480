"""What is left of a cue's words: contractions spelt out, endings taken off, frames left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.acts import ACT_OF_WORD
from reportedly.reading.cue_words import cue_lemmas, lemma, words

LEMMAS = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "deny": "deny denies denied denying",
    "argue": "argue argues argued arguing",
    "plan": "plan plans planning",
    "refer": "refer refers referred referring",
    "add": "add adds added adding",
    "call": "call calls called calling",
    "note": "note notes noted noting",
    "stress": "stress stresses stressed stressing",
    "accuse": "accuse accuses accused accusing",
    "focus": "focus focuses focused focusing",
    "promise": "promise promises promised promising",
    "vow": "vow vows vowed vowing",
    "agree": "agree agrees agreed agreeing",
    "hope": "hope hopes hoped hoping",
    "signal": "signal signals signaled signalled signaling",
    "reply": "reply replies replied replying",
    "see": "see sees saw seen seeing",
    "warn": "warn warns warned warning",
    "push": "push pushes pushed pushing",
    "write": "write writes wrote written writing",
    "acknowledge": "acknowledge acknowledges acknowledged acknowledging",
    "settle": "settle settles settled settling",
    "complaint": "complaint complaints",
    "need": "need needs needed needing",
}


@pytest.mark.parametrize(("base", "forms"), LEMMAS.items())
def test_reduces_every_form_to_its_lemma(base: str, forms: str) -> None:
    assert {lemma(form, {*ACT_OF_WORD, *LEMMAS}) for form in forms.split()} == {base}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("didn't say", "did not say"),
        ("didn’t say", "did not say"),
        ("did n't say", "did not say"),
        ("won't say", "will not say"),
        ("wo n’t say", "will not say"),
        ("can't say", "can not say"),
        ("cannot say", "can not say"),
        ("’re not saying", "be not saying"),
        ("'d like", "would like"),
        ("’s plan", "s plan"),
        ("co-wrote", "co-wrote"),
        (": “", ""),
    ],
)
def test_spells_contractions_out(phrase: str, expected: str) -> None:
    assert " ".join(words(phrase)) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("has repeatedly and publicly said", "have say"),
        ("made it clear", "make clear"),
        ("will no doubt deny", "will deny"),
        ("’s plan", "plan"),
        ("reportedly", "reportedly"),
        ("told reporters on Tuesday", "tell reporter on"),
    ],
)
def test_leaves_out_what_frames_the_act(cue: str, expected: str) -> None:
    assert " ".join(cue_lemmas(cue, ACT_OF_WORD)) == expected


@given(st.text(max_size=60))
def test_reads_any_text(text: str) -> None:
    assert all(cue_lemmas(text, ACT_OF_WORD))


def test_a_word_too_long_for_english_is_left_alone() -> None:
    word = "a" * 100_000 + "ed"
    assert lemma(word, ()) == word
