"""Gold spans as labelled tokens, the file that exact match is counted on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.polnear import GoldAttribution
from training.reference import bio_labels, write_reference

#: "Rain , she said , is likely .", in characters.
TOKENS = [(0, 4), (4, 5), (6, 9), (10, 14), (14, 15), (16, 18), (19, 25), (25, 26)]


@pytest.mark.parametrize(
    ("attribution", "expected"),
    [
        (
            GoldAttribution(((6, 9),), ((10, 14),), ((0, 5), (16, 26))),
            "B-content I-content B-source B-cue O B-content I-content I-content",
        ),
        (GoldAttribution((), ((10, 14),), ()), "O O O B-cue O O O O"),
        # A span that cuts a word takes it only if it has the word's last character.
        (
            GoldAttribution((), (), ((0, 8), (12, 17))),
            "B-content I-content O B-content I-content O O O",
        ),
    ],
)
def test_labels(attribution: GoldAttribution, expected: str) -> None:
    assert bio_labels(TOKENS, (attribution,)) == expected.split()


def test_spans_that_touch_stay_apart() -> None:
    attributions = (
        GoldAttribution((), (), ((0, 4),)),
        GoldAttribution((), (), ((4, 9),)),
    )
    assert bio_labels(TOKENS, attributions)[:3] == ["B-content", "B-content", "I-content"]


@pytest.mark.parametrize("parsed", [True, False], ids=["CoreNLP's tokens", "tokens of our own"])
def test_a_line_is_a_paragraph_of_one_annotators_version(tmp_path: Path, *, parsed: bool) -> None:
    text = "Rain, she said.\n\nIt can't be."
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "story.txt").write_text(text, encoding="utf-8")
    for annotator, content in (("ab12", "0 4"), ("cd34", "17 28")):
        standoff = (
            f"T1\tCue 10 14\tsaid\nT2\tContent {content}\tx\nE1\tAttribution:T1 Cue:T1 Content:T2\n"
        )
        path = tmp_path / "attributions" / f"story_{annotator}.ann"
        path.write_text(standoff, encoding="utf-8")
    words = ["Rain", ",", "she", "said", ".", "It", "ca", "n't", "be", "."]
    tokens, at = [], 0
    for word in words:
        at = text.index(word, at)
        tokens.append([at, at + len(word), "X", "O"])
    record = {"id": "story", "sentences": [{"tokens": tokens[:7]}, {"tokens": tokens[7:]}]}
    with gzip.open(tmp_path / "corenlp.jsonl.gz", "wt", encoding="utf-8") as handle:
        handle.write(json.dumps(record) + "\n" if parsed else "")
    write_reference(tmp_path, tmp_path / "reference.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "reference.jsonl").read_text().splitlines()]
    second = ["It", "ca", "n't", "be", "."] if parsed else ["It", "can", "'", "t", "be", "."]
    inside = ["B-content", *["I-content"] * (len(second) - 2), "O"]
    assert [(row["id"], row["tokens"], row["labels"]) for row in rows] == [
        ("story_ab12", ["Rain", ",", "she", "said", "."], ["B-content", "O", "O", "B-cue", "O"]),
        ("story_ab12", second, ["O"] * len(second)),
        ("story_cd34", ["Rain", ",", "she", "said", "."], ["O", "O", "O", "B-cue", "O"]),
        ("story_cd34", second, inside),
    ]
