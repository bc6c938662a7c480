"""Every error that a user can meet: its code, its words, and what to do about it.

In: what went wrong, as named details. Out: an exception whose ``message`` says what happened,
whose ``hint`` says what to do, and whose ``exit_status`` the command line ends with.

Codes are stable and never reused: R1xx the input, R2xx the options, R3xx the model, R4xx the
output, R5xx a ledger, R6xx a desk, R7xx the web. ``docs/errors.md`` is ``as_markdown()``, and a
test keeps it so.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Final

BAD_INPUT: Final = 1
"""Exit status: something given to read could not be read."""

BAD_USAGE: Final = 2
"""Exit status: the command itself asked for something that does not exist."""

BAD_SETUP: Final = 3
"""Exit status: the installation or the disk is at fault."""

PREFACE: Final = f"""\
Each error has a code that stays the same, a sentence that says what happened, and one that says
what to do. In Python all are subclasses of `reportedly.errors.ReportedlyError`. The command line
exits with {BAD_INPUT} if some of the articles could not be read, {BAD_USAGE} if none could or the
command asked for something that does not exist, and {BAD_SETUP} if the installation or the disk
is at fault."""

CATALOGUE: Final[dict[str, type[ReportedlyError]]] = {}
"""Code to error, in the order of this file; every subclass enters itself."""


@dataclass(eq=False)
class ReportedlyError(Exception):
    """The base of all errors that this package raises on purpose; catch it to catch them all.

    The fields of each subclass are its details; ``words`` and ``hint`` are filled in with them.
    Errors survive pickling, so that a worker process can hand one back.

    >>> error = TextTooLong(length=6_000_000, limit=5_000_000, name="archive.txt")
    >>> error.code, error.exit_status
    ('R104', 1)
    >>> error.message
    'archive.txt has 6,000,000 characters; the limit is 5,000,000.'
    >>> error.hint
    'Split it into articles, or raise the limit.'
    """

    code: ClassVar[str]
    words: ClassVar[str]
    advice: ClassVar[str]
    exit_status: ClassVar[int] = BAD_INPUT

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.code in CATALOGUE:
            raise TypeError(f"{cls.__name__} takes the code of {CATALOGUE[cls.code].__name__}")
        CATALOGUE[cls.code] = cls

    @property
    def details(self) -> dict[str, Any]:
        """What this one error is about, by name."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    @property
    def message(self) -> str:
        """What went wrong, in one sentence."""
        return self.words.format(**self.details)

    @property
    def hint(self) -> str:
        """What to do about it."""
        return self.advice.format(**self.details)

    def __str__(self) -> str:
        return f"[{self.code}] {self.message} {self.hint}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self.details)


def _rebuilt(error: type[ReportedlyError], details: dict[str, Any]) -> ReportedlyError:
    return error(**details)


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


@dataclass(eq=False)
class NoDesk(ReportedlyError):
    """There is no desk at the address, or the database there is empty."""

    code = "R601"
    words = "There is no desk at {name}."
    advice = "Make one with: reportedly desk init; or name another with --desk."
    exit_status = BAD_USAGE
    name: str


@dataclass(eq=False)
class BadDesk(ReportedlyError):
    """An address that is none of a desk: another kind of file, a server that does not answer."""

    code = "R602"
    words = "{name} cannot be used as a desk: {reason}."
    advice = "Name a file that is to be one, or postgresql://user@host/name."
    exit_status = BAD_SETUP
    name: str
    reason: str


@dataclass(eq=False)
class OldDesk(ReportedlyError):
    """An older version of this program made the desk; it has to be brought up to date first."""

    code = "R603"
    words = "{name} was made by an older version of reportedly."
    advice = "Bring it up to date with: reportedly desk init; a backup first does no harm."
    exit_status = BAD_USAGE
    name: str


@dataclass(eq=False)
class NewerDesk(ReportedlyError):
    """A newer version of this program made the desk, in a form that this one does not know."""

    code = "R604"
    words = "{name} was made by a newer version of reportedly."
    advice = "Install that version; nothing on the desk was touched."
    exit_status = BAD_SETUP
    name: str


@dataclass(eq=False)
class NotOnDesk(ReportedlyError):
    """An article, or a version of one, that is not on the desk."""

    code = "R605"
    words = "There is no article {article} on {name}, or no such version of it."
    advice = "See what there is with: reportedly desk list."
    exit_status = BAD_USAGE
    article: int
    name: str


@dataclass(eq=False)
class DeskFailed(ReportedlyError):
    """The database refused in the midst of work: the disk is full, the server is gone."""

    code = "R606"
    words = "{name} failed: {reason}."
    advice = "What was kept before is whole; run the same command again to go on."
    exit_status = BAD_SETUP
    name: str
    reason: str


@dataclass(eq=False)
class NoSuchEntry(ReportedlyError):
    """An entry that is to be corrected, and that the article's ledger does not have."""

    code = "R621"
    words = "Article {article} on {name} has no entry {entry}."
    advice = "See what it has with: reportedly desk show {article} --format json."
    exit_status = BAD_USAGE
    entry: str
    article: int
    name: str


@dataclass(eq=False)
class NoSuchField(ReportedlyError):
    """A field that entries of this kind do not have, or that nobody can set."""

    code = "R622"
    words = "{kind}.{field} is no field that can be set."
    advice = "Choose one of: {known}."
    exit_status = BAD_USAGE
    kind: str
    field: str
    known: str


@dataclass(eq=False)
class BadValue(ReportedlyError):
    """What a field of an entry cannot hold."""

    code = "R623"
    words = "{kind}.{field} cannot be '{value}'."
    advice = "Give it one of: {known}."
    exit_status = BAD_USAGE
    kind: str
    field: str
    value: str
    known: str


@dataclass(eq=False)
class WordsNotThere(ReportedlyError):
    """Words that were quoted, and that the text does not have, or not so often."""

    code = "R624"
    words = "The words '{quoted}' are not in the text so often: times found there, {count}."
    advice = 'Quote them as they stand there, the second time as "the words"#2; or give offsets.'
    exit_status = BAD_USAGE
    quoted: str
    count: int


@dataclass(eq=False)
class LackingFields(ReportedlyError):
    """An entry that is to be added, and that lacks what it cannot be without."""

    code = "R625"
    words = "A new {kind} needs more: {fields}."
    advice = "Set each of them with --set FIELD=VALUE."
    exit_status = BAD_USAGE
    kind: str
    fields: str


@dataclass(eq=False)
class CannotReject(ReportedlyError):
    """The actor that is the outlet itself, with which every chain begins."""

    code = "R626"
    words = "{entry} is the outlet itself, with which every chain begins; it cannot be rejected."
    advice = "Edit its name or kind, if they are wrong."
    exit_status = BAD_USAGE
    entry: str


@dataclass(eq=False)
class NoSuchCorrection(ReportedlyError):
    """A correction that is not on the desk."""

    code = "R627"
    words = "There is no correction {number} on {name}."
    advice = "See what there is with: reportedly desk corrections."
    exit_status = BAD_USAGE
    number: int
    name: str


@dataclass(eq=False)
class NotFollowed(ReportedlyError):
    """A feed that the desk does not follow."""

    code = "R628"
    words = "{address} is not among the feeds that {name} follows."
    advice = "See which there are with: reportedly desk follow --list."
    exit_status = BAD_USAGE
    address: str
    name: str


@dataclass(eq=False)
class RefusedAddress(ReportedlyError):
    """An address that is not asked, since it is not of the public web, or not fit to be sent."""

    code = "R701"
    words = "{name} is not asked: {reason}."
    advice = "Give a public http or https address; --allow-host lets a host of your own in."
    name: str
    reason: str


@dataclass(eq=False)
class Unreachable(ReportedlyError):
    """Nobody answers at the address, or the answer breaks off or makes no sense."""

    code = "R702"
    words = "{name} cannot be reached: {reason}."
    advice = "Check the address and your connection, and try again."
    name: str
    reason: str


@dataclass(eq=False)
class TooLarge(ReportedlyError):
    """A page or feed of more bytes than are taken from the web."""

    code = "R703"
    words = "{name} is larger than {limit:,} bytes."
    advice = "Save the article from a browser, and read the file."
    name: str
    limit: int


@dataclass(eq=False)
class TooSlow(ReportedlyError):
    """An answer that was not there in full when the time was up."""

    code = "R704"
    words = "{name} was not there in full after {seconds} seconds."
    advice = "Try again later, or save the article from a browser, and read the file."
    name: str
    seconds: int


@dataclass(eq=False)
class WrongType(ReportedlyError):
    """Something else than was asked for: a picture or a PDF for an article, a page for a feed."""

    code = "R705"
    words = "{name} is of type {kind}, and not {wanted}."
    advice = "Give the address of {wanted}; `desk follow` takes feeds, other commands articles."
    name: str
    kind: str
    wanted: str


@dataclass(eq=False)
class HttpStatus(ReportedlyError):
    """A server that answers with something else than the page: it is gone, or closed, or broken."""

    code = "R706"
    words = "{name}: the server answers with HTTP status {status}."
    advice = "See in a browser whether the page is there, and save it if that is the only way in."
    name: str
    status: int


@dataclass(eq=False)
class RobotsForbid(ReportedlyError):
    """The outlet asks programs in its robots.txt (RFC 9309) to leave the page alone."""

    code = "R707"
    words = "{name} is not to be asked for by programs, says the outlet's robots.txt."
    advice = "Ask the outlet, or save the article from a browser, and read the file."
    name: str


@dataclass(eq=False)
class HostResting(ReportedlyError):
    """A host that asked for a pause, or was too slow, and is left alone until the pause is over."""

    code = "R708"
    words = "{name} is left alone until {until}, since its host asked for a pause."
    advice = "It is tried again once the feed is asked after that time."
    name: str
    until: str


@dataclass(eq=False)
class BadFeed(ReportedlyError):
    """What should be a feed or a sitemap, and cannot be read as one."""

    code = "R709"
    words = "{name} is no feed that can be read: {reason}."
    advice = "Give the address of RSS, Atom, a JSON feed or a sitemap."
    name: str
    reason: str


def as_markdown() -> str:
    """Return the catalogue as the page ``docs/errors.md``.

    >>> print(as_markdown().splitlines()[0])
    # Errors
    """
    page = ["# Errors", PREFACE]
    for code, error in CATALOGUE.items():
        meaning = " ".join((error.__doc__ or "").replace("``", "`").split())
        page += [
            f"## {code} {error.__name__}",
            meaning,
            f"> {error.words} {error.advice}",
            f"Exit status {error.exit_status}.",
        ]
    return "\n\n".join(page) + "\n"
