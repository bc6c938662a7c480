"""How many independent origins a claim has: nobody who merely repeats it adds one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.ledger import (
    Act,
    Actor,
    ActorKind,
    Article,
    Attribution,
    Claim,
    Ledger,
    ModelInfo,
)
from reportedly.story.actors.bearers import bearers
from reportedly.story.claims.origins import Origins, Tracing
from reportedly.story.claims.roots import Instance
from reportedly.story.copying.copies import copies
from reportedly.story.report import Report

OUTLETS = (
    "The Castelmoor Herald",
    "Radio Arvenia",
    "The Daily Flare",
    "Crownwatch",
    "Arvenia General News",
)

#: How each source is written: a name, or in small letters somebody without one.
Chain = tuple[str, ...]


def report(
    number: int, outlet: str, chain: Chain, text: str = "", *, url: str = "", act: Act = "statement"
) -> Report:
    """A report on day ``number`` with one claim, and the actors that its words came through."""
    text = text or f"Cracks were found ({number})."
    actors = [Actor(id="A0", name=outlet, kind="outlet", named=True, anonymity="named")]
    for place, words in enumerate(chain, start=1):
        named = words[0].isupper()
        name, _, body = words.partition(" of ")
        kind: ActorKind = "person"
        if name in (*OUTLETS, "AGN"):
            kind = "outlet"
        elif "Port" in name:
            kind = "organization"
        actors.append(
            Actor(id=f"A{place}", name=name, kind=kind, named=named, affiliation=body or None,
                  anonymity="named" if named else "unnamed")
        )  # fmt: skip
    claim = Claim(
        id="C1",
        spans=((0, len(text)),),
        attribution="R1",
        chain=tuple(actor.id for actor in actors),
        certainty="certain",
        polarity="positive",
        time="past",
        confidence=0.9,
    )
    said = Attribution(id="R1", act=act, content_spans=((0, len(text)),))
    article = Article(text=text, outlet=outlet, published=f"2025-06-{number:02}", url=url or None)
    model = ModelInfo(name="none", version="1")
    return Report(
        number,
        Ledger(
            model=model,
            article=article,
            actors=tuple(actors),
            attributions=(said,),
            claims=(claim,),
        ),
    )


def origins(reports: Sequence[Report]) -> Origins:
    tracing = Tracing(copies(reports), bearers(reports), reports)
    return tracing.origins(Instance(one, one.ledger.claims[0]) for one in reports)


HERALD, RADIO, FLARE, CROWN, AGENCY = OUTLETS


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
        # An outlet repeats on its own word what it had from somebody, that day or before.
        ([(HERALD, ("Ida Falk",)), (HERALD, ())], 1, 1),
        # Somebody with a name, but only through people without one: it is they who tell.
        ([(HERALD, ("two officials", "Ida Falk")), (RADIO, ("officials",))], 1, 2),
        # A person and the body that they speak for.
        ([(HERALD, ("Sund Port",)), (RADIO, ("Bo Reyes of Selka Port",))], 2, 2),
        ([(HERALD, ("Sund Port",)), (RADIO, ("Bo Reyes of Sund Port",))], 1, 1),
        # Officials are nobody who speaks for a body that is no government.
        ([(HERALD, ("officials",)), (RADIO, ("Bo Reyes of the Dockers’ Union",))], 2, 2),
        # The outlet that is cited under its initials has its own article here.
        ([(AGENCY, ("Ida Falk",)), (RADIO, ("AGN",)), (FLARE, ("AGN",))], 1, 1),
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


def test_who_has_it_from_whom() -> None:
    reports = [
        report(1, HERALD, ("officials",), WIRE),
        report(2, FLARE, (), WIRE.replace(", several officials said", "")),
        report(3, RADIO, (HERALD,)),
        report(4, AGENCY, ("Ida Falk",)),
    ]
    tracing = Tracing(copies(reports), bearers(reports), reports)
    told = tracing.traced(Instance(one, one.ledger.claims[0]) for one in reports)
    assert [
        (one.later.report.number, one.how, one.earlier.report.number)
        for one in tracing.handed_on(told)
    ] == [(2, "copied", 1), (3, "cited", 1)]


def test_nobody_says_it() -> None:
    assert Tracing([], []).origins([]) == Origins(0, 0, ())


def test_what_is_relayed_to_be_denied_adds_nothing() -> None:
    told = report(1, FLARE, ("an insider",))
    denied = report(2, RADIO, ("Ida Falk",), act="denial")
    found = origins([told, denied])
    assert found[:2] == (1, 1)
    assert [root.name for root in found.denying] == ["Ida Falk"]


CORRECTED = "Eight cracks were found in the old tower by the divers."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # A later version lacks it, and who cited it falls with it.
        ("The divers have found nothing in the tower.", (0, 0)),
        ("Five cracks were found in the old tower by the divers.", (0, 0)),
        # Toned down, or only moved, it is still there.
        ("Eight cracks may have been found in the old tower by divers.", (1, 1)),
        (f"It is sunny. {CORRECTED}", (1, 1)),
    ],
)
def test_a_corrected_article_no_longer_counts(later: str, expected: tuple[int, int]) -> None:
    first = report(1, HERALD, ("officials",), CORRECTED, url="https://herald.example/tower")
    citing = report(2, RADIO, (HERALD,))
    newer = report(3, HERALD, ("officials",), later, url="https://herald.example/tower")
    reports = [first, citing, newer]
    tracing = Tracing([], bearers(reports), reports)
    found = tracing.origins(Instance(one, one.ledger.claims[0]) for one in (first, citing))
    assert found[:2] == expected


def test_who_says_the_opposite_later_takes_it_back() -> None:
    told, cited = report(1, HERALD, ("Ida Falk",)), report(2, FLARE, (HERALD,))
    opposite = report(3, RADIO, ("Falk",))
    reports = [told, cited, opposite]
    tracing = Tracing([], bearers(reports), reports)
    claims = [Instance(one, one.ledger.claims[0]) for one in reports]
    assert tracing.origins(claims[:2])[:2] == (1, 1)
    assert tracing.origins(claims[:2], claims[2:])[:2] == (0, 0)
    assert tracing.origins(claims[2:], claims[:2])[:2] == (1, 1)


@pytest.mark.parametrize(
    ("chain", "low", "high"),
    [
        (("Bo Reyes",), 2, 2),  # somebody of its own says so
        (("officials",), 1, 1),  # officials may be whoever the other report has
        ((), 1, 1),  # the outlet has the words from nobody else
    ],
)
def test_one_sentence_in_the_same_words_from_somebody_else(
    chain: Chain, low: int, high: int
) -> None:
    sentence = "in the second week of June the old bridge over the river is to be closed for good"
    reports = [
        report(1, OUTLETS[0], ("Ida Falk",), sentence),
        report(2, OUTLETS[1], chain, sentence),
    ]
    found = origins(reports)
    assert (found.low, found.high) == (low, high)


def test_more_than_a_sentence_in_the_same_words_is_a_copy_whoever_it_names() -> None:
    text = (
        "The old bridge over the river is to be closed for good in the second week of June. It "
        "was built two hundred years ago by a guild of millers who lived on the other side."
    )
    reports = [
        report(1, OUTLETS[0], ("Ida Falk",), text),
        report(2, OUTLETS[1], ("Bo Reyes",), text),
    ]
    found = origins(reports)
    assert (found.low, found.high) == (1, 1)
