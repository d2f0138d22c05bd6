"""Root addresses on a server: those of one's own machine, and where one signs in."""

from allauth.account.decorators import reauthentication_required
from django.urls import include, path

from yokame.server.urls import urlpatterns as everywhere
from yokame.web import settings_views

# An open browser that somebody left is not enough to remove everything, or to make a key to it.
_known_again = reauthentication_required(allow_get=True)

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("settings/leave/", _known_again(settings_views.leave)),
    path("settings/tokens/", _known_again(settings_views.tokens)),
    *everywhere,
]
