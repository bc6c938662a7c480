"""Ledgers for the tests of formats: written by hand as marked-up text, or any at all."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final, get_args

from hypothesis import strategies as st

from reportedly.ledger import (
    Actor,
    ActorKind,
    Anonymity,
    Article,
    Attribution,
    Certainty,
    Claim,
    Condition,
    Ledger,
    ModelInfo,
    Position,
    Relation,
    Span,
    Stance,
)

MODEL: Final = ModelInfo(name="small", version="1.0")

_TOKEN: Final = re.compile(r"\[(?P<id>R\d+)\.(?P<role>source|cue|content) |(?P<end>\])")


def ledger_of(marked: str, *, article: dict[str, Any] | None = None, **entries: Any) -> Ledger:
    """A ledger from text with marks: ``[R1.source She] [R1.cue said] [R1.content so].``"""
    text, at = "", 0
    open_marks: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for token in _TOKEN.finditer(marked):
        text += marked[at : token.start()]
        at = token.end()
        if token["end"] and not open_marks:
            text += "]"
        elif token["end"]:
            entry, role, start = open_marks.pop()
            spans[entry][f"{role}_spans"].append((start, len(text)))
        else:
            open_marks.append((token["id"], token["role"], len(text)))
    text += marked[at:]
    return Ledger(
        model=MODEL,
        article=Article(text=text, **(article or {})),
        attributions=tuple(
            _entry(name, spans[name], entries.get(name, {}))
            for name in sorted(spans, key=lambda name: int(name[1:]))
        ),
    )


def _entry(name: str, spans: dict[str, list[Span]], others: dict[str, Any]) -> Attribution:
    fields: dict[str, Any] = {role: tuple(sorted(found)) for role, found in spans.items()}
    return Attribution(id=name, **fields, **others)


FERRY: Final = ledger_of(
    "The ferry is late.\n\n"
    "[R1.content “It will sail,”] [R1.cue said] [R1.source Ida Falk]. "
    "[R2.source Aides] [R2.cue say] "
    "[R2.content that [R3.source she] [R3.cue doubts] [R3.content it can sail]].\n",
    article={"title": "Ferry", "outlet": "The Daily Example", "published": "2024-03-04"},
    R1={"quotation": "direct", "confidence": 0.97},
    R2={"confidence": 0.8},
    R3={"within": "R2", "act": "doubt", "confidence": 0.4},
)

# Any text that a ledger can hold: controls, right-to-left, emoji, markup, but no half characters.
any_text: Final = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("<>&\"'\r\n\t \x00\x1b\x85\u2028\u202e\u200d\u0301家👩"),
    ),
    max_size=80,
)


@st.composite
def any_ledgers(draw: st.DrawFn) -> Ledger:
    """Any text with a few entries of each layer anywhere in it, overlapping as they like."""
    text = draw(any_text)
    offset = st.integers(0, len(text))
    span = st.tuples(offset, offset).map(lambda pair: (min(pair), max(pair)))
    spans = st.lists(span.filter(lambda pair: pair[0] < pair[1]), max_size=2).map(tuple)
    some = spans if text else st.just(())
    actors = [draw(any_actors(f"A{number}")) for number in range(draw(st.integers(0, 3)))]
    ids = [actor.id for actor in actors]
    someone = st.sampled_from([None, *ids])
    chains = st.lists(st.sampled_from(ids), max_size=3).map(tuple) if ids else st.just(())
    entries: list[Attribution] = []
    for number in range(draw(st.integers(0, 4))):
        outer = st.sampled_from([None, *(entry.id for entry in entries)])
        entries.append(
            Attribution(
                id=f"R{number + 1}",
                source=draw(someone),
                source_spans=draw(some),
                cue_spans=draw(some),
                content_spans=draw(some),
                negated=draw(st.booleans()),
                chain=draw(chains),
                within=draw(outer),
            )
        )
    holder = st.sampled_from([None, *(entry.id for entry in entries)])
    title = draw(st.none() | any_text)
    return Ledger(
        model=MODEL,
        article=Article(text=text, title=title, outlet=draw(st.none() | any_text), url=title),
        actors=tuple(actors),
        attributions=tuple(entries),
        claims=tuple(
            Claim(
                id=f"C{number}",
                spans=draw(some),
                attribution=draw(holder),
                certainty=draw(st.sampled_from(get_args(Certainty))),
                hearsay=draw(st.booleans()),
                markers=draw(some),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        positions=tuple(
            Position(
                id=f"P{number}",
                actor=draw(st.sampled_from(ids)),
                stance=draw(st.sampled_from(get_args(Stance))),
                target_spans=draw(some),
                attribution=draw(holder),
            )
            for number in range(draw(st.integers(0, 3)) if ids else 0)
        ),
        conditions=tuple(
            Condition(
                id=f"K{number}",
                outcome_spans=draw(some),
                requirement_spans=draw(some),
                relation=draw(st.sampled_from(get_args(Relation))),
                attribution=draw(holder),
            )
            for number in range(draw(st.integers(0, 3)))
        ),
    )


@st.composite
def any_actors(draw: st.DrawFn, id_: str) -> Actor:
    """An actor of any kind, under any name."""
    anonymity = draw(st.sampled_from(get_args(Anonymity)))
    return Actor(
        id=id_,
        name=draw(any_text),
        kind=draw(st.sampled_from(get_args(ActorKind))),
        named=anonymity == "named",
        anonymity=anonymity,
        basis=draw(st.none() | any_text),
    )
