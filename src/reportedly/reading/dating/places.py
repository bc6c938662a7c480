"""Text → the places where it tells a date, and what leads up to each.

In: a text. Out: `Place`, for `reportedly.reading.dating.dates` to tell its days. What only looks
like a date is left out: years and days in names, "May" the surname, durations, what is said of
nowadays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple, cast

from reportedly.reading.dating.rules import RULES, Rule
from reportedly.reading.dating.words import (
    AMBIGUOUS_MONTHS,
    EDGE,
    EVENT,
    NAME_AFTER,
    NAME_BEFORE,
    NOWADAYS,
    PART,
    PREPOSITIONS,
    spaced,
)
from reportedly.reading.quotation import find_quotations, quotation_depth

#: What links two dates.
JOINT: Final = re.compile(
    r"\s*(?:[-–—]|(?P<word>and|or|to|until|till|through)(?:\s+(?:on|in))?)\s*"
)
POSSESSIVE: Final = re.compile(r"[’']s\b")


class Place(NamedTuple):
    """Where a rule fits: the rule, its match, and the words that lead up to it.

    ``lead`` holds a preposition by its kind, and in the group ``rest`` what picks a part of a
    period; it may be empty. ``joined`` is true where a `JOINT` links it with a place before.
    """

    rule: Rule
    match: re.Match[str]
    lead: re.Match[str]
    joined: bool

    @property
    def start(self) -> int:
        """Where the date begins, without what leads up to it."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where the date ends."""
        return self.match.end()

    @property
    def kind(self) -> str:
        """The kind of its preposition, a key of `PREPOSITIONS`; empty if there is none."""
        return next((kind for kind in PREPOSITIONS if self.lead[kind]), "")

    @property
    def led(self) -> bool:
        """Whether words of time lead up to it."""
        return self.joined or bool(self.lead[0])


def find_places(text: str) -> list[Place]:
    """The places where a text tells a date, in its order.

    >>> text = "May may go by May 3, or has gone since 2014."
    >>> [(place.match[0], place.kind) for place in find_places(text)]
    [('May 3', 'until'), ('2014', 'since')]
    """
    places: list[Place] = []
    last = 0
    for found in _ANY.finditer(text):
        start, end = found.span()
        number = (found.lastindex or 1) - 1
        match = cast("re.Match[str]", _PATTERNS[number].match(text, start))  # the same, with names
        lead = cast("re.Match[str]", _LEAD.search(text, max(last, start - _REACH), start))
        joined = bool(places) and JOINT.fullmatch(text, last, start) is not None
        place = Place(RULES[number], match, lead, joined)
        if not _is_name(text, place) and _GUARDS.get(place.rule.name, _any)(text, place):
            places.append(place)
            last = end
    return _without_quoted(text, "today", places)


_PATTERNS: Final = tuple(re.compile(rule.pattern) for rule in RULES)


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


#: All rules at once, each one group without any within, so that ``lastindex`` tells which it is.
_ANY: Final = re.compile(
    r"(?<![\w$£€#/.,+@])(?:(?<![A-Za-z]-)|(?<=\b[Mm]id-))(?:"
    + "|".join(f"({_nameless(rule.pattern)})" for rule in RULES)
    + ")"
)

_KINDS: Final = "|".join(f"(?P<{kind}>{spaced(words)})" for kind, words in PREPOSITIONS.items())
_LEAD: Final = re.compile(
    rf"(?i)(?:(?<!\w)(?:{_KINDS})\s+)?"
    rf"(?P<rest>(?:(?<!\w){spaced(EDGE)}\s+)?(?:(?<!\w){spaced(PART)}(?:\s+|-))?)\Z"
)
#: The longest lead is some 50 characters long.
_REACH: Final = 60


def _without_quoted(text: str, name: str, places: list[Place]) -> list[Place]:
    """In a person's own words, "today" mostly means nowadays."""
    if not any(place.rule.name == name for place in places):
        return places
    depth = quotation_depth(find_quotations(text), len(text))
    return [place for place in places if place.rule.name != name or not depth[place.start]]


# What the matches of a rule have to be like, beyond what its pattern says.

#: Years that need no word of time before them, and those that do ("since 1789").
_RECENT: Final = range(1900, 2040)
_LIKELY: Final = range(1700, 2100)

_NAME_BEFORE: Final = re.compile(rf"\b(?:{spaced(NAME_BEFORE)})\s+\Z")
_NAME_AFTER: Final = re.compile(rf"\s+(?:{NAME_AFTER})\b")
_EVENT: Final = re.compile(rf"(?:\s+[\w’'.&-]+){{0,2}}?\s+(?:{EVENT})\b", re.IGNORECASE)
_DATELINE: Final = re.compile(r"\s*\(\w[\w ]*\)\s*[-–—]")
_DURATION: Final = re.compile(r"(?i)(?:last|next)\s+(?!quarter)")
_LAW: Final = re.compile(
    r"\b(?:Act|Agreement|Treaty|Accords?|War|Law|Amendments?|Protocol|Convention|Code|Bill) of\s+\Z"
)
_PROGRAMME: Final = re.compile(r"(?:[“‘\"']|\b[A-Z]{2,4}(?:[’']s)?\s)\Z")
_THE: Final = re.compile(r"\b[Tt]he\s+\Z")
_OF: Final = re.compile(r"\bof\s+\Z")
_NOWADAYS: Final = re.compile(rf"\b(?:{NOWADAYS})\s+\Z")


def _before(pattern: re.Pattern[str], text: str, place: Place) -> bool:
    return pattern.search(text, max(0, place.start - _REACH), place.start) is not None


def _is_name(text: str, place: Place) -> bool:
    return _before(_NAME_BEFORE, text, place) or bool(_NAME_AFTER.match(text, place.end))


def _any(_: str, __: Place) -> bool:
    return True


def _month_alone(text: str, place: Place) -> bool:
    if place.match[0] in AMBIGUOUS_MONTHS:
        return place.led and not POSSESSIVE.match(text, place.end)
    return place.led or not _EVENT.match(text, place.end)


def _day_of_month(text: str, place: Place) -> bool:
    """In "BRENKO, Oct 4 (Agency) -" the date is the line's, not the text's."""
    return not _DATELINE.match(text, place.end)


def _year(text: str, place: Place) -> bool:
    number = int(place.match[0])
    if _before(_LAW, text, place):
        return False
    if place.led:
        return number in _LIKELY
    return number in _RECENT and not _EVENT.match(text, place.end)


def _unit(text: str, place: Place) -> bool:
    """Over "the last year" something lasts; "CBS This Morning" is a programme."""
    if _DURATION.match(text, place.start) and _before(_THE, text, place):
        return False
    return not (place.match[0].istitle() and _before(_PROGRAMME, text, place))


def _spoken_day(text: str, place: Place) -> bool:
    return _unit(text, place) and not _before(_OF, text, place)


def _today(text: str, place: Place) -> bool:
    return not _before(_NOWADAYS, text, place)


def _feast(_: str, place: Place) -> bool:
    return place.led or place.match["relation"] is not None


_GUARDS: Final[dict[str, Callable[[str, Place], bool]]] = {
    "month alone": _month_alone,
    "day of month": _day_of_month,
    "year": _year,
    "unit": _unit,
    "spoken day": _spoken_day,
    "today": _today,
    "feast": _feast,
}
