from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from yokame.server.migration import NewerDatabaseError, migrate


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    assert migrate(tmp_path) == []


@pytest.mark.django_db(transaction=True)
def test_a_database_of_a_later_yokame_is_not_touched(tmp_path: Path) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_applied("worker", "9999_later")

    try:
        with pytest.raises(NewerDatabaseError, match="9999_later"):
            migrate(tmp_path)
    finally:
        recorder.record_unapplied("worker", "9999_later")
