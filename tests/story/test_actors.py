"""Who is who across reports: names join, people without one never do."""

from __future__ import annotations

import pytest

from reportedly.ledger import Actor, ActorKind, Article, Ledger, ModelInfo
from reportedly.story.actors.bearers import bearers
from reportedly.story.report import Report

Named = tuple[str, ActorKind]


def report(number: int, *actors: Named, outlet: str | None = None, named: bool = True) -> Report:
    entries = [
        Actor(id=f"A{n}", name=name, kind=kind, named=named,
              anonymity="named" if named else "unnamed")
        for n, (name, kind) in enumerate(actors, start=1)
    ]  # fmt: skip
    if outlet:
        own = Actor(id="A0", name=outlet, kind="outlet", named=True, anonymity="named")
        entries.insert(0, own)
    article = Article(text="", outlet=outlet)
    model = ModelInfo(name="none", version="1")
    return Report(number, Ledger(model=model, article=article, actors=tuple(entries)))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Ida Falk", "Falk", True),
        ("Mayor Ida Falk", "Ms. Falk", True),
        ("Ida Falk", "Bo Falk", False),
        ("Ida Falk", "Mr. Falk", True),  # nothing tells that Ida is no man
        ("Mrs. Falk", "Mr. Falk", False),
        ("Ida Falk", "Ida Reyes", False),
    ],
)
def test_people(first: str, second: str, same: bool) -> None:
    found = bearers([report(1, (first, "person")), report(2, (second, "person"))])
    assert (len(found) == 1) == same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Arvenian Press Bureau", "APB", True),
        ("the Harbour Post", "The Post", True),
        ("Selka Lines", "Selka Bank", False),
    ],
)
def test_bodies(first: str, second: str, same: bool) -> None:
    kinds: list[ActorKind] = ["outlet", "organization"]
    kind = kinds["Selka" in first]
    found = bearers([report(1, (first, kind)), report(2, (second, kind))])
    assert (len(found) == 1) == same


def test_the_outlet_of_one_report_is_cited_in_another() -> None:
    cited = report(2, ("the Castelmoor Herald", "outlet"))
    found = bearers([report(1, outlet="The Castelmoor Herald"), cited])
    assert [[tuple(m) for m in one.members] for one in found] == [[(1, "A0"), (2, "A1")]]


def test_a_family_name_that_fits_two_joins_nobody() -> None:
    both = report(1, ("Ida Falk", "person"), ("Bo Falk", "person"))
    found = bearers([both, report(2, ("Falk", "person"))])
    assert sorted(one.name for one in found) == ["Bo Falk", "Falk", "Ida Falk"]


def test_the_very_same_name_is_one_whatever_readers_take_it_for() -> None:
    found = bearers([report(1, ("Ombrel", "person")), report(2, ("Ombrel", "organization"))])
    assert len(found) == 1


def test_those_without_a_name_stay_apart() -> None:
    officials: Named = ("officials", "group")
    assert bearers([report(1, officials, named=False), report(2, officials, named=False)]) == []


def test_the_fullest_name_is_shown() -> None:
    reports = [report(n, (name, "person")) for n, name in enumerate(("Falk", "Ida Falk", "Falk"))]
    (one,) = bearers(reports)
    assert one.name == "Ida Falk"
    assert len(one.members) == 3
