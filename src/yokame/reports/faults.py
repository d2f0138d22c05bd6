"""What is wrong with a file, or with one of its rows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

N_SHOWN = 5
_LONGEST_FOUND = 60


@dataclass(frozen=True, order=True)
class Fault:
    """A cell that is not what it should be. Row 1 is the first under the header; 0 is the file."""

    row: int
    column: str
    found: str
    expected: str


class ReportError(ValueError):
    """A file of reports or of questions that can't be read, or (strictly read) a row of it."""

    code = "reports"

    def __init__(self, path: Path, fault: Fault) -> None:
        self.path, self.fault = path, fault
        where = f"row {fault.row}, {fault.column}" if fault.row else fault.column
        super().__init__(
            f"{path.name}: {where}: found {_shortened(fault.found)}, expected {fault.expected}."
        )


def broken_file(path: Path, found: str, expected: str, what: str = "the file") -> ReportError:
    """The error of a file that can't be read at all."""
    return ReportError(path, Fault(0, what, found, expected))


@dataclass(frozen=True)
class Reason:
    """Why rows were left out, and how many."""

    column: str
    expected: str
    n_rows: int


@dataclass(frozen=True)
class LeftOut:
    """Rows that could not be read: how many for each reason, most first, and the first few."""

    reasons: tuple[Reason, ...] = ()
    first: tuple[Fault, ...] = ()

    @property
    def n_rows(self) -> int:
        """How many rows were left out in all."""
        return sum(reason.n_rows for reason in self.reasons)

    @classmethod
    def of(cls, n_rows: Counter[tuple[str, str]], faults: Iterable[Fault]) -> "LeftOut":
        """Rows by column and expectation, and faults among which are the first few."""
        reasons = [Reason(*why, n_rows=n) for why, n in n_rows.items()]
        reasons.sort(key=lambda reason: (-reason.n_rows, reason.column, reason.expected))
        return cls(tuple(reasons), tuple(sorted(faults)[:N_SHOWN]))


def _shortened(found: str) -> str:
    return found if len(found) <= _LONGEST_FOUND else found[: _LONGEST_FOUND - 1] + "…"
