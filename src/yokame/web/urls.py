"""The addresses of the pages."""

from django.urls import include, path

from yokame.web import calendar_views, installed, ledger, season_views, settings_views, views
from yokame.web.calibration import views as calibration_views
from yokame.web.letters import checking
from yokame.web.overview import board, moves, table, today

app_name = "web"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("board/", board.board, name="board"),
    path("moves/", moves.move, name="move"),
    path("table/", table.table, name="table"),
    path("table/views/", table.save_view, name="save_view"),
    path("table/views/forget/", table.forget_view, name="forget_view"),
    path("today/", today.today, name="today"),
    path("settings/", settings_views.settings, name="settings"),
    path("settings/tokens/", settings_views.tokens, name="tokens"),
    path(
        "settings/tokens/<int:token_id>/revoke/", settings_views.revoke_token, name="revoke_token"
    ),
    path("settings/take-along/", settings_views.take_along, name="take_along"),
    path("settings/leave/", settings_views.leave, name="leave"),
    path("settings/notices/", include("yokame.web.notices_urls")),
    path("left/", settings_views.left, name="left"),
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("calendar/yokame.ics", calendar_views.calendar_download, name="calendar_download"),
    path("calendar/feed/", calendar_views.make_feed, name="make_feed"),
    path("calendar/feed/stop/", calendar_views.stop_feed, name="stop_feed"),
    path("calendar/feed/<str:token>.ics", calendar_views.calendar_feed, name="calendar_feed"),
    path("season/", season_views.season, name="season"),
    path("season/sankey.svg", season_views.season_picture, name="season_picture"),
    path("calibration/", calibration_views.calibration, name="calibration"),
    path("undo/", ledger.undo, name="undo"),
    path("applications/<uuid:uid>/letters/", include("yokame.web.letters.urls")),
    path("letters/check/", checking.check_draft, name="letter-check"),
    path("applications/", include("yokame.web.applications.urls")),
    path("", include("yokame.web.exchange.urls")),
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("offline/", installed.offline, name="offline"),
    path("sw.js", installed.service_worker, name="service_worker"),
]
