"""Something of Hana's for each parameter that an address can have, or a form can carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.apps import apps

from tests.notices.writing import own_mail, write_letter
from tests.tracker.writing import held_interview, pen
from yokame.accounts import actions
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope
from yokame.letters import Situation
from yokame.tracker import actions as tracker
from yokame.tracker import uploads
from yokame.tracker.calendar_feed import renew_feed
from yokame.web.applications.deeds import DEEDS

# Stands in everything of Hana's that a page could show.
MARK = "花だけの見本商事"
VIEW = "花の並べ方"  # a form gives back what it was sent, so its name is no mark
TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Belongings:
    """Hana's: values by the name of the parameter, and what forms name a thing by."""

    in_addresses: Mapping[str, Sequence[object]]
    in_forms: Mapping[str, object]


def belongings(hana: Person) -> Belongings:
    """One thing of each kind. Parameters of one name share their values."""
    actions.change_settings(hana, university=f"{MARK}大学")
    token, _secret = actions.make_token(hana, name=MARK, scope=Scope.READ, today=TODAY)
    key = apps.get_model("mfa", "Authenticator")._default_manager.create(
        user=hana, type="webauthn", data={"name": MARK, "credential": {}}
    )
    application, round_uid = held_interview(hana, employer=MARK)
    letter = pen(hana, TODAY)
    tracker.letter_sent(letter, application, situation=Situation.THANKS, on=TODAY, body=MARK)
    tracker.save_view(pen(hana, TODAY), VIEW, "state=in_round")
    channel = own_mail(hana, 25, letter.now)
    write_letter(hana, letter.now, key=f"letter:{letter.change}")
    upload = uploads.keep(pen(hana, TODAY), "sheet.csv", f"会社名,応募日\n{MARK},11/2\n".encode())
    events = apps.get_model("tracker", "LedgerEvent")._default_manager.filter(owner=hana)
    change = events.values_list("change", flat=True)[0]
    return Belongings(
        in_addresses={
            "token_id": [token.pk],
            "pk": [key.pk],
            "uid": [application, upload],
            "round_uid": [round_uid],
            "number": list(events.values_list("number", flat=True)),
            "deed": sorted(DEEDS),
            "change": [change],
            "token": [renew_feed(hana)],
            "key": [letter.change],
            "channel_id": [channel.pk],
        },
        in_forms={
            "undo": change,
            "change": change,
            "done": change,
            "application": application,
            "uid": application,
            "round": round_uid,
            "pk": key.pk,
            "channel": channel.pk,
            "name": VIEW,
            "move": f"withdraw:{application}:",
        },
    )
