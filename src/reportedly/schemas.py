"""A contract in Python → the same as JSON Schema, for other programs to check.

In: the type of a document. Out: its JSON Schema (draft 2020-12), with the meaning of each entry.
"""

from __future__ import annotations

import inspect
from typing import Any

import msgspec


def schema_of(contract: type[msgspec.Struct], title: str) -> dict[str, Any]:
    """The JSON Schema of a type of documents, as plain values.

    Args:
        contract: the type of the whole document.
        title: the name and version of the format.

    >>> class Ferry(msgspec.Struct):
    ...     '''A ship that goes to and fro.'''
    >>> schema_of(Ferry, "ferry/1")["$defs"]["Ferry"]["description"]
    'A ship that goes to and fro.'
    """
    document = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(contract)))
    for definition in document["$defs"].values():
        # The docstring's examples and errors are for Python; its words are for everyone.
        prose = inspect.cleandoc(definition["description"]).split("\n\nRaises:")[0]
        prose = prose.split("\n\n>>>")[0].replace("``", "`")
        definition["description"] = " ".join(prose.split())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **document}
