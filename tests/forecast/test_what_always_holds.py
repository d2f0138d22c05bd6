"""What holds for every answer, whatever is asked."""

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.forecast.asking import SIGNALS, by
from tests.forecast.strategies import ALWAYS_THE_SAME, questions
from tests.reference.oracle_clock import ONE_DAY, PRIORS, is_working
from yokame.forecast import Answer, Contact, ContactBy, Model, Question
from yokame.reports import Stage

MODEL = Model.from_priors()
LR = PRIORS["signals"]["lr"]
SECOND_MODEL = Model.from_priors()
DIRECT = PRIORS["signals"]["meta"]["direct_signals_not_capped"]
STRONG_AND_WEAK = [
    (strong, weak)
    for strong in SIGNALS
    for weak in SIGNALS
    if LR[strong]["group"] == LR[weak]["group"]
    and strong not in DIRECT
    and weak not in DIRECT
    and abs(math.log(LR[strong]["lr"])) > abs(math.log(LR[weak]["lr"]))
]
NEUTRAL = [name for name in SIGNALS if LR[name]["lr"] == 1]
# Sums of a handful of doubles round at 1e-16 each; log-odds near certainty magnify that.
EXACT = 1e-9


def numbers_of(answer: Answer) -> list[float]:
    """Every number of an answer that is computed."""
    steps = [number for step in answer.evidence for number in (step.log_odds, step.points)]
    passed, word = answer.passed, answer.word
    lists = [*word.by_date_prob, *answer.path_prob]
    return [passed.prob, passed.low, passed.high, word.never_prob, *lists, *steps]


@ALWAYS_THE_SAME
@given(questions())
def test_the_evidence_adds_up_exactly_to_the_chance(question: Question) -> None:
    answer = MODEL.answer(question)
    prob = answer.passed.prob

    log_odds = sum(step.log_odds for step in answer.evidence)
    points = sum(step.points for step in answer.evidence)

    assert log_odds == pytest.approx(math.log(prob) - math.log1p(-prob), abs=EXACT)
    assert points == pytest.approx(100 * prob, abs=EXACT)


@ALWAYS_THE_SAME
@given(questions())
def test_the_chance_lies_in_its_range_and_the_median_day_between_the_other_two(
    question: Question,
) -> None:
    answer = MODEL.answer(question)

    assert 0 <= answer.passed.low <= answer.passed.prob <= answer.passed.high <= 1
    assert answer.word.low_on <= answer.word.median_on <= answer.word.high_on


@ALWAYS_THE_SAME
@given(questions(contacts=False))
def test_the_chance_of_word_by_a_date_only_grows_and_leaves_room_for_never(
    question: Question,
) -> None:
    word = MODEL.answer(question).word

    assert word.by_date_prob.shape == (30,)
    assert word.by_date_prob[0] >= 0
    assert np.all(np.diff(word.by_date_prob) >= -EXACT)
    assert word.by_date_prob[-1] <= 1 - word.never_prob + EXACT
    assert word.low_on >= question.today


@ALWAYS_THE_SAME
@given(questions(contacts=False))
def test_the_three_days_are_where_the_chance_of_word_reaches_their_share(
    question: Question,
) -> None:
    word = MODEL.answer(question).word
    shares = ((word.low_on, 0.1), (word.median_on, 0.5), (word.high_on, 0.9))

    for on, share in shares:
        row, needed = (on - question.today).days - 1, share * (1 - word.never_prob)
        if 0 <= row < 30:
            assert word.by_date_prob[row] >= needed - EXACT
        if 1 <= row <= 30:
            assert word.by_date_prob[row - 1] < needed + EXACT


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False), st.integers(1, 30))
def test_the_path_is_what_the_same_question_gets_on_that_day(
    question: Question, days_later: int
) -> None:
    later = replace(question, today=question.today + timedelta(days=days_later))

    answer = MODEL.answer(question)

    assert MODEL.answer(later).passed.prob == pytest.approx(
        answer.path_prob[days_later - 1], abs=EXACT
    )


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False))
def test_silence_turns_into_never_as_the_days_go_by(question: Question) -> None:
    """What never was, is not outlived: never now = silent till then × never then."""
    days_off = [
        day
        for row in range(1, 29)
        if not is_working(day := question.today + timedelta(days=row + 1))
    ]
    # On a day off the clock stands where the day before ended, so the two chances chain exactly.
    then = days_off[-1]

    now = MODEL.answer(question).word
    at_then = MODEL.answer(replace(question, today=then)).word

    silent_till_then = 1 - now.by_date_prob[(then - question.today).days - 2]
    assert now.never_prob == pytest.approx(silent_till_then * at_then.never_prob, abs=EXACT)
    assert at_then.never_prob >= now.never_prob - EXACT


@settings(ALWAYS_THE_SAME, max_examples=15)
@given(questions(contacts=False, others=False))
def test_word_by_a_far_date_tends_to_what_never_leaves(question: Question) -> None:
    """Multiply the chances of staying silent, month by month, for three years."""
    silent, today, never = 1.0, question.today, MODEL.answer(question).word.never_prob

    for _ in range(40):
        # The last row that is followed by a day off; the next month is asked on that day.
        row = max(i for i in range(29) if not is_working(today + timedelta(days=i + 2)))
        silent *= 1 - MODEL.answer(replace(question, today=today)).word.by_date_prob[row]
        today += timedelta(days=row + 2)

    assert silent == pytest.approx(never, abs=0.001)


@ALWAYS_THE_SAME
@given(questions(), st.sampled_from(NEUTRAL))
def test_a_signal_that_says_nothing_moves_less_than_half_a_point(
    question: Question, neutral: str
) -> None:
    assume(neutral not in question.signals)

    before = MODEL.answer(question)
    after = MODEL.answer(replace(question, signals=(*question.signals, neutral)))

    assert abs(after.passed.prob - before.passed.prob) < 0.005
    assert abs(after.word.never_prob - before.word.never_prob) < 0.005


@ALWAYS_THE_SAME
@given(questions(), st.sampled_from(STRONG_AND_WEAK))
def test_a_weaker_signal_of_a_group_that_has_spoken_changes_no_draw(
    question: Question, pair: tuple[str, str]
) -> None:
    strong, weak = pair
    before = replace(question, signals=(strong,))

    after = replace(question, signals=(strong, weak))

    assert numbers_of(MODEL.answer(after)) == numbers_of(MODEL.answer(before))


@ALWAYS_THE_SAME
@given(questions(), questions())
def test_equal_questions_get_identical_answers_whatever_was_asked_before(
    one: Question, other: Question
) -> None:
    first, second = MODEL.answer(one), MODEL.answer(other)

    second_first, first_second = SECOND_MODEL.answer(other), SECOND_MODEL.answer(one)

    assert numbers_of(first_second) == numbers_of(first)
    assert numbers_of(second_first) == numbers_of(second)
    assert (first_second.word.median_on, first_second.advice) == (
        first.word.median_on,
        first.advice,
    )


@pytest.mark.parametrize("one", SIGNALS)
@pytest.mark.parametrize("stage", [Stage.FIRST, Stage.FINAL])
def test_the_order_in_which_signals_are_named_does_not_matter(one: str, stage: Stage) -> None:
    held = date(2026, 11, 13)
    question = Question(stage, held, date(2026, 11, 20))

    def prob(*names: str) -> float:
        return MODEL.passed_prob(replace(question, signals=names))

    moved = [other for other in SIGNALS if abs(prob(one, other) - prob(other, one)) > EXACT]

    assert not moved


@ALWAYS_THE_SAME
@given(questions(), st.integers(0, 5))
def test_nothing_is_ever_missing_or_infinite_not_even_years_later(
    question: Question, years: int
) -> None:
    later = replace(question, today=question.today + timedelta(days=366 * years))

    answer = MODEL.answer(later)

    assert np.all(np.isfinite(numbers_of(answer)))
    chances = [answer.passed.prob, *answer.path_prob, *answer.word.by_date_prob]
    assert all(0 <= chance <= 1 for chance in chances)
    assert MODEL.passed_prob(later) == pytest.approx(answer.passed.prob, abs=EXACT)


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False))
def test_a_sunday_says_what_its_saturday_said(question: Question) -> None:
    saturday = question.today + timedelta(days=(5 - question.today.weekday()) % 7 or 7)

    first = MODEL.answer(replace(question, today=saturday))
    second = MODEL.answer(replace(question, today=saturday + ONE_DAY))

    assert first.passed == second.passed
    assert first.word.never_prob == second.word.never_prob
    assert first.word.by_date_prob[0] == 0


@pytest.mark.parametrize("channel", ContactBy)
@pytest.mark.parametrize("window_days", [1, 14, 45, 60, 180])
@pytest.mark.parametrize("days_later", [0, 1, 3, 10])
def test_a_contact_long_before_a_window_ends_has_a_chance_too(
    channel: ContactBy, window_days: int, days_later: int
) -> None:
    held = date(2026, 11, 13)
    on = held + timedelta(days=days_later)
    promise = by(held, held + timedelta(days=window_days))
    question = Question(Stage.FIRST, held, on, promise=promise, contact=Contact(channel, on))

    answer = MODEL.answer(question)

    assert np.all(np.isfinite(numbers_of(answer)))
    assert 0 < answer.passed.prob < 1
    assert 0 < MODEL.passed_prob(question) < 1
