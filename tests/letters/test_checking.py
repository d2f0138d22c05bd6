"""The check of a draft: quiet about good ones, and right about bad ones."""

import tomllib
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.letters import DraftContext, Finding, Medium, Situation, Timing, check
from yokame.letters.checking.patterns import patterns_of
from yokame.reports import Language, Policy, Track

HERE = Path(__file__).parent
GOOD = tomllib.loads((HERE / "drafts_good.toml").read_text("utf-8"))
BAD = tomllib.loads((HERE / "drafts_bad.toml").read_text("utf-8"))["bad"]
HOURS = ("10:00-11:45", "13:15-17:00")
TUESDAY = date(2026, 11, 24)


def draft_of(row: dict[str, Any]) -> str:
    if "text" in row:
        return str(row["text"]).strip()
    return str(GOOD["frame"]["head"] + row["body"] + GOOD["frame"]["tail"]).strip()


def context_of(row: dict[str, Any]) -> DraftContext:
    return DraftContext(
        medium=Medium(row["medium"]) if "medium" in row else None,
        track=Track(row["track"]) if "track" in row else None,
        employer=row.get("employer", ""),
        name=row.get("name", ""),
        university=row.get("university", ""),
        first_choice=row.get("first_choice"),
        policy=Policy(row.get("policy", "unknown")),
    )


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


INQUIRY = draft_of(GOOD["good"][0])


@pytest.mark.parametrize("row", GOOD["good"], ids=lambda row: draft_of(row)[:40])
def test_a_good_draft_is_left_alone(row: dict[str, Any]) -> None:
    assert check(draft_of(row), context_of(row)) == []


@pytest.mark.parametrize("row", BAD, ids=lambda row: f"{row['rule']}-{row.get('at', '')}")
def test_a_bad_draft_is_found_out_where_it_is_bad_and_nowhere_else(row: dict[str, Any]) -> None:
    draft = draft_of(row)

    findings = check(draft, context_of(row))

    assert set(rules(findings)) == {row["rule"], *row.get("also", ())}
    at = row.get("at", "")
    assert not at or any(at in f.text or (f.text and f.text in at) for f in findings)


@pytest.mark.parametrize("row", BAD, ids=lambda row: f"{row['rule']}-{row.get('at', '')}")
def test_a_finding_says_where_why_and_how_to_mend_it(row: dict[str, Any]) -> None:
    draft = draft_of(row)
    lines = draft.splitlines()

    for finding in check(draft, context_of(row)):
        assert 1 <= finding.line <= len(lines)
        assert finding.text in lines[finding.line - 1]
        assert finding.why
        assert finding.mend
        assert "{" not in finding.why.replace(finding.text, "") + finding.mend


@pytest.mark.parametrize("row", BAD, ids=lambda row: f"{row['rule']}-{row.get('at', '')}")
def test_findings_are_the_same_in_either_language(row: dict[str, Any]) -> None:
    context = context_of(row)

    ja = check(draft_of(row), context)
    en = check(draft_of(row), replace(context, language=Language.EN))

    assert [(f.rule, f.line, f.text) for f in ja] == [(f.rule, f.line, f.text) for f in en]


def test_the_corpora_are_large_enough_to_trust() -> None:
    assert len(GOOD["good"]) >= 60
    assert len(BAD) >= 80


def test_every_rule_has_a_bad_draft() -> None:
    by_pattern = {pattern.rule for language in Language for pattern in patterns_of(language)}

    assert by_pattern <= {row["rule"] for row in BAD}


@given(st.text(max_size=300))
def test_any_text_can_be_checked(text: str) -> None:
    for finding in check(text, DraftContext()):
        assert finding.line >= 1


@given(
    st.text(
        alphabet="御貴社中様。、「」御中株式会社（）()【】○〇日月1２まだですか結果\n ", max_size=120
    )
)
def test_any_japanese_text_can_be_checked(text: str) -> None:
    context = DraftContext(employer="株式会社青空商事", name="山田 花子", university="東都大学")

    for finding in check(text, context):
        assert 1 <= finding.line <= max(1, len(text.splitlines()))


def test_nothing_is_found_in_nothing() -> None:
    assert check(" \n\n", DraftContext()) == []


def test_windows_line_ends_do_not_move_a_finding() -> None:
    draft = "株式会社青空商事\r\n採用ご担当者様\r\n\r\n御社の東都大学の山田花子です。"

    (finding,) = check(draft, DraftContext())

    assert (finding.line, finding.text) == (4, "御社")


def test_a_bank_is_offered_its_own_word() -> None:
    draft = "採用ご担当者様\n\n東都大学の山田花子です。御社の説明会に参加いたしました。"

    findings = check(draft, DraftContext(employer="株式会社みどり銀行", medium=Medium.MAIL))

    assert "貴行" in findings[0].mend


# ------------------------------------------------------------ timing


def timed(send_on: date, at: time | None = None, **known: Any) -> list[str]:
    known = {"ask_from": TUESDAY, "held": date(2026, 11, 13), "hours": HOURS, **known}
    timing = Timing(send_on=send_on, send_at=at, **known)
    return rules(check(INQUIRY, DraftContext(timing=timing)))


@pytest.mark.parametrize(
    ("send_on", "at", "known", "found"),
    [
        (date(2026, 11, 20), None, {}, ["too_early"]),
        (date(2026, 11, 23), None, {}, ["too_early"]),  # Labour Thanksgiving Day, and too early
        (TUESDAY, time(10), {}, []),
        (TUESDAY, time(12, 30), {}, []),  # a mail may wait through lunch
        (TUESDAY, time(9, 59), {}, ["not_now"]),
        (TUESDAY, time(17, 1), {}, ["not_now"]),
        (date(2026, 11, 28), time(11), {}, ["not_now"]),  # Saturday
        (date(2026, 12, 30), time(11), {}, ["not_now"]),  # 年末年始
        (
            date(2026, 11, 30),
            None,
            {"n_asked": 1, "ask_again_from": date(2026, 12, 1)},
            ["too_early"],
        ),
        (date(2026, 12, 1), None, {"n_asked": 1, "ask_again_from": date(2026, 12, 1)}, []),
        (date(2026, 12, 1), None, {"n_asked": 2}, ["too_many"]),
        (date(2026, 12, 8), None, {"closed_from": date(2026, 12, 8)}, ["too_late"]),
    ],
)
def test_an_inquiry_goes_from_the_advised_day_in_office_hours(
    send_on: date, at: time | None, known: dict[str, Any], found: list[str]
) -> None:
    assert timed(send_on, at, **known) == found


@pytest.mark.parametrize(
    ("situation", "send_on", "found"),
    [
        (Situation.THANKS, date(2026, 11, 13), []),
        (Situation.THANKS, date(2026, 11, 14), []),
        (Situation.THANKS, date(2026, 11, 17), []),
        (Situation.THANKS, date(2026, 11, 18), ["too_late"]),
        (Situation.ACCEPTANCE, date(2026, 12, 4), []),
        (Situation.ACCEPTANCE, date(2026, 12, 7), ["too_late"]),
        (Situation.EXTENSION, date(2026, 12, 7), ["too_late"]),
        (Situation.EXTENSION, date(2026, 11, 28), ["not_now"]),
        (Situation.DECLINE_OFFER, date(2026, 12, 7), ["too_late"]),
    ],
)
def test_other_letters_go_before_their_day_is_over(
    situation: Situation, send_on: date, found: list[str]
) -> None:
    draft = "採用ご担当者様\n\n東都大学の山田花子です。一次面接の件でご連絡いたしました。"
    timing = Timing(send_on=send_on, answer_by=date(2026, 12, 4), held=date(2026, 11, 13))

    assert rules(check(draft, DraftContext(situation=situation, timing=timing))) == found


def test_a_call_keeps_out_of_lunch() -> None:
    draft = "東都大学の山田花子と申します。11月13日の一次面接の結果の時期の件でお電話いたしました。"
    timing = Timing(send_on=TUESDAY, send_at=time(12, 30), hours=HOURS)

    assert rules(check(draft, DraftContext(timing=timing))) == ["not_now"]


def test_too_early_says_from_when() -> None:
    timing = Timing(send_on=date(2026, 11, 20), ask_from=TUESDAY)

    (finding,) = check(INQUIRY, DraftContext(timing=timing))

    assert "11月24日（火）の10時以降" in finding.mend
