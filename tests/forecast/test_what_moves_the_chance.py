"""In which direction a fact must move the chance. Only what the design's formulas force."""

import math
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.forecast.asking import SIGNALS
from tests.forecast.strategies import ALWAYS_THE_SAME, questions
from tests.reference.oracle_clock import ONE_DAY, PRIORS
from yokame.forecast import Contact, ContactBy, Model, Question
from yokame.promise import Promise, Reading, Rule
from yokame.reports import HeardByOthers, Outcome, Policy, Stage, Track

MODEL = Model.from_priors()
EXACT = 1e-12
LR: dict[str, dict[str, Any]] = PRIORS["signals"]["lr"]
PEERS = {name for name in SIGNALS if LR[name]["group"] == "peers"}


def _push(name: str) -> float:
    """How sure the direction of a signal is: |mean| of what it adds, less half its variance.

    The mean of a logistic over a normal moves by at most half the variance against the mean.
    """
    whole = name in PRIORS["signals"]["meta"]["direct_signals_not_capped"]
    power: float = 1.0 if whole else PRIORS["signals"]["meta"]["group_exponent"]
    row = LR[name]
    return power * abs(math.log(row["lr"])) - float(power * row["log_sd"]) ** 2 / 2


CLEAR = [name for name in SIGNALS if _push(name) > 0]


@ALWAYS_THE_SAME
@given(questions(contacts=False))
def test_silence_costs_more_the_fewer_of_the_failed_are_told(question: Question) -> None:
    everyone, unknown, passed_only = (
        MODEL.passed_prob(replace(question, policy=policy, promise=_without_policy(question)))
        for policy in (Policy.EVERYONE, Policy.UNKNOWN, Policy.PASSED_ONLY)
    )

    assert passed_only <= unknown + EXACT
    # An agent tells nearly everyone by itself: for mid-career it is below what "everyone" means.
    assert question.via_agent or unknown <= everyone + EXACT


def _without_policy(question: Question) -> Promise | None:
    return replace(question.promise, policy=Policy.UNKNOWN) if question.promise else None


@pytest.mark.parametrize("days_later", [0, 5, 20])
@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("name", CLEAR)
def test_a_clear_signal_moves_the_chance_its_own_way(
    name: str, track: Track, days_later: int
) -> None:
    held = date(2026, 11, 13)
    question = Question(Stage.FIRST, held, held + timedelta(days=days_later), track=track)

    without = MODEL.passed_prob(question)
    with_it = MODEL.passed_prob(replace(question, signals=(name,)))

    assert (with_it > without) == (LR[name]["lr"] > 1)


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False))
def test_others_passed_while_i_hear_nothing_lowers_and_others_failed_raises(
    question: Question,
) -> None:
    assume(not PEERS & set(question.signals))
    question = replace(question, today=question.today + ONE_DAY)

    def told(word: Outcome) -> float:
        row = HeardByOthers(question.stage, question.held, word, question.held, 1)
        return MODEL.passed_prob(replace(question, others=(row,)))

    alone = MODEL.passed_prob(question)

    assert told(Outcome.PASS) < alone < told(Outcome.FAIL)


@ALWAYS_THE_SAME
@given(questions(others=False))
def test_what_others_heard_today_or_later_counts_from_the_next_day_on(question: Question) -> None:
    row = HeardByOthers(question.stage, question.held, Outcome.PASS, question.today, 1)

    heard_today = replace(question, others=(row,))

    assert MODEL.passed_prob(heard_today) == MODEL.passed_prob(question)


@ALWAYS_THE_SAME
@given(questions(contacts=False))
def test_a_missed_call_is_better_news_than_an_unread_mail_of_the_same_day(
    question: Question,
) -> None:
    call, mail = (
        MODEL.passed_prob(replace(question, contact=Contact(by, question.today)))
        for by in (ContactBy.PHONE, ContactBy.MAIL)
    )

    # Equal where both are certain to the last digit.
    assert call >= mail
    assert call > mail or mail > 1 - 1e-6


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False), st.sampled_from(ContactBy))
def test_once_a_contact_came_the_days_after_it_change_nothing(
    question: Question, channel: ContactBy
) -> None:
    contacted = replace(question, contact=Contact(channel, question.today))
    later = replace(contacted, today=question.today + 9 * ONE_DAY)

    assert MODEL.passed_prob(later) == pytest.approx(MODEL.passed_prob(contacted), abs=EXACT)


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False))
def test_never_becomes_likelier_with_each_silent_day(question: Question) -> None:
    tomorrow = replace(question, today=question.today + ONE_DAY)

    now, then = MODEL.answer(question), MODEL.answer(tomorrow)

    assert then.word.never_prob >= now.word.never_prob - EXACT


@ALWAYS_THE_SAME
@given(questions(contacts=False, others=False))
def test_on_day_zero_silence_has_said_nothing_yet(question: Question) -> None:
    day_zero = replace(question, today=question.held, asked=(), promise=None)
    no_word_about_word = replace(day_zero, policy=Policy.UNKNOWN, size=None, via_agent=False)

    assert MODEL.passed_prob(day_zero) == pytest.approx(
        MODEL.passed_prob(no_word_about_word), abs=EXACT
    )


@pytest.mark.parametrize("days_later", range(1, 30))
def test_a_slow_employer_s_silence_says_less(days_later: int) -> None:
    held = date(2026, 11, 13)
    question = Question(Stage.FIRST, held, held + timedelta(days=days_later), size=5000)

    ministry = replace(question, public_sector=True)

    assert MODEL.passed_prob(ministry) >= MODEL.passed_prob(question) - EXACT


def test_a_promise_of_a_later_date_makes_the_same_silence_say_less() -> None:
    held, today = date(2026, 11, 13), date(2026, 11, 20)

    def promised(on: date) -> float:
        promise = Promise(held=held, readings=(Reading(Rule.FIXED_DATE, on, 1.0),))
        return MODEL.passed_prob(Question(Stage.FIRST, held, today, promise=promise))

    chances = [promised(held + timedelta(days=days)) for days in (5, 7, 12, 20, 40)]

    assert chances == sorted(chances)
