"""The addresses of the pages."""

from django.urls import path

from yokame.web import ledger, settings_views, views
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
    path("undo/", ledger.undo, name="undo"),
    path("settings/", settings_views.settings, name="settings"),
    path("settings/tokens/", settings_views.tokens, name="tokens"),
    path(
        "settings/tokens/<int:token_id>/revoke/", settings_views.revoke_token, name="revoke_token"
    ),
    path("settings/take-along/", settings_views.take_along, name="take_along"),
    path("settings/leave/", settings_views.leave, name="leave"),
    path("left/", settings_views.left, name="left"),
]
