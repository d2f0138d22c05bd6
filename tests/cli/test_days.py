"""The days of a call: how they are read is tested in tests/wording/test_typed_day.py."""

from datetime import date

import pytest

from yokame.cli.days import DayReader
from yokame.cli.mistakes import WrongInputError

FRIDAY = date(2026, 11, 20)


def test_a_supposed_year_is_noted_and_a_given_one_is_not() -> None:
    days = DayReader("en", FRIDAY)

    days.read("11/13", option="--held")
    days.read("2026-11-13", option="--asked")

    assert days.notes == ["“11/13” for --held was read as Fri 13 Nov 2026."]


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("next week", "not_a_day", "--held: “next week”"),
        ("11/31", "no_such_day", "--held: “11/31”"),
        ("11/13(木)", "wrong_weekday", "Fri 13 Nov 2026"),
    ],
)
def test_each_way_to_go_wrong_is_said_with_its_option(text: str, name: str, says: str) -> None:
    with pytest.raises(WrongInputError) as wrong:
        DayReader("en", FRIDAY).read(text, option="--held")

    assert wrong.value.name == name
    assert says in wrong.value.said("en")
