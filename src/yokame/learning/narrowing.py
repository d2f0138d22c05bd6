"""Arrays as a model file holds them: in fewer bytes, and back.

Tables of effects (two dimensions) are kept in single precision, which moves no chance by more than
a few millionths; equal columns that stand side by side, as an effect of a whole curve has them, are
kept once. Whole numbers, and tables of counts, are kept in as few bytes as hold them. Other lists
of numbers stay as they are.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_WHOLE = (np.int8, np.int16, np.int32, np.int64)


@dataclass(frozen=True)
class Form:
    """Shape and type of an array as it is used; `columns`: which kept column each one is."""

    shape: tuple[int, ...]
    dtype: str
    columns: tuple[int, ...] | None = None

    @classmethod
    def of_json(cls, form: dict[str, Any]) -> "Form":
        """As `as_json` wrote it."""
        columns = form.get("columns")
        return cls(tuple(form["shape"]), form["dtype"], None if columns is None else tuple(columns))

    def as_json(self) -> dict[str, Any]:
        """The form in JSON."""
        columns = {} if self.columns is None else {"columns": list(self.columns)}
        return {"shape": list(self.shape), "dtype": self.dtype, **columns}

    def hollow(self) -> Array:
        """An array of this form that holds nothing and takes no room."""
        return np.broadcast_to(np.zeros((), self.dtype), self.shape)

    def widened(self, kept: Array) -> Array:
        """The array as it is used.

        Raises
        ------
        ValueError
            If what was kept is not of this form.
        """
        whole = kept if self.columns is None else kept[:, list(self.columns)]
        if whole.shape != self.shape or not np.can_cast(whole.dtype, self.dtype, "same_kind"):
            raise ValueError(f"{whole.dtype} of shape {whole.shape}")
        return whole.astype(self.dtype, copy=False)


def narrowed(array: Array) -> tuple[Array, Form]:
    """What to keep of an array, and how to use it again."""
    if array.dtype.kind == "f" and array.ndim == 2:
        table, form = _table(array.astype(np.float32))
        is_whole = not table.size or bool((table == np.rint(table)).all())
        return (_whole(table) if is_whole else table), form
    if array.dtype.kind == "i":
        return _whole(array), Form(array.shape, array.dtype.str)
    return array, Form(array.shape, array.dtype.str)


def _table(array: Array) -> tuple[Array, Form]:
    changes = (array[:, 1:] != array[:, :-1]).any(axis=0)
    starts = np.flatnonzero(np.concatenate([[True], changes])[: array.shape[1]])
    if starts.size == array.shape[1]:
        return array, Form(array.shape, array.dtype.str)
    columns = np.concatenate([[0], np.cumsum(changes)]).tolist()
    return array[:, starts], Form(array.shape, array.dtype.str, tuple(columns))


def _whole(array: Array) -> Array:
    return array.astype(next(kind for kind in _WHOLE if _holds(kind, array)))


def _holds(kind: type[np.signedinteger[Any]], array: Array) -> bool:
    limits = np.iinfo(kind)
    low, high = array.min(initial=0), array.max(initial=0)
    return bool(limits.min <= low and high <= limits.max)
