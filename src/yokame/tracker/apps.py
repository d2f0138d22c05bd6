"""The ledger as a Django app."""

from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """Events, and their projection."""

    name = "yokame.tracker"
    label = "tracker"
    default_auto_field = "django.db.models.BigAutoField"
