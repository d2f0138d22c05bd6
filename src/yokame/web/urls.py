"""The addresses of the pages."""

from django.urls import include, path

from yokame.web import ledger, season_views, settings_views, views
from yokame.web.letters import checking

app_name = "web"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("settings/", settings_views.settings, name="settings"),
    path("settings/tokens/", settings_views.tokens, name="tokens"),
    path(
        "settings/tokens/<int:token_id>/revoke/", settings_views.revoke_token, name="revoke_token"
    ),
    path("settings/take-along/", settings_views.take_along, name="take_along"),
    path("settings/leave/", settings_views.leave, name="leave"),
    path("left/", settings_views.left, name="left"),
    path("season/", season_views.season, name="season"),
    path("season/sankey.svg", season_views.season_picture, name="season_picture"),
    path("undo/", ledger.undo, name="undo"),
    path("applications/<uuid:uid>/letters/", include("yokame.web.letters.urls")),
    path("letters/check/", checking.check_draft, name="letter-check"),
    path("applications/", include("yokame.web.applications.urls")),
]
