from datetime import time

import pytest
from django.db import IntegrityError
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from yokame.accounts import actions, queries
from yokame.accounts.queries import Person
from yokame.letters import Sender


@pytest.mark.django_db
def test_the_person_of_this_machine_is_made_once() -> None:
    assert queries.local_person() is None

    first, second = actions.ensure_local_person(), actions.ensure_local_person()

    assert first == second == queries.local_person()
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_the_database_lets_only_one_person_be_without_an_address() -> None:
    actions.ensure_local_person()

    with pytest.raises(IntegrityError):
        Person.objects.create()


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["", "Hana@example.ac.jp"])
def test_an_address_is_never_empty_and_always_in_lower_case(email: str) -> None:
    with pytest.raises(IntegrityError):
        Person.objects.create(email=email)


@pytest.mark.django_db
def test_two_people_never_share_an_address() -> None:
    Person.objects.create(email="hana@example.ac.jp")

    with pytest.raises(IntegrityError):
        Person.objects.create(email="hana@example.ac.jp")


@pytest.mark.django_db
def test_a_language_that_yokame_does_not_speak_is_refused() -> None:
    with pytest.raises(IntegrityError):
        Person.objects.create(language="fr")


@pytest.mark.django_db
def test_a_question_asks_for_no_person(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        assert Client().get("/", {"held": "2026-11-13"}).status_code == 200


@pytest.mark.django_db
def test_a_request_on_ones_own_machine_comes_from_its_one_person(rf: RequestFactory) -> None:
    from django.http import HttpRequest, HttpResponse

    from yokame.accounts.local import LocalPersonMiddleware

    def name_person(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(request.user.pk))

    response = LocalPersonMiddleware(name_person)(rf.get("/"))

    assert isinstance(response, HttpResponse)
    assert response.text == str(actions.ensure_local_person().pk)


def test_a_letter_is_answered_at_the_address_that_a_person_gives_employers() -> None:
    person = Person(
        name="山田花", university="八日大学", email="h@example.com", reply_mail="h@example.ac.jp"
    )

    assert person.sender() == Sender(name="山田花", university="八日大学", mail="h@example.ac.jp")


def test_without_one_it_is_answered_where_the_person_signs_in() -> None:
    assert Person(email="h@example.com").sender().mail == "h@example.com"
    assert Person().sender().mail == ""


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        (time(20, 59), False),
        (time(21), True),
        (time(0), True),
        (time(7, 59), True),
        (time(8), False),
        (time(12), False),
    ],
)
def test_nights_are_quiet_unless_one_says_otherwise(clock: time, quiet: bool) -> None:
    assert Person().is_quiet_at(clock) is quiet


def test_quiet_times_may_lie_within_a_day_or_be_none_at_all() -> None:
    at_lunch = Person(quiet_from=time(12), quiet_to=time(13))
    never = Person(quiet_from=time(0), quiet_to=time(0))

    assert at_lunch.is_quiet_at(time(12, 30))
    assert not at_lunch.is_quiet_at(time(13))
    assert not never.is_quiet_at(time(0))
