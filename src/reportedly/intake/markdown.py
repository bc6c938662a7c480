"""Markdown → a draft: the article's plain text by paragraphs, and its front matter.

In: a Markdown text (CommonMark). Out: a `Draft` whose text has one blank line between paragraphs.

- Headings, list items and quoted paragraphs are paragraphs of the text.
- Emphasis, links and inline code keep their words and lose their marks; pictures are left out.
- A line break within a paragraph is a space, a hard break a new line.
- Fenced blocks are kept as written, marks included, so that a stray closing fence at the end of an
  article stays where it was. Indented text is a paragraph, not code: it is news, not a manual.
- HTML in the text is reduced to its words, scripts and comments left out.
- The metadata come from a front matter between two lines of three dashes, ``key: value`` a line,
  as most site generators write it; the title failing that from a top heading at the very start.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reportedly.intake.dates import day_written
from reportedly.intake.draft import Draft, tidied

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_ENTRY: Final = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")

# What site generators (Hugo, Jekyll, Eleventy, Pelican) and exports call the fields; first found.
_KEYS: Final = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publication", "publisher", "site"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "pubdate", "publishdate"),
    "url": ("url", "link", "canonical", "canonical_url"),
}

_LINE_END: Final = re.compile(r"\r\n?|\n")


def read_markdown(source: str) -> Draft:
    r"""Return the plain text of a Markdown article, and what its front matter says of it.

    Args:
        source: The Markdown text.

    Returns:
        The draft. Its text is new: offsets count in it, not in the source.

    >>> draft = read_markdown("---\nauthor: Ida Holm\n---\n# Ferry stops\n\n*No*, [she](x) said.")
    >>> draft.text, draft.title, draft.author
    ('Ferry stops\n\nNo, she said.', 'Ferry stops', 'Ida Holm')
    """
    source = _LINE_END.sub("\n", source)
    front_matter = _FRONT_MATTER.match(source)
    entries = _entries(front_matter[1]) if front_matter else {}
    body = source[front_matter.end() :] if front_matter else source
    tokens = _parser().parse(body)
    paragraphs = [paragraph for paragraph in _paragraphs(tokens, body.split("\n")) if paragraph]
    found = {
        field: next((entries[key] for key in keys if key in entries), None)
        for field, keys in _KEYS.items()
    }
    if tokens and tokens[0].tag == "h1":
        found["title"] = found["title"] or _plain(tokens[1].children or ())
    return Draft(
        "\n\n".join(paragraphs),
        title=tidied(found["title"]),
        outlet=tidied(found["outlet"]),
        author=tidied(found["author"]),
        published=day_written(found["published"]),
        url=tidied(found["url"]),
    )


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable("code")


def _paragraphs(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield _plain(token.children or ()).strip()
        elif token.type == "fence" and token.map:
            yield "\n".join(lines[token.map[0] : token.map[1]]).strip("\n")
        elif token.type == "html_block":
            yield _words(token.content)


def _plain(tokens: Sequence[Token]) -> str:
    plain = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        token.content if token.type in ("text", "code_inline") else plain.get(token.type, "")
        for token in tokens
    )


def _words(html: str) -> str:
    from trafilatura import html2txt

    return html2txt(f"<html><body><div>{html}</div></body></html>")


def _entries(front_matter: str) -> dict[str, str]:
    """Return the top-level strings of a front matter; lists are joined by "; "."""
    entries: dict[str, list[str]] = {}
    values: list[str] = []
    for line in front_matter.splitlines():
        if entry := _ENTRY.fullmatch(line):
            values = entries.setdefault(entry["key"].lower(), [])
            value = (entry["value"] or "").strip()
            listed = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
            values += map(_unquoted, listed)
        elif item := _ITEM.fullmatch(line):
            values.append(_unquoted(item["value"]))
    return {key: "; ".join(filter(None, values)) for key, values in entries.items()}


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
