"""`yokame letter`: a letter from options, and a draft checked."""

import json
from enum import StrEnum
from pathlib import Path

import pytest

from tests.cli.calls import Caller
from yokame.cli.texts import codes
from yokame.letters import Item, Medium, Reason, Situation

HANA = ("--name", "山田花子", "--university", "東都大学", "--employer", "株式会社青空商事")
ROUND = ("--stage", "first", "--held", "2026-11-13")
WEEK = ("--said", "1週間以内に連絡します")
INQUIRY = ("letter", "inquiry", *HANA, *ROUND, *WEEK, "--today", "2026-11-24")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with one fault: 御社 in a mail."""
    path = tmp_path / "draft.txt"
    path.write_text(
        "株式会社青空商事\n採用ご担当者様\n\nお世話になっております。東都大学の山田花子です。\n"
        "11月13日に御社の一次面接を受けました。結果のご連絡時期を伺えますでしょうか。\n\n"
        "東都大学 山田花子\n",
        "utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("section", "kind"),
    [("situation", Situation), ("medium", Medium), ("reason", Reason), ("item", Item)],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_help_knows_every_word_that_letters_know(
    section: str, kind: type[StrEnum], lang: str
) -> None:
    assert [code for code, _ in codes(lang, section)] == [str(word) for word in kind]


def test_a_letter_is_printed_with_its_subject(yokame: Caller) -> None:
    called = yokame(*INQUIRY)

    assert called.code == 0
    assert called.out.startswith("件名：")
    assert "株式会社青空商事\n採用ご担当者様" in called.out
    assert called.err == ""


def test_json_holds_the_letter_and_what_is_found_in_it(yokame: Caller) -> None:
    letter = yokame(*INQUIRY, "--json").json

    assert list(letter) == ["situation", "medium", "language", "subject", "body", "findings"]
    assert letter["findings"] == []


def test_a_letter_that_is_too_early_says_so_beside_it(yokame: Caller) -> None:
    called = yokame(*INQUIRY[:-1], "2026-11-20")

    assert called.out.startswith("件名：")
    assert "11月24日（火）の10時以降" in called.err


def test_english_letters_are_written_in_english(yokame: Caller) -> None:
    called = yokame(
        *("letter", "thanks", "--name", "Hanako Yamada", "--university", "Toto University"),
        *("--employer", "Aozora Trading", *ROUND, "--today", "2026-11-13", "--lang", "en"),
    )

    assert called.out.startswith("Subject: ")
    assert "Dear Hiring Team," in called.out


def test_hyphens_and_underscores_are_one_in_a_situation(yokame: Caller) -> None:
    with_hyphen = yokame("letter", "decline-offer", *HANA)
    with_underscore = yokame("letter", "decline_offer", *HANA)

    assert with_hyphen.code == 0
    assert with_hyphen.out == with_underscore.out


def test_facts_can_come_from_a_file_and_typed_ones_go_first(yokame: Caller, tmp_path: Path) -> None:
    path = tmp_path / "me.json"
    facts = {"name": "鈴木一郎", "university": "東都大学", "document": ["履歴書"], "keener": True}
    path.write_text(json.dumps(facts), "utf-8")

    called = yokame(
        *("letter", "documents", "--facts", str(path), "--name", "山田花子"),
        *("--employer", "株式会社青空商事"),
    )

    assert "山田花子" in called.out
    assert "鈴木" not in called.out
    assert "・履歴書" in called.out


def test_slots_are_read_with_their_hours(yokame: Caller) -> None:
    called = yokame(
        *("letter", "scheduling", *HANA, "--stage", "final"),
        *("--slot", "2026-11-25 10:00-12:00", "--slot", "2026-11-26 １３：００"),
    )

    assert "・11月25日（水）10:00〜12:00\n・11月26日（木）13:00" in called.out


def test_the_findings_of_a_draft_are_the_contract(yokame: Caller, draft: Path) -> None:
    checked = yokame("letter", "--check", str(draft), "--json").json

    assert list(checked) == ["findings"]
    (finding,) = checked["findings"]
    assert list(finding) == ["rule", "line", "text", "why", "mend"]
    assert (finding["rule"], finding["line"], finding["text"]) == ("wrong_honorific", 5, "御社")
    assert "貴社" in finding["mend"]


def test_findings_are_told_to_a_person_with_their_line(yokame: Caller, draft: Path) -> None:
    page = yokame("letter", "--check", str(draft)).out

    assert "5行目「御社」" in page


def test_a_draft_in_shift_jis_is_read(yokame: Caller, draft: Path) -> None:
    draft.write_bytes(draft.read_text("utf-8").encode("cp932"))

    assert len(yokame("letter", "--check", str(draft), "--json").json["findings"]) == 1


def test_a_good_draft_is_told_so(yokame: Caller, draft: Path) -> None:
    draft.write_text(draft.read_text("utf-8").replace("御社", "貴社"), "utf-8")

    called = yokame("letter", "--check", str(draft))

    assert called.code == 0
    assert "見つかりませんでした" in called.out


def test_a_draft_is_checked_against_the_days_of_the_answer(yokame: Caller, draft: Path) -> None:
    draft.write_text(draft.read_text("utf-8").replace("御社", "貴社"), "utf-8")
    call = ("letter", "--check", str(draft), "--json", *ROUND, *WEEK)

    early = yokame(*call, "--today", "2026-11-20").json["findings"]
    right = yokame(*call, "--today", "2026-11-24", "--at", "10:00").json["findings"]
    night = yokame(*call, "--today", "2026-11-24", "--at", "23:00").json["findings"]
    third = yokame(
        *call, "--today", "2026-12-08", "--asked", "2026-11-24", "--asked", "2026-12-01"
    ).json["findings"]

    assert [finding["rule"] for finding in early] == ["too_early"]
    assert right == []
    assert [finding["rule"] for finding in night] == ["not_now"]
    assert [finding["rule"] for finding in third] == ["too_many"]


def test_a_draft_is_of_no_use_where_only_passes_are_told(yokame: Caller, draft: Path) -> None:
    call = ("letter", "--check", str(draft), "--json", "--policy", "passed_only")

    assert "no_use" in {finding["rule"] for finding in yokame(*call).json["findings"]}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "場面 が必要"),
        (("poem",), "「poem」は使えません"),
        (("inquiry", *HANA, "--stage", "first"), "--held が必要です"),
        (("inquiry", *HANA[:4], *ROUND), "--employer が必要です"),
        (("scheduling", *HANA, "--stage", "first"), "--slot が必要です"),
        (("documents", *HANA), "--document が必要です"),
        (("inquiry", *HANA, *ROUND, "--policy", "passed_only"), "結果は変わりません"),
        (("thanks", *HANA, *ROUND, "--medium", "phone"), "「面接のお礼」を電話で"),
        (("thanks", *HANA, "--stage", "document", "--held", "11/13"), "だれとも会わない"),
        (("inquiry", *HANA, "--stage", "first", *WEEK), "--said には --held も必要"),
        (("inquiry", *HANA, *ROUND, "--at", "25:00"), "時刻として読めません"),
        (("scheduling", *HANA, *ROUND, "--slot", "11/25 12:00-10:00"), "日時として読めません"),
        (("inquiry", *HANA, *ROUND, "--wording", "x"), "0以上の整数"),
        (("inquiry", *HANA, *ROUND, "--reason", "boredom"), "「boredom」は使えません"),
        (("--check", "no-such-file"), "ファイルが見つかりません"),
        (("inquiry", "--facts", "no-such-file"), "ファイルが見つかりません"),
    ],
)
def test_wrong_input_gets_one_clear_line(yokame: Caller, args: tuple[str, ...], said: str) -> None:
    called = yokame("letter", *args)

    assert called.code == 2
    assert called.out == ""
    assert said in called.err
    assert "Traceback" not in called.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "JSON として読めません"),
        ('{"nome": "山田"}', "「nome」という項目は使えません"),
        ('{"year": ["4年"]}', "「year」の値が読めません"),
        ('{"situation": "inquiry", "stage": "fifth"}', "「fifth」は使えません"),
    ],
)
def test_a_file_of_facts_that_cannot_be_used_is_named(
    yokame: Caller, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(text, "utf-8")

    called = yokame("letter", "inquiry", *HANA, "--held", "2026-11-13", "--facts", str(path))

    assert called.code == 2
    assert said in called.err


def test_a_draft_that_is_no_text_is_refused(yokame: Caller, tmp_path: Path) -> None:
    path = tmp_path / "draft.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")

    assert yokame("letter", "--check", str(path)).code == 2
