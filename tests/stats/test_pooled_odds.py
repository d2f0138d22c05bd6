"""Odds pooled over groups: known truth recovered, and what a column may depend on."""

import numpy as np

from yokame.stats.levels import Level
from yokame.stats.local_level import Drift
from yokame.stats.pooled_odds import PooledOdds, Usual, fit_pooled_odds

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


def test_without_data_the_answer_is_what_was_known_and_strengths_are_the_usual_ones() -> None:
    nothing = np.zeros((2, N_COLUMNS))
    periods = Level("drift", np.zeros(2, np.int64), 1, COLUMNS, np.array([0, 1]))
    firms = Level("group", np.arange(2), 2, COLUMNS)
    usual: dict[str, Usual] = {"group": (0.5, 2.0), "drift": (Drift(0.1, 0.2, 0.85), 2.0)}

    fit = fit_pooled_odds(
        *(nothing, nothing, [periods, firms]), offset=nothing - 2.0, base_sd=0.4, usual=usual
    )

    assert fit.strengths == {"group": 0.5, "drift": Drift(0.1, 0.2, 0.85)}
    np.testing.assert_array_equal(fit.base, 0)
    np.testing.assert_array_equal(fit.effects["group"], 0)
    np.testing.assert_array_equal(fit.drifts["drift"].level, 0)


def test_a_fit_of_no_cells_at_all_knows_what_was_known() -> None:
    nobody, nothing = np.zeros(0, np.int64), np.zeros((0, N_COLUMNS))

    fit = fit_pooled_odds(
        *(nothing, nothing, [Level("group", nobody, 0, COLUMNS)]),
        offset=nothing,
        base_sd=0.4,
        usual={"group": (0.5, 2.0)},
    )

    found, _ = fit.log_odds({"group": np.array([-1])}, np.array([1]), np.zeros(1))
    np.testing.assert_array_equal(found, 0)
    assert fit.strengths == {"group": 0.5}


def test_with_much_data_what_was_known_beforehand_no_longer_matters() -> None:
    _, events, at_risk = simulated(0.6)

    fit = fit_pooled_odds(
        *(100 * events, 100 * at_risk, [groups_level()]),
        offset=np.full(events.shape, -3.0),
        base_sd=0.5,
        usual={"group": (1.8, 4.0)},
    )

    found = fitted_log_odds(fit) - 3.0
    inside = (events > 0) & (events < at_risk)
    raw = np.log(events[inside] / (at_risk - events)[inside])
    np.testing.assert_allclose(found[inside], raw, atol=0.06)  # (3 / 0.6) ** 2 of 100 x 25 x .04
    assert fit.strengths["group"] in (0.6, 0.75, 0.9)  # truth 0.6 and the noise of 25 reports


def test_the_base_is_pulled_to_what_was_known_as_far_as_its_sd_says() -> None:
    at_risk = np.array([[40.0]])
    events = np.array([[30.0]])

    fit = fit_pooled_odds(events, at_risk, [], offset=np.zeros((1, 1)), base_sd=0.5, sweeps=20)

    slope = 30 - 40 / (1 + np.exp(-fit.base)) - fit.base / 0.5**2
    np.testing.assert_allclose(slope, 0, atol=1e-9)
    assert 0 < fit.base[0] < np.log(3)


def test_what_was_known_may_differ_from_cell_to_cell() -> None:
    at_risk = np.full((2, 1), 50.0)
    offset = np.array([[-1.0], [1.0]])
    events = at_risk / (1 + np.exp(-(offset + 0.3)))

    fit = fit_pooled_odds(events, at_risk, [], offset=offset, sweeps=20)

    np.testing.assert_allclose(fit.base, 0.3, atol=0.02)  # one damping observation in 20


def test_an_unlikely_beginning_does_not_throw_the_fit() -> None:
    _, events, at_risk = simulated(0.6)

    fit = fit_pooled_odds(
        *(events, at_risk, [groups_level()]),
        offset=np.full(events.shape, 6.0),
        usual={"group": (0.6, 4.0)},
    )
    plain = fit_pooled_odds(events, at_risk, [groups_level()], strengths={"group": 0.6})

    assert fit.strengths["group"] == 0.6
    np.testing.assert_allclose(fitted_log_odds(fit) + 6, fitted_log_odds(plain), atol=0.05)


def test_what_was_filled_in_neither_moves_the_answer_nor_makes_it_surer() -> None:
    at_risk, one = np.array([[40.0]]), np.zeros(1, np.int64)
    level, offset = Level("group", one, 1, one), np.zeros((1, 1))
    given: dict[str, float | Drift] = {"group": 0.5}

    def fitted(events: float, n: float, known: float) -> PooledOdds:
        return fit_pooled_odds(
            *(np.full((1, 1), events), np.full((1, 1), n), [level]),
            offset=offset,
            known=np.full((1, 1), known),
            base_sd=1e-3,
            strengths=given,
            sweeps=40,
            spread=True,
        )

    alone = fitted(30.0, at_risk[0, 0], 1.0)
    prob = 1 / (1 + np.exp(-alone.effects["group"][0, 0]))
    filled = fitted(30.0 + 60 * prob, 100.0, 0.4)

    np.testing.assert_allclose(filled.effects["group"], alone.effects["group"], atol=1e-5)
    variances = [f.variance({"group": one}, one, np.zeros(1)) for f in (alone, filled)]
    np.testing.assert_allclose(variances[1], variances[0], rtol=1e-6)
