"""Intake, the world → articles: files, pages, folders and streams become `Article`s.

In: what a person names (addresses, paths, folders, patterns, ``-``) or a text. Out: `Article`s
whose text is kept exactly as it was decoded, or extracted, so that every offset points at what was
read. Nothing is fetched but what a person names by its address: a page is read from its bytes
alone.
"""

from reportedly.intake.articles import Failed, Item, Read, make_article, read_articles
from reportedly.intake.jsonl import FieldNames
from reportedly.intake.options import FORMATS, MAX_CHARACTERS, Format, Options

__all__ = [
    "FORMATS",
    "MAX_CHARACTERS",
    "Failed",
    "FieldNames",
    "Format",
    "Item",
    "Options",
    "Read",
    "make_article",
    "read_articles",
]
