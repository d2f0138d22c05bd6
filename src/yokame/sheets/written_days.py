"""Days in the wild: 2026/11/13, 11月13日(金) 10:00〜, 令和8年11月13日, Nov 13, 2026, 46339."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from yokame.sheets.grids import Cell
from yokame.sheets.table import DayOrder

JAPAN = timezone(timedelta(hours=9))

_ERAS = {"令和": 2018, "令": 2018, "r": 2018, "平成": 1988, "平": 1988, "h": 1988}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = {
    **{name: n for n, name in enumerate("月火水木金土日")},
    **{name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NTH = r"(?P<b>[0-9]{1,2})(?:st|nd|rd|th)?"
_ENGLISH_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?\.?,?\s+)?"
_SEP = r"\s*[-/.／．]\s*"
_FORMS = tuple(
    re.compile(rf"(?<![0-9a-z]){form}(?![0-9])", re.IGNORECASE)
    for form in (
        # 令和8年11月13日, 令和元年, R8.11.13
        r"(?P<era>令和|平成|令|平|r|h)\s*(?P<year>[0-9]{1,2}|元)(?:\s*年\s*|\s*[./-]\s*)"
        r"(?P<a>[0-9]{1,2})(?:\s*月\s*|\s*[./-]\s*)(?P<b>[0-9]{1,2})\s*日?",
        # 2026年11月13日, '26年11月13日
        r"'?(?P<year>[0-9]{4}|[0-9]{2})\s*年\s*(?P<a>[0-9]{1,2})\s*月\s*(?P<b>[0-9]{1,2})\s*日?",
        # 2026-11-13, 2026/11/13, 2026.11.13
        rf"(?P<year>[0-9]{{4}}){_SEP}(?P<a>[0-9]{{1,2}}){_SEP}(?P<b>[0-9]{{1,2}})",
        # 11/13/2026 or 13/11/2026 or 11/13/26
        rf"(?P<x>[0-9]{{1,2}}){_SEP}(?P<y>[0-9]{{1,2}}){_SEP}(?P<year>[0-9]{{4}}|[0-9]{{2}})",
        # 11月13日
        r"(?P<a>[0-9]{1,2})\s*月\s*(?P<b>[0-9]{1,2})\s*日?",
        # Fri, 13 Nov 2026 · 13th November
        rf"{_ENGLISH_DAY}{_NTH}[\s-]+(?:of\s+)?{_MONTH}(?:,?[\s-]+(?P<year>[0-9]{{4}}))?",
        # November 13th, 2026 · Nov 13
        rf"{_ENGLISH_DAY}{_MONTH}\s+{_NTH}(?:,?\s+(?P<year>[0-9]{{4}}))?",
        # 20261113
        r"(?P<year>20[0-9]{2})(?P<a>[0-9]{2})(?P<b>[0-9]{2})",
        # 11/13 (a dot or a dash between two figures alone may be anything)
        r"(?P<x>[0-9]{1,2})\s*[/／]\s*(?P<y>[0-9]{1,2})",
    )
)
_WEEKDAY = re.compile(
    r"\s*[(〈<\[]\s*(?:(?P<ja>[月火水木金土日])(?:曜日?)?(?:[・、,]?[祝休])?|"
    r"(?P<en>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\s*[)〉>\]]",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?:z|[+-][0-9]{2}:?[0-9]{2})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<half>午前|午後|am|pm)?\s*(?<![0-9])(?P<h>[0-9]{1,2})"
    r"(?:\s*[:：]\s*(?P<m>[0-9]{2})(?::[0-9]{2})?|\s*時\s*(?:(?P<m2>[0-9]{1,2})\s*分|(?P<half30>半))?"
    r"|(?=\s*[ap]\.?m))\s*(?P<after>a\.?m\.?|p\.?m\.?)?",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"^\s*(?:[〜～~ー\-–—]|から|to|till|until)\s*(?:[0-9]{1,2}\s*(?:[:：時]\s*[0-9]{0,2}\s*分?)"
    r"\s*(?:[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
_EDGES = " \t\n\r,、。・;:：~〜～-–—()"
# Excel counts days from here (its own mistake about 1900 included); these are 2000 to 2099.
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_MINUTES_A_DAY = 24 * 60
_SERIALS = range(36526, 73051)
_MILLISECONDS = range(946_684_800_000, 4_102_444_800_000)  # since 1970: 2000 to 2099


@dataclass(frozen=True)
class WrittenDay:
    """A day as it stands in a cell. Without `month_and_day` it is `first`/`second` in an order
    not known; `year` may be unknown. `rest` is what else the cell says.
    """

    first: int
    second: int
    year: int | None = None
    is_ordered: bool = True
    weekday: int | None = None
    at: time | None = None
    rest: str = ""


def find_day(cell: Cell) -> WrittenDay | None:
    """The first day in a cell, with its hour and what stands around it; None without one."""
    if isinstance(cell, datetime):
        return _of_moment(cell)
    if isinstance(cell, date):
        return WrittenDay(cell.month, cell.day, cell.year)
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return None
    if isinstance(cell, str):
        return _in_text(cell)
    return _of_number(cell)


def find_time(cell: Cell) -> tuple[time | None, str]:
    """The first time of day in a cell, and the rest of its text."""
    if isinstance(cell, datetime):
        return cell.time(), ""
    if isinstance(cell, time):
        return cell, ""
    if isinstance(cell, float) and 0 <= cell < 1:  # Excel: a part of a day
        minutes = round(cell * _MINUTES_A_DAY) % _MINUTES_A_DAY
        return time(minutes // 60, minutes % 60), ""
    if not isinstance(cell, str):
        return None, ""
    return _clock(unicodedata.normalize("NFKC", cell))


def order_shown(days: list[WrittenDay]) -> DayOrder | None:
    """The order that all days in figures agree on; None if none shows any, or they contradict."""
    loose = [day for day in days if not day.is_ordered]
    shown = {DayOrder.DAY_FIRST for day in loose if day.first > 12 >= day.second}
    shown |= {DayOrder.MONTH_FIRST for day in loose if day.second > 12 >= day.first}
    return shown.pop() if len(shown) == 1 else None


def is_open(day: WrittenDay) -> bool:
    """Whether its two figures could be a month and a day in either order."""
    return not day.is_ordered and day.first != day.second and max(day.first, day.second) <= 12


def _of_moment(moment: datetime) -> WrittenDay:
    local = moment.astimezone(JAPAN) if moment.tzinfo else moment
    at = local.time().replace(second=0, microsecond=0)
    # A program that knows only the day writes midnight, there or in Greenwich.
    is_day_only = local.time() == time() or moment.time() == time()
    return WrittenDay(local.month, local.day, local.year, at=None if is_day_only else at)


def _of_number(number: float) -> WrittenDay | None:
    if int(number) in _MILLISECONDS:
        return _of_moment(datetime.fromtimestamp(number / 1000, tz=UTC))
    if int(number) in _SERIALS:
        on = _EXCEL_DAY_ZERO + timedelta(days=int(number))
        at, _ = find_time(float(number) % 1) if number % 1 else (None, "")
        return WrittenDay(on.month, on.day, on.year, at=at)
    return _in_text(str(int(number))) if number == int(number) else None


@lru_cache(maxsize=20_000)
def _in_text(text: str) -> WrittenDay | None:
    plain = unicodedata.normalize("NFKC", text)
    moment = _MOMENT.search(plain)
    if moment:
        return _of_iso(moment)
    if plain.isdigit() and int(plain) in (_SERIALS if len(plain) == 5 else _MILLISECONDS):
        return _of_number(int(plain))
    for form in _FORMS:
        match = form.search(plain)
        if match:
            return _matched(match)
    return None


def _of_iso(match: re.Match[str]) -> WrittenDay | None:
    try:
        day = _of_moment(datetime.fromisoformat(match[0]))
    except ValueError:
        return None
    rest = _rest(match.string[: match.start()], match.string[match.end() :])
    return WrittenDay(day.first, day.second, day.year, at=day.at, rest=rest)


def _matched(match: re.Match[str]) -> WrittenDay:
    found = match.groupdict()
    after = match.string[match.end() :]
    weekday = _WEEKDAY.match(after)
    if weekday:
        after = after[weekday.end() :]
    at, after = _clock(after)
    return WrittenDay(
        first=_first(found),
        second=int(found.get("b") or found.get("y") or 0),
        year=_year(found),
        is_ordered=not found.get("x"),
        weekday=_WEEKDAYS[(weekday["ja"] or weekday["en"]).lower()] if weekday else None,
        at=at,
        rest=_rest(match.string[: match.start()], after),
    )


def _first(found: dict[str, str | None]) -> int:
    name = found.get("name")
    if name:
        return _MONTHS.index(name[:3].lower()) + 1
    return int(found.get("a") or found.get("x") or 0)


def _year(found: dict[str, str | None]) -> int | None:
    written = found.get("year")
    if not written:
        return None
    year = 1 if written == "元" else int(written)
    era = found.get("era")
    if era:
        return _ERAS[era.lower()] + year
    return year + 2000 if len(written) == 2 else year


def _clock(text: str) -> tuple[time | None, str]:
    match = _CLOCK.search(text)
    if not match:
        return None, _rest(text)
    hour = int(match["h"])
    half = (match["half"] or match["after"] or "").lower().replace(".", "")
    if half in ("午後", "pm") and hour < 12:
        hour += 12
    minute = 30 if match["half30"] else int(match["m"] or match["m2"] or 0)
    if hour > 23 or minute > 59:
        return None, _rest(text)
    after = text[match.end() :]
    until = _UNTIL.match(after)
    return time(hour, minute), _rest(
        text[: match.start()], after[until.end() :] if until else after
    )


def _rest(*parts: str) -> str:
    return " ".join(trimmed for part in parts if (trimmed := part.strip(_EDGES)))
