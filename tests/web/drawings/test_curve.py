from datetime import date

import pytest

from yokame.web.drawings.curve import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, curve

TODAY = date(2026, 11, 20)


def test_certainty_lies_at_the_top_and_nothing_at_the_bottom() -> None:
    drawn = curve(TODAY, [1.0, 0.5, 0.0], deadline_on=None, ask_from=None)

    assert drawn.first == (LEFT, TOP)
    assert drawn.last == (WIDTH - RIGHT, HEIGHT - BOTTOM)
    assert drawn.line == f"M{LEFT} {TOP}L180 95L{WIDTH - RIGHT} {HEIGHT - BOTTOM}"


def test_the_area_closes_the_line_along_the_floor() -> None:
    drawn = curve(TODAY, [0.8, 0.6], deadline_on=None, ask_from=None)

    assert drawn.area == f"{drawn.line}V{HEIGHT - BOTTOM}H{LEFT}Z"


def test_the_axis_has_a_tick_at_each_monday() -> None:
    drawn = curve(TODAY, [0.5] * 31, deadline_on=None, ask_from=None)

    assert [tick.on.isoformat()[5:] for tick in drawn.ticks] == [
        "11-23", "11-30", "12-07", "12-14",
    ]  # fmt: skip
    steps = {round(b.x - a.x, 1) for a, b in zip(drawn.ticks, drawn.ticks[1:], strict=False)}
    # A week of 30 days on an axis of 292 units, each position rounded to a tenth.
    assert all(abs(step - 292 * 7 / 30) <= 0.1 for step in steps)


@pytest.mark.parametrize(("highest", "top"), [(0.05, 12), (0.3, 40), (0.41, 100), (1.0, 100)])
def test_a_small_chance_gets_a_short_axis_that_says_so(highest: float, top: int) -> None:
    drawn = curve(TODAY, [highest, 0.0], deadline_on=None, ask_from=None)

    assert [rung.in_100 for rung in drawn.rungs] == [0, top // 4, top // 2, 3 * top // 4, top]
    assert drawn.first[1] >= TOP


def test_only_days_on_the_axis_are_marked() -> None:
    drawn = curve(TODAY, [0.5] * 31, deadline_on=date(2026, 11, 19), ask_from=date(2026, 11, 24))

    assert [(mark.kind, mark.on.day) for mark in drawn.marks] == [("ask", 24)]


def test_a_name_near_the_right_edge_is_written_to_the_left_of_its_line() -> None:
    drawn = curve(TODAY, [0.5] * 31, deadline_on=date(2026, 11, 21), ask_from=date(2026, 12, 18))

    assert [mark.anchor for mark in drawn.marks] == ["start", "end"]
