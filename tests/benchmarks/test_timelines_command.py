"""`python -m benchmarks.timelines`: files in, files out, clear errors."""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from benchmarks.timelines.__main__ import main
from benchmarks.timelines.columns import TimelineError, read_history, read_questions
from benchmarks.timelines.landmarks import asked_at
from yokame.forecast.known_scores import read_known_scores


@pytest.fixture
def files(tmp_path: Path, history: pd.DataFrame, last_season: pd.DataFrame) -> Path:
    """A folder as the scorer writes it: history/, questions.parquet, live.parquet."""
    (tmp_path / "history").mkdir()
    history.to_parquet(tmp_path / "history" / "made.parquet", index=False)
    asked = asked_at(last_season.head(30), np.array([20.0, 45.0]))
    hidden = ["outcome", "delay_days", "observed_days", "decision_date", "report_date"]
    asked.drop(columns=hidden).to_parquet(tmp_path / "questions.parquet", index=False)
    last_season.to_parquet(tmp_path / "live.parquet", index=False)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> None:
    """Run the command with these words."""
    monkeypatch.setattr(sys, "argv", ["timelines", *map(str, words)])
    main()


def test_predict_answers_every_question_in_order(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | Path] = [
        "--history",
        files / "history",
        "--questions",
        files / "questions.parquet",
    ]

    run(monkeypatch, "predict", *asked, "--out", files / "out.csv")
    run(
        monkeypatch,
        "predict",
        *asked,
        "--live",
        files / "live.parquet",
        "--out",
        files / "l.parquet",
    )

    questions = pd.read_parquet(files / "questions.parquet")
    plain, live = pd.read_csv(files / "out.csv"), pd.read_parquet(files / "l.parquet")
    assert list(plain.columns) == ["row_id", "t", "p_accept", "q10", "q50", "q90"]
    for answers in (plain, live):
        assert answers.row_id.tolist() == questions.row_id.tolist()
        assert answers.t.tolist() == questions.t.tolist()
    assert not plain.p_accept.equals(live.p_accept)


def test_absent_timelines_are_said_clearly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="no such folder of timelines"):
        run(monkeypatch, "score", "--timelines", tmp_path / "nowhere")


def test_a_missing_history_is_named(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = pd.read_parquet(files / "questions.parquet").assign(dataset="other")
    questions.to_parquet(files / "other.parquet", index=False)
    words: list[str | Path] = [
        "--history",
        files / "history",
        "--questions",
        files / "other.parquet",
    ]

    with pytest.raises(SystemExit, match="no history for other"):
        run(monkeypatch, "predict", *words, "--out", files / "out.csv")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("outcome", "perhaps", "made-2011-0: outcome is 'perhaps', not one of accepted"),
        ("observed_days", -1.0, "made-2011-0: observed_days is -1.0, not 0 or more"),
        ("delay_days", float("nan"), "has no delay_days"),
    ],
)
def test_a_row_that_cannot_be_learned_from_is_named(
    tmp_path: Path, history: pd.DataFrame, column: str, value: object, said: str
) -> None:
    broken = history.copy()
    broken.loc[0, column] = value
    broken.to_parquet(tmp_path / "made.parquet", index=False)

    with pytest.raises(TimelineError, match=said):
        read_history(tmp_path)


def test_a_question_asked_twice_is_refused(files: Path) -> None:
    questions = pd.read_parquet(files / "questions.parquet")
    pd.concat([questions, questions.head(1)]).to_parquet(files / "twice.parquet", index=False)

    with pytest.raises(TimelineError, match=r"made-2014-0 at t = 20.0 twice"):
        read_questions(files / "twice.parquet")


def test_the_known_scores_are_aggregates_of_the_backtest(
    tmp_path: Path, timelines: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "timelines").mkdir()
    rows = timelines.assign(dataset="lsdata_t11", season=timelines.season + 7)
    rows[rows.season <= 2020].to_parquet(tmp_path / "timelines" / "lsdata_t11.parquet", index=False)
    folder, out = tmp_path / "timelines", tmp_path / "calibration.json"

    run(monkeypatch, "calibration", "--timelines", folder, "--made", "2026-11-24", "--out", out)

    [found] = read_known_scores(out).sets
    assert (found.name, [one.season for one in found.seasons]) == ("lsdata_t11", [2020])
    assert found.log_loss < found.base_log_loss < 0.7
    assert found.n > found.n_waits > 300
    assert "made-20" not in out.read_text()  # no wait stands in it
