"""What an outlet changed in a text, as an editor would mark it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.desk.changes import changes
from reportedly.formats.changes import as_csv, as_json, as_text

OLD = "The ferry sank on Monday. Nobody was hurt. The owner denied any fault."


@pytest.mark.parametrize(
    ("new", "marked"),
    [
        (OLD, ["The text has not changed."]),
        (
            "The ferry sank on Sunday. Nobody was hurt. The owner denied any fault.",
            ["~ The ferry sank on [-Monday.-]{+Sunday.+}"],
        ),
        ("The ferry sank on Monday. The owner denied any fault.", ["- [-Nobody was hurt.-]"]),
        (f"{OLD} An inquiry began.", ["+ {+An inquiry began.+}"]),
        (
            "The ferry reportedly sank on Monday. Nobody was hurt. The owner denied any fault.",
            ["~ The ferry {+reportedly+} sank on Monday."],
        ),
        (
            "The owner denied any fault. The ferry sank on Monday. Nobody was hurt.",
            ["+ {+The owner denied any fault.+}", "- [-The owner denied any fault.-]"],
        ),
        ("The ferry sank\non Monday.  Nobody was hurt. The owner denied any fault.", None),
    ],
)
def test_marked_as_an_editor_would(new: str, marked: list[str] | None) -> None:
    shown = as_text(OLD, new, changes(OLD, new), width=200).splitlines()
    assert shown == (marked or ["The text has not changed."])


def test_other_formats_say_the_same() -> None:
    new = OLD.replace("was hurt", "was killed").replace(" on Monday", "")
    found = changes(OLD, new)
    assert '"text": "Nobody was hurt."' in as_json(OLD, new, found)
    assert as_csv(OLD, new, found).splitlines() == [
        "kind,before,after",
        "reworded,The ferry sank on Monday.,The ferry sank.",
        "reworded,Nobody was hurt.,Nobody was killed.",
    ]


_TEXTS = st.lists(
    st.sampled_from(["Rain came.", "It rained on.", "Snow fell there.", "“No,” he said.", "A"]),
    max_size=8,
).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_spans_point_into_the_texts_and_tell_them_apart(before: str, after: str) -> None:
    found = changes(before, after)
    assert bool(found) == (before.split() != after.split())
    for change in found:
        assert 0 <= change.before[0] <= change.before[1] <= len(before)
        assert 0 <= change.after[0] <= change.after[1] <= len(after)
        for old, new in change.pieces:
            assert before[slice(*old)] != after[slice(*new)]
    came = [change.after for change in found if change.kind != "removed"]
    assert came == sorted(came)


def test_a_rewritten_long_text_takes_no_more_than_its_length() -> None:
    old = " ".join(f"Sentence {n} of the old text." for n in range(5000))
    new = " ".join(f"Line {n} in another one." for n in range(5000))
    assert len(changes(old, new)) >= 5000
