"""A match of a rule for dates → the days that it names.

In: a match, whose groups `reportedly.reading.dating.words` names, and the `View` from which the
text tells time. Out: a `Period`. Each meaning raises ValueError where there is no such day, or
where the text does not tell which day it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from reportedly.reading.dating import calendar
from reportedly.reading.dating.calendar import DAY, Period
from reportedly.reading.dating.words import (
    FEASTS,
    MONTHS,
    MOVING_FEASTS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SPOKEN_DAYS,
    WEEKDAY_FEASTS,
    WEEKDAYS,
)

Match = re.Match[str]


class View(NamedTuple):
    """From where a date is seen.

    ``published`` is the day of publication, ``ahead`` whether the words around look ahead of it
    (None if they do not tell), ``named`` the date that the text named last, and ``sure`` whether
    more than a verb's tense tells that they look ahead or back.
    """

    published: date | None
    ahead: bool | None = None
    named: Period | None = None
    sure: bool = False

    @property
    def today(self) -> date:
        """The day of publication, without which nothing relative has a date."""
        if self.published is None:
            raise ValueError("nothing tells from which day on to count")
        return self.published

    @property
    def then(self) -> date:
        """The last day of the date named last, which "that year" points back to."""
        if self.named is None:
            raise ValueError("no date has been named before")
        return self.named.last


def day_of_month(match: Match, view: View) -> Period:
    """Like "Nov. 8", "6 to 10 June 2016". Without a year, tense yields to what is much nearer."""

    def days(year: int) -> Period:
        month, last = MONTHS[match["month"][:3]], match["last_day"] or match["day"]
        return Period(date(year, month, int(match["day"])), date(year, month, int(last)))

    told = _in_year(match, view, days)
    near = _in_year(match, view._replace(ahead=None), days)
    if view.published is None or view.sure:
        return told
    return told if _distance(told, view.today) <= 2 * _distance(near, view.today) else near


def numeric_day(match: Match, _: View) -> Period:
    """Like "2016-11-08"."""
    return calendar.day(date(int(match["year"]), int(match["month"]), int(match["day"])))


def weekday(match: Match, view: View) -> Period:
    """Like "Sunday": the last up to the day of publication, unless the words look ahead."""
    days = WEEKDAYS[match["weekday"][:3]] - view.today.weekday()
    around = [calendar.day(view.today, days + 7 * weeks) for weeks in (-1, 0, 1)]
    relation = _told(match, "relation")
    ahead = relation == "this" if view.ahead is None else view.ahead
    relation = {"this past": "last", "this coming": "next"}.get(relation, relation)
    return _occurrence(around, view._replace(ahead=ahead), relation)


def month(match: Match, view: View) -> Period:
    """Like "May", "last May", "May 2016", "May of that year"."""
    return _in_year(match, view, lambda year: calendar.months(year, MONTHS[match["month"][:3]]))


def week_of_month(match: Match, view: View) -> Period:
    """Like "the first week of March": seven days from the 1st, not from Monday."""
    whole = month(match, view)
    number = ORDINALS.get(_told(match, "ordinal"))
    first = whole.last - 6 * DAY if number is None else whole.first + 7 * (number - 1) * DAY
    return Period(first, first + 6 * DAY)


def season(match: Match, view: View) -> Period:
    """Like "the summer of 2015": whole months, as meteorologists count in the north."""
    start = SEASONS[_told(match, "season")]
    return _in_year(match, view, lambda year: calendar.months(year, start, 3))


def part_of_year(match: Match, view: View) -> Period:
    """Like "the second quarter", "the first half of 2017", "Q3"."""
    number = ORDINALS.get(_told(match, "ordinal")) or int(match["figure"])
    length = 6 if _told(match, "unit") == "half" else 3
    start = length * (number - 1) + 1
    return _in_year(match, view, lambda year: calendar.months(year, start, length))


def months_of_year(match: Match, view: View) -> Period:
    """Like "the last three months of 2015"."""
    count = _count(match)
    start = 1 if _told(match, "edge") == "first" else 13 - count
    return _in_year(match, view, lambda year: calendar.months(year, start, count))


def year(match: Match, _: View) -> Period:
    """Like "2016", "2015-16"."""
    first, last = int(match["year"]), _told(match, "last_year")
    if not last:
        return calendar.years(first)
    return calendar.years(first, int(str(first)[: -len(last)] + last))


def short_year(match: Match, view: View) -> Period:
    """Like "'16": the nearest year that ends in these figures."""
    century = view.today.year // 100 * 100 + int(match["short"])
    near = min((century - 100, century, century + 100), key=lambda one: abs(one - view.today.year))
    return calendar.years(near)


def fiscal_year(match: Match, view: View) -> Period:
    """That of the United States: from October on, named by the year in which it ends."""
    if match["year"]:
        return calendar.months(int(match["year"]), -2, 12)
    shift = {"last": -1, "next": 1}.get(_told(match, "relation"), 0)
    return calendar.months(view.today.year + (view.today.month > 9) + shift, -2, 12)


def decade(match: Match, _: View) -> Period:
    """Like "the 1990s", "the '90s"."""
    first = int(match["year"] or "19" + match["short"])
    return calendar.years(first, first + 9)


def century(match: Match, _: View) -> Period:
    """Like "the 19th century"."""
    return calendar.century(int(match["number"]))


def unit(match: Match, view: View) -> Period:
    """Like "last week", "earlier this month", "over the weekend", "that year"."""
    relation, name = _told(match, "relation"), _told(match, "unit")
    if relation == "that":
        return calendar.unit(view.then, name)
    today = view.today
    if relation == "this past":
        if name == "week" and today.weekday() >= 4:  # on a Friday, it is about the week that ends
            return Period(calendar.week(today).first, today)
        relation = "last"
    if name == "weekend":
        ahead = relation == "this coming" if view.ahead is None else view.ahead
        around = [calendar.weekend(today, weeks) for weeks in (-1, 0, 1)]
        return _occurrence(around, view._replace(ahead=ahead), relation)
    shift = {"last": -1, "next": 1, "this coming": 1}.get(relation, 0)
    period = calendar.unit(today, name, shift)
    match (_told(match, "when"), shift):
        case ("earlier", 0):
            return Period(period.first, today)
        case ("later", 0):
            return Period(today, period.last)
    return period


def unit_beside(match: Match, view: View) -> Period:
    """Like "the previous night", "the same day", seen from the date named last."""
    shift = {"the previous": -1, "the following": 1, "the next": 1}.get(_told(match, "relation"), 0)
    return calendar.unit(view.then, _told(match, "unit"), shift)


def unit_end(match: Match, view: View) -> Period:
    """Like "year's end": the nearest, unless the words look back or ahead."""
    name = _told(match, "unit")
    ends = [calendar.day(calendar.unit(view.today, name, shift).last) for shift in (-1, 0, 1)]
    return _occurrence(ends, view)


def units_ago(match: Match, view: View) -> Period:
    """Like "two weeks ago": that week, or day, month, year; a round number is an estimate."""
    if _count(match) % 10 == 0:
        raise ValueError("a round number is an estimate")
    return calendar.unit(view.today, _told(match, "unit"), -_count(match))


def units_ahead(match: Match, view: View) -> Period:
    """Like "the next three weeks", from the day of publication on."""
    days = {"day": 1, "week": 7, "month": 30}[_told(match, "unit")]
    return Period(view.today, view.today + _count(match) * days * DAY)


def coming(_: Match, view: View) -> Period:
    """Like "the coming weeks", whose end is not told."""
    return Period(view.today, date.max)


def spoken_day(match: Match, view: View) -> Period:
    """Like "yesterday", "last night"."""
    return calendar.day(view.today, SPOKEN_DAYS[_told(match, "spoken")])


def today(_: Match, view: View) -> Period:
    """Like "today"."""
    return calendar.day(view.today)


def feast(match: Match, view: View) -> Period:
    """Like "Christmas", "last Easter"."""
    name = " ".join(match["feast"].replace("’", "'").split())

    def days(year: int) -> Period:
        if name in FEASTS:
            return calendar.day(date(year, *FEASTS[name]))
        if name in WEEKDAY_FEASTS:
            return calendar.day(calendar.weekday_of_month(year, *WEEKDAY_FEASTS[name]))
        return calendar.day(calendar.easter(year), MOVING_FEASTS[name])

    return _in_year(match, view, days)


def _told(match: Match, name: str) -> str:
    """What a group holds, in lower case and with single spaces; empty if there is none."""
    return " ".join((match.groupdict().get(name) or "").lower().split())


def _count(match: Match) -> int:
    words = _told(match, "number")
    return NUMBERS[words] if words in NUMBERS else int(words)


def _in_year(match: Match, view: View, days: Callable[[int], Period]) -> Period:
    """Days of the year that the match tells, or else of the one that is meant."""
    if told := _told(match, "year"):
        return days(int(told))
    which = _told(match, "which")
    if which in ("that", "the same"):
        return days(view.then.year)
    if which in ("this", "last", "next"):
        return days(view.today.year + {"last": -1, "this": 0, "next": 1}[which])
    return _occurrence(_each_year(view, days), view, _told(match, "relation"))


def _each_year(view: View, days: Callable[[int], Period]) -> list[Period]:
    """The same days of the years around publication, in those that have them (February 29)."""
    found = []
    for number in range(view.today.year - 4, view.today.year + 5):
        try:
            found.append(days(number))
        except ValueError:
            continue
    return found


def _occurrence(candidates: Iterable[Period], view: View, relation: str = "") -> Period:
    """Which is meant: the last that has begun, or the next that has not ended; else the nearest.

    "Last" and "next" leave out the one that the day of publication lies in.
    """
    known, today = list(candidates), view.today
    if relation == "last":
        return max(one for one in known if one.last < today)
    if relation == "next":
        return min(one for one in known if one.first > today)
    if view.ahead is None:
        return min(known, key=lambda one: _distance(one, today))
    if view.ahead:
        return min(one for one in known if one.last >= today)
    return max(one for one in known if one.first <= today)


def _distance(period: Period, day: date) -> int:
    return max((period.first - day).days, (day - period.last).days, 0)
