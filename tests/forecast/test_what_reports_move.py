"""What reports do to an answer: they take over from the priors smoothly, each in its own place."""

from dataclasses import replace
from datetime import timedelta
from math import log

import numpy as np
import pytest

from tests.forecast.asking import by, spread
from tests.forecast.teaching import AOZORA, Told, half_and_half, season_model, trained
from yokame.forecast import Contact, ContactBy, Evidence, EvidenceSource, Question, load
from yokame.reports import Stage
from yokame.reports.table import Word

BEFORE_SILENCE = replace(AOZORA, today=AOZORA.held)


def of_reports(question: Question) -> Evidence:
    """The row of the employer."""
    rows = season_model().answer(question).evidence
    return next(row for row in rows if row.source is EvidenceSource.EMPLOYER)


@pytest.mark.parametrize("share", [0.05, 0.9])
def test_followed_reports_move_the_chance_step_by_step_to_their_own_share(share: float) -> None:
    """From the prior's 45 % with nothing; a thousand reports outweigh what it is worth."""
    none = load().answer(BEFORE_SILENCE).passed.prob
    some = [
        trained(half_and_half(n, passed=share)).answer(BEFORE_SILENCE).passed.prob
        for n in (0.001, 1, 10, 100, 1000)
    ]

    assert some[0] == pytest.approx(none, abs=0.001)
    assert np.all(np.diff(some) * (1 if share > none else -1) > 0)
    # what the priors are worth, some tens of reports, is left in a thousand: 1 point
    assert some[-1] == pytest.approx(share, abs=0.01)


def test_the_range_closes_as_reports_come_in() -> None:
    widths = []
    for n in (0.001, 1, 10, 100, 1000):
        passed = trained(half_and_half(n)).answer(BEFORE_SILENCE).passed
        widths.append(passed.high - passed.low)

    assert np.all(np.diff(widths) < 0)
    # a share of one half from 1,000 reports has an 80 % range of 2 × 1.28 × 0.0158 = 0.04
    assert widths[-1] == pytest.approx(0.04, abs=0.01)


def test_what_is_told_afterwards_does_not_move_the_chance_before_any_silence() -> None:
    told = half_and_half(300, passed=0.9, followed=False)
    told += half_and_half(5, passed=0.5)
    asked = replace(BEFORE_SILENCE, employer="", industry="")

    with_them = trained(told).answer(asked).passed.prob
    without = trained(half_and_half(5, passed=0.5)).answer(asked).passed.prob

    # the usual size of reports' own effects is estimated from both kinds together
    assert with_them == pytest.approx(without, abs=0.01)


def test_an_employer_nobody_told_of_falls_back_on_its_trade_and_then_on_its_stage() -> None:
    named = replace(BEFORE_SILENCE, employer="まだない会社")
    strict, easy, unknown = (
        season_model().answer(replace(named, industry=trade)).passed.prob
        for trade in ("商社", "ＩＴ", "漁業")
    )
    unnamed = season_model().answer(replace(BEFORE_SILENCE, employer="", industry="")).passed.prob

    assert strict < unknown < easy
    assert unknown == unnamed


@pytest.mark.parametrize("name", ["株式会社青空商事", "青空商事(株)", "青空 商事"])
def test_an_employer_is_known_under_any_spelling(name: str) -> None:
    spelled, plain = (of_reports(replace(AOZORA, employer=one)) for one in (name, "青空商事"))

    assert spelled.log_odds == plain.log_odds
    assert spelled.facts["of_employer"] == 60


def test_the_facts_count_the_reports_of_each_group() -> None:
    facts = of_reports(AOZORA).facts

    counted = {name: n for name, n in facts.items() if name.startswith("of_")}
    assert counted == {
        "of_employer": 60,
        "of_employer_elsewhere": 60,
        "of_industry": 150,
        "of_stage": 302,
    }


def test_reports_that_stand_for_others_to_come_are_counted_once() -> None:
    """In a season that still runs a report weighs more than one, and is one."""
    recent = AOZORA.held - timedelta(days=20)
    model = trained([Told(Word.PASS, 5.0, followed=False, held=recent)] * 3)

    assert model.answer(AOZORA).basis.reports == 3


def test_the_priors_weigh_less_the_more_reports_there_are() -> None:
    employers = ("まだない会社", "緑野システム", "花丸商事")
    weights = [
        float(str(of_reports(replace(AOZORA, employer=name)).facts["prior_weight"]))
        for name in employers
    ]

    assert 1 >= weights[0] > weights[1] > weights[2] > 0


def test_other_questions_leave_an_answer_as_it_is() -> None:
    model = season_model()
    alone = model.answer(AOZORA)
    for question in spread(20, seed=4):
        model.answer(question)

    again = model.answer(AOZORA)

    assert again.passed == alone.passed
    np.testing.assert_array_equal(again.path_prob, alone.path_prob)


@pytest.mark.parametrize("question", spread(40, seed=12))
def test_whatever_is_asked_the_evidence_adds_up_and_the_chances_hold_together(
    question: Question,
) -> None:
    asked = replace(question, employer="青空商事", industry="商社")

    answer = season_model().answer(asked)

    prob = answer.passed.prob
    assert sum(row.points for row in answer.evidence) == pytest.approx(100 * prob, abs=1e-9)
    assert sum(row.log_odds for row in answer.evidence) == pytest.approx(
        log(prob / (1 - prob)), abs=1e-9
    )
    assert season_model().passed_prob(asked) == pytest.approx(prob, abs=1e-12)
    assert answer.passed.low <= prob <= answer.passed.high
    by_date = np.append(answer.word.today_prob, answer.word.by_date_prob)
    assert np.all(np.diff(by_date) >= 0)
    assert by_date[-1] <= 1 - answer.word.never_prob + 1e-12


def test_in_the_long_run_word_comes_or_never_does() -> None:
    asked = replace(AOZORA, today=AOZORA.held + timedelta(days=1))
    word = season_model().answer(asked).word

    assert word.by_date_prob[-1] == pytest.approx(1 - word.never_prob, abs=0.02)
    assert word.low_on <= word.median_on <= word.high_on


def test_a_contact_and_a_promise_keep_their_meaning_beside_reports() -> None:
    phoned = replace(AOZORA, contact=Contact(ContactBy.PHONE, AOZORA.today))
    promised = replace(AOZORA, promise=by(AOZORA.held, AOZORA.today))
    model = season_model()

    by_phone, silent = model.answer(phoned), model.answer(AOZORA)
    shifts = [
        model.answer(one).evidence[1].log_odds - silent.evidence[1].log_odds
        for one in (phoned, promised)
    ]

    assert by_phone.passed.prob > silent.passed.prob
    assert by_phone.word.never_prob == 0
    # the same reports, read a little earlier or later on the wait's own clock
    assert np.abs(shifts).max() < 0.5


def test_stages_without_reports_learn_from_the_employer_at_others() -> None:
    middle = replace(BEFORE_SILENCE, stage=Stage.MIDDLE)

    answer = season_model().answer(middle)

    assert answer.basis.reports == 0
    assert answer.evidence[1].facts["of_employer_elsewhere"] == 120
    assert answer.passed.prob < load().answer(middle).passed.prob
