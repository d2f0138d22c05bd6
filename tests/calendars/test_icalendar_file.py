"""Files are read back by two parsers that share no code with the writer."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import ics
import pytest
import vobject

from yokame.calendars import Entry, Moment, calendar_file
from yokame.calendars.icalendar_file import JAPAN

CHANGED = datetime(2026, 11, 20, 3, 4, 5, tzinfo=UTC)
ROUND = Entry(
    uid="round-1@yokame",
    title="一次面接 株式会社あおぞら情報システムズ; 総合職, 東京\\本社",
    moment=Moment(
        date(2026, 11, 26),
        datetime(2026, 11, 26, 10, 30, tzinfo=JAPAN),
        datetime(2026, 11, 26, 11, 15, tzinfo=JAPAN),
    ),
    changed_at=CHANGED,
    sequence=7,
    is_busy=True,
    place="東京都千代田区1-1",
    note="受付で名前を伝える\n2行目",
    address="http://127.0.0.1:8000/applications/1/",
    alarms=(-timedelta(days=1), -timedelta(hours=2)),
)
DAY_EIGHT = Entry(
    uid="ask-1@yokame",
    title="八日目",
    moment=Moment(date(2026, 11, 24)),
    changed_at=CHANGED,
    sequence=2,
    alarms=(timedelta(hours=10),),
)


def written(*entries: Entry) -> str:
    return calendar_file(entries, name="yokame 八日目", language="ja").decode()


def events(text: str) -> dict[str, vobject.base.Component]:
    """Each event by its UID, as vobject reads it; it refuses what RFC 5545 does not allow."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    return {event.uid.value: event for event in calendar.vevent_list}


def test_a_timed_round_is_read_back_whole() -> None:
    event = events(written(ROUND))["round-1@yokame"]

    assert event.summary.value == ROUND.title
    assert event.description.value == ROUND.note
    assert event.location.value == ROUND.place
    assert event.dtstart.value == datetime(2026, 11, 26, 1, 30, tzinfo=UTC)
    assert event.dtend.value == datetime(2026, 11, 26, 2, 15, tzinfo=UTC)
    assert event.sequence.value == "7"
    assert event.transp.value == "OPAQUE"
    alarms = [alarm.trigger.value for alarm in event.valarm_list]
    assert alarms == [-timedelta(days=1), -timedelta(hours=2)]


def test_a_whole_day_is_a_day_and_makes_nobody_busy() -> None:
    event = events(written(DAY_EIGHT))["ask-1@yokame"]

    assert event.dtstart.value == date(2026, 11, 24)
    assert event.dtend.value == date(2026, 11, 25)
    assert event.transp.value == "TRANSPARENT"
    assert event.valarm.trigger.value == timedelta(hours=10)


def test_a_second_parser_reads_the_same() -> None:
    calendar = ics.Calendar(written(ROUND, DAY_EIGHT))

    found = {event.uid: event for event in calendar.events}
    assert found[ROUND.uid].name == ROUND.title
    assert found[ROUND.uid].begin.datetime == ROUND.moment.starts_at
    assert found[ROUND.uid].end.datetime == ROUND.moment.ends_at
    assert found[DAY_EIGHT.uid].all_day
    assert found[DAY_EIGHT.uid].begin.date() == DAY_EIGHT.moment.on


def test_the_zone_comes_along_and_times_name_it() -> None:
    text = written(ROUND)

    zone = vobject.readOne(text).vtimezone
    assert zone.tzid.value == "Asia/Tokyo"
    assert zone.standard.tzoffsetto.value == "+0900"
    assert "DTSTART;TZID=Asia/Tokyo:20261126T103000" in text


def test_without_an_end_a_round_takes_an_hour() -> None:
    moment = replace(ROUND.moment, ends_at=None)

    event = events(written(replace(ROUND, moment=moment)))[ROUND.uid]

    assert event.dtend.value - event.dtstart.value == timedelta(hours=1)


def test_lines_end_and_fold_as_the_standard_has_it() -> None:
    raw = calendar_file([ROUND], name="八日目" * 20, language="ja")

    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no letter is cut in two


def test_the_feed_says_who_wrote_it_and_when_to_come_again() -> None:
    text = written()

    assert "PRODID:-//yokame//yokame//JA" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "METHOD:PUBLISH" in text


def test_equal_entries_give_equal_bytes() -> None:
    assert written(ROUND, DAY_EIGHT) == written(ROUND, DAY_EIGHT)
    assert not re.search(r"DTSTAMP:(?!20261120T030405Z)", written(ROUND, DAY_EIGHT))


@pytest.mark.parametrize("text", ["BEGIN:VEVENT\r\nSUMMARY:x", "a\r\nATTENDEE:mailto:x@example.jp"])
def test_what_a_person_typed_cannot_become_a_line_of_its_own(text: str) -> None:
    found = events(written(replace(ROUND, title=text, place=text)))

    assert list(found) == [ROUND.uid]
    assert "attendee" not in found[ROUND.uid].contents
