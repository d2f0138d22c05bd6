"""What yokame writes about itself: to stderr, and never what somebody asked."""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

# A question travels in the query of an address: everything from its `?` on is left out.
QUERY = re.compile(r"\?[^\s'\"<>]+")
WRONG_HOST = "django.security.DisallowedHost"
# Messages of others that repeat what was sent, a part of a question perhaps: their logger, how they
# begin, and what is written in their place.
REPEATING = {
    (WRONG_HOST, ""): "Refused a request whose Host is not in YOKAME_ALLOWED_HOSTS.",
    ("gunicorn.error", "Invalid request from"): "Refused a request that is not valid HTTP.",
    ("gunicorn.error", "Error handling request"): "A request could not be handled.",
}


class WithoutQueries(logging.Formatter):
    """Writes a record, its traceback included, without the query of any address in it."""

    def format(self, record: logging.LogRecord) -> str:
        return QUERY.sub("?…", super().format(record))


class WithoutWhatWasSent(logging.Filter):
    """Lets every record pass; one that repeats what was sent says only what happened."""

    def filter(self, record: logging.LogRecord) -> bool:
        for (name, beginning), text in REPEATING.items():
            if record.name == name and str(record.msg).startswith(beginning):
                record.msg, record.args = text, ()
        if record.name == WRONG_HOST:
            record.exc_info = None  # no fault of ours, so no traceback
        return True


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
    "filters": {"unsaid": {"()": "yokame.server.logs.WithoutWhatWasSent"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["unsaid"]}
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers would write each error a second time, or mail it.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},  # a page that is not there is no news
        "yokame": {"level": "INFO"},
    },
}
