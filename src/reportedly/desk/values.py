"""What a person types for a field of an entry → the value that it is kept as.

In: the field's name and words such as ``denial``, ``A3``, ``16-55`` or ``"the words"#2``, and the
ledger that they are about. Out: plain values, references as snapshots; or an error that lists what
is allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import msgspec

from reportedly.consistency import REFERENCES, SPANS
from reportedly.desk.decisions import TYPES, type_of
from reportedly.desk.snapshots import LAYER_OF, Kind, as_kept, bare, listed, reference
from reportedly.errors import BadDate, BadValue, LackingFields, NoSuchField, WordsNotThere
from reportedly.intake.dates import iso_date
from reportedly.ledger import Ledger, Span

#: What is typed for no value at all.
NONE: Final = ("", "none")

#: What is typed for true and for false.
TRUTH: Final = {"true": True, "yes": True, "false": False, "no": False}

#: What an actor is called if it is not named, and nothing more is said.
NOT_NAMED: Final = "unnamed"

#: What errors say of how spans, dates and numbers are written.
_SPANS: Final = 'offsets as 16-55, or words of the text in quotes as "the words" or "the words"#2'
_DATES: Final = "spans with days, as 16-25=2024-03-04 or 16-25=2024-03-01/2024-03-31"
_NUMBER: Final = "a number from 0 to 1"

_SPAN: Final = re.compile(
    r'(?P<start>\d+)-(?P<end>\d+)|"(?P<words>[^"]+)"(?:#(?P<which>[1-9]\d*))?'
)
_DATE: Final = re.compile(r"=(?P<from>[\d.-]+)(?:/(?P<to>[\d.-]+))?")
_COMMA: Final = re.compile(r"\s*,\s*")


def fields_of(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind of entry that a person can set: all but its id."""
    return tuple(name for name in TYPES[kind].__struct_fields__ if name != "id")


def parsed(ledger: Ledger, kind: Kind, typed: Mapping[str, str]) -> dict[str, Any]:
    """The values of fields, by what a person typed.

    Raises:
        NoSuchField: an entry of this kind has no such field.
        BadValue, BadDate: it cannot hold such a value.
        WordsNotThere: the words that were quoted are not in the text.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> article = Article(text="Rain. More rain, she said.")
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=article)
    >>> parsed(ledger, "claim", {"spans": '"More rain", 0-4', "hearsay": "yes"})
    {'spans': [[6, 15], [0, 4]], 'hearsay': True}
    """
    values: dict[str, Any] = {}
    for field, words in typed.items():
        if field not in fields_of(kind):
            raise NoSuchField(kind=kind, field=field, known=", ".join(fields_of(kind)))
        values[field] = _value(ledger, kind, field, words.strip())
    if kind == "actor":
        _settle_name(values, typed)
    return values


def complete(kind: Kind, values: Mapping[str, Any]) -> None:
    """See whether values make an entry.

    Raises:
        LackingFields: it needs more.
    """
    needed = [one.name for one in msgspec.structs.fields(TYPES[kind]) if one.required]
    spans = [name for name in SPANS[LAYER_OF[kind]] if name in needed]
    if kind == "attribution":  # its type can do without any span, but people cannot
        needed, spans = [*needed, "content_spans"], ["content_spans"]
    lacking = [name for name in needed if name != "id" and name not in values]
    lacking += [name for name in spans if name in values and not values[name]]
    if lacking:
        raise LackingFields(kind=kind, fields=", ".join(lacking))


def held(ledger: Ledger, kind: Kind, entry: Any, field: str) -> Any:
    """What a field of an entry holds, as it is kept."""
    references = REFERENCES[LAYER_OF[kind]]
    if field not in references:
        return as_kept(getattr(entry, field))
    return as_kept(bare(ledger, kind, entry).references.get(field, ()))


def _settle_name(values: dict[str, Any], typed: Mapping[str, str]) -> None:
    """Have ``named`` and ``anonymity`` agree where one of the two is set."""
    if "anonymity" in values:
        named = values["anonymity"] == "named"
        if values.setdefault("named", named) != named:
            known = "named" if values["named"] else "withheld, unnamed"
            raise BadValue(kind="actor", field="anonymity", value=typed["anonymity"], known=known)
    elif "named" in values:
        values["anonymity"] = "named" if values["named"] else NOT_NAMED


def _value(ledger: Ledger, kind: Kind, field: str, words: str) -> Any:
    if field in REFERENCES[LAYER_OF[kind]]:
        return _references(ledger, kind, field, words)
    if field in SPANS[LAYER_OF[kind]]:
        return [list(span) for span, _ in _spans(ledger.article.text, kind, field, words)]
    if field == "dates":
        return [_date(span, rest) for span, rest in _dated(ledger.article.text, kind, words)]
    return _plain(kind, field, words)


def _plain(kind: Kind, field: str, words: str) -> Any:
    """A word from a list, a truth, a number, or any words."""
    type_ = get_type_hints(TYPES[kind])[field]
    if get_origin(type_) is Literal:
        return _one_of({one: one for one in get_args(type_)}, kind, field, words)
    if type_ is bool:
        return _one_of(TRUTH, kind, field, words.lower())
    if type_ is float:
        try:
            return msgspec.convert(float(words), type_of(kind, field))
        except ValueError:  # msgspec's own is one, too
            raise BadValue(kind=kind, field=field, value=words, known=_NUMBER) from None
    optional = type(None) in get_args(type_)
    return None if optional and words in NONE else words.encode(errors="replace").decode()


def _one_of(known: Mapping[str, Any], kind: Kind, field: str, words: str) -> Any:
    if words not in known:
        raise BadValue(kind=kind, field=field, value=words, known=", ".join(known))
    return known[words]


def _references(ledger: Ledger, kind: Kind, field: str, words: str) -> list[Any]:
    target: Any = REFERENCES[LAYER_OF[kind]][field]
    ids = [entry.id for entry in getattr(ledger, target)]
    named = [] if words in NONE else _COMMA.split(words)
    several = field == "chain"
    required = kind == "position" and field == "actor"
    if not set(named) <= set(ids) or (len(named) > 1 and not several) or (required and not named):
        known = ", ".join([*ids, *([] if required else [NONE[1]])])
        raise BadValue(kind=kind, field=field, value=words, known=known)
    return [as_kept(reference(ledger, target, one)) for one in listed(named)]


def _spans(text: str, kind: Kind, field: str, words: str) -> Iterator[tuple[Span, str]]:
    """Each span that is named, with what stands behind it up to the next comma."""
    at = 0
    while at < len(words):
        match = _SPAN.match(words, at)
        if match is None:
            raise BadValue(kind=kind, field=field, value=words, known=_SPANS)
        date = _DATE.match(words, match.end()) if field == "dates" else None
        end = date.end() if date else match.end()
        comma = _COMMA.match(words, end)
        if comma is None and end < len(words):
            raise BadValue(kind=kind, field=field, value=words, known=_SPANS)
        yield _place(text, kind, field, match), date[0] if date else ""
        at = comma.end() if comma else end


def _place(text: str, kind: Kind, field: str, match: re.Match[str]) -> Span:
    if match["words"] is None:
        start, end = int(match["start"]), int(match["end"])
        if not 0 <= start < end <= len(text):
            known = f"offsets from 0 to {len(text)}, the first one smaller"
            raise BadValue(kind=kind, field=field, value=match[0], known=known)
        return start, end
    at = -1
    for _ in range(int(match["which"] or 1)):
        at = text.find(match["words"], at + 1)
        if at < 0:
            raise WordsNotThere(quoted=match["words"], count=text.count(match["words"]))
    return at, at + len(match["words"])


def _dated(text: str, kind: Kind, words: str) -> Iterator[tuple[Span, str]]:
    for span, rest in _spans(text, kind, "dates", words):
        if not rest:
            raise BadValue(kind=kind, field="dates", value=words, known=_DATES)
        yield span, rest


def _date(span: Span, rest: str) -> dict[str, Any]:
    """A day, as ``=2024-03-04``, or a range, as ``=2024-03-01/..``, which has an open end."""
    first, _, last = rest[1:].partition("/")
    days = [None if day == ".." else iso_date(day) for day in (first, last or first)]
    if days == [None, None]:
        raise BadDate(value=rest[1:])
    return {"span": list(span), "start": days[0], "end": days[1]}
