"""The windows people name, each with the days a calendar gives for it."""

from datetime import date

import pytest

from yokame.promise import Promise, Reason, Rule, Unit, read_promise

FRIDAY = date(2026, 11, 13)  # Monday 23 November is a holiday


def _on(said: str, held: date = FRIDAY) -> dict[str, str]:
    return {r.rule.value: r.on.isoformat() for r in read_promise(said, held=held).readings}


def _reasons(promise: Promise) -> list[str]:
    return [note.reason.value for note in promise.not_understood]


@pytest.mark.parametrize(
    "said",
    [
        "1週間以内",
        "1週間前後",
        "1週間ほど",
        "1週間くらい",
        "1週間程度",
        "１週間以内に連絡します",
        "一週間以内",
        "約1週間で",
        "1 週間 以内",
        "within a week",
        "in about a week",
        "within 1 week",
    ],
)
def test_a_week_is_read_three_ways(said: str) -> None:
    assert _on(said) == {
        "calendar": "2026-11-20",
        "business_days": "2026-11-25",
        "day_zero_counted": "2026-11-19",
    }


def test_a_week_carries_the_weights_of_the_priors_and_its_own_words() -> None:
    promise = read_promise("1週間以内に連絡します", held=FRIDAY)

    assert [reading.weight for reading in promise.readings] == pytest.approx([0.75, 0.20, 0.05])
    assert promise.window is not None
    assert (promise.window.text, promise.window.unit, promise.window.count) == (
        "1週間以内", Unit.WEEKS, 1,
    )  # fmt: skip
    assert promise.deadline_on == date(2026, 11, 20)
    assert promise.ask_from == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "calendar", "business"),
    [
        ("3日以内", "2026-11-16", "2026-11-18"),
        ("3日程度", "2026-11-16", "2026-11-18"),
        ("2〜3日で", "2026-11-16", "2026-11-18"),
        ("2、3日で", "2026-11-16", "2026-11-18"),
        ("2日か3日で", "2026-11-16", "2026-11-18"),
        ("10日ほど", "2026-11-24", "2026-11-30"),
        ("20日以内", "2026-12-03", "2026-12-14"),
        ("20日ほど", "2026-12-03", "2026-12-14"),
        ("20日程度", "2026-12-03", "2026-12-14"),
        ("20日くらい", "2026-12-03", "2026-12-14"),
        ("20日で", "2026-12-03", "2026-12-14"),
        ("20日後", "2026-12-03", "2026-12-14"),
        ("1週間から10日", "2026-11-24", "2026-11-30"),
        ("一両日中", "2026-11-16", "2026-11-17"),
        ("within 3 days", "2026-11-16", "2026-11-18"),
        ("in two or three days", "2026-11-16", "2026-11-18"),
    ],
)
def test_days_are_counted_by_the_calendar_and_by_business_days(
    said: str, calendar: str, business: str
) -> None:
    readings = _on(said)
    assert (readings["calendar"], readings["business_days"]) == (calendar, business)


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("5営業日以内", "2026-11-20"),
        ("5営業日", "2026-11-20"),
        ("5就業日以内", "2026-11-20"),
        ("5稼働日以内", "2026-11-20"),
        ("平日5日以内", "2026-11-20"),
        ("土日祝を除く5日以内", "2026-11-20"),
        ("5日以内（土日祝日を除く）", "2026-11-20"),
        ("3営業日から5営業日", "2026-11-20"),
        ("翌営業日", "2026-11-16"),
        ("翌営業日までに連絡", "2026-11-16"),
        ("within 5 business days", "2026-11-20"),
        ("within five working days", "2026-11-20"),
        ("3 to 5 business days", "2026-11-20"),
        ("by the next business day", "2026-11-16"),
    ],
)
def test_business_days_have_one_reading(said: str, on: str) -> None:
    assert _on(said) == {"business_days": on}


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("今週中に連絡", "2026-11-13"),
        ("来週中", "2026-11-20"),
        ("来週中にご連絡します", "2026-11-20"),
        ("来週連絡します", "2026-11-20"),
        ("再来週中", "2026-11-27"),
        ("今週末まで", "2026-11-13"),
        ("来週末まで", "2026-11-20"),
        ("週明けに連絡", "2026-11-16"),
        ("来週の水曜まで", "2026-11-18"),
        ("来週水曜日までに", "2026-11-18"),
        ("水曜まで", "2026-11-18"),
        ("金曜日までに", "2026-11-20"),
        ("水曜か木曜", "2026-11-19"),
        ("水〜木曜", "2026-11-19"),
        ("今月中", "2026-11-30"),
        ("今月末", "2026-11-30"),
        ("月末まで", "2026-11-30"),
        ("11月中", "2026-11-30"),
        ("来月上旬", "2026-12-10"),
        ("来月中旬", "2026-12-20"),
        ("来月下旬", "2026-12-31"),
        ("12月上旬に連絡", "2026-12-10"),
        ("中旬" and "11月中旬", "2026-11-20"),
        ("年内", "2026-12-31"),
        ("年度内に", "2027-03-31"),
        ("11月20日(金)まで", "2026-11-20"),
        ("11月20日（金曜日）まで", "2026-11-20"),
        ("11月20日金曜まで", "2026-11-20"),
        ("20日まで", "2026-11-20"),
        ("20日頃", "2026-11-20"),
        ("20日に", "2026-11-20"),
        ("13日まで", "2026-12-13"),
        ("31日まで", "2026-12-31"),
        ("11/20", "2026-11-20"),
        ("11/18〜11/20", "2026-11-20"),
        ("11/18〜20", "2026-11-20"),
        ("11/23まで", "2026-11-23"),
        ("2026-11-20", "2026-11-20"),
        ("2027/1/8まで", "2027-01-08"),
        ("1/8まで", "2027-01-08"),
        ("本日中", "2026-11-13"),
        ("今日中に連絡", "2026-11-13"),
        ("即日連絡します", "2026-11-13"),
        ("明日", "2026-11-14"),
        ("明日までに連絡", "2026-11-14"),
        ("明日連絡します", "2026-11-14"),
        ("明後日までに", "2026-11-15"),
        ("翌日に連絡", "2026-11-14"),
        ("1か月以内", "2026-12-13"),
        ("1ヶ月ほど", "2026-12-13"),
        ("2カ月以内", "2027-01-13"),
        ("by Friday", "2026-11-20"),
        ("by next Wednesday", "2026-11-18"),
        ("by the end of next week", "2026-11-20"),
        ("by the end of this week", "2026-11-13"),
        ("by the end of the month", "2026-11-30"),
        ("by the end of next month", "2026-12-31"),
        ("by tomorrow", "2026-11-14"),
        ("by end of day", "2026-11-13"),
        ("by Nov 20", "2026-11-20"),
        ("by Nov. 20th", "2026-11-20"),
        ("by 20 November", "2026-11-20"),
        ("by November 20, 2026", "2026-11-20"),
        ("by the 20th", "2026-11-20"),
        ("in early December", "2026-12-10"),
        ("in mid-December", "2026-12-20"),
        ("in late December", "2026-12-31"),
        ("within the week", "2026-11-13"),
        ("We will call you next week", "2026-11-20"),
    ],
)
def test_named_dates_are_fixed(said: str, on: str) -> None:
    assert _on(said) == {"fixed_date": on}


@pytest.mark.parametrize(
    "said",
    [
        "2 weeks",
        "a fortnight",
        "a couple of weeks",
        "1、2週間",
        "一、二週間",
        "1〜2週間",
        "1週間または2週間",
        "one to two weeks",
        "1-2 weeks",
        "1週間ないし2週間",
    ],
)
def test_a_range_takes_its_later_bound(said: str) -> None:
    promise = read_promise(f"{said}", held=FRIDAY)

    assert promise.window is not None
    assert (promise.window.unit, promise.window.count) == (Unit.WEEKS, 2)
    assert promise.deadline_on == date(2026, 11, 27)


@pytest.mark.parametrize(
    "said",
    [
        "後日連絡します",
        "追ってご連絡します",
        "改めて連絡します",
        "数日で連絡します",
        "近日中にお知らせします",
        "近いうちに連絡します",
        "しばらくお待ちください",
        "順次ご連絡します",
        "We will contact you in the coming weeks",
        "You will hear from us soon",
        "in a few days",
        "in due course",
        "We'll get back to you later",
    ],
)
def test_words_without_a_time_are_understood_and_name_no_window(said: str) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.window is None
    assert promise.deadline_on is None
    assert promise.not_understood == ()


@pytest.mark.parametrize(
    ("said", "starts_on"),
    [
        ("20日以降にご連絡します", date(2026, 11, 20)),
        ("1週間以降", date(2026, 11, 20)),
        ("来週以降に連絡します", date(2026, 11, 16)),
        ("12月以降", date(2026, 12, 1)),
        ("11/20以降順次ご連絡", date(2026, 11, 20)),
        ("20日より順次ご連絡", date(2026, 11, 20)),
        ("after the 20th", date(2026, 11, 21)),
        ("from November 20", date(2026, 11, 20)),
    ],
)
def test_a_start_is_no_deadline(said: str, starts_on: date) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.starts_on == starts_on
    assert promise.window is None
    assert promise.not_understood == ()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("11/20(木)まで", Reason.WEEKDAY_CONTRADICTS_DATE),
        ("20日(土)まで", Reason.WEEKDAY_CONTRADICTS_DATE),
        ("by Thursday, November 20", Reason.WEEKDAY_CONTRADICTS_DATE),
        ("11月12日まで", Reason.DATE_IN_THE_PAST),
        ("2026年4月1日まで", Reason.DATE_IN_THE_PAST),
        ("6/1まで", Reason.DATE_IN_THE_PAST),
        ("2月30日まで", Reason.NO_SUCH_DATE),
        ("2/29まで", Reason.NO_SUCH_DATE),
        ("13月1日まで", Reason.NO_SUCH_DATE),
        ("32日まで", Reason.NO_SUCH_DATE),
        ("1週間以上かかります", Reason.AT_LEAST),
        ("10日以上", Reason.AT_LEAST),
        ("It takes more than a week", Reason.AT_LEAST),
        ("1週間以内には連絡できません", Reason.NEGATED),
        ("今週中は難しいです", Reason.NEGATED),
        ("We cannot contact you by Friday", Reason.NEGATED),
        ("10年以内に連絡します", Reason.TOO_FAR),
        ("2099年1月1日まで", Reason.TOO_FAR),
        ("99999999999999999999日以内", Reason.TOO_FAR),
        ("年明けに連絡します", Reason.UNKNOWN_WORDS),
        ("連休明けに連絡します", Reason.UNKNOWN_WORDS),
        ("お盆明けに", Reason.UNKNOWN_WORDS),
        ("GW明けに連絡します", Reason.UNKNOWN_WORDS),
        ("全員の面接が終わり次第", Reason.CONDITIONAL),
        ("決まり次第ご連絡します", Reason.CONDITIONAL),
        ("選考が終わったら連絡します", Reason.CONDITIONAL),
        ("全員の面接が終わってから1週間以内に連絡", Reason.CONDITIONAL),
        ("いろはにほへと", Reason.UNKNOWN_WORDS),
    ],
)
def test_what_cannot_be_used_is_named_with_its_reason(said: str, reason: Reason) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert promise.window is None
    assert promise.readings == ()
    assert _reasons(promise) == [reason.value]
    assert promise.not_understood[0].text in said


def test_a_fragment_is_quoted_as_it_was_written() -> None:
    promise = read_promise("結果は　１１月２０日（木）まで　に連絡", held=FRIDAY)

    assert promise.not_understood[0].text == "１１月２０日（木）まで　に"


def test_a_count_that_ends_on_a_day_off_rolls_to_the_next_business_day() -> None:
    friday_before_holiday = date(2026, 11, 16)

    assert _on("1週間以内", held=friday_before_holiday)["calendar"] == "2026-11-24"
    assert _on("11/23まで", held=friday_before_holiday) == {"fixed_date": "2026-11-23"}


def test_a_month_ends_on_its_last_day_where_the_day_is_missing() -> None:
    assert _on("1か月以内", held=date(2027, 1, 31)) == {"fixed_date": "2027-02-28"}


@pytest.mark.parametrize("held", [date(2026, 11, 14), date(2026, 11, 15)])
@pytest.mark.parametrize("said", ["今週中に連絡します", "by the end of this week"])
def test_this_week_said_on_its_weekend_is_a_friday_in_the_past(said: str, held: date) -> None:
    promise = read_promise(said, held=held)

    assert promise.window is None
    assert _reasons(promise) == [Reason.DATE_IN_THE_PAST.value]


@pytest.mark.parametrize(
    ("said", "rule", "deadline"),
    [
        ("within 10 calendar days", Rule.CALENDAR, date(2026, 11, 24)),
        ("within one calendar week", Rule.CALENDAR, date(2026, 11, 20)),
        ("暦日10日以内に連絡します", Rule.CALENDAR, date(2026, 11, 24)),
        ("1週間以内（土日祝を含む）に連絡します", Rule.CALENDAR, date(2026, 11, 20)),
        ("本日を含めて1週間以内に連絡します", Rule.DAY_ZERO_COUNTED, date(2026, 11, 19)),
        ("5日以内（本日含む）に連絡します", Rule.DAY_ZERO_COUNTED, date(2026, 11, 17)),
        ("本日を含む3営業日以内に連絡します", Rule.DAY_ZERO_COUNTED, date(2026, 11, 17)),
        ("within 5 days, including today", Rule.DAY_ZERO_COUNTED, date(2026, 11, 17)),
    ],
)
def test_words_that_say_how_they_count_leave_one_reading(
    said: str, rule: Rule, deadline: date
) -> None:
    promise = read_promise(said, held=FRIDAY)

    assert [(reading.rule, reading.on) for reading in promise.readings] == [(rule, deadline)]
    assert promise.readings[0].weight == 1


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("11/16の週に連絡します", date(2026, 11, 20)),
        ("16日の週に連絡します", date(2026, 11, 20)),
        ("11月30日の週の前半にご連絡します", date(2026, 12, 2)),
        ("We will contact you in the week of November 16", date(2026, 11, 20)),
        ("in the week commencing 30 November", date(2026, 12, 4)),
    ],
)
def test_the_week_of_a_date_ends_on_its_friday(said: str, deadline: date) -> None:
    assert read_promise(said, held=FRIDAY).deadline_on == deadline


def test_the_week_of_a_day_that_is_just_past_is_still_this_week() -> None:
    assert _on("11/16の週に連絡します", held=date(2026, 11, 18)) == {"fixed_date": "2026-11-20"}


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("5営業日以内、できれば来週中に連絡します", date(2026, 11, 20)),
        ("できれば3日以内、遅くとも1週間以内に連絡します", date(2026, 11, 20)),
        ("1週間以内、可能であれば月内にご連絡します", date(2026, 11, 20)),
        ("within a week, ideally by Tuesday", date(2026, 11, 20)),
        ("できれば来週中に連絡します", date(2026, 11, 20)),
    ],
)
def test_a_wish_moves_no_bound_that_was_stated(said: str, deadline: date) -> None:
    assert read_promise(said, held=FRIDAY).deadline_on == deadline


def test_the_year_end_break_has_no_business_days() -> None:
    held = date(2026, 12, 25)

    assert _on("5営業日以内", held=held) == {"business_days": "2027-01-07"}


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("次回の面接は12月1日です。結果は3日以内に連絡します", date(2026, 11, 18)),
        ("結果は3日以内に連絡します。次回の面接は12月1日です", date(2026, 11, 18)),
        ("来週中、遅くとも再来週の火曜までに連絡します", date(2026, 11, 24)),
        ("合格は1週間、それ以外は2週間", date(2026, 11, 27)),
    ],
)
def test_of_several_windows_the_later_one_that_is_about_word_counts(
    said: str, deadline: date
) -> None:
    assert read_promise(said, held=FRIDAY).deadline_on == deadline


def test_a_negated_window_leaves_the_other_one_standing() -> None:
    promise = read_promise("今週中は難しいですが、来週中には連絡します", held=FRIDAY)

    assert promise.deadline_on == date(2026, 11, 20)
    assert _reasons(promise) == ["negated"]
    assert promise.readings[0].rule is Rule.FIXED_DATE


@pytest.mark.parametrize("held", [date.min, date.max, date(9999, 12, 20), date(1, 1, 3)])
@pytest.mark.parametrize(
    "said",
    ["1週間以内", "今週中に連絡", "20日まで", "年内", "11/20", "5営業日", "2か月以内", "明日連絡"],
)
def test_the_ends_of_the_calendar_raise_nothing(said: str, held: date) -> None:
    promise = read_promise(said, held=held)

    assert promise.window is None or promise.deadline_on is not None
    assert promise.ask_from is None or promise.ask_from > held


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (date(2027, 1, 1), Reason.NO_SUCH_DATE),
        (date(2028, 12, 1), Reason.NO_SUCH_DATE),
        (date(2028, 3, 10), Reason.DATE_IN_THE_PAST),
    ],
)
def test_29_february_is_no_date_in_a_year_without_one(held: date, reason: Reason) -> None:
    promise = read_promise("2月29日までに連絡します", held=held)

    assert promise.deadline_on is None
    assert _reasons(promise) == [reason.value]


def test_29_february_is_the_date_in_a_leap_year() -> None:
    assert _on("2月29日まで", date(2028, 1, 7)) == {"fixed_date": "2028-02-29"}
