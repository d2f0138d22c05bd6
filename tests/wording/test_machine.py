"""The machine form is a contract: its keys, their order and their kinds."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.wording.answers import FRIDAY, an_answer
from yokame.promise import NotUnderstood, Promise, Reading, Reason, Rule, Unit, Window
from yokame.reports import Channel, Policy
from yokame.wording import Language, answer_json, promise_json

KEYS = {
    "passed": ["prob", "low", "high", "in_100", "words"],
    "word": ["by_date", "median_on", "low_on", "high_on", "never_prob"],
    "deadline": ["on", "ask_from", "state", "readings", "policy", "not_understood"],
    "advice": ["action", "on", "hours", "why", "changes_if"],
    "basis": ["reports", "priors", "model"],
}
ROWS = {
    ("word", "by_date"): ["date", "prob"],
    ("deadline", "readings"): ["rule", "on", "weight"],
    ("basis", "priors"): ["name", "grade", "source"],
}


def as_read(lang: Language = Language.JA, **changes: object) -> dict[str, Any]:
    """The answer as a program reads it: through JSON, which refuses NumPy's numbers."""
    text = json.dumps(answer_json(an_answer(**changes), lang), allow_nan=False)
    read: dict[str, Any] = json.loads(text)
    return read


def test_keys_stand_in_the_order_of_the_contract() -> None:
    answer = as_read()

    assert list(answer) == ["passed", "word", "path", "deadline", "advice", "evidence", "basis"]
    assert {part: list(answer[part]) for part in KEYS} == KEYS
    assert {where: list(answer[where[0]][where[1]][0]) for where in ROWS} == ROWS
    assert list(answer["path"][0]) == ["date", "prob"]
    assert list(answer["evidence"][0]) == ["source", "log_odds", "points", "note"]


@pytest.mark.parametrize("name", ["by_date", "path"])
def test_dates_run_from_tomorrow_for_thirty_days(name: str) -> None:
    answer = as_read()

    rows = answer["path"] if name == "path" else answer["word"]["by_date"]

    wanted = [(FRIDAY + timedelta(days=n)).isoformat() for n in range(1, 31)]
    assert [row["date"] for row in rows] == wanted


def test_numbers_pass_through_unrounded_except_people() -> None:
    passed = replace(an_answer().passed, prob=0.4649)

    assert as_read(passed=passed)["passed"]["prob"] == 0.4649
    assert as_read(passed=passed)["passed"]["in_100"] == 46


def test_codes_and_dates_do_not_change_with_the_language() -> None:
    ja, en = as_read(Language.JA), as_read(Language.EN)

    for part, key in [("passed", "words"), ("advice", "why"), ("advice", "changes_if")]:
        assert ja[part].pop(key) != en[part].pop(key)
    assert ja["deadline"].pop("not_understood") != en["deadline"].pop("not_understood")
    assert ja["basis"]["priors"].pop()["source"] == "資料なし（yokameの判断）"
    assert en["basis"]["priors"].pop()["source"] == "No source (yokame's judgement)"
    for row in (*ja["evidence"], *en["evidence"]):
        row.pop("note")
    assert ja == en


def test_sources_of_a_prior_are_one_string() -> None:
    assert as_read()["basis"]["priors"][0]["source"] == "a survey / another"


def test_a_fragment_that_was_left_out_is_quoted_with_its_reason() -> None:
    assert as_read(Language.EN)["deadline"]["not_understood"] == [
        "“たぶん” could not be read, so it is not used."
    ]


def test_a_promise_has_the_keys_of_its_contract() -> None:
    held = date(2026, 11, 13)
    promise = Promise(
        held,
        Window("1週間以内", Unit.WEEKS, 1),
        (Reading(Rule.CALENDAR, FRIDAY, 1.0),),
        channel=Channel.MY_PAGE,
        not_understood=(NotUnderstood("ほげ", Reason.UNKNOWN_WORDS),),
    )

    assert promise_json(promise, Language.JA) == {
        "window": {"text": "1週間以内", "unit": "weeks", "count": 1},
        "readings": [{"rule": "calendar", "on": "2026-11-20", "weight": 1.0}],
        "deadline_on": "2026-11-20",
        "ask_from": "2026-11-24",
        "policy": "unknown",
        "channel": "my_page",
        "not_understood": ["「ほげ」は意味を読み取れなかったので、使っていません。"],
    }


def test_a_promise_without_a_window_has_nulls() -> None:
    read = promise_json(Promise(FRIDAY, policy=Policy.PASSED_ONLY), Language.EN)

    nulls = [key for key, value in read.items() if value is None]
    assert nulls == ["window", "deadline_on", "ask_from", "channel"]
