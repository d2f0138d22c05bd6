"""The worker as a Django app: its two tables are about workers and times, never about people."""

import importlib

from django.apps import AppConfig


class WorkerConfig(AppConfig):
    """Leases of the workers, and when each periodic job is next due."""

    name = "yokame.worker"
    label = "worker"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have letters that went out recorded, whichever process learns of it."""
        importlib.import_module("yokame.worker.sent_letters")
