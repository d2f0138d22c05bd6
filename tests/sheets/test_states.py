"""Words of a status or a result, and what they say."""

import pytest

from yokame.reports import Outcome, Stage
from yokame.sheets import StageName, State
from yokame.sheets.stage_names import read_stage
from yokame.sheets.states import is_unclear, read_result, read_standing

FIRST, FINAL = StageName(Stage.FIRST), StageName(Stage.FINAL)
DOCUMENT = StageName(Stage.DOCUMENT)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("気になる", State.INTERESTED), ("Wishlist", State.INTERESTED),
        ("Bookmarked", State.INTERESTED),
        ("応募済", State.APPLIED), ("エントリー済み", State.APPLIED), ("applied", State.APPLIED),
        ("🟢 選考中", State.IN_SELECTION), ("Interviewing", State.IN_SELECTION),
        ("3. 選考中", State.IN_SELECTION), ("内定", State.OFFER), ("内々定", State.OFFER),
        ("Offer", State.OFFER), ("Accepted", State.ACCEPTED), ("内定承諾", State.ACCEPTED),
        ("お祈り", State.REJECTED), ("不合格", State.REJECTED), ("rejected", State.REJECTED),
        ("辞退", State.WITHDRAWN), ("Withdrawn", State.WITHDRAWN), ("内定辞退", State.DECLINED),
        ("内定（辞退）", State.DECLINED), ("サイレント", State.SILENT), ("Ghosted", State.SILENT),
        ("連絡なし", State.SILENT),
    ],
)  # fmt: skip
def test_a_status_is_a_state(text: str, state: State) -> None:
    standing = read_standing(text)

    assert standing is not None
    assert standing.state is state


@pytest.mark.parametrize(
    ("text", "stage", "result", "state"),
    [
        ("一次通過", FIRST, Outcome.PASS, State.IN_SELECTION),
        ("1次面接通過", FIRST, Outcome.PASS, State.IN_SELECTION),
        ("書類選考中", DOCUMENT, Outcome.NONE, State.IN_SELECTION),
        ("ES落ち", DOCUMENT, Outcome.FAIL, State.REJECTED),
        ("最終面接待ち", FINAL, Outcome.NONE, State.IN_SELECTION),
        ("不合格（最終面接）", FINAL, Outcome.FAIL, State.REJECTED),
        ("最終お祈り", FINAL, Outcome.FAIL, State.REJECTED),
        ("二次面接予定", StageName(Stage.MIDDLE, 2), Outcome.NONE, State.IN_SELECTION),
        ("Phone screen", FIRST, Outcome.NONE, State.IN_SELECTION),
        ("一次辞退", FIRST, Outcome.NONE, State.WITHDRAWN),
        ("選考中（一次結果待ち）", FIRST, Outcome.NONE, State.IN_SELECTION),
        ("一次面接後サイレント", None, Outcome.NONE, None),
    ],
)
def test_a_status_may_name_its_stage(
    text: str, stage: StageName | None, result: Outcome, state: State | None
) -> None:
    standing = read_standing(text)

    if stage is None:
        assert standing is None  # said plainly as not understood
    else:
        assert standing is not None
        assert (standing.stage, standing.result, standing.state) == (stage, result, state)


@pytest.mark.parametrize(
    "text", ["", "ふわふわ", "一次面接と二次面接の間", "選考中かも", "会社", "12"]
)
def test_what_is_not_known_is_not_guessed(text: str) -> None:
    assert read_standing(text) is None


@pytest.mark.parametrize("text", ["Archived", "Closed", "終了", "保留"])
def test_a_word_that_leaves_the_outcome_open_is_told_apart(text: str) -> None:
    assert read_standing(text) is None
    assert is_unclear(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [("○", Outcome.PASS), ("×", Outcome.FAIL), ("△", Outcome.NONE), ("OK", Outcome.PASS),
     ("祈られ", Outcome.FAIL), ("結果待ち", Outcome.NONE), ("Passed", Outcome.PASS)],
)  # fmt: skip
def test_a_result_is_a_mark_or_a_word(text: str, result: Outcome) -> None:
    standing = read_result(text)

    assert standing is not None
    assert standing.result is result


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("一次面接", FIRST), ("第1次選考", FIRST), ("面接①", FIRST), ("1st interview", FIRST),
        ("Round 2", StageName(Stage.MIDDLE, 2)), ("三次", StageName(Stage.MIDDLE, 3)),
        ("二次（最終）", FINAL), ("役員面接", FINAL), ("SPI", StageName(Stage.WEB_TEST)),
        ("GD", StageName(Stage.GROUP_DISCUSSION)), ("エントリーシート", DOCUMENT),
        ("面接", StageName(Stage.INTERVIEW)), ("2回目の面接", StageName(Stage.MIDDLE, 2)),
    ],
)  # fmt: skip
def test_stages_are_known_by_many_names(text: str, stage: StageName) -> None:
    assert read_stage(text) == stage


def test_the_name_that_is_written_for_a_stage_is_read_as_it() -> None:
    names = [StageName(stage) for stage in Stage]
    names += [StageName(Stage.MIDDLE, number) for number in range(2, 11)]

    assert [read_stage(name.written) for name in names] == names
