"""Cells, and how many stood where, against counting one by one."""

import numpy as np

from tests.learning.made_reports import made_reports
from yokame.learning.cells import Cells, later_than
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.reports.counts import count_in_memory, delay_counts

REPORTS = made_reports(400)
GRID = Grid.of(*delay_counts(REPORTS))
COUNTS = count_in_memory(REPORTS, GRID.edges)
CODES = Codes.learn(COUNTS)
CELLS = Cells.of(COUNTS, CODES)


def test_rows_of_one_cell_agree_in_everything_a_fit_can_tell_apart() -> None:
    found, period = CODES.of(COUNTS), CODES.clock.period(COUNTS)
    keys = ("employer", "industry", "stage", "size")
    told_apart = [
        (*(int(found[key][row]) for key in keys), int(period[row]), bool(COUNTS.followed[row]))
        for row in range(len(COUNTS))
    ]

    cell_of = dict(zip(told_apart, CELLS.row_cell.tolist(), strict=True))

    assert [cell_of[key] for key in told_apart] == CELLS.row_cell.tolist()
    assert len(set(cell_of.values())) == len(cell_of) == CELLS.n_cells


def test_steps_are_counted_as_one_by_one() -> None:
    n_steps = GRID.edges.size + 1
    counted = np.zeros((CELLS.n_cells, n_steps))
    for row in np.flatnonzero(COUNTS.is_pass):
        counted[CELLS.row_cell[row], COUNTS.step[row]] += COUNTS.count[row]

    assert (CELLS.by_step(COUNTS, COUNTS.is_pass, n_steps) == counted).all()


def test_who_waits_at_a_column_has_lasted_longer_than_its_edge() -> None:
    columns = GRID.columns

    passed, everyone = CELLS.waiting(COUNTS, columns, GRID.edges.size + 1)

    for index, column in enumerate(columns):
        still = REPORTS.days > GRID.edges[column]
        assert everyone[:, index].sum() == still.sum()
        assert passed[:, index].sum() == (still & REPORTS.is_pass).sum()


def test_later_than_a_column_is_every_later_step() -> None:
    by_step = np.array([[1.0, 2.0, 4.0, 8.0]])

    assert later_than(by_step, np.array([-1, 0, 1, 2])).tolist() == [[15, 14, 12, 8]]
