"""The WSGI application: `gunicorn yokame.server.wsgi` serves it where an office has its own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yokame.server.settings")
application = get_wsgi_application()
