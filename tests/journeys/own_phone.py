"""What a journey through a season needs: a clock, a sheet, a phone, and strangers' readers."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path
from zoneinfo import ZoneInfo

import ics
import vobject
from playwright.sync_api import Locator, Page, expect

JAPAN = ZoneInfo("Asia/Tokyo")
N_ROWS = 40
_KINDS = ("商事", "製作所", "銀行", "食品", "通信", "出版", "電機", "不動産")
_STATES = ("気になる", "書類通過", "応募済み", "不合格", "辞退")


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2026 in Japan."""
    return datetime(2026, month, day, hour, minute, tzinfo=JAPAN)


@dataclass
class Clock:
    """Stands in for the one clock of the whole house, and stands still until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Phone:
    """A page that is used by what one reads on it."""

    page: Page
    address: str

    def open(self, path: str) -> None:
        """Go to a page of the house by its address."""
        self.page.goto(f"{self.address}{path}")

    def tap(self, words: str, within: Locator | None = None) -> None:
        """Tap what says exactly this: a link, a button, a label, or what unfolds."""
        where = within or self.page.locator("body")
        things = where.locator("a, button:not(.ask-enter), summary, label").locator("visible=true")
        things.get_by_text(words, exact=True).or_(
            things.and_(self.page.get_by_text(words, exact=True))
        ).first.click()

    def see(self, words: str) -> None:
        """Wait until it stands there."""
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def part(self, title: str) -> Locator:
        """A part of the page, or a form, by its title."""
        by_title = self.page.get_by_role("region", name=title)
        return by_title.or_(self.page.get_by_role("form", name=title))


def own_sheet(folder: Path) -> Path:
    """Forty employers that do not exist, as Excel in Japan saves them (cp932)."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["会社名", "職種", "応募日", "選考状況", "備考"])
    for n in range(1, N_ROWS + 1):
        employer = f"株式会社見本{_KINDS[n % len(_KINDS)]}{n}"
        state = _STATES[n % len(_STATES)]
        rows.writerow([employer, "総合職", f"10/{1 + n % 9}", state, f"見本の{n}行目"])
    file = folder / "就活.csv"
    file.write_bytes(written.getvalue().encode("cp932"))
    return file


@dataclass(frozen=True)
class Mail:
    """A mail as a mail program reads it."""

    subject: str
    to: str
    text: str


def read_mail(message: bytes) -> Mail:
    """What a mail server was given."""
    mail = message_from_bytes(message, policy=policy.default)
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    return Mail(str(mail["Subject"]), str(mail["To"]), text.replace("\r\n", "\n").strip())


def read_feed(text: str) -> dict[str, tuple[date, str]]:
    """The events of a feed by UID, read by two parsers, neither of which wrote it."""
    by_ics = {event.uid: (event.begin.date(), event.name) for event in ics.Calendar(text).events}
    for calendar in vobject.readComponents(text):
        assert {event.uid.value for event in calendar.vevent_list} == set(by_ics)
    return by_ics
