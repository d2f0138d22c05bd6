"""The addresses of the pages."""

from django.urls import path

from yokame.web import ledger, views
from yokame.web.overview import board, moves

app_name = "web"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("board/", board.board, name="board"),
    path("moves/", moves.move, name="move"),
    path("undo/", ledger.undo, name="undo"),
]
