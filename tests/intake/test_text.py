"""Bytes → text: which encoding is told, and what is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BinaryInput, UndecodableText
from reportedly.intake.text import count_characters, decode, marked_encoding, refuse_known_binary

CURLY = (
    "“We have no money left,” the chairwoman said. “It’s over.” The vote is on Tuesday — or not."
)
ACCENTS = (
    "The café owners' petition had 4,000 names, said José Núñez, the deputy mayor, who drove from "
    "Málaga on Sunday to hand it over to the council."
)
JAPANESE = "港湾評議会は火曜日、古いフェリーターミナルを閉鎖するかどうかを採決すると議長が述べた。"
RUSSIAN = "Городской совет во вторник проголосует за закрытие старого терминала."

# What a text has none of: NUL and other control characters, and halves of characters.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\t\n\v\f\r"))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CURLY, "utf-8"),
        (CURLY, "utf-8-sig"),
        (CURLY, "utf-16"),
        (CURLY, "utf-32"),
        (CURLY, "cp1252"),
        (CURLY, "mac_roman"),
        (ACCENTS, "latin-1"),
        (ACCENTS, "cp1252"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (RUSSIAN, "cp1251"),
        ("", "utf-8"),
        ("She said no.", "ascii"),
    ],
)
def test_the_encoding_is_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(TEXTS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_text_comes_back_exactly(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@given(TEXTS.filter(lambda text: not text.startswith(("\ufeff", "{\\rtf", "%PDF-"))))
def test_utf_8_comes_back_exactly(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except (BinaryInput, UndecodableText):
        return
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        "First line\r\nsecond\rthird\n\n\n",
        "four\u00a0million, he\u200b said\u2028next",
        "e\u0301 is not é, \ufb01 not fi, 👩\u200d🚒 one picture of three characters",
        "said \ufeff in the middle",
        "He said so.\n```",
    ],
)
def test_nothing_is_normalised(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (CURLY.encode()[:-2] + b"\xe2\x80", CURLY[:-2] + "\ufffd"),
        ("“Yes,” she “said”.\n".encode() + b"caf\xe9\n", "“Yes,” she “said”.\ncaf\ufffd\n"),
    ],
    ids=["cut in mid-character", "one byte of another encoding"],
)
def test_broken_utf_8_is_utf_8_with_its_breaks_shown(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive, or a Word or OpenDocument file"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (rb"{\rtf1\ansi He said so.}", "a Rich Text document"),
    ],
)
def test_a_known_kind_of_file_is_refused_by_name(start: bytes, kind: str) -> None:
    with pytest.raises(BinaryInput) as refusal:
        refuse_known_binary(start, "minutes")
    assert refusal.value.message == f"minutes ({kind}) is not a text file."


@pytest.mark.parametrize(
    "data",
    [
        b"He said\0so.",
        "He said\0so.".encode("utf-16"),
        "He said so.".encode("utf-16-le"),
        b"\x01\x02\x03He said so\x04\x05",
        bytes(range(1, 9)) * 100,
    ],
    ids=["NUL", "NUL in UTF-16", "UTF-16 without its mark", "controls", "only controls"],
)
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(BinaryInput):
        decode(data, "a.txt")


def test_a_stray_control_character_is_no_reason_to_refuse_a_text() -> None:
    text = CURLY + "\x07 \x1b[1mBold,\x1b[0m he said."
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [codecs.BOM_UTF16_LE + b"odd", codecs.BOM_UTF8 + b"\xff\xfe", bytes(range(128, 256)) * 9],
    ids=["half of a UTF-16 unit", "marked UTF-8 that is none", "bytes of no encoding"],
)
def test_what_is_in_no_encoding_is_undecodable(data: bytes) -> None:
    with pytest.raises(UndecodableText):
        decode(data, "a.txt")


@given(st.text(), st.sampled_from(["utf-8", "utf-16-le", "utf-32-be"]), st.integers(1, 7))
def test_characters_are_counted_across_chunks(text: str, encoding: str, size: int) -> None:
    data = text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    counted = data.decode(encoding, "replace").removeprefix("\ufeff")
    assert count_characters(chunks, encoding) == len(counted)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_the_mark_of_an_encoding_is_told(encoding: str) -> None:
    assert marked_encoding(("\ufeff" + CURLY).encode(encoding)) == encoding
