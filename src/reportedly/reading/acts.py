"""The cue of an attribution → its act: a statement, a denial, a promise and so on.

In: the words of a cue, and where they matter of its content. Out: one of the acts of the ledger, by
the tables in `reportedly.reading.act_lemmas`. The act is what the cue does, not what is said: "said
he would sign" is a statement, and a negation does not change it ("did not deny" is a denial,
negated).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reportedly.ledger import Act
from reportedly.reading.act_lemmas import (
    ACT_PHRASES,
    ACT_WORDS,
    ACTS_BEFORE,
    LIGHT_WORDS,
    WHOLE_CUES,
)
from reportedly.reading.cue_words import cue_lemmas

#: The tables, unfolded: the act of each word, and of each phrase as its lemmas.
ACT_OF_WORD: Final[dict[str, Act]] = {
    word: act for act, words in ACT_WORDS.items() for word in words.split()
}
ACT_OF_PHRASE: Final[dict[tuple[str, ...], Act]] = {
    tuple(cue_lemmas(phrase, ACT_OF_WORD)): act
    for act, phrases in ACT_PHRASES.items()
    for phrase in phrases.split(";")
}
LIGHT: Final = frozenset(LIGHT_WORDS.split())
_LONGEST: Final = max(map(len, ACT_OF_PHRASE))

#: The act of a cue that has no word of the table: a bare colon, a dash, an apostrophe.
BARE: Final[Act] = "statement"


@lru_cache(maxsize=4096)
def classify_act(cue: str) -> Act:
    """The act that a cue performs (Searle 1976, in the classes of the ledger).

    The longest phrase or word of the table that comes first decides, but a light verb ("tried",
    "went on", "took to Twitter") yields to what follows it.

    Args:
        cue: the words of the cue; those of a discontinuous one joined by spaces.

    >>> classify_act("has repeatedly called for")
    'request'
    >>> classify_act("took to Twitter to say")
    'statement'
    """
    lemmas = cue_lemmas(cue, ACT_OF_WORD)
    if len(lemmas) == 1 and lemmas[0] in WHOLE_CUES:
        return WHOLE_CUES[lemmas[0]]
    light: Act | None = None
    for start in range(len(lemmas)):
        act = _phrase_at(lemmas, start)
        if act is not None:
            return act
        act = ACT_OF_WORD.get(lemmas[start])
        if act is not None and lemmas[start] not in LIGHT:
            return act
        light = light or act
    return light or BARE


def act_before(cue: str, content: str) -> Act:
    """The act of a cue, where it hangs on how its content begins (`ACTS_BEFORE`).

    Args:
        cue: as for `classify_act`.
        content: the words of the content, or at least the first of them.

    >>> act_before("suggested", "sending ships"), act_before("suggested", "that ships were sent")
    ('proposal', 'statement')
    """
    lemmas = cue_lemmas(cue, ACT_OF_WORD)
    start, act = ACTS_BEFORE.get(lemmas[-1] if lemmas else "", (None, None))
    if start is not None and act is not None and re.match(start, content):
        return act
    return classify_act(cue)


def _phrase_at(lemmas: list[str], start: int) -> Act | None:
    for length in range(min(_LONGEST, len(lemmas) - start), 1, -1):
        act = ACT_OF_PHRASE.get(tuple(lemmas[start : start + length]))
        if act is not None:
            return act
    return None
