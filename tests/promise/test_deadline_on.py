"""Which of several readings is the deadline."""

from datetime import date

import pytest

from yokame.promise import Promise, Reading, Rule

EARLY, LATE, LATEST = date(2026, 11, 20), date(2026, 11, 24), date(2026, 11, 27)


@pytest.mark.parametrize(
    ("weights", "deadline_on"),
    [
        ((0.60, 0.40, 0.00), LATE),  # 0.4 is often enough, and the later of two counts
        ((0.61, 0.39, 0.00), EARLY),
        ((0.35, 0.35, 0.30), LATE),  # none is often enough: the heaviest, of equals the later
        ((0.36, 0.34, 0.30), EARLY),
    ],
)
def test_the_deadline_is_the_latest_reading_that_people_often_mean(
    weights: tuple[float, ...], deadline_on: date
) -> None:
    readings = tuple(
        Reading(Rule.CALENDAR, on, weight)
        for on, weight in zip((EARLY, LATE, LATEST), weights, strict=True)
    )

    assert Promise(held=date(2026, 11, 13), readings=readings).deadline_on == deadline_on
