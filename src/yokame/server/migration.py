"""Brings the database up to this version of yokame, one process at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from yokame.server.data_folder import alone_in

# Any number, the same in every yokame: those who migrate one PostgreSQL take turns on it.
TURN = 8_000_008


class NewerDatabaseError(Exception):
    """A later yokame has changed this database; this one would not understand it."""


def migrate(data_dir: Path) -> list[str]:
    """Apply what is missing; returns its names, none if the database was up to date.

    Raises NewerDatabaseError, and django.db.DatabaseError where the database cannot be used.
    """
    with alone_in(data_dir), _alone_on_server():
        executor = MigrationExecutor(connection)
        graph = executor.loader.graph
        known = set(executor.loader.disk_migrations) | set(executor.loader.replacements)
        newer = sorted(set(executor.loader.applied_migrations) - known)
        if any(app in executor.loader.migrated_apps for app, _ in newer):
            raise NewerDatabaseError(
                f"The database holds {newer[-1][0]} {newer[-1][1]}, which this yokame does not "
                "know. Start the newer yokame that wrote it."
            )
        plan = executor.migration_plan(graph.leaf_nodes())
        if plan:
            executor.migrate(graph.leaf_nodes(), plan)
        return [str(migration) for migration, _ in plan]


@contextmanager
def _alone_on_server() -> Iterator[None]:
    """Wait for other machines that migrate the same PostgreSQL; SQLite has the folder's lock."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [TURN])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [TURN])
