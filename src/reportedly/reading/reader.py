"""Article → ledger: runs the stages of reading in their order.

In: an `Article`. Out: its `Ledger`. A reader loads its model once and can read any number of
articles; the same article and model always give the same ledger, byte for byte.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import cache, cached_property, partial
from multiprocessing import get_context
from typing import Final

from reportedly.errors import ReportedlyError
from reportedly.ledger import Article, Attribution, Ledger, Span, Spans
from reportedly.reading.acts import classify_act
from reportedly.reading.attribution import Found, find_attributions
from reportedly.reading.model import Model, load
from reportedly.reading.negation import is_negated, is_silence
from reportedly.reading.quotation import Quotation, find_quotations, quotation_depth, quotation_kind
from reportedly.reading.tokens import stretches

#: Articles that are under way at once for each process, so that none waits and few are held.
_AHEAD: Final = 4


Result = tuple[Article, Callable[[], Ledger]]


class Reader:
    """Reads articles with one model.

    Args:
        model: a name that `reportedly model --list` shows, or the folder of a model.
        threads: windows of one article that are run at a time.

    Raises:
        UnknownModel, DamagedModel: if the model cannot be loaded; raised at the first reading.

    >>> from reportedly.ledger import Article
    >>> ledger = Reader().read(Article(text="The bridge is safe, the mayor said on Monday."))
    >>> [(ledger.text_of(a.source_spans), ledger.text_of(a.cue_spans)) for a in ledger.attributions]
    [('the mayor', 'said')]
    """

    def __init__(self, model: str = "small", *, threads: int = 1) -> None:
        self.model = model
        self.threads = threads

    @cached_property
    def _model(self) -> Model:
        return load(self.model, threads=self.threads)

    def read(self, article: Article) -> Ledger:
        """Everything that can be read out of one article."""
        model, text = self._model, article.text
        found: list[Found] = []
        quotations = find_quotations(text)
        depth = quotation_depth(quotations, len(text))
        for start, end in stretches(text):
            tokens = model.pieces(text[start:end], depth[start:end])
            offset = len(found)
            found += [
                _moved(one, start, offset) for one in find_attributions(tokens, model.network)
            ]
        return Ledger(
            model=model.info,
            article=article,
            attributions=tuple(_entries(text, found, quotations, model)),
            flags=() if article.language in (None, "en") else ("not-english",),
        )

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
                    waiting.append((article, pool.submit(_read_in_worker, self.model, article)))
                    if len(waiting) >= _AHEAD * jobs:
                        first, future = waiting.popleft()
                        yield first, future.result
                for first, future in waiting:
                    yield first, future.result
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of a terminal; the one that hands out the work deals with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _worker(model: str) -> Reader:
    """The reader that a process keeps."""
    return Reader(model)


def _read_in_worker(model: str, article: Article) -> Ledger:
    return _worker(model).read(article)


def _moved(found: Found, start: int, offset: int) -> Found:
    """An attribution of a stretch that begins at character ``start``, in the whole text."""

    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((a + start, b + start) for a, b in spans)

    return replace(
        found,
        source=move(found.source),
        cue=move(found.cue),
        content=move(found.content),
        within=None if found.within is None else found.within + offset,
    )


def _entries(
    text: str, found: list[Found], quotations: list[Quotation], model: Model
) -> Iterator[Attribution]:
    """Ledger entries, in the order in which they begin, outer ones before inner ones."""
    order = sorted(range(len(found)), key=lambda number: _place(found, number))
    names = {number: f"R{rank}" for rank, number in enumerate(order, start=1)}
    for number in order:
        one = found[number]
        cue = " ".join(text[a:b] for a, b in one.cue)
        source = " ".join(text[a:b] for a, b in one.source)
        negated = is_negated(cue, source)
        if negated and is_silence(" ".join(text[a:b] for a, b in one.content)):
            one = replace(one, cue=_joined((*one.cue, *one.content), text), content=())
        yield Attribution(
            id=names[number],
            source_spans=one.source,
            cue_spans=one.cue,
            content_spans=one.content,
            quotation=quotation_kind(one.content, text, quotations),
            act=classify_act(cue),
            negated=negated,
            within=None if one.within is None else names[one.within],
            confidence=model.calibration(one.evidence),
        )


def _joined(spans: Spans, text: str) -> Spans:
    """Spans in order, as one where only white space is between them."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        touches = joined and not text[joined[-1][1] : start].strip()
        joined.append((joined.pop()[0] if touches else start, end))
    return tuple(joined)


def _place(found: list[Found], number: int) -> tuple[int, int, int]:
    one = found[number]
    first = min(start for start, _ in (*one.source, *one.cue, *one.content))
    level = 0
    while one.within is not None:
        one, level = found[one.within], level + 1
    return first, level, number
