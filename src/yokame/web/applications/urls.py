"""The addresses below /applications/."""

from django.urls import path

from yokame.web.applications import adding, same_employer, views

urlpatterns = [
    path("new/", adding.add, name="add"),
    path("new/before/", adding.before, name="add-before"),
    path("reading/", views.reading, name="reading"),
    path("<uuid:uid>/", views.application, name="application"),
    path("<uuid:uid>/same-employer/", same_employer.same_employer, name="same-employer"),
    path("<uuid:uid>/events/<int:number>/", views.correct, name="correct"),
    path("<uuid:uid>/<slug:deed>/", views.record, name="record"),
    path("<uuid:uid>/rounds/<uuid:round_uid>/<slug:deed>/", views.record, name="record-round"),
]
