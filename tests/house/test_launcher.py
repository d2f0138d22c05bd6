"""The launcher in a checkout of its own, with one small package that needs no network."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow
# Only what a bare Debian has, and this Python: no uv, no git, no make.
BARE = {"PATH": f"{Path(sys.executable).resolve().parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The launcher and a source that says how it was called, in a folder with a space."""
    folder = tmp_path / "my yokame"
    (folder / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "yokame", folder)
    shutil.copy(ROOT / "requirements" / "install.py", folder / "requirements")
    says = "import sys, tiny; print({!r}, *sys.argv[1:], tiny.VERSION)"
    for room in ("cli", "server"):
        (folder / "src" / "yokame" / room).mkdir(parents=True)
        (folder / "src" / "yokame" / room / "__main__.py").write_text(says.format(room))
    require(folder, version=1)
    return folder


def require(checkout: Path, *, version: int) -> Path:
    """Write a wheel and the requirements that ask for it by its hash."""
    wheel = checkout.parent / f"tiny-{version}-py3-none-any.whl"
    information = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", f"VERSION = {version}")
        metadata = f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
        archive.writestr(f"{information}/METADATA", metadata)
        archive.writestr(f"{information}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{information}/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    line = f"tiny @ {wheel.as_uri()} --hash=sha256:{digest}\n"
    for requirements in ("run.txt", "learn.txt"):
        (checkout / "requirements" / requirements).write_text(line)
    return wheel


def yokame(
    file: Path | str, *arguments: str, cwd: Path | None = None, path: str = BARE["PATH"]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(file), *arguments],
        cwd=cwd,
        env={**BARE, "PATH": path, "PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_run_prepares_and_the_second_says_nothing_of_it(checkout: Path) -> None:
    first = yokame(checkout / "yokame", "answer", "--said", "a b")
    second = yokame(checkout / "yokame", "answer", "--said", "a b")

    assert (first.stdout, second.stdout) == ("cli answer --said a b 1\n",) * 2
    assert "installing 1 packages" in first.stderr or "1/2" in first.stderr
    assert second.stderr == ""


@pytest.mark.parametrize(
    "call", [("train", "r.csv"), ("--lang", "en", "predict"), ("--lang=en", "backtest")]
)
def test_the_verbs_that_read_reports_have_an_environment_of_their_own(
    checkout: Path, call: tuple[str, ...]
) -> None:
    done = yokame(checkout / "yokame", *call)

    assert done.stdout == f"cli {' '.join(call)} 1\n"
    assert (checkout / ".venv-learn" / "installed.txt").exists()
    assert not (checkout / ".venv").exists()


def test_alone_it_opens_the_server(checkout: Path) -> None:
    assert yokame(checkout / "yokame").stdout == "server 1\n"
    assert yokame(checkout / "yokame", "up").stdout == "server 1\n"


def test_it_works_from_anywhere_and_through_links(checkout: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "tiny.py").write_text("raise SystemExit('not this one')")
    (elsewhere / "absolute").symlink_to(checkout / "yokame")
    (elsewhere / "relative").symlink_to(Path("absolute"))

    assert yokame(elsewhere / "relative", "x", cwd=elsewhere).stdout == "cli x 1\n"
    assert yokame("./relative", "x", cwd=elsewhere).stdout == "cli x 1\n"


def test_changed_requirements_are_installed(checkout: Path) -> None:
    yokame(checkout / "yokame", "x")
    require(checkout, version=2)

    assert yokame(checkout / "yokame", "x").stdout == "cli x 2\n"


def test_a_set_up_that_was_cut_short_is_repaired(checkout: Path) -> None:
    process = subprocess.Popen(
        [str(checkout / "yokame"), "x"],
        env={**BARE, "PIP_NO_INDEX": "1"},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (checkout / ".venv" / "bin").exists():
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    assert not (checkout / ".venv" / "installed.txt").exists()
    assert yokame(checkout / "yokame", "x").stdout == "cli x 1\n"


def test_two_first_runs_at_once_both_work(checkout: Path) -> None:
    runs = [
        subprocess.Popen(
            [str(checkout / "yokame"), "x"],
            env={**BARE, "PIP_NO_INDEX": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]

    assert [run.communicate(timeout=120)[0] for run in runs] == [b"cli x 1\n"] * 2


def test_a_package_that_is_not_the_one_that_was_locked_is_refused(checkout: Path) -> None:
    wheel = checkout.parent / "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("other.py", "")

    done = yokame(checkout / "yokame", "x")

    assert (done.returncode, done.stdout) == (1, "")
    assert not (checkout / ".venv" / "installed.txt").exists()


def test_an_environment_whose_python_is_gone_is_made_again(checkout: Path) -> None:
    yokame(checkout / "yokame", "x")
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/usr/bin/python3.0")

    assert yokame(checkout / "yokame", "x").stdout == "cli x 1\n"


def with_python(folder: Path, script: str) -> str:
    """A PATH on which python3 is this shell script."""
    folder.mkdir()
    (folder / "python3").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "python3").chmod(0o755)
    for tool in ("sh", "cmp", "dirname", "readlink"):
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    return str(folder)


def test_a_python_that_is_too_old_is_said(checkout: Path, tmp_path: Path) -> None:
    done = yokame(checkout / "yokame", "x", path=with_python(tmp_path / "bin", "exit 1"))

    assert done.returncode == 1
    assert "Python 3.11" in done.stderr


def test_without_venv_it_says_exactly_what_to_install(checkout: Path, tmp_path: Path) -> None:
    # Debian's Python without python3-venv has no ensurepip; -S and a hook make ours like it.
    hide = "import importlib.util as u; f = u.find_spec; "
    hide += "u.find_spec = lambda n, p=None: None if n == 'ensurepip' else f(n, p)"
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(hide)
    script = f'PYTHONPATH="{tmp_path / "hook"}" exec "{sys.executable}" "$@"'

    done = yokame(checkout / "yokame", "x", path=with_python(tmp_path / "bin", script))

    assert done.returncode == 1
    assert "\n    apt-get install python3-venv\n" in done.stderr


def test_a_place_that_cannot_be_written_to_is_said(checkout: Path) -> None:
    # Root may write anywhere, so a file in the way stands for a folder that is read-only.
    (checkout / ".venv").write_text("in the way")

    done = yokame(checkout / "yokame", "x")

    assert done.returncode == 1
    assert "put yokame where you may write" in done.stderr
    assert "Traceback" not in done.stderr
