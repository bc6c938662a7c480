"""The options of intake: what a person may say about the articles to be read.

In: values from the command line or from Python. Out: `Options`, checked once, before any reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from reportedly.errors import UnknownFormat
from reportedly.intake.dates import iso_date
from reportedly.intake.draft import tidied
from reportedly.intake.jsonl import FieldNames

Format = Literal["auto", "text", "html", "markdown", "jsonl"]

#: The formats that can be named; "auto" goes by the file's suffix, and failing that by its start.
FORMATS: Final[tuple[str, ...]] = get_args(Format)

#: The longest text that is read by default. *War and Peace* has 3.2 million characters.
MAX_CHARACTERS: Final = 5_000_000


@dataclass(frozen=True, kw_only=True)
class Options:
    """How to read, and what to say of every article whatever its file says.

    Attributes:
        format: One of `FORMATS`.
        title: Overrides the title; the four below override likewise.
        outlet: The publication, for instance "The Daily Example".
        author: The byline.
        published: The day of publication, ``YYYY-MM-DD``; a time of day is cut off.
        url: The address that the article was published at.
        max_characters: The longest text that is read, in code points, 1 or more.
        force: Read a text that is not English; its ``language`` is then the one detected.
        fields: The names of the fields in JSON Lines.
        allow_hosts: Hosts, or ``host:port``, that pages may be fetched from though they are not
            public.

    Raises:
        UnknownFormat: ``format`` is none of `FORMATS`.
        BadDate: ``published`` is not a day in ISO form.
        ValueError: ``max_characters`` is less than 1.

    >>> Options(published="2024-03-04T09:30").published
    '2024-03-04'
    """

    format: Format = "auto"
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    max_characters: int = MAX_CHARACTERS
    force: bool = False
    fields: FieldNames = FieldNames()  # noqa: RUF009 - frozen
    allow_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise UnknownFormat(name=self.format, known=", ".join(FORMATS))
        if self.max_characters < 1:
            raise ValueError(f"max_characters is {self.max_characters}; it must be 1 or more")
        for name in ("title", "outlet", "author", "url"):
            object.__setattr__(self, name, tidied(getattr(self, name)))
        if self.published is not None:
            object.__setattr__(self, "published", iso_date(self.published))
