"""``--out``: a folder with one file an article, which a run that was stopped can go on filling.

In: ledgers. Out: files that are there in full or not at all. Beside them, in `SEALS`, lies for each
a line that says what it was made from and what its bytes hash to; a file that fits its seal is
finished, and any other is made again.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from reportedly import __version__
from reportedly.cli.choices import OutputFormat
from reportedly.cli.output import SUFFIXES, as_file
from reportedly.errors import CannotWrite
from reportedly.ledger import LAYERS, Article, Layer, Ledger, ModelInfo

#: The folder, within the output folder, of what is known about the files.
SEALS: Final = ".reportedly"

#: Characters of an article's own name in the name of its file at most.
LONGEST_NAME: Final = 60

#: Hexadecimal digits that tell files of like names apart: 64 bits, enough for millions of them.
DIGITS: Final = 16

# The last part of an origin: a name, its suffix, and in JSON Lines the number of the line.
_ORIGIN: Final = re.compile(r"(?P<stem>.*?)(?:\.\w{1,8})?(?::(?P<line>\d+))?", re.DOTALL)

_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9._-]+")


def file_name(origin: str, format_: OutputFormat) -> str:
    """Return the name of the file for an article: always the same for the same origin.

    >>> file_name("reports/May 3.html", OutputFormat.JSON)
    'May-3-a95e5daefa1eed74.json'
    """
    parts = _ORIGIN.fullmatch(Path(origin).name)
    stem = "-".join(part for part in parts.groups() if part) if parts else ""
    stem = _NOT_IN_NAMES.sub("-", stem).strip(".-")[:LONGEST_NAME] or "article"
    digest = hashlib.sha256(origin.encode()).hexdigest()[:DIGITS]
    return f"{stem}-{digest}{SUFFIXES[format_]}"


@dataclass(frozen=True)
class Folder:
    """A folder to write ledgers into.

    Args:
        path: the folder; it is made if it is not there.
        format: the format of every file.
        model: the model that reads: files made with another are made again.
        layers: what is read: files with other layers are made again.
    """

    path: Path
    format: OutputFormat
    model: ModelInfo
    layers: tuple[Layer, ...] = LAYERS

    def holds(self, origin: str, article: Article) -> bool:
        """Whether the file for this article is there, whole, and made from the same things."""
        path = self.path / file_name(origin, self.format)
        try:
            made_from, _, content = self._seal(path).read_text(encoding="ascii").partition(" ")
            return made_from == self._key(article) and content == _hash(path.read_bytes())
        except (OSError, UnicodeDecodeError):
            return False

    def keep(self, origin: str, ledger: Ledger) -> Path:
        """Write a ledger's file, all of it or nothing, and return its path.

        Raises:
            CannotWrite: the disk is full, or something is in the way.
        """
        path = self.path / file_name(origin, self.format)
        data = as_file(ledger, self.format, origin).encode()
        with _writing(path):
            seal = self._seal(path)
            seal.parent.mkdir(parents=True, exist_ok=True)
            # The seal first: a stop between the two leaves a seal that fits no file, never a
            # whole file that is taken for a damaged one.
            _replace(seal, f"{self._key(ledger.article)} {_hash(data)}".encode())
            _replace(path, data)
        return path

    def _seal(self, path: Path) -> Path:
        return self.path / SEALS / path.name

    def _key(self, article: Article) -> str:
        """A hash of all that a file is made from: text, metadata, model, layers, this program."""
        made_from = (article, self.model, self.layers, self.format.value, __version__)
        return _hash(msgspec.json.encode(made_from))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    """Write beside the path, then move there in one step that a crash cannot halve."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWrite(name=str(path), reason=reason) from error
