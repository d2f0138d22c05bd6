from itertools import pairwise

from yokame.web.drawings.reliability import SIDE, Said, diagram
from yokame.web.drawings.score_lines import HEIGHT, WIDTH, score_lines


def said(chance: float, share: float, n: int = 10) -> Said:
    return Said(chance, share, max(share - 0.2, 0), min(share + 0.2, 1), n)


def test_what_came_out_as_said_lies_on_the_slope() -> None:
    drawn = diagram([said(0, 0), said(0.5, 0.5), said(1, 1)])

    first, middle, last = drawn.dots
    assert drawn.slope == f"M{first.x:g} {first.y:g}L{last.x:g} {last.y:g}"
    assert (middle.x, middle.y) == ((first.x + last.x) / 2, (first.y + last.y) / 2)


def test_more_than_said_lies_above_the_slope_with_its_range() -> None:
    [dot, as_said] = diagram([said(0.4, 0.7), said(0.4, 0.4)]).dots

    assert dot.y < as_said.y
    assert dot.top < dot.y < dot.bottom
    assert dot.x == as_said.x


def test_more_waits_make_a_larger_dot() -> None:
    few, many = diagram([said(0.2, 0.2, n=3), said(0.6, 0.6, n=30)]).dots

    assert few.radius < many.radius


def test_everything_stays_inside_and_nothing_is_no_error() -> None:
    drawn = diagram([said(0, 1), said(1, 0)])

    assert all(0 <= dot.x <= SIDE and 0 <= dot.y <= SIDE for dot in drawn.dots)
    assert [rung.in_100 for rung in drawn.rungs] == [0, 20, 40, 60, 80, 100]
    assert diagram([]).dots == ()


def test_lines_go_forward_in_time_and_lower_is_better() -> None:
    drawn = score_lines(["1", "2", "3"], [0.1, 0.2, 0.3], [0.25, 0.25, 0.25])

    base, own = drawn.lines
    assert (base.name, own.name) == ("base", "own")
    for line in drawn.lines:
        assert all(a[0] < b[0] for a, b in pairwise(line.points))
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in line.points)
    assert own.points[0][1] > base.points[0][1] > own.points[2][1]


def test_a_single_score_stands_in_the_middle() -> None:
    drawn = score_lines(["2020"], [0.5], [0.6])

    assert drawn.ticks[0].x == (drawn.left + drawn.right) / 2
