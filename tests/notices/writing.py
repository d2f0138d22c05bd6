"""What the tests of notices write: a mail account, a notice, a letter, a clock to be moved."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from yokame.accounts.queries import Person
from yokame.notices import actions
from yokame.notices.delivering import deliver_all_due
from yokame.notices.mail_account import MailAccount
from yokame.notices.models import Channel, Delivery
from yokame.notices.notice import Notice
from yokame.outbound import MailServer, Security

TEXT = "お世話になっております。\n選考結果のご連絡は、いつごろになりますでしょうか。"


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> datetime:
        """Later by so much."""
        self.now += timedelta(**by)
        return self.now


def account(port: int, *, security: Security = Security.NONE, password: str = "") -> MailAccount:
    server = MailServer("localhost", port, security, "hana" if password else "", password)
    return MailAccount("hana@example.ac.jp", "山田 花", server)


def own_mail(person: Person, port: int, now: datetime, *, is_on: bool = True) -> Channel:
    return actions.save_own_mail(person, account(port), is_on=is_on, now=now)


def notice(now: datetime, key: str = "day8:1") -> Notice:
    return Notice(
        key=key,
        title="八日目です",
        glance="開いて確かめられます。",
        body="見本商事に問い合わせてよい日です。",
        path="/today/",
        good_until=now + timedelta(hours=12),
    )


def write_letter(person: Person, now: datetime, key: str = "letter:1") -> None:
    actions.send_letter(
        person,
        key=key,
        to="saiyo@example.co.jp",
        subject="選考結果のご連絡時期について",
        body=TEXT,
        about={"case": "test"},
        now=now,
    )


def deliver(clock: Clock) -> None:
    deliver_all_due(clock)


def states(person: Person) -> list[str]:
    """The states of a person's deliveries, the oldest first."""
    return list(
        Delivery.objects.filter(owner=person).order_by("pk").values_list("state", flat=True)
    )
