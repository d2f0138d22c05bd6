"""The facts behind each step: what its sentence is made of."""

from datetime import date

import pytest

from tests.forecast.asking import FRIDAY, weeks
from yokame.forecast import Answer, Contact, ContactBy, EvidenceSource, Model, Question
from yokame.promise import read_promise
from yokame.reports import HeardByOthers, Outcome, Policy, Stage

MODEL = Model.from_priors()
TODAY = date(2026, 11, 20)


def facts(answer: Answer, source: EvidenceSource) -> dict[str, object]:
    return next(step.facts for step in answer.evidence if step.source is source)


def heard(word: Outcome, count: int, *, held: date = FRIDAY) -> HeardByOthers:
    return HeardByOthers(Stage.FIRST, held, word, date(2026, 11, 18), count)


def test_others_are_counted_by_what_they_heard_and_those_of_another_day_left_out() -> None:
    others = (
        heard(Outcome.PASS, 2),
        heard(Outcome.FAIL, 3),
        heard(Outcome.NONE, 5),
        heard(Outcome.PASS, 7, held=date(2026, 11, 12)),
    )

    answer = MODEL.answer(Question(Stage.FIRST, FRIDAY, TODAY, others=others))

    counts = {
        name: facts(answer, EvidenceSource.OTHERS)[name]
        for name in ("passed", "failed", "silent", "left_out")
    }
    assert counts == {"passed": 2, "failed": 3, "silent": 5, "left_out": 7}


@pytest.mark.parametrize(
    ("name", "is_direct"), [("own_feeling_good", False), ("told_pass_on_spot", True)]
)
def test_a_result_that_was_told_is_known_from_an_impression(name: str, is_direct: bool) -> None:
    answer = MODEL.answer(Question(Stage.FIRST, FRIDAY, TODAY, signals=(name,)))

    assert facts(answer, EvidenceSource.SIGNALS)["has_direct"] is is_direct


def test_the_policy_is_the_promise_s_until_the_person_says_another() -> None:
    promise = weeks(FRIDAY, 1, Policy.PASSED_ONLY)

    read = Question(Stage.FIRST, FRIDAY, TODAY, promise=promise)
    said = Question(Stage.FIRST, FRIDAY, TODAY, promise=promise, policy=Policy.EVERYONE)

    assert read.told is Policy.PASSED_ONLY
    assert said.told is Policy.EVERYONE


def test_the_well_known_share_of_a_week_stands_among_the_sources_where_a_week_was_said() -> None:
    said = read_promise("1週間以内に連絡します", held=FRIDAY)
    question = Question(Stage.FIRST, FRIDAY, TODAY, promise=said)

    names = [prior.name for prior in MODEL.answer(question).basis.priors]

    assert "signals.lr.said_within_one_week" in names


@pytest.mark.parametrize(
    ("further", "name"),
    [
        ({"public_sector": True}, "delay.size_factor"),
        ({"contact": Contact(ContactBy.PHONE, TODAY)}, "channel_lr.phone_or_missed_call"),
        ({"signals": ("own_feeling_good",)}, "signals.lr.own_feeling_good"),
        ({"policy": Policy.PASSED_ONLY}, "silent_given_fail.said_pass_only"),
    ],
)
def test_a_prior_stands_among_the_sources_exactly_where_it_was_used(
    further: dict[str, object], name: str
) -> None:
    def sources(**more: object) -> list[str]:
        question = Question(Stage.FIRST, FRIDAY, TODAY, **more)  # type: ignore[arg-type]
        return [prior.name for prior in MODEL.answer(question).basis.priors]

    assert any(source.startswith(name) for source in sources(**further))
    assert not any(source.startswith(name) for source in sources())
