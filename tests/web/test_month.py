from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from yokame.tracker.occasions import Occasion, OccasionKind
from yokame.web.month import DAYS_AHEAD, Day, Month, days_needed, month, month_asked

FRIDAY = date(2026, 11, 20)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def on(day: date) -> Occasion:
    """Something on a day."""
    recorded = datetime(2026, 11, 1, tzinfo=UTC)
    return Occasion(
        f"round-{day}", OccasionKind.ROUND, day, UUID(int=1), "見本商事", "", recorded, 1
    )


def shown(first: date = NOVEMBER, *days: date) -> Month:
    return month(first, FRIDAY, [on(day) for day in days])


def day_of(shown: Month, on: date) -> Day:
    return next(day for week in shown.weeks for day in week if day.on == on)


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_is_whole_weeks_from_monday(number: int) -> None:
    found = shown(date(2026, number, 1))

    days = [day for week in found.weeks for day in week]
    assert days[0].on.weekday() == 0
    assert all(len(week) == 7 for week in found.weeks)
    assert {day.on.month for day in days if not day.is_out} == {number}
    assert sum(not day.is_out for day in days) in (28, 30, 31)


def test_holidays_have_their_names_and_are_days_off() -> None:
    found = shown()

    assert day_of(found, date(2026, 11, 23)).holiday == "勤労感謝の日"
    assert day_of(found, date(2026, 11, 23)).is_off
    assert day_of(found, date(2026, 11, 24)).holiday == ""


def test_the_present_month_lists_the_coming_weeks_past_its_end() -> None:
    found = shown(NOVEMBER, date(2026, 11, 13), FRIDAY, date(2026, 12, 20), date(2026, 12, 25))

    assert [day.on for day in found.listed] == [FRIDAY, date(2026, 12, 20)]
    assert [day.on for day in found.gone] == [date(2026, 11, 13)]
    assert found.is_present


def test_another_month_lists_its_own_days() -> None:
    found = shown(DECEMBER, date(2026, 11, 30), date(2026, 12, 25))

    assert [day.on for day in found.listed] == [date(2026, 12, 25)]
    assert found.gone == ()


def test_all_days_that_are_shown_are_asked_for() -> None:
    first, last = days_needed(NOVEMBER, FRIDAY)

    days = [day.on for week in shown().weeks for day in week]
    assert first == days[0]
    assert (last - FRIDAY).days == DAYS_AHEAD
    assert days_needed(DECEMBER, FRIDAY) == (date(2026, 11, 30), date(2027, 1, 3))


def test_months_follow_each_other_until_the_calendar_ends() -> None:
    assert (shown().previous, shown().next) == (date(2026, 10, 1), DECEMBER)
    assert shown(DECEMBER).next == date(2027, 1, 1)
    assert shown(date(1990, 1, 1)).previous is None
    assert shown(date(2090, 12, 1)).next is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026-10", date(2026, 10, 1)),
        ("", NOVEMBER),
        ("2026-13", NOVEMBER),
        ("<script>", NOVEMBER),
        ("0001-01", date(1990, 1, 1)),
        ("9999-12", date(2090, 12, 1)),
    ],
)
def test_any_address_leads_to_a_month(text: str, first: date) -> None:
    assert month_asked(text, FRIDAY) == first
