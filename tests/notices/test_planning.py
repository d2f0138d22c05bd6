"""The plan without a database: what is due at a moment, and a fortnight lived through."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yokame.notices.matters import Facts, Matter, MatterKind
from yokame.notices.notice import Notice
from yokame.notices.planning import JAPAN, Wishes, due_notices, last_moment
from yokame.reports import Stage
from yokame.wording import Language

WISHES = Wishes(lang=Language.JA, digest_at=time(8))
TUESDAY_24 = date(2026, 11, 24)
EMPLOYER = "見本商事"


def matter(kind: MatterKind, on: date, **further: object) -> Matter:
    fields = {"stage": Stage.FIRST, "employer": EMPLOYER, "path": "/applications/1/"}
    return Matter(kind=kind, uid="1", on=on, **{**fields, **further})  # type: ignore[arg-type]


def facts(*matters: Matter) -> Facts:
    return Facts(matters, is_season_open=True)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), JAPAN)


def keys(told: Facts, now: datetime, wishes: Wishes = WISHES) -> list[str]:
    """Keys of what is due; the weekly word is tested by itself."""
    due = [notice.key for notice in due_notices(told, wishes, now)]
    return [key for key in due if not key.startswith("weekly")]


def test_day_8_is_told_at_ten_and_not_before() -> None:
    told = facts(matter(MatterKind.ASK, TUESDAY_24))

    assert keys(told, at(TUESDAY_24, 7, 59)) == []
    assert keys(told, at(TUESDAY_24, 9, 59)) == ["digest:2026-11-24"]
    assert keys(told, at(TUESDAY_24, 10)) == ["digest:2026-11-24", "ask:1:2026-11-24"]


def test_who_opens_the_laptop_a_day_late_still_hears_of_day_8() -> None:
    told = facts(matter(MatterKind.ASK, TUESDAY_24))

    assert "ask:1:2026-11-24" in keys(told, at(date(2026, 11, 25), 20))
    assert "ask:1:2026-11-24" not in keys(told, at(date(2026, 11, 27), 11))


@pytest.mark.parametrize("kind", [MatterKind.ENTRY_DUE, MatterKind.OFFER_DUE])
def test_what_runs_out_is_told_three_days_before_and_on_the_day(kind: MatterKind) -> None:
    told = facts(matter(kind, date(2026, 11, 27)))

    assert f"{kind}:1:2026-11-27:3" in keys(told, at(TUESDAY_24, 9))
    assert f"{kind}:1:2026-11-27:3" not in keys(told, at(TUESDAY_24, 8, 59))
    assert f"{kind}:1:2026-11-27:0" in keys(told, at(date(2026, 11, 27), 9))
    assert f"{kind}:1:2026-11-27:3" not in keys(told, at(date(2026, 11, 27), 9))
    assert keys(told, at(date(2026, 11, 28), 9)) == []


def test_a_round_is_told_on_its_eve() -> None:
    told = facts(matter(MatterKind.ROUND, date(2026, 11, 25), starts_at=time(14)))

    assert "round:1:2026-11-25" in keys(told, at(TUESDAY_24, 18))
    assert "round:1:2026-11-25" not in keys(told, at(TUESDAY_24, 17))
    assert "round:1:2026-11-25" not in keys(told, at(date(2026, 11, 25), 9))


def test_another_day_is_another_notice() -> None:
    moved = facts(matter(MatterKind.ASK, date(2026, 11, 30)))

    assert "ask:1:2026-11-30" in keys(moved, at(date(2026, 11, 30), 10))


def test_a_laptop_that_slept_gets_one_digest() -> None:
    told = facts(matter(MatterKind.ASK, date(2026, 11, 20)))

    digests = [key for key in keys(told, at(TUESDAY_24, 21)) if key.startswith("digest")]

    assert digests == ["digest:2026-11-24"]


def test_there_is_no_digest_where_there_is_nothing_to_say() -> None:
    assert keys(facts(), at(TUESDAY_24, 9)) == []
    assert keys(facts(matter(MatterKind.CLOSE, TUESDAY_24)), at(TUESDAY_24, 9)) == []


def test_who_wants_no_digest_gets_none() -> None:
    told = facts(matter(MatterKind.ASK, TUESDAY_24))

    assert keys(told, at(TUESDAY_24, 9), Wishes(Language.JA, None)) == []


def test_a_digest_does_not_nag_for_ever() -> None:
    told = facts(matter(MatterKind.ASK, TUESDAY_24))

    days = [TUESDAY_24 + timedelta(days=n) for n in range(14)]
    with_digest = [day for day in days if keys(told, at(day, 8))]

    assert with_digest == days[:7]


def weekly(told: Facts, now: datetime) -> list[Notice]:
    return [n for n in due_notices(told, WISHES, now) if n.key.startswith("weekly")]


def test_on_sunday_evening_nothing_fell_through() -> None:
    sunday = date(2026, 11, 29)
    told = facts(matter(MatterKind.ROUND, date(2026, 12, 2), starts_at=time(14)))

    assert weekly(told, at(sunday, 17)) == []
    [notice] = weekly(told, at(sunday, 18))
    assert notice.title == "今週の取りこぼしはありません"
    assert "12月2日(水) 14:00 一次面接：見本商事" in notice.body
    assert [n.key for n in weekly(told, at(date(2026, 11, 30), 9))] == [notice.key]
    assert weekly(told, at(date(2026, 12, 1), 9)) == []


def test_on_sunday_evening_what_may_have_fallen_through_is_named() -> None:
    told = facts(
        matter(MatterKind.ROUND, date(2026, 11, 26)),
        matter(MatterKind.ENTRY_DUE, date(2026, 11, 27), stage=None),
        matter(MatterKind.OFFER_DUE, date(2026, 11, 28), stage=None),
        matter(MatterKind.ASK, date(2026, 11, 25)),
        matter(MatterKind.CLOSE, date(2026, 11, 29)),
        matter(MatterKind.ENTRY_DUE, date(2026, 10, 1), stage=None),
    )

    [notice] = weekly(told, at(date(2026, 11, 29), 18))

    assert notice.title == "今週のうちに確かめておきたいこと"
    assert [line for line in notice.body.splitlines() if line.startswith("・")] == [
        "・問い合わせてよい日です（11月25日(水)から）：見本商事（一次面接）",
        "・11月26日(木)の一次面接は、受けましたか：見本商事",
        "・11月27日(金)が応募の締め切りでした：見本商事",
        "・11月28日(土)が返事の期限でした：見本商事",
        "・ひと区切りと考えてよい時期です：見本商事（一次面接）",
    ]


def test_a_season_that_is_over_is_left_in_peace() -> None:
    assert due_notices(Facts((), is_season_open=False), WISHES, at(date(2026, 11, 29), 18)) == []


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("kind", MatterKind)
def test_a_locked_screen_shows_no_employer_and_no_chance(kind: MatterKind, lang: Language) -> None:
    wishes = Wishes(lang, time(8))
    told = facts(matter(kind, TUESDAY_24), matter(kind, date(2026, 11, 25)))
    moments = [
        at(TUESDAY_24 + timedelta(days=day), hour) for day in range(-4, 8) for hour in (9, 18)
    ]

    notices = [notice for now in moments for notice in due_notices(told, wishes, now)]

    assert notices
    for notice in notices:
        seen = f"{notice.title} {notice.glance} {notice.body.splitlines()[0]}"
        assert not any(word in seen for word in (EMPLOYER, "%", "％", "内定", "合格", "offer"))
        assert not any(letter.isdigit() for letter in notice.title)


def test_a_fortnight_lived_through_with_a_look_every_ten_minutes() -> None:
    """Day 8 on the 24th, an entry due on the 27th, a round on the 26th."""
    told = facts(
        matter(MatterKind.ASK, TUESDAY_24),
        matter(MatterKind.ENTRY_DUE, date(2026, 11, 27), stage=None),
        matter(MatterKind.ROUND, date(2026, 11, 26), starts_at=time(14)),
    )
    now, heard = at(date(2026, 11, 16), 0), dict[str, datetime]()

    while now < at(date(2026, 11, 30), 0):
        for notice in due_notices(told, WISHES, now):
            heard.setdefault(notice.key, now)
        now += timedelta(minutes=10)

    assert {key: f"{when:%d %H:%M}" for key, when in heard.items()} == {
        "weekly:2026-11-15": "16 00:00",
        "weekly:2026-11-22": "22 18:00",
        "digest:2026-11-24": "24 08:00",
        "entry_due:1:2026-11-27:3": "24 09:00",
        "ask:1:2026-11-24": "24 10:00",
        "digest:2026-11-25": "25 08:00",
        "round:1:2026-11-26": "25 18:00",
        "digest:2026-11-26": "26 08:00",
        "digest:2026-11-27": "27 08:00",
        "entry_due:1:2026-11-27:0": "27 09:00",
        "digest:2026-11-28": "28 08:00",
        "digest:2026-11-29": "29 08:00",
        "weekly:2026-11-29": "29 18:00",
    }


@given(
    minutes=st.integers(0, 30 * 24 * 60),
    hour=st.one_of(st.none(), st.times()),
)
def test_the_last_moment_is_past_and_less_than_a_day_ago(minutes: int, hour: time | None) -> None:
    now = at(date(2026, 11, 1), 0) + timedelta(minutes=minutes)

    moment = last_moment(Wishes(Language.JA, hour), now)

    assert timedelta(0) <= now - moment < timedelta(days=1)


@given(minutes=st.integers(0, 30 * 24 * 60))
def test_nothing_new_is_due_between_two_moments(minutes: int) -> None:
    """Whoever looks only when a moment has come misses nothing."""
    told = facts(
        matter(MatterKind.ASK, date(2026, 11, 12)),
        matter(MatterKind.OFFER_DUE, date(2026, 11, 17)),
        matter(MatterKind.ROUND, date(2026, 11, 20)),
    )
    now = at(date(2026, 11, 1), 0) + timedelta(minutes=minutes)

    due_before = {n.key for n in due_notices(told, WISHES, last_moment(WISHES, now))}

    assert {n.key for n in due_notices(told, WISHES, now)} <= due_before
