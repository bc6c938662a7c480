"""Whether a cue denies its own act, with near misses beside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.negation import is_negated, is_silence

NEGATED = [
    "has not said", "did n't say", "didn't say", "didn’t say", "never said", "won't say",
    "cannot say", "has never publicly said", "did not believe", "no longer believes",
    "declined", "declined to comment", "also declined to say", "through a spokeswoman, declined",
    "did not respond", "did not immediately respond to", "could not be reached for comment",
    "failed to mention", "has yet to say", "have yet to commit to", "without saying",
    "stopped short of saying", "refrained from endorsing", "avoided naming", "did not deny",
    "neither confirmed nor denied", "nor did he say", "is not expected", "doesn’t seem",
    "said nothing about", "says almost nothing about", "knew nothing of", "had no comment",
    "made no mention of", "offered no details", "showed no interest in", "remained silent",
    "kept mum about", "maintained his silence on", "left unmentioned", "ignored repeated requests",
    "was unavailable for comment", "was careful not to mention", "appears not to believe",
    "reportedly has not said", "’s not saying", "ain't saying", "would not rule out",
]  # fmt: skip

NOT_NEGATED = [
    "said", "", ":", "denied", "flatly denied", "refused", "refused to say", "refuses to endorse",
    "not only said", "not just promised", "not merely hinted", "couldn't help but note",
    "could not resist saying", "did not hesitate to say", "never tires of saying",
    "never fails to mention", "has made no secret of", "made no bones about", "will no doubt say",
    "there is no doubt", "left no doubt", "had nothing but praise for", "minced no words",
    "vowed not to sign", "promised never to", "asked not to be named", "decided not to say",
    "said, without naming", "added without elaborating", "said no to", "is wary, if not opposed",
    "yet again asked", "a never-ending effort to justify", "not-so-subtle warning about",
    "broke his silence to say", "barely mentioned", "hard not to see", "not surprisingly said",
    "noted", "nodded to", "announced", "can’t wait to see", "knotted", "anonymously said",
]  # fmt: skip


@pytest.mark.parametrize("cue", NEGATED)
def test_denies_its_own_act(cue: str) -> None:
    assert is_negated(cue)


@pytest.mark.parametrize("cue", NOT_NEGATED)
def test_does_not_deny_its_own_act(cue: str) -> None:
    assert not is_negated(cue)


@pytest.mark.parametrize(
    "content",
    ["to comment", "comment", "to comment further", "to respond", "a request for comment",
     "requests for comment", "to a request for comment", "multiple requests for an interview",
     "a request for comment from The Echo", "several phone calls", "an email seeking comment",
     "to be named", "to comment for this article", "requests for comment on Monday", "to comment."],
)  # fmt: skip
def test_silence_is_nobodys_words(content: str) -> None:
    assert is_silence(content)


@pytest.mark.parametrize(
    "content",
    ["", "whether she would run", "to comment on the plan", "to endorse him", "requests to resign",
     "the request was late", "to answer the question of who paid", "that calls for calm were made",
     "to speak at the rally in May", "comments"],
)  # fmt: skip
def test_what_was_not_said_may_still_be_told(content: str) -> None:
    assert not is_silence(content)


@pytest.mark.parametrize(
    "source",
    ["None of them", "none of the ministers", "No one", "Nobody in the room", "nobody", "Neither",
     "neither side", "Neither the mayor nor her aides", "No minister", "Not one of the 27 states",
     "not a single senator", "Virtually no one", "“No serious economist", "no-one",
     "Nothing in the report", "the aides, none of whom", "but no witness"],
)  # fmt: skip
def test_nobody_did(source: str) -> None:
    assert is_negated("promised", before=source)


@pytest.mark.parametrize(
    "source",
    ["", "The mayor", "No. 10", "No 10 Downing Street", "No fewer than six states", "No less a man",
     "the No campaign", "Not everyone", "Not all of them", "Few", "Norway", "Nonesuch Records",
     "Nora", "Another one", "no candidate but the senator", "none other than the mayor",
     "Mr. Noone"],
)  # fmt: skip
def test_somebody_did(source: str) -> None:
    assert not is_negated("promised", before=source)


def test_nobody_failed_to_do_it() -> None:
    assert not is_negated("did not notice", before="Nobody")


@given(st.text(max_size=80), st.text(max_size=400))
def test_reads_any_text(cue: str, before: str) -> None:
    assert is_negated(cue, before) == (is_negated(cue) != is_negated("said", before))


@given(st.sampled_from([*NEGATED, *NOT_NEGATED]))
def test_letter_case_and_apostrophes_do_not_matter(cue: str) -> None:
    assert is_negated(cue.upper()) == is_negated(cue.replace("'", "’")) == is_negated(cue)
