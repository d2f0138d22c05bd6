"""What the rows of a table say, put together into applications with their rounds."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from yokame.employers import key_of
from yokame.reports import Outcome, Stage
from yokame.sheets.row_cells import RoundCells, RowCells
from yokame.sheets.spelling import bare
from yokame.sheets.stage_names import StageName
from yokame.sheets.states import Standing, joined
from yokame.sheets.table import OFFERED, Field, NotRead, SheetRound, SheetRow, State, Why

_INTERVIEW = StageName(Stage.INTERVIEW)
_ONCE = ("applied_on", "entry_due_on", "offered_on", "answer_by", "url")
_FIRST = ("track", "priority", "industry", "contact")


def application_of(row: RowCells, today: date) -> SheetRow:
    """The application of one row. What fits nowhere is added to its `not_read`."""
    _place_what_names_no_stage(row, today)
    if row.standing.stage is not None:
        cells = row.rounds[row.standing.stage]
        cells.is_named = True
        if cells.result is Outcome.NONE:
            cells.result = row.standing.result
    rounds = [
        _round(row, stage, cells, today)
        for stage, cells in row.rounds.items()
        if stage is not None and not cells.is_empty
    ]
    return SheetRow(
        lines=(row.line,),
        employer=row.texts.get(Field.EMPLOYER, ""),
        course=row.texts.get(Field.COURSE, ""),
        track=row.track,
        applied_on=row.days.get(Field.APPLIED_ON),
        entry_due_on=row.days.get(Field.ENTRY_DUE_ON),
        rounds=in_order(rounds),
        state=row.standing.state,
        offered_on=row.days.get(Field.OFFERED_ON),
        answer_by=row.days.get(Field.ANSWER_BY),
        url=row.texts.get(Field.URL, ""),
        priority=row.priority,
        industry=row.texts.get(Field.INDUSTRY, ""),
        contact=row.texts.get(Field.CONTACT, ""),
        note="\n".join(row.note),
    )


def _place_what_names_no_stage(row: RowCells, today: date) -> None:
    """面接日, 結果, 連絡予定 beside no stage: of the one that the row or its status names."""
    loose = row.rounds.pop(None, RoundCells())
    if loose.is_empty:
        return
    stage = row.stage or _stage_by_standing(row, loose, today)
    if stage is None and loose.held_on is not None:
        stage = _INTERVIEW
    if stage is None and not loose.is_named:
        stage = _latest(row)
    if stage is None:
        _of_the_application(row, loose)
        return
    cells = row.rounds[stage]
    cells.held_on = cells.held_on or loose.held_on
    cells.at = cells.at or loose.at
    cells.result = loose.result if cells.result is Outcome.NONE else cells.result
    cells.word_on = cells.word_on or loose.word_on
    cells.said = cells.said or loose.said
    cells.is_named = True


def _stage_by_standing(row: RowCells, loose: RoundCells, today: date) -> StageName | None:
    """The stage of the status; but a day still to come is not that of a stage already passed."""
    stage = row.standing.stage
    if stage is None or row.rounds.get(stage, RoundCells()).held_on:
        return None
    is_next = row.standing.result is Outcome.PASS and loose.held_on and loose.held_on > today
    return None if is_next else stage


def _latest(row: RowCells) -> StageName | None:
    named = [stage for stage in row.rounds if stage and not row.rounds[stage].is_empty]
    return max(named, key=lambda stage: stage.order, default=None)


def _of_the_application(row: RowCells, loose: RoundCells) -> None:
    """A result without any stage: a no is the application's end; a yes could be of anything."""
    if loose.result is Outcome.FAIL:
        row.standing = joined(row.standing, Standing(State.REJECTED))
    elif loose.result is Outcome.PASS and row.standing.state not in OFFERED:
        _leave(row, "通過", Why.RESULT_OF_WHAT)
    if loose.said:
        _leave(row, loose.said, Why.SAID_OF_WHAT)
    if loose.word_on:
        _leave(row, loose.word_on.isoformat(), Why.RESULT_OF_WHAT)


def _leave(row: RowCells, text: str, why: Why) -> None:
    row.not_read.append(NotRead(row.line, "", text, why))
    row.note.append(text)


def _round(row: RowCells, stage: StageName, cells: RoundCells, today: date) -> SheetRound:
    """The round, without days that cannot be; they are told."""
    held_on, word_on = cells.held_on, cells.word_on
    has_result = cells.result is not Outcome.NONE
    if held_on and held_on > today and has_result:
        _leave(row, held_on.isoformat(), Why.NOT_YET)
        held_on = None
    if word_on and held_on and word_on < held_on:
        _leave(row, word_on.isoformat(), Why.WORD_BEFORE_ROUND)
        word_on = None
    if word_on and not has_result:
        _leave(row, word_on.isoformat(), Why.WORD_OF_NOTHING)
        word_on = None
    return SheetRound(
        stage=stage,
        label=row.stage_label if stage == row.stage else "",
        held_on=held_on,
        at=cells.at if held_on else None,
        result=cells.result,
        word_on=word_on,
        said=cells.said,
    )


def in_order(rounds: Iterable[SheetRound]) -> tuple[SheetRound, ...]:
    """Rounds in the order of a usual selection; of equals by day."""
    return tuple(sorted(rounds, key=lambda each: (each.stage.order, each.held_on or date.max)))


def merged(rows: Iterable[SheetRow]) -> tuple[tuple[SheetRow, ...], list[NotRead]]:
    """Several rows of one employer and course, each a round, as one application."""
    found: dict[tuple[str, str, object], SheetRow] = {}
    not_read: list[NotRead] = []
    for row in rows:
        key = (key_of(row.employer), bare(row.course), row.track)
        if key in found:
            found[key] = _joined_rows(found[key], row, not_read)
        else:
            found[key] = row
    return tuple(found.values()), not_read


def _joined_rows(one: SheetRow, other: SheetRow, not_read: list[NotRead]) -> SheetRow:
    lines = [text for text in (one.note, other.note) if text]
    for name in _ONCE:
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and mine != theirs:
            not_read.append(NotRead(other.lines[0], name, str(theirs), Why.OTHER_LINE_DIFFERS))
            lines.append(str(theirs))
    # The later row is the later news.
    standing = joined(Standing(other.state), Standing(one.state))
    return replace(
        one,
        **{name: getattr(one, name) or getattr(other, name) for name in (*_ONCE, *_FIRST)},
        lines=one.lines + other.lines,
        state=standing.state,
        rounds=in_order(_joined_rounds(one.rounds, other.rounds)),
        note="\n".join(dict.fromkeys(lines)),
    )


def _joined_rounds(
    ones: tuple[SheetRound, ...], others: tuple[SheetRound, ...]
) -> list[SheetRound]:
    """Both rows' rounds; what a status says (一次通過) is of the row that has the day."""
    rounds = list(ones)
    for other in others:
        place = next((n for n, mine in enumerate(rounds) if _is_same(mine, other)), None)
        if place is None:
            rounds.append(other)
        else:
            rounds[place] = _joined_round(rounds[place], other)
    return rounds


def _is_same(one: SheetRound, other: SheetRound) -> bool:
    return (one.stage, one.label) == (other.stage, other.label) and (
        one.held_on is None or other.held_on is None or one.held_on == other.held_on
    )


def _joined_round(one: SheetRound, other: SheetRound) -> SheetRound:
    return SheetRound(
        stage=one.stage,
        label=one.label,
        held_on=one.held_on or other.held_on,
        at=one.at or other.at,
        result=one.result if one.result is not Outcome.NONE else other.result,
        word_on=one.word_on or other.word_on,
        said=one.said or other.said,
    )
