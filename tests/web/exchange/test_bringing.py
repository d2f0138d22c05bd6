"""A file is chosen, looked at, confirmed and followed; nothing of it needs a script."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from tests.sheets.demo import student_sheet
from tests.web.applications.owner import Owner
from tests.web.exchange.conftest import TODAY
from tests.web.visitor import field, html, text
from yokame.accounts.queries import Person
from yokame.tracker import queries, uploads
from yokame.tracker.models import LedgerEvent, Upload


def choose(owner: Owner, data: bytes, name: str = "就活.csv") -> HttpResponse:
    """Choose a file and send it."""
    token = field(owner.open("/import/"), "csrfmiddlewaretoken")
    file = SimpleUploadedFile(name, data)
    return owner.post("/import/", {"csrfmiddlewaretoken": token, "file": file})


def looked_at(owner: Owner, data: bytes) -> tuple[str, HttpResponse]:
    """The address of the preview, and the preview."""
    url = choose(owner, data).headers["Location"]
    return url, owner.open(url)


def form_of(page: HttpResponse) -> dict[str, str]:
    """Everything that the preview's form would send."""
    source = html(page)
    sent = {
        name: (re.search(r'value="([^"]*)" selected', body) or re.search(r'value="([^"]*)"', body))[
            1
        ]  # type: ignore[index]
        for name, body in re.findall(
            r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', source, re.S
        )
    }
    sent["csrfmiddlewaretoken"] = field(page, "csrfmiddlewaretoken")
    if 'name="skips_known" value="1"' in source:
        sent["skips_known"] = "1"
    return sent


def work() -> None:
    """What the worker would do."""
    for upload in Upload.objects.filter(state="waiting"):
        uploads.bring_in.call(str(upload.uid))


def test_a_students_sheet_comes_in_and_goes_out_as_a_whole(owner: Owner) -> None:
    url, page = looked_at(owner, student_sheet())
    confirmed = owner.post(url, {**form_of(page), "deed": "bring"})
    waiting = owner.open(confirmed.headers["Location"])
    work()
    done = owner.open(url)
    hidden = {name: field(done, name) for name in ("csrfmiddlewaretoken", "undo", "change", "next")}
    n_cards = len(queries.cards(owner.person, TODAY))
    undone = owner.post("/undo/", hidden)

    assert "40件を取り込む" in text(page)
    assert "順番を待っています" in text(waiting)
    assert "応募 40 件" in text(done)
    assert n_cards == 40
    assert undone.status_code == 303
    assert queries.cards(owner.person, TODAY) == []


def test_the_preview_says_what_was_read_and_what_was_not(owner: Owner) -> None:
    _, page = looked_at(owner, "会社名,応募日,ステータス\nデモ社,そのうち,一次通過\n".encode())

    assert "応募日 「そのうち」" not in text(page)
    assert "2行目・応募日 そのうち 日付として読めません" in text(page)
    assert "選考中" in text(page)


def test_a_column_can_be_read_otherwise(owner: Owner) -> None:
    url, page = looked_at(owner, "だれ,いつ\nデモ社,2026/11/13\n".encode())
    chosen = {**form_of(page), "use_1": "employer", "use_2": "applied_on", "deed": "look"}

    again = owner.follow(owner.post(url, chosen))

    assert "会社名の列が見つかりません" in text(page)
    assert "取り込む</button>" not in html(page)
    assert "1件を取り込む" in text(again)
    assert "応募日 2026年11月13日(金)" in text(again)


def test_the_order_of_day_and_month_is_asked_where_it_cannot_be_told(owner: Owner) -> None:
    url, page = looked_at(owner, b"Company,Date applied\nDemo,01/02/2026\n")
    chosen = {**form_of(page), "order_2": "day_first", "deed": "look"}

    again = owner.follow(owner.post(url, chosen))

    assert "月と日のどちらが先か" in text(page)
    assert "2026年2月1日" in text(again)


def test_applications_that_are_here_are_told_before_a_second_entry(owner: Owner) -> None:
    sheet = "会社名,職種\nデモ社,営業\n".encode()
    url, page = looked_at(owner, sheet)
    owner.post(url, {**form_of(page), "deed": "bring"})
    work()

    _, again = looked_at(owner, sheet)

    assert "すでに1件あります" in text(again)
    assert "件を取り込む" not in text(again)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空のファイル"),
        (b"%PDF-1.7", "読める表ではありません"),
        (b'{"a": 1}', "応募の一覧"),
        (b'{"format": "yokame-ledger", "version": 9, "events": [], "views": []}', "新しいyokame"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    owner: Owner, data: bytes, said: str
) -> None:
    response = choose(owner, data, "demo")

    assert response.status_code == 422
    assert said in text(response)
    assert not Upload.objects.exists()


def test_no_file_is_asked_for(owner: Owner) -> None:
    token = field(owner.open("/import/"), "csrfmiddlewaretoken")

    response = owner.post("/import/", {"csrfmiddlewaretoken": token})

    assert response.status_code == 422
    assert "ファイルを選んでください" in text(response)


def test_a_file_can_be_forgotten(owner: Owner) -> None:
    url, page = looked_at(owner, student_sheet(3))

    left = owner.post(url, {**form_of(page), "deed": "drop"})

    assert left.headers["Location"] == "/import/"
    assert owner.open(url).status_code == 404


def test_the_bar_asks_again_until_all_is_done(owner: Owner) -> None:
    url, page = looked_at(owner, student_sheet(3))
    owner.post(url, {**form_of(page), "deed": "bring"})

    before = owner.open(f"{url}progress/")
    work()
    after = owner.open(f"{url}progress/")

    assert 'hx-trigger="every 1s"' in html(before)
    assert after.headers["HX-Redirect"] == url
    assert html(after) == ""


def test_what_was_confirmed_cannot_be_chosen_about_any_more(owner: Owner) -> None:
    url, page = looked_at(owner, student_sheet(3))
    sent = {**form_of(page), "deed": "bring"}
    owner.post(url, sent)
    work()
    n_events = LedgerEvent.objects.count()

    owner.post(url, sent)
    work()

    assert LedgerEvent.objects.count() == n_events


def test_a_failure_says_that_nothing_came_in(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    url, page = looked_at(owner, student_sheet(3))
    owner.post(url, {**form_of(page), "deed": "bring"})
    monkeypatch.setattr(uploads, "append", None)
    work()

    assert "何も取り込まれていません" in text(owner.open(url))


def test_nonsense_in_the_form_is_passed_over(owner: Owner) -> None:
    url, page = looked_at(owner, student_sheet(3))
    nonsense = {"use_1": "throne", "use_2": "held_on.x.y", "order_3": "?", "track": "?"}

    again = owner.follow(owner.post(url, {**form_of(page), **nonsense, "deed": "look"}))

    assert again.status_code == 200


def test_a_stranger_finds_no_file(owner: Owner) -> None:
    ren = Person.objects.create(email="ren@example.jp")
    theirs = Upload.objects.create(
        owner=ren, uid=uuid4(), change=uuid4(), name="x", data=b"x", began_on=TODAY,
        state="looked_at",
    )  # fmt: skip

    assert owner.open(f"/import/{theirs.uid}/").status_code == 404
    assert owner.open(f"/import/{theirs.uid}/progress/").status_code == 404


def test_the_pages_speak_english(owner: Owner) -> None:
    url, _ = looked_at(owner, student_sheet(3))

    page = text(owner.open(f"{url}?lang=en"))

    assert "Import 3" in page
    assert "Choose a table of your own" in text(owner.open("/import/?lang=en"))


def test_a_preview_takes_a_constant_number_of_queries(
    owner: Owner, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    url, _ = looked_at(owner, student_sheet(400))

    with django_assert_max_num_queries(6):
        owner.open(url)


def test_a_file_is_taken_back_and_brought_again_weeks_later(owner: Owner) -> None:
    url, page = looked_at(owner, student_sheet())
    owner.post(url, {**form_of(page), "deed": "bring"})
    work()
    Upload.objects.all().delete()  # as the house is kept

    before = owner.open("/import/")
    undone = owner.follow(owner.post("/undo/", undo_form(before)))
    gone = queries.has_applications(owner.person)
    again = owner.follow(owner.post("/undo/", undo_form(undone)))

    assert "まとめて元に戻す" in text(before)
    assert "元に戻してあります" in text(undone)
    assert not gone
    assert "元に戻してあります" not in text(again)
    assert len(queries.cards(owner.person, TODAY)) == 40


def undo_form(page: HttpResponse) -> dict[str, str]:
    """What the button beside the file would send."""
    form = html(page).partition('id="brought-title"')[2].partition("</form>")[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
