"""A field for a day: a browser's own picker, or typed where there is none."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yokame.wording import TypedDayError, typed_day

# Longer than any day is written; a form may hold megabytes.
_LONGEST_DAY = 40


class TypedDateField(forms.Field):
    """A day in a browser's own picker, or typed. `may_be_ahead`: it may still have to come."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("日にちを入れてください。例：11/13"),
        "invalid": _("日にちとして読めません。11/13 のように入れてください。"),
    }
    today: date | None = None

    def __init__(self, *, may_be_ahead: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.may_be_ahead = may_be_ahead

    def to_python(self, value: Any) -> date | None:
        """The day, or a mistake to be shown beside the field."""
        if isinstance(value, date) or not value:
            return value or None
        assert self.today is not None
        try:
            typed = str(value)[:_LONGEST_DAY]
            return typed_day(typed, today=self.today, may_be_ahead=self.may_be_ahead).on
        except TypedDayError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
