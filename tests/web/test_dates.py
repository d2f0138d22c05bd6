from datetime import date

import pytest
from django.core.exceptions import ValidationError

from yokame.web.dates import TypedDateField


def field() -> TypedDateField:
    days = TypedDateField()
    days.today = date(2026, 11, 20)
    return days


def test_a_day_is_read_as_everywhere_in_yokame() -> None:
    assert field().clean("１１月１３日（金）") == date(2026, 11, 13)


@pytest.mark.parametrize("typed", ["2026-02-30", "some day", "11/13(木)", "1" * 100_000])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="日にちとして読めません"):
        field().clean(typed)
