"""Statements of invented affairs that were written for learning: which pairs say the same.

In: ``pairs/affairs.txt``, whose head says what a line means. Out: `Written` statements, and pairs
of them with their relation. Pairs of PolNeAR were chosen by how close their vectors are; these are
as reports tell one thing, in other words and in fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from reportedly.ledger import OUTLET, Actor, Article, Claim, Ledger, ModelInfo, Polarity
from reportedly.story.report import Report
from training.annotation.pairs import FOLDER, Relation

_LINE: Final = re.compile(
    r"(?P<name>\w+)(?: (?P<relation>[>x]) (?P<other>\w+))?(?P<denial> -)?: (?P<text>.+)"
)


class Written(NamedTuple):
    """A statement in its sentence, and the proposition that it is of."""

    affair: str
    proposition: str
    report: Report
    claim: Claim


class WrittenPair(NamedTuple):
    """Two statements of one affair."""

    one: Written
    other: Written
    relation: Relation


def read_affairs() -> list[WrittenPair]:
    """Every two statements of each affair, and how they stand to each other."""
    statements: list[Written] = []
    relations: dict[tuple[str, str, str], Relation] = {}
    affair = ""
    for line in (FOLDER / "affairs.txt").read_text(encoding="utf-8").splitlines():
        match = _LINE.fullmatch(line)
        if line.startswith("== "):
            affair = line[3:]
        elif match:
            name, other = match["name"], match["other"]
            if other:
                entailed = match["relation"] == ">"
                relations[affair, name, other] = "a>b" if entailed else "contradicts"
                relations[affair, other, name] = "b>a" if entailed else "contradicts"
            polarity: Polarity = "negative" if match["denial"] else "positive"
            statements.append(_written(affair, name, match["text"], polarity, len(statements)))
    return list(_pairs(statements, relations))


def _written(affair: str, name: str, text: str, polarity: Polarity, number: int) -> Written:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    claim = Claim(id="C1", spans=((start, end),), chain=(OUTLET,), polarity=polarity)
    outlet = Actor(id=OUTLET, name="", kind="outlet", named=True, anonymity="named")
    model = ModelInfo(name="none", version="1")
    ledger = Ledger(model=model, article=Article(text=plain), actors=(outlet,), claims=(claim,))
    return Written(affair, name, Report(number, ledger), claim)


def _pairs(
    statements: list[Written], relations: dict[tuple[str, str, str], Relation]
) -> Iterator[WrittenPair]:
    for one, other in combinations(statements, 2):
        if one.affair == other.affair:
            same = one.proposition == other.proposition
            key = one.affair, one.proposition, other.proposition
            relation: Relation = "same" if same else relations.get(key, "related")
            yield WrittenPair(one, other, relation)
