"""A model taken apart into plain numbers and text, and put together again, arrays when asked for.

A model is a tree of frozen dataclasses. Each becomes a part: the name of its class and its fields,
in JSON; parts stand after those they are made of, the whole last. Arrays stand beside. Which
classes may occur is read from the annotations of the whole one: nothing else is ever made.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property, partial
from typing import Any, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray

Json = Any
Array = NDArray[Any]
# From the name of a class and its field, and the place of an array, to the array.
Reader = Callable[[str, str], Array]
_PLAIN = (bool, int, str, type(None))


class PackingError(ValueError):
    """Parts that are no model of the class asked for."""


@dataclass(frozen=True, eq=False)
class Packed:
    """`parts` of a model in JSON, and `arrays` by the place where each was first met."""

    parts: list[Json]
    arrays: dict[str, Array]


def pack(model: object) -> Packed:
    """Take a model apart.

    Raises
    ------
    TypeError
        If something in it is neither a dataclass, an array, a list, tuple or dict, nor plain.
    """
    packing = _Packing()
    packing.node(model, "")
    return Packed(packing.parts, packing.arrays)


class _Packing:
    """Parts and arrays met so far; what is met again is only pointed to."""

    def __init__(self) -> None:
        self.parts: list[Json] = []
        self.arrays: dict[str, Array] = {}
        self._met: dict[int, Json] = {}

    def node(self, value: Any, place: str) -> Json:
        """A value as JSON."""
        plain = value.item() if isinstance(value, np.generic) else value
        if type(plain) in _PLAIN or (type(plain) is float and math.isfinite(plain)):
            return plain  # an enum is not plain: its class would be lost
        if isinstance(value, np.ndarray) or (is_dataclass(value) and not isinstance(value, type)):
            if id(value) not in self._met:
                self._met[id(value)] = self._apart(value, place)
            return self._met[id(value)]
        if isinstance(value, list | tuple):
            items = [self.node(item, _inside(place, at)) for at, item in enumerate(value)]
            return {type(value).__name__: items}
        if isinstance(value, dict):
            return {"dict": {key: self.node(v, _inside(place, key)) for key, v in value.items()}}
        raise TypeError(f"{place} is {value!r}, which a model file cannot hold.")

    def _apart(self, value: Any, place: str) -> Json:
        if isinstance(value, np.ndarray):
            self.arrays[place] = value
            return {"array": place}
        inside = {
            field.name: self.node(getattr(value, field.name), _inside(place, field.name))
            for field in fields(value)
        }
        self.parts.append({"class": type(value).__name__, "fields": inside})
        return {"part": len(self.parts) - 1}


def _inside(place: str, name: object) -> str:
    return f"{place}/{name}" if place else str(name)


def unpack(parts: list[Json], whole: type, read: Reader) -> list[Any]:
    """Put a model together, all its parts in order, the whole last.

    An array is asked for when it is first needed: `read(name of class and field, place)`.

    Raises
    ------
    PackingError
        If the parts are not those of such a model.
    """
    known = classes_of(whole)
    made: list[Any] = []
    for part in parts:
        name, nodes = part["class"], part["fields"]
        if name not in known or {field.name for field in fields(known[name])} != set(nodes):
            raise PackingError(f"a part {name!r} that this yokame does not know")
        made.append(_put_together(known[name], nodes, made, read))
    if not made or not isinstance(made[-1], whole):
        raise PackingError(f"parts that make no {whole.__name__}")
    return made


def classes_of(whole: type) -> dict[str, type]:
    """The dataclasses that a model of this class may be made of, by name."""
    found: dict[str, type] = {}
    waiting = [whole]
    while waiting:
        one = waiting.pop()
        if found.setdefault(one.__name__, one) is not one:
            raise TypeError(f"Two classes of a model are named {one.__name__}.")
        hints = get_type_hints(one)
        inner = {cls for field in fields(one) for cls in _dataclasses_in(hints[field.name])}
        waiting += [cls for cls in inner if found.get(cls.__name__) is not cls]
    return found


def _dataclasses_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _dataclasses_in(inner)


def _put_together(cls: type, nodes: dict[str, Json], made: list[Any], read: Reader) -> Any:
    """A part without its arrays; they become its own when they are first asked for."""
    at_once, later = {}, {}
    for name, node in nodes.items():
        of_field = partial(read, f"{cls.__name__}.{name}")
        if _has_array(node):
            later[name] = _later(partial(_value, node, made, of_field))
        else:
            at_once[name] = _value(node, made, of_field)
    part: Any = object.__new__(type(cls.__name__, (cls,), later) if later else cls)
    vars(part).update(at_once)
    for name, lazily in later.items():
        lazily.__set_name__(type(part), name)
    return part


def _later(value: Callable[[], Any]) -> cached_property[Any]:
    """A field that is there when it is first asked for, and from then on."""
    return cached_property(lambda _: value())


def _has_array(node: Json) -> bool:
    if isinstance(node, list):
        return any(_has_array(item) for item in node)
    if isinstance(node, dict):
        return "array" in node or any(_has_array(item) for item in node.values())
    return False


def _value(node: Json, made: list[Any], read: Callable[[str], Array]) -> Any:
    if not isinstance(node, dict):
        return node
    ((kind, inner),) = node.items()
    if kind == "array":
        return read(inner)
    if kind == "part":
        return made[inner]
    if kind == "dict":
        return {key: _value(item, made, read) for key, item in inner.items()}
    items = [_value(item, made, read) for item in inner]
    return tuple(items) if kind == "tuple" else items
