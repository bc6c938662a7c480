"""A ledger → its source audit: whose voice the article speaks in, and what hangs by one thread.

In: a `Ledger`. Out: the `Audit` of it for a terminal; a row a sentence, with who vouches for it and
through how many hands; and all its figures as plain values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.audit import DIRECT, Audit, Sentence, Words, audit
from reportedly.formats.names import badges_of, chain_of, described, names_of
from reportedly.formats.printable import on_one_line, shortened
from reportedly.formats.styles import CHAIN_STYLE, SOURCE_STYLE, badge
from reportedly.formats.view import View
from reportedly.formats.voices import bar, legend, origins_of
from reportedly.ledger import Actor, Ledger

#: Cells of the bar.
BAR: Final = 60

#: Sources on screen at most, those first that most rests on; every other format has all of them.
MOST_ON_SCREEN: Final = 12

#: Characters of a sentence on screen at most; every other format has all of it.
LONGEST_ON_SCREEN: Final = 180

COLUMNS: Final = (
    "article", "sentence", "start", "end", "text", "words", *Words.__struct_fields__, "sources",
    "anonymity", "chain", "relays", "single",
)  # fmt: skip


def table(ledger: Ledger) -> RenderableType:
    """The audit for a terminal."""
    found = audit(ledger)
    if not found.words.total:
        return Text("There are no words in this text.", "dim")
    parts: list[RenderableType] = [bar(found.words, BAR), legend(found.words), _sum(found)]
    if found.sources:
        parts += [*_threads(ledger, found), _sources(ledger, found)]
    return Group(*parts)


def _sum(found: Audit) -> Text:
    counts = f"{found.words.total:,} words · {_sentences(len(found.sentences))}"
    return Text(f"{counts} · {origins_of(found)}", "dim")


def _sentences(number: int) -> str:
    return f"{number:,} sentence{'' if number == 1 else 's'}"


def _threads(ledger: Ledger, found: Audit) -> Iterator[RenderableType]:
    """The sentences that rest on one source without a name, below that source."""
    single = [(number, one) for number, one in enumerate(found.sentences, 1) if one.single]
    head = f"{len(single)} of {_sentences(len(found.sentences))}"
    yield Text.assemble("\n", ("Resting on one source without a name: ", "bold"), head)
    names, actors = names_of(ledger), {actor.id: actor for actor in ledger.actors}
    groups: dict[str, list[tuple[int, Sentence]]] = defaultdict(list)
    for number, sentence in single:
        groups[sentence.sources[0].actor].append((number, sentence))
    for id_, sentences in groups.items():
        chain = max((one.sources[0].chain for _, one in sentences), key=len)
        yield _source(actors[id_], names)
        if len(chain) > DIRECT:
            yield Padding(Text(on_one_line(chain_of(chain, names)), CHAIN_STYLE), (0, 0, 0, 2))
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", style="dim", width=5)
        grid.add_column(overflow="fold")
        for number, sentence in sentences:
            words = on_one_line(ledger.article.text[slice(*sentence.span)])
            grid.add_row(str(number), Text(shortened(words, LONGEST_ON_SCREEN)))
        yield grid


def _source(actor: Actor, names: dict[str, str]) -> Text:
    shown = Text(on_one_line(names[actor.id]), SOURCE_STYLE)
    for word in badges_of(actor):
        shown.append(" ").append_text(badge(word))
    return shown.append(f" {on_one_line(described(actor))}", "dim")


def _sources(ledger: Ledger, found: Audit) -> Table:
    names, actors = names_of(ledger), {actor.id: actor for actor in ledger.actors}
    shown = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    shown.add_column("Source", overflow="fold")
    for head in ("Words", "Share", "Statements"):
        shown.add_column(head, justify="right", no_wrap=True)
    for one in found.sources[:MOST_ON_SCREEN]:
        share = f"{one.words / found.words.total:.0%}"
        source = _source(actors[one.actor], names)
        shown.add_row(source, f"{one.words:,}", share, str(one.statements))
    if len(found.sources) > MOST_ON_SCREEN:
        shown.add_row(Text(f"and {len(found.sources) - MOST_ON_SCREEN} more", "dim"))
    return shown


def _rows(ledger: Ledger) -> Iterator[tuple[str, ...]]:
    names, actors = names_of(ledger), {actor.id: actor for actor in ledger.actors}
    for number, one in enumerate(audit(ledger).sentences, 1):
        relays = max((len(part.chain) for part in one.sources), default=0) - DIRECT
        yield (
            str(number),
            *map(str, one.span),
            ledger.article.text[slice(*one.span)],
            str(one.words.total),
            *(str(count) for count in msgspec.structs.astuple(one.words)),
            "; ".join(names[part.actor] for part in one.sources),
            "; ".join(actors[part.actor].anonymity for part in one.sources),
            "; ".join(chain_of(part.chain, names) for part in one.sources),
            str(max(relays, 0)),
            str(one.single).lower(),
        )


def _record(ledger: Ledger) -> dict[str, object]:
    found = audit(ledger)
    names, actors = names_of(ledger), {actor.id: actor for actor in ledger.actors}
    return {
        "words": {"total": found.words.total, **msgspec.structs.asdict(found.words)},
        "origins": [{"actor": id_, "name": names[id_]} for id_ in found.origins],
        "sources": [
            {
                "actor": one.actor,
                "name": names[one.actor],
                "kind": actors[one.actor].kind,
                "anonymity": actors[one.actor].anonymity,
                "described": described(actors[one.actor]),
                "words": one.words,
                "statements": one.statements,
            }
            for one in found.sources
        ],
        "sentences": [
            {
                "span": one.span,
                "text": ledger.article.text[slice(*one.span)],
                "words": one.words,
                "sources": [
                    {
                        "actor": part.actor,
                        "name": names[part.actor],
                        "words": part.words,
                        "chain": [names[link] for link in part.chain],
                    }
                    for part in one.sources
                ],
                "single": one.single,
            }
            for one in found.sentences
        ],
    }


AUDIT: Final = View(columns=COLUMNS, rows=_rows, record=_record, shown=table)
"""The audit as ``reportedly audit`` prints it."""
