"""The real settings, on a data folder of their own: a test must never touch a person's."""

import atexit
import os
import shutil
import tempfile

_data_dir = tempfile.mkdtemp(prefix="yokame-tests-")
atexit.register(shutil.rmtree, _data_dir, ignore_errors=True)
os.environ["YOKAME_DATA_DIR"] = _data_dir

from yokame.server.settings import *  # noqa: E402, F403
