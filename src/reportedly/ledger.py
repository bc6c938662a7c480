"""The ledger: what reading one article yields.

In: plain values. Out: immutable objects that turn into JSON and back without loss.

Every offset is a half-open ``[start, end)`` count of Unicode code points into ``Article.text``,
which is the text exactly as read. The names of all fields are a contract with other tools:
fields may be added, never renamed. ``docs/ledger.schema.json`` is generated from this module.
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal, get_args

import msgspec
from msgspec import Meta

from reportedly.consistency import validate
from reportedly.errors import BrokenUnicode, InvalidLedger
from reportedly.schemas import schema_of

__all__ = [
    "FORMAT", "OUTLET", "Act", "Actor", "ActorKind", "Anonymity", "Article", "Attribution",
    "Certainty", "Claim", "Condition", "Date", "Ledger", "ModelInfo", "Polarity", "Position",
    "Quotation", "Relation", "Span", "Spans", "Stance", "Time", "schema", "validate",
]  # fmt: skip

FORMAT: Final = "reportedly.ledger/1"

GAP: Final = " … "
"""What ``Ledger.text_of`` puts between the fragments of a discontinuous span."""

OUTLET: Final = "A0"
"""The id of the actor that is the outlet itself, the first link of every chain."""

ROWS_SHOWN: Final = 100
"""So many attributions a notebook shows; thousands would slow the browser down."""

Span = tuple[Annotated[int, Meta(ge=0)], Annotated[int, Meta(ge=0)]]
"""A half-open ``[start, end)`` pair of code-point offsets into the article's text."""

Spans = tuple[Span, ...]
"""One stretch of text, in one piece or several, since a source, cue or content may be split."""

ActorKind = Literal["person", "group", "organization", "government", "outlet", "document", "other"]
Anonymity = Literal["named", "withheld", "unnamed"]
Quotation = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "statement", "belief", "doubt", "denial", "intention", "desire", "proposal", "support",
    "opposition", "request", "offer", "promise", "warning", "order", "question", "evaluation",
    "perception", "evidence",
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["positive", "negative", "unknown"]
Time = Literal["past", "present", "future", "hypothetical"]
Stance = Literal[
    "proposes", "supports", "opposes", "doubts", "requests", "offers", "warns", "intends",
    "reluctant", "conditional", "undecided", "mixed", "withholds",
]  # fmt: skip
Relation = Literal["requires", "if", "unless", "until"]

#: What a ledger holds, by the names of its lists. Attributions are always read.
Layer = Literal["actors", "attributions", "claims", "positions", "conditions"]
LAYERS: tuple[Layer, ...] = get_args(Layer)

Id = Annotated[str, Meta(min_length=1, description="unique within the ledger")]
Chain = Annotated[
    tuple[str, ...],
    Meta(
        description="ids of actors, from the outlet itself (A0) through every relay to the source"
    ),
]
Day = Annotated[str, Meta(description="a day, as 2024-03-04")]
Confidence = Annotated[
    float, Meta(ge=0, le=1, description="the calibrated probability that the entry is right")
]


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What all entries share: immutable, compared and hashed by value."""


class ModelInfo(_Entry, frozen=True, kw_only=True):
    """The model that read the article."""

    name: str
    version: str


class Article(_Entry, frozen=True, kw_only=True):
    r"""A news text as read, and what is known about it.

    ``text`` is never normalised. ``id`` is the SHA-256 of the text in UTF-8, in hexadecimal;
    leave it out and it is computed.

    Raises:
        BrokenUnicode: a string holds a lone surrogate, which JSON cannot carry.

    >>> article = Article(text="Rain is likely, the Met Office said.", outlet="The Daily Example")
    >>> article.id[:8], article.outlet
    ('f4f2d964', 'The Daily Example')
    """

    id: Annotated[str, Meta(description="the SHA-256 of the text in UTF-8, in hexadecimal")] = ""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Day | None = None
    url: str | None = None
    language: Annotated[str, Meta(description="ISO 639-1 code")] | None = "en"
    text: str

    def __post_init__(self) -> None:
        for field in self.__struct_fields__:
            try:
                encoded = (getattr(self, field) or "").encode()
            except UnicodeEncodeError as error:
                raise BrokenUnicode(field=field, offset=error.start) from None
        if not self.id:  # the text is the last field, so what is encoded now is the text
            msgspec.structs.force_setattr(self, "id", hashlib.sha256(encoded).hexdigest())


class Date(_Entry, frozen=True, kw_only=True):
    """A date or range that the text names; either end may be null ("before June")."""

    span: Span
    start: Day | None = None
    end: Day | None = None


class Actor(_Entry, frozen=True, kw_only=True):
    """Someone or something that says, holds or is asked something, or relays it.

    Withheld: known to the reporter, the name held back. Unnamed: merely not named.
    """

    id: Id
    name: str
    kind: ActorKind
    named: Annotated[bool, Meta(description='true exactly if anonymity is "named"')]
    anonymity: Anonymity
    title: Annotated[str, Meta(description="a formal position")] | None = None
    affiliation: str | None = None
    nationality: str | None = None
    basis: (
        Annotated[str, Meta(description="the stated basis of knowledge, in the text's words")]
        | None
    ) = None
    justification_spans: Annotated[
        Spans, Meta(description="what else tells the reader why this source is in the story")
    ] = ()
    plural: bool = False
    mentions: Spans = ()
    confidence: Confidence = 1.0


class Attribution(_Entry, frozen=True, kw_only=True):
    """Somebody (source) says or holds (cue) something (content).

    The relation of PARC 3 (Pareti 2016) and PolNeAR (Newell, Margolin & Ruths 2018).
    """

    id: Id
    source: Annotated[str, Meta(description="id of an actor")] | None = None
    source_spans: Spans = ()
    cue_spans: Spans = ()
    content_spans: Spans = ()
    carried_spans: Annotated[
        Spans, Meta(description="later sentences that go on from it without a cue of their own")
    ] = ()
    quotation: Quotation = "indirect"
    act: Act = "statement"
    negated: Annotated[bool, Meta(description='the act is denied: "has not said"')] = False
    chain: Chain = ()
    within: (
        Annotated[str, Meta(description="id of the attribution whose content holds this one")]
        | None
    ) = None
    dates: Annotated[tuple[Date, ...], Meta(description="when it was said")] = ()
    confidence: Confidence = 1.0


class Claim(_Entry, frozen=True, kw_only=True):
    """Something asserted, with certainty and polarity as its own source puts them.

    The scheme is FactBank's (Saurí & Pustejovsky 2009).
    """

    id: Id
    spans: Spans
    attribution: Annotated[str, Meta(description="id of the attribution it comes from")] | None = (
        None
    )
    chain: Chain = ()
    certainty: Certainty = "unknown"
    polarity: Polarity = "unknown"
    hearsay: bool = False
    markers: Annotated[Spans, Meta(description='hearsay markers, such as "reportedly"')] = ()
    time: Annotated[Time, Meta(description="seen from the day of publication")] = "present"
    dates: tuple[Date, ...] = ()
    confidence: Confidence = 1.0


class Position(_Entry, frozen=True, kw_only=True):
    """Where an actor stands towards a proposal."""

    id: Id
    actor: Annotated[str, Meta(description="id of an actor")]
    stance: Stance
    target_spans: Spans
    claim: Annotated[str, Meta(description="id of a claim")] | None = None
    attribution: Annotated[str, Meta(description="id of an attribution")] | None = None
    evidence_spans: Spans = ()
    confidence: Confidence = 1.0


class Condition(_Entry, frozen=True, kw_only=True):
    """What hangs (outcome) on what (requirement)."""

    id: Id
    outcome_spans: Spans
    requirement_spans: Spans
    relation: Relation
    cue_spans: Spans = ()
    claim: Annotated[str, Meta(description="id of a claim")] | None = None
    attribution: Annotated[str, Meta(description="id of an attribution")] | None = None
    confidence: Confidence = 1.0


class Ledger(_Entry, frozen=True, kw_only=True):
    """Everything that reading one article yields.

    ``flags`` says what a reader should know before trusting the entries: ``"not-english"`` if the
    text was read although it does not look like English; ``"without-claims"`` and so on if a layer
    was not asked for, and is empty for that. Without actors, sources are not named and chains are
    empty. ``"corrected:"`` with keys of corrections behind it if people decided about entries.

    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> Ledger.from_json(ledger.to_json()) == ledger
    True
    """

    format: Literal["reportedly.ledger/1"] = FORMAT
    model: ModelInfo
    article: Article
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    positions: tuple[Position, ...] = ()
    conditions: tuple[Condition, ...] = ()
    flags: tuple[str, ...] = ()

    def to_json(self, indent: int | None = None) -> str:
        """Return the ledger as JSON, in one line or indented by ``indent`` spaces a level."""
        line = msgspec.json.encode(self)
        return (line if indent is None else msgspec.json.format(line, indent=indent)).decode()

    @classmethod
    def from_json(cls, document: str | bytes) -> Ledger:
        """Return the ledger that ``to_json`` wrote; fields that it does not know are passed over.

        Raises:
            InvalidLedger: the document is no JSON in UTF-8, lacks a field, has a value of the wrong
                kind, or fails ``validate``; the error names the place.
        """
        try:
            ledger = msgspec.json.decode(document, type=cls)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            reason, _, path = str(error).partition(" - at `")
            place = path.rstrip("`") or "$"
            if place == "$.format" and "'" in reason:
                written = reason.split("'")[1]
                reason = f"it was written as '{written}', and this version reads '{FORMAT}'"
            raise InvalidLedger(path=place, reason=reason) from None
        validate(ledger)
        return ledger

    def text_of(self, spans: Iterable[Span]) -> str:
        """Return the words at ``spans``; a gap between fragments shows as an ellipsis.

        >>> article = Article(text="Rain, she said, is likely.")
        >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=article)
        >>> ledger.text_of([(0, 4), (16, 25)])
        'Rain … is likely'
        """
        return GAP.join(self.article.text[start:end] for start, end in spans)

    def _repr_html_(self) -> str:
        """Return a table of the attributions, for notebooks; all text is escaped."""
        heads = ("", "who", "how", "what", "quotation", "confidence")
        rows = [
            (
                entry.id,
                self.text_of(entry.source_spans),
                self.text_of(entry.cue_spans),
                self.text_of(entry.content_spans),
                entry.quotation,
                f"{entry.confidence:.2f}",
            )
            for entry in self.attributions[:ROWS_SHOWN]
        ]
        caption = self.article.title or self.article.outlet or self.article.id[:8]
        more = f", the first {ROWS_SHOWN} shown" if len(self.attributions) > ROWS_SHOWN else ""
        return (
            f"<table><caption>{html.escape(caption)}: {len(self.attributions)} attributions{more}"
            f"</caption><thead>{_row('th', heads)}</thead>"
            f"<tbody>{''.join(_row('td', row) for row in rows)}</tbody></table>"
        )


def _row(tag: str, cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{html.escape(cell)}</{tag}>' for cell in cells)}</tr>"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a ledger, with the meaning of each field.

    >>> schema()["$defs"]["Position"]["properties"]["actor"]["description"]
    'id of an actor'
    """
    return schema_of(Ledger, FORMAT)
