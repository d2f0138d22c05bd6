"""The addresses of the pages."""

from django.urls import path

from yokame.web import ledger, settings_views, views
from yokame.web.overview import board, moves

app_name = "web"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("board/", board.board, name="board"),
    path("moves/", moves.move, name="move"),
    path("undo/", ledger.undo, name="undo"),
    path("settings/", settings_views.settings, name="settings"),
    path("settings/tokens/", settings_views.tokens, name="tokens"),
    path(
        "settings/tokens/<int:token_id>/revoke/", settings_views.revoke_token, name="revoke_token"
    ),
    path("settings/take-along/", settings_views.take_along, name="take_along"),
    path("settings/leave/", settings_views.leave, name="leave"),
    path("left/", settings_views.left, name="left"),
    path("undo/", ledger.undo, name="undo"),
]
