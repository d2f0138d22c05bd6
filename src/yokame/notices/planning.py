"""Which notices are due: a pure function of a person's matters, wishes and the moment.

Each notice has its moment and an end, after which it is of no use. Whoever looks late (a laptop
slept) finds what is still of use, and so one digest and not five. A notice's key holds its day: who
looks twice finds the same notice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from yokame.notices.matters import DUE, TO_DO, Facts, Matter, MatterKind
from yokame.notices.notice import Notice
from yokame.notices.sayings import Saying, digest_saying, matter_saying, weekly_saying
from yokame.wording import Language

JAPAN = ZoneInfo("Asia/Tokyo")
DUE_AT, ASK_AT, EVE_AT = time(9), time(10), time(18)
SUNDAY = 6
_DAY = timedelta(days=1)
_DAYS_BEFORE_DUE = 3
_DAYS_NAGGED = 6
_DAYS_LOOKED_BACK = 14
# Asking is as right on the days after; then the digest goes on saying so.
_ASK_GOOD_FOR = timedelta(days=2)


@dataclass(frozen=True)
class Wishes:
    """How a person wants to be told. Without `digest_at`, no digest."""

    lang: Language
    digest_at: time | None


def due_notices(facts: Facts, wishes: Wishes, now: datetime) -> list[Notice]:
    """The notices whose moment has come and whose use is not over, the earliest first."""
    planned = sorted(_planned(facts, wishes, now), key=lambda each: each[0])
    return [notice for at, notice in planned if at <= now < notice.good_until]


def last_moment(wishes: Wishes, now: datetime) -> datetime:
    """The last moment, now or before, at which a notice may have become due."""
    today = now.astimezone(JAPAN).date()
    hours = {DUE_AT, ASK_AT, EVE_AT, wishes.digest_at or DUE_AT}
    moments = [_at(day, hour) for day in (today - _DAY, today) for hour in hours]
    return max(moment for moment in moments if moment <= now)


def _planned(facts: Facts, wishes: Wishes, now: datetime) -> Iterator[tuple[datetime, Notice]]:
    today = now.astimezone(JAPAN).date()
    if wishes.digest_at is not None and (matters := _of_the_day(facts, today)):
        notice = _notice(
            f"digest:{today}", digest_saying(matters, wishes.lang), "/today/", _at(today + _DAY)
        )
        yield _at(today, wishes.digest_at), notice
    for matter in facts.matters:
        for at, key, end in _moments(matter):
            saying = matter_saying(matter, today, wishes.lang)
            yield at, _notice(key, saying, matter.path, end)
    sunday = today - timedelta(days=(today.weekday() - SUNDAY) % 7)
    if facts.is_season_open:
        saying = weekly_saying(_fallen_through(facts, today), _ahead(facts, today), wishes.lang)
        end = _at(sunday + 2 * _DAY)
        yield _at(sunday, EVE_AT), _notice(f"weekly:{sunday}", saying, "/today/", end)


def _moments(matter: Matter) -> Iterator[tuple[datetime, str, datetime]]:
    """When one matter is told of, with the notice's key and the end of its use."""
    on, name = matter.on, f"{matter.kind}:{matter.uid}:{matter.on}"
    if matter.kind in DUE:
        before = on - timedelta(days=_DAYS_BEFORE_DUE)
        yield _at(before, DUE_AT), f"{name}:{_DAYS_BEFORE_DUE}", _at(on)
        yield _at(on, DUE_AT), f"{name}:0", _at(on + _DAY)
    elif matter.kind is MatterKind.ROUND:
        yield _at(on - _DAY, EVE_AT), name, _at(on)
    elif matter.kind is MatterKind.ASK:
        yield _at(on, ASK_AT), name, _at(on, ASK_AT) + _ASK_GOOD_FOR


def _of_the_day(facts: Facts, today: date) -> list[Matter]:
    """What a digest tells: what to do today, then rounds until tomorrow, then what runs out soon.

    It does not nag: what a week has gone by for is left to the weekly word.
    """
    first = today - timedelta(days=_DAYS_NAGGED)
    to_do = [m for m in facts.matters if m.kind in TO_DO and first <= m.on <= today]
    last = {kind: today + timedelta(days=_DAYS_BEFORE_DUE) for kind in DUE}
    last[MatterKind.ROUND] = today + _DAY
    dated = [m for m in facts.matters if m.kind in last and today <= m.on <= last[m.kind]]
    return [*sorted(to_do, key=_order), *sorted(dated, key=_order)]


def _fallen_through(facts: Facts, today: date) -> list[Matter]:
    """What a day went by for and nobody said what became of it; and silences that may be closed."""
    first = today - timedelta(days=_DAYS_LOOKED_BACK)
    past = [
        m
        for m in facts.matters
        if m.kind is MatterKind.CLOSE or (m.kind is not MatterKind.CHECK and first <= m.on < today)
    ]
    return sorted(past, key=_order)


def _ahead(facts: Facts, today: date) -> list[Matter]:
    """What the coming week holds."""
    last = today + timedelta(days=7)
    ahead = [m for m in facts.matters if m.kind in (*DUE, MatterKind.ROUND, MatterKind.ASK)]
    return sorted((m for m in ahead if today <= m.on <= last), key=_order)


def _order(matter: Matter) -> tuple[date, time, str, str]:
    return matter.on, matter.starts_at or time.max, matter.kind, matter.employer


def _at(day: date, hour: time = time(0)) -> datetime:
    return datetime.combine(day, hour, JAPAN)


def _notice(key: str, saying: Saying, path: str, good_until: datetime) -> Notice:
    return Notice(key, saying.title, saying.glance, saying.body, path, good_until)
