"""``reportedly story`` on reports that nobody would write by mistake."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import RenderableType

from reportedly import Desk
from reportedly.desk import stories
from reportedly.formats.listing import Listing, as_csv, as_json, as_tables
from reportedly.formats.printable import rendered
from reportedly.formats.story import (
    board,
    changes,
    claims,
    copies,
    news,
    overview,
    reports,
    timeline,
    whatif,
)
from reportedly.ledger import Article, Ledger, ModelInfo
from reportedly.story.conditions.whatif import what_if
from reportedly.story.news import news as brought
from reportedly.story.story import Story
from reportedly.story.telling import story_of
from tests.cli.running import Ran
from tests.formats.ledgers import any_ledgers, any_text
from tests.story.reports import report, told

Run = Callable[..., Ran]

#: Clears the screen, renames the window, rings, goes back, turns the text round, ends the line.
TRICKS = "\x1b[2J\x1b]0;mine\x07\x08\x9b31m\u202e\u2066\r\u2028[bold]"

#: What a terminal would act on, but for the ends of lines.
OBEYED = {chr(n) for n in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F),
                           *range(0x2066, 0x206A), 0x2028, 0x2029)} - {"\n"}  # fmt: skip

COMMANDS = (
    "show", "news", "claims", "board", "shifts", "conflicts", "timeline", "copies", "inflations",
    "actors", "conditions", "whatif", "claim",
)  # fmt: skip


def affair(
    *, mark: str = "", outlet: str | None = "Echo", name: str = "Ida Falk", day: str = "2025-05-0"
) -> list[Ledger]:
    """Three reports with a bit of everything, in which a mark stands at every seam."""
    first = (
        f"The ferry{mark} will sail on 9 May for 40 sailors if the ice melts, {name} said. "
        f"{name} wants a new{mark} harbour. Some say the old boat reportedly sank in the bay."
    )
    second = (
        f"The ferry{mark} will sail on 20 May for 47 sailors, {name} said. {name} rejects a new"
        f"{mark} harbour. Some say the old boat sank in the bay."
    )
    found = []
    for number, text in enumerate((first, second, first), start=1):
        sails = text[: text.index(", ")].partition(" if ")[0]
        stance = "opposes" if "rejects" in text else "supports"
        dates = [("9 May", "2025-05-09", "2025-05-09")] if " 9 May" in text else []
        one = report(
            number,
            text,
            [
                told(sails, name, cue="said", time="future", dates=dates),
                told("the old boat", certainty="possible", hearsay="reportedly" in text),
            ],
            day=day and f"{day}{number}",
            outlet="Echo",
            positions=[(name, stance, f"a new{mark} harbour")],
            conditions=[(sails, "the ice melts")] if "ice" in text else [],
        )
        article = Article(
            text=text,
            title=f"Ferry{mark}",
            outlet=f"{outlet}{mark}" if outlet else None,
            published=one.ledger.article.published if day else None,
            url=f"https://echo.example/{number}{mark}",
        )
        found.append(msgspec.structs.replace(one.ledger, article=article))
    return found


def without_entries(*texts: str) -> list[Ledger]:
    model = ModelInfo(name="none", version="0")
    return [
        Ledger(model=model, article=Article(text=text, url=f"https://echo.example/{n}"))
        for n, text in enumerate(texts)
    ]


def again(ledger: Ledger, times: int) -> list[Ledger]:
    """The same report under many addresses."""
    return [
        msgspec.structs.replace(
            ledger, article=msgspec.structs.replace(ledger.article, url=f"https://echo.example/{n}")
        )
        for n in range(times)
    ]


AFFAIRS: dict[str, list[Ledger]] = {
    "plain": affair(),
    "controls everywhere": affair(mark=TRICKS, name=f"Ida{TRICKS}Falk"),
    "formulas": affair(mark="=1+1", name="=cmd|' /C calc'!A0", outlet="@Echo"),
    "long names": affair(name=f"Ida {'Falk' * 2500}", outlet="Echo " * 2000),
    "no dates and no outlet": affair(outlet=None, day=""),
    "empty texts": without_entries("", " ", "\n\n"),
    "no claims": without_entries("Rain.", "Snow.", "Rain and snow."),
    "one article many times": again(affair()[0], 12),
    "one report": affair()[:1],
    "none": [],
}


def shows_only(text: str) -> bool:
    """Whether a terminal would only show a text."""
    return OBEYED.isdisjoint(text)


@pytest.mark.parametrize("name", AFFAIRS)
def test_every_command_in_every_format(desk: Path, run: Run, name: str) -> None:
    story = f"ferry{TRICKS}" if "controls" in name else "ferry"
    with Desk.create(desk / "desk.sqlite") as kept:
        numbers = [kept.add(one).article for one in AFFAIRS[name]]
        stories.make(kept, story, numbers)
    known = json.loads(run("story", "show", story, "-f", "json").out)
    for command in COMMANDS:
        if command == "claim" and not known["claims"]:
            continue
        which = ["G1"] if command == "claim" else []
        table = run("story", command, story, *which)
        assert (table.status, table.error) == (0, ""), command
        assert shows_only(table.out), command
        rows = run("story", command, story, *which, "-f", "csv")
        assert (rows.status, rows.error) == (0, ""), command
        assert shows_only(rows.out), command
        widths = {len(row) for row in csv.reader(rows.out.splitlines())}
        assert len(widths) == 1, command
        document = run("story", command, story, *which, "-f", "json")
        assert (document.status, document.error) == (0, ""), command
        json.loads(document.out)
    for ran in (run("story", "list"), run("story", "actors", story, "--decisions")):
        assert ran.status == 0
        assert shows_only(ran.out)


def test_names_that_are_no_story_are_only_shown(desk: Path, run: Run) -> None:
    run("desk", "init")
    for command in COMMANDS[:-1]:
        ran = run("story", command, TRICKS)
        assert ran.status == 2
        assert shows_only(ran.error)
    run("story", "new", TRICKS)
    for words in (("same", TRICKS, "Falk"), ("different", TRICKS, "Falk")):
        ran = run("story", words[0], TRICKS, *words[1:])
        assert ran.status == 2
        assert shows_only(ran.error)
    assert shows_only(run("story", "whatif", TRICKS, "--assume", f"{TRICKS}=no").error)


@pytest.mark.parametrize("where", ["embedder", "tell", "_keep"])
def test_stopping_while_a_story_is_put_together(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with Desk.create(desk / "desk.sqlite") as kept:
        stories.make(kept, "ferry", [kept.add(one).article for one in affair()])
    listed = run("desk", "list", "-f", "json").out

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(f"reportedly.desk.telling.{where}", stop)
        ran = run("story", "show", "ferry")
    assert (ran.status, ran.out, ran.error) == (130, "", "Stopped.\n")
    assert run("desk", "list", "-f", "json").out == listed
    assert "3 articles" in run("story", "show", "ferry").out


def views(story: Story) -> list[tuple[Listing[Any], Sequence[Any]]]:
    brand_new = brought(Story(name=story.name), story)
    return [
        (overview.REPORTS, list(overview.reports(story))),
        (claims.CLAIMS, claims.claims(story)),
        *((claims.TELLINGS, list(claims.tellings(story, one))) for one in story.claims),
        (board.BOARD, list(board.board(story))),
        (changes.SHIFTS, list(changes.shifts(story))),
        (changes.CONFLICTS, list(changes.conflicts(story))),
        (timeline.TIMELINE, timeline.timeline(story)),
        (copies.COPIES, list(copies.copies(story))),
        (copies.INFLATIONS, list(copies.inflations(story))),
        (reports.ACTORS, list(reports.actors(story))),
        (news.NEWS, list(news.rows(story, brand_new))),
        (whatif.CONDITIONS, list(whatif.conditions(story))),
        (whatif.VERDICTS, list(whatif.verdicts(what_if(story.conditions), {}))),
    ]


def pages(story: Story) -> list[RenderableType]:
    return [
        overview.overview(story),
        news.shown(story, brought(Story(name=story.name), story)),
        *(claims.tree(story, one) for one in story.claims),
        whatif.tree(story),
        whatif.shown(what_if(story.conditions), {}),
    ]


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(ledgers=st.lists(any_ledgers(), max_size=4), name=any_text)
def test_whatever_the_ledgers(ledgers: list[Ledger], name: str) -> None:
    story = story_of(name, ledgers)
    assert Story.from_json(story.to_json()) == story
    for quote in (one.quote for claim in story.claims for one in claim.tellings):
        assert quote.words == ledgers[quote.report - 1].text_of(quote.spans)
    for listing, rows in views(story):
        if listing.columns:
            assert shows_only("".join(as_tables(listing, rows, width=60)))
        assert shows_only("".join(as_csv(listing, rows)))
        assert len(json.loads("".join(as_json(rows)))) == len(rows)
    for page in pages(story):
        assert shows_only(rendered(page, width=60))
