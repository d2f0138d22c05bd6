"""Others heard: how far they are believed, and what last year tells of this year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecast.asking import FRIDAY, last_year, weeks
from tests.forecast.strategies import ALWAYS_THE_SAME, questions
from yokame.forecast import Answer, EvidenceSource, Model, Question
from yokame.priors import read_priors
from yokame.promise import Promise
from yokame.reports import HeardByOthers, Outcome, Stage, Trust

MODEL = Model.from_priors()
RULE = MODEL.priors.others
TODAY = date(2026, 11, 25)
WAIT = Question(Stage.FIRST, FRIDAY, TODAY)
EXACT = 1e-12


def told(word: Outcome, trust: Trust, count: int = 2) -> HeardByOthers:
    return HeardByOthers(Stage.FIRST, FRIDAY, word, date(2026, 11, 18), count, trust)


def others_step(answer: Answer) -> float:
    return next(e.log_odds for e in answer.evidence if e.source is EvidenceSource.OTHERS)


def what_it_says(answer: Answer) -> tuple[object, ...]:
    return answer.passed, answer.word.by_date_prob.tolist(), answer.path_prob.tolist()


@pytest.mark.parametrize("word", [Outcome.PASS, Outcome.FAIL])
def test_what_is_less_sure_moves_the_chance_less(word: Outcome) -> None:
    moved = [
        abs(others_step(MODEL.answer(replace(WAIT, others=(told(word, trust),)))))
        for trust in (Trust.RUMOUR, Trust.LIKELY, Trust.SURE)
    ]

    assert 0 < moved[0] < moved[1] < moved[2]


def test_the_surest_of_those_who_say_the_same_decides() -> None:
    rumour, sure = told(Outcome.PASS, Trust.RUMOUR), told(Outcome.PASS, Trust.SURE)

    both = MODEL.passed_prob(replace(WAIT, others=(rumour, sure)))

    assert both == MODEL.passed_prob(replace(WAIT, others=(sure,)))


@pytest.mark.parametrize(
    "heard",
    [(told(Outcome.PASS, Trust.RUMOUR),), last_year((28, Outcome.PASS), trust=Trust.RUMOUR)],
    ids=["of my slot", "of last year"],
)
def test_what_is_not_believed_at_all_is_as_if_absent(heard: tuple[HeardByOthers, ...]) -> None:
    no_rumours = replace(RULE, trust={**RULE.trust, Trust.RUMOUR: 0.0})
    model = Model.from_priors(replace(read_priors(), others=no_rumours))

    believed_nothing = model.answer(replace(WAIT, others=heard))

    assert what_it_says(believed_nothing) == what_it_says(model.answer(WAIT))


@pytest.mark.parametrize("promise", [None, weeks(FRIDAY, 1)], ids=["nothing said", "a week"])
@pytest.mark.parametrize("word", [Outcome.PASS, Outcome.FAIL])
def test_where_last_years_word_took_longer_the_same_silence_speaks_the_other_way(
    promise: Promise | None, word: Outcome
) -> None:
    wait = replace(WAIT, promise=promise)

    quick, slow = (
        MODEL.passed_prob(replace(wait, others=last_year((day, word)))) for day in (17, 26)
    )

    # Slow passes leave room for mine; slow fails leave room for a no.
    assert (slow > quick) == (word is Outcome.PASS)


def test_an_employer_that_took_longer_is_expected_to_take_longer() -> None:
    both_words = last_year((27, Outcome.PASS), (28, Outcome.FAIL))
    early = replace(WAIT, today=date(2026, 11, 16))

    word = MODEL.answer(replace(early, others=both_words)).word

    assert (word.by_date_prob < MODEL.answer(early).word.by_date_prob)[:10].all()


@ALWAYS_THE_SAME
@given(questions(others=False), st.sampled_from(Trust), st.integers(1, 50))
def test_last_years_silence_says_nothing(question: Question, trust: Trust, count: int) -> None:
    held = question.held - timedelta(days=365)
    silent = HeardByOthers(question.stage, held, Outcome.NONE, held, count, trust)

    answer = MODEL.answer(replace(question, others=(silent,)))

    assert what_it_says(answer) == what_it_says(MODEL.answer(question))


@st.composite
def timings(draw: st.DrawFn, question: Question) -> tuple[HeardByOthers, ...]:
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        held = question.held - timedelta(days=draw(st.integers(183, 1500)))
        on = held + timedelta(days=draw(st.integers(0, 60)))
        word = draw(st.sampled_from([Outcome.PASS, Outcome.FAIL]))
        count, trust = draw(st.integers(1, 40)), draw(st.sampled_from(Trust))
        rows.append(HeardByOthers(question.stage, held, word, on, count, trust))
    return tuple(rows)


@ALWAYS_THE_SAME
@given(st.data(), questions(others=False))
def test_in_whatever_order_timings_are_named_the_answer_is_the_same(
    data: st.DataObject, question: Question
) -> None:
    rows = data.draw(timings(question))
    mixed = tuple(data.draw(st.permutations(rows)))

    one, other = (MODEL.answer(replace(question, others=some)) for some in (rows, mixed))

    assert what_it_says(one) == what_it_says(other)


@ALWAYS_THE_SAME
@given(st.data(), questions(others=False, contacts=False))
def test_the_evidence_adds_up_and_all_but_the_step_of_others_stays(
    data: st.DataObject, question: Question
) -> None:
    with_timings = replace(question, others=data.draw(timings(question)))

    answer, without = MODEL.answer(with_timings), MODEL.answer(question)

    assert sum(e.points for e in answer.evidence) == pytest.approx(100 * answer.passed.prob)
    assert MODEL.passed_prob(with_timings) == pytest.approx(answer.passed.prob, abs=EXACT)
    for now, before in zip(answer.evidence, without.evidence, strict=True):
        if now.source is not EvidenceSource.OTHERS:
            assert (now.log_odds, now.points) == (before.log_odds, before.points)


def test_the_pass_rate_is_not_moved_by_how_many_say_that_they_passed() -> None:
    day_zero = replace(WAIT, today=FRIDAY)
    passes = last_year(*[(day, Outcome.PASS) for day in range(17, 29)])

    with_passes = MODEL.passed_prob(replace(day_zero, others=passes))

    assert with_passes == pytest.approx(MODEL.passed_prob(day_zero), abs=EXACT)


@pytest.mark.parametrize(
    ("stage", "held", "on", "is_used"),
    [
        (Stage.FIRST, date(2026, 5, 14), date(2026, 5, 21), True),
        (Stage.FIRST, date(2026, 5, 15), date(2026, 5, 21), False),
        (Stage.FINAL, date(2025, 11, 14), date(2025, 11, 21), False),
        (Stage.FIRST, date(2016, 11, 10), date(2016, 11, 21), False),
        (Stage.FIRST, date(2024, 11, 14), date(2026, 11, 21), False),
    ],
    ids=["a season ago", "this season", "another stage", "eleven years ago", "after two years"],
)
def test_word_counts_as_timing_where_it_was_of_my_stage_in_a_season_that_is_over(
    stage: Stage, held: date, on: date, is_used: bool
) -> None:
    heard = HeardByOthers(stage, held, Outcome.PASS, on, 1)

    moved = MODEL.passed_prob(replace(WAIT, others=(heard,))) != MODEL.passed_prob(WAIT)

    assert moved is is_used


def test_a_season_more_ago_counts_for_less() -> None:
    def moved(held: date) -> float:
        heard = HeardByOthers(Stage.FIRST, held, Outcome.PASS, held + timedelta(days=14), 3)
        return MODEL.passed_prob(replace(WAIT, others=(heard,))) - MODEL.passed_prob(WAIT)

    last, before_last = moved(date(2025, 11, 14)), moved(date(2024, 11, 15))

    assert 0 < before_last < last


def test_however_many_report_they_weigh_no_more_than_the_priors_grant() -> None:
    def of(n_days: int, count: int) -> float:
        days = [(28 + day, Outcome.PASS) for day in range(n_days)]
        heard = tuple(replace(row, count=count) for row in last_year(*days))
        return MODEL.passed_prob(replace(WAIT, others=heard))

    assert of(1, 3) == of(1, 3000)
    assert of(1, 1) < of(1, 3) < of(5, 3)


def test_the_rule_of_others_stands_among_the_sources_where_it_was_used() -> None:
    def names(*heard: HeardByOthers) -> list[str]:
        answer = MODEL.answer(replace(WAIT, others=heard))
        return [prior.name for prior in answer.basis.priors]

    assert "others" in names(*last_year((24, Outcome.PASS)))
    assert "others" in names(told(Outcome.PASS, Trust.LIKELY))
    assert "others" not in names(told(Outcome.PASS, Trust.SURE))
