"""Days as people type them: 2026-11-13, 11/13, 11月13日, with full-width digits too."""

import re
import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_WRITTEN = re.compile(
    r"(?:(?P<year>\d{4})\s*[-/.年]\s*)?(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:\s*\([月火水木金土日]\))?"
)


class NoSuchDayError(ValueError):
    """What was typed is no day."""


def typed_day(typed: str, *, today: date) -> date:
    """The day meant; without a year the latest such day that is not after `today`.

    Raises NoSuchDayError.
    """
    match = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    if match is None:
        raise NoSuchDayError(typed)
    month, day = int(match["month"]), int(match["day"])
    # 29 February may lie up to eight years back.
    years = [int(match["year"])] if match["year"] else range(today.year, today.year - 9, -1)
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if match["year"] or found <= today:
            return found
    raise NoSuchDayError(typed)


class TypedDateField(forms.Field):
    """A day in a browser's own picker, or typed."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {
        "required": _("日にちを入れてください。例：11/13"),
        "invalid": _("ない日にちか、読めない書き方です。例：11/13"),
    }
    today: date | None = None

    def to_python(self, value: Any) -> date | None:
        """The day, or a mistake to be shown beside the field."""
        if isinstance(value, date) or not value:
            return value or None
        assert self.today is not None
        try:
            return typed_day(str(value)[:40], today=self.today)
        except NoSuchDayError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
