"""``reportedly model``: what a model is, what it was trained on, and how often it is right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer
from rich.table import Table

from reportedly.cli.choices import Debug
from reportedly.cli.screen import colours_of, ending, width
from reportedly.errors import DamagedModel
from reportedly.formats.printable import printable, rendered
from reportedly.ledger import ModelInfo

CARD: Final = "card.md"
_MEGABYTE: Final = 1_000_000


def info_of(folder: Path) -> ModelInfo:
    """Name and version of the model in a folder.

    Raises:
        DamagedModel: its settings cannot be read.
    """
    try:
        return msgspec.json.decode((folder / "config.json").read_bytes(), type=ModelInfo)
    except (OSError, msgspec.DecodeError) as error:
        raise DamagedModel(name=folder.name, reason=str(error)) from error


def card_of(folder: Path) -> str:
    """The model card in a folder, in Markdown (Mitchell et al. 2019).

    Raises:
        DamagedModel: there is none.
    """
    try:
        return (folder / CARD).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedModel(name=folder.name, reason=str(error)) from error


def listing(folders: dict[str, Path]) -> Table:
    """A row a model: its name, version and size on disk."""
    table = Table("Name", "Version", "Size", "Folder", box=None, pad_edge=False)
    for name, folder in folders.items():
        size = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
        table.add_row(name, info_of(folder).version, f"{size / _MEGABYTE:.1f} MB", str(folder))
    return table


def complete_name(begun: str) -> list[str]:
    """The models whose name begins so, for the shell."""
    from reportedly.reading.model import available  # loads the inference engine

    return [name for name in available() if name.startswith(begun)]


def model(
    name: Annotated[
        str,
        typer.Argument(help="A model's name or folder.", autocompletion=complete_name),
    ] = "small",
    *,
    every: Annotated[bool, typer.Option("--list", help="List the models at hand.")] = False,
    debug: Debug = False,
) -> None:
    """Show a model's card and its numbers."""
    with ending(debug=debug):
        from reportedly.reading.model import available, find

        colours = colours_of(sys.stdout)
        if every:
            print(rendered(listing(available()), width=200, colours=colours), end="")
            return
        folder = find(name)
        about = rendered(listing({info_of(folder).name: folder}), width=200, colours=colours)
        card = printable(card_of(folder))
        if colours is not None:
            from rich.markdown import Markdown  # slow to load

            card = rendered(Markdown(card), width=width(), colours=colours)
        print(about, card, sep="\n", end="")
