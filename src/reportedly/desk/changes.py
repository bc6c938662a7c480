"""Two texts of one article → what was taken out, put in and put otherwise.

In: the text before and after. Out: `Change`s in the order of the later text. Sentences are compared
first, and the words of those that were put otherwise (Ratcliff & Metzener 1988, as in `difflib`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from reportedly.ledger import Span
from reportedly.sentences import sentences

Kind = Literal["removed", "added", "reworded"]

#: Sentences less like each other than this are another sentence, not the same one in other words.
ALIKE: Final = 0.5

#: Runs of more sentences than this are not compared each with each.
LONGEST_RUN: Final = 200


class Change(NamedTuple):
    """A sentence that changed: where it stands before and after; an empty span where it does not.

    ``pieces`` are the stretches that differ, each before and after, of a sentence put otherwise.
    """

    kind: Kind
    before: Span
    after: Span
    pieces: tuple[tuple[Span, Span], ...] = ()


def changes(before: str, after: str) -> list[Change]:
    """What changed between two texts of an article.

    >>> old = "The ferry sank. Nobody was hurt. It will be raised."
    >>> new = "The ferry sank. Nobody was killed. It will be raised. It was old."
    >>> for change in changes(old, new):
    ...     print(change.kind, old[slice(*change.before)], "->", new[slice(*change.after)])
    reworded Nobody was hurt. -> Nobody was killed.
    added  -> It was old.
    """
    old, new = list(sentences(before)), list(sentences(after))
    words_before = [" ".join(before[a:b].split()) for a, b in old]
    words_after = [" ".join(after[a:b].split()) for a, b in new]
    found: list[Change] = []
    matcher = SequenceMatcher(None, words_before, words_after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            found.extend(_run(before, after, old[i:j], new[k:m], new[k - 1][1] if k else 0))
    return found


def _run(
    before: str, after: str, old: Sequence[Span], new: Sequence[Span], place: int
) -> Iterator[Change]:
    """The changes of a run of sentences that stands between two that stayed."""
    left = list(old)
    for span in new:
        others = left if len(old) <= LONGEST_RUN else left[:1]
        grades = [
            (_likeness(before[slice(*o)], after[slice(*span)]), -n) for n, o in enumerate(others)
        ]
        best, at = max(grades, default=(0.0, 0))
        if best < ALIKE:
            yield Change("added", (0, 0), span)
            continue
        for gone in left[:-at]:
            yield Change("removed", gone, (place, place))
        yield Change("reworded", left[-at], span, _pieces(before, after, left[-at], span))
        del left[: 1 - at]
        place = span[1]
    for gone in left:
        yield Change("removed", gone, (place, place))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _pieces(before: str, after: str, old: Span, new: Span) -> tuple[tuple[Span, Span], ...]:
    """The words that differ."""
    one, other = _words(before, old), _words(after, new)
    matcher = SequenceMatcher(
        None, [before[a:b] for a, b in one], [after[a:b] for a, b in other], autojunk=False
    )
    return tuple(
        (_around(one, i, j, old), _around(other, k, m, new))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )


def _words(text: str, span: Span) -> list[Span]:
    found: list[Span] = []
    start, end = span
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        stop = start
        while stop < end and not text[stop].isspace():
            stop += 1
        if stop > start:
            found.append((start, stop))
        start = stop
    return found


def _around(words: Sequence[Span], first: int, end: int, sentence: Span) -> Span:
    """From the first to the last of some words; an empty span where there are none."""
    if first < end:
        return words[first][0], words[end - 1][1]
    place = words[first][0] if first < len(words) else sentence[1]
    return place, place
