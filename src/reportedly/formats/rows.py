"""A ledger's attributions → the rows and the sums that every format shows of them.

In: a `Ledger`. Out: `Row`, one an attribution, those nested in it right below it; and `Counts`.
What the ledger does not know of an attribution, its row leaves empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from reportedly.audit import DIRECT
from reportedly.formats.names import badges_of, chain_of, names_of, weights_of
from reportedly.ledger import LAYERS, Actor, Attribution, Ledger, Span

#: What stands where the text names no source.
NO_SOURCE: Final = "—"

#: Below this probability an entry is worth a second look, and shown so.
UNSURE: Final = 0.5

#: What the flags of a ledger mean, for people.
FLAGS: Final = {
    "not-english": "Read although it does not look like English; trust it less.",
    **{f"without-{layer}": f"Read without {layer}, as asked." for layer in LAYERS},
    "corrected": "Corrected by people: what they decided is in it.",
}

_WORD: Final = re.compile(r"\S+")


class Row(NamedTuple):
    """One attribution in words.

    ``number`` is its position in ``ledger.attributions``; ``depth`` is 0 for an attribution of its
    own, 1 for one within it, and so on. ``how`` is the cue as it stands in the text; ``what``
    includes the sentences that go on without a cue. ``name`` is what the source is called, however
    the text refers to it there; ``chain`` how its words came to the reader; ``badges`` what to know
    of it, and ``weight`` how much weight what it says can bear, if that is not plain.
    """

    number: int
    id: str
    depth: int
    who: str
    how: str
    what: str
    entry: Attribution
    actor: Actor | None = None
    name: str = ""
    chain: str = ""
    badges: tuple[str, ...] = ()
    weight: tuple[str, ...] = ()

    @property
    def relayed(self) -> bool:
        """Whether somebody stands between the outlet and the source."""
        return len(self.entry.chain) > DIRECT


class Counts(NamedTuple):
    """How many attributions there are, of which kind; ``words`` and ``attributed`` count words."""

    attributions: int
    direct: int
    indirect: int
    mixed: int
    nested: int
    words: int
    attributed: int

    @property
    def share(self) -> float:
        """How much of the text stands within an attribution's content, from 0 to 1."""
        return self.attributed / self.words if self.words else 0.0

    def __str__(self) -> str:
        if not self.attributions:
            return "no attributions"
        kinds = [
            f"{number} {name}"
            for number, name in (
                (self.direct, "direct"),
                (self.indirect, "indirect"),
                (self.mixed, "mixed"),
            )
            if number
        ]
        plural = "" if self.attributions == 1 else "s"
        nested = f"; {self.nested} nested" if self.nested else ""
        return f"{self.attributions} attribution{plural}: {', '.join(kinds)}{nested}"


def rows(ledger: Ledger) -> list[Row]:
    """Return a row for each attribution, in the order of the text, nested ones below their own.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> text = "Aides say she doubts it."
    >>> outer = Attribution(id="R1", source_spans=((0, 5),), cue_spans=((6, 9),),
    ...                     content_spans=((10, 23),))
    >>> inner = Attribution(id="R2", source_spans=((10, 13),), cue_spans=((14, 20),),
    ...                     content_spans=((21, 23),), within="R1")
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text=text),
    ...                 attributions=(outer, inner))
    >>> for row in rows(ledger):
    ...     print(row.id, row.depth, row.who, row.how, row.what, sep=" | ")
    R1 | 0 | Aides | say | she doubts it
    R2 | 1 | she | doubts | it
    """
    actors = {actor.id: actor for actor in ledger.actors}
    names, weights = names_of(ledger), weights_of(ledger)
    return [
        Row(
            number=number,
            id=entry.id,
            depth=depth,
            who=ledger.text_of(entry.source_spans) or NO_SOURCE,
            how=ledger.text_of(entry.cue_spans),
            what=ledger.text_of((*entry.content_spans, *entry.carried_spans)),
            entry=entry,
            actor=actors.get(entry.source or ""),
            name=names.get(entry.source or "", ""),
            chain=chain_of(entry.chain, names),
            badges=badges_of(actors.get(entry.source or "")),
            weight=weights.get(entry.id, ()),
        )
        for number, entry, depth in _nested(ledger)
    ]


def _nested(ledger: Ledger) -> Iterator[tuple[int, Attribution, int]]:
    inner: dict[str | None, list[tuple[int, Attribution]]] = defaultdict(list)
    for number, entry in enumerate(ledger.attributions):
        inner[entry.within].append((number, entry))
    waiting = [(*one, 0) for one in reversed(inner[None])]
    while waiting:
        number, entry, depth = waiting.pop()
        yield number, entry, depth
        waiting += [(*one, depth + 1) for one in reversed(inner[entry.id])]


def meaning(flag: str) -> str:
    """What a flag of a ledger tells people; a flag that is not known stands for itself.

    >>> meaning("not-english")
    'Read although it does not look like English; trust it less.'
    """
    return FLAGS.get(flag.partition(":")[0], flag)


def place(entry: Attribution) -> int:
    """The offset where an attribution is pointed at: its cue, or whatever else begins it."""
    spans = entry.cue_spans or entry.source_spans or entry.content_spans
    return min((start for start, _ in spans), default=0)


def quoted_stretches(ledger: Ledger) -> list[Span]:
    """The stretches of text within any content, in order, merged where they overlap or touch."""
    spans = sorted(
        span
        for entry in ledger.attributions
        for span in (*entry.content_spans, *entry.carried_spans)
    )
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def counts(ledger: Ledger) -> Counts:
    """Count a ledger's attributions and the words that stand within them.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> article = Article(text="Rain is likely, she said.")
    >>> said = Attribution(id="R1", cue_spans=((20, 24),), content_spans=((0, 14),))
    >>> sums = counts(Ledger(model=ModelInfo(name="none", version="0"), article=article,
    ...                      attributions=(said,)))
    >>> print(sums)
    1 attribution: 1 indirect
    >>> sums.words, sums.attributed
    (5, 3)
    """
    kinds = [entry.quotation for entry in ledger.attributions]
    text = ledger.article.text
    return Counts(
        attributions=len(kinds),
        direct=kinds.count("direct"),
        indirect=kinds.count("indirect"),
        mixed=kinds.count("mixed"),
        nested=sum(entry.within is not None for entry in ledger.attributions),
        words=_words(text),
        attributed=sum(_words(text[start:end]) for start, end in quoted_stretches(ledger)),
    )


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
