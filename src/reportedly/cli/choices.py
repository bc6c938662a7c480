"""What the options of several commands take. Nothing here is slow to load: help needs all of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Debug = Annotated[
    bool,
    typer.Option(
        "--debug",
        envvar="REPORTEDLY_DEBUG",
        help="Print the whole traceback of an error.",
        rich_help_panel="Help",
    ),
]
"""The option of every command that says how much an error tells."""


class OutputFormat(StrEnum):
    """What ``--format`` takes."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    TABLE = "table"


class ViewFormat(StrEnum):
    """What ``--format`` takes where one view of a ledger is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Contract(StrEnum):
    """What ``reportedly schema`` takes."""

    LEDGER = "ledger"
    STORY = "story"


class When(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"
