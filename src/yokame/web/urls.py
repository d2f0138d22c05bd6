"""The addresses of the pages."""

from django.urls import include, path

from yokame.web import ledger, views

app_name = "web"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("undo/", ledger.undo, name="undo"),
    path("applications/", include("yokame.web.applications.urls")),
]
