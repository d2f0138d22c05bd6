"""Something of Hana's for each parameter that an address can have."""

from datetime import date

from django.apps import apps

from tests.tracker.writing import held_interview
from yokame.accounts import actions
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope

# Stands in everything of Hana's that a page could show.
MARK = "花だけの見本商事"
TODAY = date(2026, 11, 20)


def belongings(hana: Person) -> dict[str, object]:
    """The value of each parameter, all of Hana's. Parameters of one name share it."""
    actions.change_settings(hana, university=f"{MARK}大学")
    token, _secret = actions.make_token(hana, name=MARK, scope=Scope.READ, today=TODAY)
    key = apps.get_model("mfa", "Authenticator")._default_manager.create(
        user=hana, type="webauthn", data={"name": MARK, "credential": {}}
    )
    application, round_uid = held_interview(hana, employer=MARK)
    return {"token_id": token.pk, "pk": key.pk, "uid": application, "round_uid": round_uid}
