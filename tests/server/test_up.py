import os
import signal
import socket
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest

from tests.server.opened import Open
from tests.server.processes import children_of, eventually, is_alive

pytestmark = pytest.mark.slow


def start_again(variables: dict[str, str], **further: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "yokame.server"],
        env={**variables, **further},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_from_nothing_it_opens_answers_and_ends_without_a_trace(
    open_yokame: Open, database_url: str
) -> None:
    yokame = open_yokame(YOKAME_DATABASE_URL=database_url)
    family = [*children_of(yokame.process.pid)]
    status, _ = yokame.get("/health/")

    code = yokame.end()

    assert (status, code) == (200, 0)
    assert len(family) == 2
    assert not any(map(is_alive, family))
    assert "Traceback" not in yokame.output.read_text()


def test_ctrl_c_ends_it_as_well(open_yokame: Open) -> None:
    yokame = open_yokame()

    assert yokame.end(signal.SIGINT) == 0
    assert "Traceback" not in yokame.output.read_text()


def test_what_it_leaves_is_one_whole_file(open_yokame: Open, variables: dict[str, str]) -> None:
    yokame = open_yokame()
    yokame.get("/health/")

    yokame.end()

    left = {file.name for file in Path(variables["YOKAME_DATA_DIR"]).iterdir()}
    assert left == {"encryption-key", "secret-key", "starting.lock", "yokame.sqlite3"}


def test_a_part_that_died_is_started_again(open_yokame: Open) -> None:
    yokame = open_yokame()
    web, worker = children_of(yokame.process.pid)

    for pid in (web, worker):
        os.killpg(pid, signal.SIGKILL)

    assert eventually(lambda: len(children_of(yokame.process.pid)) == 2)
    assert not {web, worker} & set(children_of(yokame.process.pid))
    assert yokame.get("/health/")[0] == 200


def test_nobody_outlives_a_parent_that_was_killed(open_yokame: Open) -> None:
    yokame = open_yokame()
    yokame.get("/health/")  # by now the process that serves is there
    children = children_of(yokame.process.pid)
    family = [*children, *(each for child in children for each in children_of(child))]

    yokame.process.kill()
    yokame.process.wait()

    assert len(family) == 3
    assert eventually(lambda: not any(map(is_alive, family)))


def test_two_may_share_a_data_folder(open_yokame: Open) -> None:
    first, second = open_yokame(), open_yokame()

    assert first.address != second.address
    assert first.get("/health/")[0] == second.get("/health/")[0] == 200


def test_a_taken_port_is_said_with_what_to_do(variables: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = start_again(variables, YOKAME_PORT=str(port))

    assert done.returncode == 3
    assert f"YOKAME_PORT={port + 1}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


MAIL = {"YOKAME_SMTP_URL": "smtp://smtp.example.ac.jp", "YOKAME_MAIL_FROM": "y@example.ac.jp"}


@pytest.mark.parametrize(
    ("setting", "code"),
    [
        ({"YOKAME_PORT": "many"}, 2),
        ({"YOKAME_HOST": "0.0.0.0"}, 2),
        ({"YOKAME_ALLOWED_HOSTS": "a"}, 2),
        ({"YOKAME_HOST": "192.0.2.1", "YOKAME_ALLOWED_HOSTS": "a", **MAIL}, 2),
        ({"YOKAME_SMTP_URL": "https://example.ac.jp"}, 2),
        ({"YOKAME_DATABASE_URL": "mysql://x/y"}, 2),
        ({"YOKAME_DATA_DIR": "/dev/null/data"}, 4),
        ({"YOKAME_DATABASE_URL": "postgresql://127.0.0.1:1/none"}, 4),
    ],
)
def test_what_cannot_work_is_said_in_a_line_or_two(
    variables: dict[str, str], setting: dict[str, str], code: int
) -> None:
    done = start_again(variables, **setting)

    assert done.returncode == code
    assert done.stderr.startswith("yokame: ")
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_said_too(variables: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("こんにちは" * 1000)

    done = start_again(variables, YOKAME_DATABASE_URL=f"sqlite:///{file}")

    assert (done.returncode, "Traceback" in done.stderr) == (4, False)


def test_what_was_asked_is_never_written_down(open_yokame: Open, tmp_path: Path) -> None:
    yokame = open_yokame()

    yokame.get("/?said=himitsu")
    for path in ("/none?said=himitsu", "/breaks?said=himitsu"):
        with pytest.raises(urllib.error.HTTPError):
            yokame.get(path)
    with socket.create_connection(("127.0.0.1", int(yokame.address.rsplit(":", 1)[1]))) as raw:
        raw.sendall(b"GET /?said=himitsu HTTP/9.9\r\nHost: x\r\n\r\n")
        raw.recv(4096)
    yokame.end()

    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert "Internal Server Error: /breaks" in yokame.output.read_text()
    assert not [file for file in written if b"himitsu" in file.read_bytes()]
