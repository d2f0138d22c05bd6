"""A report more, without a refit: close to what a refit says, and nothing else is touched."""

import numpy as np
import pytest

from yokame.stats.absorbing import absorbed
from yokame.stats.levels import Level
from yokame.stats.local_level import Drift
from yokame.stats.pooled_odds import PooledOdds, Strength, fit_pooled_odds

N_STAGES, N_TRADES, N_EMPLOYERS, N_COLUMNS, N_PERIODS = 3, 6, 60, 4, 3
COLUMNS = np.arange(N_COLUMNS)
STRENGTHS: dict[str, Strength] = {
    **{"drift": Drift(0.1, 0.1), "stage": 0.3, "trade": 0.3},
    **{"employer": 0.6, "employer, stage": 0.3},
}
SIZES = {"stage": N_STAGES, "trade": N_TRADES, "employer": N_EMPLOYERS}
TRADE_OF = np.random.default_rng(1).integers(0, N_TRADES, N_EMPLOYERS)


def groups(employer: np.ndarray, stage: np.ndarray) -> dict[str, np.ndarray]:
    """Groups of some waits."""
    return {
        **{"drift": 0 * stage, "stage": stage, "trade": TRADE_OF[employer], "employer": employer},
        "employer, stage": employer * N_STAGES + stage,
    }


class Reports:
    """Reports of employers in stages and periods, as counts by column."""

    def __init__(self, n_reports: int) -> None:
        rng = np.random.default_rng(5)
        self.employer = rng.choice(N_EMPLOYERS, n_reports, p=rng.dirichlet(np.ones(N_EMPLOYERS)))
        self.stage = rng.integers(0, N_STAGES, n_reports)
        self.period = rng.integers(0, N_PERIODS, n_reports)
        truth = rng.normal(-0.5, 0.6, (N_EMPLOYERS, N_COLUMNS))[self.employer]
        waiting = np.arange(N_COLUMNS) <= rng.integers(0, N_COLUMNS, n_reports)[:, None]
        self.at_risk = waiting.astype(float)
        self.events = self.at_risk * (rng.random(truth.shape) < 1 / (1 + np.exp(-truth)))

    def with_more(self, employer: int, stage: int, n: int, passed: int) -> "Reports":
        """These and some more of one employer in the last period, the first of which passed."""
        more = Reports.__new__(Reports)
        more.employer = np.append(self.employer, np.full(n, employer))
        more.stage = np.append(self.stage, np.full(n, stage))
        more.period = np.append(self.period, np.full(n, N_PERIODS - 1))
        more.at_risk = np.concatenate([self.at_risk, np.ones((n, N_COLUMNS))])
        won = np.repeat((np.arange(n) < passed)[:, None], N_COLUMNS, axis=1).astype(float)
        more.events = np.concatenate([self.events, won])
        return more

    def fit(self) -> PooledOdds:
        """The whole fit."""
        levels = [Level("drift", 0 * self.stage, 1, COLUMNS, self.period)] + [
            Level(name, group, SIZES.get(name, N_EMPLOYERS * N_STAGES), COLUMNS)
            for name, group in groups(self.employer, self.stage).items()
            if name != "drift"
        ]
        return fit_pooled_odds(
            *(self.events, self.at_risk, levels),
            offset=np.full(self.events.shape, -0.5),
            base_sd=0.3,
            strengths=STRENGTHS,
            sweeps=30,
            spread=True,
        )


def after(fit: PooledOdds, employer: int, stage: int, n: int, passed: int) -> PooledOdds:
    """The fit after some reports more."""
    won = np.repeat((np.arange(n) < passed)[:, None], N_COLUMNS, axis=1).astype(float)
    return absorbed(
        *(fit, won, np.ones((n, N_COLUMNS))),
        groups(np.full(n, employer), np.full(n, stage)),
        offset=np.full((n, N_COLUMNS), -0.5),
        horizon=np.zeros(n),
    )


def answers(fit: PooledOdds, employer: int, stage: int) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds and their sd in every column."""
    asked = groups(np.array([[employer]]), np.array([[stage]]))
    now = np.zeros((1, 1))
    return fit.log_odds(asked, COLUMNS, now)[0], np.sqrt(fit.variance(asked, COLUMNS, now))


@pytest.mark.parametrize(("n", "passed"), [(1, 1), (1, 0), (5, 4)])
@pytest.mark.parametrize("employer", [3, 17, 40])
def test_an_employers_answers_move_as_in_a_refit(employer: int, n: int, passed: int) -> None:
    reports = Reports(900)
    before = reports.fit()

    quick, slow = after(before, employer, 1, n, passed), reports.with_more(employer, 1, n, passed)

    for stage in range(N_STAGES):
        old, old_sd = answers(before, employer, stage)
        found, sd = answers(quick, employer, stage)
        expected, expected_sd = answers(slow.fit(), employer, stage)
        # an eighth of what is not known anyway, and less than half of the way moved
        assert (np.abs(found - expected) < 0.125 * old_sd).all()
        assert (np.abs(found - expected) <= 0.5 * np.abs(expected - old) + 0.02).all()
        np.testing.assert_allclose(sd, expected_sd, rtol=0.05)


def test_a_pass_raises_and_a_fail_lowers_and_both_make_surer() -> None:
    before = Reports(900).fit()
    old, old_sd = answers(before, 7, 2)

    passed, passed_sd = answers(after(before, 7, 2, 1, 1), 7, 2)
    failed, failed_sd = answers(after(before, 7, 2, 1, 0), 7, 2)

    assert (passed > old).all()
    assert (failed < old).all()
    assert (passed_sd < old_sd).all()
    assert (failed_sd < old_sd).all()


def test_the_fit_it_began_with_stays_as_it_was() -> None:
    before = Reports(900).fit()
    old, old_sd = answers(before, 7, 2)

    after(before, 7, 2, 3, 3)

    np.testing.assert_array_equal(answers(before, 7, 2)[0], old)
    np.testing.assert_array_equal(answers(before, 7, 2)[1], old_sd)


def test_no_reports_change_nothing() -> None:
    before = Reports(900).fit()

    same = after(before, 7, 2, 0, 0)

    for found, expected in zip(answers(same, 7, 2), answers(before, 7, 2), strict=True):
        np.testing.assert_array_equal(found, expected)


def test_of_an_unknown_employer_only_the_coarser_groups_learn() -> None:
    before = Reports(900).fit()
    unknown = groups(np.array([0]), np.array([1]))
    unknown |= {"employer": np.array([-1]), "employer, stage": np.array([-1])}
    shape = (1, N_COLUMNS)

    found = absorbed(
        *(before, np.ones(shape), np.ones(shape), unknown),
        offset=np.full(shape, -0.5),
        horizon=np.ones(1),
    )

    np.testing.assert_array_equal(found.effects["employer"], before.effects["employer"])
    assert (found.effects["trade"][TRADE_OF[0]] > before.effects["trade"][TRADE_OF[0]]).all()


def test_a_fit_without_spread_cannot_take_up_a_report() -> None:
    one = np.ones((1, 1))

    with pytest.raises(ValueError, match="spread=True"):
        absorbed(fit_pooled_odds(one, one, []), one, one, {}, offset=one, horizon=np.zeros(1))
