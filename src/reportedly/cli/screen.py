"""What a person at a terminal sees besides the output: errors, and why the program ended.

In: errors. Out: lines on standard error and an exit status. Names of files are printed as
carefully as articles are: neither can control the terminal.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from typing import Final, TextIO, cast

import typer
from rich.console import Console
from rich.text import Text

from reportedly.cli.choices import When
from reportedly.errors import ReportedlyError
from reportedly.formats.printable import Colours, on_one_line

#: Exit status: the fault is in this program (EX_SOFTWARE of BSD's sysexits.h).
FAULT: Final = 70

#: Exit status after Ctrl-C, as shells have it: 128 and the number of the signal.
INTERRUPTED: Final = 130

#: Exit status if whoever read the output stopped reading, likewise.
BROKEN_PIPE: Final = 141

#: Cells of a line where there is no terminal to ask.
USUAL_WIDTH: Final = 100

#: Cells of a line at most, however wide the terminal.
WIDEST: Final = 140


def colours_of(stream: TextIO, when: When = When.AUTO) -> Colours | None:
    """Which colours to use on a stream; null for none.

    ``auto`` means colours on a terminal, unless ``NO_COLOR`` is set (no-color.org).

    >>> colours_of(io.StringIO()) is None
    True
    >>> colours_of(io.StringIO(), When.NEVER) is None
    True
    """
    if when is When.NEVER or (when is When.AUTO and os.environ.get("NO_COLOR")):
        return None
    forced = True if when is When.ALWAYS else None
    system = Console(file=stream, force_terminal=forced, legacy_windows=False).color_system
    if system is None:
        return "standard" if forced else None
    return cast("Colours", system)


def width() -> int:
    """Cells of a line: the terminal's (or ``COLUMNS``), within reason."""
    return min(shutil.get_terminal_size((USUAL_WIDTH, 24)).columns, WIDEST)


def standard_error() -> Console:
    """A console on standard error, for messages and progress."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def report(error: ReportedlyError, console: Console) -> None:
    """Say what went wrong, and what to do about it."""
    console.print(
        Text.assemble(
            (f"error {error.code}", "bold red"),
            f" {on_one_line(error.message)} ",
            (on_one_line(error.hint), "dim"),
        ),
        soft_wrap=True,
    )


@contextlib.contextmanager
def ending(*, debug: bool) -> Iterator[None]:
    """End the program as its errors ask: with words and an exit status instead of a traceback.

    Raises:
        typer.Exit: with the status, if there was an error.
    """
    try:
        yield
        sys.stdout.flush()
    except (typer.Exit, typer.BadParameter):
        raise
    except BrokenPipeError:
        _let_go_of_output()
        raise typer.Exit(BROKEN_PIPE) from None
    except KeyboardInterrupt:
        standard_error().print("Stopped.")
        raise typer.Exit(INTERRUPTED) from None
    except ReportedlyError as error:
        if debug:
            traceback.print_exc()
        report(error, standard_error())
        raise typer.Exit(error.exit_status) from None
    except Exception as error:  # noqa: BLE001  (whatever else it is, it is this program's fault)
        if debug:
            traceback.print_exc()
        words = on_one_line(f"{type(error).__name__}: {error}")
        advice = "" if debug else "run it again with --debug, and "
        standard_error().print(
            Text.assemble(
                ("fault in reportedly", "bold red"),
                f" {words}\n",
                (f"Please {advice}report the traceback with what you had it read.", "dim"),
            ),
            soft_wrap=True,
        )
        raise typer.Exit(FAULT) from None


def _let_go_of_output() -> None:
    """Point standard output at nothing, so that closing it at the end cannot fail again."""
    with contextlib.suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
