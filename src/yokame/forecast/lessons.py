"""What reports taught, in a model or from its file, and how a question asks about it.

Loaded only where there are reports: who asks the priors alone does not wait for what learns.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from yokame.employers import key_of
from yokame.forecast.errors import ModelUnusableError
from yokame.forecast.evidence import FEWEST_NAMED
from yokame.forecast.question import Question
from yokame.learning import Taught, TaughtWait, model_file
from yokame.reports.table import Coded, Waits

# What no report calls an employer or a trade: who names none belongs to no group.
_NOBODY = "\0"


@dataclass(frozen=True, eq=False)
class Lessons:
    """What was learned from reports, put together on `made`."""

    taught: Taught
    made: date

    def about(self, question: Question) -> TaughtWait:
        """What they say of one wait."""
        return self.taught.about(_as_wait(question))

    @property
    def industries(self) -> tuple[str, ...]:
        """The trades that have enough reports to be named."""
        pairs = zip(
            self.taught.codes.names.industries, self.taught.n_reports["industry"], strict=True
        )
        return tuple(name for name, n in pairs if name and n >= FEWEST_NAMED)


def read_lessons(path: Path) -> Lessons:
    """What a model file holds, read once for each version of the file.

    Raises
    ------
    ModelUnusableError
        If it cannot be read, or holds no sound model that begins at the priors.
    """
    with _said_of(path):
        found = model_file.load(path, Taught)
    return Lessons(found.model, found.about.made)


def check_lessons(path: Path) -> None:
    """Look at every number of a model file. Raises ModelUnusableError."""
    with _said_of(path):
        model_file.check(path, Taught)


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Whatever is wrong with a model file, in one kind of error."""
    try:
        yield
    except model_file.ModelFileError as error:
        raise ModelUnusableError(
            path=path, problem=error.problem, found=error.found, said=str(error)
        ) from error
    except OSError as error:
        problem = "missing" if isinstance(error, FileNotFoundError) else "closed"
        found = error.strerror or str(error)
        raise ModelUnusableError(
            path=path, problem=problem, found=found, said=f"{path}: {found}"
        ) from error


def employer_key(name: str) -> str:
    """One name for all spellings of an employer."""
    return key_of(name)


def trade_key(name: str) -> str:
    """One name for a trade, however wide its characters and spaces are."""
    return " ".join(unicodedata.normalize("NFKC", name).split())


def _as_wait(question: Question) -> Waits:
    """The question as a table of one row, as reports name things."""
    return Waits(
        employer=_one(employer_key(question.employer) or _NOBODY),
        industry=_one(trade_key(question.industry) or _NOBODY),
        stage=_one(question.stage),
        track=_one(question.track),
        size=np.array([question.size or 0]),
        season=np.array([question.held.year]),
        held=np.array([question.held], dtype="datetime64[D]"),
        days=np.array([float((question.today - question.held).days)]),
    )


def _one(name: str) -> Coded:
    return Coded((name,), np.zeros(1, np.int64))
