"""The origins of a claim and what is said against it → how it stands, with the reason.

In: `Origins`. Out: a `Standing`. The rule, of which the first that holds is taken:

1. *retracted*: whoever said it has taken it back;
2. *denied*: only people without a name say it, and somebody with a name is reported to deny it;
3. *disputed*: somebody else says that it is not so, or gives another number;
4. *corroborated*: there are at least two independent origins, even if all who may be the same are;
5. *single named source*, *outlet's own voice* or *single unnamed source*: by the origin there is;
   of several that may be one, a name goes before an outlet, and that before people without a name.

What was taken back is held against nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from reportedly.story.claims.origins import Origins
from reportedly.story.claims.roots import Root

Status = Literal[
    "single unnamed source", "single named source", "outlet's own voice", "corroborated",
    "disputed", "denied", "retracted",
]  # fmt: skip

SINGLE: Final[dict[str, Status]] = {
    "named": "single named source",
    "outlet": "outlet's own voice",
    "unnamed": "single unnamed source",
}
_COUNTS: Final = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


class Standing(NamedTuple):
    """How a claim stands, and why in one sentence."""

    status: Status
    because: str


def status(origins: Origins) -> Standing | None:
    """How a claim stands; nothing if nobody vouches for it.

    Args:
        origins: of the claim, with what is said against it.

    >>> falk = Root("named", "1", "Ida Falk", "The Echo")
    >>> status(Origins(1, 1, (falk,)))
    Standing(status='single named source', because='One origin: Ida Falk (The Echo).')
    """
    standing = origins.standing
    denying = _different(origins.denying, origins)
    opposed = [*denying, *_different(origins.against, origins)]
    if not origins.roots:
        return None
    if not standing:
        return Standing("retracted", _sentence(f"{_listed(origins.roots)} took it back."))
    if opposed:
        denied = all(one.kind == "unnamed" for one in standing)
        denied = denied and any(one.kind == "named" for one in denying)
        against = _sentence(f"{_listed(standing)} against {_listed(opposed)}.")
        return Standing("denied" if denied else "disputed", against)
    if origins.low > 1:
        return Standing("corroborated", f"{_count(origins)}: {_listed(standing)}{_rest(origins)}.")
    kinds = {one.kind for one in standing}
    single = next(SINGLE[kind] for kind in SINGLE if kind in kinds)
    return Standing(single, f"{_count(origins)}: {_listed(standing)}{_rest(origins)}.")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _different(roots: Sequence[Root], origins: Origins) -> list[Root]:
    """Each of some roots once, those that vouch for the claim as well left out."""
    own = {root.key for root in origins.roots}
    return list({one.key: one for one in roots if one.key not in own}.values())


def _count(origins: Origins) -> str:
    low, high = (
        _COUNTS[number] if number < len(_COUNTS) else str(number)
        for number in (origins.low, origins.high)
    )
    independent = " independent" if origins.high > 1 else ""
    span = low if low == high else f"{low} to {high.lower()}"
    return f"{span}{independent} origin{'s' if origins.high > 1 else ''}"


def _rest(origins: Origins) -> str:
    """Which outlets only repeat it."""
    own = {root.through for root in origins.roots if root.own}
    repeat = sorted({outlet for outlet in origins.outlets if outlet and outlet not in own})
    verb = "repeats" if len(repeat) == 1 else "repeat"
    return f"; {_joined(repeat)} only {verb} it" if repeat else ""


def _listed(roots: Sequence[Root]) -> str:
    """Roots by their names, each with the outlet that it told."""
    names = [
        f"{one.name} ({one.through})" if one.through and one.through != one.name else one.name
        for one in {root.key: root for root in reversed(roots)}.values()
    ]
    return _joined(names[::-1])


def _joined(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
