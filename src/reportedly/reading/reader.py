"""Article → ledger: runs the stages of reading in their order.

In: an `Article`. Out: its `Ledger`. A reader loads its model once and can read any number of
articles; the same article and model always give the same ledger, byte for byte.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache, cached_property, partial
from multiprocessing import get_context
from typing import Final

from reportedly.errors import ReportedlyError
from reportedly.ledger import LAYERS, Article, Layer, Ledger
from reportedly.reading.assembly import Assembly, Surroundings
from reportedly.reading.dating.dates import find_dates
from reportedly.reading.hearsay import find_markers
from reportedly.reading.model import Model, load
from reportedly.reading.parts import joined, read_part
from reportedly.reading.quotation import find_quotations, quotation_depth
from reportedly.reading.tokens import stretches
from reportedly.sentences import sentences

#: Articles that are under way at once for each process, so that none waits and few are held.
_AHEAD: Final = 4


Result = tuple[Article, Callable[[], Ledger]]


class Reader:
    """Reads articles with one model.

    Args:
        model: a name that `reportedly model --list` shows, or the folder of a model.
        threads: windows of one article that are run at a time.
        layers: what to read beside attributions. Attributions alone take a sixth less time;
            positions come with actors, and with what a ledger lacks its flags say so.

    Raises:
        UnknownModel, DamagedModel: if the model cannot be loaded; raised at the first reading.

    >>> from reportedly.ledger import Article
    >>> ledger = Reader().read(Article(text="The bridge is safe, the mayor said on Monday."))
    >>> [(ledger.text_of(a.source_spans), ledger.text_of(a.cue_spans)) for a in ledger.attributions]
    [('the mayor', 'said')]
    """

    def __init__(
        self, model: str = "small", *, threads: int = 1, layers: Collection[Layer] = LAYERS
    ) -> None:
        self.model = model
        self.threads = threads
        self.layers = completed(layers)

    @cached_property
    def _model(self) -> Model:
        return load(self.model, threads=self.threads)

    def read(self, article: Article) -> Ledger:
        """Everything that can be read out of one article."""
        return read_with(self._model, article, self.layers)

    def read_many(
        self,
        articles: Iterable[Article],
        *,
        jobs: int = 1,
        on_error: Callable[[Article, Exception], None] | None = None,
    ) -> Iterator[Ledger]:
        """Read articles one after another, or several side by side; order is kept.

        Args:
            articles: taken as they are needed, never all at once.
            jobs: processes to use.
            on_error: is told of an article that could not be read, which is then passed over;
                without it, the first such article ends the reading.

        Raises:
            UnknownModel, DamagedModel: if the model cannot be loaded.
        """
        for article, result in self._results(articles, jobs):
            try:
                ledger = result()
            except Exception as error:
                if on_error is None or isinstance(error, ReportedlyError):
                    raise
                on_error(article, error)
            else:
                yield ledger

    def _results(self, articles: Iterable[Article], jobs: int) -> Iterator[Result]:
        """Each article, and what to call for its ledger."""
        if jobs <= 1:
            for article in articles:
                yield article, partial(self.read, article)
            return
        # "spawn": a forked copy of a loaded inference engine may hang.
        with ProcessPoolExecutor(
            jobs, get_context("spawn"), initializer=_leave_interrupts_alone
        ) as pool:
            waiting: deque[tuple[Article, Future[Ledger]]] = deque()
            try:
                for article in articles:
                    waiting.append(
                        (article, pool.submit(_read_in_worker, self.model, self.layers, article))
                    )
                    if len(waiting) >= _AHEAD * jobs:
                        first, future = waiting.popleft()
                        yield first, future.result
                for first, future in waiting:
                    yield first, future.result
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def completed(layers: Collection[Layer]) -> tuple[Layer, ...]:
    """Layers with those that they need, in the order of a ledger.

    >>> completed(["positions"])
    ('actors', 'attributions', 'positions')
    """
    needed = {*layers, "attributions", *(["actors"] if "positions" in layers else [])}
    return tuple(layer for layer in LAYERS if layer in needed)


def read_with(model: Model, article: Article, layers: Collection[Layer] = LAYERS) -> Ledger:
    """The ledger of one article, by a model that is loaded."""
    text = article.text
    quotations = find_quotations(text)
    depth = quotation_depth(quotations, len(text))
    whole = sentences(text)
    parts = []
    for start, end in stretches(text):
        tokens = model.pieces(text[start:end], depth[start:end]).moved(start)
        inside = [s for s in whole if start <= s[0] < end]
        parts.append(read_part(text, tokens, inside, model.network, layers))
    around = Surroundings(
        quotations,
        find_dates(text, article.published),
        find_markers(text) if "claims" in layers else (),
        whole,
    )
    assembly = Assembly(
        article, joined(parts), around, model.calibration, with_actors="actors" in layers
    )
    flags = [] if article.language in (None, "en") else ["not-english"]
    flags += [f"without-{layer}" for layer in LAYERS if layer not in layers]
    return Ledger(
        model=model.info,
        article=article,
        actors=assembly.actors,
        attributions=tuple(assembly.attributions()),
        claims=tuple(assembly.claims()),
        positions=tuple(assembly.positions()),
        conditions=tuple(assembly.conditions()),
        flags=tuple(flags),
    )


def _leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of a terminal; the one that hands out the work deals with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _worker(model: str, layers: tuple[Layer, ...]) -> Reader:
    """The reader that a process keeps."""
    return Reader(model, layers=layers)


def _read_in_worker(model: str, layers: tuple[Layer, ...], article: Article) -> Ledger:
    return _worker(model, layers).read(article)
