"""Days in the wild, and the year of one that has none."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets.demo import TODAY
from yokame.sheets import DayOrder, Why
from yokame.sheets.day_choices import WhichYear, day_meant
from yokame.sheets.written_days import find_day, find_time

NOV_13 = date(2026, 11, 13)
TEN_OCLOCK = datetime(2026, 11, 13, 10)  # noqa: DTZ001  (a workbook's moments have no zone)


def meant(cell: str | float | date, **known: object) -> date | Why | None:
    day = find_day(cell)
    which = WhichYear(TODAY, **known)  # type: ignore[arg-type]
    return None if day is None else day_meant(day, DayOrder.MONTH_FIRST, which)


@pytest.mark.parametrize(
    "cell",
    [
        "2026/11/13", "2026-11-13", "2026.11.13", "2026年11月13日", "２０２６／１１／１３",
        "26年11月13日", "11/13", "11月13日", "11月13日(金)", "11/13（金）", "11/13(金・祝)",
        "令和8年11月13日", "R8.11.13",
        "R8/11/13", "13 Nov 2026", "Nov 13, 2026", "November 13th, 2026", "Fri, 13 Nov 2026",
        "13th of November 2026", "13-Nov-2026", "20261113", "46339", 46339, 46339.0, 46339.5,
        "11/13/2026", "11/13/26", "2026-11-13T10:00:00+09:00", "2026-11-13T00:00:00.000Z",
        date(2026, 11, 13), TEN_OCLOCK, 1794528000000, "提出：11/13まで",
        "11/13 (Fri)", "2026 / 11 / 13",
    ],
)  # fmt: skip
def test_the_thirteenth_of_november_is_found(cell: str | float | date) -> None:
    assert meant(cell) == NOV_13


@pytest.mark.parametrize(
    "cell",
    ["", "未定", "3", "100", "10:00", "2.5", "v1.2.3.4", "090-1234-5678", "第3回", "11-13"],
)
def test_what_is_no_day_is_none(cell: str) -> None:
    assert find_day(cell) is None


@pytest.mark.parametrize(
    ("cell", "at", "rest"),
    [
        ("11/13 10:00〜", time(10), ""),
        ("11月13日(金) 14時30分", time(14, 30), ""),
        ("11/13 14:00-15:00 オンライン", time(14), "オンライン"),
        ("11/13 午後2時", time(14), ""),
        ("Nov 13, 2026 2:30 PM", time(14, 30), ""),
        ("11/13 13時半から", time(13, 30), ""),
        ("一次面接 11/13", None, "一次面接"),
    ],
)
def test_the_hour_and_the_rest_are_kept(cell: str, at: time | None, rest: str) -> None:
    day = find_day(cell)

    assert day is not None
    assert (day.at, day.rest) == (at, rest)


def test_a_day_of_the_cell_that_no_calendar_has_is_told() -> None:
    assert meant("2026/2/30") is Why.NO_SUCH_DAY
    assert meant("13/45") is Why.NO_SUCH_DAY


def test_a_weekday_that_contradicts_its_year_is_told() -> None:
    assert meant("2026/11/13(木)") is Why.WRONG_WEEKDAY
    assert meant("11/13(日)") is Why.WRONG_WEEKDAY


def test_a_weekday_tells_a_year_next_to_the_nearest() -> None:
    assert meant("11/13(木)") == date(2025, 11, 13)


@pytest.mark.parametrize(
    ("cell", "known", "on"),
    [
        ("12/1", {}, date(2026, 12, 1)),
        ("1/31", {}, date(2027, 1, 31)),
        ("12/1", {"is_past": True}, date(2025, 12, 1)),
        ("6/1", {"not_before": date(2026, 10, 1)}, date(2027, 6, 1)),
        ("2/29", {}, date(2028, 2, 29)),
    ],
)
def test_a_missing_year_is_the_nearest_that_makes_sense(
    cell: str, known: dict[str, object], on: date
) -> None:
    assert meant(cell, **known) == on


@given(st.dates(date(2000, 1, 1), date(2089, 12, 31)))
def test_every_day_is_read_back_from_every_full_spelling(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    spellings = [
        day.isoformat(),
        f"{year}/{month}/{number}",
        f"{year}年{month}月{number}日({'月火水木金土日'[day.weekday()]})",
        f"{number} {day:%b} {year}",
        f"{day:%B} {number}, {year}",
        f"{day:%Y%m%d}",
        f"{month}/{number}/{year}",
    ]
    if year >= 2020:
        spellings.append(f"令和{year - 2018}年{month}月{number}日")

    assert [meant(spelling) for spelling in spellings] == [day] * len(spellings)


@given(st.text(max_size=40))
def test_no_text_makes_the_search_for_a_day_fail(text: str) -> None:
    day = find_day(text)
    find_time(text)

    assert day is None or isinstance(day_meant(day, None, WhichYear(TODAY)), date | Why)
