"""Words of a report that mean something that may be so → what they say, and whether they deny it.

In: a `Report` and spans of it. Out: a `Clause`. "Without a permit", "no permit", "the permit is
refused" and "a permit is granted" are about one proposition: what denies is told apart from what is
denied, and words that only say that something comes about count for nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.ledger import Spans
from reportedly.story.quotes import Quote
from reportedly.story.report import Report
from reportedly.story.words.families import PASSED_OVER, TIME_WORDS, TIMES, family, is_opposite
from reportedly.story.words.numbers import numbers_in
from reportedly.story.words.statements import names_at

#: What denies a clause (Quirk et al. 1985, § 10.54 ff.): of "cannot" only the second half is cut.
_DENIALS: Final = re.compile(
    r"(?<=\bcan)not\b|(?<=n)[’']t\b|\b(?:not(?: an?)?|never|no longer|no one|no|nobody|none|nothing"
    r"|neither|nor)\b(?! (?:only|later|more than|less than)\b)",
    re.IGNORECASE,
)

#: "Trams are barred from the bridge" as against "the bridge is open".
_KEPT_OFF: Final = re.compile(r"\b(?:kept|keep|keeps|barred|banned) (?:off|out of|from)\b")

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MONTH: Final = rf"(?:{'|'.join(TIMES.split()[:12])})"
_DAY: Final = re.compile(
    rf"\b\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_POSSESSIVE: Final = re.compile(r"[’']s?$")


class Clause(NamedTuple):
    """What some words say.

    ``bare`` is where they stand without what denies them; ``core`` the stems of what they are
    about; ``plain`` the words to compare, without times and names, which make anything alike that
    is said of one day or bearer. ``denied`` tells of "not" and "no", ``opposite`` of "fails" for
    "passes".
    """

    quote: Quote
    bare: Spans
    plain: str
    core: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[float]
    denied: bool
    opposite: bool

    @property
    def negated(self) -> bool:
        """Whether the words say the opposite of what they are about."""
        return self.denied != self.opposite

    def is_core(self, word: str) -> bool:
        """Whether a word, in lower case, is one of those that it is about."""
        return word not in PASSED_OVER and family(word) in self.core


def clause_of(report: Report, spans: Spans) -> Clause:
    """What the words at some spans of a report say.

    >>> from reportedly.ledger import Article, Ledger, ModelInfo
    >>> text = "The port cannot be reopened."
    >>> ledger = Ledger(model=ModelInfo(name="none", version="0"), article=Article(text=text))
    >>> clause = clause_of(Report(1, ledger), ((0, 27),))
    >>> sorted(clause.core), clause.negated, ledger.text_of(clause.bare)
    (['open', 'port'], True, 'The port can … be reopened')
    """
    words = report.ledger.text_of(spans)
    names = (names_at(report, spans) | _names_in(report, words)) - TIME_WORDS
    left_out = names | TIME_WORDS
    plain = [word for word in _words(_DENIALS.sub(" ", words)) if word not in left_out]
    bare, denials = _without_denials(report.text, spans)
    kept_off = _KEPT_OFF.search(words) is not None
    return Clause(
        quote=Quote(report.number, spans, words),
        bare=bare,
        plain=" ".join(plain),
        core=frozenset(map(family, _kept(plain))) | ({"open"} if kept_off else frozenset()),
        names=names,
        numbers=frozenset(numbers_in(_DAY.sub(" ", words))),
        denied=denials % 2 == 1,
        opposite=(sum(is_opposite(word) for word in plain) + kept_off) % 2 == 1,
    )


def _names_in(report: Report, words: str) -> frozenset[str]:
    """The words that are of names that the report knows, even where a sentence begins with one."""
    return frozenset(_names_known(report).intersection(_capitals(words)) - PASSED_OVER)


@lru_cache(maxsize=64)
def _names_known(report: Report) -> frozenset[str]:
    actors = (actor for actor in report.ledger.actors if actor.named)
    return frozenset(word for actor in actors for word in _capitals(actor.name))


def _capitals(words: str) -> list[str]:
    return [word.lower() for word in _words_as_written(words) if word[:1].isupper()]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _words_as_written(text)]


def _words_as_written(text: str) -> list[str]:
    return list(map(_without_possessive, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def _without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _kept(words: list[str]) -> list[str]:
    return [word for word in words if word not in PASSED_OVER]


def _without_denials(text: str, spans: Spans) -> tuple[Spans, int]:
    """The spans with what denies them cut out, and how often they were denied."""
    bare = []
    denials = 0
    for start, end in spans:
        place = start
        for match in _DENIALS.finditer(text, start, end):
            denials += 1
            bare.append((place, match.start()))
            place = match.end()
        bare.append((place, end))
    trimmed = (_trimmed(text, *span) for span in bare)
    return tuple(span for span in trimmed if span[0] < span[1]), denials


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
