"""What a person names → articles to read, and ledgers that were read before.

In: addresses, files, folders, patterns and ``-``. Out: what intake makes of articles; and of what
``reportedly read`` wrote as JSON (a document, an array, or a line an article) each ledger as it is.
A ledger is known by how the file begins; a file that is named ``.json`` has to be one.
"""

from __future__ import annotations

import codecs
import glob
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from reportedly.errors import InputNotFound, InvalidLedger
from reportedly.intake import Failed, Item, Options, read_articles
from reportedly.intake.sources import STANDARD_INPUT, Source, expand
from reportedly.ledger import Ledger

#: The suffix of a ledger, which articles do not have.
SUFFIX: Final = ".json"

# How a ledger begins, alone or in an array; its format stands first.
_LEDGER: Final = re.compile(rb'\s*(?:\[\s*)?\{\s*"format"\s*:\s*"reportedly\.ledger/')

# So much of a file is looked at to tell whether it is one.
_START: Final = 1_024


@dataclass(frozen=True)
class Kept:
    """A ledger, and where it came from: "path", or "path:number" where there may be several."""

    origin: str
    ledger: Ledger


def read_inputs(inputs: Sequence[str], options: Options) -> Iterator[Item | Kept]:
    """Read everything that a person names, lazily and in order, ledgers as well as articles.

    A folder gives its articles, then the ledgers in it; other files named ``.json`` in it are
    passed over. If the options tell what format the articles have, nothing is taken for a ledger.

    Args:
        inputs: addresses, files, folders, patterns, and ``-`` for standard input.
        options: how to read articles; ledgers stay as they are.

    >>> [failed.error.code for failed in read_inputs(["no-such-file.json"], Options())]
    ['R101']
    """
    if options.format != "auto":
        yield from read_articles(inputs, options)
        return
    for name in inputs:
        if name == STANDARD_INPUT:
            yield from _of_standard_input(options)
        elif Path(name).is_dir():
            yield from _of_folder(name, options)
        else:
            for source in expand([name]):
                yield from _of_source(source, options)


def _of_standard_input(options: Options) -> Iterator[Item | Kept]:
    stream = sys.stdin.buffer
    if _LEDGER.match(_peeked(stream)):
        yield from _ledgers(stream, STANDARD_INPUT, "standard input")
    else:
        yield from read_articles([STANDARD_INPUT], options)


def _peeked(stream: BinaryIO) -> bytes:
    """How a stream begins; what is looked at can still be read."""
    if stream.seekable():
        at = stream.tell()
        start = stream.read(_START)
        stream.seek(at)
    else:
        start = getattr(stream, "peek", lambda _size: b"")(_START)
    return start.removeprefix(codecs.BOM_UTF8)


def _of_folder(name: str, options: Options) -> Iterator[Item | Kept]:
    within = expand([f"{glob.escape(name)}/**/*{SUFFIX}"])
    ledgers = [one for one in within if isinstance(one, Source) and _is_ledger(one)]
    for source in expand([name]):
        if isinstance(source, Source) or not ledgers:
            yield from _of_source(source, options)
    for source in ledgers:
        yield from _of_source(source, options)


def _of_source(source: Source | InputNotFound, options: Options) -> Iterator[Item | Kept]:
    if isinstance(source, InputNotFound):
        yield Failed(source.name, source)
    elif source.path is not None and (source.path.suffix.lower() == SUFFIX or _is_ledger(source)):
        try:
            with source.path.open("rb") as stream:
                yield from _ledgers(stream, source.origin, source.origin)
        except OSError:
            yield Failed(source.origin, InputNotFound(name=source.origin))
    else:
        yield from read_articles([source.address or str(source.path)], options)


def _is_ledger(source: Source) -> bool:
    if source.path is None:
        return False
    try:
        with source.path.open("rb") as stream:
            return _LEDGER.match(_peeked(stream)) is not None
    except OSError:  # reading it will tell what is the matter
        return False


def _ledgers(stream: BinaryIO, origin: str, name: str) -> Iterator[Failed | Kept]:
    """The ledgers of a stream: one document, an array of them, or one a line."""
    first = stream.readline().removeprefix(codecs.BOM_UTF8)
    if first.lstrip().startswith(b"["):
        try:
            documents = msgspec.json.decode(first + stream.read(), type=list[msgspec.Raw])
        except msgspec.DecodeError as error:
            yield Failed(origin, InvalidLedger(path=f"$ of {name}", reason=str(error)))
            return
        for number, document in enumerate(documents, 1):
            yield _ledger(bytes(document), f"{origin}:{number}", f"{name}, ledger {number}")
    elif _is_whole(first):
        yield _ledger(first, f"{origin}:1", f"{name}, line 1")
        for number, line in enumerate(stream, 2):
            if line.strip():
                yield _ledger(line, f"{origin}:{number}", f"{name}, line {number}")
    else:
        yield _ledger(first + stream.read(), origin, name)


def _is_whole(line: bytes) -> bool:
    """Whether a line is a whole JSON document."""
    try:
        msgspec.json.decode(line, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeError):
        return False
    return True


def _ledger(document: bytes, origin: str, name: str) -> Failed | Kept:
    try:
        return Kept(origin, Ledger.from_json(document))
    except InvalidLedger as error:
        error.path += f" of {name}"
        return Failed(origin, error)
