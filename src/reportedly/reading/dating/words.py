"""The words that dates are made of, and pieces of patterns with a group for what each tells.

In: nothing. Out: tables and fragments of regular expressions, for `reportedly.reading.dating.rules`
and `reportedly.reading.dating.dates`. The classes are those of TIMEX3 (Pustejovsky et al. 2003), as
far as `docs/annotation.md` calls them dates. Names of days and months count only with a capital;
other words in any case, since headlines capitalise all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

#: Months by their first three letters.
MONTHS: Final = {name: number for number, name in enumerate(_MONTHS, start=1)}

#: Days of the week by their first three letters, as `datetime.date.weekday` counts them.
WEEKDAYS: Final = {name: number for number, name in enumerate(_WEEKDAYS)}

#: Seasons and their first months, in the northern half of the world.
SEASONS: Final[dict[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

#: Numbers that newsrooms spell out.
NUMBERS: Final[dict[str, int]] = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

#: Ordinals of quarters, halves and weeks.
ORDINALS: Final[dict[str, int]] = {"first": 1, "second": 2, "third": 3, "fourth": 4}

#: Days that are told from the day of publication, and how many days after it they are.
SPOKEN_DAYS: Final[dict[str, int]] = {
    "yesterday": -1,
    "last night": -1,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
}

#: Feasts that are given as dates ("by Christmas"): the month and the day.
FEASTS: Final[dict[str, tuple[int, int]]] = {
    "Christmas": (12, 25),
    "Christmas Day": (12, 25),
    "Christmas Eve": (12, 24),
    "Boxing Day": (12, 26),
    "New Year's Day": (1, 1),
    "New Year's Eve": (12, 31),
    "Halloween": (10, 31),
    "Valentine's Day": (2, 14),
    "Veterans Day": (11, 11),
    "Veteran's Day": (11, 11),
}

#: Feasts that move with Easter, and how many days after it they are.
MOVING_FEASTS: Final[dict[str, int]] = {
    "Good Friday": -2,
    "Easter": 0,
    "Easter Sunday": 0,
    "Easter Monday": 1,
    "Pentecost": 49,
}

#: Feasts of the United States on some weekday: the month, the weekday, and which of them it is.
WEEKDAY_FEASTS: Final[dict[str, tuple[int, int, int]]] = {
    "Memorial Day": (5, 0, -1),
    "Labor Day": (9, 0, 1),
    "Thanksgiving": (11, 3, 4),
    "Thanksgiving Day": (11, 3, 4),
}

#: What may lead up to a date, by what it makes of it.
PREPOSITIONS: Final[dict[str, str]] = {
    "within": (
        r"on|in|during|over|at|throughout|as early as|as late as|as recently as|as long ago as"
    ),
    "until": r"(?:on or before|by|until|till|no later than|up to)(?: noon| midnight)?(?: on)?",
    "through": r"through",
    "before": r"before|prior to",
    "since": r"(?:ever )?since",
    "onward": r"(?:starting|beginning|effective)(?: in| on)?|past",
    "at_least": r"until at least",
    "as_of": r"as of",
    "from": r"from(?: midnight)?(?: on)?",
    "after": r"after",
    "between": r"between",
}

#: What picks one end of a period, the rest of it, or its early, mid or late part.
EDGE: Final = r"(?:the )?(?P<edge>end|close|start|beginning|middle|rest|remainder) of"
PART: Final = r"(?:the )?(?P<part>early|late|mid)(?: on| in)?"

#: Words that make a year or a month before them part of the name of an event ("a date in the name
#: of an event is none"): those that follow years in the annotated articles, and their like.
EVENT: Final = (
    r"bid|campaigns?|candidates?|caucus(?:es)?|contests?|convention|crash|crisis|cup|cycle|debates?"
    r"|derby|elections?|field|finals?|front-?runners?|games|marathon|nominees?|nomination|olympics?"
    r"|playoffs?|primar(?:y|ies)|race|recession|referendum|season|tickets?|tournament"
)

#: Words that make a day part of a name (of a paper, a programme, a person) or of a habit.
NAME_BEFORE: Final = (
    r"Super|Black|Cyber|Bloody|Palm|Shrove|Mail on|Scotland on|Independent on|Fox News"
    r"|Mrs?\.?|Ms\.?|Miss|Sir|Lady|[Ee]very|[Ee]ach|[Aa]ny"
)
NAME_AFTER: Final = (
    r"Times|Telegraph|Mail|Mirror|Express|Post|Sun|Star|Herald|Tribune|Independent|Sentinel|Compass"
    r"|Courier|Gazette|Dispatch|World|Show|Futures|Live|Lights|Football|Today|Agenda|Politics"
    r"|mornings|afternoons|evenings|nights"
)

#: Months that are names or verbs as well, and so need a word of time before them.
AMBIGUOUS_MONTHS: Final = frozenset({"March", "April", "May", "June", "August"})

#: Words after which "today" means nowadays.
NOWADAYS: Final = r"is|are|am|even|for|of|and|that|than"


def spaced(words: str) -> str:
    """A pattern in which any white space may stand where this one has a space."""
    return words.replace(" ", r"\s+")


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return spaced("|".join(longest_first)).replace("'", "[’']")


_FULL_MONTHS: Final = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
MONTH: Final = rf"(?P<month>{_FULL_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
MONTH_ALONE: Final = rf"(?P<month>{_FULL_MONTHS})\b"
WEEKDAY: Final = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
_DAY_NUMBER: Final = r"(?:[12]\d|3[01]|0?[1-9])"
_NO_MORE: Final = r"(?![\w:%]|[.,]\d)"
DAY: Final = rf"(?P<day>{_DAY_NUMBER})(?:st|nd|rd|th)?{_NO_MORE}"
LAST_DAY: Final = rf"(?P<last_day>{_DAY_NUMBER})(?:st|nd|rd|th)?{_NO_MORE}"
YEAR: Final = rf"(?P<year>1\d\d\d|20\d\d){_NO_MORE}"
NUMBER: Final = rf"(?P<number>\d{{1,3}}|(?i:{_either(NUMBERS)}))"
SEASON: Final = rf"(?P<season>(?i:{_either(SEASONS)}))"
ORDINAL: Final = rf"(?P<ordinal>(?i:{_either(ORDINALS)}))"
SPOKEN_DAY: Final = rf"(?P<spoken>(?i:{_either(SPOKEN_DAYS)}))\b"
FEAST: Final = rf"(?P<feast>{_either([*FEASTS, *MOVING_FEASTS, *WEEKDAY_FEASTS])})\b"

#: Which year, by its number or from where the text stands.
WHICH_YEAR: Final = rf"(?:{YEAR}|(?i:(?P<which>this|last|next|that|the\s+same|the)\s+year)\b)"

#: What stands between the first day and the last: "May 13-22", "Nov. 6 to 10".
TO: Final = r"(?:\s?[-–—]\s?|\s+(?:to|through|until)\s+)"

#: Hours after a day. A night belongs to the day on which it begins.
HOURS: Final = r"(?:\s+(?i:(?:early\s+|late\s+)?(?:morning|afternoon|evening|night))\b)?"
