"""A table of words, as it is written down → a word class.

In: words parted by white space. Out: a set to look them up in.
"""

from __future__ import annotations


def word_class(table: str) -> frozenset[str]:
    """The words of a table.

    >>> sorted(word_class("said told asked"))
    ['asked', 'said', 'told']
    """
    return frozenset(table.split())
