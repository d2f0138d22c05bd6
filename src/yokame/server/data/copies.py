"""A copy of the whole database, and back: while yokame runs, by SQLite's own backup."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from yokame.cli.mistakes import WrongInputError
from yokame.cli.texts import say
from yokame.server.data.verbs import cannot, print_json
from yokame.server.migration import NewerDatabaseError, migrate

_WAIT_SECONDS = 30.0
_PAGES_AT_ONCE = 2_000
_OURS = frozenset({"accounts", "tracker", "worker"})


def backup(lang: str, *, file: str, json: bool) -> int:
    """Copy the database, whole and sound, into one file."""
    database, target = _database(), Path(file)
    if not database.exists():
        raise cannot("nothing_to_back_up")
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        _make_copy(database, unfinished)
        _check_sound(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise cannot("cannot_write", reason=f"{file}: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    n_bytes = target.stat().st_size
    if json:
        print_json({"file": str(target), "bytes": n_bytes})
    else:
        print(say(lang, "data.backed_up", file=file))
    return 0


def restore(lang: str, *, file: str, json: bool) -> int:
    """Put a copy in the database's place; what was there is kept beside it."""
    source, database = Path(file), _database()
    if not source.is_file():
        raise WrongInputError("no_such_file", option="FILE", value=file)
    _check_sound(source, file=file)
    _check_ours(source, file=file)
    kept = None
    if database.exists():
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        kept = database.with_name(f"{database.stem}-before-restore-{moment}.sqlite3")
        _make_copy(database, kept)
    _copy(source, database)
    migrate(settings.ENVIRONMENT.data_dir)
    connections.close_all()
    if json:
        print_json({"file": file, "kept": str(kept) if kept else None})
    else:
        print(say(lang, "data.restored", file=file))
        if kept:
            print(say(lang, "data.kept", file=kept))
    return 0


def _database() -> Path:
    """SQLite's file. PostgreSQL has tools of its own, and they are better."""
    described = settings.DATABASES["default"]
    if not described["ENGINE"].endswith("sqlite3"):
        raise cannot("postgresql")
    return Path(described["NAME"])


def _make_copy(database: Path, copy: Path) -> None:
    """A copy in one file, for its owner only."""
    copy.unlink(missing_ok=True)
    copy.touch(mode=0o600)
    _copy(database, copy)
    with _opened(copy, writes=True) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # no log beside it that could get lost


def _copy(source: Path, target: Path) -> None:
    """SQLite's own backup: readers and writers of either file go on, and see old or new, whole."""
    with _opened(source, writes=False) as old, _opened(target, writes=True) as new:
        # Written by one who comes between, the source is begun anew from its first page.
        old.backup(new, pages=_PAGES_AT_ONCE, sleep=0.05)


@contextlib.contextmanager
def _opened(file: Path, *, writes: bool) -> Iterator[sqlite3.Connection]:
    """A connection; Python's own, since Django's would set up what a copy must not have."""
    mode = "rwc" if writes else "ro"
    try:
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS
        )
    except sqlite3.Error as error:
        raise cannot("cannot_write", reason=f"{file}: {error}") from error
    with contextlib.closing(connection):
        yield connection


def _check_sound(copy: Path, *, file: str = "") -> None:
    """Raises where SQLite finds the copy damaged, or no database at all."""
    try:
        with _opened(copy, writes=False) as connection:
            [(said,)] = connection.execute("PRAGMA integrity_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise WrongInputError("no_sound_copy", value=file or copy.name, reason=said)


def _check_ours(copy: Path, *, file: str) -> None:
    """Raises for a database that is not yokame's, or that a later yokame wrote."""
    with _opened(copy, writes=False) as connection:
        try:
            rows = connection.execute("SELECT app, name FROM django_migrations").fetchall()
        except sqlite3.DatabaseError as error:
            raise WrongInputError("no_copy_of_ours", value=file) from error
    applied = {(app, name) for app, name in rows if app in _OURS}
    if not any(app == "tracker" for app, _ in applied):
        raise WrongInputError("no_copy_of_ours", value=file)
    newer = sorted(applied - set(MigrationLoader(None).disk_migrations))
    if newer:
        raise NewerDatabaseError(
            f"{file} holds {newer[-1][0]} {newer[-1][1]}, which this yokame does not know. "
            "Start the newer yokame that wrote it."
        )
