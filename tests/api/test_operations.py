from datetime import date

import pytest

from tests.api.program import FINAL, Program, content
from yokame.api.shapes import AnswerShape, PromiseShape
from yokame.forecast import Model, Question
from yokame.promise import read_promise
from yokame.reports import Stage
from yokame.wording import Language, answer_json, promise_json


def test_an_answer_is_the_machine_form_of_the_same_question(program: Program) -> None:
    held = date(2026, 11, 13)
    question = Question(
        stage=Stage.FINAL,
        held=held,
        today=date(2026, 11, 20),
        promise=read_promise("1週間以内に連絡します", held=held),
    )

    sent = content(program.post("/api/answer", FINAL))

    assert sent == answer_json(Model.from_priors().answer(question), Language.JA)


def test_a_promise_is_its_machine_form(program: Program) -> None:
    held = date(2026, 11, 13)

    sent = content(program.post("/api/promise", {"said": "1週間以内", "held": "2026-11-13"}))

    assert sent == promise_json(read_promise("1週間以内", held=held), Language.JA)


def test_every_key_is_taken(program: Program) -> None:
    body = {
        **FINAL,
        "today": "2026-11-19",
        "track": "mid_career",
        "signals": ["longer_than_planned"],
        "size": 500,
        "public_sector": True,
        "via_agent": True,
        "policy": "everyone",
        "contact": "phone",
        "contact_on": "2026-11-18",
        "asked": ["2026-11-17"],
        "others": [
            {"stage": "final", "held": "2026-11-13", "word": "pass", "on": "2026-11-17", "count": 2}
        ],
        "employer": "株式会社例",
        "lang": "en",
    }

    response = program.post("/api/answer", body)

    assert response.status_code == 200
    assert content(response)["advice"]["action"] == "record_word"


def test_without_a_day_the_answer_is_for_the_present_day_in_japan(program: Program) -> None:
    sent = content(program.post("/api/answer", FINAL))

    assert sent["path"][0]["date"] == "2026-11-21"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_sent_has_the_documented_shape(program: Program, lang: str) -> None:
    answer = content(program.post("/api/answer", {**FINAL, "lang": lang}))
    promise = content(
        program.post("/api/promise", {"said": "追って", "held": "2026-11-13", "lang": lang})
    )

    assert AnswerShape.model_validate(answer, extra="forbid").model_dump(mode="json") == answer
    assert PromiseShape.model_validate(promise, extra="forbid").model_dump(mode="json") == promise


def test_sentences_come_in_the_language_asked_for(program: Program) -> None:
    english = content(program.post("/api/answer", {**FINAL, "lang": "en"}))

    assert english["passed"]["words"].isascii()


def test_the_api_sets_no_cookie(program: Program) -> None:
    assert not program.post("/api/answer", FINAL).cookies


def test_a_whole_number_may_be_written_with_a_point(program: Program) -> None:
    whole, pointed = (
        content(program.post("/api/answer", {**FINAL, "size": size})) for size in (500, 500.0)
    )

    assert pointed == whole


def test_a_part_time_job_needs_no_stage(program: Program) -> None:
    part_time = {"track": "part_time", "held": "2026-11-18"}

    without = content(program.post("/api/answer", part_time))
    named = content(program.post("/api/answer", {**part_time, "stage": "final"}))

    assert without == named
    assert without["passed"]["in_100"] > 0


@pytest.mark.usefixtures("model_of_reports")
def test_a_house_that_learned_from_reports_heeds_employer_and_trade(program: Program) -> None:
    named = {**FINAL, "employer": "株式会社青空商事", "industry": "商社", "lang": "en"}

    learned = content(program.post("/api/answer", named))
    unnamed = content(program.post("/api/answer", {**FINAL, "lang": "en"}))

    assert AnswerShape.model_validate(learned, extra="forbid")
    assert "60 on this stage at “株式会社青空商事”" in learned["evidence"][1]["note"]
    assert learned["basis"]["reports"] == 302
    assert learned["passed"]["prob"] < unnamed["passed"]["prob"]
