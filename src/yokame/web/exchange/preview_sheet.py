"""What a page shows of a file before it is brought in, and what a person chose there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yokame.reports import Stage, Track
from yokame.sheets import (
    OF_A_ROUND,
    Choices,
    Column,
    DayOrder,
    Field,
    NotRead,
    SheetRound,
    SheetRow,
    StageName,
    Use,
    Why,
)
from yokame.tracker.uploads import Preview, Wishes
from yokame.wording import Language, label, say_day
from yokame.wording.sheet_words import (
    say_day_order,
    say_field,
    say_stage,
    say_state,
    say_use,
    say_why,
)

_N_ROWS, _N_NOT_READ, _N_KNOWN = 8, 100, 50
_PLACE = re.compile(r"(use|order)_([0-9]{1,3})")
_STAGES = (
    StageName(Stage.DOCUMENT),
    StageName(Stage.WEB_TEST),
    StageName(Stage.GROUP_DISCUSSION),
    StageName(Stage.FIRST),
    StageName(Stage.MIDDLE, 2),
    StageName(Stage.MIDDLE, 3),
    StageName(Stage.FINAL),
    StageName(Stage.INTERVIEW),
)
_ROUND_FIELDS = tuple(field for field in Field if field in OF_A_ROUND)


@dataclass(frozen=True)
class Option:
    """One thing that a column can be read as."""

    code: str
    words: str


@dataclass(frozen=True)
class OptionGroup:
    """What a column can be read as, of one stage or of the application."""

    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class ShownColumn:
    """A column: what it was read as, and how its days run where that must be said."""

    column: Column
    code: str
    words: str
    is_used: bool
    samples: str
    shows_order: bool


@dataclass(frozen=True)
class ShownRow:
    """One application as it would be entered."""

    employer: str
    course: str
    facts: tuple[str, ...]
    lines: str


@dataclass(frozen=True)
class ShownNotRead:
    """One cell that was not understood."""

    line: int
    column: str
    text: str
    why: str


class PreviewSheet:
    """A preview, in the words of a language."""

    def __init__(self, preview: Preview, lang: Language) -> None:
        self.preview, self.lang = preview, lang
        self.name, self.table, self.ledger = preview.name, preview.table, preview.ledger
        self.wishes = preview.wishes

    @property
    def columns(self) -> list[ShownColumn]:
        """Every column of the table."""
        assert self.table is not None
        return [
            ShownColumn(
                column,
                column.use.code,
                say_use(column.use, self.lang),
                column.use.field not in (Field.UNUSED, Field.SECRET),
                "、".join(column.samples),
                column.asks_day_order or column.place in self.wishes.choices.day_orders,
            )
            for column in self.table.columns
        ]

    @cached_property
    def groups(self) -> list[OptionGroup]:
        """Everything that a column can be read as."""
        alone = [Use(field) for field in Field if field is not Field.ROUND]
        groups = [OptionGroup("", self._options(alone))]
        for stage in self._stages():
            uses = [Use(field, stage) for field in _ROUND_FIELDS]
            groups.append(OptionGroup(say_stage(stage, self.lang), self._options(uses)))
        return groups

    def _stages(self) -> list[StageName]:
        """The usual stages, and those that the table itself has."""
        assert self.table is not None
        own = [column.use.stage for column in self.table.columns if column.use.stage]
        return sorted({*_STAGES, *own}, key=lambda stage: stage.order)

    def _options(self, uses: list[Use]) -> tuple[Option, ...]:
        return tuple(Option(use.code, say_use(use, self.lang)) for use in uses)

    @property
    def day_orders(self) -> list[Option]:
        """Month first, day first."""
        return [Option(order.value, say_day_order(order, self.lang)) for order in DayOrder]

    @property
    def tracks(self) -> list[Option]:
        """The kinds of hiring."""
        return [Option(track.value, label(track, self.lang)) for track in Track]

    @property
    def n_new(self) -> int:
        """How many applications would be entered."""
        return len(self.preview.new_rows)

    @property
    def n_rounds(self) -> int:
        """How many rounds with them."""
        return sum(len(row.rounds) for row in self.preview.new_rows)

    @property
    def rows(self) -> list[ShownRow]:
        """The first of them."""
        return [self._row(row) for row in self.preview.new_rows[:_N_ROWS]]

    @property
    def known(self) -> list[ShownRow]:
        """Rows whose employer and course are in the ledger already."""
        return [self._row(row) for row in self.preview.known[:_N_KNOWN]]

    @property
    def n_known_left(self) -> int:
        """How many of these are not listed."""
        return max(0, len(self.preview.known) - _N_KNOWN)

    @property
    def not_read(self) -> list[ShownNotRead]:
        """The first cells that were not understood."""
        assert self.table is not None
        return [_shown(one, self.lang) for one in self.table.not_read[:_N_NOT_READ]]

    @property
    def n_not_read_left(self) -> int:
        """How many more there are."""
        assert self.table is not None
        return max(0, len(self.table.not_read) - _N_NOT_READ)

    @property
    def asks(self) -> bool:
        """Whether a column must be told how its days run."""
        assert self.table is not None
        return any(column.asks_day_order for column in self.table.columns)

    def _row(self, row: SheetRow) -> ShownRow:
        days = (
            (Field.APPLIED_ON, row.applied_on),
            (Field.ENTRY_DUE_ON, row.entry_due_on),
            (Field.OFFERED_ON, row.offered_on),
            (Field.ANSWER_BY, row.answer_by),
        )
        facts = [say_state(row.state, self.lang)] if row.state else []
        facts += [
            f"{say_field(field, self.lang)} {say_day(day, self.lang, with_year=True)}"
            for field, day in days
            if day
        ]
        facts += [self._round(each) for each in row.rounds]
        lines = ", ".join(map(str, row.lines))
        return ShownRow(row.employer, row.course, tuple(facts), lines)

    def _round(self, each: SheetRound) -> str:
        parts = [each.label or say_stage(each.stage, self.lang)]
        if each.held_on:
            parts.append(say_day(each.held_on, self.lang, with_year=True))
        if each.at:
            parts.append(f"{each.at:%H:%M}")
        if each.result != "none":
            parts.append(label(each.result, self.lang))
        if each.said:
            parts.append(f"「{each.said}」" if self.lang is Language.JA else f"“{each.said}”")
        return " ".join(parts)


def _shown(one: NotRead, lang: Language) -> ShownNotRead:
    return ShownNotRead(one.line, one.column, one.text, say_why(one.why, lang))


def say_not_read(told: Mapping[str, Any], lang: Language) -> list[ShownNotRead]:
    """The cells that were not understood, as the worker left them."""
    rows = (NotRead(line, column, text, Why(why)) for line, column, text, why in _cells(told))
    return [_shown(one, lang) for one in rows]


def _cells(told: Mapping[str, Any]) -> list[Any]:
    cells: list[Any] = told.get("not_read", [])
    return cells


def wishes_in(sent: Mapping[str, str]) -> Wishes:
    """What a person chose in the form; what it does not offer is passed over."""
    uses: dict[int, Use] = {}
    orders: dict[int, DayOrder] = {}
    for name, value in sent.items():
        match = _PLACE.fullmatch(name)
        if match is None:
            continue
        try:
            if match[1] == "use":
                uses[int(match[2])] = Use.of_code(value)
            else:
                orders[int(match[2])] = DayOrder(value)
        except ValueError:
            continue
    track = sent.get("track", "")
    return Wishes(
        Choices(uses, orders),
        Track(track) if track in set(Track) else Track.NEW_GRAD,
        "skips_known" in sent,
    )
