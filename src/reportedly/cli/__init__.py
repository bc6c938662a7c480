"""The command line: one module a command, each a thin shell over functions that scripts can call.

In: what a person types. Out: what they asked for on standard output, and everything else on
standard error. Exit status: 0 if all went well; 1 if some of the articles could not be read; 2 if
none could, or the command asked for something that does not exist; 3 if the installation or the
disk is at fault; 70 if the fault is in this program; 130 after Ctrl-C; 141 if whoever read the
output stopped reading.
"""

from __future__ import annotations

import sys
from typing import NoReturn


def app() -> NoReturn:
    """Run the command line; this is what the ``reportedly`` program and ``python -m`` start.

    Raises:
        SystemExit: always, with the exit status.
    """
    if sys.argv[1:] == ["--version"]:  # asked by scripts, again and again: nothing is loaded
        from reportedly import __version__

        print(f"reportedly {__version__}")
        sys.exit(0)
    from reportedly.cli.program import program  # only now: it takes a while

    program(prog_name="reportedly")
    sys.exit(0)
