"""Clauses of several reports → the propositions that they mean.

In: what the sides of conditions say, and their vectors. Out: groups of them, and for each a name
and a gloss. Two clauses mean one proposition when what they are about is the same in other words,
whether they deny it or not; a clause joins the group that it is nearest to on average, in the order
of the reports, so that a later report adds to what is there and renames nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from reportedly.story.conditions.clauses import Clause
from reportedly.story.conditions.conditional import Kind, Mention, Proposition
from reportedly.story.conditions.nearby import Nearby
from reportedly.story.embedding import Vectors
from reportedly.story.quotes import Quote
from reportedly.story.report import Report
from reportedly.story.words.families import family, is_opposite, overlap

#: How near two clauses are that mean the same: the cosine of their vectors, and the share of the
#: words of the one that says less which the other has too. Chosen on the sample story, where any
#: value from 1.05 to 1.25 gives the same links (`python -m benchmarks.story_whatif`), and checked
#: on the sentences of the tests.
SAME: Final = 1.25

#: So much less near are clauses with other names, or other numbers: who and how much matter most.
OTHERS: Final = 1.0

#: What somebody may do is a right, not a plan (Quirk et al. 1985, § 4.53: permission).
_RIGHT: Final = re.compile(
    r"\bmay (?!be\b|have\b|not\b|well\b)|\b(?:is|are|was|were|be) (?:free|entitled|allowed) to\b"
    r"|\bha(?:s|ve|d) (?:the|a) right to\b"
)

#: So many words make a name that can still be typed.
_LONGEST_NAME: Final = 4

_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")

Core = frozenset[str]


def nearness(
    one: Clause, other: Clause, closeness: float, words: Callable[[Core, Core], float] = overlap
) -> float:
    """How near two clauses are in what they are about; see `SAME`.

    Args:
        one: a clause.
        other: another.
        closeness: the cosine of their vectors.
        words: how much of what they are about they have in common, from 0 to 1.
    """
    near = closeness + words(one.core, other.core)
    for mine, theirs in ((one.names, other.names), (one.numbers, other.numbers)):
        if mine and theirs and mine.isdisjoint(theirs):
            near -= OTHERS
    return near


def together(clauses: Sequence[Clause], vectors: Vectors) -> list[list[int]]:
    """Clauses that mean one proposition, by their numbers; each in one group.

    Args:
        clauses: in the order of their reports.
        vectors: of their plain words.
    """
    groups: list[list[int]] = []
    group_of: list[int] = []
    known = Nearby()
    for number, clause in enumerate(clauses):
        best = (0.0, 0)
        # Without a stem in common, no closeness is enough.
        for place in {group_of[n] for n in known.shared(clause.core)}:
            close = vectors[groups[place]] @ vectors[number]
            near = [
                nearness(clause, clauses[n], one)
                for n, one in zip(groups[place], close.tolist(), strict=True)
            ]
            best = max(best, (sum(near) / len(near), -place))
        if best[0] >= SAME:
            groups[-best[1]].append(number)
            group_of.append(-best[1])
        else:
            group_of.append(len(groups))
            groups.append([number])
        known.add(clause.core)
    return groups


def propositions(
    reports: Sequence[Report],
    clauses: Sequence[Clause],
    groups: Sequence[Sequence[int]],
    outcomes: frozenset[int],
) -> list[Proposition]:
    """What each group of clauses means.

    Args:
        reports: that the clauses are of.
        clauses: the sides of conditions.
        groups: which of them belong together, by their numbers.
        outcomes: the numbers of those that hang on something.
    """
    texts = {report.number: report.text for report in reports}
    taken: set[str] = set()
    found = []
    for group in groups:
        own = [clauses[number] for number in group]
        flipped = all(clause.opposite for clause in own)  # nobody says what the opposite would be
        name = _free(_name(own, flipped), taken)
        taken.add(name)
        found.append(
            Proposition(
                id=name,
                gloss=_gloss(own, texts, flipped),
                kind=_kind([clauses[number] for number in group if number in outcomes]),
                mentions=tuple(Mention(one.quote, one.negated != flipped) for one in own),
            )
        )
    return found


def _kind(hanging: Sequence[Clause]) -> Kind:
    if not hanging:
        return "event"
    return "right" if any(_RIGHT.search(one.quote.words) for one in hanging) else "plan"


def _name(clauses: Sequence[Clause], flipped: bool) -> str:
    """The words of the shortest clause of the first report, as they would be if it denied nothing.

    Of too many words, names are left out first.
    """
    first = [one for one in clauses if one.quote.report == clauses[0].quote.report]
    shortest = min(first, key=lambda one: (not one.core, len(one.core | one.names)))
    said = shortest.quote.words.lower()
    words = list(dict.fromkeys(_POSSESSIVE.sub("", match[0]) for match in _WORD.finditer(said)))
    kept = [word for word in words if word in shortest.names or shortest.is_core(word)]
    if len(kept) > _LONGEST_NAME:
        kept = [word for word in kept if shortest.is_core(word)] or kept
    kept = kept[:_LONGEST_NAME] or shortest.plain.split()[:_LONGEST_NAME]
    if not flipped:
        kept = [family(word) if is_opposite(word) else word for word in kept]
        if shortest.opposite and not any(is_opposite(word) for word in words):
            kept.append("open")  # it is said that something is kept off
    return "-".join(kept or words[:_LONGEST_NAME])


def _free(name: str, taken: set[str]) -> str:
    """A name that no other proposition has."""
    number = 2
    free = name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free


def _gloss(clauses: Sequence[Clause], texts: dict[int, str], flipped: bool) -> Quote:
    """The words that say best what is meant: those that do not deny it, in full and first."""
    best = min(
        clauses,
        key=lambda one: (one.opposite != flipped, one.denied, len(one.core | one.names) < 2),
    )
    spans = best.bare if best.denied else best.quote.spans
    text = texts[best.quote.report]
    words = " … ".join(text[start:end] for start, end in spans)
    return Quote(best.quote.report, spans, words)
