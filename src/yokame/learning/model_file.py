"""A model in one file: a zip of NumPy arrays and one JSON; no code, no pickles.

The members are what `numpy.load` reads, and `model.json`, which says what they are; the format
stands in docs/model-file.md. A sha256 over all of it is the zip's comment. The file is read whole
and let go, so that another may take its place at any time; a member is unpacked when it is first
asked for.
"""

import hashlib
import io
import json
import os
import zipfile
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from yokame.learning.about import About
from yokame.learning.narrowing import Form, narrowed
from yokame.learning.packing import PackingError, Reader, pack, unpack
from yokame.learning.soundness import misfit, unsound_numbers

SCHEMA = 1
_FORMAT = "yokame model"
_CONTENTS = "model.json"
_COMMENT = b"yokame model, sha256 of all before: "
_DIGEST_LENGTH = 64
# All members bear one day, so that equal models make equal files.
_DAY = (1980, 1, 1, 0, 0, 0)
_KEPT_OPEN = 2

Array = NDArray[Any]
Model = TypeVar("Model")


class ModelFileError(ValueError):
    """A file that holds no model that can be used. `problem` is one of `PROBLEMS`."""

    code = "model_file"
    PROBLEMS = ("no_model", "damaged", "other_version", "other_kind", "unsound")

    def __init__(self, path: Path, problem: str, found: str) -> None:
        self.path, self.problem, self.found = path, problem, found
        super().__init__(f"{path}: {_SAID[problem].format(found=found)}")


_SAID = {
    "no_model": "is no model file of yokame ({found}). Give a file that `yokame train` wrote.",
    "damaged": "is damaged ({found}). Put a copy back, or train it anew.",
    "other_version": "was made by another version of yokame ({found}). Train it anew.",
    "other_kind": "holds another kind of model ({found}). Train it anew.",
    "unsound": "does not hold together ({found}). Train it anew.",
}


@dataclass(frozen=True, eq=False)
class ModelFile(Generic[Model]):
    """A model that was read, and what is said about it."""

    about: About
    model: Model


def save(model: object, path: Path, about: About) -> None:
    """Write a model, check what was written, and only then let it take the place of `path`.

    Raises
    ------
    OSError
        If it cannot be written.
    ModelFileError
        If the model is unsound; the file that was there stays.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        data = _as_bytes(model, about)
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _Opened.of(path, data).read_all(type(model))
        unfinished.replace(path)
        _sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def load(path: Path, kind: type[Model]) -> ModelFile[Model]:
    """The model in a file, once for each version of the file; it may be replaced at any time.

    Raises
    ------
    OSError
        If it cannot be read.
    ModelFileError
        If it is no sound model of this kind.
    """
    state = path.stat()
    version = (state.st_mtime_ns, state.st_size, state.st_ino)
    of_any: Any = kind
    found: ModelFile[Model] = _loaded(path.absolute(), version, of_any)
    return found


def check(path: Path, kind: type) -> None:
    """Look at every number of the model in a file.

    Raises
    ------
    OSError, ModelFileError
        As `load` does.
    """
    _Opened.of(path, path.read_bytes()).read_all(kind)


def read_about(path: Path) -> About:
    """What is said about a model, which itself is not looked at.

    Raises
    ------
    OSError, ModelFileError
        As `load` does.
    """
    return _Opened.of(path, path.read_bytes()).about


@lru_cache(maxsize=_KEPT_OPEN)
def _loaded(path: Path, _version: tuple[int, int, int], kind: Any) -> ModelFile[Any]:
    opened = _Opened.of(path, path.read_bytes())
    return ModelFile(opened.about, opened.model(kind))


@dataclass(frozen=True, eq=False)
class _Opened:
    """A file whose checksum is right; `contents` its JSON."""

    path: Path
    archive: zipfile.ZipFile
    contents: dict[str, Any]

    @classmethod
    def of(cls, path: Path, data: bytes) -> "_Opened":
        """Check the whole, and read what it says about itself."""
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile:
            raise ModelFileError(path, "no_model", "no zip, or cut short") from None
        if not archive.comment.startswith(_COMMENT):
            raise ModelFileError(path, "no_model", "no yokame model in it")
        if _digest(data) != archive.comment[-_DIGEST_LENGTH:]:
            raise ModelFileError(path, "damaged", "its checksum is wrong")
        contents = json.loads(archive.read(_CONTENTS))
        if contents["schema"] != SCHEMA:
            found = f"schema {contents['schema']}, made by {contents['about']['yokame']}"
            raise ModelFileError(path, "other_version", found)
        return cls(path, archive, contents)

    @property
    def about(self) -> About:
        """What is said about the model."""
        return About.of_json(self.contents["about"])

    @property
    def forms(self) -> dict[str, Form]:
        """The form of each array."""
        arrays: dict[str, Any] = self.contents["arrays"]
        return {place: Form.of_json(form) for place, form in arrays.items()}

    def model(self, kind: type[Model]) -> Model:
        """The model, its arrays not yet read, their shapes checked against one another."""
        forms = self.forms
        for part in self._parts(kind, lambda _, place: forms[place].hollow()):
            if (wrong := misfit(part)) is not None:
                raise ModelFileError(self.path, "unsound", wrong)
        found: Model = self._parts(kind, self._reader(forms))[-1]
        return found

    def read_all(self, kind: type) -> None:
        """Look at every number of it."""
        self.model(kind)
        for part in self._parts(kind, self._reader(self.forms)):
            for field in fields(part):
                getattr(part, field.name)

    def _parts(self, kind: type, read: Reader) -> list[Any]:
        parts = self.contents["parts"]
        if (whole := parts[-1]["class"]) != kind.__name__:
            found = f"a {whole}, no {kind.__name__}"
            raise ModelFileError(self.path, "other_kind", found)
        try:
            return unpack(parts, kind, read)
        except PackingError as error:
            found = f"{error}, made by {self.about.yokame}"
            raise ModelFileError(self.path, "other_version", found) from None

    def _reader(self, forms: dict[str, Form]) -> Reader:
        """Reads and checks arrays; one that several parts share is read once."""

        @cache
        def member(place: str) -> Array:
            with self.archive.open(_member(place)) as file:
                kept = np.lib.format.read_array(file, allow_pickle=False)
            array = forms[place].widened(kept)
            array.setflags(write=False)
            return array

        def read(field: str, place: str) -> Array:
            array = member(place)
            if (wrong := unsound_numbers(field, array)) is not None:
                raise ModelFileError(self.path, "unsound", f"{place} {wrong}")
            return array

        return read


def _as_bytes(model: object, about: About) -> bytes:
    """The whole file."""
    packed = pack(model)
    kept = {place: narrowed(array) for place, array in packed.arrays.items()}
    contents = {
        "format": _FORMAT,
        "schema": SCHEMA,
        "about": about.as_json(),
        "parts": packed.parts,
        "arrays": {place: form.as_json() for place, (_, form) in kept.items()},
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        text = json.dumps(contents, ensure_ascii=False, allow_nan=False)
        archive.writestr(_dated(_CONTENTS), text)
        for place, (array, _) in kept.items():
            with archive.open(_dated(_member(place)), "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
        archive.comment = _COMMENT + b"0" * _DIGEST_LENGTH
    data = whole.getvalue()
    return data[:-_DIGEST_LENGTH] + _digest(data)


def _digest(data: bytes) -> bytes:
    """The checksum of all but the place where it stands itself."""
    return hashlib.sha256(data[:-_DIGEST_LENGTH]).hexdigest().encode()


def _member(place: str) -> str:
    return f"{place}.npy"


def _dated(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _sync_folder(folder: Path) -> None:
    """Have the new name itself on the disk before anybody relies on it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
