"""A phone walks through one application; so do a keyboard, and a browser without script."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Literal
from uuid import UUID, uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from yokame.accounts.actions import ensure_local_person
from yokame.reports import Outcome, Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held, Pen
from yokame.tracker.payloads import Said

NOON = datetime(2026, 11, 20, 3, tzinfo=UTC)
PHONE: ViewportSize = {"width": 390, "height": 844}
LONG_NAME = "株式会社北関東見本エレクトロニクスホールディングス"
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon of Friday 20 November 2026 wherever something is recorded."""
    monkeypatch.setattr("yokame.web.ledger.timezone.now", lambda: NOON)


def pen(day: int = 20) -> Pen:
    return Pen(ensure_local_person(), NOON.replace(day=day))


def waiting() -> tuple[UUID, UUID]:
    """An application with an interview on Friday 13 November, and the promise of a week."""
    round_uid = uuid4()
    held = Held(Stage.FIRST, date(2026, 11, 13), said="1週間以内に連絡します", round=round_uid)
    return actions.add(pen(13), Facts(employer=LONG_NAME, course="総合職"), held=held), round_uid


def heard(said: Said) -> UUID:
    uid, round_uid = waiting()
    actions.record_word(pen(), uid, round_uid, said=said, on=date(2026, 11, 19))
    return uid


def rich() -> UUID:
    """A wait with everything that can stand on its page."""
    uid, round_uid = waiting()
    actions.notice_signals(pen(14), uid, round_uid, ("longer_than_planned", "own_feeling_bad"))
    actions.others_heard(pen(18), uid, round_uid, said=Outcome.PASS, on=date(2026, 11, 18))
    actions.undo(pen(19), actions.note(pen(19), uid, "まちがい"))
    actions.note(pen(19), uid, "逆質問で配属の話をした")
    return uid


def planned() -> UUID:
    return actions.add(pen(), Facts(employer="見本出版", entry_due_on=date(2026, 11, 30)))


def ahead() -> UUID:
    uid = heard(Said.PASS)
    actions.schedule_round(
        pen(), uid, stage=Stage.FINAL, on=date(2026, 11, 26), starts_at=time(13), place="本社"
    )
    return uid


STATES: dict[str, Callable[[], str]] = {
    "waiting": lambda: f"{rich()}/",
    "passed": lambda: f"{heard(Said.PASS)}/",
    "failed": lambda: f"{heard(Said.FAIL)}/",
    "offered": lambda: f"{heard(Said.OFFER)}/",
    "on-hold": lambda: f"{heard(Said.HOLD)}/",
    "planned": lambda: f"{planned()}/",
    "ahead": lambda: f"{ahead()}/",
    "add": lambda: f"new/?employer={LONG_NAME}&said=1週間以内に&held=2026-11-13",
    "before": lambda: f"new/?employer={'' if waiting() is None else LONG_NAME}",
    "facts": lambda: f"{waiting()[0]}/facts/",
    "hold": lambda: f"{heard(Said.PASS)}/hold/",
    "letter": lambda: f"{waiting()[0]}/letter/",
    "others": lambda: "{}/rounds/{}/others/".format(*waiting()),
    "same": lambda: f"{(waiting(), planned())[1]}/same-employer/",
}


def test_from_the_first_entry_to_word_and_back(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/applications/new/")
    page.get_by_label("会社", exact=True).fill("見本商事")
    page.get_by_text("もう選考を受けた").click()
    page.get_by_text("最終面接", exact=True).click()
    page.get_by_label("いつ受けましたか").fill("2026-11-13")
    page.get_by_role("button", name="1週間以内に連絡します", exact=True).click()
    expect(page.get_by_text("11月24日(火)から")).to_be_visible()
    page.locator(".deed-end button").click()

    expect(page.get_by_role("heading", name="最終面接の連絡を待っています")).to_be_visible()
    page.evaluate("document.body.dataset.sameDocument = 'yes'")
    page.get_by_text("連絡が来た").first.click()
    page.get_by_role("button", name="通過").click()

    expect(page.get_by_role("heading", name="通過しました。次の選考の日は？")).to_be_focused()
    assert page.evaluate("document.body.dataset.sameDocument") == "yes"
    done = page.locator("#done")
    expect(done).to_contain_text("見本商事：連絡を書きとめました")
    done.get_by_role("button", name="元に戻す").click()

    expect(page.get_by_role("heading", name="最終面接の連絡を待っています")).to_be_visible()
    expect(page.locator("#done")).to_contain_text("元に戻しました")


def test_a_round_is_added_in_place_and_its_mistake_is_told_there(page: Page, address: str) -> None:
    uid = heard(Said.PASS)
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/applications/{uid}/")
    page.evaluate("document.body.dataset.sameDocument = 'yes'")

    page.get_by_role("link", name="選考を受けた").click()
    form = page.get_by_role("form", name="選考を受けた")
    form.get_by_label("いつ受けましたか").fill("2026-11-30")
    form.get_by_label("なんと言われましたか").fill("合格者のみ10日以内に")
    form.get_by_role("button", name="書きとめる").last.click()
    expect(form.get_by_text("2026年11月30日(月)はまだ来ていません")).to_be_visible()
    expect(form.get_by_label("なんと言われましたか")).to_have_value("合格者のみ10日以内に")
    form.get_by_label("いつ受けましたか").fill("2026-11-18")
    form.get_by_role("button", name="書きとめる").last.click()

    expect(
        page.get_by_role("heading", name="二次面接・途中の面接の連絡を待っています")
    ).to_be_visible()
    expect(page.locator("#done")).to_contain_text("選考を受けたことを書きとめました")
    assert page.evaluate("document.body.dataset.sameDocument") == "yes"


def test_a_line_of_the_story_is_corrected_in_place(page: Page, address: str) -> None:
    uid = heard(Said.FAIL)
    page.goto(f"{address}/applications/{uid}/")

    line = page.locator(".line").first
    line.get_by_text("記録のこと").click()
    line.get_by_role("link", name="訂正").click()
    line.get_by_text("保留・補欠").click()
    line.get_by_role("button", name="書きとめる").last.click()

    expect(page.get_by_role("heading", name="保留の連絡でした")).to_be_visible()
    expect(page.locator(".line").first).to_contain_text(
        "訂正ずみ（はじめの記録：11月19日(木) 連絡が来た：不合格）"
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_same_journey_without_javascript(browser: Browser, address: str, lang: str) -> None:
    words = {"ja": ("会社", "連絡が来た", "不合格", "元に戻す"),
             "en": ("Employer", "Word came", "Turned down", "Undo")}  # fmt: skip
    employer, came, no, undo = words[lang]
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(f"{address}/applications/new/?lang={lang}&held=2026-11-13&stage=first")
    page.get_by_label(employer, exact=True).fill("見本商事")
    page.locator(".deed-end button").click()

    page.get_by_text(came).first.click()
    page.get_by_role("button", name=no).click()
    expect(page.locator(".next-failed")).to_be_visible()
    page.locator("#done").get_by_role("button", name=undo).click()

    expect(page.locator(".next-waiting")).to_be_visible()
    page.context.close()


def test_the_keyboard_is_enough_for_word(page: Page, address: str) -> None:
    uid, _round = waiting()
    page.goto(f"{address}/applications/{uid}/")

    page.locator(".taps-open").focus()
    page.keyboard.press("Enter")
    for _tab in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="内定")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="おめでとうございます")).to_be_focused()
    # Faster than any hand, Tab would come before htmx has settled.
    expect(page.locator(".htmx-added, .htmx-settling")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator("#offer-due-answer_by")).to_be_focused()
    page.keyboard.type("12042026")
    while page.evaluate("document.activeElement.type") != "submit":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("あと14日あります")).to_be_visible()


@pytest.mark.parametrize("state", STATES)
def test_no_state_keeps_anybody_out(page: Page, address: str, state: str) -> None:
    url = f"{address}/applications/{STATES[state]()}"
    page.emulate_media(reduced_motion="reduce")
    for scheme in _SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(PHONE)
        page.goto(url)
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")

        found = Axe().run(page)

        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_its_screen(page: Page, address: str, state: str, lang: str) -> None:
    url = f"{address}/applications/{STATES[state]()}"
    page.goto(f"{url}{'&' if '?' in url else '?'}lang={lang}")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    for width in (360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})

        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("state", STATES)
def test_what_is_tapped_is_large_enough(page: Page, address: str, state: str) -> None:
    """24 CSS pixels, as WCAG 2.2 has it, for what is not part of a sentence."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}/applications/{STATES[state]()}")

    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, .chips label, .way, nav a")]
            .filter(e => e.checkVisibility() && !e.matches(".ask-enter"))
            .filter(e => Math.min(e.offsetHeight, e.offsetWidth) < 24).map(e => e.outerHTML)"""
    )

    assert small == []
