"""Annotated articles as they are kept: entries of the ledger, without the text.

One JSON file an article: offsets and labels only. The text comes from the corpus, and its hash
tells that it is the text that was annotated.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from reportedly.ledger import (
    Actor,
    ActorKind,
    Anonymity,
    Article,
    Attribution,
    Claim,
    Condition,
    Ledger,
    ModelInfo,
    Position,
    Span,
    Spans,
)
from training.annotation.notation import words_pattern

FOLDER = Path(__file__).parent


#: Words of the article are kept as where they stand in it.
Words = str | Span

_IN_WORDS = ("name", "title", "affiliation", "nationality", "basis")


class GoldActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor; the fields are those of the ledger's."""

    id: str
    name: Words
    kind: ActorKind
    anonymity: Anonymity = "named"
    title: Words | None = None
    affiliation: Words | None = None
    nationality: Words | None = None
    basis: Words | None = None
    justification_spans: Spans = ()
    plural: bool = False
    mentions: Spans = ()

    @classmethod
    def of(cls, actor: Actor, text: str) -> GoldActor:
        """An actor of a ledger, its words as offsets wherever the text has them."""
        values = msgspec.structs.asdict(actor)
        del values["named"], values["confidence"]
        for field in _IN_WORDS:
            found = values[field] and words_pattern(values[field]).search(text)
            values[field] = found.span() if found else values[field]
        return cls(**values)

    def actor(self, text: str) -> Actor:
        """The actor as a ledger has it."""
        values = msgspec.structs.asdict(self)
        for field in _IN_WORDS:
            if isinstance(values[field], tuple):
                values[field] = " ".join(text[slice(*values[field])].split())
        return Actor(named=self.anonymity == "named", **values)


class Trap(msgspec.Struct, frozen=True, kw_only=True):
    """Words that look like a condition and are none, and what they are instead."""

    id: str
    span: Span
    instead: Literal["concession", "question", "time", "end", "other"]


class Gold(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a reader marked in one article; the same entries as in a ledger.

    ``doubtful`` are ids of attributions that the corpus marks and the reader would not.
    """

    name: str
    id: str
    actors: tuple[GoldActor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    conditions: tuple[Condition, ...] = ()
    traps: tuple[Trap, ...] = ()
    doubtful: tuple[str, ...] = ()

    def ledger(self, article: Article) -> Ledger:
        """The ledger that a perfect reading of the article would yield.

        Raises:
            ValueError: the article is not the one that was annotated.
        """
        if article.id != self.id:
            raise ValueError(f"{self.name}: the text differs from the one that was annotated")
        return Ledger(
            model=ModelInfo(name="annotators", version="1"),
            article=article,
            actors=tuple(actor.actor(article.text) for actor in self.actors),
            attributions=self.attributions,
            claims=self.claims,
            positions=self.positions,
            conditions=self.conditions,
        )

    def to_json(self) -> str:
        """An entry a line, without what has its usual value."""
        fields = ("actors", "attributions", "claims", "positions", "conditions", "traps")
        head = {"name": self.name, "id": self.id, "doubtful": self.doubtful}
        lines = [f"{_compact(name)}: {_compact(value)}" for name, value in head.items()]
        for field in fields:
            entries = ",\n  ".join(_compact(_short(entry)) for entry in getattr(self, field))
            lines.append(f"{_compact(field)}: [\n  {entries}]" if entries else f'"{field}": []')
        return "{" + ",\n ".join(lines) + "}\n"


def _compact(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _short(entry: msgspec.Struct) -> dict[str, object]:
    defaults = {
        field.name: field.default
        for field in msgspec.structs.fields(entry)
        if field.default is not msgspec.NODEFAULT
    }
    values = msgspec.structs.asdict(entry)
    return {
        name: tuple(map(_short, value)) if name == "dates" else value
        for name, value in values.items()
        if name not in defaults or value != defaults[name]
    }


def read_gold(folder: Path) -> Iterator[Gold]:
    """The annotated articles of a folder, in order of name."""
    for path in sorted(folder.glob("*.json")):
        yield msgspec.json.decode(path.read_bytes(), type=Gold)
