"""Channels and the outbox as a Django app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """A person's channels, and what waits to be sent or was."""

    name = "yokame.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
