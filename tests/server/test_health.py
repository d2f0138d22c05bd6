import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("tests.server.pages"), pytest.mark.django_db]


def test_health_is_well_when_the_database_answers() -> None:
    response = Client().get("/health/")

    assert (response.status_code, response.json()["status"]) == (200, "ok")


def test_health_is_not_well_when_the_database_does_not_answer() -> None:
    response = Client().get("/health-gone/")

    assert (response.status_code, response.json()["status"]) == (503, "unavailable")
