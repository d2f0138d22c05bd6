from datetime import date

import pytest

from yokame.web.drawings.koyomi import Day, Koyomi, koyomi

FRIDAY = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)
BY_DATE = [0.1, 0.1, 0.1, 0.1, 0.5, 0.6, *[0.6] * 25]


def shown(today: date = FRIDAY, by_date: list[float] | None = None) -> Koyomi:
    return koyomi(
        today,
        BY_DATE if by_date is None else by_date,
        held=date(2026, 11, 13),
        deadline_on=FRIDAY,
        ask_from=TUESDAY,
    )


def day_of(calendar: Koyomi, on: date) -> Day:
    return next(day for week in calendar.weeks for day in week if day.on == on)


def test_weeks_run_from_monday_to_two_weeks_ahead() -> None:
    calendar = shown()

    assert calendar.weeks[0][0].on == date(2026, 11, 16)
    assert [day.on for day in calendar.weeks[-1] if not day.is_out][-1] == date(2026, 12, 4)
    assert all(len(week) == 7 for week in calendar.weeks)


@pytest.mark.parametrize("ahead", range(7))
def test_two_weeks_ahead_are_shown_on_every_weekday(ahead: int) -> None:
    today = date(2026, 11, 16 + ahead)

    days = [day for week in shown(today).weeks for day in week]

    assert sum(not day.is_past and not day.is_out for day in days) == 15


def test_weekends_and_holidays_are_days_off() -> None:
    calendar = shown()

    off = [day.on.day for day in calendar.weeks[1] if day.is_off]

    assert off == [23, 28, 29]  # Labour Thanksgiving Day, Saturday, Sunday


def test_the_chance_on_a_day_is_the_rise_of_the_chance_by_that_day() -> None:
    calendar = shown()

    assert day_of(calendar, TUESDAY).percent == 40
    assert day_of(calendar, date(2026, 11, 25)).percent == 10
    assert day_of(calendar, FRIDAY).percent == 10
    assert day_of(calendar, date(2026, 11, 19)).word_prob is None


def test_the_likeliest_day_is_full_and_the_others_stand_in_proportion() -> None:
    calendar = shown()

    assert day_of(calendar, TUESDAY).level == 1
    assert day_of(calendar, date(2026, 11, 25)).level == 0.25
    assert day_of(calendar, date(2026, 11, 25)).floor == 0.75


def test_days_of_next_to_nothing_do_not_look_like_a_flood() -> None:
    calendar = shown(by_date=[0.001] * 31)

    assert max(day.level for week in calendar.weeks for day in week) <= 0.01


def test_the_days_that_matter_are_marked() -> None:
    calendar = shown()

    assert day_of(calendar, FRIDAY).is_deadline
    assert day_of(calendar, FRIDAY).is_today
    assert day_of(calendar, TUESDAY).is_ask
    assert calendar.shows_deadline
    assert calendar.shows_ask


def test_without_chances_the_calendar_is_only_a_calendar() -> None:
    calendar = shown(by_date=[])

    assert all(day.level == 0 and day.percent == 0 for week in calendar.weeks for day in week)
