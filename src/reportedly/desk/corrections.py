"""A reading and what people decided about it → the ledger with their corrections.

In: a ledger, corrections, and the texts that they were made on. Out: the corrected ledger, which
corrections were applied, which found nothing to apply to, and which contradict each other. What
becomes of entries that depend on another one is told in `reportedly.desk.dependents`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from reportedly.desk import dependents
from reportedly.desk.applying import apply
from reportedly.desk.carrying import Carry, carrier
from reportedly.desk.decisions import Change, Correction, Decision, Mark
from reportedly.errors import InvalidLedger
from reportedly.ledger import Ledger

__all__ = [
    "Change", "Conflict", "Corrected", "Correction", "Decision", "Mark", "corrected", "keys_of",
]  # fmt: skip

#: How the flag of a corrected ledger begins; the keys of what was applied stand behind it.
FLAG: Final = "corrected:"


class Conflict(NamedTuple):
    """Two corrections, by number, of different people who disagree; the later one holds.

    ``earlier`` is None if the later one alone would break the ledger, and so was not applied.
    """

    earlier: int | None
    later: int


class Corrected(NamedTuple):
    """A ledger with corrections; the numbers of those applied and of those that found nothing."""

    ledger: Ledger
    applied: tuple[int, ...] = ()
    nothing: tuple[int, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def corrected(
    ledger: Ledger, corrections: Iterable[Correction], texts: Mapping[str, str] | None = None
) -> Corrected:
    """Apply corrections to a ledger, in the order of their numbers; the last one on a field wins.

    Args:
        ledger: as it was read, or corrected before: then only later corrections are applied.
        corrections: those of the ledger's article; those that are undone are passed over.
        texts: the article's other texts, by their SHA-256; corrections of a text that is not
            among them find nothing.

    Returns:
        a valid ledger whose flag tells what was applied.

    >>> from reportedly.desk.snapshots import snapshot
    >>> from reportedly.ledger import Article, Claim, ModelInfo
    >>> claim = Claim(id="C1", spans=((0, 5),), certainty="certain", confidence=0.4)
    >>> info, article = ModelInfo(name="none", version="0"), Article(text="Rain.")
    >>> ledger = Ledger(model=info, article=article, claims=(claim,))
    >>> accepted = Correction(
    ...     number=1, digest=ledger.article.id, entry=snapshot(ledger, "claim", claim),
    ...     decision="accept", author="Ann", time="2024-03-04T09:30:00Z",
    ... )
    >>> corrected(ledger, [accepted]).ledger.claims[0].confidence
    1.0
    """
    ordered = sorted((one for one in corrections if not one.undone), key=lambda one: one.number)
    known = keys_of(ledger)
    dealt_with = max((n for n, one in enumerate(ordered, 1) if one.key in known), default=0)
    carries = _carries(ledger, ordered[dealt_with:], texts or {})
    applied = [one for one in ordered[:dealt_with] if one.key in known]
    nothing = [one.number for one in ordered[:dealt_with] if one.key not in known]
    conflicts: list[Conflict] = []
    decided: defaultdict[str, list[Correction]] = defaultdict(list)
    now = ledger
    for one in ordered[dealt_with:]:
        carry = carries.get(one.digest)
        try:
            done = carry and apply(now, one, carry)
        except InvalidLedger:
            conflicts.append(Conflict(None, one.number))
            continue
        if not done:
            nothing.append(one.number)
            continue
        now, entry = done
        against = [other.number for other in decided[entry] if _disagree(other, one)]
        conflicts.extend(Conflict(other, one.number) for other in against)
        decided[entry].append(one)
        applied.append(one)
    for entry, ones in decided.items():
        if ones[-1].decision == "reject":
            now = dependents.without(now, entry)
    numbers = tuple(one.number for one in applied)
    return Corrected(_flagged(now, applied), numbers, tuple(nothing), tuple(conflicts))


def keys_of(ledger: Ledger) -> set[str]:
    """The keys of the corrections that were applied to a ledger."""
    told = (flag.removeprefix(FLAG) for flag in ledger.flags if flag.startswith(FLAG))
    return {key for one in told for key in one.split(",")}


def _carries(
    ledger: Ledger, corrections: Sequence[Correction], texts: Mapping[str, str]
) -> dict[str, Carry]:
    """What carries spans to the text of a ledger, from each text that was corrected."""
    own = ledger.article
    digests = {one.digest for one in corrections}
    # The texts of a desk have a space for each NUL, which some databases do not take.
    there = own.text.replace("\0", " ")
    found = {one: carrier(texts[one], there) for one in digests if one in texts and one != own.id}
    return {**found, own.id: lambda span: span}


def _flagged(ledger: Ledger, applied: Sequence[Correction]) -> Ledger:
    if not applied:
        return ledger
    flags = [flag for flag in ledger.flags if not flag.startswith(FLAG)]
    keys = dict.fromkeys([*sorted(keys_of(ledger)), *(one.key for one in applied)])
    return msgspec.structs.replace(ledger, flags=(*flags, FLAG + ",".join(sorted(keys))))


def _disagree(earlier: Correction, later: Correction) -> bool:
    """Whether two people decided differently on one entry; who changes their mind may do so."""
    if earlier.author == later.author:
        return False
    if "reject" in (earlier.decision, later.decision):
        return earlier.decision != later.decision
    before = {change.field: change.new for change in earlier.changes}
    return any(one.field in before and before[one.field] != one.new for one in later.changes)
