"""`yokame import`, `export` and `check`, on both databases."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.forecast.teaching import write_model
from tests.server.data.conftest import Verb

pytestmark = pytest.mark.slow


def test_a_sheet_is_shown_first_and_comes_in_when_it_is_confirmed(
    yokame: Verb, sheet: str, database_url: str
) -> None:
    shown = yokame("import", sheet, YOKAME_DATABASE_URL=database_url)
    empty = yokame("export", YOKAME_DATABASE_URL=database_url)
    done = yokame("import", sheet, "--yes", YOKAME_DATABASE_URL=database_url)
    again = yokame("import", sheet, "--yes", "--json", YOKAME_DATABASE_URL=database_url)

    assert "40件を取り込めます" in shown.stdout.decode()
    assert json.loads(empty.stdout)["events"] == []
    assert "40件を取り込みました" in done.stdout.decode()
    assert (json.loads(again.stdout)["n_known"], json.loads(again.stdout)["n_applications"]) == (
        40,
        0,
    )


def test_an_export_comes_back_byte_for_byte_into_an_empty_ledger(
    yokame: Verb, sheet: str, database_url: str, tmp_path: Path
) -> None:
    yokame("import", sheet, "--yes")
    file = tmp_path / "yokame.json"
    written = yokame("export", "--out", str(file))

    brought_in = yokame("import", str(file), YOKAME_DATABASE_URL=database_url)
    again = yokame("export", YOKAME_DATABASE_URL=database_url)
    checked = yokame("check", YOKAME_DATABASE_URL=database_url)

    assert (written.returncode, brought_in.returncode, checked.returncode) == (0, 0, 0)
    assert again.stdout == file.read_bytes()
    assert len(again.stdout) > 10_000


def test_check_finds_rows_that_differ_and_mends_them(
    yokame: Verb, sheet: str, variables: dict[str, str]
) -> None:
    yokame("import", sheet, "--yes")
    database = Path(variables["YOKAME_DATA_DIR"]) / "yokame.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE tracker_application SET course = '変えられた' WHERE id = 1")
    connection.close()

    found = yokame("check", "--json")
    mended = yokame("check", "--mend")
    sound = yokame("check", "--lang", "en")

    assert found.returncode == 3
    assert [one["what"] for one in json.loads(found.stdout)["differences"]] == ["course"]
    assert mended.returncode == 0
    assert "Everything agrees." in sound.stdout.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空のファイル"),
        (b"%PDF", "読める表ではありません"),
        ("だれ\nx\n".encode(), "会社名の列"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_line(
    yokame: Verb, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "demo"
    file.write_bytes(content)

    refused = yokame("import", str(file), "--yes")

    assert refused.returncode == 2
    assert refused.stdout == b""
    assert said in refused.stderr.decode()
    assert len(refused.stderr.splitlines()) == 1


def test_on_a_server_the_owner_must_be_named(yokame: Verb, sheet: str) -> None:
    server = {
        "YOKAME_ALLOWED_HOSTS": "yokame.example.ac.jp",
        "YOKAME_SMTP_URL": "smtp://mail.example.ac.jp:587",
        "YOKAME_MAIL_FROM": "yokame@example.ac.jp",
    }

    unnamed = yokame("import", sheet, "--yes", **server)
    unknown = yokame("export", "--owner", "nobody@example.ac.jp", **server)

    assert (unnamed.returncode, unknown.returncode) == (2, 2)
    assert "--owner" in unnamed.stderr.decode()
    assert "nobody@example.ac.jp" in unknown.stderr.decode()


def test_check_names_a_model_that_cannot_be_used(yokame: Verb, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yokame"
    broken.write_text("no model")

    said = yokame("check", "--lang", "en", YOKAME_MODEL=str(broken))
    machine = yokame("check", "--json", YOKAME_MODEL=str(broken))
    sound = yokame("check", "--json", YOKAME_MODEL=str(write_model(tmp_path / "sound.yokame")))

    assert (said.returncode, machine.returncode, sound.returncode) == (3, 3, 0)
    assert "is no model file of yokame" in said.stdout.decode()
    assert str(broken) in json.loads(machine.stdout)["model"]
    assert json.loads(sound.stdout)["model"] is None
