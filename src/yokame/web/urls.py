"""The address of the page."""

from django.urls import path

from yokame.web import views

app_name = "web"
urlpatterns = [path("", views.ask, name="ask")]
