"""What yokame writes about itself: to stderr, and never what somebody asked."""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

# A question travels in the query of an address: everything from its `?` on is left out.
QUERY = re.compile(r"\?[^\s'\"<>]+")


class WithoutQueries(logging.Formatter):
    """Writes a record, its traceback included, without the query of any address in it."""

    def format(self, record: logging.LogRecord) -> str:
        return QUERY.sub("?…", super().format(record))


class GunicornLogger(Logger):  # type: ignore[misc]  # gunicorn carries no types
    """gunicorn's log, handed to our own handler; no access log."""

    def setup(self, cfg: Any) -> None:
        self.cfg = cfg
        self._access_log_enabled = False
        self.error_log.propagate = True
        self.error_log.setLevel(logging.WARNING)


CONFIGURATION = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "yokame.server.logs.WithoutQueries",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers would write each error a second time, or mail it.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # a page that is not there is no news
        "yokame": {"level": "INFO"},
    },
}
