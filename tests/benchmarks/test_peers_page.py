"""What the peers did is measured, kept, merged and written down."""

import signal
import sys
from pathlib import Path
from subprocess import CompletedProcess

import numpy as np
import pandas as pd
import pytest

from benchmarks.timelines.__main__ import main
from benchmarks.timelines.columns import TimelineError
from benchmarks.timelines.peers import command
from benchmarks.timelines.peers.last_season import LastSeason, area_under_curve, reliability
from benchmarks.timelines.peers.peer import PEERS, Peer
from benchmarks.timelines.peers.results import Result, merged, read_results, write_results
from benchmarks.timelines.peers.table import page

_MARKS = {"questions": 10.0, "pinball": 4.0, "base_pinball": 5.0, "coverage": 0.8}
_COST = {
    **{"learn_seconds": 2.0, "tuning_seconds": 1.0, "first_answer_seconds": 0.1},
    **{"answer_seconds": 0.05, "peak_mb": 200.0},
}


def result(peer: str, dataset: str, log_loss: float) -> Result:
    """A result that is the same in all but its log-loss."""
    chances = {"log_loss": log_loss, "ece": 0.01, "brier": 0.2, "auc": 0.7}
    points = [(50, 0.25, 0.3), (50, 0.75, 0.7)]
    return Result(peer, dataset, "", "seasons 0", {**_MARKS, **chances}, _COST, points)


@pytest.fixture
def season(timelines: pd.DataFrame) -> LastSeason:
    """The made-up timelines, under a name whose days of asking are known."""
    return LastSeason.of("lsdata_t11", timelines.assign(dataset="lsdata_t11"))


def test_a_question_carries_no_outcome(season: LastSeason) -> None:
    assert season.history.season.max() == 2013
    assert season.questions.season.unique().tolist() == [2014]
    assert not {"outcome", "delay_days", "observed_days"} & set(season.questions.columns)
    assert season.live.report_date.notna().all()


def test_a_peer_runs_in_a_process_of_its_own(season: LastSeason) -> None:
    found = command.measured(PEERS[0], season, minutes=5)

    assert found.failed == ""
    assert found.marks["pinball"] == found.marks["base_pinball"]
    assert 0.5 < found.marks["auc"] < 1
    assert found.marks["questions"] == sum(row[0] for row in found.reliability)
    assert found.cost["peak_mb"] > 10


def test_a_peer_that_fails_says_why(season: LastSeason) -> None:
    unknown = Peer("nobody", "nobody", "nowhere:learn")

    assert (
        command.measured(unknown, season, minutes=5).failed == "ended with an error (StopIteration)"
    )


def test_a_peer_past_its_time_did_not_finish(
    season: LastSeason, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = CompletedProcess([], returncode=-signal.SIGXCPU, stderr="")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: ended)

    found = command.measured(PEERS[0], season, minutes=10)

    assert found.failed == "did not finish within 10 min"


def test_marks_agree_with_hand_counts() -> None:
    happened, prob = np.array([1.0, 0.0, 1.0, 0.0]), np.array([0.75, 0.25, 0.55, 0.55])

    # of four pairs three are in order and one is tied
    assert area_under_curve(happened, prob) == 3.5 / 4
    assert np.isnan(area_under_curve(np.ones(4), prob))
    assert reliability(happened, prob) == [(1, 0.25, 0.0), (2, 0.55, 0.5), (1, 0.75, 1.0)]


def test_results_are_kept_and_single_ones_replaced(tmp_path: Path) -> None:
    old = [result("yokame", "gradcafe", 0.62), result("cox", "gradcafe", 0.63)]
    write_results(old, tmp_path / "kept.json")

    found = merged(read_results(tmp_path / "kept.json"), [result("yokame", "gradcafe", 0.61)])

    assert [each.marks["log_loss"] for each in found] == [0.61, 0.63]
    assert found[1].cost == old[1].cost
    assert read_results(tmp_path / "none.json") == []
    (tmp_path / "kept.json").write_text("[{}]")
    with pytest.raises(TimelineError, match="is no file of results"):
        read_results(tmp_path / "kept.json")


def test_the_page_marks_the_best_and_names_who_did_not_finish() -> None:
    sets = ["gradcafe", "lsdata_t11", "apa_journals", "visa_i140"]
    results = [result("yokame", name, 0.55) for name in sets]
    results += [result("cox", name, 0.57) for name in sets[1:]]
    results += [result("yokame_live", "gradcafe", 0.55)]
    results += [Result("cox", "gradcafe", failed="did not finish within 10 min")]

    text = page(results, date="2026-11-24", machine="2 cores", picture="a.svg")

    rows = {line.split(" | ")[0]: line for line in text.split("## Brier")[0].splitlines()}
    assert rows["| yokame"].endswith(
        "| **0.5500** | **0.5500** | **0.5500** | **0.5500** | **0.5500** |"
    )
    assert (
        "| did not finish | 0.5700 | 0.5700 | 0.5700 | – |"
        in rows["| cause-specific Cox (lifelines)"]
    )
    assert "| 0.5500 | – | – | – | – |" in rows["| yokame, with live reports"]
    assert "- cause-specific Cox (lifelines) on gradcafe did not finish within 10 min." in text
    # 10 questions on each of four sets in a tenth of a second each; twice as fast once more
    assert "| yokame (4 sets) | 8.0 | 4.0 | 100 | 200 | 200 |" in text
    assert "2026-11-24" in text
    assert "(a.svg)" in text


def test_the_diagram_is_the_same_for_equal_results(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    from benchmarks.timelines.peers.picture import draw

    results = [result("yokame", "gradcafe", 0.6)]
    for name in ("one.svg", "two.svg"):
        draw(results, tmp_path / name)

    text = (tmp_path / "one.svg").read_text()
    assert text == (tmp_path / "two.svg").read_text()
    assert "yokame" in text


def test_absent_timelines_are_said_clearly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["timelines", "peers", "--only", "yokame", "--timelines", str(tmp_path / "nowhere")]
    monkeypatch.setattr(sys, "argv", words)

    with pytest.raises(SystemExit, match="no such folder of timelines"):
        main()


def test_a_set_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, timelines: pd.DataFrame
) -> None:
    timelines.assign(dataset="gradcafe").to_parquet(tmp_path / "gradcafe.parquet")
    words = ["timelines", "peers", "--only", "yokame", "--timelines", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", words)

    with pytest.raises(SystemExit, match="has no apa_journals, lsdata_t11, visa_check"):
        main()
