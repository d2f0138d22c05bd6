import re

import pytest

from yokame.web.drawings.people import HEIGHT, STEP_X, STEP_Y, WIDTH, Share, crowds


def people_in(area: str) -> float:
    """How many cells the rectangles of a path cover."""
    return sum(
        int(width) * int(height) / (STEP_X * STEP_Y)
        for width, height in re.findall(r"h(\d+)v(\d+)", area)
    )


@pytest.mark.parametrize(
    ("low", "in_100", "high"), [(33, 49, 64), (0, 0, 3), (97, 100, 100), (20, 40, 60), (1, 1, 1)]
)
def test_each_share_covers_as_many_people_as_it_counts(low: int, in_100: int, high: int) -> None:
    drawn = {
        crowd.share: people_in(crowd.area) for crowd in crowds(low=low, in_100=in_100, high=high)
    }

    assert drawn == {
        Share.SURE: low,
        Share.LIKELY: in_100 - low,
        Share.MAYBE: high - in_100,
        Share.BEYOND: 100 - high,
    }


def test_people_stand_in_reading_order_inside_the_drawing() -> None:
    sure, likely, *_rest = crowds(low=20, in_100=45, high=60)

    assert sure.area == f"M0 0h{WIDTH}v{STEP_Y}h{-WIDTH}z"
    assert likely.area.startswith(f"M0 {STEP_Y}h{WIDTH}")
    assert HEIGHT == 5 * STEP_Y


def test_a_chance_outside_its_range_stretches_the_range() -> None:
    drawn = [people_in(crowd.area) for crowd in crowds(low=50, in_100=40, high=30)]

    assert drawn == [40, 0, 0, 60]
