"""The roots of a claim → how many of them there are at least.

In: different roots. Out: a number, if all who may be the same are. People without a name may be
those of another report, or somebody with a name whom their description fits; who names an earlier
origin may have the claim from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportedly.reading.naming.descriptions import describe
from reportedly.reading.naming.names import parse_name
from reportedly.story.claims.roots import Root

#: Descriptions that may be of anybody who knows; others only of people of that sort.
ANYBODY: Final = frozenset({"official", "officials", "people", "person", "source", "sources"})


def least(roots: Sequence[Root]) -> int:
    """How many origins there are at least, if all who may be the same are.

    >>> officials, falk = Root("unnamed", "1", "officials"), Root("named", "2", "Ida Falk")
    >>> least([officials, falk]), least([Root("unnamed", "3", "dockers"), falk])
    (1, 2)
    """
    keys = {root.key for root in roots}
    alone = [root for root in roots if root.leans in ("", root.key) or root.leans not in keys]
    certain = [root for root in alone if root.kind != "unnamed"]
    groups: list[list[Root]] = []
    for root in alone:
        if root.kind != "unnamed" or any(_may_be(root, other) for other in certain):
            continue
        for group in groups:
            if all(_alike(root, other) for other in group):
                group.append(root)
                break
        else:
            groups.append([root])
    return len(certain) + len(groups) or min(1, len(roots))


def _may_be(unnamed: Root, named: Root) -> bool:
    """Whether somebody without a name may be somebody with one, whose words are known as well.

    Officials are not whoever speaks for a body that is no government: its name tells otherwise.
    """
    if named.kind == "outlet":
        return False
    head = describe(unnamed.name).head
    if unnamed.body:
        return named.body or not named.affiliation
    if head == "official" and named.affiliation:
        return parse_name(named.affiliation).kind == "government"
    return head in ANYBODY


def _alike(one: Root, other: Root) -> bool:
    heads = {describe(root.name).head or "" for root in (one, other)}
    return len(heads) == 1 or not heads.isdisjoint(ANYBODY) or "" in heads
