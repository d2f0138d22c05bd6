"""What reports say of one wait."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learning.made_positions import GRID, Known, counted
from yokame.learning import Taught, TaughtWait
from yokame.reports.table import Coded, Reports, Waits

KNOWN = Known()
CURVE = KNOWN.curve(GRID, 20.0)
ALONG = np.linspace(0, 1, 101)
FEW, MANY = KNOWN.drawn(40, seed=1), Known(pass_prob=0.7).drawn(4000, seed=2)


def taught(reports: Reports) -> Taught:
    return Taught.learn(counted(reports), lambda *_: CURVE, GRID, reports)


def about(reports: Reports, *, employer: str = "one", stage: str = "first") -> TaughtWait:
    one = reports.take(np.arange(1))
    names = {"employer": employer, "stage": stage}
    named = {key: Coded((name,), np.zeros(1, np.int64)) for key, name in names.items()}
    waits = {name: getattr(one, name) for name in Waits.__annotations__}
    return taught(reports).about(Waits(**waits | named))


def test_more_reports_leave_less_unknown() -> None:
    left = [about(reports).spread_left(0.3) for reports in (FEW, MANY)]

    assert left[1] < left[0] / 2 < 0.5


def test_a_stage_nobody_reported_stays_with_its_priors() -> None:
    found = about(MANY, employer="zzz", stage="final")

    # the trade has reports, and speaks for the stage too; no stage and no employer of its own
    assert found.n_reports("stage") == found.n_reports("employer") == 0
    assert np.abs(found.passed_shift(ALONG)).max() < np.abs(about(MANY).passed_shift(ALONG)).max()


def test_reports_are_numbered_as_there_are() -> None:
    """Though in the counts each may stand for others that are still to come."""
    tripled = counted(replace(FEW, count=FEW.count * 3))

    found = Taught.learn(tripled, lambda *_: CURVE, GRID, FEW).about(FEW.take(np.arange(1)))

    assert found.n_reports("stage") == found.n_reports("employer × stage") == len(FEW)
    assert found.n_reports("no such level") == 0


def test_survivors_fall_from_one_to_nothing() -> None:
    share = about(MANY).silent_share(1 - ALONG)

    assert share[0] == 1
    assert share[-1] == 0
    assert (np.diff(share) <= 0).all()


@given(st.floats(1e-250, 1e-3))
def test_long_silences_keep_their_odds(to_come: float) -> None:
    """Beyond the last edge both are far below what one minus a share can tell."""
    share = TAUGHT_MANY.silent_share(np.array([to_come, to_come / 4]))

    assert share[0] > 0
    assert share[1] / share[0] == pytest.approx(0.25)


TAUGHT_MANY = about(MANY)
