"""Ledgers → JSON: a document to look at, a line to process, or an array of documents.

In: a `Ledger`, or several one after another. Out: text that `Ledger.from_json` reads back without
loss, in the shape that `reportedly.ledger.schema` describes. Lines follow jsonlines.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reportedly.ledger import Ledger

# A span, or a list of one span, spread over lines. Within a JSON string a line feed is escaped, so
# that a real one never belongs to the article.
_SPREAD_SPAN: Final = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
_SPREAD_LIST: Final = re.compile(r"\[\n\s+(\[\d+, \d+\])\n\s+\]")


def document(ledger: Ledger) -> str:
    """Return a ledger as an indented JSON document, a span a line, that ends with a line feed.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text="Rain."))
    >>> Ledger.from_json(document(ledger)) == ledger
    True
    """
    return _indented(ledger) + "\n"


def line(ledger: Ledger) -> str:
    r"""Return a ledger as one line of JSON that ends with a line feed.

    >>> from reportedly.ledger import Article, ModelInfo
    >>> text = "Rain.\n\nMore rain."
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text=text))
    >>> line(ledger).count("\n")
    1
    """
    return ledger.to_json() + "\n"


def array(ledgers: Iterable[Ledger]) -> Iterator[str]:
    """Yield the parts of one JSON array of all the ledgers, holding one of them at a time.

    >>> print("".join(array([])))
    []
    """
    opened = False
    for ledger in ledgers:
        yield ",\n" if opened else "[\n"
        yield _indented(ledger)
        opened = True
    yield "\n]\n" if opened else "[]\n"


def spans_on_a_line(indented: str) -> str:
    r"""Return indented JSON with each pair of offsets on one line.

    >>> spans_on_a_line('{"span": [\n    4,\n    9\n  ]}')
    '{"span": [4, 9]}'
    """
    return _SPREAD_LIST.sub(r"[\1]", _SPREAD_SPAN.sub(r"[\1, \2]", indented))


def _indented(ledger: Ledger) -> str:
    return spans_on_a_line(ledger.to_json(indent=2))
