"""One row of a table, cell by cell, into what is known of one application."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from yokame.reports import Outcome, Track
from yokame.sheets.day_choices import WhichYear, day_meant
from yokame.sheets.grids import Cell, Line, NoValue, said
from yokame.sheets.headings import rank
from yokame.sheets.priorities import read_priority
from yokame.sheets.row_cells import RoundCells, RowCells
from yokame.sheets.spelling import one_line
from yokame.sheets.stage_names import StageName, read_stage
from yokame.sheets.states import Standing, is_unclear, joined, read_result, read_standing
from yokame.sheets.table import OFFERED, Column, Field, NotRead, State, Why
from yokame.sheets.vocabulary import key_of
from yokame.sheets.written_days import find_day, find_time

LONGEST_NAME = 200
LONGEST_LINK = 1_000
LONGEST_SAYING = 1_000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2090, 12, 31)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_PAST = frozenset({Field.APPLIED_ON, Field.WORD_ON, Field.OFFERED_ON})
# The hour of a last day matters, and there is no place for it but the note.
_LAST_DAYS = frozenset({Field.ENTRY_DUE_ON, Field.ANSWER_BY})


class RowReader:
    """Reads a row's cells in the order that needs no second look: what the year of a day hangs
    on (results, the day of applying) before the days of rounds.
    """

    def __init__(self, line: Line, columns: tuple[Column, ...], today: date) -> None:
        self.row = RowCells(line.number)
        self.today = today
        filled = zip(columns, line.cells, strict=False)
        self.cells = [(column, cell) for column, cell in filled if cell is not None]

    def read(self) -> RowCells:
        """All cells."""
        for column, cell in sorted(self.cells, key=lambda pair: _turn(pair[0])):
            if isinstance(cell, NoValue) and column.use.field not in _NEVER_READ:
                self._refuse(column, cell, Why.NO_VALUE)
            elif not _says_nothing(cell):
                _READERS[column.use.field](self, column, cell)
        # They were read in another order than they stand.
        places = {column.heading: column.place for column, _ in reversed(self.cells)}
        self.row.not_read.sort(key=lambda each: places.get(each.column, 0))
        return self.row

    def _refuse(self, column: Column, cell: Cell, why: Why) -> None:
        text = said(cell)
        self.row.not_read.append(NotRead(self.row.line, column.heading, text, why))
        self._keep(column, text)

    def _keep(self, column: Column, text: str) -> None:
        self.row.note.append(f"{column.heading}: {text}" if column.heading else text)

    def _round(self, column: Column) -> RoundCells:
        return self.row.rounds[column.use.stage]

    def name(self, column: Column, cell: Cell) -> None:
        """A short text: employer, course, industry."""
        text = one_line(said(cell))
        if len(text) > LONGEST_NAME:
            self._refuse(column, cell, Why.TOO_LONG)
        else:
            self.row.texts.setdefault(column.use.field, text)

    def note(self, _column: Column, cell: Cell) -> None:
        self.row.note.append(said(cell))

    def kept(self, column: Column, cell: Cell) -> None:
        self._keep(column, said(cell))

    def nothing(self, column: Column, cell: Cell) -> None:
        """A column that is not used."""

    def link(self, column: Column, cell: Cell) -> None:
        text = said(cell)
        if _HOST.fullmatch(text):
            text = f"https://{text}"
        if _LINK.fullmatch(text) and len(text) <= LONGEST_LINK:
            self.row.texts.setdefault(Field.URL, text)
        else:
            self._refuse(column, cell, Why.NOT_A_LINK)

    def track(self, column: Column, cell: Cell) -> None:
        """新卒 or 中途; of anything else (夏インターン) it is the course that is named."""
        text = one_line(said(cell))
        key = key_of("tracks", text)
        if key == "plain":
            self._keep(column, text)
        elif key:
            self.row.track = Track(key)
        else:
            course = self.row.texts.get(Field.COURSE)
            named = f"{course}（{text}）" if course else text
            if len(named) > LONGEST_NAME:
                self._refuse(column, cell, Why.TOO_LONG)
            else:
                self.row.texts[Field.COURSE] = named

    def priority(self, column: Column, cell: Cell) -> None:
        found = read_priority(said(cell), heading=column.heading, most=column.highest)
        if found is None:
            self._refuse(column, cell, Why.UNKNOWN_PRIORITY)
        else:
            self.row.priority = found

    def state(self, column: Column, cell: Cell) -> None:
        text = said(cell)
        standing = read_standing(text)
        if standing is None:
            unclear = is_unclear(text)
            self._refuse(column, cell, Why.UNCLEAR_STATE if unclear else Why.UNKNOWN_STATE)
        else:
            self.row.standing = joined(self.row.standing, standing)
            if standing.state is State.SILENT:
                self._keep(column, text)  # the ledger knows no such ending: word may still come

    def stage(self, column: Column, cell: Cell) -> None:
        """The stage that the row is about; with more than its name it is a status (一次通過)."""
        text = one_line(said(cell))
        stage = read_stage(text)
        standing = None if stage else read_standing(text)
        if stage is None and standing is None:
            self._refuse(column, cell, Why.UNKNOWN_STAGE)
            return
        self.row.stage = stage or (standing.stage if standing else None)
        if stage is not None:
            self.row.stage_label = "" if text == stage.written else text
            self.row.rounds[None].is_named = True
        elif standing is not None:
            self.row.standing = joined(self.row.standing, standing)

    def result(self, column: Column, cell: Cell) -> None:
        """通過, 不合格 11/20, 内定."""
        text = said(cell)
        standing = read_result(text)
        day = None if standing else find_day(cell)
        if standing is None and day is not None:
            standing = read_result(day.rest) if day.rest else Standing()
        if standing is None:
            self._refuse(column, cell, Why.UNKNOWN_RESULT)
            return
        cells = self._round(column)
        result = Outcome.PASS if standing.state in OFFERED else standing.result
        cells.result = result if cells.result is Outcome.NONE else cells.result
        cells.is_named = cells.is_named or column.use.stage is not None
        self._join_state(standing, column.use.stage)
        if day is not None:
            cells.word_on = self._day(column, cell, Field.WORD_ON) or cells.word_on

    def _join_state(self, standing: Standing, stage: StageName | None) -> None:
        """内定 in a cell of results is of the application; 通過 is of its stage alone."""
        if standing.state is not None:
            said_here = replace(standing, stage=standing.stage or stage)
            self.row.standing = joined(self.row.standing, said_here)

    def round(self, column: Column, cell: Cell) -> None:
        """A cell under a stage's bare name: its day, its result, or both."""
        if find_day(cell) is not None:
            self.held_on(column, cell)
        elif key_of("flags", said(cell)) == "no" and key_of("results", said(cell)) is None:
            return
        else:
            self.result(column, cell)

    def held_on(self, column: Column, cell: Cell) -> None:
        day = find_day(cell)
        cells = self._round(column)
        flag = key_of("flags", said(cell))
        if day is None and flag:
            cells.is_named = cells.is_named or flag == "yes"
            return
        on = self._day(column, cell, Field.HELD_ON)
        if on is None or day is None:
            return
        cells.held_on, cells.at, cells.is_named = on, day.at or cells.at, True
        if day.rest:
            self._beside_the_day(column, cells, day.rest)

    def _beside_the_day(self, column: Column, cells: RoundCells, rest: str) -> None:
        stage, standing = read_stage(rest), read_result(rest)
        if stage is not None and column.use.stage is None and self.row.stage is None:
            self.row.stage = stage
        elif standing is not None:
            cells.result = standing.result
            self._join_state(standing, column.use.stage)
        elif stage is None or stage != column.use.stage:
            self._keep(column, rest)

    def at(self, column: Column, cell: Cell) -> None:
        at, rest = find_time(cell)
        if at is None:
            self._refuse(column, cell, Why.NOT_A_TIME)
        else:
            self._round(column).at = at
            if rest:
                self._keep(column, rest)

    def said(self, column: Column, cell: Cell) -> None:
        """What was said about word stays as it is written: `promise` reads it."""
        text = one_line(said(cell))
        if len(text) > LONGEST_SAYING:
            self._refuse(column, cell, Why.TOO_LONG)
        else:
            self._round(column).said = text

    def word_on(self, column: Column, cell: Cell) -> None:
        self._round(column).word_on = self._day(column, cell, Field.WORD_ON)

    def day(self, column: Column, cell: Cell) -> None:
        """A day of the application: applied on, closing day, offered on, answer by."""
        flag = key_of("flags", said(cell)) if column.use.field is Field.APPLIED_ON else None
        if flag and find_day(cell) is None:
            state = State.APPLIED if flag == "yes" else State.INTERESTED
            self.row.standing = joined(self.row.standing, Standing(state))
            return
        on = self._day(column, cell, column.use.field)
        found = find_day(cell)
        if on is None or found is None:
            return
        self.row.days.setdefault(column.use.field, on)
        if found.rest or (found.at and column.use.field in _LAST_DAYS):
            self._keep(column, said(cell))

    def _day(self, column: Column, cell: Cell, which: Field) -> date | None:
        written = find_day(cell)
        if written is None:
            self._refuse(column, cell, Why.NOT_A_DAY)
            return None
        known = WhichYear(self.today, self._is_past(column, which), self._earliest(column, which))
        meant = day_meant(written, column.day_order, known)
        if isinstance(meant, date):
            meant = _bearable(meant, self.today if which in _PAST else LAST_DAY)
        if isinstance(meant, Why):
            self._refuse(column, cell, meant)
            return None
        return meant

    def _is_past(self, column: Column, which: Field) -> bool:
        has_result = self._round(column).result in (Outcome.PASS, Outcome.FAIL)
        return which in _PAST or (which is Field.HELD_ON and has_result)

    def _earliest(self, column: Column, which: Field) -> date | None:
        if which is Field.WORD_ON:
            return self._round(column).held_on
        return self.row.days.get(Field.APPLIED_ON) if which is Field.HELD_ON else None


def _bearable(on: date, last: date) -> date | Why:
    if not FIRST_DAY <= on <= LAST_DAY:
        return Why.TOO_FAR
    return on if on <= last else Why.NOT_YET


def _turn(column: Column) -> tuple[int, int]:
    return _TURN[column.use.field], rank(column.heading)


def _says_nothing(cell: Cell) -> bool:
    return isinstance(cell, str) and key_of("empty", cell) is not None


_NEVER_READ = frozenset({Field.UNUSED, Field.SECRET})
_READERS: dict[Field, Callable[[RowReader, Column, Cell], None]] = {
    Field.EMPLOYER: RowReader.name,
    Field.COURSE: RowReader.name,
    Field.PRIORITY: RowReader.priority,
    Field.INDUSTRY: RowReader.name,
    Field.CONTACT: RowReader.name,
    Field.TRACK: RowReader.track,
    Field.STATE: RowReader.state,
    Field.STAGE: RowReader.stage,
    Field.RESULT: RowReader.result,
    Field.APPLIED_ON: RowReader.day,
    Field.ENTRY_DUE_ON: RowReader.day,
    Field.OFFERED_ON: RowReader.day,
    Field.ANSWER_BY: RowReader.day,
    Field.ROUND: RowReader.round,
    Field.HELD_ON: RowReader.held_on,
    Field.AT: RowReader.at,
    Field.WORD_ON: RowReader.word_on,
    Field.SAID: RowReader.said,
    Field.URL: RowReader.link,
    Field.NOTE: RowReader.note,
    Field.KEPT: RowReader.kept,
    Field.UNUSED: RowReader.nothing,
    Field.SECRET: RowReader.nothing,
}
_TURN = {field: turn for turn, field in enumerate(_READERS)}
