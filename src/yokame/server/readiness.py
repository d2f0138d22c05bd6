"""Everything that must be there before a verb of one's own data can begin."""

import os

import django

from yokame.server.data_folder import prepare_data_folder
from yokame.server.environment import SettingError, read_environment
from yokame.server.migration import migrate

__all__ = ["SettingError", "make_ready"]


def make_ready(*, migrates: bool) -> None:
    """Folder, settings, and with `migrates` a database that is up to date.

    Raises SettingError, DataFolderError, NewerDatabaseError and django.db.DatabaseError.
    """
    environment = read_environment(os.environ)
    prepare_data_folder(environment.data_dir)
    # Never what another Django project has left in this shell.
    os.environ["DJANGO_SETTINGS_MODULE"] = "yokame.server.settings"
    django.setup()
    if migrates:
        migrate(environment.data_dir)
