"""Words → the families that they are of, and how much two sets of words have in common.

In: words in lower case. Out: names of families, or stems, and shares of them in common. "Buy" and
"sale" are of one family, as are "fail" and "pass", since it is asked what something is about, and
not what is said of it.
"""

from __future__ import annotations

from typing import Final

from reportedly.story.words.common import COMMON
from reportedly.story.words.numbers import NUMBERS, SCALES, TENS
from reportedly.story.words.stems import stem

#: Opposites of which only one can be so: both stand for one proposition, by the name of the one
#: that is hoped for. From the verbs of votes, tests, gates and deals.
OPPOSITES: Final = {
    "pass": "fail fails failed failing",
    "approve": "reject rejects rejected refuse refuses refused veto vetoes vetoed",
    "open": "close closes closed shut shuts barred bars",
    "full": "empty",
    "survive": "collapse collapses collapsed",
    "win": "lose loses lost",
}

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
    "win": "win wins won",
}

#: Verbs that only say that what they are said of comes about, and words that may stand by anything.
LIGHT: Final = """
begin begins began begun beginning start starts started starting commence commences take takes
took taken place happen happens happened occur occurs go goes went gone ahead proceed proceeds
complete completes completed finish finished hold holds held issue issues issued release releases
released grant grants granted give gives given make makes made get gets got carry carries carried
resume resumes resumed continue continues come comes came become becomes remain remains stay stays
kept keep keeps let lets able likely expected due set prepared ready willing must should shall
might need needs needed ought cannot without new again still already yet ever only just then there
here now today tomorrow soon early late later end next this last first whole any such both each
every many much between before until till during within under above below off up down out over am
being were around about nearly almost roughly somebody someone himself herself themselves itself
themself among upon while per cent
"""

#: What tells the time, and is no part of what happens.
TIMES: Final = """
january february march april may june july august september october november december monday
tuesday wednesday thursday friday saturday sunday spring summer autumn winter day days week weeks
weekend month months year years morning evening night noon midnight
"""

#: Two stems of one word have so many letters in common at least, at their beginnings.
BEGINNING: Final = 5

PASSED_OVER: Final = COMMON | frozenset(
    f"{LIGHT} {TIMES} {NUMBERS} {TENS} {' '.join(SCALES)}".split()
)
TIME_WORDS: Final = frozenset(TIMES.split())
_FAMILY: Final = {word: name for name, words in FAMILIES.items() for word in words.split()}
_OPPOSITE: Final = {word: name for name, words in OPPOSITES.items() for word in words.split()}


def is_opposite(word: str) -> bool:
    """Whether a word is the opposite of what its family is called by.

    >>> is_opposite("fails"), is_opposite("passes")
    (True, False)
    """
    return word in _OPPOSITE


def family(word: str) -> str:
    """The family or the opposite of a word, or else its stem.

    >>> family("grants"), family("purchase"), family("buyer"), family("failed"), family("passes")
    ('grant', 'sale', 'sale', 'pass', 'pass')
    """
    return _FAMILY.get(word) or _OPPOSITE.get(word) or stem(word)


def alike(one: str, other: str) -> bool:
    """Whether two stems are of one word: the same, or with a long beginning in common.

    >>> alike("certificate", "certified"), alike("inspect", "insist")
    (True, False)
    """
    if one[:BEGINNING] != other[:BEGINNING]:
        return False
    if one == other:
        return True
    longest = max(len(one), len(other))
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                  min(len(one), len(other)))  # fmt: skip
    return common >= BEGINNING and 2 * common >= longest


def agreement(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice the stems in common over all stems (Dice 1945): 1 only if neither says more."""
    shared = overlap(one, other) * min(len(one), len(other))
    return 2 * shared / max(1, len(one) + len(other))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller of two sets of stems that the larger one has too."""
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return 0.0
    shared = sum(word in more or any(alike(word, w) for w in more) for word in fewer)
    return shared / len(fewer)
