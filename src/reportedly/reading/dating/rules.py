"""The ways of writing a date: a table of patterns, each with what a match of it means.

In: nothing. Out: `RULES`, for `reportedly.reading.dating.dates`. Patterns use the groups that
`reportedly.reading.dating.words` names; prepositions are none of their business.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from reportedly.reading.dating import meanings as mean
from reportedly.reading.dating.calendar import Period
from reportedly.reading.dating.words import (
    DAY,
    FEAST,
    HOURS,
    LAST_DAY,
    MONTH,
    MONTH_ALONE,
    NUMBER,
    ORDINAL,
    SEASON,
    SPOKEN_DAY,
    TO,
    WEEKDAY,
    WHICH_YEAR,
    YEAR,
)


class Rule(NamedTuple):
    """A way of writing dates: its name, its pattern, and which days a match of it means."""

    name: str
    pattern: str
    days: Callable[[mean.Match, mean.View], Period]


_THE: Final = r"(?:(?i:the)\s+)?"
_OF_YEAR: Final = rf"(?:,?\s+(?:of\s+)?{WHICH_YEAR})"
_RELATION: Final = r"(?P<relation>(?i:this\s+past|this\s+coming|this|last|next))\s+"
_WHEN: Final = r"(?P<when>(?i:earlier|later))\s+"
_UNIT: Final = r"(?P<unit>(?i:weekend|week|month|quarter|year|decade|century))\b"
_FEW: Final = r"(?P<unit>(?i:day|week|month))(?i:s)?\b"

#: Where two rules fit at the same place, the upper one decides.
RULES: Final = (
    Rule(
        "numeric day",
        r"(?<!=\")(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])",
        mean.numeric_day,
    ),
    Rule(
        "day of month",
        rf"(?<=[Bb]etween ){MONTH}\s*{DAY}\s+and\s+{LAST_DAY}{_OF_YEAR}?",
        mean.day_of_month,
    ),
    Rule(
        "day of month",
        rf"(?:{WEEKDAY},?\s+)?{MONTH}\s*{DAY}(?:{TO}{LAST_DAY})?{_OF_YEAR}?",
        mean.day_of_month,
    ),
    Rule(
        "day of month",
        rf"(?:{WEEKDAY},?\s+)?{_THE}{DAY}(?:{TO}{LAST_DAY})?\s+(?:of\s+)?{MONTH}{_OF_YEAR}?",
        mean.day_of_month,
    ),
    Rule("month", rf"{MONTH}{_OF_YEAR}", mean.month),
    Rule("month alone", rf"(?:{_RELATION})?{MONTH_ALONE}", mean.month),
    Rule(
        "week of month",
        rf"{_THE}(?:{ORDINAL}|(?i:last))\s+(?i:week)\s+of\s+{MONTH}{_OF_YEAR}?",
        mean.week_of_month,
    ),
    Rule(
        "weekday",
        rf"(?:(?i:late|later|early|earlier)\s+(?:on\s+)?)?(?:{_RELATION})?{WEEKDAY}{HOURS}",
        mean.weekday,
    ),
    Rule("today", r"today\b(?![’'])", mean.today),
    Rule("spoken day", rf"{SPOKEN_DAY}{HOURS}", mean.spoken_day),
    Rule(
        "fiscal year",
        rf"(?:(?P<relation>(?i:this|last|next|the))\s+)?(?i:fiscal\s+year)\b(?:\s+{YEAR})?",
        mean.fiscal_year,
    ),
    Rule("fiscal year", rf"(?i:fiscal)\s+{YEAR}", mean.fiscal_year),
    Rule("unit", rf"(?:{_WHEN}(?:in\s+)?)?{_RELATION}{_UNIT}", mean.unit),
    Rule("unit", rf"(?P<relation>(?i:that))\s+{_UNIT}", mean.unit),
    Rule("unit", r"(?P<relation>(?i:the))\s+(?P<unit>(?i:weekend))\b", mean.unit),
    Rule(
        "unit",  # "the rest of the year", "throughout the week", "earlier in the month"
        rf"(?:(?<=\bof )|(?<=throughout )|{_WHEN}in\s+)(?P<relation>the)\s+{_UNIT}",
        mean.unit,
    ),
    Rule(
        "unit beside another",
        r"(?P<relation>(?i:the\s+(?:previous|following)|(?:that|the)\s+same))\s+"
        r"(?P<unit>(?i:day|night|weekend|week|month|year))\b",
        mean.unit_beside,
    ),
    Rule(
        "unit beside another",
        r"(?P<relation>(?i:the\s+next))\s+(?P<unit>(?i:day|night))\b",
        mean.unit_beside,
    ),
    Rule("end of a unit", r"(?P<unit>(?i:year|month|week))[’']s\s+(?i:end)\b", mean.unit_end),
    Rule(
        "part of a year",
        rf"{_THE}{ORDINAL}[\s-](?P<unit>(?i:quarter))\b(?:\s+(?:of\s+)?{WHICH_YEAR})?",
        mean.part_of_year,
    ),
    Rule(
        "part of a year", rf"Q(?P<figure>[1-4])\b(?:\s+(?:of\s+)?{WHICH_YEAR})?", mean.part_of_year
    ),
    Rule(
        "part of a year",
        rf"{_THE}{ORDINAL}[\s-](?P<unit>(?i:half))\s+of\s+{WHICH_YEAR}",
        mean.part_of_year,
    ),
    Rule(
        "months of a year",
        rf"{_THE}(?P<edge>(?i:first|last|final))\s+{NUMBER}\s+months\s+of\s+{WHICH_YEAR}",
        mean.months_of_year,
    ),
    Rule("season", rf"{_THE}{SEASON}\s+(?:of\s+)?{WHICH_YEAR}", mean.season),
    Rule(
        "decade", rf"{_THE}(?:(?P<year>(?:1\d|20)\d0)|[’']?(?P<short>[2-9]0))[’']?s\b", mean.decade
    ),
    Rule("century", r"(?i:the)\s+(?P<number>\d\d?)(?:st|nd|rd|th)\s+(?i:century)\b", mean.century),
    Rule(
        "units ago",
        rf"{NUMBER}\s+(?P<unit>(?i:day|week|month|year))s?\s+(?i:ago)\b",
        mean.units_ago,
    ),
    Rule("units ahead", rf"(?i:the\s+(?:next|coming))\s+{NUMBER}\s+{_FEW}", mean.units_ahead),
    Rule("units ahead", r"(?i:the\s+coming\s+(?:days|weeks))\b", mean.coming),
    Rule("feast", rf"(?:{_RELATION})?{FEAST}", mean.feast),
    Rule("years", r"(?P<year>(?:1\d|20)\d\d)[-–/](?P<last_year>\d{4}|\d\d)(?![\w-])", mean.year),
    Rule("year", rf"{YEAR}(?![-–/]\w)", mean.year),
    Rule("short year", r"(?<=[Ii]n )[’'](?P<short>\d\d)(?!\w)", mean.short_year),
)
