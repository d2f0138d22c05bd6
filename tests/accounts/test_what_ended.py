from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from tests.accounts.signing_in import signed_in
from yokame.accounts import actions, queries
from yokame.accounts.queries import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_a_server")]


def test_a_session_that_ran_out_goes_and_one_in_use_stays(hana: Person, ren: Person) -> None:
    signed_in(hana)
    browser = signed_in(ren)
    [ended] = queries.sessions_of(hana)
    yesterday = timezone.now() - timedelta(days=1)
    Session.objects.filter(session_key=ended).update(expire_date=yesterday)

    actions.drop_what_ended()

    assert queries.sessions_of(hana) == []
    assert not Session.objects.filter(session_key=ended).exists()
    assert browser.get("/settings/").status_code == 200


def test_a_count_that_holds_nobody_back_any_more_goes() -> None:
    cache.set("now", 1, timeout=300)
    cache.set("then", 1, timeout=300)
    entries = apps.get_model("accounts", "CacheEntry")._default_manager
    yesterday = timezone.now() - timedelta(days=1)
    entries.filter(cache_key__endswith="then").update(expires=yesterday)

    actions.drop_what_ended()

    assert cache.get("now") == 1
    assert not entries.filter(cache_key__endswith="then").exists()


def test_the_secret_of_an_authenticator_app_is_sealed() -> None:
    from allauth.mfa.utils import decrypt, encrypt

    sealed = encrypt("JBSWY3DPEHPK3PXP")

    assert "JBSWY3DP" not in sealed
    assert decrypt(sealed) == "JBSWY3DPEHPK3PXP"
