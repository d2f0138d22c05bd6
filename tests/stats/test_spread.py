"""How far pooled log-odds may be off: against dense algebra, and what an unknown group means."""

import numpy as np
import pytest
from scipy.linalg import block_diag

from yokame.stats.levels import Level
from yokame.stats.local_level import Drift
from yokame.stats.normal import FloatArray
from yokame.stats.pooled_odds import PooledOdds, Strength, fit_pooled_odds

N_STAGES, N_TRADES, N_EMPLOYERS, N_COLUMNS, BASE_SD = 3, 6, 40, 2, 0.4
COLUMNS, ONE_BLOCK = np.arange(N_COLUMNS), np.zeros(N_COLUMNS, np.int64)
STRENGTHS: dict[str, Strength] = {
    **{"stage": 0.3, "trade": 0.3, "trade, stage": 0.2, "employer": 0.6},
    **{"employer, stage": 0.3, "curve": 0.5},
}

SIZES = {
    **{"stage": N_STAGES, "trade": N_TRADES, "trade, stage": N_TRADES * N_STAGES},
    **{"employer": N_EMPLOYERS, "employer, stage": N_EMPLOYERS * N_STAGES, "curve": N_EMPLOYERS},
}


class Cells:
    """Employers of trades, in stages and periods; half of each cell's reports have the event.

    So the fit is 0 everywhere, each report has the information 1/4, and the dense posterior
    covariance is known without a fit.
    """

    def __init__(self, n_reports: int, *, n_periods: int = 1) -> None:
        rng = np.random.default_rng(5)
        self.trade_of = rng.integers(0, N_TRADES, N_EMPLOYERS)
        employer = rng.choice(N_EMPLOYERS, n_reports, p=rng.dirichlet(np.full(N_EMPLOYERS, 0.5)))
        stage = rng.choice(N_STAGES, n_reports, p=[0.5, 0.3, 0.2])
        period = rng.integers(0, n_periods, n_reports)
        cells, count = np.unique(np.stack([employer, stage, period]), axis=1, return_counts=True)
        self.employer, self.stage, self.period = cells
        self.at_risk = count[:, None] * np.array([1.0, 0.5])

    def groups(self, employer: np.ndarray, stage: np.ndarray) -> dict[str, np.ndarray]:
        """Groups of cells or questions in every level."""
        trade = self.trade_of[employer]
        return {
            **{"stage": stage, "trade": trade, "trade, stage": trade * N_STAGES + stage},
            **{"employer": employer, "employer, stage": employer * N_STAGES + stage},
            "curve": employer,
        }

    def levels(self, names: list[str], drift: bool = False) -> list[Level]:
        """Some of the levels; "curve" has one effect for all columns."""
        groups = self.groups(self.employer, self.stage)
        found = [
            Level(name, groups[name], SIZES[name], block)
            for name in names
            for block in [ONE_BLOCK if name == "curve" else COLUMNS]
        ]
        everyone = np.zeros(self.employer.size, np.int64)
        return [Level("drift", everyone, 1, COLUMNS, self.period)] * drift + found

    def fit(self, levels: list[Level], strengths: dict[str, Strength]) -> PooledOdds:
        """The fit, which is 0, with its spread."""
        nothing = np.zeros(self.at_risk.shape)
        return fit_pooled_odds(
            *(self.at_risk / 2, self.at_risk, levels),
            offset=nothing,
            base_sd=BASE_SD,
            strengths=strengths,
            spread=True,
        )


QUESTIONS = (np.repeat(np.arange(N_EMPLOYERS), N_STAGES), np.tile(np.arange(N_STAGES), N_EMPLOYERS))


def dense_sd(cells: Cells, levels: list[Level], strengths: dict[str, Strength]) -> FloatArray:
    """Sd of every employer's and stage's log-odds one period on, (n, n_columns), by algebra."""
    n_cells, asked = cells.employer.size, cells.groups(*QUESTIONS)
    by_column: FloatArray = np.eye(N_COLUMNS)[None].astype(float)
    designs, questions = [by_column], [by_column]
    covs: list[FloatArray] = [np.asarray(BASE_SD**2 * np.eye(N_COLUMNS))]
    added = 0.0
    for level in levels:
        strength = strengths[level.name]
        blocks = np.eye(level.n_blocks)[level.block]
        if isinstance(strength, Drift):
            periods = np.arange(int(cells.period.max()) + 1)
            walk = strength.step_sd**2 * (np.minimum.outer(periods, periods) + 1)
            at, last = np.eye(periods.size)[cells.period], np.eye(periods.size)[[-1]]
            designs += 2 * [np.einsum("ng,kb->nkgb", at, blocks).reshape(n_cells, N_COLUMNS, -1)]
            asked_of = np.einsum("ng,kb->nkgb", last, blocks).reshape(1, N_COLUMNS, -1)
            questions += [asked_of, 0 * asked_of]
            shocks = (strength.shock_sd**2 + 1e-12) * np.eye(periods.size)
            covs += [np.asarray(np.kron(part, np.eye(N_COLUMNS))) for part in (walk, shocks)]
            added += strength.step_sd**2 + strength.shock_sd**2
            continue
        for found, groups in ((designs, level.group), (questions, asked[level.name])):
            member = np.eye(level.n_groups)[groups]
            joint = np.einsum("ng,kb->nkgb", member, blocks)
            found.append(joint.reshape(len(groups), N_COLUMNS, -1))
        covs.append(strength**2 * np.eye(level.n_groups * level.n_blocks))
    design = np.concatenate([np.broadcast_to(d, (n_cells, *d.shape[1:])) for d in designs], axis=2)
    n_asked = QUESTIONS[0].size
    question = np.concatenate(
        [np.broadcast_to(q, (n_asked, *q.shape[1:])) for q in questions], axis=2
    )
    information = np.einsum("nkp,nk,nkq->pq", design, cells.at_risk / 4, design)
    cov = np.linalg.inv(information + np.linalg.inv(block_diag(*covs)))
    return np.asarray(np.sqrt(np.einsum("nkp,pq,nkq->nk", question, cov, question) + added))


def found_sd(cells: Cells, fit: PooledOdds) -> FloatArray:
    """The same by the fit itself."""
    groups = {name: group[:, None] for name, group in cells.groups(*QUESTIONS).items()}
    groups["drift"] = np.zeros((1, 1), np.int64)
    return np.sqrt(fit.variance(groups, COLUMNS, np.ones((QUESTIONS[0].size, 1))))


@pytest.mark.parametrize("n_reports", [60, 3000])
def test_over_nested_levels_it_is_exact(n_reports: int) -> None:
    cells = Cells(n_reports)
    levels = cells.levels(["trade", "employer", "employer, stage"])

    fit = cells.fit(levels, STRENGTHS)

    np.testing.assert_allclose(
        found_sd(cells, fit), dense_sd(cells, levels, STRENGTHS), rtol=1e-3
    )  # the least information that a group is given


@pytest.mark.parametrize("n_reports", [60, 300, 3000])
def test_over_crossed_levels_it_is_close(n_reports: int) -> None:
    cells = Cells(n_reports)
    levels = cells.levels(["stage", "trade", "trade, stage", "employer", "employer, stage"])

    fit = cells.fit(levels, STRENGTHS)

    ratio = found_sd(cells, fit) / dense_sd(cells, levels, STRENGTHS)
    # an 80 % interval of 1.1 times the sd covers 84 %, one of 0.9 times 75 %
    np.testing.assert_allclose(ratio, 1, atol=0.1)
    assert 0.98 < ratio.mean() < 1.05


def test_over_effects_of_whole_rows_and_of_single_columns_it_is_close() -> None:
    cells = Cells(1000)
    levels = cells.levels(["curve", "stage", "trade", "employer"])

    fit = cells.fit(levels, STRENGTHS)

    ratio = found_sd(cells, fit) / dense_sd(cells, levels, STRENGTHS)
    assert np.quantile(np.abs(ratio - 1), 0.95) < 0.15
    assert 0.95 < ratio.mean() < 1.08


@pytest.mark.parametrize("drift", [Drift(0.05, 0.1), Drift(0.3, 0.0), Drift(0.2, 0.3)])
def test_over_a_drift_it_is_close(drift: Drift) -> None:
    cells, strengths = Cells(1500, n_periods=5), {**STRENGTHS, "drift": drift}
    levels = cells.levels(["stage", "trade", "employer", "employer, stage"], drift=True)

    fit = cells.fit(levels, strengths)

    ratio = found_sd(cells, fit) / dense_sd(cells, levels, strengths)
    assert np.quantile(np.abs(ratio - 1), 0.95) < 0.17  # too wide where a season moves most
    assert 0.97 < ratio.mean() < 1.09


def test_an_unknown_group_counts_with_all_of_its_levels_variance() -> None:
    cells = Cells(3000)
    fit = cells.fit(cells.levels(["trade", "employer"]), STRENGTHS)
    one, now = np.zeros(1, np.int64), np.zeros(1)

    trade = fit.variance({"trade": one, "employer": one - 1}, one, now)
    nothing = fit.variance({"trade": one - 1, "employer": one - 1}, one, now)

    np.testing.assert_allclose(trade - 0.6**2, 0.03, atol=0.03)  # of a trade of 6 employers or so
    assert nothing[0] > 0.3**2 + 0.6**2


def test_without_data_only_what_was_known_is_left() -> None:
    nothing = np.zeros((1, 1))
    level = Level("employer", np.zeros(1, np.int64), 1, np.zeros(1, np.int64))
    strengths: dict[str, Strength] = {"employer": 0.5}

    fit = fit_pooled_odds(
        nothing, nothing, [level], offset=nothing, base_sd=0.4, strengths=strengths, spread=True
    )

    found = fit.variance({"employer": np.zeros(1, np.int64)}, np.zeros(1, np.int64), np.zeros(1))
    np.testing.assert_allclose(found, 0.4**2 + 0.5**2, rtol=1e-5)


def test_the_noise_of_a_season_to_come_is_added_where_it_is_asked_for() -> None:
    cells = Cells(300, n_periods=4)
    season = Level("season", cells.period, 4, COLUMNS, lasting=False)
    strengths: dict[str, Strength] = {**STRENGTHS, "season": 0.3}
    one, now = np.zeros(1, np.int64), np.zeros(1)

    noisy = cells.fit([*cells.levels(["employer"]), season], strengths)
    quiet = cells.fit(cells.levels(["employer"]), strengths)

    lasting, coming = (noisy.variance({"employer": one}, one, now, new=n) for n in ([], ["season"]))
    np.testing.assert_allclose(coming - lasting, 0.3**2)
    assert lasting > quiet.variance({"employer": one}, one, now)  # noise makes data say less


def test_cells_that_a_level_does_not_touch_lose_nothing_to_it() -> None:
    at_risk, nothing = np.array([[40.0], [40.0]]), np.zeros((2, 1))
    stage = Level("stage", np.zeros(2, np.int64), 1, ONE_BLOCK[:1])
    afterwards = Level("after", np.arange(2), 2, ONE_BLOCK[:1], lasting=False, outside=0)
    strengths: dict[str, Strength] = {"stage": 0.5, "after": 1e6}

    fit = fit_pooled_odds(
        *(at_risk / 2, at_risk, [stage, afterwards]),
        offset=nothing,
        base_sd=1e-3,
        strengths=strengths,
        spread=True,
    )

    found = fit.variance({"stage": np.zeros(1, np.int64)}, np.zeros(1, np.int64), np.zeros(1))
    np.testing.assert_allclose(found, 1 / (1 / 0.5**2 + 40 / 4), rtol=1e-3)


def test_many_questions_at_once_are_answered_as_one_by_one() -> None:
    cells = Cells(300)
    fit = cells.fit(cells.levels(["stage", "employer"]), STRENGTHS)
    employer, stage = (np.tile(column, 30) for column in QUESTIONS)
    groups, column = cells.groups(employer, stage), np.arange(employer.size) % N_COLUMNS

    found = fit.variance(groups, column, np.zeros(employer.size))

    table = found_sd(cells, fit) ** 2
    np.testing.assert_allclose(found, np.tile(table, (30, 1))[np.arange(employer.size), column])


def test_a_column_taken_out_keeps_its_spread() -> None:
    cells = Cells(300)
    fit = cells.fit(cells.levels(["curve", "employer"]), STRENGTHS)
    groups, now = cells.groups(*QUESTIONS), np.zeros(QUESTIONS[0].size)

    alone = fit.only(1).variance(groups, np.zeros(1, np.int64), now)

    np.testing.assert_array_equal(alone, fit.variance(groups, np.ones(1, np.int64), now))


def test_a_fit_without_spread_says_that_it_has_none() -> None:
    fit = fit_pooled_odds(np.ones((1, 1)), np.full((1, 1), 2.0), [])

    with pytest.raises(ValueError, match="spread=True"):
        fit.variance({}, np.zeros(1, np.int64), np.zeros(1))
