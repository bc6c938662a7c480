"""The draft: what a format's reader finds, before limits, overrides and the language check.

In: the fields of a page, a front matter or a JSON object. Out: a `Draft`, tidy or null.
"""

from typing import NamedTuple


class Draft(NamedTuple):
    """A text and what its file says about it; ``published`` is in ISO 8601 or null."""

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


def tidied(value: str | None) -> str | None:
    r"""Return a line of metadata with its white space collapsed, or null if nothing is left.

    >>> tidied("  Ferry terminal\n to close "), tidied(" ")
    ('Ferry terminal to close', None)
    """
    return " ".join((value or "").split()) or None
