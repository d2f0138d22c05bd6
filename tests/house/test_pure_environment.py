"""The pure rooms and the statistics verbs, in an environment that has neither Django nor SciPy."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-pure" / "bin" / "python"
PURE_ROOMS = (
    *("employers", "priors", "stats", "reports", "learning", "promise", "forecast", "wording"),
    "cli",
)
# Reading and counting whole files is done by a database engine, which the verbs that learn bring.
LEARNING_EXTRA = ("duckdb", "ibis", "pyarrow")

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason=".venv-pure is made by ./yokame test")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PYTHON), "-P", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_environment_has_neither_django_nor_scipy() -> None:
    names = ("django", "ninja", "gunicorn", "scipy", "pandas")
    look = f"import importlib.util as u; print([n for n in {names} if u.find_spec(n)])"

    assert run("-c", look).stdout.strip() == "[]"


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_every_module_that_needs_no_web_can_be_imported(room: str) -> None:
    folder = ROOT / "src" / "yokame" / room
    files = [file.relative_to(ROOT / "src") for file in folder.rglob("*.py")]
    modules = sorted(
        ".".join(file.with_suffix("").parts) for file in files if file.name != "__main__.py"
    )

    importing = (
        "import importlib, sys\nfor name in sys.argv[2:]:\n    try: importlib.import_module(name)\n"
    )
    allowed = (
        "    except ModuleNotFoundError as error:\n        assert error.name in sys.argv[1], error"
    )
    done = run("-c", importing + allowed, " ".join(LEARNING_EXTRA), *modules)

    assert done.stderr == ""


def test_the_verb_answer_answers() -> None:
    question = ["--stage", "final", "--held", "2026-11-13", "--today", "2026-11-20"]

    done = run("-m", "yokame.cli", "answer", *question, "--said", "1週間以内", "--json")

    assert done.stderr == ""
    assert json.loads(done.stdout)["deadline"]["ask_from"] == "2026-11-24"


def test_a_verb_that_reads_reports_says_what_to_install(tmp_path: Path) -> None:
    out = tmp_path / "model.yokame"

    done = run("-m", "yokame.cli", "train", "reports.csv", "--out", str(out), "--lang", "en")

    assert done.returncode == 1
    assert "pip install 'yokame[learn]'" in done.stderr


def test_the_verb_promise_reads() -> None:
    done = run("-m", "yokame.cli", "promise", "1週間以内", "--held", "2026-11-13", "--json")

    assert done.stderr == ""
    assert json.loads(done.stdout)["ask_from"] == "2026-11-24"
