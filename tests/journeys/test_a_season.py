"""A season as its person lives it on a phone: a sheet of forty, day 8, the letter, word, a copy."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.own_phone import (
    N_ROWS,
    Clock,
    Mail,
    Phone,
    at,
    own_sheet,
    read_feed,
    read_mail,
)
from tests.outbound.mail_server import Postbox, mail_server
from tests.server.conftest import open_yokame  # noqa: F401
from tests.server.data.conftest import Verb, yokame  # noqa: F401
from tests.server.opened import Open
from yokame.notices.delivering import deliver_all_due
from yokame.tracker import uploads
from yokame.tracker.models import Upload
from yokame.worker.reminders import remind_people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
EMPLOYER, OWN, TO = "株式会社見本製作所1", "hana@example.ac.jp", "saiyo@example.co.jp"
FRIDAY_13, DAY_8 = at(11, 13, 20), at(11, 24, 10, 5)


@dataclass(frozen=True)
class House:
    """A yokame in processes of its own, with its own folders."""

    call: Verb
    open: Open
    data: Path
    folder: Path


@pytest.fixture
def house(yokame: Verb, open_yokame: Open, variables: dict[str, str], tmp_path: Path) -> House:
    opened = partial(open_yokame, DJANGO_SETTINGS_MODULE="yokame.server.settings")
    return House(yokame, opened, Path(variables["YOKAME_DATA_DIR"]), tmp_path)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(FRIDAY_13)
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture
def address(live_server: LiveServer, clock: Clock) -> str:  # noqa: ARG001
    """In place of the other journeys' address: all days here come from the clock."""
    return str(live_server.url)


@pytest.fixture
def phone(page: Page, address: str) -> Phone:
    page.set_viewport_size({"width": 390, "height": 844})
    page.set_default_timeout(10_000)
    return Phone(page, address)


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def port(postbox: Postbox) -> Iterator[int]:
    with mail_server(postbox) as port:
        yield port


def test_a_season_from_the_sheet_to_the_copy(
    phone: Phone,
    clock: Clock,
    port: int,
    postbox: Postbox,
    house: House,
) -> None:
    bring_the_sheet_in(phone, own_sheet(house.folder))
    record_the_interview(phone)
    give_the_mail_server(phone, port)

    live_until(DAY_8, clock)
    [reminder] = [mail for mail in mails(postbox) if "下書きを確かめる日" in mail.subject]
    assert f"{EMPLOYER}（一次面接）は、11月24日(火)から問い合わせてよい日です。" in reminder.text
    assert reminder.to == OWN

    sent = write_and_send_the_letter(phone, clock)
    assert [mail for mail in mails(postbox) if mail.to == TO] == [sent]

    feed = subscribe_to_the_calendar(phone)
    day_8 = day_8_in(phone, feed)

    clock.now = at(11, 26, 15)
    word_in_two_taps_and_back(phone)
    assert day_8_in(phone, feed) == day_8
    assert [mail for mail in mails(postbox) if mail.to == TO] == [sent]
    undo_the_sheet_and_bring_it_back(phone)
    own_file = take_all_of_it_along(phone, house.folder)

    keep_a_copy_and_lose_the_rest(own_file, house)


def bring_the_sheet_in(phone: Phone, sheet: Path) -> None:
    phone.open("/today/")
    phone.tap("手もとの表を取り込む")
    phone.page.get_by_label("ファイル").set_input_files(sheet)
    phone.tap("中身を確かめる")
    phone.tap(f"{N_ROWS}件を取り込む")
    phone.see("順番を待っています")
    uploads.bring_in.call(str(Upload.objects.get().uid))
    phone.see("取り込みました")


def record_the_interview(phone: Phone) -> None:
    phone.tap("ボード")
    phone.tap(EMPLOYER)
    phone.tap("選考を受けた")
    form = phone.part("選考を受けた")
    phone.tap("一次面接", form)
    phone.tap("1週間以内に連絡します", form)
    expect(form.get_by_text("11月24日(火)から")).to_be_visible()
    form.locator(".deed-go").click()
    phone.see("一次面接の連絡を待っています")


def give_the_mail_server(phone: Phone, port: int) -> None:
    phone.tap("設定")
    phone.tap("お知らせの受け取り方・メールの設定")
    form = phone.part("自分のメール（連絡文を送るのにも使います）")
    form.get_by_label("メールアドレス").fill(OWN)
    form.get_by_label("送信（SMTP）サーバー").fill("localhost")
    form.get_by_label("暗号化").select_option("none")
    form.get_by_label("ポート").fill(str(port))
    phone.tap("保存する", form)
    phone.see("保存しました。")


def live_until(moment: datetime, clock: Clock) -> None:
    """The worker looks every half hour, as it does every two minutes when it runs."""
    while clock.now < moment:
        clock.now = min(clock.now + timedelta(minutes=30), moment)
        remind_people.call()
        deliver_all_due(clock)


def mails(postbox: Postbox) -> list[Mail]:
    return [read_mail(message) for message in postbox.messages]


def write_and_send_the_letter(phone: Phone, clock: Clock) -> Mail:
    phone.open("/today/")
    first = phone.page.locator(".task").first
    expect(first).to_contain_text(EMPLOYER)
    expect(first).to_contain_text("会社に問い合わせる")
    phone.tap("問い合わせの文を書く", first)
    phone.page.get_by_label("氏名").locator("visible=true").fill("見本 花子")
    phone.page.get_by_label("大学").locator("visible=true").fill("見本大学")
    phone.tap("文面をつくる")
    phone.see("敬語・名前・日付に、気になるところはありません。")
    phone.tap("あて先")
    phone.page.get_by_label("あて先のメールアドレス").fill(TO)
    phone.tap("送る前に、もう一度見る")
    phone.see("一字一句このまま、1回だけ送られます。")
    shown = Mail(
        subject=phone.page.locator(".posted dd").last.inner_text(),
        to=TO,
        text=phone.page.locator(".as-written").text_content() or "",
    )
    phone.tap("送信する")
    phone.see("送っています")
    deliver_all_due(clock)
    deliver_all_due(clock)
    phone.see("送りました")
    phone.tap("送った連絡文")
    expect(phone.page.locator(".as-written")).to_have_text(shown.text)
    phone.tap(f"{EMPLOYER}")
    expect(phone.page.locator("#story")).to_contain_text(shown.subject)
    return shown


def subscribe_to_the_calendar(phone: Phone) -> str:
    phone.tap("暦")
    phone.tap("いつものカレンダーに入れる")
    phone.tap("アドレスを作る")
    return phone.page.get_by_label("あなただけのアドレス").input_value()


def day_8_in(phone: Phone, feed: str) -> str:
    """The UID of the day in the feed, as a calendar program finds it."""
    events = read_feed(phone.page.request.get(feed).text())
    wanted = (DAY_8.date(), f"八日目：{EMPLOYER}")
    [uid] = [uid for uid, event in events.items() if event == wanted]
    return uid


def word_in_two_taps_and_back(phone: Phone) -> None:
    phone.tap("今日")
    waits = phone.part("連絡が来たら")
    wait = waits.locator("summary", has_text=f"{EMPLOYER}一次面接")
    wait.click()
    phone.tap("通過", waits)
    phone.see(f"{EMPLOYER}：連絡を書きとめました")
    expect(wait).to_have_count(0)
    phone.tap("元に戻す")
    expect(wait).to_be_visible()


def undo_the_sheet_and_bring_it_back(phone: Phone) -> None:
    phone.tap("設定")
    phone.tap("取り込む・書き出す")
    phone.tap("まとめて元に戻す")
    phone.see("元に戻してあります")
    for room in ("今日", "ボード", "一覧"):
        phone.tap(room)
        phone.see("手もとの表を取り込む")
    phone.open("/import/")
    phone.tap("もう一度入れる")
    phone.tap("一覧")
    phone.see(EMPLOYER)
    expect(phone.page.locator("tbody tr")).to_have_count(N_ROWS)


def take_all_of_it_along(phone: Phone, folder: Path) -> Path:
    phone.open("/import/")
    with phone.page.expect_download() as waited:
        phone.tap("控え（JSON）")
    file = folder / "own.json"
    waited.value.save_as(file)
    return file


def keep_a_copy_and_lose_the_rest(own_file: Path, house: House) -> None:
    """In processes of their own; a server runs while the copy is made."""
    copy = str(house.folder / "copy.sqlite3")
    server = house.open()
    assert house.call("import", str(own_file)).returncode == 0
    assert house.call("backup", copy).returncode == 0
    assert server.end() == 0
    shutil.rmtree(house.data)

    assert house.call("restore", copy).returncode == 0
    assert house.call("check").returncode == 0
    assert house.call("export").stdout == own_file.read_bytes()
    _, table = house.open().get("/table/")
    assert EMPLOYER in table
