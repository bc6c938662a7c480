"""GUM's CoNLL-U → documents with their tokens, mentions and discourse relations.

The Georgetown University Multilayer corpus (Zeldes 2017): entities with coreference, Universal
Dependencies (CoNLL-U, v2 of the format), and enhanced rhetorical structure (eRST; Zeldes et al.
2025), whose relations have secondary edges beside the tree. A document's text is put together
again from its tokens, with an empty line between paragraphs; every span is a half-open pair of
code-point offsets into it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Span = tuple[int, int]

#: Relations that this project learns from; in eRST's taxonomy each is "class-subclass".
ATTRIBUTIONS: Final = ("attribution-positive", "attribution-negative")
CONDITION: Final = "contingency-condition"
CONCESSION: Final = "adversative-concession"

_ENTITY: Final = re.compile(r"\((?P<opened>[^()]+)(?P<single>\))?|(?P<closed>[^()]+)\)")
_RELATION: Final = re.compile(r"(?P<name>[A-Za-z-]+)(?:_m)?:(?P<unit>\d+)->(?P<head>\d+):")
_ROOT: Final = re.compile(r"ROOT:(?P<unit>\d+):")
_WORD_LINE: Final = re.compile(r"\d+(?:-\d+)?\t")
_PARAGRAPH_END: Final = "\n\n"


@dataclass(frozen=True)
class Token:
    """A syntactic word: its characters, its lemma, and its place in the tree of its sentence.

    ``head`` is the position of its head among the document's tokens, or None at the root.
    """

    span: Span
    lemma: str
    part_of_speech: str
    head: int | None
    relation: str


@dataclass(frozen=True)
class Mention:
    """One mention of an entity; mentions with the same ``entity`` corefer.

    ``name`` is the entity's Wikipedia title, if it has one. ``status`` is its information status:
    new, given (giv:act, giv:inact), accessible.
    """

    span: Span
    entity: str
    kind: str
    status: str
    name: str | None


@dataclass(frozen=True)
class Relation:
    """How one discourse unit relates to another; both are positions among the document's units."""

    name: str
    unit: int
    head: int
    secondary: bool


@dataclass(frozen=True)
class Document:
    """One annotated text; all spans are offsets into ``text``."""

    name: str
    genre: str
    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    units: tuple[Span, ...]
    relations: tuple[Relation, ...]


def read_split(directory: Path, split: str = "train") -> Iterator[Document]:
    """The documents of a split, in order of name.

    Args:
        directory: the folder with the CoNLL-U files and ``splits.md``.
        split: "dev", or "train": every document that ``splits.md`` puts into no other split.

    Raises:
        KeyError: there is no such split.
    """
    splits = read_splits(directory / "splits.md")
    elsewhere = {name for key, names in splits.items() if key != split for name in names}
    wanted = None if split == "train" else splits[split]
    for path in sorted(directory.glob("*.conllu")):
        if path.stem not in elsewhere and (wanted is None or path.stem in wanted):
            yield read_document(path)


def read_splits(path: Path) -> dict[str, frozenset[str]]:
    """The names of documents under each heading of ``splits.md``."""
    splits: dict[str, set[str]] = {}
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip()
            splits[heading] = set()
        elif line.lstrip().startswith("* ") and heading:
            splits[heading].add(line.strip().removeprefix("* ").strip())
    return {name: frozenset(documents) for name, documents in splits.items()}


def read_document(path: Path) -> Document:
    """Read one CoNLL-U file."""
    return parse(path.stem, path.read_text(encoding="utf-8"))


def parse(name: str, conllu: str) -> Document:
    r"""Parse one document.

    Args:
        name: as in ``splits.md``; its second part is the genre.
        conllu: the file's text.

    >>> rows = ["1 She she PRON PRP _ 2 nsubj _ Discourse=ROOT:1:0|Entity=(1-person-new-c-x-1-sgl)",
    ...         "2 left leave VERB VBD _ 0 root _ SpaceAfter=No", "3 . . PUNCT . _ 2 punct _ _"]
    >>> document = parse("GUM_news_x", "\n".join(row.replace(" ", "\t") for row in rows) + "\n")
    >>> document.text, [m.kind for m in document.mentions], document.units
    ('She left.', ['person'], ((0, 9),))
    """
    parser = _Parser()
    for block in re.split(r"\n\s*\n", conllu):
        parser.sentence(block.splitlines())
    return Document(
        name=name,
        genre=name.split("_")[1],
        text="".join(parser.text).rstrip(),
        sentences=tuple(parser.sentences),
        tokens=tuple(parser.tokens),
        mentions=tuple(sorted(parser.mentions, key=lambda m: (m.span[0], -m.span[1]))),
        units=tuple(parser.unit_spans()),
        relations=tuple(parser.relations()),
    )


class _Parser:
    """What is known of a document after some of its sentences."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.sentences: list[Span] = []
        self.tokens: list[Token] = []
        self.mentions: list[Mention] = []
        self._open: dict[str, list[tuple[int, list[str]]]] = {}
        self._units: list[tuple[int, int]] = []  # number in the file, position of its first token
        self._relations: list[tuple[str, int, int, bool]] = []

    def sentence(self, lines: Sequence[str]) -> None:
        """Add one block of the file: comments, then a line a token."""
        rows = [line.split("\t") for line in lines if _WORD_LINE.match(line)]
        if not rows:
            return
        if self.text:
            self._write(_PARAGRAPH_END if any(x.startswith("# newpar") for x in lines) else " ")
        start, offset = self.length, len(self.tokens)
        while rows:
            # One orthographic word: a word, or a range line and the words that it is made of.
            surface = rows[0]
            first, _, last = surface[0].partition("-")
            count = int(last) - int(first) + 1 if last else 1
            words = rows[1 : 1 + count] if last else rows[:1]
            del rows[: count + bool(last)]
            for row, span in zip(words, _spans(surface[1], words, self.length), strict=True):
                head = int(row[6])
                place = offset + head - 1 if head else None
                self.tokens.append(Token(span, row[2], row[4], place, row[7]))
                misc = _pairs(row[9])
                self._discourse(misc.get("Discourse", ""))
                self._entities(misc.get("Entity", ""))
            spaced = rows and _pairs(surface[9]).get("SpaceAfter") != "No"
            self._write(surface[1] + (" " if spaced else ""))
        self.sentences.append((start, self.tokens[-1].span[1]))

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _discourse(self, value: str) -> None:
        for rank, edge in enumerate(value.split(";")):
            if match := _RELATION.match(edge):
                unit, head = int(match["unit"]), int(match["head"])
                self._relations.append((match["name"], unit, head, rank > 0))
            elif match := _ROOT.match(edge):
                unit = int(match["unit"])
            else:
                continue
            if rank == 0:
                self._units.append((unit, len(self.tokens) - 1))

    def _entities(self, value: str) -> None:
        last = len(self.tokens) - 1
        for match in _ENTITY.finditer(value):
            if match["opened"]:
                fields = match["opened"].split("-")
                if match["single"]:
                    self._mention(last, last, fields)
                else:
                    self._open.setdefault(fields[0], []).append((last, fields))
            else:
                first, fields = self._open[match["closed"]].pop()
                self._mention(first, last, fields)

    def _mention(self, first: int, last: int, fields: Sequence[str]) -> None:
        span = (self.tokens[first].span[0], self.tokens[last].span[1])
        name = "-".join(fields[7:]).replace("_", " ") or None
        self.mentions.append(Mention(span, fields[0], fields[1], fields[2], name))

    def unit_spans(self) -> Iterator[Span]:
        """Each unit reaches from its first token to the next unit's."""
        firsts = [first for _, first in self._units]
        for first, following in zip(firsts, [*firsts[1:], len(self.tokens)], strict=True):
            yield self.tokens[first].span[0], self.tokens[following - 1].span[1]

    def relations(self) -> Iterator[Relation]:
        """Relations between positions; an edge to a unit that is not there is an error."""
        positions = {number: position for position, (number, _) in enumerate(self._units)}
        for name, unit, head, secondary in self._relations:
            yield Relation(name, positions[unit], positions[head], secondary)


def _spans(surface: str, words: Sequence[Sequence[str]], start: int) -> list[Span]:
    """Where the words of ``surface`` stand; at all of it, each, if they do not make it up."""
    forms = [row[1] for row in words]
    if "".join(forms) != surface:
        return [(start, start + len(surface))] * len(words)
    ends = [start + end for end in itertools.accumulate(map(len, forms))]
    return list(zip([start, *ends[:-1]], ends, strict=True))


def _pairs(misc: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in misc.split("|") if "=" in pair)
