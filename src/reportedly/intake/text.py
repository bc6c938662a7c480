"""Bytes → text, exactly: no newline translated, no character normalised.

In: the bytes of a file. Out: its text. The encoding is told in this order:

1. a byte order mark (the mark itself is the encoding's, not the text's);
2. UTF-8; where a few bytes are broken, as in a file cut in mid-character, each is read as U+FFFD;
3. the encoding that whoever sent the text declared, if every byte fits;
4. Windows-1252 or Mac Roman, if the text then reads as English: statistics on a short text with a
   few curly quotes tend to prefer some other code page in which the quotes happen to be the same;
5. what ``charset-normalizer`` finds, a declaration in the text itself included.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from encodings.aliases import aliases
from typing import Final

from reportedly.errors import BinaryInput, UndecodableText
from reportedly.intake.language import reads_as_english

# The longer marks first: that of UTF-32 (little-endian) begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What English text comes in when it does not come in Unicode.
_ENGLISH_CODE_PAGES: Final = ["cp1252", "mac_roman"]

# What is meant by these names on the web (encoding.spec.whatwg.org, the labels of windows-1252).
_MEANT: Final = {"ascii": "cp1252", "latin_1": "cp1252"}

# The first bytes of what people give by mistake, and what to call it.
_KINDS: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, or a Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
)

# Control characters that text files do hold: tabs, line and page ends, and escape.
_TEXT_CONTROLS: Final = frozenset("\t\n\v\f\r\x1b")
_CONTROLS: Final = "".join(
    chr(code) for code in (*range(1, 32), 127) if chr(code) not in _TEXT_CONTROLS
)
_WITHOUT_CONTROLS: Final = str.maketrans("", "", _CONTROLS)

#: A text with a larger share of control characters than this is taken for binary data: of random
#: bytes, one in ten is such a character.
MAX_CONTROL_SHARE: Final = 0.05

# Broken UTF-8 is still UTF-8 if at most one in five of its non-ASCII characters is broken: in
# text of another encoding, hardly any byte above 127 is part of a valid sequence by chance.
_MAX_BROKEN_SHARE: Final = 0.2


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    r"""Return the text of some bytes, whatever encoding they are in.

    Args:
        data: All bytes of the file.
        name: What to call the file in an error.
        declared: The encoding that came with the bytes, as in a header of HTTP; null without one.

    Returns:
        The text, with every character and line end as written.

    Raises:
        BinaryInput: The bytes are a picture, an archive, a PDF, or mostly control characters.
        UndecodableText: They are text in no encoding that could be told.

    >>> decode("“Yes,” he said.\r\n".encode("utf-16"), "notes.txt")
    '“Yes,” he said.\r\n'
    >>> decode("“We have no money left,” the mayor said.".encode("cp1252"), "notes.txt")
    '“We have no money left,” the mayor said.'
    """
    refuse_known_binary(data, name)
    text = _decoded(data, name, declared)
    if "\0" in text or len(text.translate(_WITHOUT_CONTROLS)) < len(text) * (1 - MAX_CONTROL_SHARE):
        raise BinaryInput(name=name)
    return text


def refuse_known_binary(start: bytes, name: str) -> None:
    """Raise an error that says what a file is if its first bytes are no text's.

    Args:
        start: The first bytes, 16 or more where the file has them.
        name: What to call the file in an error.

    Raises:
        BinaryInput: The bytes open a PDF, an archive, a picture, a document of an office program,
            or hold a NUL without the mark of an encoding that uses it.

    >>> refuse_known_binary(b"%PDF-1.7", "minutes.pdf")
    Traceback (most recent call last):
    reportedly.errors.BinaryInput: [R103] minutes.pdf (a PDF document) is not a text file. Save the
    article as text, HTML or Markdown, and read that.
    """
    for signature, kind in _KINDS:
        if start.startswith(signature):
            raise BinaryInput(name=f"{name} ({kind})")
    if b"\0" in start and marked_encoding(start) in (None, "utf-8"):
        raise BinaryInput(name=name)


def marked_encoding(start: bytes) -> str | None:
    r"""Return the encoding that a byte order mark at the start tells of, or null without one.

    >>> marked_encoding(b"\xff\xfeR\x00a\x00i\x00n\x00")
    'utf-16-le'
    """
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    return None


def count_characters(chunks: Iterable[bytes], encoding: str | None) -> int:
    r"""Return how many characters some bytes hold, one chunk in memory at a time.

    Args:
        chunks: The bytes, cut anywhere.
        encoding: As from `marked_encoding`; null is taken for UTF-8.

    Returns:
        The number of code points; a broken one counts as one, a byte order mark as none.

    >>> count_characters([b"caf\xc3", b"\xa9"], None)
    4
    """
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")(errors="replace")
    count, marked = 0, False
    for chunk in chunks:
        decoded = decoder.decode(chunk)
        marked = marked or (count == 0 and decoded.startswith("\ufeff"))
        count += len(decoded)
    return count + len(decoder.decode(b"", final=True)) - marked


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise UndecodableText(name=name) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _broken_utf8(data) or _as_declared(data, declared) or _guessed(data, name)


def _as_declared(data: bytes, declared: str | None) -> str | None:
    """The text in the encoding that was declared; null if that is none, or does not fit."""
    label = (declared or "").strip().lower().replace("-", "_")
    # Only what is known by that name beyond Python, and so no escapes and no Punycode.
    name = aliases.get(label, label)
    if name not in aliases.values():
        return None
    try:
        return data.decode(_MEANT.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None


def _broken_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return text if broken <= _MAX_BROKEN_SHARE * beyond_ascii else None


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    english = from_bytes(data, cp_isolation=_ENGLISH_CODE_PAGES).best()
    if english is not None and reads_as_english(str(english)):
        return data.decode(english.encoding)
    best = from_bytes(data).best()
    if best is None:
        raise UndecodableText(name=name)
    return data.decode(best.encoding)
