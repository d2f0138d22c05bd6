import email
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.notices.writing import Clock, account, deliver, notice, own_mail, states, write_letter
from tests.outbound.mail_server import PASSWORD, Postbox, mail_server
from yokame.accounts.queries import Person
from yokame.notices import actions, queries
from yokame.notices.carriers.mail import account_of, message_of
from yokame.notices.errors import BadAddressError, NoMailAccountError, NoSuchDeliveryError
from yokame.notices.models import Channel, Delivery, Reminding
from yokame.notices.notice import Kind, State
from yokame.outbound import Security

pytestmark = pytest.mark.django_db
PORT = 1025


def subscribe(person: Person, now: datetime, endpoint: str = "https://push.example/1") -> Channel:
    return actions.subscribe_browser(
        person, endpoint=endpoint, p256dh="x", auth="x", name="Firefox", now=now
    )


def test_a_letter_needs_an_address_of_ones_own(hana: Person, now: datetime) -> None:
    subscribe(hana, now)

    with pytest.raises(NoMailAccountError):
        write_letter(hana, now)


@pytest.mark.parametrize("to", ["", "saiyo", "a@b@c", "採用@example.co.jp", "a@b.jp\nBcc: c@d.jp"])
def test_a_letter_needs_an_address_to_go_to(hana: Person, now: datetime, to: str) -> None:
    own_mail(hana, PORT, now)

    with pytest.raises(BadAddressError):
        actions.send_letter(hana, key="1", to=to, subject="件名", body="本文", about={}, now=now)

    assert Delivery.objects.count() == 0


def test_letters_of_one_key_are_each_persons_own(hana: Person, ren: Person, now: datetime) -> None:
    for person in (hana, ren):
        own_mail(person, PORT, now)
        write_letter(person, now)

    assert Delivery.objects.count() == 2
    assert Delivery.objects.values("payload__message_id").distinct().count() == 2


def test_nobody_decides_about_a_strangers_letter(
    hana: Person, ren: Person, now: datetime, postbox: Postbox
) -> None:
    postbox.falls_silent = True
    with mail_server(postbox) as port:
        own_mail(hana, port, now)
        own_mail(ren, port, now)
        write_letter(hana, now)
        deliver(Clock(now))

    for decide in (actions.send_letter_again, actions.letter_arrived):
        with pytest.raises(NoSuchDeliveryError):
            decide(ren, "letter:1", now=now + timedelta(hours=1))
    assert queries.letter_delivery(ren, "letter:1", now) is None
    assert states(hana) == [State.UNCERTAIN]


@pytest.mark.parametrize("state", [State.WAITING, State.SENDING, State.SENT])
def test_a_letter_that_is_on_its_way_or_arrived_is_not_sent_again(
    hana: Person, now: datetime, state: State
) -> None:
    own_mail(hana, PORT, now)
    write_letter(hana, now)
    Delivery.objects.update(state=state)

    with pytest.raises(NoSuchDeliveryError):
        actions.send_letter_again(hana, "letter:1", now=now + timedelta(hours=1))

    assert states(hana) == [state]


def test_a_letter_that_is_being_handed_over_is_not_decided_about_yet(
    hana: Person, now: datetime
) -> None:
    own_mail(hana, PORT, now)
    write_letter(hana, now)
    Delivery.objects.update(state=State.UNCERTAIN, changed_at=now)
    letter = queries.letter_delivery(hana, "letter:1", now + timedelta(minutes=1))

    assert letter is not None
    assert letter.state is State.SENDING
    with pytest.raises(NoSuchDeliveryError):
        actions.send_letter_again(hana, "letter:1", now=now + timedelta(minutes=1))

    later = queries.letter_delivery(hana, "letter:1", now + timedelta(minutes=4))
    assert later is not None
    assert later.state is State.UNCERTAIN
    actions.send_letter_again(hana, "letter:1", now=now + timedelta(minutes=4))
    assert states(hana) == [State.WAITING]


def test_a_person_has_one_mail_account(hana: Person, now: datetime) -> None:
    own_mail(hana, 1025, now)
    own_mail(hana, 1026, now)

    kept = queries.own_mail(hana)
    assert kept is not None
    assert kept.server.port == 1026
    assert Channel.objects.count() == 1


def test_a_password_comes_back_only_with_the_key_that_sealed_it(
    hana: Person, now: datetime, settings: Settings
) -> None:
    secret = account(PORT, security=Security.TLS, password=PASSWORD)
    actions.save_own_mail(hana, secret, is_on=True, now=now)
    old, other = settings.ENCRYPTION_KEYS[0], "A" * 43 + "="

    assert PASSWORD not in Channel.objects.get().sealed
    settings.ENCRYPTION_KEYS = (other, old)
    kept = queries.own_mail(hana)
    assert kept is not None
    assert kept.server.password == PASSWORD
    settings.ENCRYPTION_KEYS = (other,)
    assert queries.own_mail(hana) is None


def test_a_sealed_account_is_of_no_use_in_anothers_row(
    hana: Person, ren: Person, now: datetime
) -> None:
    channel = own_mail(hana, PORT, now)
    own_mail(ren, PORT, now)
    Channel.objects.filter(owner=ren).update(sealed=channel.sealed)

    assert queries.own_mail(ren) is None


def test_what_cannot_be_opened_any_more_says_so(
    hana: Person, now: datetime, settings: Settings
) -> None:
    own_mail(hana, PORT, now)
    write_letter(hana, now)
    settings.ENCRYPTION_KEYS = ("A" * 43 + "=",)

    deliver(Clock(now))

    letter = queries.letter_delivery(hana, "letter:1", now)
    assert letter is not None
    assert (letter.state, letter.problem) == (State.FAILED, "unreadable")


def test_the_house_mails_to_the_address_one_signed_in_with(
    hana: Person, now: datetime, postbox: Postbox, settings: Settings
) -> None:
    settings.DEFAULT_FROM_EMAIL = "yokame <yokame@example.ac.jp>"
    with mail_server(postbox) as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        actions.use_house_mail(hana, is_on=True, now=now)
        actions.post(hana, notice(now), now=now)
        deliver(Clock(now))

    assert postbox.recipients == [["hana@example.ac.jp"]]
    assert postbox.senders == ["yokame@example.ac.jp"]


def test_a_link_in_a_mail_names_the_house(
    hana: Person, now: datetime, postbox: Postbox, settings: Settings
) -> None:
    settings.OWN_ADDRESS = "https://yokame.example.ac.jp"
    with mail_server(postbox) as port:
        channel = own_mail(hana, port, now)
        actions.post(hana, notice(now), now=now)
        delivery = Delivery.objects.get()
        message = message_of(delivery, account_of(channel), "hana@example.ac.jp")

    body = email.message_from_bytes(message).get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().rstrip().endswith("https://yokame.example.ac.jp/today/")


def test_browsers_know_one_key_whatever_key_encrypts(settings: Settings) -> None:
    before = queries.key_for_browsers()
    settings.ENCRYPTION_KEYS = ("A" * 43 + "=", *settings.ENCRYPTION_KEYS)

    assert queries.key_for_browsers() == before


def test_whoever_begins_to_be_told_is_not_told_of_what_was_before(
    hana: Person, now: datetime
) -> None:
    subscribe(hana, now)

    assert Reminding.objects.get().planned_at == now
    assert queries.to_be_reminded(now + timedelta(minutes=5)) == []


def test_old_notices_are_forgotten_and_letters_are_not(hana: Person) -> None:
    now = timezone.now()
    own_mail(hana, PORT, now)
    for ago in (actions.KEPT_FOR + timedelta(days=1), timedelta(days=1)):
        actions.post(hana, notice(now, key=f"day8:{ago.days}"), now=now - ago)
        write_letter(hana, now - ago, key=f"letter:{ago.days}")

    assert actions.drop_old_notices(now=now) == 1

    kept = set(Delivery.objects.values_list("key", flat=True))
    assert kept == {"day8:1", "letter:1", f"letter:{actions.KEPT_FOR.days + 1}"}


def test_a_test_is_sent_once_a_minute_and_switches_its_channel_on(
    hana: Person, ren: Person, now: datetime
) -> None:
    channel = subscribe(hana, now)
    Channel.objects.update(is_on=False, problem="subscription_gone")

    for second in (0, 5):
        assert actions.try_channel(hana, channel.pk, now=now + timedelta(seconds=second))

    channel.refresh_from_db()
    assert (channel.is_on, channel.problem) == (True, "")
    assert Delivery.objects.count() == 1
    assert not actions.try_channel(ren, channel.pk, now=now)
    assert queries.has(hana, Kind.PUSH)


def test_letters_that_may_still_arrive_are_counted(
    hana: Person, ren: Person, now: datetime
) -> None:
    for person in (hana, ren):
        own_mail(person, PORT, now)
        for key in ("1", "2", "3"):
            write_letter(person, now, key=key)
    Delivery.objects.filter(key="3").update(state=State.SENT)

    assert queries.letters_under_way(hana, {"case": ["test", "other"]}, but="") == 2
    assert queries.letters_under_way(hana, {"case": ["test"]}, but="1") == 1
    assert queries.letters_under_way(hana, {"case": ["other"]}, but="") == 0
