"""A ledger → one self-contained page: the marked-up article, notes in its margin, and tables.

In: a `Ledger`, nothing of which is trusted. Out: HTML5 that needs no other file and makes no
request. Its content security policy (CSP level 3) lets only the page's own style sheet and its own
few lines of script take effect, by their hashes; without the script nothing but the highlighting
of what belongs together is lost. Colours meet WCAG 2.2, level AA, in light and dark; on paper and
without colour, underlines tell sources, cues and contents apart.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from reportedly.audit import audit, stretches
from reportedly.formats.markup import attribute, badges, escaped, link
from reportedly.formats.names import HEARSAY, unsourced_hearsay
from reportedly.formats.panels import hanging, positions, strip, voices
from reportedly.formats.rows import UNSURE, Row, counts, meaning, place, quoted_stretches, rows
from reportedly.formats.segments import Segment, segments
from reportedly.formats.voices import has_sources, origins_of, shares
from reportedly.ledger import Ledger

#: Notes and marks name one another by the attribution's position: ids may hold any character.
KEY: Final = "a{}"

#: The columns of the table.
HEADS: Final = ("", "Who", "How", "What", "Kind", "Act", "Confidence")

# How deep marks are told apart by their shade.
_DEEPEST: Final = 2

# A paragraph with the line ends after it: blank lines are shown as space between paragraphs.
_PARAGRAPH: Final = re.compile(r"[^\r\n]+[\r\n]*|[\r\n]+")


def page(ledger: Ledger) -> str:
    """Return the page of a ledger.

    The text of the elements with the class ``text``, joined, is the article's text exactly (but for
    null characters, which HTML cannot hold).

    >>> from reportedly.ledger import Article, ModelInfo
    >>> article = Article(text="Rain <b>soon</b>.", title="Weather")
    >>> document = page(Ledger(model=ModelInfo(name="none", version="0"), article=article))
    >>> "Rain &lt;b&gt;soon&lt;/b&gt;." in document
    True
    """
    article, model = ledger.article, ledger.model
    style, script = _resource("page.css"), _resource("page.js")
    name = escaped(article.title or article.outlet or "Article")
    keys = {entry.id: KEY.format(number) for number, entry in enumerate(ledger.attributions)}
    policy = (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<title>{name}: who says what</title>\n",
            f"<style>{style}</style>\n</head>\n<body>\n",
            _header(ledger),
            "<main>\n",
            *_article(ledger),
            *_table(ledger),
            *positions(ledger, keys),
            *hanging(ledger, keys),
            "</main>\n",
            f"<footer>Read with reportedly, model {escaped(model.name)} {escaped(model.version)}. ",
            "Confidence is the probability that an entry is right. ",
            f"<span>Text {escaped(article.id[:16])}</span></footer>\n",
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _header(ledger: Ledger) -> str:
    article = ledger.article
    marked = any(claim.markers for claim in ledger.claims)
    hearsay = f' <mark class="marker">{HEARSAY}</mark>' if marked else ""
    known = [escaped(value) for value in (article.outlet, article.author) if value]
    if article.published:
        known.append(f"<time>{escaped(article.published)}</time>")
    if article.url:
        known.append(link(article.url))
    flags = "".join(f'<p class="flag">{escaped(meaning(flag))}</p>\n' for flag in ledger.flags)
    return (
        '<header>\n<p class="kicker">Who says what</p>\n'
        f'<h1 dir="auto">{escaped(article.title or "Untitled article")}</h1>\n'
        + (f'<p class="byline" dir="auto">{" · ".join(known)}</p>\n' if known else "")
        + f"{flags}{_voices(ledger)}"
        '<p class="legend" aria-label="Legend"><mark class="source">source</mark> '
        '<mark class="cue">cue</mark> <mark class="content">content</mark> '
        f'<mark class="content deep1">content within content</mark>{hearsay}</p>\n</header>\n'
    )


def _voices(ledger: Ledger) -> str:
    """Whose voice the article speaks in; how much is attributed, if the ledger knows no sources."""
    sums, found, length = counts(ledger), audit(ledger), len(ledger.article.text)
    head = f'<p class="sums"><strong>{escaped(str(sums))}.</strong> '
    if has_sources(found.words):
        told = ", ".join(told for _, told in shares(found.words))
        words = f"{found.words.total:,} words, {origins_of(found)}."
        pieces = [(piece.start, piece.end, piece.voice) for piece in stretches(ledger)]
        return f"{strip(pieces, length, told)}{voices(found)}{head}{words}</p>\n"
    told = f"{sums.share:.0%} is attributed"
    words = f"{sums.share:.0%} of {sums.words:,} words stand on somebody’s word."
    quoted = [(start, end, "named") for start, end in quoted_stretches(ledger)]
    return f"{strip(quoted, length, told)}{head}{words}</p>\n"


def _article(ledger: Ledger) -> Iterator[str]:
    """Each paragraph of the text, marked up, with the notes of the cues that stand in it."""
    text = ledger.article.text
    spans = [found.span() for found in _PARAGRAPH.finditer(text)]
    bodies = [start + len(text[start:end].rstrip("\r\n")) for start, end in spans]
    pieces = segments(ledger, [*bodies, *(end for _, end in spans)])
    notes = sorted([*_notes(ledger)], key=lambda note: note[0])
    piece = note = 0
    language = attribute(ledger.article.language or "und")
    yield f'<article aria-label="The article" lang="{language}" dir="auto">\n'
    for _, end in spans:
        yield '<div class="paragraph"><p class="text" dir="auto">'
        while piece < len(pieces) and pieces[piece].start < end:
            yield _marked(text, pieces[piece], ledger)
            piece += 1
        yield "</p>"
        beside = []
        while note < len(notes) and notes[note][0] < end:
            beside.append(notes[note][1])
            note += 1
        if beside:
            yield f'<ul class="notes" lang="en">{"".join(beside)}</ul>'
        yield "</div>\n"
    yield "</article>\n"


def _marked(text: str, segment: Segment, ledger: Ledger) -> str:
    words = text[segment.start : segment.end]
    if not words.strip("\r\n"):
        return f'<span class="gap">{escaped(words)}</span>'
    if not segment.marks:
        return escaped(words)
    classes = {mark.role: None for mark in segment.marks}
    depth = max((mark.depth for mark in segment.marks if mark.role == "content"), default=0)
    deep = f" deep{min(depth, _DEEPEST)}" if depth else ""
    marks = [mark for mark in segment.marks if mark.role != "marker"]
    entries = {mark: ledger.attributions[mark.number] for mark in marks}
    told = [f"{mark.role} of {entry.id}" for mark, entry in entries.items()]
    told += [HEARSAY] if "marker" in classes else []
    keys = " ".join(dict.fromkeys(KEY.format(mark.number) for mark in marks))
    of = f' data-of="{keys}"' if keys else ""
    begun = dict.fromkeys(e.id for e in entries.values() if place(e) == segment.start)
    number = f' data-begins="{attribute(" ".join(begun))}"' if begun else ""
    return (
        f'<mark class="{" ".join(classes)}{deep}"{of}{number} '
        f'title="{attribute(", ".join(told))}">{escaped(words)}</mark>'
    )


def _notes(ledger: Ledger) -> Iterator[tuple[int, str]]:
    """The notes of the margin, each with the offset that it belongs to."""
    for row in rows(ledger):
        yield place(row.entry), _note(row)
    for at in unsourced_hearsay(ledger):
        yield at, f'<li class="own">own voice{badges((HEARSAY,))}</li>'


def _note(row: Row) -> str:
    key = KEY.format(row.number)
    nested = " nested" if row.depth else ""
    return (
        f'<li id="{key}" class="note{nested}"><a href="#row-{key}" data-of="{key}" dir="auto">'
        f'<b>{escaped(row.id)}</b> <span class="source">{escaped(row.name or row.who)}</span> '
        f'<span class="cue">{escaped(row.how)}</span>{badges(row.badges)}</a></li>'
    )


def _table(ledger: Ledger) -> Iterator[str]:
    yield '<section aria-labelledby="table"><h2 id="table">Every attribution</h2>\n'
    if not ledger.attributions:
        yield "<p>Nothing in this text is attributed to anyone.</p></section>\n"
        return
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="table"><table>\n'
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    within = {row.entry.id: row for row in rows(ledger)}
    for row in rows(ledger):
        entry, key = row.entry, KEY.format(row.number)
        outer = f" <small>within {escaped(within[entry.within].id)}</small>" if entry.within else ""
        negated = " <small>negated</small>" if entry.negated else ""
        unsure = ' class="unsure"' if entry.confidence < UNSURE else ""
        yield (
            f'<tr id="row-{key}" data-of="{key}" class="depth{min(row.depth, _DEEPEST)}">'
            f'<th scope="row"><a href="#{key}" data-of="{key}">{escaped(row.id)}</a>{outer}</th>'
            f'<td dir="auto">{_who(row)}</td>'
            f'<td dir="auto"><span class="cue">{escaped(row.how)}</span>{negated}</td>'
            f'<td dir="auto" class="what">{escaped(row.what)}{badges(row.weight)}</td>'
            f"<td>{entry.quotation}</td><td>{entry.act}</td>"
            f"<td{unsure}>{entry.confidence:.2f}</td></tr>\n"
        )
    yield "</tbody></table></div></section>\n"


def _who(row: Row) -> str:
    chain = f'<small class="chain">{escaped(row.chain)}</small>' if row.relayed else ""
    name = f'<span class="source">{escaped(row.name or row.who)}</span>'
    return f"{name}{badges(row.badges)}{chain}"


def _hashed(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _resource(name: str) -> str:
    return files("reportedly.formats").joinpath(name).read_text(encoding="utf-8")
