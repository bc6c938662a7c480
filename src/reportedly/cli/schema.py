"""``reportedly schema``: the contract that every ledger keeps, for other programs to check."""

from __future__ import annotations

import json

from reportedly import ledger
from reportedly.cli.choices import Debug
from reportedly.cli.screen import ending


def schema_text() -> str:
    """The JSON Schema of a ledger as indented JSON that ends with a line feed.

    >>> schema_text().splitlines()[1]
    '  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    return json.dumps(ledger.schema(), indent=2, ensure_ascii=False) + "\n"


def schema(debug: Debug = False) -> None:
    """Print the JSON Schema of a ledger (draft 2020-12)."""
    with ending(debug=debug):
        print(schema_text(), end="")
