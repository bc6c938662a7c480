"""A page, read back by an HTML parser: its text, what marks it, and everything it is made of."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_VOID: Final = {"meta", "rect", "br", "link"}


class ParsedPage(HTMLParser):
    """What a page says, without any trust in how it was written."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.over: list[
            tuple[frozenset[str], frozenset[str]]
        ] = []  # roles and keys of each character
        self.elements: set[tuple[str, frozenset[str]]] = set()
        self.scripts: list[str] = []
        self.notes: list[str] = []
        self.rows = 0
        self.links: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.add((tag, frozenset(attributes)))
        if tag not in _VOID:
            self._open.append((tag, attributes))
        if "note" in attributes.get("class", "").split():
            self.notes.append("")
        if tag == "tr" and "data-of" in attributes:
            self.rows += 1
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, attributes = self._open[-1] if self._open else ("", {})
        classes = [a.get("class", "").split() for _, a in self._open]
        if ["text"] in classes:
            self.text += data
            roles = attributes.get("class", "").split() if tag == "mark" else []
            shown = frozenset(role for role in roles if not role.startswith("deep"))
            keys = (
                frozenset(attributes.get("data-of", "").split()) if tag == "mark" else frozenset()
            )
            self.over += [(shown, keys)] * len(data)
        if any("note" in one for one in classes):
            self.notes[-1] += data
        if tag == "script":
            self.scripts[-1] += data
