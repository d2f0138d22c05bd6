"""`yokame backup` and `restore`, while a server runs on the same data."""

import sqlite3
from pathlib import Path

import pytest

from tests.server.data.conftest import Verb
from tests.server.opened import Open

pytestmark = pytest.mark.slow


def test_a_copy_is_restored_while_the_server_runs(
    yokame: Verb, open_yokame: Open, sheet: str, tmp_path: Path, variables: dict[str, str]
) -> None:
    copy = tmp_path / "copy.sqlite3"
    server = open_yokame(DJANGO_SETTINGS_MODULE="yokame.server.settings")
    yokame("import", sheet, "--yes")
    backed_up = yokame("backup", str(copy))
    (tmp_path / "more.csv").write_text("会社名\n例示社\n", encoding="utf-8")
    yokame("import", str(tmp_path / "more.csv"), "--yes")
    _, before = server.get("/print/")

    restored = yokame("restore", str(copy))

    _, after = server.get("/print/")
    checked = yokame("check")
    yokame("import", str(tmp_path / "more.csv"), "--yes")
    _, later = server.get("/print/")
    assert (backed_up.returncode, restored.returncode, checked.returncode) == (0, 0, 0)
    assert "例示社" in before
    assert "例示社" not in after
    assert "デモ商事第1株式会社" in after
    assert "例示社" in later
    [kept] = Path(variables["YOKAME_DATA_DIR"]).glob("yokame-before-restore-*.sqlite3")
    assert _n_applications(kept) == 41
    assert server.end() == 0


def test_a_copy_is_one_sound_file_for_its_owner_only(
    yokame: Verb, sheet: str, tmp_path: Path
) -> None:
    yokame("import", sheet, "--yes")
    folder = tmp_path / "copies"
    folder.mkdir()

    yokame("backup", str(folder / "copy.sqlite3"))

    assert [file.name for file in folder.iterdir()] == ["copy.sqlite3"]
    assert (folder / "copy.sqlite3").stat().st_mode & 0o777 == 0o600
    assert _n_applications(folder / "copy.sqlite3") == 40


def test_what_is_no_copy_of_ours_is_refused_and_changes_nothing(
    yokame: Verb, sheet: str, tmp_path: Path
) -> None:
    yokame("import", sheet, "--yes")
    before = yokame("export").stdout
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.close()
    cut = tmp_path / "cut.sqlite3"
    yokame("backup", str(cut))
    cut.write_bytes(cut.read_bytes()[:-8192])

    codes = [yokame("restore", str(file)).returncode for file in (other, cut, Path(sheet))]

    assert codes == [2, 2, 2]
    assert yokame("restore", str(tmp_path / "nowhere")).returncode == 2
    assert yokame("export").stdout == before


def test_the_copy_of_a_newer_yokame_is_refused(yokame: Verb, sheet: str, tmp_path: Path) -> None:
    yokame("import", sheet, "--yes")
    copy = tmp_path / "copy.sqlite3"
    yokame("backup", str(copy))
    with sqlite3.connect(copy) as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('tracker', '9999_later', '2030-01-01')"
        )
    connection.close()

    refused = yokame("restore", str(copy))

    assert refused.returncode == 4
    assert "9999_later" in refused.stderr.decode()


def test_postgresql_is_left_to_its_own_tools(yokame: Verb, postgresql: str, tmp_path: Path) -> None:
    refused = yokame("backup", str(tmp_path / "copy"), YOKAME_DATABASE_URL=postgresql)

    assert refused.returncode == 1
    assert "pg_dump" in refused.stderr.decode()


def test_before_the_first_use_there_is_nothing_to_copy(yokame: Verb, tmp_path: Path) -> None:
    assert yokame("backup", str(tmp_path / "copy")).returncode == 1


def _n_applications(file: Path) -> int:
    with sqlite3.connect(file) as connection:
        [(n,)] = connection.execute("SELECT count(*) FROM tracker_application").fetchall()
    connection.close()
    return int(n)
