"""Days of publication: what people and files write → ``YYYY-MM-DD`` (ISO 8601).

In: a date as a person or a file gives it. Out: the day in ISO form. A person's own date must be
right; a file's is taken where it can mean one day only ("03/04/2024" cannot) and left null where
not. A time of day is cut off, and the day is the one written, whatever the time zone.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reportedly.errors import BadDate

_ISO: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}[0-9:.,Z+\- ]*)?")

# "Mon, 4 Mar 2024 09:30:00 GMT" (RFC 5322, feeds and mail), "4th March 2024"; "March 4, 2024".
_DAY_FIRST: Final = re.compile(
    r"(?:[A-Za-z]+, )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? "
    r"(?P<month>[A-Za-z]+)\.?,? (?P<year>[0-9]{4})(?: .*)?"
)
_MONTH_FIRST: Final = re.compile(
    r"(?:[A-Za-z]+, )?(?P<month>[A-Za-z]+)\.? "
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})(?: .*)?"
)

# In order; three letters or more of a name will do ("Sept" is a month, "Mayor" is not).
_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august",
                  "september", "october", "november", "december")  # fmt: skip


def iso_date(value: str) -> str:
    """Return the day of an ISO date or date-time, as a person gives it.

    Args:
        value: ``2024-03-04``, or with a time: ``2024-03-04T09:30:00Z``.

    Returns:
        The day, as ``YYYY-MM-DD``.

    Raises:
        BadDate: The value has another form, or is no day of the calendar.

    >>> iso_date("2024-03-04T23:59:00-05:00")
    '2024-03-04'
    """
    match = _ISO.fullmatch(value.strip())
    if match is None:
        raise BadDate(value=value)
    try:
        return date.fromisoformat(match[1]).isoformat()
    except ValueError:
        raise BadDate(value=value) from None


def day_written(value: str | None) -> str | None:
    """Return the day that a file's own date names, or null if it could mean none or several.

    >>> day_written("Mon, 4 Mar 2024 09:30:00 GMT"), day_written("March 4, 2024")
    ('2024-03-04', '2024-03-04')
    >>> day_written("03/04/2024") is None
    True
    """
    written = " ".join((value or "").split())
    match = _DAY_FIRST.fullmatch(written) or _MONTH_FIRST.fullmatch(written)
    try:
        if match is None:
            return iso_date(written)
        month = _month(match["month"].lower())
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except (BadDate, ValueError):
        return None


def _month(name: str) -> int:
    """Return a month's number, 1 to 12, by three letters or more of its name."""
    for number, month in enumerate(_MONTHS, start=1):
        if len(name) >= 3 and month.startswith(name):
            return number
    raise ValueError(f"{name!r} is no month")
