"""`yokame answer`: the machine form, the page, and every option's way into the question."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.calls import FINAL, FRIDAY, Caller
from yokame.cli.answer import Asked, question_of
from yokame.cli.columns import width
from yokame.cli.days import DayReader
from yokame.forecast import Contact, ContactBy, Question
from yokame.reports import Policy, Stage, Track

NOTHING = Asked(
    stage="final",
    held="2026-11-13",
    said=None,
    today=None,
    track="new_grad",
    employer=None,
    industry=None,
    size=None,
    public_sector=False,
    via_agent=False,
    policy=None,
    signal=(),
    contact=None,
    contact_on=None,
    asked=(),
    others=None,
)
WEEK = ("--said", "1週間以内に連絡します")


def question(**given: object) -> Question:
    return question_of(Asked(**{**vars(NOTHING), **given}), DayReader("ja", FRIDAY))


def test_json_holds_the_contract(yokame: Caller) -> None:
    called = yokame(*FINAL, *WEEK, "--json")

    assert called.code == 0
    assert called.err == ""
    assert list(called.json) == [
        "passed",
        "word",
        "path",
        "deadline",
        "advice",
        "evidence",
        "basis",
    ]
    assert called.json["deadline"]["on"] == "2026-11-20"
    assert called.json["deadline"]["ask_from"] == "2026-11-24"


def test_the_page_shows_advice_chance_dates_and_evidence_in_japanese(yokame: Caller) -> None:
    page = yokame(*FINAL, *WEEK).out

    headings = [
        "今日すること",
        "受かっている見込み",
        "連絡が来そうな日",
        "これからの14日",
        "そう言える根拠",
    ]
    places = [page.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)
    assert "最終面接（新卒）：2026年11月13日(金)から7日（" in page
    assert "八日目" in page


def test_the_page_is_in_english_where_asked(yokame: Caller) -> None:
    page = yokame(*FINAL, "--lang", "en").out

    assert "Chance that you passed" in page
    assert not any("ぁ" <= char <= "ん" for char in page)


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_is_wider_than_the_terminal(
    yokame: Caller, monkeypatch: pytest.MonkeyPatch, columns: int, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    page = yokame(*FINAL, *WEEK, "--signal", "firm_sells_itself", "--lang", lang).out

    assert max(width(line) for line in page.splitlines()) <= min(columns, 80)


def test_people_shown_are_a_hundred(yokame: Caller) -> None:
    called, page = yokame(*FINAL, "--json"), yokame(*FINAL).out

    assert page.count("●") == called.json["passed"]["in_100"]
    assert page.count("●") + page.count("○") == 100


def test_output_that_is_no_terminal_has_no_colour(yokame: Caller) -> None:
    assert "\x1b" not in yokame(*FINAL).out


def test_a_low_chance_stands_with_its_action_and_where_to_find_help(yokame: Caller) -> None:
    page = yokame(*FINAL, "--signal", "told_fail_on_spot").out

    assert "今日することは、ひとつだけ。" in "".join(page.split())
    assert "よりそいホットライン 0120-279-338（24時間、2026-11-23に確認）" in page


def test_a_chance_that_is_not_low_shows_no_help_lines(yokame: Caller) -> None:
    assert "よりそい" not in yokame(*FINAL).out


def test_a_name_is_said_to_move_nothing(yokame: Caller) -> None:
    named, unnamed = yokame(*FINAL, "--employer", "花丸商事"), yokame(*FINAL)

    assert "「花丸商事」の体験記はまだないので、会社名では動かしていません。" in named.out
    assert named.out.count("●") == unnamed.out.count("●")


def test_after_a_contact_there_is_nothing_left_to_wait_for(yokame: Caller) -> None:
    page = yokame(*FINAL, "--contact", "phone", "--contact-on", "11/19").out

    assert "連絡の中身を確かめて、書きとめる" in page
    assert "これからの14日" not in page


def test_a_supposed_year_is_told_beside_the_answer(yokame: Caller) -> None:
    called = yokame("answer", "--stage", "final", "--held", "11/13", "--json")

    assert called.err == "--held の「11/13」は 2026年11月13日(金) と読みました。\n"
    assert called.json["path"][0]["date"] == "2026-11-21"


def test_days_are_read_against_the_day_that_was_asked_for(yokame: Caller) -> None:
    called = yokame(*FINAL, "--today", "2026-11-30", "--json")

    assert called.json["path"][0]["date"] == "2026-12-01"


def test_options_reach_the_question() -> None:
    asked = question(
        track="mid_career",
        policy="passed_only",
        size=1200,
        public_sector=True,
        via_agent=True,
        employer=" 花丸 ",
        signal=("smiles_good_mood",),
        contact="mail",
        contact_on="11/18",
        asked=("11/19", "昨日", "2026-11-17"),
    )

    assert asked.track is Track.MID_CAREER
    assert asked.policy is Policy.PASSED_ONLY
    assert (asked.size, asked.public_sector, asked.via_agent) == (1200, True, True)
    assert asked.employer == "花丸"
    assert asked.signals == ("smiles_good_mood",)
    assert asked.contact == Contact(ContactBy.MAIL, date(2026, 11, 18))
    assert [day.day for day in asked.asked] == [17, 19]


def test_a_part_time_job_needs_no_stage(yokame: Caller) -> None:
    called = yokame("answer", "--held", "11/16", "--track", "part_time")

    assert called.code == 0
    assert called.out.startswith("アルバイト・パート：")


def test_other_tracks_need_a_stage(yokame: Caller) -> None:
    called = yokame("answer", "--held", "11/16")

    assert called.code == 2
    assert "--stage が必要です" in called.err


def test_what_others_heard_is_read_from_a_file(yokame: Caller, tmp_path: Path) -> None:
    heard = {"stage": "final", "held": "2026-11-13", "word": "pass", "on": "2026-11-18", "count": 2}
    file = tmp_path / "others.json"
    file.write_text(json.dumps([heard]), encoding="utf-8")

    alone, among = yokame(*FINAL, "--json"), yokame(*FINAL, "--others", str(file), "--json")

    assert among.json["passed"]["prob"] < alone.json["passed"]["prob"]
    assert question(others=str(file)).others[0].stage is Stage.FINAL


def test_what_is_wrong_in_that_file_is_told_with_its_row(yokame: Caller, tmp_path: Path) -> None:
    file = tmp_path / "others.json"
    row = {"stage": "final", "held": "2026-11-13", "word": "won", "on": "2026-11-18", "count": 2}
    file.write_text(json.dumps([row]), encoding="utf-8")

    called = yokame(*FINAL, "--others", str(file))

    assert called.code == 2
    assert "--others：1行目の word が won になっています" in called.err


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_opened_is_named(yokame: Caller, tmp_path: Path, name: str) -> None:
    called = yokame(*FINAL, "--others", str(tmp_path / name))

    assert called.code == 2
    assert str(tmp_path / name) in called.err
