"""Days and hours as a letter writes them and as one says them on the phone."""

from datetime import date, time

from yokame.letters.request import Slot
from yokame.letters.situations import Medium
from yokame.reports import Language

_WEEKDAYS = "月火水木金土日"
_EN_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def say_day(day: date, language: Language, medium: Medium) -> str:
    """11月13日（金）, on the phone 11月13日; Friday, November 13."""
    if language is Language.EN:
        return f"{_EN_WEEKDAYS[day.weekday()]}, {_EN_MONTHS[day.month - 1]} {day.day}"
    plain = f"{day.month}月{day.day}日"
    return plain if medium is Medium.PHONE else f"{plain}（{_WEEKDAYS[day.weekday()]}）"


def say_slot(slot: Slot, language: Language, medium: Medium) -> str:
    """A day with its hours: 11月25日（水）10:00〜12:00, aloud 11月25日の10時から12時."""
    day = say_day(slot.on, language, medium)
    if slot.start is None:
        return day
    if language is Language.EN:
        hours = " to ".join(f"{at:%H:%M}" for at in (slot.start, slot.end) if at)
        return f"{day}, {hours}" if slot.end else f"{day}, at {hours}"
    if medium is Medium.PHONE:
        if slot.end is None:
            return f"{day}{_aloud(slot.start)}"
        return f"{day}の{_aloud(slot.start)}から{_aloud(slot.end)}"
    return f"{day}{slot.start:%H:%M}" + (f"〜{slot.end:%H:%M}" if slot.end else "")


def _aloud(at: time) -> str:
    return f"{at.hour}時" + (f"{at.minute}分" if at.minute else "")
