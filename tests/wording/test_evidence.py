"""Each step of the evidence says what it did and why."""

from dataclasses import replace

import pytest

from tests.wording.answers import an_answer
from yokame.forecast import ContactBy, Evidence, EvidenceSource
from yokame.reports import Policy
from yokame.wording import Language, say_evidence, whole_points

JA, EN = Language.JA, Language.EN


def step(source: EvidenceSource, points: float, **facts: object) -> Evidence:
    return Evidence(source, points / 25, points, facts)


def test_signals_are_named_and_the_one_set_aside_too() -> None:
    counted, aside = ("smiles_good_mood", "feedback_given"), ("small_talk_mood",)
    noticed = step(EvidenceSource.SIGNALS, 2.0, counted=counted, set_aside=aside)

    said = say_evidence(noticed, JA)

    assert "笑顔が多く、なごやかだった／その場でフィードバックをもらった" in said
    assert "外したもの：雑談が多かった" in said


def test_an_impression_counts_for_little_and_a_told_result_does_not() -> None:
    mood = step(EvidenceSource.SIGNALS, 2.0, counted=("smiles_good_mood",))
    counted = ("smiles_good_mood", "told_pass_on_spot")
    told = step(EvidenceSource.SIGNALS, 38.0, counted=counted, has_direct=True)

    assert "控えめに見ています" in say_evidence(mood, JA)
    assert "控えめに見ています" not in say_evidence(told, JA)


@pytest.mark.parametrize(
    ("points", "word"),
    [(3.0, "raised"), (0.6, "raised"), (0.4, "alone"), (-0.4, "alone"), (-0.6, "lowered")],
)
def test_a_contact_says_which_way_it_points(points: float, word: str) -> None:
    said = say_evidence(step(EvidenceSource.CONTACT, points, by=ContactBy.PHONE), EN)

    assert "a missed call" in said
    assert word in said


def test_a_promise_names_its_window_and_its_policy() -> None:
    told = step(EvidenceSource.PROMISE, -9.0, has_window=True, policy=Policy.PASSED_ONLY)

    assert say_evidence(told, JA).startswith(
        "約束の期間と、「合格した人にだけ連絡が来る」という通知のしかたを考えると、"
    )


def test_no_promise_is_said_to_move_nothing() -> None:
    silent = step(EvidenceSource.PROMISE, 0.0, has_window=False, policy=Policy.UNKNOWN)

    assert "entered no promise" in say_evidence(silent, EN)


def test_an_employer_is_said_to_move_nothing_before_there_are_reports() -> None:
    assert "moves nothing" in say_evidence(step(EvidenceSource.EMPLOYER, 0.0, employer="花丸"), EN)
    assert "ここでは動かしていません" in say_evidence(
        step(EvidenceSource.EMPLOYER, 0, employer=""), JA
    )


def test_others_are_counted_and_those_left_out_are_told() -> None:
    heard = step(
        EvidenceSource.OTHERS,
        -8.0,
        counted=("peer_same_slot_passed",),
        passed=2,
        failed=0,
        silent=3,
        left_out=4,
    )

    said = say_evidence(heard, JA)

    assert "合格2人、不合格0人、まだ連絡なし3人" in said
    assert "4人ぶんは、使っていません" in said


@pytest.mark.parametrize(
    ("slower", "pace"), [(0.1, "時間のかかる"), (-0.1, "早め"), (0.01, "ふつうどおり")]
)
def test_last_years_word_is_told_with_its_pace_and_what_it_did(slower: float, pace: str) -> None:
    timed = step(EvidenceSource.OTHERS, 3.0, earlier=3, slower=slower)

    said = say_evidence(timed, JA)

    assert "前のシーズンの3人" in said
    assert pace in said
    assert said.endswith("上がりました。")


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("source", [s for s in EvidenceSource if s is not EvidenceSource.CONTACT])
def test_a_step_without_facts_still_has_a_sentence(source: EvidenceSource, lang: Language) -> None:
    said = say_evidence(step(source, 0.0), lang)

    assert said.endswith(("。", "."))
    assert "{" not in said


def test_whole_points_add_up_to_the_people_shown() -> None:
    answer = an_answer()
    thirds = tuple(replace(item, points=46 / 3) for item in answer.evidence)

    assert sum(whole_points(replace(answer, evidence=thirds))) == 46
    assert sum(whole_points(answer)) == round(100 * answer.passed.prob)
