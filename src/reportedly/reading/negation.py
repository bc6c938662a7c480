"""The cue of an attribution → whether the act itself is denied: "has not said", "declined to say".

And whether what looks like its content is only what was not done: "declined | to comment".

In: the words of a cue, and of its source. Out: true or false. A denial or a refusal is an act of
its own, no negation (the ledger's contract); what stands after the verb ("vowed not to sign")
negates what was said, not the saying.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from reportedly.reading.acts import ACT_OF_WORD, LIGHT
from reportedly.reading.cue_words import lemma, words

#: Words that deny the verb after them: negation cues, as Morante & Daelemans (2012) mark them.
NEGATORS: Final = frozenset(
    {"not", "never", "no", "nor", "neither", "none", "nobody", "nothing", "without"}
)

#: Verbs whose meaning is that the act after them did not take place (Karttunen's implicatives,
#: 1971), as far as they occur in cues, and words for keeping silent.
UNDONE: Final = re.compile(
    r"\b(?:declin\w+|fail(?:s|ed|ing|ure)?|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|yet to"
    r"|avoid(?:s|ed|ing|ance)?|refrain(?:s|ed|ing)? from|(?:stop\w*|fall\w*|fell) short of"
    r"|shied away from|sh(?:y|ies|ying) away from|steer(?:s|ed|ing)? clear of|unable to"
    r"|dodg\w+|evad\w+|sidestep\w*|silent|silence|mum|quiet|tight-lipped|unmentioned"
    r"|unavailable|unreachable)\b"
)

#: What leaves a question unanswered, though its verb is an act.
UNANSWERED: Final = re.compile(
    r"\b(?:ignor\w+ (?:\w+ ){0,3}(?:requests?|questions?|calls?|e-?mails?|messages?|inquiries)"
    r"|maintain\w* (?:\w+ )?silence|(?:said|says?|saying) (?:almost |next to )?nothing)\b"
)

#: Phrases in which a negator denies nothing, or two denials make an assertion.
NOT_DENIED: Final = re.compile(
    r"\b(?:"
    r"not (?:only|just|merely|simply|solely|alone|surprisingly|unexpectedly|unlike|unreasonabl[ey])"
    r"|(?:can|could) not (?:really |quite )?(?:help|resist|wait|agree more|but)"
    r"|not (?:fail|hesitate|shy|stop(?! to)|decline|omit|neglect|shrink|minc(?:e|ing)|afraid)"
    r"|not (?:\w+ )?(?:remain|stay|keep|be) silent"
    r"|never (?:fail|fails|failed|tire|tires|tired|stop|stops|stopped|hesitates?|hesitated|shy)"
    r"|(?:no|any) (?:secret|bones|doubt|question|apology|apologies|problem|trouble|surprise|words)"
    r"|not (?:without|for nothing|least)"
    r"|no (?:sooner|less|fewer|stranger)"
    r"|nothing (?:but|if not|short of)"
    r"|(?:hard|difficult|impossible) not to|if not|or not|as if|all but"
    r"|without (?:a )?(?:doubt|hesitation|question|fail)"
    r"|(?:break|breaks|broke|broken|breaking) (?:\w+ )?silence"
    r")\b"
)

#: A source that nobody belongs to: "none of them", "neither side", "not one senator". Whoever is
#: left over by "not all" or "few" has spoken, and "No. 10" and "no fewer than six" are somebody.
_NO_SOURCE: Final = re.compile(
    r"(?:^|[,;:–—]\s*|\b(?:but|and|though)\s+)[\W_]*"
    r"(?:(?:almost|nearly|virtually|practically|absolutely)\s+)?"
    r"(?:none|nobody|noone|neither|nothing|not\s+(?:one|a\s+single|any)"
    r"|no(?!\s*\.|\s*\d|[\s-]+(?:less|fewer|doubt|campaign|vote|side|nonsense)\b)(?=[\s-]))"
    r"\b(?!.*\b(?:but|except|other\s+than|besides)\b)",
    re.IGNORECASE | re.DOTALL,
)

# "Offers no details", "knew nothing": the object denies, right after the verb. "Said no" speaks.
_EMPTY_OBJECT: Final = re.compile(
    r"(?!say|said|tell|told|vot)\w+(?: (?:almost|next to|absolutely|virtually))? (?:nothing|no)\b"
)

#: What goes by the name of content where somebody kept silent, and tells nothing.
SILENCE: Final = re.compile(
    r"(?:to )?(?:(?:publicly|immediately|further|directly) )*"
    r"(?:comment|respond|reply|answer|elaborate|speak|be (?:named|identified|quoted|reached))"
    r"(?: (?:publicly|further|immediately|directly|by name|on the record|(?:for|in) this \w+))*"
    r"|(?:to )?(?:(?:an?|any|the|several|multiple|repeated|numerous|\w+(?: s)?) )?(?:\w+ ){0,2}"
    r"(?:requests?|calls?|messages?|e ?mails?|inquir(?:y|ies))"
    r"(?: (?:for|seeking|requesting) (?:an? )?(?:further )?(?:comment|response|interview)s?)?"
    r"(?: (?:from|by) (?:\w+ ){0,4}\w+)?(?: on \w+)?"
)

#: A negation further into a source than this many characters does not concern all of it.
_LONGEST_SOURCE: Final = 300


@lru_cache(maxsize=4096)
def is_negated(cue: str, before: str = "") -> bool:
    """Whether the act of a cue is denied, so that nobody said, promised or believed anything.

    Args:
        cue: the words of the cue; those of a discontinuous one joined by spaces.
        before: the words of the source, or the text right before the cue: a negation may stand
            there ("none of them promised").

    >>> is_negated("has not said"), is_negated("not only said"), is_negated("denied")
    (True, False, False)
    >>> is_negated("promised", before="None of the ministers")
    True
    """
    return _cue_is_negated(cue) != (_NO_SOURCE.search(before[:_LONGEST_SOURCE]) is not None)


def is_silence(content: str) -> bool:
    """Whether a content tells nothing but that somebody was asked: nobody's words.

    Args:
        content: the words of the content of an attribution whose act is denied.

    >>> is_silence("to comment"), is_silence("a request for comment"), is_silence("the plan")
    (True, True, False)
    """
    return SILENCE.fullmatch(" ".join(words(content))) is not None


def _cue_is_negated(cue: str) -> bool:
    plain = NOT_DENIED.sub("so", " ".join(words(cue)))
    own = plain.split()
    verb = next((n for n, word in enumerate(own) if _is_act(word)), len(own))
    until_verb = " ".join(own[: verb + 1])
    return (
        not NEGATORS.isdisjoint(own[:verb])
        or UNDONE.search(until_verb) is not None
        or UNANSWERED.search(plain) is not None
        or _EMPTY_OBJECT.match(" ".join(own[verb:])) is not None
    )


def _is_act(word: str) -> bool:
    base = lemma(word, ACT_OF_WORD)
    return base in ACT_OF_WORD and base not in LIGHT
