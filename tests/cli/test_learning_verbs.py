"""`yokame train`, `predict` and `backtest`: from a file of reports to answers and scores."""

import csv
import json
import shutil
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from tests.cli.calls import Caller
from tests.learning.made_reports import made_reports
from tests.learning.report_rows import write_csv
from yokame.cli import predict as predict_verb
from yokame.cli import train as train_verb
from yokame.learning import LearnedModel, backtest
from yokame.learning.model_file import load, read_about

QUESTIONS = """row_id,employer,industry,stage,held,days
a,north works,finance,final,2025-04-01,5
b,nobody knows it,finance,first,2025-04-01,8
c,west motors,,first,2025-04-01,20
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports, questions, and a model of each kind."""
    folder = tmp_path_factory.mktemp("made")
    write_csv(made_reports(300), folder / "reports.csv")
    (folder / "questions.csv").write_text(QUESTIONS, encoding="utf-8")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The call's own copy of the folder, in which it stands."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def trained(yokame: Caller, *more: str) -> None:
    called = yokame("train", "reports.csv", "--out", "model.yokame", *more)
    assert (called.code, called.err) == (0, "")


def interrupted_call(yokame: Caller, *call: str) -> None:
    """A call that ends with Ctrl-C."""
    with pytest.raises(KeyboardInterrupt):
        yokame(*call)
    yokame.capsys.readouterr()


def answers(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["row_id"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("reference", ["priors", "own"])
def test_reports_become_a_model_that_answers_questions(
    yokame: Caller, folder: Path, reference: str
) -> None:
    trained(yokame, "--reference", reference)

    called = yokame("predict", "questions.csv", "--model", "model.yokame", "--out", "out.csv")

    found = answers(folder / "out.csv")
    assert (called.code, called.err) == (0, "")
    assert list(found) == ["a", "b", "c"]
    # of the made-up employers the north passes most, the west least
    assert float(found["a"]["passed_prob"]) > 0.6
    assert float(found["c"]["passed_prob"]) < 0.4
    for row in found.values():
        assert float(row["q10"]) <= float(row["q50"]) <= float(row["q90"])
    assert read_about(folder / "model.yokame").reference == reference


def test_training_says_what_was_read_and_what_was_learned(yokame: Caller, folder: Path) -> None:
    called = yokame("train", "reports.csv", "--out", "model.yokame", "--lang", "en")

    assert "reports.csv: rows read: 300" in called.out
    assert "2021  " in called.out
    assert "by employer: " in called.out
    assert "Of 100 waits that were followed, " in called.out
    assert sorted(path.name for path in folder.iterdir()) == [
        "model.yokame",
        "questions.csv",
        "reports.csv",
    ]


def test_training_says_the_same_for_programs(yokame: Caller, folder: Path) -> None:
    found = yokame("train", "reports.csv", "--out", "model.yokame", "--json").json

    assert found["model"] == "model.yokame"
    assert found["read"][0]["rows"] == 300
    assert found["about"]["seasons"][0]["season"] == 2021
    assert {lesson["about"] for lesson in found["learned"]} == {"chance", "delay"}
    assert 0 < found["silent_share"] < 0.2
    assert (folder / "model.yokame").exists()


def test_rows_that_cannot_be_used_are_counted_and_named(yokame: Caller, folder: Path) -> None:
    with (folder / "reports.csv").open("a", encoding="utf-8") as file:
        file.write("north works,finance,first,2023,2023-13-44,pass,3,,followed\n")
        file.write("north works,finance,party,2023,2023-04-04,pass,3,,followed\n")
        file.write("north works,finance,first,2023,2023-04-04,maybe,3,,followed\n")

    called = yokame("train", "reports.csv", "--out", "m.yokame", "--lang", "en")
    read = yokame("train", "reports.csv", "--out", "m.yokame", "--json").json["read"][0]

    assert "left out: 3" in called.out
    assert "row 301, held is “2023-13-44”; expected a date like 2026-11-13" in called.out
    assert [(fault["row"], fault["column"]) for fault in read["first"]] == [
        (301, "held"),
        (302, "stage"),
        (303, "word"),
    ]
    assert read["rows"] + read["left_out"] == 303


def test_counted_by_the_engine_or_row_by_row_they_teach_the_same(
    yokame: Caller, folder: Path
) -> None:
    write_csv(made_reports(50, seed=9), folder / "more.csv")
    files = ("train", "reports.csv", "more.csv", "--reference", "own", "--out")

    counted = yokame(*files, "counted.yokame", "--json").json
    by_row = yokame(*files, "by_row.yokame", "--live", "--json").json

    assert counted["learned"] == by_row["learned"]
    assert counted["about"] == by_row["about"]
    assert counted["read"] == by_row["read"]


def test_several_files_are_learned_from_together(yokame: Caller, folder: Path) -> None:
    write_csv(made_reports(50, seed=9), folder / "more.csv")

    found = yokame("train", "reports.csv", "more.csv", "--out", "model.yokame", "--json").json

    assert [read["rows"] for read in found["read"]] == [300, 50]
    about = read_about(folder / "model.yokame")
    assert about.n_reports == 350


def test_an_interrupted_training_goes_on_and_leaves_the_old_model(
    yokame: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(yokame)
    before = (folder / "model.yokame").read_bytes()

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    def read_again(*_: object) -> None:
        pytest.fail("A file that was read is read again.")

    with monkeypatch.context() as patch:
        patch.setattr(train_verb, "_of_known_stages", interrupted)
        interrupted_call(yokame, "train", "reports.csv", "--out", "model.yokame")
    assert (folder / "model.yokame").read_bytes() == before
    assert len(list((folder / "model.yokame.part").iterdir())) == 1

    monkeypatch.setattr(train_verb, "reports_of", read_again)
    trained(yokame)

    assert not (folder / "model.yokame.part").exists()


def test_parts_of_other_reports_are_not_gone_on_with(
    yokame: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(train_verb, "_of_known_stages", interrupted)
        interrupted_call(yokame, "train", "reports.csv", "--out", "model.yokame")
    write_csv(made_reports(200, seed=9), folder / "reports.csv")

    trained(yokame)

    assert read_about(folder / "model.yokame").n_reports == 200


def test_interrupted_answers_go_on_where_they_were(
    yokame: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(yokame, "--reference", "own")
    call = ("predict", "questions.csv", "--model", "model.yokame", "--out")
    yokame(*call, "whole.csv")
    answered: list[int] = []
    real = predict_verb._answered

    def interrupted(*args: object) -> object:
        if len(answered) == 2:
            answered.append(0)
            raise KeyboardInterrupt
        answered.append(1)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(predict_verb, "_AT_ONCE", 1)
    monkeypatch.setattr(predict_verb, "_answered", interrupted)
    interrupted_call(yokame, *call, "parts.csv")
    assert not (folder / "parts.csv").exists()
    yokame(*call, "parts.csv")

    assert answered == [1, 1, 0, 1]
    assert (folder / "parts.csv").read_bytes() == (folder / "whole.csv").read_bytes()
    assert not (folder / "parts.csv.part").exists()


def test_answers_in_parquet_are_those_in_csv(yokame: Caller, folder: Path) -> None:
    trained(yokame, "--reference", "own")
    for out in ("out.csv", "out.parquet"):
        yokame("predict", "questions.csv", "--model", "model.yokame", "--out", out)

    table = pq.read_table(folder / "out.parquet")

    found = answers(folder / "out.csv")
    assert table.column_names == list(predict_verb.COLUMNS)
    assert table["row_id"].to_pylist() == list(found)
    told = [float(row["passed_prob"]) for row in found.values()]
    # the CSV has six digits
    np.testing.assert_allclose(table["passed_prob"].to_numpy(), told, atol=5e-7)


def test_a_question_without_an_answer_keeps_its_row(yokame: Caller, folder: Path) -> None:
    trained(yokame)
    with (folder / "questions.csv").open("a", encoding="utf-8") as file:
        file.write("d,north works,finance,party,2025-04-01,5\n")

    called = yokame(
        *("predict", "questions.csv", "--model", "model.yokame", "--out", "out.csv"),
        *("--lang", "en"),
    )

    assert called.out == "3 answers written to out.csv.\n"
    assert "1 questions have no answer" in called.err
    assert answers(folder / "out.csv")["d"]["passed_prob"] == ""


def test_live_reports_move_answers_of_a_model_that_learned_their_worth(
    yokame: Caller, folder: Path
) -> None:
    trained(yokame, "--reference", "own", "--live")
    write_csv(made_reports(200, seasons=(2025,)), folder / "live.csv")
    call = ("predict", "questions.csv", "--model", "model.yokame", "--out")

    yokame(*call, "without.csv")
    yokame(*call, "with.csv", "--live", "live.csv")

    assert load(folder / "model.yokame", LearnedModel).model.live is not None
    assert (folder / "with.csv").read_bytes() != (folder / "without.csv").read_bytes()


def test_each_season_is_scored_against_what_anybody_could_count(
    yokame: Caller, folder: Path
) -> None:
    found = yokame("backtest", "reports.csv", "--json").json["seasons"]
    page = yokame("backtest", "reports.csv", "--lang", "en").out

    assert [score["season"] for score in found] == [2022, 2023, 2024]
    for score in found:
        assert score["log_loss"] < score["share_log_loss"]
        assert 0.5 < score["coverage"] <= 1
        assert f"{score['log_loss']:.3f}" in page
    assert list(folder.glob("*.part")) == []


def test_an_interrupted_backtest_goes_on_with_the_next_season(
    yokame: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = yokame("backtest", "reports.csv", "--json").json
    asked: list[int] = []
    real = backtest.backtest

    def interrupted(reports: object, season: int, *, with_live: bool) -> object:
        asked.append(season)
        if asked == [2022, 2023]:
            raise KeyboardInterrupt
        return real(reports, season, with_live=with_live)  # type: ignore[arg-type]

    monkeypatch.setattr(backtest, "backtest", interrupted)
    interrupted_call(yokame, "backtest", "reports.csv", "--out", "scores.json")
    yokame("backtest", "reports.csv", "--out", "scores.json")

    assert asked == [2022, 2023, 2023, 2024]
    assert json.loads((folder / "scores.json").read_text(encoding="utf-8")) == whole


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("train", "nix.csv", "--out", "m"), "there is no file “nix.csv”"),
        (("train", "questions.csv", "--out", "m"), "a column named word or outcome"),
        (("train", "reports.csv", "--out", "m", "--live"), "--live goes with --reference own"),
        (("predict", "questions.csv", "--model", "reports.csv", "--out", "o.csv"), "no model file"),
        (("predict", "questions.csv", "--model", "nix", "--out", "o.csv"), "there is no file"),
        (("predict", "questions.csv", "--model", "reports.csv", "--out", "o.txt"), ".parquet"),
        (("train", "reports.csv", "--out", "nix/m"), "there is no folder “nix”"),
        (("backtest", "one.csv"), "in one season only"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_line(
    yokame: Caller, folder: Path, call: tuple[str, ...], said: str
) -> None:
    write_csv(made_reports(30, seasons=(2024,)), folder / "one.csv")
    before = sorted(path.name for path in folder.iterdir())

    called = yokame(*call, "--lang", "en")

    assert called.code == 2
    assert said in called.err
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("verb", ["train", "predict", "backtest"])
def test_without_its_engine_a_verb_says_what_to_install(
    yokame: Caller, folder: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yokame.cli.commands.find_spec", lambda _: None)
    needed = {
        "train": ["--out", "m"],
        "predict": ["--model", "m", "--out", "o.csv"],
        "backtest": [],
    }

    called = yokame(verb, "reports.csv", *needed[verb], "--lang", "en")

    assert (called.code, called.out) == (1, "")
    assert "pip install 'yokame[learn]'" in called.err
    assert sorted(path.name for path in folder.iterdir()) == ["questions.csv", "reports.csv"]
