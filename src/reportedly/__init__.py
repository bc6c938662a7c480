"""Reportedly reads news reports and keeps the ledger of who says what, and on whose word.

>>> import reportedly
>>> ledger = reportedly.read("“The bridge is safe,” the mayor said on Monday.", outlet="The Echo")
>>> [(ledger.text_of(a.source_spans), a.quotation, a.act) for a in ledger.attributions]
[('the mayor', 'direct', 'statement')]
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from reportedly.ledger import Article, Ledger

if TYPE_CHECKING:
    from reportedly.desk import Desk
    from reportedly.reading.reader import Reader
    from reportedly.story.story import Story

__all__ = ["Article", "Desk", "Ledger", "Reader", "Story", "__version__", "read", "tell"]
__version__ = "0.1.0"


def read(text: str, *, model: str = "small", **meta: Any) -> Ledger:
    """Read one article.

    Args:
        text: the article; offsets in the ledger count its code points.
        model: a name that `reportedly model --list` shows, or the folder of a model. It is
            loaded once and kept.
        **meta: what is known of the article: ``title``, ``outlet``, ``author``, ``published``
            (an ISO date), ``url``; ``force=True`` to read it though it is not English.

    Returns:
        the ledger of the article.

    Raises:
        ReportedlyError: the text is empty, too long, not English; or there is no such model.
    """
    from reportedly.intake import make_article

    return _reader(model).read(make_article(text, **meta))


def tell(name: str, ledgers: Iterable[Ledger]) -> Story:
    """Put several reports of one affair together.

    Args:
        name: what to call the story.
        ledgers: of its articles; texts of one address are texts of one article, in this order.

    Returns:
        the story: claims with their independent origins, copies, shifts, conflicts and more.
    """
    from reportedly.story.telling import story_of

    return story_of(name, ledgers)


@cache
def _reader(model: str) -> Reader:
    from reportedly.reading.reader import Reader

    return Reader(model)


#: What is loaded once it is asked for: a look at the version should not wait for it.
_LATER: Final = {
    "Desk": "reportedly.desk",
    "Reader": "reportedly.reading.reader",
    "Story": "reportedly.story.story",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
