"""Words of a report that mean something that may be so → what they say, and whether they deny it.

In: a `Report` and spans of it. Out: a `Clause`. "Without a permit", "no permit", "the permit is
refused" and "a permit is granted" are about one proposition: what denies is told apart from what is
denied, and words that only say that something comes about count for nothing.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reportedly.ledger import Claim, Spans
from reportedly.story.conditional import Quote
from reportedly.story.report import Report
from reportedly.story.statements import COMMON, NUMBERS, SCALES, TENS, numbers_in, statement_of

#: What denies a clause (Quirk et al. 1985, § 10.54 ff.): of "cannot" only the second half is cut.
_DENIALS: Final = re.compile(
    r"(?<=\bcan)not\b|(?<=n)[’']t\b|\b(?:not(?: an?)?|never|no longer|no one|no|nobody|none|nothing"
    r"|neither|nor)\b(?! (?:only|later|more than|less than)\b)",
    re.IGNORECASE,
)

#: Opposites of which only one can be so, the denied one first. From the verbs of votes, tests, gates
#: and deals; both stand for one proposition.
OPPOSITES: Final = {
    "pass": "fail fails failed failing",
    "approve": "reject rejects rejected refuse refuses refused veto vetoes vetoed",
    "open": "close closes closed shut shuts barred bars",
    "full": "empty",
    "survive": "collapse collapses collapsed",
    "win": "lose loses lost",
}

#: "Kept off the road" as against "the road is open".
_KEPT_OFF: Final = re.compile(r"\b(?:kept|keep|keeps|barred|banned) (?:off|out of|from)\b")

#: Words of one family: converses (Cruse 1986, § 10.7), irregular forms, and nouns of verbs whose
#: beginnings differ.
FAMILIES: Final = {
    "sale": "sell sells sold seller sale sales buy buys bought buyer buyers purchase purchases"
    " purchased acquire acquires acquired acquisition takeover",
    "loan": "loan loans lend lends lent lender credit",
    "approve": "approve approves approved approval consent consents agree agrees agreed agreement"
    " permit permits permitted permission ratify ratifies ratified ratification accept accepts"
    " accepted acceptance",
    "raise": "raise raises raised lift lifts lifted rise rises rose risen",
    "pay": "pay pays paid payment payments money fund funds funded finance financed advance"
    " advances advanced",
    "publish": "publish publishes published publication",
    "withdraw": "withdraw withdraws withdrew withdrawal leave leaves left quit quits",
    "open": "open opens opened reopen reopens reopened",
    "pass": "pass passes passed",
}

#: Verbs that only say that what they are said of comes about, and words that may stand by anything.
LIGHT: Final = """
begin begins began begun beginning start starts started starting commence commences take takes took
taken place happen happens happened occur occurs go goes went gone ahead proceed proceeds complete
completes completed finish finished hold holds held issue issues issued release releases released
grant grants granted give gives given make makes made get gets got carry carries carried resume
resumes resumed continue continues come comes came become becomes remain remains stay stays kept keep
keeps let lets able likely expected due set prepared ready willing must should shall might need needs
needed ought cannot without new again still already yet ever only just then there here now today
tomorrow soon early late later end next this last first whole any such both each every many much
between before until till during within under above below off up down out over am being being were
himself herself themselves itself itself themself themselves among upon while per cent
"""

#: What tells the time, and is no part of what happens.
TIMES: Final = """
january february march april may june july august september october november december monday
tuesday wednesday thursday friday saturday sunday spring summer autumn winter day days week weeks
weekend month months year years morning evening night noon midnight
"""

_ENDINGS: Final = ("ing", "ied", "ed", "ies", "es", "s")
_PASSED_OVER: Final = frozenset(
    f"{COMMON} {LIGHT} {TIMES} {NUMBERS} {TENS} {' '.join(SCALES)}".split()
)
_FAMILY: Final = {word: name for name, words in FAMILIES.items() for word in words.split()}
_OPPOSITE: Final = {word: name for name, words in OPPOSITES.items() for word in words.split()}
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MONTH: Final = rf"(?:{'|'.join(TIMES.split()[:12])})"
_DAY: Final = re.compile(rf"\b\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}\b|\b(?:19|20)\d\d\b", re.I)
_POSSESSIVE: Final = re.compile(r"[’']s?$")


class Clause(NamedTuple):
    """What some words say.

    ``bare`` is where they stand without what denies them; ``core`` the stems of what they are
    about; ``plain`` the words to compare, without names, which make anything alike that is said of
    one bearer. ``denied`` tells of "not" and "no", ``opposite`` of "fails" for "passes".
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
        return word not in _PASSED_OVER and stem(word) in self.core


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
    told = statement_of(report, Claim(id="-", spans=spans))
    names = told.names | _names_in(report, words)
    plain = [word for word in _words(_DENIALS.sub(" ", words)) if word not in names]
    bare, denials = _without_denials(report.text, spans)
    kept_off = _KEPT_OFF.search(words) is not None
    return Clause(
        quote=Quote(report.number, spans, words),
        bare=bare,
        plain=" ".join(plain),
        core=frozenset(map(stem, _kept(plain))) | ({"open"} if kept_off else frozenset()),
        names=names,
        numbers=frozenset(numbers_in(_DAY.sub(" ", words))),
        denied=denials % 2 == 1,
        opposite=(sum(word in _OPPOSITE for word in plain) + kept_off) % 2 == 1,
    )


def _names_in(report: Report, words: str) -> frozenset[str]:
    """The words that are of names that the report knows, even where a sentence begins with one."""
    known = {
        word for actor in report.ledger.actors if actor.named for word in _capitals(actor.name)
    }
    return known.intersection(_capitals(words)) - _PASSED_OVER


def _capitals(words: str) -> list[str]:
    return [word.lower() for word in _words_as_written(words) if word[:1].isupper()]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _words_as_written(text)]


def _words_as_written(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", match[0]) for match in _WORD.finditer(text)]


def _kept(words: list[str]) -> list[str]:
    return [word for word in words if word not in _PASSED_OVER]


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


def stem(word: str) -> str:
    """What a word has in common with its other forms, and with its family and opposite.

    >>> stem("grants"), stem("purchase"), stem("buyer"), stem("failed"), stem("passes")
    ('grant', 'sale', 'sale', 'pass', 'pass')
    """
    family = _FAMILY.get(word) or _OPPOSITE.get(word)
    if family:
        return family
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def alike(one: str, other: str) -> bool:
    """Whether two stems are of one word: the same, or with a long beginning in common.

    >>> alike("certificate", "certifi"), alike("inspect", "insist")
    (True, False)
    """
    if one == other:
        return True
    longest = max(len(one), len(other))
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                  min(len(one), len(other)))  # fmt: skip
    return common >= 5 and 2 * common >= longest


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller of two sets of stems that the larger one has too."""
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return 0.0
    return sum(any(alike(word, w) for w in more) for word in fewer) / len(fewer)
