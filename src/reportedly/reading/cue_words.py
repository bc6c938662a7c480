"""The words of a cue, without what does not tell its act: "has n't really said" → say.

In: a phrase. Out: its words in lower case, or the lemmas among them that carry meaning. Lemmas are
the base forms of the words that a caller knows; the rules are those of English spelling (doubled
consonants, silent e, y and ie), the exceptions a table.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

#: Irregular forms of the verbs that occur in cues, and what they are forms of.
IRREGULAR: Final[dict[str, str]] = {
    form: verb
    for verb, forms in {
        "be": "am is are was were been being",
        "become": "became",
        "begin": "began begun",
        "bring": "brought",
        "come": "came",
        "choose": "chose chosen",
        "do": "did does done doing",
        "draw": "drew drawn",
        "dig": "dug",
        "find": "found",
        "feel": "felt",
        "fight": "fought",
        "forget": "forgot forgotten",
        "foresee": "foresaw foreseen",
        "forbid": "forbade forbidden",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone goes",
        "have": "has had having",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lay": "laid layed",
        "lead": "led",
        "leave": "left",
        "lie": "lain lying",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "mislead": "misled",
        "mistake": "mistook mistaken",
        "misunderstand": "misunderstood",
        "oversee": "oversaw overseen",
        "overhear": "overheard",
        "pay": "paid",
        "ring": "rang rung",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "sing": "sang sung",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "stick": "stuck",
        "strike": "struck stricken",
        "strive": "strove striven",
        "swear": "swore sworn",
        "take": "took taken",
        "teach": "taught",
        "tear": "tore torn",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "understand": "understood",
        "undertake": "undertook undertaken",
        "uphold": "upheld",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "withhold": "withheld",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}

#: Words that are left out of a cue: they frame its act, and never are the act.
FRAME: Final = """
    a an the this that these those some any every each all both either neither no none such own
    i me my myself you your he him his himself she her hers herself it its itself we us our they
    them their themselves one who whom whose which what there here and or but not never nor
    very too so more most less least much many few several quite rather just only even still yet
    already also again ever always often sometimes soon later now then once twice since ago before
    almost far long well further instead meanwhile else earlier last next first second
    new public strong deep best better quick able going growing ongoing widespread clearly half
    recent previous current vocal outspoken energetic rigid hard harsh bitter s week weeks month
    months year years day days today yesterday monday tuesday wednesday thursday friday saturday
    sunday morning afternoon evening night
"""

#: Fixed phrases that are left out, since a word in them would be taken for an act.
ADVERBIAL_PHRASES: Final = re.compile(
    r"\b(?:no doubt|without (?:a )?doubt|in order to|in turn|in return|in the end|at the end"
    r"|on behalf of|by way of|in light of|at least|so-called)\b"
)

_CONTRACTIONS: Final = (
    (re.compile(r"[’‘`]"), "'"),
    (re.compile(r"\bwo ?n't\b"), "will not"),
    (re.compile(r"\bca ?n't\b|\bcannot\b|\bcan not\b"), "can not"),
    (re.compile(r"\bai ?n't\b"), "be not"),
    (re.compile(r" ?n't\b"), " not"),
    (re.compile(r"'(?:re|m)\b"), " be"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'s\b"), " s"),
)
#: Regular endings, the first that fits decides, and what may stand in their place, likeliest first.
_ENDINGS: Final = tuple(
    (re.compile(ending), bases)
    for ending, bases in (
        (r"(\w{2,})(?:ied|ies)", (r"\1y", r"\1ie")),  # denied, ties
        (r"(\w*[aeiouy]\w*)([lsz])\2(?:ed|ing)", (r"\1\2\2", r"\1\2")),  # called, signalled
        (r"(\w*[aeiouy]\w*)([^aeiou])\2(?:ed|ing)", (r"\1\2", r"\1\2\2")),  # planned, added
        (r"(\w*[aeiouy]\w*(?:[cgsuvz]|[^aeiou]l|[aiou]t))(?:ed|ing)", (r"\1e", r"\1")),  # urged
        (r"(\w*[aeiouy]\w*)(?:ed|ing)", (r"\1", r"\1e")),  # asked, declared
        (r"(\w*(?:ss|sh|ch|x|zz))es", (r"\1", r"\1e")),  # stresses, axes
        (r"(\w*[^aeiou]us)es", (r"\1e", r"\1")),  # accuses, focuses
        (r"(\w{2,}[^su])s", (r"\1",)),  # says
    )
)
#: Nothing longer is an English word; it is left alone, so that no text can slow the rules down.
_LONGEST_WORD: Final = 40

_FRAME: Final = frozenset(FRAME.split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words(phrase: str) -> list[str]:
    """The words of a phrase in lower case, with contractions spelt out.

    >>> words("Hasn’t really said")
    ['has', 'not', 'really', 'said']
    """
    phrase = phrase.lower()
    for contraction, spelt_out in _CONTRACTIONS:
        phrase = contraction.sub(spelt_out, phrase)
    return _WORD.findall(phrase)


def lemma(word: str, known: Container[str]) -> str:
    """The base form of a word in lower case.

    Args:
        word: an inflected form, or not.
        known: base forms; where spelling leaves several, the first that is known is taken.

    Returns:
        A known base form, or else the likeliest by the rules of spelling.

    >>> [lemma(word, {"deny", "argue", "plan"}) for word in ("denied", "arguing", "planned")]
    ['deny', 'argue', 'plan']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in known:
        return word
    guesses = _base_forms(word)
    return next((guess for guess in guesses if guess in known), guesses[0])


def _base_forms(word: str) -> list[str]:
    """What a word may be a regular form of, the likeliest first; itself if it has no ending."""
    if len(word) <= _LONGEST_WORD:
        for ending, bases in _ENDINGS:
            match = ending.fullmatch(word)
            if match is not None:
                return [match.expand(base) for base in bases]
    return [word]


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def cue_lemmas(cue: str, known: Container[str]) -> list[str]:
    """The lemmas of a cue that may tell its act, in order.

    Determiners, pronouns, adverbs, negations and the like are left out; auxiliaries and
    prepositions are kept.

    Args:
        cue: the words of a cue.
        known: base forms, as for `lemma`. A known word is never left out as an adverb.

    >>> cue_lemmas("has repeatedly called for", {"call"})
    ['have', 'call', 'for']
    """
    plain = ADVERBIAL_PHRASES.sub(" ", cue.lower())
    return [
        lemma(word, known)
        for word in words(plain)
        if word in known or not (word in _FRAME or _is_adverb(word))
    ]
