"""What is written is safe in a spreadsheet, and read back as it was."""

import csv
import io
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from tests.sheets.demo import TODAY
from yokame.reports import Outcome, Stage, Track
from yokame.sheets import SheetRound, SheetRow, StageName, State, read_table, write_csv, written
from yokame.sheets.safe_cells import harmless, restored

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@given(st.text(max_size=30))
def test_no_cell_begins_like_a_formula_and_every_cell_comes_back(text: str) -> None:
    safe = harmless(text)

    assert not safe.startswith(DANGEROUS)
    assert restored(safe) == text


def test_csv_begins_with_the_mark_that_excel_looks_for() -> None:
    assert write_csv([]).startswith(b"\xef\xbb\xbf")


def test_a_formula_in_any_cell_is_written_as_text() -> None:
    data = written([["=HYPERLINK(1)", "@x", "ok"]])

    assert next(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [
        "'=HYPERLINK(1)",
        "'@x",
        "ok",
    ]


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
past_days = st.dates(date(2025, 1, 1), TODAY)
# Single lines as cells are read: no spaces at the ends, nothing that means "nothing".
names = st.text("あ株=@'x1 社", min_size=1, max_size=12).map(
    lambda text: "名" + " ".join(text.split())
)
stages = st.sampled_from(
    [*(StageName(s) for s in Stage), StageName(Stage.MIDDLE, 2), StageName(Stage.MIDDLE, 3)]
)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[SheetRound, ...]:
    chosen = draw(st.lists(stages, max_size=4, unique=True))
    found = []
    for stage in sorted(chosen, key=lambda stage: stage.order):
        result = draw(st.sampled_from(Outcome))
        held_on = draw(st.none() | (days if result is Outcome.NONE else past_days))
        at = draw(st.none() | st.times().map(lambda at: time(at.hour, at.minute)))
        word_on = (
            draw(st.none() | st.dates(held_on or date(2025, 1, 1), TODAY))
            if (result is not Outcome.NONE)
            else None
        )
        found.append(
            SheetRound(
                stage=stage,
                label="",
                held_on=held_on,
                at=at if held_on else None,
                result=result,
                word_on=word_on,
                said=draw(st.just("") | names),
            )
        )
    return tuple(found)


applications = st.builds(
    SheetRow,
    lines=st.just(()),
    employer=names,
    course=st.just("") | names,
    track=st.none() | st.sampled_from(Track),
    applied_on=st.none() | past_days,
    entry_due_on=st.none() | days,
    rounds=rounds(),
    # Silence is kept in the note as well, so it is not read back quite as it was.
    state=st.none() | st.sampled_from(sorted(set(State) - {State.SILENT})),
    offered_on=st.none() | past_days,
    answer_by=st.none() | days,
    url=st.sampled_from(["", "https://example.com/a?b=1"]),
    priority=st.integers(0, 3),
    industry=st.just("") | names,
    contact=st.just("") | names,
    note=st.just("") | names | st.just("二行の\nメモ"),
)


@given(applications)
def test_an_application_is_read_back_as_it_was_written(row: SheetRow) -> None:
    [found] = read_table(write_csv([row]), "own.csv", today=TODAY).rows

    expected = {**vars(row), "lines": found.lines}
    assert vars(found) == expected
