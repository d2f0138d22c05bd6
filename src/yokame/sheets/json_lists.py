"""JSON: a list of objects, or an object that holds one; what is nested becomes company.name."""

import json
from collections.abc import Iterator
from typing import Any

from yokame.sheets.delimited import decoded
from yokame.sheets.errors import BrokenFileError, NoListError
from yokame.sheets.grids import Cell, Grid, gathered
from yokame.sheets.headings import n_understood

_DEEPEST = 4


def read_json(data: bytes, name: str) -> Grid:
    """A first line with the keys, then one for each object, numbered from 1.

    Raises
    ------
    BrokenFileError, NoListError, TooLargeError, UnknownEncodingError
    """
    try:
        found = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise BrokenFileError(name=name, reason=str(error)) from error
    lists = [rows for rows in _lists(found, _DEEPEST) if rows]
    if not lists:
        raise NoListError
    flat = max(
        ([dict(_flat(row)) for row in rows] for rows in lists),
        key=lambda rows: n_understood(tuple(_keys(rows))),
    )
    keys = _keys(flat)
    lines: list[tuple[int, tuple[Cell, ...]]] = [(0, tuple(keys))]
    lines += [(n, tuple(row.get(key) for key in keys)) for n, row in enumerate(flat, start=1)]
    return gathered(lines)


def _lists(value: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    """Every list of objects that is not itself inside such a list."""
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        yield value
    elif isinstance(value, dict) and depth:
        for inner in value.values():
            yield from _lists(inner, depth - 1)


def _flat(
    row: dict[str, Any], before: str = "", depth: int = _DEEPEST
) -> Iterator[tuple[str, Cell]]:
    for key, value in row.items():
        if isinstance(value, dict):
            if depth:
                yield from _flat(value, f"{before}{key}.", depth - 1)
        elif isinstance(value, list):
            # Objects within an application are another program's bookkeeping.
            yield f"{before}{key}", "、".join(str(v) for v in value if not isinstance(v, dict))
        else:
            yield f"{before}{key}", value


def _keys(rows: list[dict[str, Cell]]) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row))
