"""Root addresses: the pages, the API, and health."""

from django.urls import include, path

from yokame.api.urls import entrance
from yokame.server.health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("api/", entrance),
    path("", include("yokame.web.urls")),
]
