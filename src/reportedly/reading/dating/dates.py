"""Text → the dates that it names: "since 2014", "on Sunday", "earlier this month".

In: a text, and the day on which it was published. Out: `reportedly.ledger.Date`, with first and
last day. Where the words do not tell which days are meant there is no date: "now", "recently",
durations, seasons without a year, and whatever is relative in a text whose day is not known.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest
from typing import Final

from reportedly.ledger import Date
from reportedly.reading.dating import calendar
from reportedly.reading.dating.calendar import DAY, Period
from reportedly.reading.dating.meanings import View
from reportedly.reading.dating.places import JOINT, POSSESSIVE, Place, find_places
from reportedly.reading.dating.tense import looks_ahead

#: Prepositions that look ahead, and one that looks back.
_LOOKING: Final = {"until": True, "at_least": True, "since": False}

#: What tells that "Monday's debate" is yet to be held.
_TO_BE_HELD: Final = re.compile(
    r"\b(?:will|would|ahead of|before|upcoming|prepar\w+|going to|plans?|set to|expected"
    r"|in time for)\b"
)
_NEAR: Final = 60


def find_dates(text: str, published: str | None) -> list[Date]:
    """Find the expressions of a day or a longer period, and which days they are.

    What is relative, or tells no year, is resolved against the day of publication: "on Monday" is
    the last Monday, or the next one where the words around look ahead. An end is None where the
    text leaves it open ("since 2014", "before June").

    Args:
        text: any text.
        published: the day of publication in ISO form. Without it, only what tells its year has a
            date.

    Returns:
        Dates in the order of the text, none overlapping another; spans are half-open, in code
        points, and include a preposition of time, but no possessive ending.

    Raises:
        ValueError: ``published`` is not a day in ISO form.

    >>> text = "She has led the port since 2014 and will resign on Friday."
    >>> [(text[slice(*one.span)], one.start, one.end) for one in find_dates(text, "2024-03-04")]
    [('since 2014', '2014-01-01', None), ('on Friday', '2024-03-08', '2024-03-08')]
    """
    day = None if published is None else date.fromisoformat(published)
    places = find_places(text)
    dates: list[Date] = []
    named: Period | None = None
    taken = 0
    for number, (place, following) in enumerate(zip_longest(places, places[1:]), start=1):
        if number <= taken:
            continue
        view = View(day, _ahead(text, place), named, place.kind in _LOOKING)
        try:
            if following and _is_range(text, place, following):
                period = _range(place, following, view)
                dates.append(_date(place.lead.start(), following.end, *period))
                taken = number + 1
            else:
                period = _edge(place, place.rule.days(place.match, view), view)
                dates.append(_bounded(text, place, period, view))
            named = period
        except (ValueError, OverflowError):  # there is no such day, or nothing tells which it is
            continue
    return dates


def _ahead(text: str, place: Place) -> bool | None:
    """Deadlines look ahead, what has lasted since looks back; else the verb nearby decides.

    "Monday's debate" was held, unless it is told that it will be.
    """
    if place.kind in _LOOKING:
        return _LOOKING[place.kind]
    ahead = looks_ahead(text, place.start, place.end)
    if ahead and POSSESSIVE.match(text, place.end):
        near = text[max(0, place.start - _NEAR) : place.end + _NEAR]
        return _TO_BE_HELD.search(near) is not None
    return ahead


def _edge(place: Place, period: Period, view: View) -> Period:
    """What "the end of", "early" and the like leave of a period."""
    part, edge = ((place.lead[name] or "").lower() for name in ("part", "edge"))
    if edge == "middle":
        part, edge = "mid", ""
    if edge in ("start", "beginning") and place.kind == "within":
        part, edge = "early", ""
    if part and (period.last - period.first).days > 7:
        period = calendar.third(period, part)
    match edge:
        case "end" | "close":
            return calendar.day(period.last)
        case "start" | "beginning":
            return calendar.day(period.first)
        case "rest" | "remainder":
            return Period(max(period.first, view.today), period.last)
    return period


def _is_range(text: str, first: Place, second: Place) -> bool:
    """Whether two neighbouring dates are the ends of one."""
    joint = JOINT.fullmatch(text, first.end, second.start)
    if joint is None or joint["word"] == "or":
        return False
    if first.kind == "between" or joint["word"] == "and":
        return first.kind == "between" and joint["word"] == "and"
    if first.rule.name == "weekday":  # "Monday to Friday" may be every week's
        return first.kind == "from" or joint["word"] == "through"
    return first.kind == "from" or first.rule.name == second.rule.name


def _range(first: Place, second: Place, view: View) -> Period:
    """From the first day to the last; only the second need tell the year."""
    end = second.rule.days(second.match, view)
    start = first.rule.days(first.match, View(end.last, ahead=False, named=view.named, sure=True))
    return Period(start.first, end.last)


def _bounded(text: str, place: Place, period: Period, view: View) -> Date:
    """A date with what its preposition makes of it, and without one that is not its own."""
    kind = _own_kind(text, place, view)
    start = place.lead.start() if kind else place.lead.start("rest")
    match kind:
        case "until" | "through":
            return _date(start, place.end, None, period.last)
        case "before" if place.lead["edge"]:  # "before the end of the year": the last day counts
            return _date(start, place.end, None, period.last)
        case "before":
            return _date(start, place.end, None, period.first - DAY)
        case "since" | "onward" | "at_least":
            return _date(start, place.end, period.first, None)
        case "after":
            return _date(start, place.end, period.last + DAY, None)
    return _date(start, place.end, period.first, period.last)


def _own_kind(text: str, place: Place, view: View) -> str:
    """What the preposition makes of a date; in "before Tuesday's vote", it is the vote's."""
    kind = place.kind
    if POSSESSIVE.match(text, place.end):
        return "since" if kind == "since" else ""
    if place.match.groupdict().get("last_day"):  # "from 5 to 12 August"
        return "within"
    match kind:
        case "from":
            kind = "since" if view.ahead else ""  # "a letter from 2009" is none
        case "as_of":
            kind = "since" if view.ahead else "within"
        case "between":
            kind = ""
        case "within" if place.rule.name == "year" and place.lead[0].lower().startswith("on"):
            kind = ""  # "turnout was up on 2019"
    return kind


def _date(start: int, end: int, first: date | None, last: date | None) -> Date:
    if last == date.max:
        last = None
    if first is None and last is None:
        raise ValueError("neither end is told")
    if first and last and first > last:  # "the rest of last year"
        raise ValueError("nothing ends before it begins")
    return Date(
        span=(start, end),
        start=None if first is None else first.isoformat(),
        end=None if last is None else last.isoformat(),
    )
