"""What a person decides about a table stands above what is read."""

from datetime import date

from tests.sheets.demo import only, read
from yokame.reports import Stage
from yokame.sheets import Choices, DayOrder, Field, StageName, Use, Why


def test_a_chosen_column_is_the_employers() -> None:
    chosen = Choices(uses={1: Use(Field.EMPLOYER), 2: Use(Field.APPLIED_ON)})

    row = only("だれ,いつ\nデモ社,2026/11/13\n", choices=chosen)

    assert (row.employer, row.applied_on) == ("デモ社", date(2026, 11, 13))


def test_a_column_can_be_given_a_stage() -> None:
    stage = StageName(Stage.FINAL)

    row = only("会社名,社長と\nデモ社,11/13\n", choices=Choices({2: Use(Field.HELD_ON, stage)}))

    assert [(each.stage, each.held_on) for each in row.rounds] == [(stage, date(2026, 11, 13))]


def test_an_order_that_the_days_do_not_show_is_asked_for() -> None:
    sheet = "Company,Date applied\nDemo,11/12/2025\nDemo 2,01/02/2026\n"

    unasked = read(sheet)
    told = read(sheet, choices=Choices(day_orders={2: DayOrder.DAY_FIRST}))

    assert unasked.columns[1].asks_day_order
    assert {each.why for each in unasked.not_read} == {Why.DAY_OR_MONTH_FIRST}
    assert [row.applied_on for row in told.rows] == [date(2025, 12, 11), date(2026, 2, 1)]
    assert not told.columns[1].asks_day_order


def test_one_day_shows_the_order_of_its_whole_column() -> None:
    table = read("Company,Date applied\nDemo,11/12/2025\nDemo 2,13/02/2026\n")

    assert [row.applied_on for row in table.rows] == [date(2025, 12, 11), date(2026, 2, 13)]


def test_days_that_contradict_each_other_are_asked_about_and_the_clear_ones_kept() -> None:
    table = read("Company,Date applied\nA,11/30/2025\nB,30/11/2025\nC,01/02/2026\n")

    assert [row.applied_on for row in table.rows] == [date(2025, 11, 30), date(2025, 11, 30), None]
    assert table.columns[1].asks_day_order


def test_a_use_has_a_code_for_forms() -> None:
    assert Use(Field.EMPLOYER).code == "employer"
    use = Use(Field.HELD_ON, StageName(Stage.MIDDLE, 2))
    assert use.code == "held_on.middle.2"
    assert Use.of_code(use.code) == use
