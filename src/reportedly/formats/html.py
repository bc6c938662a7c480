"""A ledger → one self-contained page: the marked-up article, notes in its margin, and the table.

In: a `Ledger`, nothing of which is trusted. Out: HTML5 that needs no other file and makes no
request. Its content security policy (CSP level 3) lets only the page's own style sheet and its own
few lines of script take effect, by their hashes; without the script nothing but the highlighting
of what belongs together is lost. Colours meet WCAG 2.2, level AA, in light and dark; on paper and
without colour, underlines tell sources, cues and contents apart.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from reportedly.formats.rows import UNSURE, Row, counts, meaning, place, quoted_stretches, rows
from reportedly.formats.segments import Segment, segments
from reportedly.ledger import Ledger

#: Only these addresses become links; "javascript:" and the like stay text.
LINKABLE: Final = ("http://", "https://")

#: Notes and marks name one another by the attribution's position: ids may hold any character.
KEY: Final = "a{}"

#: The columns of the table.
HEADS: Final = ("", "Who", "How", "What", "Kind", "Act", "Confidence")

# How deep marks are told apart by their shade.
_DEEPEST: Final = 2

# A paragraph with the line ends after it: blank lines are shown as space between paragraphs.
_PARAGRAPH: Final = re.compile(r"[^\r\n]+[\r\n]*|[\r\n]+")

# HTML cannot hold a null character; browsers take a bare carriage return for a line feed.
_REFERENCES: Final = {0x00: "\ufffd", 0x0D: "&#13;"}


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
    name = _text(article.title or article.outlet or "Article")
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
            "</main>\n",
            f"<footer>Read with reportedly, model {_text(model.name)} {_text(model.version)}. ",
            "Confidence is the probability that an entry is right. ",
            f"<span>Text {_text(article.id[:16])}</span></footer>\n",
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _header(ledger: Ledger) -> str:
    article, sums = ledger.article, counts(ledger)
    known = [_text(value) for value in (article.outlet, article.author) if value]
    if article.published:
        known.append(f"<time>{_text(article.published)}</time>")
    if article.url:
        known.append(_link(article.url))
    flags = "".join(f'<p class="flag">{_text(meaning(flag))}</p>\n' for flag in ledger.flags)
    return (
        '<header>\n<p class="kicker">Who says what</p>\n'
        f'<h1 dir="auto">{_text(article.title or "Untitled article")}</h1>\n'
        + (f'<p class="byline" dir="auto">{" · ".join(known)}</p>\n' if known else "")
        + f"{flags}{_strip(ledger, sums.share)}"
        f'<p class="sums"><strong>{_text(str(sums))}.</strong> '
        f"{sums.share:.0%} of {sums.words:,} words stand on somebody’s word.</p>\n"
        '<p class="legend" aria-label="Legend"><mark class="source">source</mark> '
        '<mark class="cue">cue</mark> <mark class="content">content</mark> '
        '<mark class="content deep1">content within content</mark></p>\n</header>\n'
    )


def _strip(ledger: Ledger, share: float) -> str:
    """The article from its first character to its last, with what is attributed filled in."""
    length = len(ledger.article.text) or 1
    bars = "".join(
        f'<rect x="{1000 * start / length:.2f}" width="{1000 * (end - start) / length:.2f}" '
        'height="10"/>'
        for start, end in quoted_stretches(ledger)
    )
    return (
        f'<svg class="strip" role="img" viewBox="0 0 1000 10" preserveAspectRatio="none">'
        f"<title>From the first word to the last: {share:.0%} is attributed</title>"
        f'<rect class="whole" width="1000" height="10"/>{bars}</svg>\n'
    )


def _article(ledger: Ledger) -> Iterator[str]:
    """Each paragraph of the text, marked up, with the notes of the cues that stand in it."""
    text = ledger.article.text
    spans = [found.span() for found in _PARAGRAPH.finditer(text)]
    bodies = [start + len(text[start:end].rstrip("\r\n")) for start, end in spans]
    pieces = segments(ledger, [*bodies, *(end for _, end in spans)])
    notes = sorted(enumerate(rows(ledger)), key=lambda note: (place(note[1].entry), note[0]))
    piece = note = 0
    language = _attribute(ledger.article.language or "und")
    yield f'<article aria-label="The article" lang="{language}" dir="auto">\n'
    for _, end in spans:
        yield '<div class="paragraph"><p class="text" dir="auto">'
        while piece < len(pieces) and pieces[piece].start < end:
            yield _marked(text, pieces[piece], ledger)
            piece += 1
        yield "</p>"
        beside = []
        while note < len(notes) and place(notes[note][1].entry) < end:
            beside.append(_note(notes[note][1]))
            note += 1
        if beside:
            yield f'<ul class="notes" lang="en">{"".join(beside)}</ul>'
        yield "</div>\n"
    yield "</article>\n"


def _marked(text: str, segment: Segment, ledger: Ledger) -> str:
    words = text[segment.start : segment.end]
    if not words.strip("\r\n"):
        return f'<span class="gap">{_text(words)}</span>'
    if not segment.marks:
        return _text(words)
    classes = {mark.role: None for mark in segment.marks}
    depth = max((mark.depth for mark in segment.marks if mark.role == "content"), default=0)
    deep = f" deep{min(depth, _DEEPEST)}" if depth else ""
    keys = " ".join(dict.fromkeys(KEY.format(mark.number) for mark in segment.marks))
    title = ", ".join(
        f"{mark.role} of {ledger.attributions[mark.number].id}" for mark in segment.marks
    )
    begun = [
        ledger.attributions[mark.number].id
        for mark in segment.marks
        if place(ledger.attributions[mark.number]) == segment.start
    ]
    number = f' data-begins="{_attribute(" ".join(dict.fromkeys(begun)))}"' if begun else ""
    return (
        f'<mark class="{" ".join(classes)}{deep}" data-of="{keys}"{number} '
        f'title="{_attribute(title)}">{_text(words)}</mark>'
    )


def _note(row: Row) -> str:
    key = KEY.format(row.number)
    nested = " nested" if row.depth else ""
    return (
        f'<li id="{key}" class="note{nested}"><a href="#row-{key}" data-of="{key}" dir="auto">'
        f'<b>{_text(row.id)}</b> <span class="source">{_text(row.who)}</span> '
        f'<span class="cue">{_text(row.how)}</span></a></li>'
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
        outer = f" <small>within {_text(within[entry.within].id)}</small>" if entry.within else ""
        negated = " <small>negated</small>" if entry.negated else ""
        unsure = ' class="unsure"' if entry.confidence < UNSURE else ""
        yield (
            f'<tr id="row-{key}" data-of="{key}" class="depth{min(row.depth, _DEEPEST)}">'
            f'<th scope="row"><a href="#{key}" data-of="{key}">{_text(row.id)}</a>{outer}</th>'
            f'<td dir="auto"><span class="source">{_text(row.who)}</span></td>'
            f'<td dir="auto"><span class="cue">{_text(row.how)}</span>{negated}</td>'
            f'<td dir="auto" class="what">{_text(row.what)}</td>'
            f"<td>{entry.quotation}</td><td>{entry.act}</td>"
            f"<td{unsure}>{entry.confidence:.2f}</td></tr>\n"
        )
    yield "</tbody></table></div></section>\n"


def _link(url: str) -> str:
    if not url.lower().startswith(LINKABLE):
        return _text(url)
    return f'<a href="{_attribute(url)}" rel="noopener noreferrer nofollow">{_text(url)}</a>'


def _text(value: str) -> str:
    """Text between tags, exactly; control characters stay, which browsers show and never obey."""
    return html.escape(value, quote=False).translate(_REFERENCES)


def _attribute(value: str) -> str:
    return html.escape(value).translate(_REFERENCES)


def _hashed(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _resource(name: str) -> str:
    return files("reportedly.formats").joinpath(name).read_text(encoding="utf-8")
