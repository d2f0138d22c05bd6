"""Channels and the outbox as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class NoticesConfig(AppConfig):
    """A person's channels, and what waits to be sent or was."""

    name = "yokame.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whoever leaves takes along what was sent. By name: models are there only now."""
        files_of = import_string("yokame.notices.taking_along.files_of")
        import_string("yokame.accounts.leaving.TAKE_ALONG").append(files_of)
