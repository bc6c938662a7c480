"""Days of publication: what may be written, and the day that it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadDate
from reportedly.intake.dates import day_written, iso_date


@given(st.dates())
def test_every_day_in_iso_form_is_itself(day: date) -> None:
    assert iso_date(day.isoformat()) == day_written(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-04T23:59:59.000-05:00", "2024-03-04"),
        ("2024-03-04T09:30Z", "2024-03-04"),
        ("2024-03-04 09:30:00 +0100", "2024-03-04"),
        (" 2024-02-29 ", "2024-02-29"),
    ],
)
def test_a_time_of_day_is_cut_off(written: str, day: str) -> None:
    assert iso_date(written) == day


@pytest.mark.parametrize(
    "written",
    ["", "today", "04/03/2024", "20240304", "2024-3-4", "2024-02-30", "2023-02-29", "2024-03-04x",
     "2024-03-04T", "٢٠٢٤-٠٣-٠٤", "March 4, 2024"],
)  # fmt: skip
def test_a_person_s_date_must_be_a_day_in_iso_form(written: str) -> None:
    with pytest.raises(BadDate) as refusal:
        iso_date(written)
    assert refusal.value.value == written


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 4 Mar 2024 09:30:00 GMT", "2024-03-04"),
        ("Monday, 4th March 2024", "2024-03-04"),
        ("4 Mar. 2024", "2024-03-04"),
        ("March 4, 2024", "2024-03-04"),
        ("Monday, Sept. 30, 2024 at 9:30 a.m.", "2024-09-30"),
        ("2024-03-04T09:30:00Z", "2024-03-04"),
        (None, None),
        ("", None),
        ("yesterday", None),
        ("03/04/2024", None),
        ("31 April 2024", None),
        ("4 Mayor 2024", None),
        ("4 Ma 2024", None),
        ("March 2024", None),
    ],
)
def test_a_file_s_date_is_taken_where_it_means_one_day(
    written: str | None, day: str | None
) -> None:
    assert day_written(written) == day
