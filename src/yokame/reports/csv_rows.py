"""A CSV file row by row: in which encoding, under which headings, and which lines are no row."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from yokame.reports.faults import N_SHOWN, Fault, LeftOut, broken_file

_ENCODINGS = ("utf-8-sig", "cp932")
_CHARACTERS_AT_ONCE = 1 << 20


class CsvRows:
    """The rows of a CSV file that are as wide as its header; what was left out of the others.

    Python's own reader takes them apart: it says for each line whether it is a row, which the
    engine's faster one does not, and can be told to forgive no stray quotation mark.
    """

    def __init__(self, path: Path) -> None:
        self._file = _opened(path)
        self._reader = csv.reader(self._file, strict=True)
        try:
            self.headings = tuple(next(self._reader, ()))
        except csv.Error as error:
            self._file.close()
            raise broken_file(path, f"no CSV ({error})", "a header") from None
        self.n_rows = 0
        self._n_left_out = 0
        self._first: list[Fault] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def chunks(self, n_rows: int) -> Iterator[list[tuple[int | str, ...]]]:
        """Some rows at a time: its number, 1 for the first under the header, then its cells."""
        rows = self._rows()
        while chunk := list(islice(rows, n_rows)):
            yield chunk

    @property
    def left_out(self) -> LeftOut:
        """What was left out of the rows read so far."""
        n_rows = Counter({("row", self._expected): self._n_left_out} if self._n_left_out else {})
        return LeftOut.of(n_rows, self._first)

    def _rows(self) -> Iterator[tuple[int | str, ...]]:
        while True:
            begins = self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                self.n_rows += 1
                lines = (
                    f"line {begins}"
                    if begins >= self._reader.line_num
                    else f"lines {begins} to {self._reader.line_num}"
                )
                self._leave_out(f"no CSV in {lines} ({error})")
                continue
            if not cells:  # an empty line
                continue
            self.n_rows += 1
            if len(cells) == len(self.headings):
                yield self.n_rows, *cells
            else:
                self._leave_out(f"{len(cells)} cells")

    def _leave_out(self, found: str) -> None:
        self._n_left_out += 1
        if self._n_left_out <= N_SHOWN:
            self._first.append(Fault(self.n_rows, "row", found, self._expected))

    @property
    def _expected(self) -> str:
        return f"{len(self.headings)} cells, as in the header"


def _opened(path: Path) -> TextIO:
    """The file as text, in the first encoding that holds throughout."""
    for encoding in _ENCODINGS:
        try:
            with _text(path, encoding) as text:
                while text.read(_CHARACTERS_AT_ONCE):
                    pass
        except UnicodeDecodeError:
            continue
        except (OSError, EOFError) as error:
            raise broken_file(path, str(error), "a file that can be read") from error
        return _text(path, encoding)
    raise broken_file(path, "in another encoding", "text in UTF-8 or cp932")


def _text(path: Path, encoding: str) -> TextIO:
    if path.name.lower().endswith(".gz"):
        return gzip.open(path, "rt", encoding=encoding, newline="")
    return path.open(encoding=encoding, newline="")
