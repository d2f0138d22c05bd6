from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.web.drawings.waterfall import WIDTH, waterfall

STEPS = st.lists(st.floats(-40, 40), min_size=0, max_size=6).map(lambda rest: [50.0, *rest])


@given(STEPS)
def test_each_bar_begins_where_the_one_before_it_ended(points: list[float]) -> None:
    bars = waterfall(points)

    for before, bar in pairwise(bars):
        # Each of the three numbers is rounded to a tenth of a unit.
        assert min(abs(bar.x - before.joint), abs(bar.x + bar.width - before.joint)) <= 0.2


@given(STEPS)
def test_the_longest_reach_fills_the_width_and_no_more(points: list[float]) -> None:
    bars = waterfall(points)

    assert max(bar.x + bar.width for bar in bars) == pytest.approx(WIDTH, abs=0.2)


def test_the_last_joint_is_the_sum_of_all_steps() -> None:
    *_rest, last = waterfall([60.0, -20.0, 8.0])

    assert last.joint == pytest.approx(WIDTH * 48 / 60)


def test_a_step_too_small_to_see_is_still_drawn() -> None:
    _base, step = waterfall([60.0, 0.01])

    assert step.drawn_width > step.width
