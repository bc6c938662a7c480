"""PolNeAR's standoff, with its corners: split spans, line breaks, missing and repeated roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.polnear import GoldAttribution, read_attributions, read_split

TEXT = "Rain, she said,\r\nis likely. He and Bo deny it."

CASES = {
    "all roles": (
        (
            "T1\tSource 6 9\tshe\nT2\tCue 10 14\tsaid\nT3\tContent 0 4\tRain\n"
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
        ),
        [GoldAttribution(((6, 9),), ((10, 14),), ((0, 4),))],
    ),
    "a content in two pieces, in either order": (
        (
            "T2\tCue 10 14\tsaid\nT3\tContent 17 26;0 4\tRain is likely\n"
            "E1\tAttribution:T2 Cue:T2 Content:T3\n"
        ),
        [GoldAttribution((), ((10, 14),), ((0, 4), (17, 26)))],
    ),
    "a line break in the annotated text": (
        "T3\tContent 10 26\tsaid,\r\nis likely\nT2\tCue 10 14\tsaid\nE1\tX:T2 Cue:T2 Content:T3\n",
        [GoldAttribution((), ((10, 14),), ((10, 26),))],
    ),
    "a role that is repeated": (
        (
            "T1\tSource 28 30\tHe\nT2\tSource 35 37\tBo\nT3\tCue 38 42\tdeny\n"
            "E1\tAttribution:T3 Source:T1 Source2:T2 Cue:T3\n"
        ),
        [GoldAttribution(((28, 30), (35, 37)), ((38, 42),), ())],
    ),
    "two attributions that share a source": (
        (
            "E1\tAttribution:T2 Source:T1 Cue:T2\nE2\tAttribution:T3 Source:T1 Cue:T3\n"
            "T1\tSource 28 30\tHe\nT2\tCue 38 42\tdeny\nT3\tCue 10 14\tsaid\n"
        ),
        [
            GoldAttribution(((28, 30),), ((38, 42),), ()),
            GoldAttribution(((28, 30),), ((10, 14),), ()),
        ],
    ),
    "a span that no attribution uses, a note, and an attribution of nothing": (
        "T1\tCue 10 14\tsaid\n#1\tAnnotatorNotes T1\tnot sure\nE1\tAttribution:T9\n",
        [],
    ),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("standoff", "expected"), CASES.values(), ids=CASES.keys())
def test_standoff(tmp_path: Path, standoff: str, expected: list[GoldAttribution]) -> None:
    path = tmp_path / "story_ab12.ann"
    path.write_bytes(standoff.encode())
    assert list(read_attributions(path)) == expected


def test_a_split_has_every_article_with_all_its_annotators(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    for name in ("b_story", "a_story", "a_story_two"):
        (tmp_path / "text" / f"{name}.txt").write_bytes(TEXT.encode())
    for name in ("a_story_ab12", "a_story_cd34", "a_story_two_ab12", "b_story_ab12"):
        (tmp_path / "attributions" / f"{name}.ann").write_bytes(CASES["all roles"][0].encode())
    articles = list(read_split(tmp_path))
    assert [(a.name, sorted(a.annotations)) for a in articles] == [
        ("a_story", ["ab12", "cd34"]),
        ("a_story_two", ["ab12"]),
        ("b_story", ["ab12"]),
    ]
    assert articles[0].text == TEXT, "line ends are kept, or offsets would move"
