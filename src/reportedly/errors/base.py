"""What all errors have in common: a code, words, a way out, and the status to end with.

In: what went wrong, as named details. Out: an exception whose ``message`` says what happened, whose
``hint`` says what to do, and whose ``exit_status`` the command line ends with.
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

PACKAGE: Final = "reportedly.errors"
"""Where all errors are imported from."""

CATALOGUE: Final[dict[str, type[ReportedlyError]]] = {}
"""Code to error, in the order of this file; every subclass enters itself."""


@dataclass(eq=False)
class ReportedlyError(Exception):
    """The base of all errors that this package raises on purpose; catch it to catch them all.

    The fields of each subclass are its details; ``words`` and ``hint`` are filled in with them.
    Errors survive pickling, so that a worker process can hand one back.

    >>> from reportedly.errors import TextTooLong
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
        cls.__module__ = PACKAGE  # where everybody is to find it, and not the file it is written in

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
