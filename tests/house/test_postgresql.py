import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_every_database_test_passes_on_postgresql_as_well(postgresql: str) -> None:
    """The run around this one uses SQLite; here the tests marked django_db run once more."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "-q", "-m", "django_db and not browser"],
        cwd=ROOT,
        env={**os.environ, "YOKAME_DATABASE_URL": postgresql},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\b[1-9]\d* passed", done.stdout)
