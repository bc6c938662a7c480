"""``reportedly schema``: the contracts of ledgers and stories, for other programs to check."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from reportedly import ledger
from reportedly.cli.choices import Contract, Debug
from reportedly.cli.screen import ending

EXAMPLES = """reportedly schema > ledger.schema.json

reportedly schema story > story.schema.json"""


def schema_text(of: Contract = Contract.LEDGER) -> str:
    """The JSON Schema of a ledger or a story as indented JSON that ends with a line feed.

    >>> schema_text().splitlines()[1]
    '  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    if of is Contract.STORY:
        from reportedly.story import story  # loads the array library

        found = story.schema()
    else:
        found = ledger.schema()
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def schema(
    of: Annotated[
        Contract, typer.Argument(metavar="[ledger|story]", help="What to print the schema of.")
    ] = Contract.LEDGER,
    debug: Debug = False,
) -> None:
    """Print the JSON Schema of a ledger or a story (draft 2020-12)."""
    with ending(debug=debug):
        print(schema_text(of), end="")
