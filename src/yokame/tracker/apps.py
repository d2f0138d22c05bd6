"""The ledger as a Django app."""

from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """Events, and their projection."""

    name = "yokame.tracker"
    label = "tracker"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Whoever leaves takes the ledger along. Models can be imported only now."""
        from yokame.accounts.leaving import TAKE_ALONG  # noqa: PLC0415
        from yokame.tracker.giving import take_along  # noqa: PLC0415

        TAKE_ALONG.append(take_along)
