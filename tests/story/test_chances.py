"""The chance that plans stand: exact and sampled, against counting all worlds by hand."""

from __future__ import annotations

import builtins
import random
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import NotInstalled
from reportedly.story.conditions.chances import Chances, chances_of
from reportedly.story.conditions.conditional import Graph, Link, Proposition
from reportedly.story.conditions.kleene import evaluate
from reportedly.story.quotes import Quote


def quote(words: str) -> Quote:
    return Quote(1, (), words)


def graph(*links: str) -> Graph:
    """``talks < truce``, ``talks < not truce``, ``talks < truce | ways``."""
    found = []
    for text in links:
        ends, _, alternative = text.partition(" | ")
        outcome, requirement = ends.split(" < ")
        negated = requirement.startswith("not ")
        found.append(Link(outcome, requirement.removeprefix("not "), "requires", negated,
                          alternative or None, (), quote(text)))  # fmt: skip
    plans = {one.outcome for one in found}
    names = sorted({*plans, *(one.requirement for one in found)})
    propositions = tuple(
        Proposition(name, quote(name), "plan" if name in plans else "event") for name in names
    )
    return Graph(propositions, tuple(found))


def shown(found: Chances) -> dict[str, tuple[float, float]]:
    return {one.proposition.id: (round(one.low, 6), round(one.high, 6)) for one in found.plans}


@pytest.mark.parametrize(
    ("links", "chances", "assumed", "expected"),
    [
        (["a < x", "a < y"], {"x": 0.5, "y": 0.4}, {}, {"a": (0.2, 0.2)}),
        (["a < x | w", "a < y | w"], {"x": 0.5, "y": 0.4}, {}, {"a": (0.7, 0.7)}),
        (["a < not x"], {"x": 0.25}, {}, {"a": (0.75, 0.75)}),
        (["a < x", "b < a", "b < x"], {"x": 0.5}, {}, {"a": (0.5, 0.5), "b": (0.5, 0.5)}),
        (["a < x", "a < y"], {"x": 0.5}, {}, {"a": (0.0, 0.5)}),  # nobody knows of y
        (["a < x | w", "a < y | w"], {"x": 0.5}, {}, {"a": (0.5, 1.0)}),
        (["a < x", "a < y"], {"x": 0.5}, {"y": True}, {"a": (0.5, 0.5)}),
        (["a < x", "b < a"], {"a": 0.3}, {"x": False}, {"a": (0.3, 0.3), "b": (0.3, 0.3)}),
        (["a < b", "b < a", "b < x"], {"x": 0.5}, {}, {"a": (0.0, 0.5), "b": (0.0, 0.5)}),
        (["a < x"], {}, {"x": True}, {"a": (1.0, 1.0)}),
        (["a < x"], {"x": 1.0}, {}, {"a": (1.0, 1.0)}),
        (["a < x"], {"x": 0.0}, {}, {"a": (0.0, 0.0)}),
    ],
)
def test_chances(
    links: list[str],
    chances: dict[str, float],
    assumed: dict[str, bool],
    expected: dict[str, tuple[float, float]],
) -> None:
    assert shown(chances_of(graph(*links), chances, assumed)) == expected


LINKS = st.builds(
    lambda a, b, negated, ways: f"p{a} < {'not ' * negated}p{b}{' | ways' * ways}",
    st.integers(0, 3), st.integers(0, 5), st.booleans(), st.booleans(),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(LINKS, min_size=1, max_size=6), st.data())
def test_exact_is_the_sum_over_all_worlds(links: list[str], data: st.DataObject) -> None:
    story = graph(*links)
    names = [one.id for one in story.propositions]
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True, max_size=4))
    chances = {name: data.draw(st.sampled_from([0.125, 0.5, 0.75])) for name in chosen}
    low: dict[str, float] = dict.fromkeys(names, 0.0)
    high: dict[str, float] = dict.fromkeys(names, 0.0)
    for world in product([True, False], repeat=len(chosen)):
        weight = 1.0
        for name, value in zip(chosen, world, strict=True):
            weight *= chances[name] if value else 1 - chances[name]
        values = evaluate(story, dict(zip(chosen, world, strict=True))).values
        for name in names:
            low[name] += weight * (values[name] is True)
            high[name] += weight * (values[name] is not False)
    for one in chances_of(story, chances).plans:
        name = one.proposition.id
        assert (one.low, one.high) == pytest.approx((low[name], high[name]))


def test_sampling_is_near_and_says_how_near() -> None:
    story = graph("a < x", "a < y", "b < a | w", "b < z | w")
    chances = {"x": 0.5, "y": 0.4, "z": 0.1}
    exact = shown(chances_of(story, chances))
    found = chances_of(story, chances, samples=200, seed=3)
    assert found.samples == 200
    for one in found.plans:
        assert 0 < one.error <= 0.036
        assert abs(one.low - exact[one.proposition.id][0]) < 4 * one.error


def test_the_same_seed_gives_the_same_answer_and_leaves_no_trace() -> None:
    story = graph("a < x", "a < y")
    random.seed(5)
    expected = random.random()
    random.seed(5)
    first, second, other = (
        chances_of(story, {"x": 0.5, "y": 0.5}, samples=60, seed=seed) for seed in (1, 1, 2)
    )
    assert random.random() == expected
    assert first == second
    assert first != other


def test_many_chances_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.story.conditions.chances.LARGEST", 9)
    monkeypatch.setattr("reportedly.story.conditions.chances.SAMPLES", 100)
    story = graph(*(f"a < x{number} | ways" for number in range(10)))
    found = chances_of(story, {f"x{number}": 0.1 for number in range(10)})
    assert found.samples == 100
    (one,) = found.plans
    assert one.low == pytest.approx(1 - 0.9**10, abs=4 * one.error)


def test_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("problog"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotInstalled) as error:
        chances_of(graph("a < x"), {"x": 0.5})
    assert "reportedly[whatif]" in error.value.hint
