"""A desk → lines that another desk takes in; and a copy of a whole desk in one file.

In: a `Desk`. Out: JSON Lines: a story a line with what people decided about its names, then an
article a line with all its versions, when they came, what people decided about them, and the
stories that it is in; or a desk in SQLite with the same rows, as they were at one moment, while
others go on writing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, TypeVar

import msgspec

from reportedly.desk import namings, stories
from reportedly.desk.decisions import Correction, check
from reportedly.desk.desk import Desk
from reportedly.desk.entries import Added
from reportedly.desk.namings import Naming
from reportedly.desk.revision import made_on
from reportedly.desk.revision import take_in as bring
from reportedly.desk.tables import metadata
from reportedly.errors import CannotWrite, InvalidLedger
from reportedly.ledger import Ledger

FORMAT: Final = "reportedly.desk/1"

_Kept = TypeVar("_Kept", "KeptArticle", "KeptStory", "_Line")

#: Rows copied at a time.
ROWS: Final = 200


class KeptVersion(msgspec.Struct, frozen=True):
    """A version of an article as a line has it: when it came, and what was read of it."""

    number: int
    added: str
    ledger: msgspec.Raw


class KeptArticle(msgspec.Struct, frozen=True):
    """An article as a line has it."""

    format: Literal["reportedly.desk/1"]
    versions: tuple[KeptVersion, ...]
    corrections: tuple[Correction, ...] = ()
    stories: tuple[str, ...] = ()


class KeptStory(msgspec.Struct, frozen=True):
    """A story as a line has it."""

    format: Literal["reportedly.desk/1"]
    story: str
    made: str
    namings: tuple[Naming, ...] = ()


class _Line(msgspec.Struct, frozen=True):
    """What tells which kind of line it is."""

    story: str | None = None


def lines(desk: Desk) -> Iterator[str]:
    """Every story, then every article, as one line of JSON."""
    for one in stories.listed(desk):
        names = tuple(namings.decided(desk, one.story))
        yield _written(KeptStory(FORMAT, one.story, one.made, names))
    for entry in desk.entries():
        kept = tuple(
            KeptVersion(
                one.number, one.added, msgspec.Raw(desk.document(entry.article, one.number))
            )
            for one in desk.versions(entry.article)
        )
        # Numbers are a desk's own: another one gives its own to what it takes in.
        made = (
            msgspec.structs.replace(one, number=0, article=0)
            for one in made_on(desk, entry.article)
        )
        inside = tuple(stories.with_article(desk, entry.article))
        yield _written(KeptArticle(FORMAT, kept, tuple(made), inside))


def take_in(desk: Desk, line: str | bytes) -> list[Added]:
    """Put the versions of an article that `lines` wrote on a desk, with the times they came at.

    Corrections come with them, once each, and are numbered as they come. The line of a story makes
    the story, or brings one that is there what was decided about its names.

    Raises:
        InvalidLedger: the line is none of a desk, or a ledger in it is not valid.
    """
    if _decoded(line, _Line).story is not None:
        story = _decoded(line, KeptStory)
        stories.make_sure(desk, story.story, story.made)
        namings.take_in(desk, story.story, story.namings)
        return []
    kept = _decoded(line, KeptArticle)
    for one in kept.corrections:
        check(one)
    came = [desk.add(Ledger.from_json(bytes(one.ledger)), added=one.added) for one in kept.versions]
    if came and kept.corrections:
        bring(desk, came[0].article, kept.corrections)
    for name in kept.stories if came else ():
        stories.make_sure(desk, name)
        stories.put(desk, name, [came[0].article])
    return came


def _written(line: KeptArticle | KeptStory) -> str:
    return msgspec.json.encode(line).decode() + "\n"


def _decoded(line: str | bytes, kind: type[_Kept]) -> _Kept:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeError) as error:
        reason, _, path = str(error).partition(" - at `")
        raise InvalidLedger(path=path.rstrip("`") or "$", reason=reason) from None


def copy(desk: Desk, path: Path) -> int:
    """Make a desk in SQLite with all that is on another one.

    Args:
        desk: what to copy, in SQLite or PostgreSQL.
        path: a file that is not there yet; it appears once it is whole.

    Returns:
        The number of rows.

    Raises:
        CannotWrite: there is something at the path, or no folder for it.
    """
    if not path.parent.is_dir():
        raise CannotWrite(name=str(path), reason="there is no such folder")
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    count = 0
    with Desk.create(part) as other, desk.snapshot() as source, other.writing() as target:
        for table in metadata.sorted_tables:
            rows = source.execution_options(stream_results=True).execute(table.select())
            for some in rows.mappings().partitions(ROWS):
                target.execute(table.insert(), [dict(row) for row in some])
                count += len(some)
    try:
        os.link(part, path)
    except OSError as error:
        raise CannotWrite(name=str(path), reason=error.strerror or str(error)) from error
    finally:
        part.unlink()
    return count
