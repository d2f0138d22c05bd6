"""Every peer answers as the task asks; what needs no library of theirs agrees with hand counts.

The environment of the tests has none of the peers' libraries: such a peer is left out by name.
"""

import numpy as np
import pandas as pd
import pytest

from benchmarks.timelines.columns import QUESTION_COLUMNS, TimelineError
from benchmarks.timelines.estimator import ANSWER_COLUMNS
from benchmarks.timelines.landmarks import accepted, asked_at
from benchmarks.timelines.peers import hazards, shares
from benchmarks.timelines.peers.curves import Curves
from benchmarks.timelines.peers.encodings import GroupFigures, out_of_season
from benchmarks.timelines.peers.peer import PEERS, Peer, chosen
from benchmarks.timelines.peers.tuning import InnerSeason, grid, learn_curves, recent


@pytest.fixture(scope="session")
def asked(last_season: pd.DataFrame) -> pd.DataFrame:
    """Forty waits of the last season on two days each, and one at an unknown institution."""
    rows = last_season.head(40).copy()
    rows.loc[0, "institution"] = "an institution that nobody knows"
    return asked_at(rows, np.array([20.0, 45.0]))[list(QUESTION_COLUMNS)]


# what the libraries warn about themselves is not ours to mend
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_every_peer_answers_each_question_by_itself(
    peer: Peer, history: pd.DataFrame, last_season: pd.DataFrame, asked: pd.DataFrame
) -> None:
    if peer.library:
        pytest.importorskip(peer.library)
    live = last_season if peer.live else None

    learned = peer.learn(history)
    together = learned.answer(asked, live)
    alone = pd.concat([learned.answer(asked.iloc[[i]], live) for i in (0, 7, len(asked) - 1)])

    assert list(together.columns) == ANSWER_COLUMNS
    assert together.row_id.tolist() == asked.row_id.tolist()
    assert together.p_accept.between(0, 1).all()
    days = together[["q10", "q50", "q90"]].to_numpy()
    assert (days >= 0).all()
    assert (np.diff(days, axis=1) >= 0).all()
    assert together.p_accept.nunique() > 1
    # sums over a batch of another size are rounded otherwise
    np.testing.assert_allclose(
        alone[ANSWER_COLUMNS[2:]].to_numpy(float),
        together.iloc[[0, 7, -1]][ANSWER_COLUMNS[2:]].to_numpy(float),
        rtol=1e-9,
    )


def test_the_base_is_the_share_and_the_quantiles_of_those_who_waited_as_long(
    history: pd.DataFrame,
) -> None:
    history = history.head(4).assign(
        outcome=["accepted", "rejected", "accepted", "none"],
        delay_days=[10.0, 20.0, 30.0, np.nan],
        observed_days=[10.0, 20.0, 30.0, 99.0],
    )
    questions = pd.DataFrame({"row_id": ["a", "b", "c"], "t": [5, 25, 500]})

    found = shares.count(history, questions)

    np.testing.assert_allclose(found.p_accept, [2 / 4, 1 / 2, 2 / 4])
    np.testing.assert_allclose(found[["q10", "q50", "q90"]], [[7, 15, 23], [5, 5, 5], [0, 0, 0]])


def test_curves_say_what_is_left_to_come() -> None:
    # of ten, four are accepted and two rejected by day 10, two accepted by day 20, two never hear
    curves = Curves.from_hazards(
        np.array([0.0, 10.0, 20.0]), np.array([[0.4, 0.5]]), np.array([[0.2, 0.0]])
    )

    np.testing.assert_allclose(curves.waiting, [[1.0, 0.4, 0.2]])
    np.testing.assert_allclose(curves.accepted, [[0.0, 0.4, 0.6]])
    np.testing.assert_allclose(curves.chance(np.array([0.0])), [0.6])
    np.testing.assert_allclose(curves.chance(np.array([10.0])), [0.2 / 0.4])
    # halfway through the second span three still wait, one of whom hears, evenly until day 20
    np.testing.assert_allclose(curves.chance(np.array([15.0])), [0.1 / 0.3])
    np.testing.assert_allclose(curves.remaining(np.array([15.0])), [[0.5, 2.5, 4.5]])


def test_a_curve_that_ended_falls_back_to_its_chance_at_the_start() -> None:
    curves = Curves.from_hazards(np.array([0.0, 10.0]), np.array([[0.7]]), np.array([[0.3]]))

    np.testing.assert_allclose(curves.chance(np.array([10.0])), [0.7])
    np.testing.assert_allclose(curves.remaining(np.array([10.0])), [[0.0, 0.0, 0.0]])


def test_figures_of_a_row_come_from_other_seasons(history: pd.DataFrame) -> None:
    season = (history.season == 2012).to_numpy()
    turned = history.copy()
    turned.loc[season, "outcome"] = "rejected"

    before, after = out_of_season(history), out_of_season(turned)

    np.testing.assert_array_equal(before[season], after[season])
    assert not np.array_equal(before[~season], after[~season])


def test_figures_of_an_unknown_group_are_those_of_all(history: pd.DataFrame) -> None:
    asked = pd.DataFrame({"institution": ["?"], "field": ["?"], "stage": ["?"]})

    found = GroupFigures.of(history).find(asked)[0].reshape(-1, 3)

    odds = accepted(history).mean() / (1 - accepted(history).mean())
    # half an acceptance in 1,200 is added
    np.testing.assert_allclose(found[:, 0], np.log(odds), atol=0.002)
    np.testing.assert_allclose(found[:, 1], np.log1p(history.delay_days).mean())
    np.testing.assert_array_equal(found[:, 2], 0)


def test_hazards_of_all_alike_agree_with_the_shares(history: pd.DataFrame) -> None:
    alike = history.assign(institution="one", field="one", stage="one")
    asked = asked_at(alike.head(5).assign(observed_days=99.0), np.array([20.0, 40.0, 60.0]))
    asked = asked[list(QUESTION_COLUMNS)]

    learned = learn_curves(alike, hazards.ShrunkHazards.fit, grid(sweeps=(1,), seasons=(0,)))
    found, counted = learned.answer(asked, None), shares.count(alike, asked)

    # half a standard error of the share of the 200 who wait longest; intervals hold 4 % each
    np.testing.assert_allclose(found.p_accept, counted.p_accept, atol=0.02)
    np.testing.assert_allclose(found.q50, counted.q50, atol=1.5)


def test_settings_are_chosen_without_the_season_that_is_asked_about(
    history: pd.DataFrame,
) -> None:
    inner = InnerSeason.of(history)

    assert inner is not None
    assert sorted(inner.before.season.unique()) == [2011, 2012]
    assert inner.truth.season.unique().tolist() == [2013]
    assert not {"outcome", "delay_days", "observed_days"} & set(inner.questions.columns)
    assert InnerSeason.of(history[history.season == 2011]) is None
    assert recent(history, {"seasons": 2}).season.unique().tolist() == [2012, 2013]
    assert len(recent(history, {"seasons": 0})) == len(history)


def test_a_name_brings_its_live_track_along() -> None:
    assert [peer.name for peer in chosen(["yokame"])] == ["yokame", "yokame_live"]
    with pytest.raises(TimelineError, match="nobody: no such peer, only aalen_johansen"):
        chosen(["nobody"])


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.timelines.peers.peer.find_spec", lambda _: None)

    with pytest.raises(TimelineError, match=r"lightgbm: not installed here\. `make bench` makes"):
        chosen(["lightgbm"])
