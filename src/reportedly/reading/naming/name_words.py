"""The parts of names and how they are compared: the analysis of a mention, its words, its extent.

In: words of a mention. Out: what `reportedly.reading.naming.names` builds its analysis from: the
words up to where the name ends, which of them are capitalised, and a form to compare names in.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, NamedTuple

from reportedly.ledger import ActorKind
from reportedly.reading.naming.descriptions import NOUNS, begins_clause
from reportedly.reading.naming.name_parts import BODY_WORDS
from reportedly.reading.naming.pronouns import Gender
from reportedly.reading.naming.word_class import word_class

Form = Literal["name", "pronoun", "description"]


class Name(NamedTuple):
    """A mention and its parts.

    ``title`` and ``proper`` are as the text words them, ``key`` is the name proper in words that
    can be compared: lower case, without diacritics, full stops and suffix. ``sure`` tells whether
    the words themselves show the kind. ``members`` are those of a compound ("Lynch and Yates").
    """

    form: Form
    kind: ActorKind | None = None
    sure: bool = False
    title: str = ""
    proper: str = ""
    key: tuple[str, ...] = ()
    suffix: str = ""
    gender: Gender | None = None
    members: tuple[str, ...] = ()


_ARTICLES: Final = frozenset({"al", "el"})
POSSESSIVE: Final = re.compile(r"(?:'s|(?<=s)')$")
#: Where a mention goes on after its head, in lower case.
_GOES_ON: Final = word_class(
    """who whom whose which that of for in at with within to on by near from about under over among
    between against like including as is are was were has had will"""
)
#: What may stand between the words of a name of a body.
LINKS: Final = word_class("of for on and to in the against with &")
#: Posts that the words after "of" belong to.
POST_OF: Final = word_class(
    """state defense defence homeland security treasury energy labor labour commerce education
    transportation interior agriculture health staff intelligence war navy army"""
)


def fold(words: str) -> str:
    """Words as names are compared: lower case, no diacritics, no full stops.

    >>> fold("José Ángel J. Gurría")
    'jose angel j gurria'
    """
    plain = unicodedata.normalize("NFKD", words)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.replace(".", "").replace("-", " ").replace("ø", "o").casefold().split())


def core_words(tokens: list[str]) -> list[str]:
    """The words up to where a clause or a phrase goes on; phrases inside a body's name stay.

    >>> core_words("Mayor Ann Holt of the Ferry Party".split())
    ['Mayor', 'Ann', 'Holt']
    >>> core_words("Center for Ferry Studies in Holt".split())
    ['Center', 'for', 'Ferry', 'Studies']
    """
    for index in range(1, len(tokens)):
        before, word, *after = tokens[index - 1 : index + 2]
        following = after[0] if after else ""
        if word.islower() and begins_clause(before.lower(), word, following):
            return tokens[:index]
        if word in _GOES_ON and following != "'t" and not _stays(tokens, index):
            return tokens[:index]
    return tokens


def _stays(tokens: list[str], index: int) -> bool:
    """Whether a preposition goes on with a name: "Department of Justice", "Secretary of State"."""
    before, word = fold(tokens[index - 1]), tokens[index]
    after = next((name for name in tokens[index + 1 : index + 3] if name != "the"), "")
    if word == "of" and fold(after) in POST_OF:
        return True
    if word not in LINKS or not (is_capital(after) or after[:1] == "$"):
        return False
    begins = (word == "for" or index == 1) and before not in NOUNS
    return is_capital(tokens[index - 1]) and (before in BODY_WORDS or begins)


def is_capital(token: str) -> bool:
    """Whether a word is written as a name is; "al-Holt" is.

    >>> is_capital("Holt"), is_capital("al-Holt"), is_capital("holt")
    (True, True, False)
    """
    return token[:1].isupper() or (token[:2] in _ARTICLES and token[2:4].strip("-").isupper())


def key_of(tokens: list[str]) -> tuple[str, ...]:
    """The words of a name as they are compared, each without a possessive.

    >>> key_of(["Holt's", "Campaign"])
    ('holt', 'campaign')
    """
    return tuple(fold(" ".join(POSSESSIVE.sub("", token) for token in tokens)).split())
