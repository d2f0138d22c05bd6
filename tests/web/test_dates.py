from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.web.dates import NoSuchDayError, typed_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-13",
        "2026/11/13",
        "11/13",
        "１１／１３",
        "11月13日",
        "11月13日(金)",
        " 2026年11月13日 ",
        "11.13",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert typed_day(typed, today=TODAY) == date(2026, 11, 13)


def test_without_a_year_the_day_lies_behind_us() -> None:
    assert typed_day("12/28", today=TODAY) == date(2025, 12, 28)
    assert typed_day("2/29", today=TODAY) == date(2024, 2, 29)


def test_with_a_year_a_day_ahead_stays_ahead() -> None:
    assert typed_day("2027-01-05", today=TODAY) == date(2027, 1, 5)


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "13/1", "11/31", "きのう", "2026-11", "0/0", "1/1/1"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchDayError):
        typed_day(typed, today=TODAY)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        found = typed_day(typed, today=TODAY)
    except NoSuchDayError:
        return
    assert isinstance(found, date)
