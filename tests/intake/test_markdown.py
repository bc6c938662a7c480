"""Markdown: the source and the plain text that is read of it, side by side."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.draft import Draft
from reportedly.intake.markdown import read_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Ferry stops\n\nShe *said* **so**.", "Ferry stops\n\nShe said so."),
        ("Ferry stops\n===\nShe said so.", "Ferry stops\n\nShe said so."),
        ("She said\nso.", "She said so."),
        ("She said  \nso.", "She said\nso."),
        ("She said so.\r\n\r\nHe did not.\r\n", "She said so.\n\nHe did not."),
        ("> “No,” she said.\n>\n> “Never.”", "“No,” she said.\n\n“Never.”"),
        ("- she said\n- he said\n", "she said\n\nhe said"),
        ("He [told *the* Gazette](https://a.example.org 'x') so.", "He told the Gazette so."),
        ("Told ![a boat](boat.jpg) so.", "Told  so."),
        ("Run `ls *` now, he said.", "Run ls * now, he said."),
        ("R\\*d &amp; bl&uuml;e, he said.", "R*d & blüe, he said."),
        ("    “No,” she said,\n    and left.", "“No,” she said, and left."),
        ("He said <b>no</b>.<!-- and left -->", "He said no."),
        ("<div>\n<p>He said no.</p>\n<script>alert(1)</script></div>\n\nNo.", "He said no.\n\nNo."),
        ("One.\n\n---\n\nTwo.", "One.\n\nTwo."),
        ("He said so.\n\n```\n", "He said so.\n\n```"),
        ("```text\n“No,”  she\n said.\n```\nEnd.", "```text\n“No,”  she\n said.\n```\n\nEnd."),
        ("Call me “that”… -- he said", "Call me “that”… -- he said"),
        ("", ""),
        ("---\ntitle: x\n---\n", ""),
    ],
)
def test_the_plain_text_is_read(source: str, text: str) -> None:
    assert read_markdown(source).text == text


@pytest.mark.parametrize(
    ("front_matter", "draft"),
    [
        (
            'title: "Ferry: the end"\nauthor: Ida Holm\npublication: The Daily Example',
            Draft("No.", title="Ferry: the end", outlet="The Daily Example", author="Ida Holm"),
        ),
        (
            "date: 2024-03-04 09:30:00 +0100\nurl: https://a.example.org/ferry",
            Draft("No.", published="2024-03-04", url="https://a.example.org/ferry"),
        ),
        ("headline: Minister: I stay", Draft("No.", title="Minister: I stay")),
        ("Authors: [Ida Holm, 'Bram Okafor']", Draft("No.", author="Ida Holm; Bram Okafor")),
        ("authors:\n  - Ida Holm\n  - Bram Okafor\n", Draft("No.", author="Ida Holm; Bram Okafor")),
        ("date: soon\ntags: [a, b]\ntitle:", Draft("No.")),
        ("not an entry\n# a comment\n  title: indented", Draft("No.")),
    ],
)
def test_the_front_matter_tells_the_metadata(front_matter: str, draft: Draft) -> None:
    assert read_markdown(f"---\n{front_matter}\n---\n\nNo.") == draft


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# Ferry *stops*\n\nNo.", "Ferry stops"),
        ("---\ntitle: The end\n---\n# Ferry stops\n\nNo.", "The end"),
        ("## Ferry stops\n\nNo.", None),
        ("No.\n\n# Ferry stops", None),
        ("#\n\nNo.", None),
        ("Ferry stops\n\nNo.", None),
    ],
)
def test_a_top_heading_at_the_start_is_the_title(source: str, title: str | None) -> None:
    assert read_markdown(source).title == title


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert read_markdown("---\n\nHe said so.").text == "He said so."


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read(source: str) -> None:
    read_markdown(source).text.encode("utf-8")


@pytest.mark.parametrize(
    "source",
    ["[" * 20_000, "*a " * 20_000, "[a](" * 20_000, ">" * 20_000, "- " * 2_000,
     "a <![CDATA[" * 9_000, "---\n" + "a: " * 20_000, "<div>" * 20_000,
     "\n" * 100_000, "_a" * 20_000, "![" * 20_000],
)  # fmt: skip
def test_hostile_markdown_does_not_hang(source: str) -> None:
    started = time.perf_counter()
    read_markdown(source)
    assert time.perf_counter() - started < 20
