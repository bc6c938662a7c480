"""A claim of a report, and where it comes from: what origins are counted of.

In and out: plain values. What finds a root is `origins`, what counts them `counting`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from reportedly.ledger import Claim
from reportedly.story.report import Report


class Instance(NamedTuple):
    """One report's claim among those that say the same."""

    report: Report
    claim: Claim


Kind = Literal["named", "unnamed", "outlet"]


class Root(NamedTuple):
    """Where a claim comes from: who, as far as that can be told.

    ``key`` is the same for the same root; ``name`` is what the text calls it. ``through`` is the
    outlet that it told, and ``own`` is false if a later report only hands its words on.
    """

    kind: Kind
    key: str
    name: str
    through: str = ""
    own: bool = True
    body: bool = False
    """Whether it is a body."""
    leans: str = ""
    """The key of an earlier root that its words name: it may have the claim from there."""
    affiliation: str = ""
    """The body that a person is said to belong to."""
