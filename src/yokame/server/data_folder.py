"""The folder that holds a person's data, and beside it the keys that are in no database."""

import base64
import contextlib
import fcntl
import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

KEY_NAME = "secret-key"
ENCRYPTION_KEY_NAME = "encryption-key"


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
    """The key that signs cookies, made on first use. Raises DataFolderError."""
    return _key(data_dir / KEY_NAME, secrets.token_urlsafe(50))


def encryption_key(data_dir: Path) -> str:
    """The key that encrypts people's passwords, made on first use. Raises DataFolderError."""
    return _key(
        data_dir / ENCRYPTION_KEY_NAME, base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    )


def _key(file: Path, new: str) -> str:
    """What the file holds; `new`, if there is none yet.

    Whoever starts at the same moment gets the same key: it is written whole to a file of its own
    and then given its name, which fails if another was first; and so does a start cut short.
    """
    with contextlib.suppress(FileNotFoundError):
        return file.read_text("ascii")
    prepare_data_folder(file.parent)
    handle, unfinished = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")  # mode 0600
    try:
        with os.fdopen(handle, "w") as written:
            written.write(new)
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
