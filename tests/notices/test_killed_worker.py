"""A worker is killed at each point of a delivery, for real: by kill -9, on both databases."""

import os
import signal
import subprocess
import sys

import pytest

from tests.outbound.mail_server import Postbox, mail_server
from tests.server.processes import eventually

pytestmark = pytest.mark.slow


@pytest.fixture
def here(variables: dict[str, str], database_url: str) -> dict[str, str]:
    """Variables of a migrated database."""
    here = {
        **variables,
        "YOKAME_DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "yokame.server.settings",
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=here, check=True)
    return here


def start(here: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-m", "tests.notices.outbox", *arguments]
    return subprocess.Popen(
        command, env=here, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )


def run(here: dict[str, str], *arguments: str) -> str:
    """What that step prints, once it has ended well."""
    process = start(here, *arguments)
    printed, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return printed.strip()


def killed_at(step: str, here: dict[str, str], postbox: Postbox) -> None:
    """Start a worker and kill it while the server keeps it waiting at that step."""
    postbox.hangs_at = step
    worker = start(here, "work")
    assert postbox.hanging.wait(timeout=60)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    postbox.hangs_at = ""


def test_killed_before_anything_was_handed_over_the_letter_goes_out_once(
    here: dict[str, str], postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        run(here, "fill", str(port))
        killed_at("RCPT", here, postbox)
        assert run(here, "show") == "sending 1"
        assert postbox.messages == []

        run(here, "deliver_later")
        run(here, "deliver_later")

    assert run(here, "show") == "sent 2"
    assert len(postbox.messages) == 1


def test_killed_while_the_server_had_not_answered_the_letter_is_not_sent_again(
    here: dict[str, str], postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        run(here, "fill", str(port))
        killed_at("DATA", here, postbox)
        assert run(here, "show") == "uncertain 1"

        run(here, "deliver_later")

    assert run(here, "show") == "uncertain 1"
    assert len(postbox.messages) == 1


def test_killed_before_the_answer_was_written_down_the_letter_is_not_sent_again(
    here: dict[str, str], postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        run(here, "fill", str(port))
        dying = start(here, "die_when_told")
        dying.communicate(timeout=60)
        assert dying.returncode == -signal.SIGKILL
        assert run(here, "show") == "uncertain 1"

        run(here, "deliver_later")

    assert len(postbox.messages) == 1


def test_another_worker_runs_the_job_of_the_killed_one_and_sends_nothing_twice(
    here: dict[str, str], postbox: Postbox
) -> None:
    with mail_server(postbox) as port:
        run(here, "fill", str(port))
        killed_at("DATA", here, postbox)
        second = start(here, "work")
        try:
            assert eventually(lambda: run(here, "show_jobs") == "SUCCESSFUL")
        finally:
            second.kill()
            second.communicate()

    assert len(postbox.messages) == 1


def test_many_workers_send_a_letter_once(here: dict[str, str], postbox: Postbox) -> None:
    with mail_server(postbox) as port:
        run(here, "fill", str(port))

        workers = [start(here, "deliver_later") for _ in range(3)]

        for worker in workers:
            worker.communicate(timeout=60)
        assert [worker.returncode for worker in workers] == [0] * 3
    assert run(here, "show") == "sent 1"
    assert len(postbox.messages) == 1
