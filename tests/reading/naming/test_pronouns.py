"""Classes of pronouns, and whom they can mean."""

from __future__ import annotations

import pytest

from reportedly.reading.naming.given_names import FEMALE_NAMES, MALE_NAMES
from reportedly.reading.naming.pronouns import Features, agrees, gender_of, pronoun

MAN = Features(plural=False, animate=True, gender="male")
WOMAN = Features(plural=False, animate=True, gender="female")
SOMEONE = Features(plural=False, animate=True)
GROUP = Features(plural=True, animate=True)
PARTY = Features(plural=False, animate=False)
UNKNOWN = Features()


@pytest.mark.parametrize(
    ("word", "means", "never"),
    [
        ("he", [MAN, SOMEONE, UNKNOWN], [WOMAN, GROUP, PARTY]),
        ("Her", [WOMAN, SOMEONE, UNKNOWN], [MAN, GROUP, PARTY]),
        ("himself", [MAN, SOMEONE], [WOMAN, GROUP, PARTY]),
        ("it", [PARTY, UNKNOWN], [MAN, WOMAN, SOMEONE, GROUP]),
        ("their", [GROUP, PARTY, SOMEONE, UNKNOWN], [MAN, WOMAN]),
        ("who", [MAN, WOMAN, SOMEONE, GROUP, UNKNOWN], [PARTY]),
        ("which", [PARTY, UNKNOWN], [MAN, GROUP]),
        ("whose", [MAN, GROUP, PARTY], []),
        ("I", [MAN, WOMAN, SOMEONE], [GROUP, PARTY]),
        ("we", [MAN, GROUP, PARTY], []),
        ("you", [MAN, GROUP], [PARTY]),
        ("minister", [MAN, GROUP, PARTY], []),
    ],
)
def test_whom_a_pronoun_can_mean(word: str, means: list[Features], never: list[Features]) -> None:
    assert [agrees(word, features) for features in means] == [True] * len(means)
    assert [agrees(word, features) for features in never] == [False] * len(never)


@pytest.mark.parametrize(
    ("title", "given", "gender"),
    [
        ("Mr.", "", "male"), ("former Chairwoman", "", "female"), ("Sen.", "Dianne", "female"),
        ("", "Jean-Claude", None), ("", "Anne-Marie", "female"), ("Dr.", "Leslie", None),
        ("Lady", "Bob", "female"), ("", "", None), ("", "Mohammed", "male"),
    ],
)  # fmt: skip
def test_gender_by_title_and_given_name(title: str, given: str, gender: str | None) -> None:
    assert gender_of(title, given) == gender


def test_no_given_name_tells_both() -> None:
    assert MALE_NAMES.isdisjoint(FEMALE_NAMES)


def test_words_that_are_no_pronouns() -> None:
    assert [pronoun(word) for word in ("", "US", "minister", "he said")][2:] == [None, None]
