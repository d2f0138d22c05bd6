"""Text that comes in from a file or from stdin."""

import sys
from pathlib import Path

from yokame.cli.mistakes import WrongInputError

_MOST_BYTES = 1_000_000


def read_text(path: str, *, option: str) -> str:
    """A file in UTF-8 or Shift_JIS, or with - what comes in on stdin."""
    try:
        data = _read_bytes(path)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise WrongInputError("no_such_file", option=option, value=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WrongInputError("file_closed", option=option, value=path, reason=reason) from error
    for encoding in ("utf-8-sig", "cp932"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(data) <= _MOST_BYTES and "\0" not in text:
            return text
    raise WrongInputError("bad_file", option=option, value=path)


def _read_bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(_MOST_BYTES + 1)
