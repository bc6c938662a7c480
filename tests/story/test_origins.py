"""How many independent origins a claim has: nobody who merely repeats it adds one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.ledger import Actor, ActorKind, Article, Claim, Ledger, ModelInfo
from reportedly.story.actors import bearers
from reportedly.story.copies import copies
from reportedly.story.origins import Instance, Origins, Tracing
from reportedly.story.report import Report

OUTLETS = ("The Castelmoor Herald", "Radio Arvenia", "The Daily Flare", "Crownwatch")

#: How each source is written: a name, or in small letters somebody without one.
Chain = tuple[str, ...]


def report(number: int, outlet: str, chain: Chain, text: str = "") -> Report:
    """A report on day ``number`` with one claim, and the actors that its words came through."""
    text = text or f"Cracks were found ({number})."
    actors = [Actor(id="A0", name=outlet, kind="outlet", named=True, anonymity="named")]
    for place, name in enumerate(chain, start=1):
        named = name[0].isupper()
        kind: ActorKind = "outlet" if name in OUTLETS else "person"
        actors.append(
            Actor(id=f"A{place}", name=name, kind=kind, named=named,
                  anonymity="named" if named else "unnamed")
        )  # fmt: skip
    claim = Claim(
        id="C1",
        spans=((0, len(text)),),
        chain=tuple(actor.id for actor in actors),
        certainty="certain",
        polarity="positive",
        time="past",
        confidence=0.9,
    )
    article = Article(text=text, outlet=outlet, published=f"2025-06-{number:02}")
    model = ModelInfo(name="none", version="1")
    return Report(
        number, Ledger(model=model, article=article, actors=tuple(actors), claims=(claim,))
    )


def origins(reports: Sequence[Report]) -> Origins:
    tracing = Tracing(copies(reports), bearers(reports))
    return tracing.origins(Instance(one, one.ledger.claims[0]) for one in reports)


HERALD, RADIO, FLARE, CROWN = OUTLETS


@pytest.mark.parametrize(
    ("told", "least", "most"),
    [
        ([(HERALD, ("Ida Falk",))], 1, 1),
        ([(HERALD, ("Ida Falk",)), (RADIO, ("Bo Reyes",))], 2, 2),
        # The same person told two outlets.
        ([(HERALD, ("Ida Falk",)), (RADIO, ("Falk",))], 1, 1),
        # Another outlet is cited: nothing new.
        ([(HERALD, ("Ida Falk",)), (RADIO, (HERALD,))], 1, 1),
        ([(HERALD, ("Ida Falk",)), (RADIO, (HERALD, "Ida Falk"))], 1, 1),
        # Two outlets cite the same third.
        ([(HERALD, ("officials",)), (RADIO, (HERALD,)), (FLARE, (HERALD, "officials"))], 1, 1),
        # A cites B, which had cited A.
        ([(FLARE, ()), (CROWN, (FLARE,)), (FLARE, (CROWN,))], 1, 1),
        # A chain of citations.
        ([(HERALD, ("officials",)), (RADIO, (HERALD,)), (CROWN, (RADIO,))], 1, 1),
        # The outlet that is cited has no report here; it is one origin for both.
        ([(RADIO, (HERALD,)), (FLARE, (HERALD,))], 1, 1),
        # Officials here may be those there, or not.
        ([(HERALD, ("officials",)), (RADIO, ("officials",))], 1, 2),
        ([(HERALD, ("two officials",)), (RADIO, ("a source",)), (FLARE, ("people",))], 1, 3),
        # Of other sorts: not the same.
        ([(HERALD, ("dockers",)), (RADIO, ("lawyers",))], 2, 2),
        # Somebody with a name may be the source that another outlet does not name.
        ([(HERALD, ("a source",)), (RADIO, ("Ida Falk",))], 1, 2),
        ([(HERALD, ("dockers",)), (RADIO, ("Ida Falk",))], 2, 2),
        # An outlet on its own word, and a named confirmation.
        ([(HERALD, ()), (RADIO, ("Ida Falk",))], 2, 2),
    ],
)
def test_independent_origins(told: list[tuple[str, Chain]], least: int, most: int) -> None:
    reports = [report(n, outlet, chain) for n, (outlet, chain) in enumerate(told, start=1)]
    found = origins(reports)
    assert (found.low, found.high) == (least, most)
    assert len(found.roots) == len(told)


WIRE = (
    "Engineers found cracks in the wall of the dam above the town last week, and the ministry has "
    "known of them since the end of May, several officials said."
)


def test_a_copy_adds_nothing_even_if_it_drops_its_source() -> None:
    first = report(1, HERALD, ("officials",), WIRE)
    copied = report(2, FLARE, (), WIRE.replace(", several officials said", ""))
    own = report(3, RADIO, ("Ida Falk",))
    assert origins([first, copied])[:2] == (1, 1)
    assert origins([first, copied, own])[:2] == (1, 2)


def test_several_without_a_name_in_one_report_count_once() -> None:
    one = report(1, HERALD, ("a source",))
    claims = [one.ledger.claims[0]] * 2
    tracing = Tracing([], bearers([one]))
    assert tracing.origins(Instance(one, claim) for claim in claims)[:2] == (1, 1)


def test_the_roots_are_told() -> None:
    reports = [report(1, HERALD, ("Ida Falk",)), report(2, RADIO, (HERALD,)), report(3, FLARE, ())]
    roots = origins(reports).roots
    assert [(root.kind, root.name) for root in roots] == [
        ("named", "Ida Falk"),
        ("named", "Ida Falk"),
        ("outlet", "The Daily Flare"),
    ]


def test_nobody_says_it() -> None:
    assert Tracing([], []).origins([]) == Origins(0, 0, ())
