"""Days → the weeks, months and years around them.

In: days and numbers of months and years. Out: `Period`, a first and a last day. Weeks begin on
Monday (ISO 8601).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

DAY: Final = timedelta(days=1)

_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


class Period(NamedTuple):
    """Whole days from ``first`` to ``last``, both included; ``date.max`` is no end."""

    first: date
    last: date


def day(start: date, days: int = 0) -> Period:
    """One day, that many days after the one given.

    >>> day(date(2024, 2, 28), 2).first
    datetime.date(2024, 3, 1)
    """
    there = start + days * DAY
    return Period(there, there)


def week(start: date, weeks: int = 0) -> Period:
    """The week of a day, Monday to Sunday, or the one that many weeks later."""
    monday = start + (7 * weeks - start.weekday()) * DAY
    return Period(monday, monday + 6 * DAY)


def weekend(start: date, weeks: int = 0) -> Period:
    """Saturday and Sunday of the week of a day, or of the one that many weeks later."""
    sunday = week(start, weeks).last
    return Period(sunday - DAY, sunday)


def months(year: int, month: int, count: int = 1) -> Period:
    """That many whole months; a ``month`` outside 1 to 12 lies in another year.

    >>> months(2023, 14)
    Period(first=datetime.date(2024, 2, 1), last=datetime.date(2024, 2, 29))
    """
    return Period(_first_of(year, month), _first_of(year, month + count) - DAY)


def years(first: int, last: int | None = None) -> Period:
    """One whole year, or all years from one to another.

    >>> years(1990, 1999).last
    datetime.date(1999, 12, 31)
    """
    return Period(date(first, 1, 1), date(first if last is None else last, 12, 31))


def unit(start: date, name: str, shift: int = 0) -> Period:
    """The day, week, month and so on that a day lies in, or the one that many units later.

    >>> unit(date(2024, 3, 4), "quarter", -1)
    Period(first=datetime.date(2023, 10, 1), last=datetime.date(2023, 12, 31))
    """
    match name:
        case "day" | "night":
            return day(start, shift)
        case "week":
            return week(start, shift)
        case "weekend":
            return weekend(start, shift)
        case "century":
            return century((start.year - 1) // 100 + 1 + shift)
    length = _MONTHS_IN[name]
    number = (12 * start.year + start.month - 1) // length + shift
    return months(0, number * length + 1, length)


def century(number: int) -> Period:
    """The years of the 19th, 20th or any other century.

    >>> century(20).first
    datetime.date(1901, 1, 1)
    """
    return years(100 * number - 99, 100 * number)


def third(period: Period, part: str) -> Period:
    """The early, mid or late part: of a month in days, of a year in months, else in years.

    >>> third(months(2024, 9), "late").first, third(years(1990, 1999), "early").last
    (datetime.date(2024, 9, 21), datetime.date(1993, 12, 31))
    """
    first, last = period
    number = ("early", "mid", "late").index(part)
    if (last - first).days > 366:
        start, end = _bounds(last.year - first.year + 1, number)
        return years(first.year + start, first.year + end - 1)
    if (last - first).days > 31:
        start, end = _bounds(12 * (last.year - first.year) + last.month - first.month + 1, number)
        return months(first.year, first.month + start, end - start)
    return Period(
        first + 10 * number * DAY, last if number == 2 else first + (10 * number + 9) * DAY
    )


def _bounds(length: int, number: int) -> tuple[int, int]:
    """The half-open bounds of a third, the earlier ones the longer; of less than three, of all."""
    if length < 3:
        return 0, length
    return -(-length * number // 3), -(-length * (number + 1) // 3)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second and so on of some weekday in a month; -1 is the last.

    >>> weekday_of_month(2024, 11, 3, 4)
    datetime.date(2024, 11, 28)
    """
    first, last = months(year, month)
    if number < 0:
        return last - (last.weekday() - weekday) % 7 * DAY
    return first + ((weekday - first.weekday()) % 7 + 7 * (number - 1)) * DAY


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Astronomical Algorithms, 1991).

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    hundreds, rest = divmod(year, 100)
    moon = (19 * (year % 19) + hundreds - hundreds // 4 - (8 * hundreds + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, before = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, before + 1)


def _first_of(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
