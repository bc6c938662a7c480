"""Show an article to a reader, and turn what the reader wrote down into gold.

`python -m training.annotation.annotate show SPLIT NAME` prints numbered sentences and the
attributions that the corpus marks. The reader writes one JSON object a line, as
`docs/annotation.md` explains; `… check SPLIT NAME FILE [--out GOLD.json]` says what is wrong with
them, and writes the gold once nothing is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from reportedly.ledger import (
    Actor,
    Article,
    Attribution,
    Claim,
    Condition,
    Position,
    Span,
    Spans,
)
from training.annotation.gold import Gold, GoldActor, Trap
from training.annotation.notation import NotThere, point
from training.polnear import GoldAttribution, read_article, read_metadata
from training.silver import read_parse

SHARED = Path("../shared/data/polnear")

_ROLES = ("source", "cue", "content")
_KINDS: dict[str, Any] = {
    "actor": Actor,
    "attribution": Attribution,
    "claim": Claim,
    "position": Position,
    "condition": Condition,
    "trap": Trap,
}

#: Kinds whose entries need no name: they are numbered as they come.
_NUMBERED = {"claim": "C", "position": "P", "condition": "K"}

#: Fields that hold spans, as readers call them and as the ledger does.
_SPANS = {
    "source_at": "source_spans",
    "cue": "cue_spans",
    "content": "content_spans",
    "carried": "carried_spans",
    "justification": "justification_spans",
    "mentions": "mentions",
    "spans": "spans",
    "markers": "markers",
    "target": "target_spans",
    "evidence": "evidence_spans",
    "outcome": "outcome_spans",
    "requirement": "requirement_spans",
}


@dataclass(frozen=True)
class Task:
    """An article to annotate."""

    name: str
    text: str
    sentences: list[Span]
    marked: tuple[GoldAttribution, ...]
    outlet: str
    published: str
    title: str

    @classmethod
    def load(cls, split: str, name: str, shared: Path = SHARED) -> Task:
        """An article of PolNeAR, in the sentences that CoreNLP found."""
        gold = read_article(shared / split, name)
        parse = read_parse(shared / split, name)
        sentences = [(s["tokens"][0][0], s["tokens"][-1][1]) for s in parse["sentences"]]
        row = read_metadata(shared)[name]
        marked = next(iter(gold.annotations.values()))
        about = (row["publisher"], row["publication_date"], row["title"])
        return cls(name, gold.text, sentences, marked, *about)

    def show(self) -> str:
        """The article as a reader sees it."""
        lines = [f"Outlet: {self.outlet}   Published: {self.published}   Title: {self.title}", ""]
        for number, (start, end) in enumerate(self.sentences, start=1):
            if number > 1 and "\n" in self.text[self.sentences[number - 2][1] : start]:
                lines.append("")
            lines.append(f"[{number}] {' '.join(self.text[start:end].split())}")
        lines += ["", "Attributions that the corpus marks:"]
        for number, one in enumerate(self.marked, start=1):
            parts = (
                f"{role} {' … '.join(self._quoted(span) for span in getattr(one, role)) or '-'}"
                for role in ("source", "cue", "content")
            )
            lines.append(f"R{number}  {'  |  '.join(parts)}")
        return "\n".join(lines)

    def _quoted(self, span: Span) -> str:
        number = sum(start <= span[0] for start, _ in self.sentences)
        return f"{number}: {' '.join(self.text[slice(*span)].split())}"


@dataclass
class Check:
    """What a reader wrote, on its way to gold."""

    task: Task
    problems: list[str] = field(default_factory=list)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    doubtful: list[str] = field(default_factory=list)
    silent: set[int] = field(default_factory=set)

    def read(self, lines: Sequence[str]) -> None:
        """Take in all lines; what is wrong with them goes to ``problems``."""
        for number, line in enumerate(lines, start=1):
            try:
                if line.strip():
                    self._take(json.loads(line))
            except (ValueError, TypeError) as error:  # of JSON, of msgspec, and `NotThere`
                self.problems.append(f"line {number}: {error}")
        self.problems += [*self._unknown_ids(), *self._unaccounted()]

    def _take(self, record: dict[str, Any]) -> None:
        if "silent" in record:
            self.silent |= set(record["silent"])
            return
        kind = next(iter(record), None)
        if kind not in _KINDS:
            raise NotThere(f"begin each line with one of {', '.join(_KINDS)}")
        key = record.pop(kind)
        if kind in _NUMBERED:
            if key != "own":
                record["attribution"] = key
            key = f"{_NUMBERED[kind]}{len(self.entries.get(kind, [])) + 1}"
        elif kind == "actor":
            record.setdefault("anonymity", "named")
            record["named"] = record["anonymity"] == "named"
        elif kind == "trap":
            record |= {"instead": key, "span": self._spans(record["span"])[0]}
            key = f"T{len(self.entries.get(kind, [])) + 1}"
        elif record.pop("doubtful", False):
            self.doubtful.append(key)
            return
        values = {_SPANS.get(name, name): self._value(name, v) for name, v in record.items()}
        if kind == "attribution" and key.startswith("R"):
            values |= {f"{role}_spans": getattr(self._marked(key), role) for role in _ROLES}
        fields = {field.name for field in msgspec.structs.fields(_KINDS[kind])}
        if unknown := values.keys() - fields:
            raise NotThere(f"no such field: {', '.join(sorted(unknown))}")
        entry = msgspec.convert({"id": key} | values, _KINDS[kind], strict=True)
        self.entries.setdefault(kind, []).append(entry)

    def _marked(self, key: str) -> GoldAttribution:
        try:
            return self.task.marked[int(key[1:]) - 1]
        except (ValueError, IndexError):
            raise NotThere(f"the corpus marks no {key}; new ones are called N1, N2, …") from None

    def _value(self, name: str, value: Any) -> Any:
        if name == "dates":
            return [
                {"span": self._spans(words)[0], "start": start, "end": end}
                for words, start, end in value
            ]
        return self._spans(value) if name in _SPANS else value

    def _spans(self, specs: str | list[str]) -> Spans:
        specs = [specs] if isinstance(specs, str) else specs
        found = {point(spec, self.task.text, self.task.sentences) for spec in specs}
        return tuple(sorted(found))

    def _unknown_ids(self) -> Iterator[str]:
        """Ids that lead nowhere."""
        actors = {actor.id for actor in self.entries.get("actor", [])} | {"A0"}
        attributions = {a.id: a for a in self.entries.get("attribution", [])}
        for a in attributions.values():
            if a.chain and (a.chain[0] != "A0" or (a.source and a.chain[-1] != a.source)):
                yield f"{a.id}: a chain leads from A0 to the source"
            for actor in {a.source, *a.chain} - actors - {None}:
                yield f"{a.id}: there is no actor {actor}"
            if a.within and a.within not in attributions:
                yield f"{a.id}: there is no attribution {a.within}"
        for kind in _NUMBERED:
            for entry in self.entries.get(kind, []):
                if entry.attribution and entry.attribution not in attributions:
                    yield f"{kind} {entry.id}: there is no attribution {entry.attribution}"
        for entry in self.entries.get("position", []):
            if entry.actor not in actors:
                yield f"position {entry.id}: there is no actor {entry.actor}"

    def _unaccounted(self) -> Iterator[str]:
        """Attributions of the corpus and sentences that nothing was said about."""
        attributions = self.entries.get("attribution", [])
        said = {a.id for a in attributions} | set(self.doubtful)
        for number in range(1, len(self.task.marked) + 1):
            if f"R{number}" not in said:
                yield f"R{number} has no line"
        heard = [span for claim in self.entries.get("claim", []) for span in claim.spans]
        heard += [span for a in attributions for span in (*a.content_spans, *a.cue_spans)]
        for number, (start, end) in enumerate(self.task.sentences, start=1):
            if number not in self.silent and not any(a < end and start < b for a, b in heard):
                yield f"sentence {number} is in no claim; if it asserts nothing, call it silent"

    def gold(self) -> Gold:
        """What is kept."""
        get = self.entries.get
        actors = get("actor", [])
        if not any(actor.id == "A0" for actor in actors):
            outlet = Actor(
                id="A0", name=self.task.outlet, kind="outlet", named=True, anonymity="named"
            )
            actors = [outlet, *actors]
        return Gold(
            name=self.task.name,
            id=Article(text=self.task.text).id,
            actors=tuple(GoldActor.of(actor, self.task.text) for actor in actors),
            attributions=tuple(get("attribution", [])),
            claims=tuple(get("claim", [])),
            positions=tuple(get("position", [])),
            conditions=tuple(get("condition", [])),
            traps=tuple(get("trap", [])),
            doubtful=tuple(self.doubtful),
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in ("show", "check"):
        sub = commands.add_parser(command)
        sub.add_argument("split", choices=("train", "dev"))
        sub.add_argument("name")
        if command == "check":
            sub.add_argument("file", type=Path)
            sub.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    task = Task.load(options.split, options.name, options.shared)
    if options.command == "show":
        print(task.show())
        return 0
    check = Check(task)
    check.read(options.file.read_text(encoding="utf-8").splitlines())
    print("\n".join(check.problems) or "nothing wrong")
    print(", ".join(f"{len(entries)} {kind}s" for kind, entries in check.entries.items()))
    if check.problems:
        return 1
    if options.out:
        options.out.write_text(check.gold().to_json(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
