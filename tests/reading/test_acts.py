"""Which act a cue performs, and that the corpus's own cues are all in the table.

``python tests/reading/test_acts.py > docs/acts.md`` renders the table for readers.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Act
from reportedly.reading.act_lemmas import ACT_PHRASES, ACT_WORDS, LIGHT_WORDS, WHOLE_CUES
from reportedly.reading.acts import ACT_OF_WORD, LIGHT, act_before, classify_act
from reportedly.reading.cue_words import cue_lemmas, lemma

REPOSITORY = Path(__file__).parents[2]

CUES: dict[Act, list[str]] = {
    "statement": [
        "said", "has repeatedly said", "was quoted as saying", "according to", "told reporters",
        "testified", "tweeted", "took to Twitter to say", "went on to say", "made it clear",
        "made clear", "said in a statement", "a spokeswoman said", ":", "—", "", "as she put it",
        "declined to comment", "did not respond to requests for comment", "has no comment",
        "reportedly", "in", "SAID", "wrote back",
    ],
    "belief": [
        "thinks", "is expected", "are widely expected to", "feared", "didn’t know", "is convinced",
        "expressed concern about", "For", "see as", "considered",
    ],
    "doubt": [
        "doubts", "questioned", "is skeptical of", "raised questions about", "cast doubt on",
        "called into question", "has reservations about",
    ],
    "denial": [
        "denied", "has flatly denied", "tried to deny", "disputes", "did not deny", "ruled out",
        "walked back", "rebutted",
    ],
    "intention": ["plans", "’s plan", "aims to", "has decided", "intends", "set out to"],
    "desire": ["wants", "would like to see", "’d like", "hopes", "is looking for", "preferred"],
    "proposal": ["proposed", "recommends", "laid out", "put forward", "advised", "unveiled"],
    "support": [
        "backed", "endorsed", "voted for", "came out in support of", "agrees with", "is in favor",
        "would support", "defended", "argued for",
    ],
    "opposition": [
        "opposes", "refused", "refuses to say", "rejected", "voted against", "are against",
        "took issue with", "blocked", "struck down", "argued against", "called off",
    ],
    "request": [
        "called for", "has also called on", "asked for", "urged", "demanded", "is pushing for",
        "asked to", "insisted on",
    ],
    "offer": ["offered", "offered to", "is willing", "volunteered to"],
    "promise": ["vowed to", "promised", "pledged", "agreed to", "assured", "has sworn"],
    "warning": ["warned", "threatened", "cautioned against", "sounded the alarm"],
    "order": ["ordered", "instructed", "ruled", "signed an order"],
    "question": ["asked", "asked about", "wondered", "wanted to know", "inquired"],
    "evaluation": [
        "called", "called it", "praised", "accused", "described as", "took aim at", "is known for",
        "blasted", "lashed out at", "was critical of", "tried to mock",
    ],
    "perception": ["saw", "seemed", "appeared", "heard", "noticed"],
    "evidence": ["shows", "found", "indicates", "proves", "pointed to", "appears to show"],
}  # fmt: skip


@pytest.mark.parametrize(("cue", "act"), [(cue, act) for act, cues in CUES.items() for cue in cues])
def test_the_act_of_a_cue(cue: str, act: Act) -> None:
    assert classify_act(cue) == act


@pytest.mark.parametrize(
    ("cue", "near_miss"),
    [
        ("called for", "called"),
        ("called off", "called on"),
        ("asked about", "asked for"),
        ("agreed with", "agreed to"),
        ("voted for", "voted against"),
        ("said", "offered to say"),
        ("is for", "For"),
        ("pointed out", "pointed to"),
        ("described", "described as"),
        ("argued", "argued against"),
    ],
)
def test_a_small_word_changes_the_act(cue: str, near_miss: str) -> None:
    assert classify_act(cue) != classify_act(near_miss)


@pytest.mark.parametrize("act", get_args(Act))
def test_every_act_of_the_ledger_has_words(act: Act) -> None:
    assert ACT_WORDS[act].split()


def test_each_word_is_in_the_table_once_and_is_a_form_that_cues_are_reduced_to() -> None:
    listed = [word for group in ACT_WORDS.values() for word in group.split()]
    assert [word for word, times in Counter(listed).items() if times > 1] == []
    assert [word for word in listed if lemma(word, ACT_OF_WORD) != word] == []
    assert set(LIGHT_WORDS.split()) <= set(listed)


@pytest.mark.parametrize(
    ("phrase", "act"),
    [(phrase.strip(), act) for act, group in ACT_PHRASES.items() for phrase in group.split(";")],
)
def test_each_phrase_of_the_table_decides(phrase: str, act: Act) -> None:
    assert len(cue_lemmas(phrase, ACT_OF_WORD)) > 1
    assert classify_act(phrase) == act


@given(st.text(max_size=80))
def test_any_text_has_an_act(cue: str) -> None:
    assert classify_act(cue) in get_args(Act)


@given(st.sampled_from([cue for cues in CUES.values() for cue in cues]))
def test_case_adverbs_and_marks_do_not_matter(cue: str) -> None:
    assert classify_act(f"“Publicly {cue.upper()}”") == classify_act(cue)


# Words that head a cue only where nothing else does: auxiliaries, prepositions, conjunctions.
UNHEADED = """
    be have do will would can could may might must shall should ought to of on for by with at as
    from into about over up out down against in off under among through between upon without per
    if when while than because like after ahead
"""


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("has suggested", "closing the port", "proposal"),
        ("suggested", "“closing the port”", "proposal"),
        ("suggested", "that the port was closed", "statement"),
        ("suggested", "nothing of the kind", "statement"),
        ("is seeking", "a loan", "request"),
        ("is seeking", "to borrow more", "intention"),
        ("is seeking to", "borrow more", "intention"),
        ("denied", "closing the port", "denial"),
        ("", "closing the port", "statement"),
    ],
)
def test_some_acts_hang_on_how_the_content_begins(cue: str, content: str, act: Act) -> None:
    assert act_before(cue, content) == act


def head_lemma(cue: str) -> str | None:
    return next(
        (word for word in cue_lemmas(cue, ACT_OF_WORD) if word not in UNHEADED.split()), None
    )


def gold_cues(train: Path) -> list[str]:
    cues = []
    for path in sorted((train / "attributions").glob("*.ann")):
        article = path.stem.rpartition("_")[0]
        with (train / "text" / f"{article}.txt").open(encoding="utf8", newline="") as file:
            text = file.read()
        for line in path.read_text(encoding="utf8").splitlines():
            match = re.match(r"T\d+\tCue ([\d ;]+)\t", line)
            if match:
                spans = [span.split() for span in match[1].split(";")]
                cues.append(" ".join(text[int(start) : int(end)] for start, end in spans))
    return cues


def test_every_lemma_that_heads_five_cues_of_polnear_is_in_the_table(shared: Path) -> None:
    cues = gold_cues(shared / "data" / "polnear" / "train")
    heads = Counter(head for cue in cues if (head := head_lemma(cue)))
    covered = sum(times for head, times in heads.items() if head in ACT_OF_WORD)
    print(
        f"{len(cues)} cues, {heads.total()} with a head, {covered / heads.total():.1%} in the table"
    )
    assert heads["say"] > 5000
    assert [head for head, times in heads.items() if times >= 5 and head not in ACT_OF_WORD] == []


def page() -> str:
    """The table of acts as Markdown."""
    lines = [
        "# Acts: what the cue of an attribution does",
        "",
        "A cue is read from its first word on; the longest phrase or word below that comes first",
        "decides. Determiners, pronouns, adverbs and negations are skipped, and words in *italics*",
        "yield to what follows them (“tried to deny” is a denial). A cue without any of these,",
        "such as a bare colon, is a statement.",
        "",
        "Rendered by `python tests/reading/test_acts.py > docs/acts.md`.",
    ]
    for act in get_args(Act):
        words = [f"*{word}*" if word in LIGHT else word for word in ACT_WORDS[act].split()]
        phrases = [phrase.strip() for phrase in ACT_PHRASES[act].split(";")]
        alone = [f"“{cue}” alone" for cue, own in WHOLE_CUES.items() if own == act]
        lines += ["", f"## {act}", "", ", ".join(words) + ".", "", "; ".join(phrases + alone) + "."]
    return "\n".join(lines)


def test_the_documentation_shows_the_table() -> None:
    assert (REPOSITORY / "docs" / "acts.md").read_text(encoding="utf8") == page() + "\n"


if __name__ == "__main__":
    print(page())
