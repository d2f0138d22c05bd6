"""Which database: SQLite in the data folder, or the PostgreSQL that an address names."""

import contextlib
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from yokame.server.environment import SettingError

SQLITE_NAME = "yokame.sqlite3"


def database(url: str, data_dir: Path) -> dict[str, Any]:
    """Django's description of the database at `url`; without one, of SQLite in `data_dir`.

    Raises SettingError for an address of another kind. It does not repeat the address, nor what
    Python says of it: that would write its password to the log.
    """
    if not url:
        return _sqlite(data_dir / SQLITE_NAME)
    with contextlib.suppress(ValueError):  # brackets that hold no host, a port that is no number
        address = urlsplit(url)
        if address.scheme in ("postgres", "postgresql"):
            return _postgresql(address)
        if address.scheme == "sqlite" and not address.netloc and address.path:
            return _sqlite(Path(unquote(address.path)))
    raise SettingError(
        "YOKAME_DATABASE_URL must look like postgresql://user:password@host:5432/name "
        "or sqlite:////folder/file.sqlite3; in a password, write / as %2F, # as %23, [ as %5B."
    )


def _sqlite(file: Path) -> dict[str, Any]:
    """SQLite that two processes can write to.

    A transaction takes the write lock when it begins: taken halfway, it cannot wait and fails. WAL
    lets readers go on meanwhile, and with it NORMAL loses nothing but the last moment on power cut.
    Connections stay open: whenever the last one closes, SQLite clears its log away, and a worker
    that looks for jobs each second would have the disk do that each second.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "CONN_MAX_AGE": None,
    }


def _postgresql(address: SplitResult) -> dict[str, Any]:
    """PostgreSQL; what follows `?` goes to libpq, and `host` there names a socket's folder."""
    options = dict(parse_qsl(address.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": options.pop("host", address.hostname or ""),
        "PORT": options.pop("port", str(address.port or "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
