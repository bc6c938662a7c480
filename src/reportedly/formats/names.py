"""A ledger's actors and claims → the words in which every format speaks of them.

In: a `Ledger`. Out: names, chains of custody from the reader's side, descriptions of sources that
have no name in the terms of newsrooms, and short badges for what a reader should not overlook.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from reportedly.ledger import OUTLET, Act, Actor, ActorKind, Certainty, Ledger

#: What the outlet is called if the ledger does not know its name.
HERE: Final = "this article"

#: Stands between the links of a chain: what is on its left has it from what is on its right.
ARROW: Final = " ← "

#: Badge of what is passed on as hearsay.
HEARSAY: Final = "hearsay"

#: Badges of a certainty that is not plain.
UNCERTAIN: Final[dict[Certainty, str]] = {
    "probable": "probable",
    "possible": "possible",
    "unknown": "open",
}

#: Acts that assert nothing anyway: that what is asked for or planned is open needs no badge.
UNASSERTED: Final[frozenset[Act]] = frozenset(
    {"desire", "intention", "offer", "opposition", "order", "promise", "proposal", "question",
     "request", "support"}
)  # fmt: skip

#: What a source is that is not people.
NOUNS: Final[dict[ActorKind, str]] = {
    "organization": "an organization",
    "government": "a government",
    "outlet": "an outlet",
    "document": "a document",
    "other": "a source",
}

#: Words at the head of a description that tell how many people there are.
NUMBERS: Final = "two three four five six seven eight nine ten eleven twelve"

#: Words before a noun that do not change what it names.
DETERMINERS: Final = "a an any her his its my our that the their these this those your"

_NUMBERS: Final = frozenset(NUMBERS.split())
_DETERMINERS: Final = frozenset(DETERMINERS.split())
_PLAIN: Final = re.compile(r"\w+(?:[’'-]\w+)*")


def names_of(ledger: Ledger) -> dict[str, str]:
    """What each actor is called, by its id; the outlet always has an entry.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> names_of(ledger)
    {'A0': 'this article'}
    """
    names = {actor.id: _name(actor) for actor in ledger.actors}
    named_in_text = {actor.id for actor in ledger.actors if actor.mentions}
    outlet = names.get(OUTLET) if OUTLET in named_in_text else None
    return {**names, OUTLET: ledger.article.outlet or outlet or HERE}


def _name(actor: Actor) -> str:
    """Its name; a description that began a sentence, as it stands within one: "a diplomat"."""
    first, _, rest = actor.name.partition(" ")
    lower = not actor.named and rest and first.lower() in _DETERMINERS
    return f"{first.lower()} {rest}" if lower else actor.name


def chain_of(chain: Iterable[str], names: Mapping[str, str]) -> str:
    """A chain of custody in words, from the reader's side.

    >>> chain_of(["A0", "A4"], {"A0": "The Echo", "A4": "a diplomat"})
    'The Echo ← a diplomat'
    """
    return ARROW.join(names.get(link, link) for link in chain)


def badges_of(actor: Actor | None) -> tuple[str, ...]:
    """What a reader should know of a source at a glance: nothing, if it is named."""
    return () if actor is None or actor.named else (actor.anonymity,)


def weights_of(ledger: Ledger) -> dict[str | None, tuple[str, ...]]:
    """Badges of what each attribution says, by its id: hearsay, and certainty if it is not plain.

    Those of the outlet's own voice stand under null.
    """
    acts = {entry.id: entry.act for entry in ledger.attributions}
    found: dict[str | None, set[str]] = defaultdict(set)
    for claim in ledger.claims:
        if claim.hearsay:
            found[claim.attribution].add(HEARSAY)
        evident = claim.certainty == "unknown" and acts.get(claim.attribution or "") in UNASSERTED
        if claim.certainty in UNCERTAIN and not evident:
            found[claim.attribution].add(UNCERTAIN[claim.certainty])
    order = (HEARSAY, *UNCERTAIN.values())
    return {entry: tuple(one for one in order if one in of) for entry, of in found.items()}


def described(actor: Actor) -> str:
    """A source in the terms that editors use: how many, official of what, how close to the matter.

    Of a source with a name, the name tells how many it is.

    >>> described(Actor(id="A1", name="two French officials", kind="group", plural=True,
    ...                 named=False, anonymity="withheld", title="officials",
    ...                 nationality="French", basis="with knowledge of the matter"))
    'two people, officials, French, “with knowledge of the matter”'
    >>> described(Actor(id="A2", name="a source", kind="person", named=False,
    ...                 anonymity="withheld"))
    'one person, basis not stated'
    >>> described(Actor(id="A3", name="Ida Falk", kind="person", named=True, anonymity="named",
    ...                 title="chair", affiliation="the pilots’ union"))
    'chair, the pilots’ union'
    """
    many = None if actor.named else _how_many(actor)
    parts = [many, actor.title, actor.affiliation, actor.nationality]
    if actor.basis:
        parts.append(f"“{actor.basis}”")
    elif actor.anonymity == "withheld":
        parts.append("basis not stated")
    return ", ".join(part for part in parts if part)


def _how_many(actor: Actor) -> str:
    if actor.kind in NOUNS:
        return NOUNS[actor.kind]
    if actor.kind == "person" and not actor.plural:
        return "one person"
    first = actor.name.lower().split()[:3]
    numbers = [word for word in first if word in _NUMBERS or word.isdigit()]
    return f"{numbers[0]} people" if numbers else "several people"


def key_of(words: str) -> str:
    """What stays alike where a text speaks of one thing twice: "a plan", then "the plan".

    Equal words are one thing, but for letter case, punctuation and a determiner before them.

    >>> key_of("“The plan,”") == key_of("a plan")
    True
    """
    found = _PLAIN.findall(words.casefold())
    while len(found) > 1 and found[0] in _DETERMINERS:
        del found[0]
    return " ".join(found)


def unsourced_hearsay(ledger: Ledger) -> list[int]:
    """Where the outlet itself passes on hearsay: the offsets of its markers, or of the claims."""
    return sorted(
        min(start for start, _ in claim.markers or claim.spans)
        for claim in ledger.claims
        if claim.hearsay and claim.attribution is None and (claim.markers or claim.spans)
    )
