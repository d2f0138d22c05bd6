from pathlib import Path

import pytest

from yokame.server.database import database
from yokame.server.environment import SettingError

FOLDER = Path("/data")


def test_without_an_address_it_is_sqlite_in_the_data_folder() -> None:
    described = database("", FOLDER)

    assert described["ENGINE"] == "django.db.backends.sqlite3"
    assert described["NAME"] == "/data/yokame.sqlite3"
    assert described["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_sqlite_address_names_a_file_of_ones_own() -> None:
    assert (
        database("sqlite:////srv/my%20data/y.sqlite3", FOLDER)["NAME"] == "//srv/my data/y.sqlite3"
    )


def test_every_part_of_a_postgresql_address_is_read() -> None:
    url = "postgresql://hana:p%40ss@db.example.jp:5433/yokame?sslmode=require"

    described = database(url, FOLDER)

    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    expected = ("yokame", "hana", "p@ss", "db.example.jp", "5433", {"sslmode": "require"})
    assert tuple(described[name] for name in names) == expected


def test_a_socket_folder_may_stand_for_the_host() -> None:
    described = database("postgres:///yokame?host=/run/postgresql", FOLDER)

    assert (described["HOST"], described["OPTIONS"]) == ("/run/postgresql", {})


@pytest.mark.parametrize("url", ["mysql://host/name", "yokame.sqlite3", "sqlite://host/file"])
def test_an_address_of_another_kind_is_refused_with_examples(url: str) -> None:
    with pytest.raises(SettingError, match="postgresql://"):
        database(url, FOLDER)


@pytest.mark.parametrize(
    "url",
    ["postgresql://hana:hi[mitsu@host/name", "postgresql://hana:hi/mitsu@host:5432/name"],
)
def test_an_address_that_cannot_be_taken_apart_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(SettingError) as refused:
        database(url, FOLDER)

    assert "mitsu" not in str(refused.value)
    assert refused.value.__context__ is None
