"""Odds pooled over groups: known truth recovered, and what a column may depend on."""

import numpy as np

from yokame.stats.levels import Level
from yokame.stats.pooled_odds import STRENGTHS, PooledOdds, fit_pooled_odds

N_GROUPS, PER_GROUP, N_COLUMNS = 300, 25, 3
COLUMNS = np.arange(N_COLUMNS)


def simulated(sd: float, seed: int = 8) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """True log-odds (n_groups, n_columns), events and numbers at risk."""
    rng = np.random.default_rng(seed)
    truth = np.array([-1.0, 0.0, 0.5]) + rng.normal(0, sd, size=(N_GROUPS, N_COLUMNS))
    at_risk = np.full((N_GROUPS, N_COLUMNS), float(PER_GROUP))
    return truth, rng.binomial(PER_GROUP, 1 / (1 + np.exp(-truth))).astype(float), at_risk


def groups_level(block: np.ndarray = COLUMNS) -> Level:
    """Every cell a group of its own."""
    return Level("group", np.arange(N_GROUPS), N_GROUPS, block)


def fitted_log_odds(fit: PooledOdds) -> np.ndarray:
    """Log-odds of all groups and columns."""
    found, _ = fit.log_odds({"group": np.arange(N_GROUPS)[:, None]}, COLUMNS, np.zeros((1, 1)))
    return found


def test_the_strength_is_recovered_and_the_estimates_beat_both_extremes() -> None:
    truth, events, at_risk = simulated(0.6)

    fit = fit_pooled_odds(events, at_risk, [groups_level()])

    assert fit.strengths["group"] in (0.5, 0.6, 0.75)  # the grid's neighbours of the truth
    error = ((fitted_log_odds(fit) - truth) ** 2).mean()
    raw = np.log((events + 0.5) / (at_risk - events + 0.5))
    assert error < ((raw - truth) ** 2).mean()
    assert error < ((fit.base - truth) ** 2).mean()


def test_equal_groups_are_pooled_fully() -> None:
    _, events, at_risk = simulated(0.0)

    fit = fit_pooled_odds(events, at_risk, [groups_level()])

    assert fit.strengths["group"] in (
        0.0,
        0.03,
        0.06,
        0.1,
        0.15,
    )  # a sd that 25 reports a group cannot tell from 0


def test_the_fit_solves_the_penalised_likelihood() -> None:
    _, events, at_risk = simulated(0.6)

    fit = fit_pooled_odds(events, at_risk, [groups_level()], sweeps=60)

    prob = 1 / (1 + np.exp(-fitted_log_odds(fit)))
    strength = fit.strengths["group"]
    assert isinstance(strength, float)
    slope = events - at_risk * prob - fit.effects["group"] / strength**2
    np.testing.assert_allclose(slope, 0, atol=1e-6)  # sweeps converge to the maximum


def test_with_strengths_given_a_column_depends_on_itself_alone() -> None:
    _, events, at_risk = simulated(0.6)
    strengths = fit_pooled_odds(events, at_risk, [groups_level()]).strengths

    together = fit_pooled_odds(events, at_risk, [groups_level()], strengths=strengths)
    alone = fit_pooled_odds(
        events[:, 1:2], at_risk[:, 1:2], [groups_level(COLUMNS[:1])], strengths=strengths
    )

    np.testing.assert_allclose(together.effects["group"][:, 1], alone.effects["group"][:, 0])
    np.testing.assert_allclose(together.only(1).effects["group"], alone.effects["group"])
    np.testing.assert_allclose(together.base[1], alone.base[0])


def test_a_block_shares_one_effect_over_its_columns() -> None:
    _, events, at_risk = simulated(0.6)

    fit = fit_pooled_odds(events, at_risk, [groups_level(np.zeros(N_COLUMNS, np.int64))])

    effects = fit.effects["group"]
    np.testing.assert_array_equal(effects[:, 0], effects[:, 1])
    assert np.ptp(effects[:, 0]) > 0


def test_an_unknown_group_has_no_effect() -> None:
    _, events, at_risk = simulated(0.6)
    fit = fit_pooled_odds(events, at_risk, [groups_level()])

    found, _ = fit.log_odds({"group": np.array([-1])}, np.array([2]), np.zeros(1))

    np.testing.assert_array_equal(found, fit.base[2:])


def test_drift_carries_the_last_seasons_on_and_noise_of_seasons_answers_nothing() -> None:
    rng = np.random.default_rng(11)
    season = np.repeat(np.arange(12), 40)
    truth = np.linspace(-1.5, 1.5, 12)[season]
    at_risk = np.full((season.size, 1), 50.0)
    events = rng.binomial(50, 1 / (1 + np.exp(-truth)))[:, None].astype(float)
    everyone, one = np.zeros(season.size, np.int64), np.zeros(1, np.int64)

    drifting = fit_pooled_odds(events, at_risk, [Level("drift", everyone, 1, one, season)])
    noisy = fit_pooled_odds(events, at_risk, [Level("season", season, 12, one, lasting=False)])

    ahead, var = drifting.log_odds({"drift": np.array([0])}, one, np.array([1.0]))
    np.testing.assert_allclose(ahead, [1.5], atol=0.15)  # 4 standard errors of 2,000 reports
    assert var[0] > 0
    assert noisy.effects == {}
    assert noisy.drifts == {}


def test_strengths_to_choose_among_begin_with_full_pooling() -> None:
    assert STRENGTHS[0] == 0
    assert (np.diff(STRENGTHS) > 0).all()
