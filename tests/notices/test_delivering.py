import email
import email.policy
import json
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest

from tests.notices.writing import TEXT, Clock, deliver, notice, own_mail, states, write_letter
from tests.outbound.mail_server import Postbox, mail_server
from tests.outbound.push_service import PushService, new_browser, push_service
from yokame.accounts.queries import Person
from yokame.notices import actions, delivering, queries
from yokame.notices.carriers import carry
from yokame.notices.models import Channel, Delivery
from yokame.notices.notice import State
from yokame.notices.signals import LetterSent, letter_sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


def parsed(message: bytes) -> EmailMessage:
    return email.message_from_bytes(message, policy=email.policy.default)


@pytest.fixture
def told() -> Any:
    """The letters of which others were told that they went out."""
    letters: list[LetterSent] = []

    def hear(letter: LetterSent, **_: Any) -> None:
        letters.append(letter)

    letter_sent.connect(hear)
    yield letters
    letter_sent.disconnect(hear)


def test_a_letter_arrives_as_it_was_written(
    hana: Person, clock: Clock, postbox: Postbox, told: list[LetterSent]
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        write_letter(hana, clock.now)
        deliver(clock)

    [raw] = postbox.messages
    message = parsed(raw)
    assert message["From"] == "山田 花 <hana@example.ac.jp>"
    assert message["To"] == "saiyo@example.co.jp"
    assert message["Subject"] == "選考結果のご連絡時期について"
    assert message["Date"] == "Tue, 24 Nov 2026 10:30:00 +0900"
    assert message["Message-ID"].endswith("@example.ac.jp>")
    assert message.get_content_type() == "text/plain"
    assert message.get_content().splitlines() == TEXT.splitlines()
    assert "Auto-Submitted" not in message
    assert postbox.recipients == [["saiyo@example.co.jp"]]
    assert states(hana) == [State.SENT]
    assert [(letter.body, letter.about) for letter in told] == [(TEXT, {"case": "test"})]


def test_a_letter_asked_for_twice_is_sent_once(
    hana: Person, clock: Clock, postbox: Postbox, told: list[LetterSent]
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        for _ in range(3):
            write_letter(hana, clock.now)
            deliver(clock)

    assert len(postbox.messages) == 1
    assert len(told) == 1


def test_a_notice_goes_to_every_channel_that_is_on(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    service, browser = PushService(), new_browser()

    with mail_server(postbox) as port, push_service(service) as endpoint:
        own_mail(hana, port, clock.now)
        subscribed = browser.subscription(endpoint)
        actions.subscribe_browser(
            hana,
            endpoint=endpoint,
            p256dh=subscribed.p256dh,
            auth=subscribed.auth,
            name="Firefox",
            now=clock.now,
        )
        assert actions.post(hana, notice(clock.now), now=clock.now) == 2
        assert actions.post(hana, notice(clock.now), now=clock.now) == 0
        deliver(clock)

    message = parsed(postbox.messages[0])
    assert (message["To"], message["Auto-Submitted"]) == ("hana@example.ac.jp", "auto-generated")
    pushed = json.loads(browser.read(service.requests[0][2]))
    assert pushed == {
        "title": "八日目です",
        "body": "開いて確かめられます。",
        "path": "/today/",
        "tag": "day8:1",
    }
    assert "見本商事" in message.get_content()
    assert states(hana) == [State.SENT, State.SENT]


def test_a_mail_server_that_is_down_is_tried_again_later_and_later(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
    actions.post(hana, notice(clock.now), now=clock.now)
    pauses = []

    for _ in range(4):
        deliver(clock)
        row = Delivery.objects.get()
        assert (row.state, row.problem) == (State.WAITING, "no_connection")
        pauses.append((row.next_try_at - clock.now) // timedelta(minutes=1))
        deliver(clock)  # not yet
        clock.now = row.next_try_at

    assert pauses == [1, 5, 15, 60]
    assert Delivery.objects.get().attempts == 4


def test_a_letter_that_cannot_go_out_within_the_hour_waits_for_its_writer(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
    write_letter(hana, clock.now)

    for _ in range(6):
        deliver(clock)
        clock.now = max(clock.now, Delivery.objects.get().next_try_at)

    letter = queries.letter_delivery(hana, "letter:1", clock.now)
    assert letter is not None
    assert (letter.state, letter.problem) == (State.FAILED, "no_connection")
    assert letter.body == TEXT


def test_a_failed_letter_goes_out_when_its_writer_says_so_with_the_same_message_id(
    hana: Person, clock: Clock, postbox: Postbox, told: list[LetterSent]
) -> None:
    postbox.answers["RCPT"] = "550 nobody here"

    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        write_letter(hana, clock.now)
        deliver(clock)
        assert states(hana) == [State.FAILED]
        assert told == []
        message_id = Delivery.objects.get().payload["message_id"]
        postbox.answers.clear()
        actions.send_letter_again(hana, "letter:1", now=clock.move(minutes=5))
        deliver(clock)

    assert states(hana) == [State.SENT]
    assert parsed(postbox.messages[0])["Message-ID"] == message_id
    assert len(told) == 1


def test_a_letter_without_an_answer_is_never_sent_again_by_itself(
    hana: Person, clock: Clock, postbox: Postbox, told: list[LetterSent]
) -> None:
    postbox.falls_silent = True

    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        write_letter(hana, clock.now)
        for _ in range(5):
            deliver(clock)
            clock.move(hours=1)

    letter = queries.letter_delivery(hana, "letter:1", clock.now)
    assert len(postbox.messages) == 1
    assert letter is not None
    assert (letter.state, letter.problem) == (State.UNCERTAIN, "no_reply")
    assert letter.needs_person
    assert told == []


def test_its_writer_says_that_an_uncertain_letter_arrived(
    hana: Person, clock: Clock, postbox: Postbox, told: list[LetterSent]
) -> None:
    postbox.falls_silent = True
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        write_letter(hana, clock.now)
        deliver(clock)

    actions.letter_arrived(hana, "letter:1", now=clock.move(minutes=10))

    assert states(hana) == [State.SENT]
    assert len(told) == 1


def test_an_uncertain_notice_is_not_sent_again_either(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    postbox.falls_silent = True

    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        actions.post(hana, notice(clock.now), now=clock.now)
        deliver(clock)
        clock.move(hours=1)
        deliver(clock)

    assert len(postbox.messages) == 1
    assert states(hana) == [State.UNCERTAIN]


def test_nothing_rings_at_night_and_nothing_is_lost(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        clock.now = clock.now.replace(hour=23)
        actions.post(hana, notice(clock.now), now=clock.now)
        deliver(clock)
        assert postbox.messages == []
        clock.now = clock.now.replace(day=25, hour=8, minute=0)
        deliver(clock)

    assert len(postbox.messages) == 1


def test_a_worker_that_slept_into_the_night_waits_for_the_morning(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        actions.post(hana, notice(clock.now), now=clock.now)
        clock.now = clock.now.replace(hour=22)
        deliver(clock)

    row = Delivery.objects.get()
    assert postbox.messages == []
    assert row.state == State.WAITING
    assert row.next_try_at == clock.now.replace(day=25, hour=8, minute=0)


def test_a_letter_goes_out_at_night_when_its_writer_presses_send(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        clock.now = clock.now.replace(hour=23)
        write_letter(hana, clock.now)
        deliver(clock)

    assert len(postbox.messages) == 1


def test_a_notice_whose_moment_passed_is_not_sent(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        actions.post(hana, notice(clock.now), now=clock.now)
        clock.move(days=5)
        deliver(clock)

    assert postbox.messages == []
    assert states(hana) == [State.EXPIRED]


def test_a_channel_switched_off_meanwhile_keeps_silent(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        channel = own_mail(hana, port, clock.now)
        actions.post(hana, notice(clock.now), now=clock.now)
        actions.switch(hana, channel.pk, is_on=False, shows_names=True)
        deliver(clock)

    assert postbox.messages == []
    assert states(hana) == [State.EXPIRED]


def test_a_browser_that_is_gone_is_asked_no_more(hana: Person, clock: Clock) -> None:
    service, browser = PushService(status=410), new_browser()

    with push_service(service) as endpoint:
        actions.subscribe_browser(
            hana,
            endpoint=endpoint,
            p256dh=browser.subscription(endpoint).p256dh,
            auth=browser.subscription(endpoint).auth,
            name="Firefox",
            now=clock.now,
        )
        actions.post(hana, notice(clock.now), now=clock.now)
        deliver(clock)
        assert actions.post(hana, notice(clock.now, key="day8:2"), now=clock.now) == 0

    [channel] = queries.broken_channels(hana)
    assert channel.problem == "subscription_gone"
    assert states(hana) == [State.FAILED]


def test_a_refused_recipient_does_not_break_the_channel(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    postbox.answers["RCPT"] = "550 nobody here"

    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        write_letter(hana, clock.now)
        deliver(clock)

    assert queries.broken_channels(hana) == []
    assert Channel.objects.get().is_on


def test_what_we_cannot_handle_stops_nothing_behind_it(
    hana: Person, clock: Clock, postbox: Postbox, caplog: pytest.LogCaptureFixture
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        for key in ("day8:1", "day8:2"):
            actions.post(hana, notice(clock.now, key=key), now=clock.now)
        first = Delivery.objects.order_by("pk")[0]
        Delivery.objects.filter(pk=first.pk).update(payload={})
        deliver(clock)

    assert states(hana) == [State.FAILED, State.SENT]
    assert Delivery.objects.get(pk=first.pk).problem == "our_fault"
    assert "could not be handled" in caplog.text


def test_who_was_overtaken_hands_nothing_over(
    hana: Person, clock: Clock, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A laptop sleeps between the claim and the sending; another worker takes the delivery."""
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        actions.post(hana, notice(clock.now), now=clock.now)
        row = Delivery.objects.get()

        def carried_after_a_sleep(delivery: Delivery, on_the_brink: Any) -> None:
            monkeypatch.setattr(delivering, "carry", carry)
            clock.move(minutes=30)
            delivering.deliver(row.pk, clock)
            carry(delivery, on_the_brink)

        monkeypatch.setattr(delivering, "carry", carried_after_a_sleep)
        delivering.deliver(row.pk, clock)

    assert len(postbox.messages) == 1
    assert states(hana) == [State.SENT]
    assert Delivery.objects.get().attempts == 2


def test_a_claim_of_a_dead_worker_is_taken_over_and_a_living_ones_is_not(
    hana: Person, clock: Clock, postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        own_mail(hana, port, clock.now)
        actions.post(hana, notice(clock.now), now=clock.now)
        Delivery.objects.update(state=State.SENDING, attempts=1, changed_at=clock.now)
        clock.move(minutes=1)
        deliver(clock)
        assert postbox.messages == []
        clock.move(minutes=delivering.CLAIM_MINUTES)
        deliver(clock)

    assert len(postbox.messages) == 1
