"""Killed at any point, the ledger has all that was confirmed, and nothing half written."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

pytestmark = pytest.mark.slow
_N_KILLS = 12
_LATEST_SECONDS = 1.2


def killed_after(seconds: float, here: dict[str, str]) -> set[str]:
    """Let it write, kill it that long after its first change; the changes it had confirmed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.tracker.relentless"],
        env=here,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    said, _ = process.communicate(timeout=60)
    # A line that was cut off was confirmed too, but not said.
    return {line for line in (first + said).split("\n") if len(line) == 36}


def test_nothing_confirmed_is_lost_and_nothing_is_half_written(variables: dict[str, str]) -> None:
    here = {**variables, "DJANGO_SETTINGS_MODULE": "yokame.server.settings"}
    folder = Path(variables["YOKAME_DATA_DIR"])
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=here, check=True)
    moments = random.Random(8)
    confirmed: set[str] = set()

    for _ in range(_N_KILLS):
        confirmed |= killed_after(moments.uniform(0, _LATEST_SECONDS), here)

    with sqlite3.connect(folder / "yokame.sqlite3") as database:
        rows = database.execute("SELECT DISTINCT change FROM tracker_ledgerevent").fetchall()
        numbers = [
            n for (n,) in database.execute("SELECT number FROM tracker_ledgerevent ORDER BY 1")
        ]
        imported = database.execute(
            "SELECT json_extract(data, '$.n_applications'), (SELECT count(*) FROM "
            "tracker_ledgerevent e WHERE e.change = i.change AND e.kind = 'added') "
            "FROM tracker_ledgerevent i WHERE kind = 'imported'"
        ).fetchall()
    database.close()
    checked = subprocess.run(
        [sys.executable, "-P", "-m", "yokame.cli", "check"],
        env=here,
        capture_output=True,
        check=False,
    )
    kept = {str(UUID(change)) for (change,) in rows}
    assert confirmed - kept == set()
    assert len(confirmed) >= _N_KILLS
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(told == written for told, written in imported)
    assert checked.returncode == 0, checked.stdout.decode() + checked.stderr.decode()
