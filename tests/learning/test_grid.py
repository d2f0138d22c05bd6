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
