"""The real settings, on a data folder of their own: a test must never touch a person's.

The database is SQLite; `YOKAME_DATABASE_URL` names another, as `tests/run.py` does for its second
run. The tables of sign-in are there, though nothing uses them on one's own machine: so a test can
turn into a server (the fixture `on_a_server`).
"""

import atexit
import os
import shutil
import tempfile

_data_dir = tempfile.mkdtemp(prefix="yokame-tests-")
atexit.register(shutil.rmtree, _data_dir, ignore_errors=True)
os.environ["YOKAME_DATA_DIR"] = _data_dir

from yokame.server import sign_in  # noqa: E402
from yokame.server.settings import *  # noqa: E402, F403
from yokame.server.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE  # noqa: E402

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, as people have: in memory two requests at once fail where in a file one waits.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(_data_dir, "test.sqlite3")}  # noqa: PTH118

INSTALLED_APPS = [*INSTALLED_APPS, *sign_in.APPS]
# allauth will not be installed without it; without addresses of allauth it does nothing.
MIDDLEWARE = [*MIDDLEWARE, "allauth.account.middleware.AccountMiddleware"]
# The tests sign in often, and not with real passwords.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
