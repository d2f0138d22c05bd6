"""Days as people type them: 2026-11-20, 11/20, 11月20日(金), 今日, yesterday."""

import re
import unicodedata
from datetime import date, timedelta

from yokame.cli.mistakes import WrongInputError
from yokame.cli.texts import say
from yokame.wording import Language, say_day

_WEEKDAYS = "月火水木金土日"
_DAY = re.compile(
    r"(?:(?P<year>[0-9]{4})[-/.年])?(?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?"
    rf"(?:\((?P<weekday>[{_WEEKDAYS}])(?:曜日?)?\))?"
)
_NAMED = {
    **dict.fromkeys(("今日", "きょう", "本日", "today"), 0),
    **dict.fromkeys(("昨日", "きのう", "yesterday"), 1),
    **dict.fromkeys(("一昨日", "おととい"), 2),
}
# A day without a year is looked for so far around: 29 February can be eight years away.
_YEARS_AROUND = 8


class DayReader:
    """Reads the days of one call, and notes each whose year had to be supposed."""

    def __init__(self, lang: str, today: date) -> None:
        self.lang, self.today = lang, today
        self.notes: list[str] = []

    def read(self, text: str, *, option: str, may_be_ahead: bool = False) -> date:
        """The day in `text`; without a year the nearest such day that is not after today.

        With `may_be_ahead` it is the nearest on either side.

        Raises
        ------
        WrongInputError
            If it is no day, no day of the calendar, or its weekday contradicts it.
        """
        plain = "".join(unicodedata.normalize("NFKC", text).split()).lower()
        if plain in _NAMED:
            return self.today - timedelta(days=_NAMED[plain])
        match = _DAY.fullmatch(plain)
        if match is None:
            raise WrongInputError("not_a_day", option=option, value=text)
        day = self._day(match, ahead=may_be_ahead)
        if day is None:
            raise WrongInputError("no_such_day", option=option, value=text)
        self._check_weekday(match["weekday"], day, option=option, text=text)
        if match["year"] is None:
            said = say_day(day, Language(self.lang), with_year=True)
            note = say(self.lang, "show.year_was_added", option=option, value=text, day=said)
            self.notes.append(note)
        return day

    def _day(self, match: re.Match[str], *, ahead: bool) -> date | None:
        month, day = int(match["month"]), int(match["day"])
        if match["year"] is not None:
            return _date(int(match["year"]), month, day)
        today = self.today
        years = range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND + 1)
        found = [on for year in years if (on := _date(year, month, day))]
        allowed = [on for on in found if ahead or on <= today]
        return min(allowed, key=lambda on: abs(on - today), default=None)

    def _check_weekday(self, name: str | None, day: date, *, option: str, text: str) -> None:
        if name is not None and name != _WEEKDAYS[day.weekday()]:
            right = say_day(day, Language(self.lang), with_year=True)
            raise WrongInputError("wrong_weekday", option=option, value=text, day=right)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
