import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def here(variables: dict[str, str], database_url: str) -> dict[str, str]:
    """Variables of a migrated database in which one job waits."""
    here = {
        **variables,
        "YOKAME_DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "yokame.server.settings",
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=here, check=True)
    return here


def ask(here: dict[str, str], line: str) -> str:
    """Run one line of Python with Django set up; what it prints."""
    program = (
        "import django; django.setup(); from django_tasks_db.models import DBTaskResult as Job; "
        "from tests.worker.jobs import sleep_when_first; from yokame.worker.periodic import *; "
    )
    done = subprocess.run(
        [sys.executable, "-c", program + line],
        env=here,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def start_worker(here: dict[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "tests.worker.jobs"]
    return subprocess.Popen(command, env=here, stdin=subprocess.DEVNULL)


def lines_of(file: Path, count: int) -> list[str]:
    """The file's lines, once it has so many."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if file.exists() and len(lines := file.read_text().split()) >= count:
            return lines
        time.sleep(0.05)
    raise AssertionError(f"{file} never had {count} lines")


def test_the_job_of_a_killed_worker_is_finished_by_another(
    here: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "attempts"
    ask(here, f"sleep_when_first.enqueue({str(file)!r})")
    first, second = start_worker(here), None
    try:
        lines_of(file, 1)
        second = start_worker(here)

        os.kill(first.pid, signal.SIGKILL)

        assert lines_of(file, 2) == [str(first.pid), str(second.pid)]
        second.terminate()
        second.wait(timeout=30)
        job = "Job.objects.get(task_path__contains='sleep_when_first')"
        assert ask(here, f"job = {job}; print(job.status, job.return_value)") == "SUCCESSFUL 2"
    finally:
        for worker in (first, second):
            if worker is not None:
                worker.kill()
                worker.wait()


def test_several_workers_enqueue_a_periodic_job_once(here: dict[str, str]) -> None:
    program = "import django; django.setup(); from yokame.worker.periodic import *; enqueue_due()"

    lookers = [subprocess.Popen([sys.executable, "-c", program], env=here) for _ in range(6)]

    assert [looker.wait(timeout=60) for looker in lookers] == [0] * 6
    assert ask(here, "print(Job.objects.count())") == "1"
