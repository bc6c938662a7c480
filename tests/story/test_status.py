"""How a claim stands: the first rule that holds, and its reason in one sentence."""

from __future__ import annotations

import pytest

from reportedly.story.claims.origins import Origins
from reportedly.story.claims.roots import Root
from reportedly.story.claims.status import status

FALK = Root("named", "1", "Ida Falk", "The Echo")
REYES = Root("named", "2", "Bo Reyes", "APB")
SOURCE = Root("unnamed", "3", "a source", "The Echo")
ECHO = Root("outlet", "4", "The Echo", "The Echo")


@pytest.mark.parametrize(
    ("origins", "expected", "because"),
    [
        (Origins(1, 1, (FALK,)), "single named source", "One origin: Ida Falk (The Echo)."),
        (Origins(1, 1, (SOURCE,)), "single unnamed source", "One origin: a source (The Echo)."),
        (Origins(1, 1, (ECHO,)), "outlet's own voice", "One origin: The Echo."),
        (
            Origins(2, 2, (FALK._replace(through="Echo"), REYES), outlets=("Echo", "APB", "Flare")),
            "corroborated",
            "Two independent origins: Ida Falk (Echo) and Bo Reyes (APB); Flare only repeats it.",
        ),
        (
            Origins(1, 2, (SOURCE, REYES)),
            "single named source",
            "One to two independent origins: a source (The Echo) and Bo Reyes (APB).",
        ),
        (
            Origins(1, 1, (SOURCE,), denying=(REYES,)),
            "denied",
            "A source (The Echo) against Bo Reyes (APB).",
        ),
        (
            Origins(1, 1, (FALK,), against=(REYES,)),
            "disputed",
            "Ida Falk (The Echo) against Bo Reyes (APB).",
        ),
        (
            Origins(0, 0, (FALK,), withdrawn=frozenset({"1"}), against=(REYES,)),
            "retracted",
            "Ida Falk (The Echo) took it back.",
        ),
    ],
)
def test_standing(origins: Origins, expected: str, because: str) -> None:
    assert status(origins) == (expected, because)


def test_nobody_vouches_for_it() -> None:
    assert status(Origins(0, 0, ())) is None
