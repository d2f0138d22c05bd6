"""What a long call has done so far, kept beside its output until it is finished."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from yokame.learning.about import About
from yokame.learning.model_file import ModelFileError, load, save

Part = TypeVar("Part")


class PartFolder:
    """The folder `OUT.part`. Parts of other inputs or arguments, and broken ones, are made anew."""

    def __init__(self, out: Path, inputs: Sequence[Path], arguments: Mapping[str, object]) -> None:
        self._folder = out.with_name(f"{out.name}.part")
        self._key = _key_of(inputs, arguments)

    def kept(self, name: str, kind: type[Part], make: Callable[[], Part]) -> Part:
        """A part of this name from an earlier call that was cut short; else made, and kept.

        A part is a dataclass of arrays, plain values and such dataclasses.
        """
        path = self._folder / f"{self._key}-{name}"
        try:
            return load(path, kind).model
        except (OSError, ModelFileError):
            part = make()
        self._folder.mkdir(exist_ok=True)
        for other in self._folder.iterdir():
            if not other.name.startswith((self._key, ".")):
                other.unlink()
        save(part, path, About.nothing(date.min))
        return part

    def finish(self) -> None:
        """Everything is done: nothing of it is needed any more."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _key_of(inputs: Sequence[Path], arguments: Mapping[str, object]) -> str:
    """Stands for the inputs as they are now, and for the arguments."""
    states = [(os.fspath(path.absolute()), path.stat()) for path in inputs]
    said = [[path, state.st_size, state.st_mtime_ns] for path, state in states]
    text = json.dumps([said, arguments], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
