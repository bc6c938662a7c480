"""What can go wrong with what is read, asked for, written: codes R1 to R5."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.errors.base import BAD_SETUP, BAD_USAGE, ReportedlyError


@dataclass(eq=False)
class InputNotFound(ReportedlyError):
    """Nothing is there to read: no such file or folder, or a pattern that matches none."""

    code = "R101"
    words = "{name}: there is nothing to read there."
    advice = "Check the spelling and that the file may be read; put a pattern in quotes."
    name: str


@dataclass(eq=False)
class EmptyText(ReportedlyError):
    """The text has no characters, or only white space."""

    code = "R102"
    words = "{name} is empty."
    advice = "Give it at least one sentence."
    name: str = "the text"


@dataclass(eq=False)
class BinaryInput(ReportedlyError):
    """The file holds no text: a picture, a PDF, an archive."""

    code = "R103"
    words = "{name} is not a text file."
    advice = "Save the article as text, HTML or Markdown, and read that."
    name: str


@dataclass(eq=False)
class TextTooLong(ReportedlyError):
    """The text has more characters than the limit allows."""

    code = "R104"
    words = "{name} has {length:,} characters; the limit is {limit:,}."
    advice = "Split it into articles, or raise the limit."
    length: int
    limit: int
    name: str = "the text"


@dataclass(eq=False)
class UndecodableText(ReportedlyError):
    """The bytes are text in no encoding that could be told."""

    code = "R105"
    words = "{name}: its character encoding cannot be told."
    advice = "Save the file as UTF-8."
    name: str


@dataclass(eq=False)
class NotEnglish(ReportedlyError):
    """The text looks like another language; what would be read from it could not be trusted."""

    code = "R106"
    words = "{name} looks like language '{language}', and only English is read."
    advice = "Use --force to read it anyway; the ledger then carries the flag 'not-english'."
    language: str
    name: str = "the text"


@dataclass(eq=False)
class MalformedJson(ReportedlyError):
    """A line of a JSON Lines file is not a JSON object."""

    code = "R107"
    words = "{name}, line {line}: not a JSON object ({reason})."
    advice = "Put one article on each line, as an object in braces."
    name: str
    line: int
    reason: str


@dataclass(eq=False)
class MissingField(ReportedlyError):
    """A line of a JSON Lines file lacks the text of its article, or has no string there."""

    code = "R108"
    words = "{name}, line {line}: no text under '{field}'."
    advice = "Say which field holds the text, or mend the line."
    name: str
    line: int
    field: str


@dataclass(eq=False)
class NoArticleText(ReportedlyError):
    """A web page without an article: navigation only, a pay wall, a script that loads the rest."""

    code = "R109"
    words = "{name}: no article was found in the page."
    advice = "Save the page once the article shows, or copy its text into a file."
    name: str


@dataclass(eq=False)
class BrokenUnicode(ReportedlyError):
    """A lone surrogate: half a character, which no file in UTF-8 and no valid JSON can hold.

    Python lets a ``str`` have one, for instance after decoding with ``surrogateescape``.
    """

    code = "R110"
    words = "The {field} has half a character (a lone surrogate) at offset {offset}."
    advice = "Decode the original bytes again, with errors='replace'."
    field: str
    offset: int


@dataclass(eq=False)
class BadDate(ReportedlyError):
    """A date that is no day of the calendar, or not in the order year, month, day."""

    code = "R201"
    words = "'{value}' is not a date."
    advice = "Write it as 2024-03-04: year, month, day."
    exit_status = BAD_USAGE
    value: str


@dataclass(eq=False)
class UnknownFormat(ReportedlyError):
    """A format that this version neither reads nor writes."""

    code = "R202"
    words = "There is no format '{name}'."
    advice = "Choose one of: {known}."
    exit_status = BAD_USAGE
    name: str
    known: str


@dataclass(eq=False)
class UnknownModel(ReportedlyError):
    """A model that is neither shipped with the package nor a folder on this machine."""

    code = "R301"
    words = "There is no model '{name}'."
    advice = "Choose one of: {known}; or give the path of a model's folder."
    exit_status = BAD_USAGE
    name: str
    known: str


@dataclass(eq=False)
class DamagedModel(ReportedlyError):
    """A model whose files are missing, cut short or do not belong together."""

    code = "R302"
    words = "The model '{name}' cannot be loaded: {reason}."
    advice = "Install the package again, or fetch the model's folder again."
    exit_status = BAD_SETUP
    name: str
    reason: str


@dataclass(eq=False)
class ReadingFailed(ReportedlyError):
    """A fault of this program that one article brought to light; others are not touched by it."""

    code = "R303"
    words = "Reading {name} failed: {reason}."
    advice = "This is a fault in reportedly, not in your file: please report it."
    name: str
    reason: str


@dataclass(eq=False)
class NotInstalled(ReportedlyError):
    """A part of this program that needs packages which are installed only if they are asked for."""

    code = "R304"
    words = "What {what} needs is not installed."
    advice = "Install it with: pip install 'reportedly[{extra}]'."
    exit_status = BAD_SETUP
    what: str
    extra: str


@dataclass(eq=False)
class CannotWrite(ReportedlyError):
    """The output is in the way of something that is there, or the disk will not take it."""

    code = "R401"
    words = "Cannot write {name}: {reason}."
    advice = "Name another place, or make room there."
    exit_status = BAD_SETUP
    name: str
    reason: str


@dataclass(eq=False)
class InvalidLedger(ReportedlyError):
    """A ledger that breaks its contract; ``path`` is the place in the document, as ``$.a[0].b``."""

    code = "R501"
    words = "Not a valid ledger: {reason}, at {path}."
    advice = "Compare it with the schema that `reportedly schema` prints."
    path: str
    reason: str


@dataclass(eq=False)
class InvalidSpan(InvalidLedger):
    """A span that points outside the text, or that has no characters in it."""

    code = "R502"
    advice = "Count half-open [start, end) offsets in code points of article.text."
