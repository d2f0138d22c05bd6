"""Makes one environment from hashed requirements. Standard library only: it runs before all else.

    python3 requirements/install.py ENVIRONMENT REQUIREMENTS

Exit code 1 with one clear line when it cannot, 130 when interrupted. The stamp `installed.txt`, a
copy of the requirements, is written last, so that whatever was cut short is made again.
"""

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PYTHON_VENV_MISSING = (
    "yokame: Python の venv がありません。次を実行してください。 / "
    "Python's venv is missing. Run:\n\n    apt-get install python3-venv\n"
)


class SetUpError(Exception):
    """The environment cannot be made; the message says what to do, in Japanese and English."""


def main(environment: Path, requirements: Path) -> int:
    """Make `environment`, unless another process made it while this one waited for its turn."""
    try:
        with requirements.open() as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if not is_ready(environment, requirements):
                make(environment, requirements)
    except SetUpError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(
            f"yokame: {environment} を作れません。書き込める場所に置いてください。 / "
            f"Cannot make {environment}: put yokame where you may write. ({error.strerror})"
        )
        return 1
    except KeyboardInterrupt:
        say("yokame: 中断しました。もう一度実行してください。 / Interrupted; run it again.")
        return 130
    return 0


def is_ready(environment: Path, requirements: Path) -> bool:
    """True if its Python is there, and these very requirements were installed to the end."""
    stamp = environment / "installed.txt"
    if not os.access(environment / "bin" / "python", os.X_OK):
        return False
    return stamp.is_file() and stamp.read_bytes() == requirements.read_bytes()


def make(environment: Path, requirements: Path) -> None:
    """Make and fill the environment, one line a step."""
    uv = shutil.which("uv")
    if uv is None and importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(PYTHON_VENV_MISSING)
    count = sum("==" in line for line in requirements.read_text().splitlines())
    say(
        f"yokame: 環境 {environment.name} を用意します（この一度だけ）。 / "
        f"Preparing {environment.name}, this once."
    )
    say(
        f"  1/2 {count} 個のパッケージを確かめながら入れています / "
        f"installing {count} packages, each checked by its hash"
    )
    if not (uv and install_by_uv(uv, environment, requirements)):
        install_by_pip(environment, requirements)
    compile_source(environment)
    write_stamp(environment, requirements)
    say("  2/2 できました / done")


def install_by_uv(uv: str, environment: Path, requirements: Path) -> bool:
    """Install in seconds. False if uv could not: it knows no indexes set up for pip."""
    make_bare(environment, "--without-pip")
    # Bytecode now, else the first start would pay for it.
    quiet = ["-q", "--compile-bytecode", "--python", str(environment / "bin" / "python")]
    hashed = ["--require-hashes", "--no-deps", "-r", str(requirements)]
    return finished_well([uv, "pip", "install", *quiet, *hashed])


def install_by_pip(environment: Path, requirements: Path) -> None:
    """Install by the pip that Python carries, wheels only: a bare Debian has no compiler."""
    make_bare(environment)
    inside = str(environment / "bin" / "python")
    quiet = ["-qq", "--disable-pip-version-check", "--no-input", "--only-binary=:all:"]
    hashed = ["--require-hashes", "--no-deps", "-r", str(requirements)]
    if not finished_well([inside, "-m", "pip", "install", *quiet, *hashed]):
        raise SetUpError(
            "yokame: 用意できませんでした。ネットワークを確かめて、もう一度実行してください。 / "
            "Could not prepare. Check the network and run it again."
        )


def make_bare(environment: Path, *options: str) -> None:
    """Make the environment from nothing, so that nothing of an older one is left in it."""
    if environment.exists():
        shutil.rmtree(environment)
    # The interpreter's own file, not a link to it: when the system's Python becomes another
    # version, the environment's link breaks and it is made again, instead of missing everything.
    python = os.path.realpath(sys.executable)
    if not finished_well([python, "-m", "venv", *options, str(environment)]):
        raise SetUpError(PYTHON_VENV_MISSING)


def finished_well(command: list[str]) -> bool:
    """Run one step, its complaints shown as they come."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0


def compile_source(environment: Path) -> None:
    """Turn our source into bytecode, for which the first start would else take a second."""
    source = Path(__file__).resolve().parent.parent / "src"
    python = str(environment / "bin" / "python")
    finished_well([python, "-m", "compileall", "-q", str(source)])


def write_stamp(environment: Path, requirements: Path) -> None:
    """Write the stamp in one step: it is there whole, or not at all."""
    unfinished = environment / "installed.unfinished"
    shutil.copyfile(requirements, unfinished)
    unfinished.replace(environment / "installed.txt")


def say(line: str) -> None:
    """One line for the person who waits, also where the terminal knows no Japanese."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
