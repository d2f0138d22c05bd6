"""Waits as columns: many at once, to ask about and to learn from."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]
DateArray = NDArray[np.datetime64]
BoolArray = NDArray[np.bool_]
NO_DAY = np.datetime64("NaT", "D")


class Word(IntEnum):
    """What word said. `OTHER` is a decision that is no pass, such as a waiting list."""

    NONE = 0
    PASS = 1
    FAIL = 2
    OTHER = 3


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of names: `names` each once, and for each row the place of its name, (n,)."""

    names: tuple[str, ...]
    code: IntArray

    @classmethod
    def of(cls, values: Sequence[str]) -> Self:
        """Code a column; names stand in alphabetical order."""
        names = sorted(set(values))
        place = {name: index for index, name in enumerate(names)}
        return cls(tuple(names), np.array([place[value] for value in values], dtype=np.int64))

    @classmethod
    def together(cls, columns: "Sequence[Coded]") -> Self:
        """Columns one below the other, their names coded anew."""
        names = sorted({name for column in columns for name in column.names})
        place = {name: index for index, name in enumerate(names)}
        new = [np.array([place[n] for n in column.names], dtype=np.int64) for column in columns]
        codes = [of_name[column.code] for of_name, column in zip(new, columns, strict=True)]
        return cls(tuple(names), np.concatenate(codes))

    def take(self, rows: IntArray | BoolArray) -> Self:
        """Some of the rows, under the same names."""
        return replace(self, code=self.code[rows])

    def __len__(self) -> int:
        return self.code.size


class Columns:
    """Columns of one length: what all tables of waits can do."""

    season: IntArray

    def __len__(self) -> int:
        return self.season.size

    def take(self, rows: IntArray | BoolArray) -> Self:
        """Some of the rows, in the order asked for."""
        taken: dict[str, Any] = {}
        for field in fields(self):  # type: ignore[arg-type]  # every table is a dataclass
            column = getattr(self, field.name)
            taken[field.name] = column.take(rows) if isinstance(column, Coded) else column[rows]
        return replace(self, **taken)  # type: ignore[type-var]

    def followed_by(self, other: Self) -> Self:
        """These rows and then others, of a table with the same names."""
        joined: dict[str, Any] = {}
        for field in fields(self):  # type: ignore[arg-type]
            mine, more = getattr(self, field.name), getattr(other, field.name)
            if isinstance(mine, Coded):
                joined[field.name] = replace(mine, code=np.concatenate([mine.code, more.code]))
            else:
                joined[field.name] = np.concatenate([mine, more])
        return replace(self, **joined)  # type: ignore[type-var]


Table = TypeVar("Table", bound=Columns)


@dataclass(frozen=True, eq=False)
class Waits(Columns):
    """Waits, a row each: no word within `days` days. What a question of yokame's knows.

    Parameters
    ----------
    employer, industry, stage, track : (n,)
        Whose word it is, in what trade, after which stage, in which kind of hiring; "" where it is
        not known.
    size : (n,)
        How many people the employer employs; 0 where it is not known.
    season : (n,)
        The hiring year it belongs to.
    held : (n,)
        Day zero; NaT where only the length of the wait is known.
    days : (n,)
        Days without word, from day zero.
    """

    employer: Coded
    industry: Coded
    stage: Coded
    track: Coded
    size: IntArray
    season: IntArray
    held: DateArray
    days: FloatArray


@dataclass(frozen=True, eq=False)
class Reports(Waits):
    """Waits that people told of, a row each: what yokame learns from.

    Parameters
    ----------
    word : (n,)
        What came after `days` days. `NONE`: nothing did, and no more is known.
    reported : (n,)
        The day it was posted; NaT where nobody wrote it down.
    followed : (n,)
        True for a wait that was followed from its start, or asked for by a survey: these say how
        often. False for one told afterwards: it says how long, given how it ended.
    width : (n,)
        Half of the span that a rounded length stands for ("about two weeks": 3.5); 0 if exact.
    count : (n,)
        How many alike waits the row stands for.
    """

    word: IntArray
    reported: DateArray
    followed: BoolArray
    width: FloatArray
    count: FloatArray

    @property
    def is_decided(self) -> BoolArray:
        """Whether word came."""
        return np.not_equal(self.word, Word.NONE)

    @property
    def is_pass(self) -> BoolArray:
        """Whether word was a pass; a wait without word counts as none."""
        return np.equal(self.word, Word.PASS)

    def as_asked(self, day: float) -> Waits:
        """The rows as questions of a day: nothing of what came after it."""
        return self.asked_on(np.full(len(self), day))

    def asked_on(self, days: FloatArray) -> Waits:
        """The rows as questions, each of its own day, (n,)."""
        asked = {field.name: getattr(self, field.name) for field in fields(Waits)}
        return Waits(**{**asked, "days": days})


def together(tables: Sequence[Table]) -> Table:
    """The rows of several tables of one kind, one below the other, their names coded anew."""
    joined: dict[str, Any] = {}
    for field in fields(tables[0]):  # type: ignore[arg-type]  # every table is a dataclass
        columns = [getattr(table, field.name) for table in tables]
        is_coded = isinstance(columns[0], Coded)
        joined[field.name] = Coded.together(columns) if is_coded else np.concatenate(columns)
    return replace(tables[0], **joined)  # type: ignore[type-var]
