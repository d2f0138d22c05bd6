"""From nothing to an open address: folder, database, socket, then the processes.

Or, with the same folder and database, one thing done for the person who runs the server.
"""

import contextlib
import errno
import gc
import os
import socket
import sys
from enum import IntEnum

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection, connections
from django.urls import get_resolver
from django.utils.module_loading import import_string

from yokame.accounts.errors import AccountError
from yokame.server.data_folder import DataFolderError, prepare_data_folder
from yokame.server.environment import (
    Environment,
    SettingError,
    read_environment,
    unknown_variables,
)
from yokame.server.migration import NewerDatabaseError, migrate
from yokame.server.supervisor import Child, Supervisor
from yokame.server.web_process import WebProcess

# By name: their models can be imported only once Django is set up.
WORK = "yokame.worker.loop.work"
CLAIM = "yokame.accounts.actions.claim_local_person"


class Exit(IntEnum):
    """Exit codes of `yokame up`, each told in docs/settings.md."""

    ENDED = 0
    WRONG_SETTING = 2
    PORT_TAKEN = 3
    DATA_UNUSABLE = 4


class PortTakenError(Exception):
    """Somebody else listens at this address."""


def up(arguments: list[str]) -> int:
    """Run yokame until told to end; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal without Japanese
    try:
        _run(arguments)
    except SettingError as error:
        return _fail(Exit.WRONG_SETTING, "設定を確かめてください。", str(error))
    except AccountError as error:
        return _fail(Exit.WRONG_SETTING, "引き継げませんでした。", str(error))
    except PortTakenError as error:
        return _fail(
            Exit.PORT_TAKEN,
            "このアドレスはもう使われています。すでに開いているか、別のポートが要ります。",
            str(error),
        )
    except (DataFolderError, NewerDatabaseError, DatabaseError) as error:
        return _fail(Exit.DATA_UNUSABLE, "データを使えません。", str(error).strip())
    return Exit.ENDED


def _fail(code: Exit, japanese: str, english: str) -> int:
    print(f"yokame: {japanese} / {english}", file=sys.stderr)
    return code


def _run(arguments: list[str]) -> None:
    verb, *further = arguments or ["serve"]
    if (verb, len(further)) not in (("serve", 0), ("worker", 0), ("claim", 1)):
        raise SettingError(
            f"Unknown: {' '.join(arguments)}. Known: nothing, worker, or claim with an address."
        )
    for name in unknown_variables(os.environ):
        print(f"yokame: {name} という設定はありません。 / no such setting", file=sys.stderr)
    environment = read_environment(os.environ)
    prepare_data_folder(environment.data_dir)
    if verb == "serve":
        listener = listen(environment.host, environment.port)
        _web_and_worker(_load(environment), environment, listener)
    elif verb == "worker":
        _load(environment)
        import_string(WORK)()
    else:
        _claim(environment, further[0])


def listen(host: str, port: int) -> socket.socket:
    """Open the address before all else: whoever comes early waits in its queue, is not refused."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(
                f"{host}:{port} is in use, perhaps by another yokame (open http://{host}:{port}). "
                f"Or choose another port: YOKAME_PORT={port + 1} ./yokame"
            ) from error
        raise SettingError(
            f"Cannot listen at YOKAME_HOST={host}, YOKAME_PORT={port}: {error.strerror}."
        ) from error


def _load(environment: Environment) -> WSGIHandler:
    """Django, with the database up to date and everything imported that the processes share."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yokame.server.settings")
    application = get_wsgi_application()
    migrate(environment.data_dir)
    connections.close_all()  # a connection must not be shared across a fork
    return application


def _claim(environment: Environment, email: str) -> None:
    if environment.is_local:
        raise SettingError(
            "Nobody signs in here yet. Name the host first, as for the server itself: "
            "YOKAME_ALLOWED_HOSTS, see docs/accounts.md"
        )
    _load(environment)
    person = import_string(CLAIM)(email)
    print(
        f"{person.email} に引き継ぎました。ログインの画面の「パスワードをお忘れですか？」から"
        "始めてください。\n"
        f"It now belongs to {person.email}, who begins with “Forgot your password?” on the page to "
        "sign in."
    )


def _web_and_worker(
    application: WSGIHandler, environment: Environment, listener: socket.socket
) -> None:
    _ = get_resolver().url_patterns  # imports every view
    children = [
        Child("web", WebProcess(application, listener).run),
        Child("worker", import_string(WORK)),
    ]
    # What is loaded now is never garbage: left alone by the collector, it stays shared memory.
    gc.collect()
    gc.freeze()
    Supervisor(children).run(lambda: _say_address(environment.host, listener))
    _fold_log_into_database()


def _fold_log_into_database() -> None:
    """Open and close the database once more: SQLite's last one to leave leaves a single file.

    The children ended without closing theirs. Whoever copies the file then has everything.
    """
    with contextlib.suppress(DatabaseError):
        connection.ensure_connection()
        connections.close_all()


def _say_address(host: str, listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    print(
        "yokame を開きました。ブラウザで次のアドレスへ（終わるときは Ctrl-C）。\n"
        "yokame is open. Visit this address in a browser (Ctrl-C ends it).\n\n"
        f"    http://{shown}:{port}\n",
        flush=True,
    )
