"""Days and their positions among all word that comes."""

import numpy as np
import pytest

from yokame.learning.grid import Grid

HEAPS = Grid.of(np.array([7.0, 14.0, 30.0]), np.array([2.0, 4.0, 4.0]))


def test_the_middle_of_those_who_had_word_on_a_day_stands_at_that_day() -> None:
    assert HEAPS.day(np.array([0.1, 0.4, 0.8])) == pytest.approx([7, 14, 30])


def test_days_lie_straight_between_the_middles_of_heaps() -> None:
    assert HEAPS.day(np.array([0.25])) == pytest.approx([10.5])


def test_days_ascend_with_their_positions_and_stay_among_those_seen() -> None:
    days = HEAPS.day(np.linspace(0, 1, 50))

    assert (np.diff(days) >= 0).all()
    assert days[0] == 7
    assert days[-1] == 30


def test_positions_of_waits_that_are_shares_already_are_their_days() -> None:
    shares = np.array([0.0, 0.2, 0.9, 1.0])

    assert Grid.of_shares().day(shares) == pytest.approx(shares)


def test_of_very_many_words_odds_are_fitted_at_fewer_columns() -> None:
    days = np.arange(1.0, 101.0)

    few, many = Grid.of(days, np.ones(100)), Grid.of(days, np.full(100, 1e5))

    assert many.columns.size < few.columns.size < few.edges.size
    assert (many.edges == few.edges).all()


def test_a_day_stands_at_the_share_of_word_that_has_come_by_its_end() -> None:
    asked = np.array([0.0, 6.9, 7.0, 10.0, 14.0, 29.9, 30.0, 99.0])

    assert HEAPS.position(asked) == pytest.approx([0, 0, 0.2, 0.2, 0.6, 0.6, 1, 1])


def test_a_history_of_two_lengths_is_no_curve_of_shares() -> None:
    two = Grid.of(np.array([7.0, 14.0]), np.array([1.0, 1.0]))

    assert two.position(np.array([3.0, 7.0, 10.0, 14.0])) == pytest.approx([0, 0.5, 0.5, 1])
    assert two.day(np.array([0.25, 0.5, 0.75])) == pytest.approx([7, 10.5, 14])


def test_days_between_heaps_lie_where_the_last_heap_lies() -> None:
    columns = np.arange(HEAPS.edges.size - 1)

    heap, later = HEAPS.between(np.array([14.0]), columns), HEAPS.between(np.array([20.0]), columns)

    values = np.arange(10.0)[: HEAPS.edges.size]
    found = [float(b.mean(values[b.lower], values[b.upper])[0]) for b in (heap, later)]
    assert found[0] == found[1] == float(np.flatnonzero(HEAPS.edges == 14)[0])


def test_positions_lie_straight_between_columns() -> None:
    grid = Grid.of_shares(np.array([0.25, 0.5, 0.75]))

    between = grid.between(np.array([0.1, 0.375, 0.99]), np.array([0, 2, 3]))

    assert between.lower.tolist() == [0, 0, 1]
    assert between.upper.tolist() == [1, 1, 2]
    assert between.part == pytest.approx([0.2, 0.75, 1.0])  # beyond the last column: at it


def test_word_that_all_came_at_once_still_makes_a_grid() -> None:
    grid = Grid.of(np.array([0.0]), np.array([5.0]))

    assert grid.edges.tolist() == [0, 1]
    assert grid.columns.tolist() == [0]


def test_without_a_word_there_is_no_clock_and_it_is_said() -> None:
    with pytest.raises(ValueError, match="No wait ended with word"):
        Grid.of(np.zeros(0), np.zeros(0))
