"""The addresses below /applications/<uuid>/letters/."""

from django.urls import path

from yokame.web.letters import sending, views

urlpatterns = [
    path("new/", views.write, name="letter-new"),
    path("<int:number>/", views.sent, name="letter"),
    path("outbox/<uuid:key>/", sending.outbox, name="letter-outbox"),
]
