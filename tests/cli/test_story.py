"""``reportedly story`` as people and scripts use it, on the sample story."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly import Desk, Reader, Story
from reportedly.desk import stories, telling
from tests.cli.running import Ran
from tests.story.test_telling import articles

Run = Callable[..., Ran]

#: What is shown as a listing, in every format.
LISTINGS = ("claims", "board", "shifts", "conflicts", "copies", "inflations", "timeline", "actors")


@pytest.fixture(scope="module")
def told_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the sample story on it."""
    path = tmp_path_factory.mktemp("told") / "desk.sqlite"
    with Desk.create(path) as desk:
        for ledger in Reader().read_many(articles()):
            desk.add(ledger)
        stories.make(desk, "korrin", range(1, 13))
        telling.told(desk, "korrin")
    return path


@pytest.fixture
def korrin(told_before: Path, desk: Path) -> Path:
    """The same desk, in the folder in which commands run."""
    shutil.copy(told_before, desk / "desk.sqlite")
    return desk


def test_a_story_is_made_of_what_a_search_finds(korrin: Path, run: Run) -> None:
    assert "gates has" in run("story", "new", "gates", "--search", "spillway gates").error
    rows = json.loads(run("story", "list", "-f", "json").out)
    assert [(row["story"], row["articles"]) for row in rows] == [("gates", 2), ("korrin", 12)]
    assert "1 articles came into gates" in run("story", "add", "gates", "1").error
    assert run("story", "take-out", "gates", "1").status == 0
    assert run("story", "take-out", "gates", "1").status == 2
    assert "gates" in run("story", "list").out
    run("story", "remove", "gates")
    assert "gates" not in run("story", "list").out
    assert run("desk", "list").out.count("2025-06") == 12


def test_articles_are_added_to_a_story_at_once(korrin: Path, run: Run) -> None:
    line = run("desk", "show", "3", "--format", "jsonl").out
    (korrin / "three.jsonl").write_text(line, encoding="utf-8")
    run("desk", "init", "--desk", "other.sqlite")
    for _ in range(2):
        assert run(
            "desk", "add", "three.jsonl", "--story", "new", "--desk", "other.sqlite"
        ).status == 0  # fmt: skip
        (row,) = json.loads(run("story", "list", "-f", "json", "--desk", "other.sqlite").out)
        assert (row["story"], row["articles"]) == ("new", 1)


def test_the_first_page(korrin: Path, run: Run) -> None:
    page = run("story", "show", "korrin").out
    assert "12 articles and 2 changed texts from 6 outlets, 2025-06-02 to 2025-06-15" in page
    assert "corroborated" in page
    assert "reportedly story copies korrin" in page
    story = Story.from_json(run("story", "show", "korrin", "-f", "json").out)
    assert len(story.reports) == 14
    rows = list(csv.DictReader(run("story", "show", "korrin", "-f", "csv").out.splitlines()))
    assert [row["outlet"] for row in rows] == [one.outlet for one in story.reports]


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_in_every_format(korrin: Path, run: Run, name: str) -> None:
    rows = json.loads(run("story", name, "korrin", "-f", "json").out)
    lines = list(csv.DictReader(run("story", name, "korrin", "-f", "csv").out.splitlines()))
    table = run("story", name, "korrin")
    assert table.status == 0
    assert len(rows) == len(lines) > 0
    assert set(lines[0]) <= set(rows[0])
    assert len(table.out.splitlines()) > len(rows)


def test_one_claim_with_all_who_tell_it(korrin: Path, run: Run) -> None:
    rows = json.loads(run("story", "claims", "korrin", "--least-articles", "3", "-f", "json").out)
    assert all(row["articles"] >= 3 for row in rows)
    claim = run("story", "claim", "korrin", rows[0]["id"]).out
    assert "independent origins" in claim
    tellings = json.loads(run("story", "claim", "korrin", rows[0]["id"], "-f", "json").out)
    assert len(tellings) >= 3
    assert all("←" in claim or one["chain"] for one in tellings)
    assert run("story", "claim", "korrin", "G99999").status == 2


def test_what_hangs_on_what(korrin: Path, run: Run) -> None:
    shown = run("story", "conditions", "korrin").out
    assert "certificate" in shown
    assert "└── " in shown
    rows = json.loads(run("story", "conditions", "korrin", "-f", "json").out)
    assert len(rows) == len(run("story", "conditions", "korrin", "-f", "csv").out.splitlines()) - 1
    assert {"outcome_id", "requirement_id", "relation", "words", "chain"} <= set(rows[0])


def test_what_if(korrin: Path, run: Run) -> None:
    def becomes(*assumed: str) -> dict[str, str]:
        options = [word for one in assumed for word in ("--assume", one)]
        rows = json.loads(run("story", "whatif", "korrin", *options, "-f", "json").out)
        return {row["id"]: row["becomes"] for row in rows}

    assert becomes()["certificate"] == "open"
    fallen = becomes("gallery passes=no")
    assert fallen["certificate"] == "fall"
    assert fallen["loan"] == "fall"
    assert (
        "Falls; assumed:" in run("story", "whatif", "korrin", "--assume", "gallery passes=no").out
    )
    for wrong in ("moon=no", "certificate=perhaps", "certificate"):
        assert run("story", "whatif", "korrin", "--assume", wrong).status == 2


def test_chances(korrin: Path, run: Run) -> None:
    command = ("story", "whatif", "korrin", "--assume", "gallery passes=0.7", "-f", "json")
    exact = {row["id"]: row for row in json.loads(run(*command).out)}
    assert exact["certificate"]["high"] == pytest.approx(0.7)
    assert exact["certificate"]["error"] == 0
    drawn = {row["id"]: row for row in json.loads(run(*command, "--samples", "60").out)}
    assert drawn["certificate"]["high"] == pytest.approx(0.7, abs=0.2)
    assert run(*command, "--samples", "60").out == run(*command, "--samples", "60").out


def test_what_the_last_day_brought(korrin: Path, run: Run) -> None:
    assert run("story", "news", "korrin").out.startswith("The Tesk Valley Echo, 2025-06-15")
    rows = json.loads(run("story", "news", "korrin", "--since", "2025-06-10", "-f", "json").out)
    assert [row["what"] for row in rows].count("report") == 4
    assert run("story", "news", "korrin", "--since", "tomorrow").status == 2


def test_decisions_about_names(korrin: Path, run: Run) -> None:
    def names() -> list[str]:
        rows = json.loads(run("story", "actors", "korrin", "-f", "json").out)
        return [row["name"] for row in rows]

    before = names()
    assert {"Joren Aldmoor", "Hanne Duvry"} <= set(before)
    number = run("story", "same", "korrin", "Aldmoor", "Hanne Duvry", "--by", "Ann").out.strip()
    assert len(names()) == len(before) - 1
    assert "Ann" in run("story", "actors", "korrin", "--decisions").out
    run("story", "undo", "korrin", number)
    assert names() == before
    assert run("story", "undo", "korrin", "99").status == 2
    nobody = run("story", "same", "korrin", "Aldmoor", "Napoleon", "--by", "Ann")
    assert (nobody.status, "R636" in nobody.error) == (2, True)
    assert run("story", "different", "korrin", "Aldmoor", "Hanne Duvry").status == 2


def test_what_is_not_there(korrin: Path, run: Run) -> None:
    for command in ("show", "claims", "actors", "board"):
        assert run("story", command, "nothing").status == 2
    assert run("story", "new", "korrin").status == 2
    assert run("story", "add", "korrin", "99").status == 2
