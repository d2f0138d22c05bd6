"""The folder that holds a person's data, and the key in it that signs cookies."""

import contextlib
import fcntl
import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

KEY_NAME = "secret-key"


class DataFolderError(Exception):
    """The data folder cannot be made or written to."""


def prepare_data_folder(data_dir: Path) -> None:
    """Make the folder, for its owner only. Raises DataFolderError."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data_dir):
            pass
    except OSError as error:
        raise DataFolderError(f"Cannot write to {data_dir}: {error.strerror}.") from error


def secret_key(data_dir: Path) -> str:
    """The key of this data folder, made on first use. Raises DataFolderError.

    Whoever starts at the same moment gets the same key: it is written whole to a file of its own
    and then given its name, which fails if another was first; and so does a start cut short.
    """
    file = data_dir / KEY_NAME
    with contextlib.suppress(FileNotFoundError):
        return file.read_text("ascii")
    prepare_data_folder(data_dir)
    handle, unfinished = tempfile.mkstemp(dir=data_dir, prefix=f"{KEY_NAME}.")  # mode 0600
    try:
        with os.fdopen(handle, "w") as written:
            written.write(secrets.token_urlsafe(50))
            written.flush()
            os.fsync(written.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(unfinished, file)
    finally:
        Path(unfinished).unlink()
    return file.read_text("ascii")


@contextlib.contextmanager
def alone_in(data_dir: Path) -> Iterator[None]:
    """Wait until no other process is in here with the same data folder."""
    with (data_dir / "starting.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield
