"""What a person names → what to read, in order: files, folders, patterns, addresses, a stream.

In: the arguments of a command. Out: a lazy stream of `Source`s, the same on every machine: as
named, and by name within a folder or a pattern.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from reportedly.errors import InputNotFound

#: How standard input is named on a command line.
STANDARD_INPUT: Final = "-"

FileFormat = Literal["text", "html", "markdown", "jsonl"]

#: The suffixes, in lower case, of the files that are read of a folder.
SUFFIXES: Final[dict[str, FileFormat]] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

# A page: a doctype or the root element, after an XML declaration and comments.
_PAGE: Final = re.compile(
    rb"\s*(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)

# JSON Lines: the first key of an object, on one line with the brace.
_OBJECT: Final = re.compile(rb'\s*\{[ \t]*"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*[^\s]')


# An address of the web, or of something else, which is told so; no path begins like that.
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """One file or page to read; ``path`` is null for standard input and for what has an address."""

    origin: str
    path: Path | None
    address: str | None = None


def expand(inputs: Sequence[str]) -> Iterator[Source | InputNotFound]:
    """Yield the files that a person's words name.

    A name that exists is that file or folder, even if it looks like a pattern. A folder gives its
    files with one of `SUFFIXES`, and those of the folders in it; hidden ones, and links to
    folders, are passed over. A pattern gives every file that it matches, whatever the suffix, and
    the folders that it matches too, unless ``**`` in it reaches into them already.

    Args:
        inputs: Addresses, paths, folders, patterns (``*``, ``?``, ``[...]``, ``**``), and
            `STANDARD_INPUT`.

    Yields:
        A `Source` for each file, or `InputNotFound` for each name that leads to none.

    >>> [source.origin for source in expand(["-"])]
    ['-']
    """
    for name in inputs:
        if name == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, None)
        elif is_address(name):
            yield Source(printable(name), None, name)
        elif os.path.lexists(name):
            yield from _of_path(Path(name))
        else:
            # Path.glob takes no absolute pattern.
            found = sorted(glob.iglob(name, recursive=True))  # noqa: PTH207
            paths = [path for path in map(Path, found) if "**" not in name or path.is_file()]
            for path in paths:
                yield from _of_path(path)
            if not paths:
                yield InputNotFound(name=printable(name))


def is_address(name: str) -> bool:
    """Whether a name is the address of a page, and no path.

    >>> is_address("https://harbour.example/ferry"), is_address("https/ferry.txt")
    (True, False)
    """
    return _ADDRESS.match(name) is not None


def format_of(source: Source, start: bytes) -> FileFormat:
    """Return the format of a file: by its suffix, and failing that by how it starts.

    >>> format_of(Source("-", None), b"<!DOCTYPE html>")
    'html'
    """
    suffix = source.path.suffix.lower() if source.path else ""
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    start = start.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(start):
        return "html"
    return "jsonl" if _OBJECT.match(start) else "text"


def printable(name: str) -> str:
    r"""Return a file's name as text that can be printed: bytes that are no UTF-8 become escapes.

    >>> printable("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def _of_path(path: Path) -> Iterator[Source | InputNotFound]:
    if not path.is_dir():
        yield Source(printable(str(path)), path)
        return
    empty = True
    for source in _of_folder(path):
        empty = False
        yield source
    if empty:
        yield InputNotFound(name=printable(str(path)))


def _of_folder(folder: Path) -> Iterator[Source | InputNotFound]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield InputNotFound(name=printable(str(folder)))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _of_folder(path)
        elif path.suffix.lower() in SUFFIXES and entry.is_file():
            yield Source(printable(str(path)), path)
