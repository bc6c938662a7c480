"""One run of a command that reads: from inputs to standard output, or to a folder.

In: what to read and how. Out: ledgers in the format asked for, errors and progress on standard
error, and a tally.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from reportedly.cli.batch import Tally, expected, names_several, read_all, reads_back
from reportedly.cli.choices import OutputFormat, When
from reportedly.cli.folder import Folder
from reportedly.cli.inputs import read_inputs
from reportedly.cli.model import info_of
from reportedly.cli.output import SUFFIXES, Output, prepare
from reportedly.cli.progress import bar, summary
from reportedly.cli.screen import colours_of, report, standard_error, width
from reportedly.intake import Failed, Options, read_articles
from reportedly.ledger import LAYERS, Article, Layer, Ledger

#: What is asked for and cannot be done together.
ONE_PAGE: Final = "Several articles make several pages: say with --out which folder to put them in."
READS_BACK: Final = (
    "What is written to {folder} would be read with {holder} the next time: choose another folder."
)

KEPT: Final = "Stopped. What is in {folder} is whole; run the same command again to go on."
HANDED: Final = "Stopped. What is there is whole; run the same command again to go on."
STOPPED: Final = "Stopped."

Found = Iterator[tuple[str, Ledger]]


@dataclass(frozen=True)
class Run:
    """What to read and how.

    Args:
        inputs: addresses, files, folders, patterns, ``-``.
        options: how to read them.
        model: a model's name or folder.
        jobs: cores to use: processes for several articles, threads for one.
        ledgers: whether ledgers that were read before are taken in the place of articles.
        layers: what to read beside attributions.
    """

    inputs: Sequence[str]
    options: Options
    model: str = "small"
    jobs: int = 1
    ledgers: bool = False
    layers: tuple[Layer, ...] = LAYERS

    def show(self, output: Output, when: When = When.AUTO) -> Tally:
        """Read everything, and write it to standard output.

        Args:
            output: what to write of it.
            when: when to use colours.

        Raises:
            typer.BadParameter: several articles cannot be one page.
            UnknownModel, DamagedModel: if the model cannot be loaded.
        """
        several = names_several(self.inputs, self.options.format)
        if several and output.one_only:
            raise typer.BadParameter(ONE_PAGE, param_hint="--out")
        prepare(for_people=output.for_people)
        colours = colours_of(sys.stdout, when)

        def write(found: Found) -> None:
            first = list(itertools.islice(found, 2))
            more = several or len(first) > 1  # one file may turn out to be JSON Lines
            if more and output.one_only:
                raise typer.BadParameter(ONE_PAGE, param_hint="--out")
            everything = itertools.chain(first, found)
            for part in output.stream(everything, several=more, width=width(), colours=colours):
                sys.stdout.write(part)

        tally = self._read(write, several=several, bar_shown=not sys.stdout.isatty())
        if tally.interrupted:
            standard_error().print(STOPPED)
        return tally

    def keep(self, path: Path, format_: OutputFormat) -> Tally:
        """Read what is not there yet, and write a file for each article into a folder.

        Args:
            path: the folder.
            format_: what to make of each article.

        Raises:
            typer.BadParameter: the folder's files would themselves be read by the next run.
            CannotWrite: the disk is full, or something is in the way.
            UnknownModel, DamagedModel: if the model cannot be loaded.
        """
        holder = reads_back(self.inputs, path, SUFFIXES[format_])
        if holder is not None:
            words = READS_BACK.format(folder=path, holder=holder)
            raise typer.BadParameter(words, param_hint="--out")
        folder = Folder(path, format_, info_of(self._model_folder()), self.layers)

        def write(found: Found) -> None:
            for origin, ledger in found:
                folder.keep(origin, ledger)

        tally = self._read(write, several=True, bar_shown=True, skip=folder.holds)
        if tally.interrupted:
            standard_error().print(KEPT.format(folder=path), soft_wrap=True)
        return tally

    def each(
        self,
        do: Callable[[str, Ledger], None],
        skip: Callable[[str, Article], bool],
    ) -> Tally:
        """Read everything, and hand over each ledger with where its article came from.

        Args:
            do: what to do with each.
            skip: says of an article whether it need not be read.

        Raises:
            UnknownModel, DamagedModel: if the model cannot be loaded.
        """

        def write(found: Found) -> None:
            for origin, ledger in found:
                do(origin, ledger)

        tally = self._read(write, several=True, bar_shown=True, skip=skip)
        if tally.interrupted:
            standard_error().print(HANDED)
        return tally

    def _model_folder(self) -> Path:
        from reportedly.reading.model import find  # loads the inference engine

        return find(self.model)

    def _read(
        self,
        write: Callable[[Found], None],
        *,
        several: bool,
        bar_shown: bool,
        skip: Callable[[str, Article], bool] = lambda _origin, _article: False,
    ) -> Tally:
        """Read everything and hand it to ``write``, while standard error tells of it."""
        from reportedly.reading.reader import Reader

        if not self.ledgers:  # there may be nothing to read but ledgers
            self._model_folder()
        reader = Reader(self.model, threads=1 if several else self.jobs, layers=self.layers)
        console, tally, began = standard_error(), Tally(), time.monotonic()
        shown = bar_shown and several and console.is_terminal
        told = shown and not self.ledgers
        total = expected(self.inputs, self.options.format) if told else None
        with bar(console, total, tally, shown=shown) as draw:

            def failed(item: Failed) -> None:
                report(item.error, console)
                draw()

            def drawn(found: Found) -> Found:
                for one in found:
                    draw()
                    yield one
                draw()

            reads = read_inputs if self.ledgers else read_articles
            items = reads(self.inputs, self.options)
            jobs = self.jobs if several else 1
            found = read_all(items, reader, tally, jobs=jobs, skip=skip, failed=failed)
            try:
                write(drawn(found))
            except KeyboardInterrupt:
                tally.interrupted = True
        if several:
            _sum_up(tally, time.monotonic() - began, console)
        return tally


def _sum_up(tally: Tally, seconds: float, console: Console) -> None:
    console.print(summary(tally, seconds), style="dim", soft_wrap=True)
