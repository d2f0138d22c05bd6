"""The days of one call, refused in a line that names the option."""

from datetime import date

from yokame.cli.mistakes import WrongInputError
from yokame.cli.texts import say
from yokame.wording import (
    Language,
    NoSuchDayError,
    TypedDayError,
    WrongWeekdayError,
    say_day,
    typed_day,
)


class DayReader:
    """Reads the days of one call, and notes each whose year had to be supposed."""

    def __init__(self, lang: str, today: date) -> None:
        self.lang, self.today = lang, today
        self.notes: list[str] = []

    def read(self, text: str, *, option: str, may_be_ahead: bool = False) -> date:
        """The day in `text`, as `wording.typed_day` reads it.

        Raises
        ------
        WrongInputError
            If it is no day, no day of the calendar, or its weekday contradicts it.
        """
        try:
            typed = typed_day(text, today=self.today, may_be_ahead=may_be_ahead)
        except WrongWeekdayError as error:
            right = self._said(error.on)
            raise WrongInputError("wrong_weekday", option=option, value=text, day=right) from error
        except NoSuchDayError as error:
            raise WrongInputError("no_such_day", option=option, value=text) from error
        except TypedDayError as error:
            raise WrongInputError("not_a_day", option=option, value=text) from error
        if typed.supposes_year:
            said = self._said(typed.on)
            note = say(self.lang, "show.year_was_added", option=option, value=text, day=said)
            self.notes.append(note)
        return typed.on

    def _said(self, day: date) -> str:
        return say_day(day, Language(self.lang), with_year=True)
