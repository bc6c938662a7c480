"""What falls, stands and hangs in the air: Kleene's logic over a graph, with reasons."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import product

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.story import STORY
from benchmarks.story_whatif import evaluations
from reportedly.story.conditions.conditional import Graph, Kind, Link, Proposition, Value
from reportedly.story.conditions.kleene import evaluate
from reportedly.story.conditions.whatif import what_if
from reportedly.story.quotes import Quote


def proposition(name: str, kind: Kind, given: Value = None) -> Proposition:
    return Proposition(name, Quote(1, (), name), kind, given)


def link(text: str) -> Link:
    """``talks < truce`` or ``talks < not truce``; ``talks < truce | ways`` is an alternative."""
    ends, _, alternative = text.partition(" | ")
    outcome, requirement = ends.split(" < ")
    negated = requirement.startswith("not ")
    quote = Quote(1, (), f"{outcome} hangs on {requirement}")
    return Link(outcome, requirement.removeprefix("not "), "requires", negated,
                alternative or None, ("The Post", "Ida Falk"), quote)  # fmt: skip


def graph(*links: str, **known: Value) -> Graph:
    """A graph; what nothing is said about is an unknown event, and what hangs on others a plan."""
    found = list(map(link, links))
    plans = {one.outcome for one in found}
    names = {*plans, *(one.requirement for one in found), *known}
    return Graph(
        tuple(
            proposition(name, "plan" if name in plans else "event", known.get(name))
            for name in sorted(names)
        ),
        tuple(found),
    )


CHAIN = ("talks < truce", "vote < talks", "loan < vote", "loan < budget")


@pytest.mark.parametrize(
    ("links", "known", "assumed", "expected"),
    [
        (CHAIN, {}, {"truce": False}, {"talks": False, "vote": False, "loan": False}),
        (CHAIN, {}, {"truce": True}, {"talks": True, "vote": True, "loan": None}),
        (CHAIN, {"budget": True}, {"truce": True}, {"talks": True, "vote": True, "loan": True}),
        (CHAIN, {}, {"vote": False}, {"talks": None, "loan": False}),  # nothing goes backwards
        (CHAIN, {"truce": True}, {"truce": None}, {"talks": None, "vote": None, "loan": None}),
        (("talks < not strike",), {}, {"strike": True}, {"talks": False}),
        (("talks < truce | ways", "talks < ransom | ways"), {}, {"ransom": True}, {"talks": True}),
        (("talks < truce | ways", "talks < ransom | ways"), {}, {"ransom": False}, {"talks": None}),
        (("talks < truce | ways", "talks < ransom | ways", "talks < hall"), {"truce": True},
         {"hall": False}, {"talks": False}),
    ],
)  # fmt: skip
def test_what_becomes_of_plans(
    links: tuple[str, ...],
    known: Mapping[str, Value],
    assumed: Mapping[str, Value],
    expected: Mapping[str, Value],
) -> None:
    answer = what_if(graph(*links, **known), assumed)
    plans = (*answer.fall, *answer.stand, *answer.open)
    assert {one.proposition.id: one.value for one in plans} == expected


def test_an_event_that_nobody_has_seen_hangs_in_the_air_though_all_it_needs_is_there() -> None:
    needed, seen = (proposition(name, "event", True) for name in ("needed", "seen"))
    unseen = proposition("unseen", "event", None)
    links = (link("seen < needed"), link("unseen < needed"))
    values = evaluate(Graph((needed, seen, unseen), links)).values
    assert values == {"needed": True, "seen": True, "unseen": None}


def test_nothing_holds_itself_up() -> None:
    circle = graph("loan < sale", "sale < loan", "gates < loan")
    assert set(evaluate(circle).values.values()) == {None}
    assert evaluate(circle, {"sale": False}).values["gates"] is False
    knot = graph("peace < not war", "war < not peace", "self < not self")
    assert set(evaluate(knot).values.values()) == {None}


def test_the_reason_is_the_path_from_what_was_assumed() -> None:
    (loan,) = (
        one
        for one in what_if(graph(*CHAIN, budget=False), {"truce": False}).fall
        if one.proposition.id == "loan"
    )
    assert loan.because == "truce"  # although the budget would do
    assert [one.quote.words for one in loan.path] == [
        "talks hangs on truce",
        "vote hangs on talks",
        "loan hangs on vote",
    ]
    assert loan.why == (
        "Falls; assumed: “truce” is no; “talks hangs on truce” (Ida Falk ← The Post); "
        "“vote hangs on talks” (Ida Falk ← The Post); “loan hangs on vote” (Ida Falk ← The Post)."
    )


def test_what_hangs_in_the_air_says_what_nobody_knows() -> None:
    answer = what_if(graph(*CHAIN, truce=True))
    (loan,) = answer.open
    assert (loan.because, [one.requirement for one in loan.path]) == ("budget", ["budget"])
    assert loan.why.startswith("Hangs in the air; nobody says: “budget” is unknown; ")


def test_a_cycle_is_no_reason_for_itself() -> None:
    answer = what_if(graph("loan < sale", "sale < loan", "loan < budget"), {"budget": False})
    assert {one.proposition.id: one.because for one in answer.fall} == {
        "loan": "budget",
        "sale": "budget",
    }


def test_rights_stand_apart() -> None:
    propositions = (
        proposition("approval", "event", False),
        proposition("leave", "right"),
    )
    answer = what_if(Graph(propositions, (link("leave < not approval"),)))
    assert [(one.proposition.id, one.value) for one in answer.rights] == [("leave", True)]
    assert answer.stand == ()


VALUES = st.sampled_from([True, False, None])
KINDS: list[Kind] = ["plan", "event", "right"]


@st.composite
def graphs(draw: st.DrawFn, *, cycles: bool = True) -> Graph:
    names = [f"p{number}" for number in range(draw(st.integers(1, 6)))]
    propositions = tuple(
        proposition(name, draw(st.sampled_from(KINDS)), draw(VALUES)) for name in names
    )
    links = []
    for _ in range(draw(st.integers(0, 9))):
        outcome, requirement = draw(st.tuples(*[st.sampled_from(range(len(names)))] * 2))
        if not cycles:
            outcome, requirement = max(outcome, requirement), min(outcome, requirement)
            if outcome == requirement:
                continue
        negated = draw(st.sampled_from(["", "not "]))
        ways = draw(st.sampled_from(["", " | ways"]))
        links.append(link(f"p{outcome} < {negated}p{requirement}{ways}"))
    return Graph(propositions, tuple(links))


@given(graphs(), st.data())
def test_more_knowledge_never_turns_what_is_known(story: Graph, data: st.DataObject) -> None:
    before = evaluate(story).values
    unknown = [name for name, value in before.items() if value is None]
    assumed = {name: data.draw(VALUES) for name in unknown}
    after = evaluate(story, assumed).values
    assert all(after[name] is value for name, value in before.items() if value is not None)


@given(graphs())
def test_a_fixed_point_is_reached_and_every_known_value_has_a_reason(story: Graph) -> None:
    values = evaluate(story).values
    assert evaluate(story, {}).values == values
    assert evaluate(story, values).values == values  # to assume what is so changes nothing
    answer = what_if(story)
    for verdict in (*answer.fall, *answer.stand, *answer.open, *answer.rights):
        names = [verdict.because, *(one.outcome for one in verdict.path)]
        assert [one.requirement for one in verdict.path] == names[:-1]
        assert names[-1] == verdict.proposition.id
        if verdict.value is not None:
            assert values[verdict.because] is not None


@given(graphs(cycles=False))
def test_what_is_known_holds_however_the_unknown_turns_out(story: Graph) -> None:
    """Without cycles the logic is sound: all ways to fill in the unknown agree with it.

    The reverse is not so, and not meant: of "if it rains" and "if it does not" neither is known.
    """
    values = evaluate(story).values
    outcomes = {one.outcome for one in story.links}
    open_ = [
        one.id
        for one in story.propositions
        if one.given is None and (one.kind == "event" or one.id not in outcomes)
    ]
    for completion in product([True, False], repeat=len(open_)):
        filled = dict(zip(open_, completion, strict=True))
        whole = Graph(
            tuple(
                msgspec.structs.replace(one, given=filled.get(one.id, one.given))
                for one in story.propositions
            ),
            story.links,
        )
        complete = evaluate(whole).values
        assert None not in complete.values()
        assert all(complete[name] is v for name, v in values.items() if v is not None)


@given(graphs())
def test_without_assumptions_the_given_state_is_shown(story: Graph) -> None:
    values = evaluate(story).values
    outcomes = {one.outcome for one in story.links}
    for one in story.propositions:
        if one.id not in outcomes:
            assert values[one.id] is one.given


def test_links_to_nowhere_are_passed_over() -> None:
    lonely = Graph((proposition("talks", "plan", True),), (link("talks < truce"),))
    assert evaluate(lonely, {"nobody": False}).values == {"talks": True}


def test_what_follows_in_the_sample_story_is_what_people_worked_out() -> None:
    truth = json.loads((STORY / "truth.json").read_text(encoding="utf-8"))
    assert list(evaluations(truth)) == [True] * 13
