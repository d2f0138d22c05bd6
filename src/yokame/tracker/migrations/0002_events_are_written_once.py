"""The database itself refuses to change an event. Leaving with one's data may delete it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """
CREATE TRIGGER tracker_event_is_written_once BEFORE UPDATE ON tracker_ledgerevent
BEGIN SELECT RAISE(ABORT, 'an event of the ledger is never changed'); END
"""
POSTGRESQL = """
CREATE FUNCTION tracker_event_is_written_once() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an event of the ledger is never changed'; END $$;
CREATE TRIGGER tracker_event_is_written_once BEFORE UPDATE ON tracker_ledgerevent
FOR EACH ROW EXECUTE FUNCTION tracker_event_is_written_once()
"""
UNDO = {
    "sqlite": "DROP TRIGGER tracker_event_is_written_once",
    "postgresql": "DROP FUNCTION tracker_event_is_written_once CASCADE",
}


def forbid_updates(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the trigger, each database in its own words."""
    editor.execute(SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL)


def allow_updates(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the trigger away."""
    editor.execute(UNDO[editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_initial")]
    operations = [migrations.RunPython(forbid_updates, allow_updates)]
