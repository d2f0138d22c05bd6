"""The model of this house: what its pages, its API and its worker answer with."""

import logging
from pathlib import Path

from django.conf import settings

from yokame.forecast import Model, ModelUnusableError, check, load

_log = logging.getLogger(__name__)
# What was last said of the file: it is told once, and not with each answer.
_told: list[str] = []


def model_in_use() -> Model:
    """The model in the file of the settings, which may be replaced while this runs.

    Where that cannot be used, this is logged once and the priors answer alone.
    """
    try:
        model = load(_file())
    except ModelUnusableError as error:
        if _told != [str(error)]:
            _told[:] = [str(error)]
            _log.error("The priors answer alone: %s", error)
        return load()
    _told.clear()
    return model


def fault_of_model() -> ModelUnusableError | None:
    """What is wrong with the file, each number of it looked at; None if it is sound or not used."""
    file = _file()
    if file is None:
        return None
    try:
        check(file)
    except ModelUnusableError as error:
        return error
    return None


def _file() -> Path | None:
    """The file that was named, be it there or not; else the usual one, where it is there."""
    file: Path = settings.MODEL_FILE
    return file if settings.MODEL_MUST_BE_THERE or file.exists() else None
