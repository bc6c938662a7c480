"""A ledger → the same with other words, or without some paragraphs, in another order.

In: ledgers. Out: ledgers of texts that nobody wrote, with all spans moved along, so that many
articles can be made of a few that were read.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

import msgspec

from reportedly.consistency import DATED, REFERENCES, SPANS
from reportedly.ledger import Ledger, Span, validate

#: So many words are the most frequent ones, which stay, as they do from one report to the next.
#: With 150 of them, talk made of one article twice was the same for passages at a time.
FREQUENT: Final = 40

#: An entry goes if it loses all of one of these, or, of an attribution, any.
NEEDED: Final = {
    "attributions": ("cue_spans", "content_spans", "source_spans"),
    "claims": ("spans",),
    "positions": ("target_spans",),
    "conditions": ("outcome_spans", "requirement_spans"),
}

_TOKEN: Final = re.compile(r"\w+")
_PARAGRAPH: Final = re.compile(r"\n\s*\n")

Carry = Callable[[Span], Span | None]


class Vocabulary(NamedTuple):
    """Words to put in the place of others: those that stay, and the rest, names apart."""

    frequent: frozenset[str]
    names: Sequence[str]
    others: Sequence[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The words of some texts."""
        counts = Counter(word for text in texts for word in _TOKEN.findall(text))
        lower = [word for word, _ in counts.most_common() if word.isalpha() and word.islower()]
        frequent = frozenset(lower[:FREQUENT])
        names = [w for w in counts if w.istitle() and len(w) > 3 and w.lower() not in counts]
        return cls(frequent, sorted(names), sorted(w for w in lower[FREQUENT:] if len(w) > 3))

    def other(self, word: str, draw: random.Random) -> str:
        """Another word of the same sort; the same one if it is among the most frequent."""
        if word.isdigit():
            return str(draw.randrange(10 ** (len(word) - 1), 10 ** len(word)))
        if word.lower() in self.frequent or len(word) < 3:
            return word
        return draw.choice(self.names if word[0].isupper() else self.others)


def renamed(ledger: Ledger, words: Vocabulary, seed: int) -> Ledger:
    """An article about something else: names, numbers and most words are others, throughout."""
    draw = random.Random(seed)
    known: dict[str, str] = {}

    def swap(match: re.Match[str]) -> str:
        word = match[0]
        if word not in known:
            known[word] = words.other(word, draw)
        return known[word]

    return _replaced(ledger, swap)


def reworded(ledger: Ledger, words: Vocabulary, seed: int, share: float, start: int) -> Ledger:
    """The same article with a share of its words changed, from a place on."""
    draw = random.Random(seed)

    def swap(match: re.Match[str]) -> str:
        changes = match.start() >= start and draw.random() < share
        return words.other(match[0], draw) if changes else match[0]

    return _replaced(ledger, swap)


def rearranged(ledger: Ledger, seed: int, *, kept: float = 1.0, first: int = 0) -> Ledger:
    """The same paragraphs in another order, or only the first ones; what belongs together stays so.

    Args:
        ledger: of the article.
        seed: of the order.
        kept: with less than 1, the order stays, and so much of the text.
        first: so many paragraphs stay in front.
    """
    blocks = _blocks(ledger)
    if kept < 1:
        enough = kept * len(ledger.article.text)
        blocks = blocks[:1] + [block for block in blocks[1:] if block[1] <= enough]
    else:
        rest = blocks[first:]
        random.Random(seed).shuffle(rest)
        blocks = blocks[:first] + rest
    places, text = [], ""
    for start, end in blocks:
        text += "\n\n" if text else ""
        places.append((start, end, len(text)))
        text += ledger.article.text[start:end]

    def carry(span: Span) -> Span | None:
        for start, end, at in places:
            if start <= span[0] and span[1] <= end:
                return span[0] - start + at, span[1] - start + at
        return None

    return moved(ledger, text, carry)


def _blocks(ledger: Ledger) -> list[Span]:
    """Paragraphs, those together over which a span runs."""
    text = ledger.article.text
    ends = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    inside = set(ends)
    for layer, names in SPANS.items():
        for entry in getattr(ledger, layer):
            spans = [span for name in names for span in getattr(entry, name)]
            spans += [date.span for date in entry.dates] if layer in DATED else []
            if layer != "actors" and spans:
                spans = [(min(a for a, _ in spans), max(b for _, b in spans))]
            inside -= {end for a, b in spans for end in ends if a < end < b}
    cuts = sorted(inside | {0, len(text)})
    parts = [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(cuts)]
    return [(a, b) for a, b in parts if a < b]


class Swapped(NamedTuple):
    """A word: where it stood, and where the one in its place stands."""

    start: int
    end: int
    new_start: int
    new_end: int


def _replaced(ledger: Ledger, swap: Callable[[re.Match[str]], str]) -> Ledger:
    old = ledger.article.text
    swapped, pieces, place, length = [Swapped(0, 0, 0, 0)], [], 0, 0
    for match in _TOKEN.finditer(old):
        new = swap(match)
        at = length + match.start() - place
        pieces += [old[place : match.start()], new]
        place, length = match.end(), at + len(new)
        swapped.append(Swapped(*match.span(), at, length))
    pieces.append(old[place:])
    starts = [word.start for word in swapped]

    def carry(span: Span) -> Span:
        # A span that begins or ends within a word has all of the one in its place.
        first = swapped[bisect_right(starts, span[0]) - 1]
        last = swapped[bisect_left(starts, span[1]) - 1]
        start = first.new_end + span[0] - first.end
        return (
            first.new_start if span[0] < first.end else start,
            last.new_end + max(0, span[1] - last.end),
        )

    names = {word: _TOKEN.sub(swap, word) for actor in ledger.actors for word in _told(actor)}
    return moved(ledger, "".join(pieces), carry, names)


def _told(actor: Any) -> list[str]:
    return [one for one in (actor.name, actor.title, actor.affiliation) if one]


def moved(ledger: Ledger, text: str, carry: Carry, names: dict[str, str] | None = None) -> Ledger:
    """A ledger of another text, without the entries that it lost."""
    fields: dict[str, Any] = msgspec.to_builtins(ledger)
    fields["article"] |= {"text": text, "id": ""}
    kept: dict[str, set[str]] = {}
    for layer in SPANS:
        fields[layer] = [one for one in fields[layer] if _carried(layer, one, carry)]
        kept[layer] = {one["id"] for one in fields[layer]}
    for layer, targets in REFERENCES.items():
        for entry in fields[layer]:
            for name, target in targets.items():
                if isinstance(entry[name], str) and entry[name] not in kept[target]:
                    entry[name] = None
    for actor in fields["actors"]:
        for name in ("name", "title", "affiliation"):
            actor[name] = (names or {}).get(actor[name], actor[name])
    made = msgspec.convert(fields, Ledger)
    validate(made)
    return made


def _carried(layer: str, entry: dict[str, Any], carry: Carry) -> bool:
    """Move the spans of an entry; whether it is still whole."""
    whole = True
    for name in SPANS[layer]:
        spans = [carry((start, end)) for start, end in entry[name]]
        entry[name] = [span for span in spans if span is not None]
        lost = len(entry[name]) < len(spans)
        whole = whole and not (lost and name in NEEDED.get(layer, ()))
    if layer in DATED:
        dated = [(date, carry((date["span"][0], date["span"][1]))) for date in entry["dates"]]
        entry["dates"] = [date | {"span": span} for date, span in dated if span is not None]
    return whole
