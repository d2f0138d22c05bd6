"""The addresses of /settings/notices/."""

from django.urls import path

from yokame.web import notices_views

urlpatterns = [
    path("", notices_views.notices, name="notices"),
    path("mail/", notices_views.save_mail, name="notices_mail"),
    path("chat/", notices_views.save_chat, name="notices_chat"),
    path("house/", notices_views.use_house_mail, name="notices_house"),
    path("browser/", notices_views.subscribe, name="notices_browser"),
    path("<int:channel_id>/", notices_views.change, name="notices_change"),
    path("<int:channel_id>/try/", notices_views.try_out, name="notices_try"),
    path("<int:channel_id>/forget/", notices_views.forget, name="notices_forget"),
]
