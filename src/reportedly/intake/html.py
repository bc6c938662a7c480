"""A web page → a draft: the article's text, and what the page's metadata say of it.

In: the source of a page. Out: a `Draft`. ``trafilatura`` (Barbaresi 2021) finds the article among
navigation, advertisements and comments, and its title, outlet, author, day and address in
JSON-LD, OpenGraph and the other metadata of the head. Nothing is fetched, no script is run.

Pages are written by anybody, so what takes time out of proportion is cut off first, by the limits
below; each stands with what it cost to read without it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from reportedly.errors import NoArticleText
from reportedly.intake.draft import Draft, tidied

#: A page with more elements is taken for data, not for an article; up to here, the worst pages that
#: were tried took 6 s.
MAX_ELEMENTS: Final = 50_000

# Of an element with more children than this, those that are not the blocks of prose are replaced
# by their text (36,000 spans side by side: 9 minutes).
_MAX_CHILDREN: Final = 500
_BLOCKS: Final = frozenset(
    ("address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
     "hr", "link", "main", "meta", "nav", "ol", "p", "pre", "script", "section", "table", "tbody",
     "thead", "title", "tr", "ul")
)  # fmt: skip
_LISTS: Final = frozenset(("ol", "ul"))

# Of more tables than this, the later ones are read as plain blocks (10,000: 8 s); and so is a
# table of more rows than `_MAX_CHILDREN`.
_MAX_TABLES: Final = 500

# On a page of at most so many elements, what was extracted is compared with what two other
# algorithms find, of which one takes time that grows with the square of the number of short
# paragraphs (4,000: 2 s; 16,000: 30 s).
_MAX_COMPARED: Final = 4_000

# Longer metadata is dropped, as is what comes after so much of it, and so is JSON-LD that cannot be
# parsed: what is then tried on it takes time that grows with the square of its length (220,000
# characters: 77 s).
_MAX_METADATA: Final = 5_000
_MAX_ALL_METADATA: Final = 50_000

_JSON_LD: Final = frozenset(("application/ld+json", "application/settings+json"))

# What a browser runs, draws or shows elsewhere, and what it shows only where scripts are off.
_UNSEEN: Final = frozenset(
    ("canvas", "iframe", "noscript", "object", "script", "style", "svg", "template")
)

# What an extractor that met markup which nobody thought of may end in; it must not end the run.
_BREAKDOWNS: Final = (
    AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip

# What tells the day of publication, beside JSON-LD and the page's address: metadata and elements so
# marked, and the first <time> of the page (a later one may date a comment or another article). The
# words of the article do not: a day that they name is seldom that of publication.
_DATING: Final = re.compile(r"date|time|publi|issued|created|posted", re.IGNORECASE)
_CHANGING: Final = re.compile(r"modif|updat|expir", re.IGNORECASE)

# The last day is fixed, since by default it would be today, and the same page would be read
# otherwise tomorrow.
_DATES: Final = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2100-01-01",
}


def read_html(source: str, name: str) -> Draft:
    """Return the article of a web page.

    Args:
        source: The page, decoded; malformed markup is mended as browsers do.
        name: What to call the page in an error.

    Returns:
        The draft. Its text is the one extracted, a line to a paragraph: offsets count in it, not
        in the page. Authors are joined by "; ".

    Raises:
        NoArticleText: No article was found: an empty page, frames, navigation only, or a page of
            more than `MAX_ELEMENTS` elements.

    >>> page = "<html><head><title>Terminal closes</title></head><body><article><p>The harbour "
    >>> page += "council will close the ferry terminal, she said.</p></article></body></html>"
    >>> read_html(page, "page.html").text
    'The harbour council will close the ferry terminal, she said.'
    """
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    tree = load_html(source)
    if tree is None:
        raise NoArticleText(name=name)
    # Of a page that is a fragment, the tree may be one element in a document of its own.
    tree = tree.getroottree().getroot()
    elements = list(tree.iter())
    if len(elements) > MAX_ELEMENTS:
        raise NoArticleText(name=name)
    _lighten(elements)
    try:
        page = bare_extraction(
            tree,
            fast=len(elements) > _MAX_COMPARED,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except _BREAKDOWNS:
        raise NoArticleText(name=name) from None
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        raise NoArticleText(name=name)
    return Draft(
        page.text,
        title=tidied(page.title),
        outlet=tidied(page.sitename),
        author=tidied(page.author),
        published=_day(elements, page.url),
        url=tidied(page.url),
    )


def _lighten(elements: Sequence[Any]) -> None:
    """Cut off of a page, in place, what would take too long; elements in document order."""
    tables = metadata = 0
    for element in elements[1:]:
        length = _metadata_length(element)
        if element.tag in _UNSEEN and not length:
            element.drop_tree()
        elif length:
            metadata += length
            if length > _MAX_METADATA or metadata > _MAX_ALL_METADATA:
                element.drop_tree()
        elif len(element) > _MAX_CHILDREN and element.tag not in _LISTS:
            _flatten(element)
        tables += element.tag == "table"
        if element.tag == "table" and (tables > _MAX_TABLES or len(element) > _MAX_CHILDREN):
            element.tag = "div"


def _flatten(element: Any) -> None:
    """Replace the children of an element that are not blocks by their text, in place."""
    blocks: list[Any] = []
    runs = [[element.text or ""]]
    for child in element:
        if child.tag in _BLOCKS:
            blocks.append(child)
            runs.append([child.tail or ""])
        else:
            runs[-1] += (child.text_content(), child.tail or "")
    del element[:]
    element.text = "".join(runs[0])
    for block, run in zip(blocks, runs[1:], strict=True):
        block.tail = "".join(run)
        element.append(block)


def _metadata_length(element: Any) -> int:
    """Return how many characters of metadata an element holds that take long to look into."""
    if element.tag == "script" and element.get("type") in _JSON_LD:
        text = element.text or ""
        return 1 if _is_json(text) else len(text)
    if element.tag == "title":
        return len(element.text or "")
    return len(element.get("content") or "") if element.tag == "meta" else 0


def _day(elements: Sequence[Any], url: str | None) -> str | None:
    """Return the day of publication that a page's metadata tell of; the page is used up by it."""
    from trafilatura import extract_metadata

    times = 0
    for element in elements:
        element.tail = None
        times += element.tag == "time"
        marks = " ".join(element.get(name) or "" for name in ("name", "property", "itemprop"))
        dating = _DATING.search(marks) and not _CHANGING.search(marks)
        if not (dating or element.tag == "script" or (element.tag == "time" and times == 1)):
            element.text = None
            element.attrib.clear()
    return extract_metadata(elements[0], default_url=url, date_config=_DATES).date


def _is_json(text: str) -> bool:
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return False
    return True
