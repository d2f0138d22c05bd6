"""How right past answers were, over HTTP: the numbers of the page, for their owner alone."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.accounts.belongings import TODAY
from tests.api.program import content
from tests.tracker.telling import told_and_answered
from yokame.accounts import actions
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope
from yokame.api.calibration import CalibrationShape
from yokame.tracker.past_answers import past_answers
from yokame.tracker.payloads import Said


def asked(person: Person) -> HttpResponse:
    _token, secret = actions.make_token(person, name="n", scope=Scope.READ, today=TODAY)
    headers = {"Authorization": f"Bearer {secret}"}
    return Client().get("/api/calibration", headers=headers)  # type: ignore[return-value]


@pytest.mark.parametrize("n", [0, 2, 6])
def test_it_gives_the_numbers_of_the_page(hana: Person, n: int) -> None:
    for number in range(n):
        told_and_answered(hana, number, Said.PASS if number % 2 else Said.FAIL)

    sent = content(asked(hana))

    assert CalibrationShape.model_validate(sent, extra="forbid").model_dump(mode="json") == sent
    found = past_answers(hana).calibration
    assert sent["own"]["n_waits"] == found.n_waits == n
    assert (sent["own"]["scores"] is None) == (n < 5)
    if found.scores is not None:
        assert sent["own"]["scores"]["brier"] == found.scores.brier
    assert len(sent["elsewhere"]["sets"]) == 4


def test_nobody_is_told_of_anothers_answers(hana: Person, ren: Person) -> None:
    told_and_answered(hana, 1, Said.PASS)

    assert content(asked(ren))["own"]["n_answers"] == 0


@pytest.mark.django_db
def test_it_asks_for_a_token() -> None:
    assert Client().get("/api/calibration").status_code == 401
