"""The calendar that dates are resolved by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.dating import calendar


def test_easter_in_years_from_the_almanac() -> None:
    known = ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25"]
    assert [calendar.easter(int(day[:4])).isoformat() for day in known] == known


ANY_DAY = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@given(ANY_DAY, st.integers(-50, 50))
@pytest.mark.parametrize(
    "name", ["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
)
def test_units_of_the_calendar_follow_each_other(name: str, day: date, shift: int) -> None:
    period = calendar.unit(day, name, shift) if abs(shift) < 5 else calendar.unit(day, name)
    following = calendar.unit(period.first, name, 1)
    assert period.first <= period.last < following.first
    assert name == "weekend" or following.first - period.last == timedelta(days=1)
    assert calendar.unit(following.first, name, -1) == period
