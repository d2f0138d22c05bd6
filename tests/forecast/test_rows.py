"""Which rows of the priors speak: the borders between sizes, each side of each."""

from datetime import date

import pytest

from yokame.forecast import Question
from yokame.forecast.rows import Rows, rows_for
from yokame.priors import read_priors
from yokame.reports import Stage, Track


def rows(size: int, track: Track = Track.MID_CAREER) -> Rows:
    day = date(2026, 11, 13)
    return rows_for(Question(Stage.FIRST, day, day, track=track, size=size), read_priors())


@pytest.mark.parametrize(
    ("size", "track", "name"),
    [
        (59, Track.MID_CAREER, "employees_under_60"),
        (60, Track.MID_CAREER, "employees_60_299"),
        (299, Track.MID_CAREER, "employees_60_299"),
        (300, Track.MID_CAREER, "employees_300_plus"),
        (1001, Track.MID_CAREER, "employees_300_plus"),
        (1000, Track.NEW_GRAD, "employees_300_plus"),
        (1001, Track.NEW_GRAD, "new_grad_large_1000_plus"),
    ],
)
def test_the_pace_of_an_employer_goes_by_its_size(size: int, track: Track, name: str) -> None:
    assert rows(size, track).size_factor_name == name
    assert rows(size, track).size_factor == read_priors().size_factor[name]


@pytest.mark.parametrize(
    ("size", "who"),
    [
        (300, "employees_under_300"),
        (301, "all"),
        (1000, "all"),
        (1001, "employees_over_1000"),
    ],
)
def test_how_many_are_never_told_goes_by_size_too(size: int, who: str) -> None:
    shares = read_priors().silent_if_failed

    found = rows(size, Track.NEW_GRAD).silent_by_custom

    assert found is shares[f"new_grad.interview.{who}"]
