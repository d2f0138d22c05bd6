"""Days, deadlines and errors as people say them."""

from dataclasses import replace

import pytest

from tests.wording.answers import FRIDAY, TUESDAY, an_answer
from yokame.forecast import HeldInFutureError, State, UnknownSignalError
from yokame.promise import Reading, Rule
from yokame.reports import OthersError, Policy
from yokame.wording import (
    Language,
    say_day,
    say_deadline,
    say_error,
    say_reading,
    say_word,
)

JA, EN = Language.JA, Language.EN


@pytest.mark.parametrize(
    ("lang", "said", "with_year"),
    [
        (JA, "11月24日(火)", "2026年11月24日(火)"),
        (EN, "Tue 24 Nov", "Tue 24 Nov 2026"),
    ],
)
def test_a_day_has_its_weekday(lang: Language, said: str, with_year: str) -> None:
    assert say_day(TUESDAY, lang) == said
    assert say_day(TUESDAY, lang, with_year=True) == with_year


def test_a_deadline_says_from_when_one_may_ask() -> None:
    assert say_deadline(an_answer().deadline, JA) == [
        "期限は11月20日(金)です。",
        "連絡がなければ、11月24日(火)から問い合わせてかまいません（八日目）。",
    ]


def test_where_only_passes_are_told_one_does_not_ask() -> None:
    deadline = replace(an_answer().deadline, policy=Policy.PASSED_ONLY, ask_from=None)

    assert (
        say_deadline(deadline, EN)[1]
        == "Only those who passed are told, so it is better not to ask."
    )


def test_a_deadline_that_is_over_is_told_as_past() -> None:
    over = replace(an_answer().deadline, state=State.OVERDUE)

    assert say_deadline(over, JA)[0] == "期限は11月20日(金)でした。"
    assert len(say_deadline(over, JA)) == 2


def test_a_closed_wait_is_not_told_when_to_ask() -> None:
    closed = replace(an_answer().deadline, state=State.CLOSED)

    assert say_deadline(closed, EN) == ["The date they gave ran out on Fri 20 Nov."]


def test_without_a_date_the_usual_wait_says_when_to_ask() -> None:
    deadline = replace(an_answer().deadline, on=None)

    none, usual = say_deadline(deadline, EN)

    assert none == "By when they will tell you is not known."
    assert "the usual wait is over" in usual


def test_a_reading_tells_its_share_unless_it_is_the_only_one() -> None:
    assert say_reading(Reading(Rule.FIXED_DATE, FRIDAY, 1.0), JA) == "日付どおり：11月20日(金)"
    assert say_reading(Reading(Rule.BUSINESS_DAYS, FRIDAY, 0.2), EN).endswith(
        "(our guess: 20 employers in 100 mean this)"
    )


def test_word_is_expected_around_a_day_with_its_range() -> None:
    answer = an_answer()
    one_day = replace(answer.word, low_on=TUESDAY, high_on=TUESDAY)

    assert "11月24日(火)ごろ" in say_word(answer, JA)
    assert "12月2日(水)" in say_word(answer, JA)
    assert (
        say_word(replace(answer, word=one_day), EN) == "If word comes, expect it around Tue 24 Nov."
    )


def test_an_error_is_said_with_its_values() -> None:
    error = HeldInFutureError(held=TUESDAY, today=FRIDAY)

    assert say_error(error, JA).startswith("受けた日（2026年11月24日(火)）が今日")


def test_a_misspelt_signal_is_answered_with_the_nearest_ones() -> None:
    known = ("smiles_good_mood", "small_talk_mood", "told_pass_on_spot")

    said = say_error(UnknownSignalError(name="smile_good_mod", known=known), EN)

    assert "Nearest: smiles_good_mood" in said


def test_a_reading_that_next_to_nobody_means_is_not_said_to_be_nobody_s() -> None:
    rare = Reading(Rule.DAY_ZERO_COUNTED, FRIDAY, 0.004)

    assert "1社" in say_reading(rare, JA)


def test_an_endless_value_of_a_row_of_others_is_said_in_short() -> None:
    endless = OthersError(row=2, key="stage", value="x" * 5_000, expected="a stage")

    assert len(say_error(endless, JA)) < 300
