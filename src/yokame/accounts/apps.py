"""People as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Holds `Person`, to whom everything in the ledger belongs."""

    name = "yokame.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
