"""The pages as a Django app: templates, stylesheet and translations."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Holds no models: nothing typed into a page is stored."""

    name = "yokame.web"
    label = "web"
