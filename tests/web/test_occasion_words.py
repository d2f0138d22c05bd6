from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from yokame.calendars import Entry
from yokame.reports import Stage
from yokame.tracker.occasions import Occasion, OccasionKind
from yokame.web.occasion_words import entry
from yokame.wording import Language

CHANGED = datetime(2026, 11, 20, tzinfo=UTC)


def told(
    kind: OccasionKind = OccasionKind.ROUND,
    *,
    name: str = "",
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> Entry:
    """The entry for an occasion of 24 November 2026."""
    one = Occasion(
        key=f"{kind}-1",
        kind=kind,
        on=date(2026, 11, 24),
        application=UUID(int=1),
        employer="見本商事",
        course="総合職",
        changed_at=CHANGED,
        version=4,
        stage=Stage.FIRST,
        name=name,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    return entry(one, Language.JA, "http://localhost/applications/1/")


def test_a_round_says_which_and_where_it_is() -> None:
    assert told().title == "一次面接：見本商事"
    assert told(name="マッチング面談").title == "マッチング面談：見本商事"
    assert told().note == "総合職"


def test_a_round_with_its_hours_keeps_them_free_and_rings_twice() -> None:
    found = told(starts_at=time(10, 30), ends_at=time(11, 15))

    assert found.moment.starts_at is not None
    assert found.moment.starts_at.isoformat() == "2026-11-24T10:30:00+09:00"
    assert found.is_busy
    assert found.alarms == (-timedelta(days=1), -timedelta(hours=2))


def test_an_end_that_is_not_after_the_beginning_is_left_to_the_calendar() -> None:
    assert told(starts_at=time(10, 30), ends_at=time(9)).moment.ends_at is None


def test_the_eighth_day_rings_at_ten_and_says_what_it_is_for() -> None:
    found = told(OccasionKind.ASK)

    assert found.alarms == (timedelta(hours=10),)
    assert found.moment.starts_at is None
    assert "一次面接" in found.note
    assert "10時から" in found.note


@pytest.mark.parametrize("kind", [OccasionKind.DEADLINE, OccasionKind.EXPECTED])
def test_a_day_on_which_there_is_nothing_to_do_never_rings(kind: OccasionKind) -> None:
    assert told(kind).alarms == ()


@pytest.mark.parametrize("kind", OccasionKind)
def test_every_kind_has_a_title_and_a_name_of_its_own_for_ever(kind: OccasionKind) -> None:
    found = told(kind)

    assert found.title.endswith("：見本商事")
    assert not found.title.startswith("：")
    assert found.uid == f"{kind}-1@yokame"
