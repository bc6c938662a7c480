"""What a user types → what is assumed: "ceasefire=no", "ceasefire=0.3".

In: a `Graph` and assumptions as typed. Out: `Assumptions`. A proposition is meant by its id, by
words that it has, by words with a slip, or by other words that mean nearly the same. What fits
several propositions, or none, is an error that names them; so is "no deal=yes", which reads both
ways.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from reportedly.errors import BadAssumption, NoSuchProposition, SeveralPropositions
from reportedly.story.conditions.conditional import Graph, Proposition, Value
from reportedly.story.embedding import embedder
from reportedly.story.words.families import PASSED_OVER, alike, family

WORDS: Final[dict[str, Value]] = {"yes": True, "no": False, "unknown": None}

#: A word with one slip in six letters is still meant; of longer ones two.
SLIP: Final = 0.8

#: Other words mean a proposition if their vectors are this close, and those of the next one less
#: close by so much.
CLOSE: Final = 0.4
CLEARLY: Final = 0.1

#: So many of the nearest are named where nothing fits.
NAMED: Final = 3

_DENIAL: Final = re.compile(r"\b(?:not?|never|without)\b|n[’']t\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


class Assumptions(NamedTuple):
    """What is assumed: values and chances, by the ids of propositions."""

    values: dict[str, Value]
    chances: dict[str, float]


def assumptions(graph: Graph, typed: Iterable[str]) -> Assumptions:
    """What is assumed by some arguments of ``--assume``.

    Args:
        graph: of the story.
        typed: each a name or words, an equals sign, and yes, no, unknown or a chance.

    Raises:
        BadAssumption: there is no equals sign or no such value, or one thing is assumed twice.
        NoSuchProposition: nothing in the story is meant by the words.
        SeveralPropositions: several things are.

    >>> from reportedly.story.quotes import Quote
    >>> truce = Proposition("truce-holds", Quote(1, ((4, 19),), "the truce holds"), "event")
    >>> assumptions(Graph((truce,), ()), ["Truce = no"])
    Assumptions(values={'truce-holds': False}, chances={})
    """
    found = Assumptions({}, {})
    for one in typed:
        words, sign, value = one.rpartition("=")
        if not sign or not words.strip():
            raise BadAssumption(assumption=one, reason="it is not of the form words=value")
        if _DENIAL.search(words):
            raise BadAssumption(assumption=one, reason="it denies what is to be so or not")
        meant = proposition_meant(graph, words.strip()).id
        if meant in found.values or meant in found.chances:
            raise BadAssumption(assumption=one, reason=f"{meant} is assumed already")
        known = value.strip().lower()
        if known in WORDS:
            found.values[meant] = WORDS[known]
        else:
            found.chances[meant] = _chance(one, known)
    return found


def _chance(typed: str, value: str) -> float:
    try:
        chance = float(value)
    except ValueError:
        chance = math.nan
    if not 0 <= chance <= 1:
        raise BadAssumption(assumption=typed, reason=f"'{value}' is no value")
    return chance


def proposition_meant(graph: Graph, words: str) -> Proposition:
    """The proposition that somebody means by some words.

    Args:
        graph: of the story.
        words: its id, or words of it or near it.

    Raises:
        NoSuchProposition: nothing in the story is meant by the words.
        SeveralPropositions: several things are.
    """
    name = "-".join(_words(words))
    for one in graph.propositions:
        if one.id.casefold() in {words.casefold(), name}:
            return one
    for fits in (_by_words, _with_slips):
        found = fits(graph.propositions, _words(words))
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralPropositions(quoted=words, candidates=_listed(found))
    return _nearest(graph.propositions, words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _by_words(propositions: Sequence[Proposition], words: Sequence[str]) -> list[Proposition]:
    """Those that have all of the words that tell something: in their names, or else anywhere."""
    stems = [family(word) for word in words if word not in PASSED_OVER]
    return _with_all(propositions, stems, lambda one, other: alike(one, family(other)))


def _with_slips(propositions: Sequence[Proposition], words: Sequence[str]) -> list[Proposition]:
    return _with_all(
        propositions,
        [word for word in words if word not in PASSED_OVER],
        lambda one, other: SequenceMatcher(None, one, other).ratio() >= SLIP,
    )


def _with_all(
    propositions: Sequence[Proposition], wanted: Sequence[str], same: Callable[[str, str], bool]
) -> list[Proposition]:
    if not wanted:
        return []
    for texts in (_in_name, _in_mentions):
        found = [
            one
            for one in propositions
            if all(any(same(word, other) for other in texts(one)) for word in wanted)
        ]
        if found:
            return found
    return []


def _in_name(one: Proposition) -> list[str]:
    return one.id.split("-")


def _in_mentions(one: Proposition) -> list[str]:
    quotes = [one.gloss, *(mention.quote for mention in one.mentions)]
    return _words(" ".join(quote.words for quote in quotes))


def _nearest(propositions: Sequence[Proposition], words: str) -> Proposition:
    """The one whose words mean nearly the same, if it is nearer than all others by far."""
    if not propositions:
        raise NoSuchProposition(quoted=words, nearest="none, since nothing hangs on anything")
    vectors = embedder()([words, *(one.gloss.words for one in propositions)])
    close = (vectors[1:] @ vectors[0]).tolist()
    ranked = sorted(range(len(close)), key=lambda n: -close[n])
    best = close[ranked[0]]
    near = [propositions[n] for n in ranked if close[n] > best - CLEARLY]
    if best < CLOSE:
        nearest = [propositions[n] for n in ranked[:NAMED]]
        raise NoSuchProposition(quoted=words, nearest=_listed(nearest))
    if len(near) > 1:
        raise SeveralPropositions(quoted=words, candidates=_listed(near))
    return near[0]


def _listed(propositions: Sequence[Proposition]) -> str:
    return ", ".join(one.id for one in propositions)
