"""A description → what sort of actor it means: "two officials familiar with the talks".

In: a mention without a name. Out: its head noun, the kind of actor, whether that is several people,
and whether the name is held back; and, of the words that follow, which tell the basis of knowledge.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.ledger import ActorKind, Anonymity
from reportedly.reading.naming.outlets import GENERIC_OUTLETS
from reportedly.reading.naming.role_nouns import (
    DOCUMENT_NOUNS,
    GOVERNMENT_NOUNS,
    GROUP_NOUNS,
    IRREGULAR_PLURALS,
    ORGANIZATION_NOUNS,
    OTHER_NOUNS,
    PERSON_NOUNS,
    PLURAL_ONLY,
    POSITION_NOUNS,
    QUANTIFIERS,
    SPEAKS_WITHOUT_NAME,
)
from reportedly.reading.naming.word_class import word_class


class Description(NamedTuple):
    """What the words of a description tell.

    ``head`` is the head noun in lower case and the singular, empty if none is known.
    """

    head: str
    kind: ActorKind
    plural: bool
    anonymity: Anonymity


def _plurals(noun: str) -> tuple[str, ...]:
    """The plural of a noun by the rules of spelling."""
    if noun in IRREGULAR_PLURALS:
        return tuple(IRREGULAR_PLURALS[noun].split())
    if noun.endswith("man"):
        return (noun[:-3] + "men",)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith(("s", "x", "ch", "sh")):
        return (noun + "es",)
    return (noun + "s",)


def _unfold() -> dict[str, tuple[str, ActorKind, bool]]:
    """Each form of a noun, its singular, the kind that it tells, and whether it is plural."""
    forms: dict[str, tuple[str, ActorKind, bool]] = {}
    tables: tuple[tuple[frozenset[str], ActorKind, ActorKind], ...] = (
        (POSITION_NOUNS | PERSON_NOUNS, "person", "group"),
        (DOCUMENT_NOUNS, "document", "document"),
        (GENERIC_OUTLETS, "outlet", "outlet"),
        (GOVERNMENT_NOUNS, "government", "government"),
        (ORGANIZATION_NOUNS, "organization", "group"),
        (OTHER_NOUNS, "other", "other"),
    )
    for nouns, one, several in tables:
        for noun in nouns:
            forms.setdefault(noun, (noun, one, False))
            for plural in _plurals(noun):
                forms.setdefault(plural, (noun, several, True))
    for noun in GROUP_NOUNS:
        for form in (noun, *_plurals(noun)):
            forms[form] = (noun, "group", True)
    for noun in PLURAL_ONLY:
        forms[noun] = (noun, "group", True)
    return forms


#: The tables, unfolded.
NOUNS: Final = _unfold()

_WORD: Final = re.compile(r"\d[\d,.]*|(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-&][^\W\d_]+)*|%")
#: Where the noun phrase ends and what restricts it begins: words that no noun stands before.
_AFTER_HEAD: Final = re.compile(
    r"[,;:(\[–—]|\s-+\s|(?<![\w-])(?:who|whom|whose|which|that|where|when|of|for|in|at|with|within|to|on"
    r"|by|near|about|around|inside|outside|across|under|over|among|between|against|behind|like"
    r"|such|not|including|from|familiar|close|briefed|involved|present|responsible|able|seeking"
    r"|supporting|speaking|opposed|loyal|critical|knowledgeable|privy|aware|linked|tied|based"
    r"|working|claiming|calling|led|named|called|released|conducted|published|trying|willing"
    r"|surveyed|polled|interviewed|caught|is|are|was|were|has|have|had|will|would|could|can|did"
    r"|does|do|available|reluctant|without|eager|unable|unwilling|ready)(?![\w-])",
    re.IGNORECASE,
)
_POSSESSIVE: Final = re.compile(r"['’]s\b|['’](?=\s)")
_SHARE: Final = re.compile(
    r"\b(?:percent|per cent|pct)\b|%"
    r"|\b(?:one|two|three)[- ](?:thirds?|quarters?|fifths?|tenths?)\b",
    re.IGNORECASE,
)
_RATIO: Final = re.compile(
    r"(?:\w+ ){0,2}(?:one|two|three|four|five|\d+) (?:in|out of) (?:three|four|five|six|ten|\d+)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d[\d,.]*")

#: A description is told by its first words; no text can slow the rules down.
_LONGEST: Final = 300

#: Words whose kind is that of what they are a quantity of.
QUANTITIES: Final = QUANTIFIERS | word_class(
    """number lot lots handful dozens hundreds thousands couple series array range variety rest
    percentage share trio pair likes plurality scores tens chunk swath barrage slew string host
    bevy raft group collection minority bulk"""
)
_ONE: Final = word_class("one another someone somebody anyone anybody each nobody none")
_SEVERAL: Final = word_class("two three four five six both several many few")

#: Words that begin a clause without "that" after a noun: "the report the agency released".
_CLAUSE_BEGINS: Final = word_class(
    """the a an this his her their our my your i he we she they it you himself herself itself
    themselves alone also now then today yesterday last this earlier"""
)
#: A reduced clause after a noun: "protesters demanding", "a picture taken".
_PARTICIPLE: Final = re.compile(
    r"\w+ed|\w{2,}ing|taken|seen|held|sent|made|given|shown|written|known|led|told|found|paid|put"
    r"|brought|born|driven|hit|hurt|set|run|drawn|chosen|won|lost|left|cut|said|kept|built"
)

#: Wording by which a reporter tells that the name is known and held back; from the stylebooks of
#: the AP and Reuters on anonymous sources, and from the training articles.
WITHHELD: Final = re.compile(
    r"(?:\b|(?=n['’]t))(?:on (?:the )?condition of (?:strict )?anonymity|(?:on"
    r"|under) condition they not be"
    r"|(?:speaking|spoke|speaks|talked|granted|requested|requesting|demanded|asked for|insisted on"
    r"|given|offered|under) (?:\w+ )?anonym\w+|anonymous(?:ly)?|unnamed|unidentified"
    r"|(?:not|n['’]t|nor) (?:be |been )?(?:\w+ )?authori[sz]ed|without authori[sz]ation"
    r"|(?:asked|asking|asks|wished|wishing|declin\w+|refus\w+|want\w*|prefer\w*|request\w*) "
    r"(?:\w+ )?(?:not |that \w+ name not |n['’]t )?(?:to )?(?:be )?(?:named|identified|quoted)"
    r"|(?:not|n['’]t) (?:to )?be(?:ing)? (?:named|identified|quoted)|off the record"
    r"|on background|whose names? (?:\w+ )?(?:not|withheld)|name (?:be |was |is )?withheld"
    r"|not permitted to (?:speak|talk|discuss|comment)|not allowed to (?:speak|talk|discuss)"
    r"|(?:lacked|lacks|lacking) (?:the )?authori[sz]ation|for fear of (?:retribution|reprisal)\w*"
    r"|because of the sensitivity|declined to give (?:his|her|their|a) (?:full |last )?names?)\b",
    re.IGNORECASE,
)

#: The words with which a stated basis of knowledge begins, from the same places.
BASIS: Final = re.compile(
    r"\b(?:(?:with|having) (?:(?:direct|detailed|firsthand|first-hand|personal|close|intimate"
    r"|some|inside|extensive|prior|specific) )?(?:knowledge|insight|familiarity|visibility|access)"
    r"|familiar with|(?:who (?:was|were|is|are|had been|has been|have been) )?(?:\w+ly )?briefed"
    r"(?! reporters)(?: on| about| by)?|(?:who (?:was|were|is|are) )?close to|knowledgeable about"
    r"|privy to|in (?:a )?position to know|(?:who (?:was|were|is|are) |directly )involved in"
    r"|(?:who (?:was|were) )?present (?:at|in|during|for)|who (?:was|were) (?:at|in) (?:the )?"
    r"(?:room|meeting|talks|call)|who (?:has|have|had)?\s*(?:also )?(?:attended|seen|saw|witnessed"
    r"|viewed|reviewed|read|heard|participated|took part|taken part|observed|listened)"
    r"|who (?:know|knows|knew) (?:of|about|the)\b|in attendance"
    r"|(?:directly )?(?:participating|taking part) in"
    r"|with ties to|with (?:direct )?links to|aware of|(?:who (?:has|have|had) )?spoken (?:with|to)"
    r"|who (?:has|have|had)? ?worked (?:with|on|for|under|alongside))\b",
    re.IGNORECASE,
)
_BASIS_ENDS: Final = re.compile(
    r"[.;:()–—\"“”\n]|,|\s-+\s|\b(?:said|says|say|told|tells|added|confirmed|acknowledged|declined"
    r"|and (?:who|spoke|said|speaking)|but (?:who|not)"
    r"|who (?:spoke|asked|requested|declined|was not"
    r"|were not|wasn['’]t|weren['’]t|insisted)|speaking|because|although|though)\b"
)


@lru_cache(maxsize=8192)
def describe(words: str, after: str = "") -> Description:
    """What a description tells about the actor.

    Args:
        words: the mention, its restrictive modifiers included.
        after: what follows in the sentence, where the reasons for anonymity often stand.

    >>> describe("two senior officials familiar with the talks")
    Description(head='official', kind='group', plural=True, anonymity='withheld')
    >>> describe("A police officer").anonymity, describe("the campaign").kind
    ('unnamed', 'organization')
    >>> describe("the report")[:3]
    ('report', 'document', False)
    """
    head, kind, plural = _head(words)
    return Description(head, kind, plural, _anonymity(words, after, head, kind))


def _head(words: str) -> tuple[str, ActorKind, bool]:
    """The head noun, its kind, and whether it means several people."""
    text = words[:_LONGEST].strip().strip("“”\"'‘’")
    end = _AFTER_HEAD.search(text, 1)
    phrase = text[: end.start()] if end else text
    rest = text[end.start() :].lower() if end else ""
    if _SHARE.search(phrase) or _RATIO.match(text):
        return "share", "group", True
    tokens = _until_clause(_WORD.findall(_POSSESSIVE.sub("", phrase)))
    last = tokens[-1] if tokens else ""
    counted = last in QUANTITIES or _NUMBER.fullmatch(last) is not None
    if counted and rest.startswith("of "):
        return _quantity(last in _ONE, *_head(rest[3:]))
    if last in _ONE:
        return last, "person", False
    if last in QUANTIFIERS or _NUMBER.fullmatch(last):
        return last, "group", True
    return _noun(tokens) if tokens else ("", "other", False)


def _quantity(one: bool, head: str, kind: ActorKind, plural: bool) -> tuple[str, ActorKind, bool]:
    """What a quantity of something is: "one of the aides", "dozens of aides"."""
    if one:
        return head, "person" if kind == "group" else kind, False
    return (head, kind, plural) if kind == "document" else (head, "group", True)


def _until_clause(tokens: list[str]) -> list[str]:
    """The words of a noun phrase in lower case, without a clause that follows the noun."""
    plain = [token.lower() for token in tokens]
    for index in range(1, len(plain)):
        following = plain[index + 1] if index + 1 < len(plain) else ""
        if begins_clause(plain[index - 1], plain[index], following):
            return plain[:index]
    return plain


def begins_clause(before: str, word: str, following: str) -> bool:
    """Whether a word after a noun begins a clause that belongs to it, without "that" or "who".

    Args:
        before: the word before, in lower case.
        word: the word in question.
        following: the word after it; a noun there makes it an adjective.

    >>> begins_clause("report", "published", "on"), begins_clause("the", "elected", "officials")
    (True, False)
    """
    if before not in NOUNS:
        return False
    participle = word not in NOUNS and _PARTICIPLE.fullmatch(word) is not None
    return word in _CLAUSE_BEGINS or (participle and following not in NOUNS)


def _noun(tokens: list[str]) -> tuple[str, ActorKind, bool]:
    last = tokens[-1]
    for form in (last, last.rpartition("-")[2]):
        if form in NOUNS:
            head, kind, plural = NOUNS[form]
            if kind == "person" and form == head and not _SEVERAL.isdisjoint(tokens[:-1]):
                return head, "group", True
            return head, kind, plural and kind in ("person", "group")
    if last.endswith("s") and not last.endswith(("ss", "us", "is")):
        return last, "group", True
    if last.endswith(("ist", "er", "or", "ian", "eer", "crat", "ee")) and len(last) > 4:
        return last, "person", False
    return "", "other", False


def _anonymity(words: str, after: str, head: str, kind: ActorKind) -> Anonymity:
    if kind not in ("person", "group"):
        return "unnamed"
    if WITHHELD.search(words) or WITHHELD.search(after):
        return "withheld"
    if head in SPEAKS_WITHOUT_NAME or (head not in _ONE and BASIS.search(words)):
        return "withheld"
    return "unnamed"


def basis_span(words: str) -> tuple[int, int] | None:
    """Where a description, or the words after it, states how the source knows.

    Args:
        words: a mention with the rest of its sentence.

    Returns:
        Offsets into the words, from the start of the basis to the end of its phrase.

    >>> text = "a person briefed on the talks, who was not authorized to speak"
    >>> text[slice(*basis_span(text))]
    'briefed on the talks'
    """
    start = BASIS.search(words)
    if start is None:
        return None
    end = _BASIS_ENDS.search(words, start.end())
    stop = end.start() if end else len(words)
    return start.start(), start.start() + len(words[start.start() : stop].rstrip())
