"""The process that serves pages: gunicorn with threads, on a socket that is open already."""

import socket
from pathlib import Path
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication

THREADS = 8


class WebProcess(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
    """gunicorn around the application that the parent has loaded."""

    def __init__(self, application: WSGIHandler, listener: socket.socket) -> None:
        self.application, self.listener = application, listener
        super().__init__()

    def load_config(self) -> None:
        """No access log, no control socket, nothing read from files or the environment."""
        # gunicorn closes the number it is given; the parent's socket must live to be given again.
        given = self.listener.dup().detach()
        options = {
            "bind": f"fd://{given}",
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": True,
            "accesslog": None,
            "loglevel": "warning",
            "logger_class": "yokame.server.logs.GunicornLogger",
            "graceful_timeout": 5,
            "keepalive": 5,
            "timeout": 60,
            "control_socket_disable": True,
            # A link that carries a Japanese question takes nine bytes a character.
            "limit_request_line": 8190,
            # The heartbeat's file is written each second: in memory where there is such a place.
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return self.application
