import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from yokame.server.data_folder import (
    ENCRYPTION_KEY_NAME,
    KEY_NAME,
    DataFolderError,
    encryption_key,
    prepare_data_folder,
    secret_key,
)


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"

    first, second = secret_key(folder), secret_key(folder)

    assert first == second
    assert len(first) >= 50
    assert stat.S_IMODE((folder / KEY_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_all_who_start_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(secret_key, [tmp_path] * 64))

    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == [KEY_NAME]


def test_a_start_cut_short_while_it_wrote_the_key_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / f"{KEY_NAME}.half").write_text("")

    assert len(secret_key(tmp_path)) >= 50


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")

    with pytest.raises(DataFolderError, match=str(file)):
        prepare_data_folder(file / "folder")


def test_the_encryption_key_is_made_once_lies_outside_the_database_and_fits(tmp_path: Path) -> None:
    first, second = encryption_key(tmp_path), encryption_key(tmp_path)

    assert first == second
    assert Fernet(first).decrypt(Fernet(second).encrypt(b"x")) == b"x"
    assert stat.S_IMODE((tmp_path / ENCRYPTION_KEY_NAME).stat().st_mode) == 0o600
