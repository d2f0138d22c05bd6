"""Applications as CSV: for Excel in Japan, safe against formulas, and read back as they were."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, time

from yokame.reports import Outcome, Track
from yokame.sheets.safe_cells import harmless
from yokame.sheets.table import SheetRound, SheetRow, State

_HEADINGS = (
    "会社名", "職種", "選考区分", "応募日", "ES締切", "ステータス", "選考段階", "選考日", "時刻",
    "結果", "結果連絡日", "連絡予定", "内定日", "承諾期限", "志望度", "業界", "担当者", "URL",
    "メモ",
)  # fmt: skip
_TRACKS = {Track.NEW_GRAD: "新卒", Track.MID_CAREER: "中途", Track.PART_TIME: "アルバイト"}
_RESULTS = {Outcome.PASS: "通過", Outcome.FAIL: "不合格", Outcome.NONE: ""}
_PRIORITIES = {3: "高", 2: "中", 1: "低", 0: ""}
_STATES = {
    State.INTERESTED: "気になる",
    State.APPLIED: "応募済み",
    State.IN_SELECTION: "選考中",
    State.OFFER: "内定",
    State.ACCEPTED: "内定承諾",
    State.REJECTED: "不合格",
    State.WITHDRAWN: "辞退",
    State.DECLINED: "内定辞退",
    State.SILENT: "連絡なし",
}


def write_csv(rows: Iterable[SheetRow]) -> bytes:
    """One line for each round (or for an application without any), in UTF-8 with its mark."""
    return written([_HEADINGS, *(line for row in rows for line in _lines(row))])


def written(lines: Iterable[Sequence[str]]) -> bytes:
    """Any lines as CSV whose cells no spreadsheet runs."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(map(harmless, line) for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _lines(row: SheetRow) -> list[tuple[str, ...]]:
    rounds: tuple[SheetRound | None, ...] = row.rounds or (None,)
    return [_line(row, each, is_first=place == 0) for place, each in enumerate(rounds)]


def _line(row: SheetRow, each: SheetRound | None, *, is_first: bool) -> tuple[str, ...]:
    """What is the application's own stands in its first line alone."""
    own = (
        _day(row.applied_on),
        _day(row.entry_due_on),
        _STATES[row.state] if row.state else "",
    )
    offered = (_day(row.offered_on), _day(row.answer_by))
    about = (_PRIORITIES[row.priority], row.industry, row.contact, row.url, row.note)
    return (
        row.employer,
        row.course,
        _TRACKS[row.track] if row.track else "",
        *(own if is_first else ("",) * len(own)),
        *_of_round(each),
        *(offered if is_first else ("",) * len(offered)),
        *(about if is_first else ("",) * len(about)),
    )


def _of_round(each: SheetRound | None) -> tuple[str, ...]:
    if each is None:
        return ("",) * 6
    return (
        each.label or each.stage.written,
        _day(each.held_on),
        _time(each.at),
        _RESULTS[each.result],
        _day(each.word_on),
        each.said,
    )


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _time(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""
