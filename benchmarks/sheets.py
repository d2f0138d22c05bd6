"""A table of 5,000 rows: read, and brought into an empty ledger. `python -m benchmarks.sheets`."""

import os
import resource
import statistics
import tempfile
import time

import django

from tests.sheets.demo import STUDENT, TODAY, student_row, student_sheet, workbook
from yokame.sheets import read_table

N_ROWS = 5_000


def main() -> None:
    """Print what was found, in seconds and megabytes."""
    before = _megabytes()
    sheet = student_sheet(N_ROWS)
    seconds = [_seconds_to_read(sheet, "demo.csv") for _ in range(5)]
    print(f"CSV, {N_ROWS} rows read: {statistics.median(seconds):.2f} s")
    print(f"memory for it: {_megabytes() - before:.0f} MB at its peak")
    rows = [*STUDENT, *(student_row(n) for n in range(1, N_ROWS + 1))]
    print(f"XLSX, {N_ROWS} rows read: {_seconds_to_read(workbook(rows), 'demo.xlsx'):.2f} s")
    with tempfile.TemporaryDirectory(prefix="yokame-benchmark-") as folder:
        os.environ["YOKAME_DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "yokame.server.settings"
        django.setup()
        print(f"the same rows brought in: {_seconds_to_bring_in(sheet):.1f} s")
    print(f"memory with it: {_megabytes() - before:.0f} MB at its peak")


def _seconds_to_read(data: bytes, name: str) -> float:
    begun = time.perf_counter()
    table = read_table(data, name, today=TODAY)
    assert len(table.rows) == N_ROWS
    return time.perf_counter() - begun


def _seconds_to_bring_in(sheet: bytes) -> float:
    """Events, rows and the day's answers, in a new SQLite database."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from yokame.accounts.actions import ensure_local_person  # noqa: PLC0415
    from yokame.tracker import uploads  # noqa: PLC0415
    from yokame.tracker.ledger import Pen  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    owner = ensure_local_person()
    uid = uploads.keep(Pen(owner, timezone.now()), "demo.csv", sheet)
    upload = uploads.find(owner, uid)
    assert upload is not None
    begun = time.perf_counter()
    uploads.write(upload)
    return time.perf_counter() - begun


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
