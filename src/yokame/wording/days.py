"""Days and hours as people write them: 11月24日(火), Tue 24 Nov."""

from datetime import date

from yokame.wording.language import Language
from yokame.wording.sentences import text

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date | None, lang: Language, *, with_year: bool = False) -> str:
    """A day with its weekday; "that day" where none is known, so that no sentence breaks."""
    if day is None:
        return text(lang, "day.some_day")
    return text(
        lang,
        "day.format_with_year" if with_year else "day.format",
        year=day.year,
        month=day.month if lang is Language.JA else _MONTHS[day.month - 1],
        day=day.day,
        weekday=say_weekday(day, lang),
    )


def say_weekday(day: date, lang: Language) -> str:
    """The short name of a weekday: 火, Tue."""
    names = text(lang, "day.weekdays")
    return (names.split() if " " in names else list(names))[day.weekday()]


def say_hours(hours: str, lang: Language) -> str:
    """Hours like "10:00-11:45" with the dash of the language."""
    start, _, end = hours.partition("-")
    return text(lang, "day.hours", start=start, end=end) if end else hours
