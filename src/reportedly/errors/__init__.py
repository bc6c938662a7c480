"""Every error that a user can meet: its code, its words, and what to do about it.

In: what went wrong, as named details. Out: an exception whose ``message`` says what happened,
whose ``hint`` says what to do, and whose ``exit_status`` the command line ends with.

Codes are stable and never reused: R1xx the input, R2xx the options, R3xx the model, R4xx the
output, R5xx a ledger, R6xx a desk, R7xx the web, R8xx a story. ``docs/errors.md`` is
``as_markdown()``, and a test keeps it so.
"""

from __future__ import annotations

from reportedly.errors.base import (
    BAD_INPUT,
    BAD_SETUP,
    BAD_USAGE,
    CATALOGUE,
    PREFACE,
    ReportedlyError,
)
from reportedly.errors.desk import (
    BadDesk,
    BadValue,
    CannotReject,
    DeskFailed,
    LackingFields,
    NewerDesk,
    NoDesk,
    NoSuchActor,
    NoSuchClaim,
    NoSuchCorrection,
    NoSuchEntry,
    NoSuchField,
    NoSuchNaming,
    NoSuchStory,
    NotFollowed,
    NotInStory,
    NotOnDesk,
    OldDesk,
    StoryThere,
    WordsNotThere,
)
from reportedly.errors.reading import (
    BadDate,
    BinaryInput,
    BrokenUnicode,
    CannotWrite,
    DamagedModel,
    EmptyText,
    InputNotFound,
    InvalidLedger,
    InvalidSpan,
    MalformedJson,
    MissingField,
    NoArticleText,
    NotEnglish,
    NotInstalled,
    ReadingFailed,
    TextTooLong,
    UndecodableText,
    UnknownFormat,
    UnknownModel,
)
from reportedly.errors.story import BadAssumption, NoSuchProposition, SeveralPropositions
from reportedly.errors.web import (
    BadFeed,
    HostResting,
    HttpStatus,
    RefusedAddress,
    RobotsForbid,
    TooLarge,
    TooSlow,
    Unreachable,
    WrongType,
)

__all__ = [
    "BAD_INPUT",
    "BAD_SETUP",
    "BAD_USAGE",
    "CATALOGUE",
    "PREFACE",
    "BadAssumption",
    "BadDate",
    "BadDesk",
    "BadFeed",
    "BadValue",
    "BinaryInput",
    "BrokenUnicode",
    "CannotReject",
    "CannotWrite",
    "DamagedModel",
    "DeskFailed",
    "EmptyText",
    "HostResting",
    "HttpStatus",
    "InputNotFound",
    "InvalidLedger",
    "InvalidSpan",
    "LackingFields",
    "MalformedJson",
    "MissingField",
    "NewerDesk",
    "NoArticleText",
    "NoDesk",
    "NoSuchActor",
    "NoSuchClaim",
    "NoSuchCorrection",
    "NoSuchEntry",
    "NoSuchField",
    "NoSuchNaming",
    "NoSuchProposition",
    "NoSuchStory",
    "NotEnglish",
    "NotFollowed",
    "NotInStory",
    "NotInstalled",
    "NotOnDesk",
    "OldDesk",
    "ReadingFailed",
    "RefusedAddress",
    "ReportedlyError",
    "RobotsForbid",
    "SeveralPropositions",
    "StoryThere",
    "TextTooLong",
    "TooLarge",
    "TooSlow",
    "UndecodableText",
    "UnknownFormat",
    "UnknownModel",
    "Unreachable",
    "WordsNotThere",
    "WrongType",
    "as_markdown",
]


def as_markdown() -> str:
    """Return the catalogue as the page ``docs/errors.md``.

    >>> print(as_markdown().splitlines()[0])
    # Errors
    """
    page = ["# Errors", PREFACE]
    for code, error in sorted(CATALOGUE.items()):
        meaning = " ".join((error.__doc__ or "").replace("``", "`").split())
        page += [
            f"## {code} {error.__name__}",
            meaning,
            f"> {error.words} {error.advice}",
            f"Exit status {error.exit_status}.",
        ]
    return "\n\n".join(page) + "\n"
