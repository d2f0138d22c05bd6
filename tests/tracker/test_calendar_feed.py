import pytest
from django.test import override_settings

from yokame.accounts.queries import Person
from yokame.tracker.calendar_feed import feed_token, owner_of_feed, renew_feed, revoke_feed
from yokame.tracker.models import CalendarFeed

pytestmark = pytest.mark.django_db


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.jp")


def test_the_secret_opens_its_owners_feed_and_can_be_looked_up_again(hana: Person) -> None:
    token = renew_feed(hana)

    assert owner_of_feed(token) == hana
    assert feed_token(hana) == token


def test_a_new_secret_kills_the_old_one(hana: Person) -> None:
    old = renew_feed(hana)

    new = renew_feed(hana)

    assert new != old
    assert owner_of_feed(old) is None
    assert owner_of_feed(new) == hana


def test_a_revoked_feed_opens_no_more(hana: Person) -> None:
    token = renew_feed(hana)

    revoke_feed(hana)

    assert owner_of_feed(token) is None
    assert feed_token(hana) is None


def test_a_copy_of_the_database_opens_no_feed(hana: Person) -> None:
    token = renew_feed(hana)
    row = CalendarFeed.objects.get()

    assert token not in (row.seed, row.token_hash)
    assert owner_of_feed(row.seed) is None
    assert owner_of_feed(row.token_hash) is None


def test_with_another_key_an_address_works_on_but_cannot_be_looked_up(hana: Person) -> None:
    token = renew_feed(hana)

    with override_settings(SECRET_KEY="another"):
        assert feed_token(hana) is None
        assert owner_of_feed(token) == hana


def test_a_person_who_may_not_sign_in_has_no_feed(hana: Person) -> None:
    token = renew_feed(hana)
    hana.is_active = False
    hana.save()

    assert owner_of_feed(token) is None


def test_a_person_without_a_feed_has_no_secret(hana: Person) -> None:
    assert feed_token(hana) is None
    revoke_feed(hana)
