"""Root addresses on a server: those of one's own machine, and where one signs in."""

from django.urls import include, path

from yokame.server.urls import urlpatterns as everywhere

urlpatterns = [path("account/", include("allauth.urls")), *everywhere]
