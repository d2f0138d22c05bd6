"""One data folder: on one's own machine first, then served to others; on both databases."""

import re
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from tests.outbound.mail_server import Postbox, mail_server
from tests.server.opened import Open, Opened

HOST = "yokame.example.ac.jp"
REAL = {"DJANGO_SETTINGS_MODULE": "yokame.server.settings"}


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        """Follow nothing: where it leads is the answer."""


def asked(yokame: Opened, path: str, **headers: str) -> tuple[int, str]:
    """Status, and where it leads."""
    request = urllib.request.Request(yokame.address + path, headers=headers)
    try:
        with urllib.request.build_opener(_Stays).open(request, timeout=60) as response:
            return response.status, ""
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers.get("Location", "")


def claim(variables: dict[str, str], email: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "yokame.server", "claim", email],
        env={**variables, **REAL},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_was_kept_alone_goes_on_where_people_sign_in(
    open_yokame: Open, variables: dict[str, str], database_url: str
) -> None:
    served = {
        "YOKAME_DATABASE_URL": database_url,
        "YOKAME_ALLOWED_HOSTS": HOST,
        "YOKAME_MAIL_FROM": f"yokame@{HOST}",
    }
    alone = open_yokame(**REAL, YOKAME_DATABASE_URL=database_url)
    assert alone.get("/settings/")[0] == 200
    assert asked(alone, "/settings/", Host=HOST)[0] == 400
    assert asked(alone, "/account/login/")[0] == 404
    early = claim({**variables, "YOKAME_DATABASE_URL": database_url}, "hana@example.ac.jp")
    assert early.returncode == 2
    assert "YOKAME_ALLOWED_HOSTS" in early.stderr
    alone.end()

    with mail_server(Postbox()) as port:
        served["YOKAME_SMTP_URL"] = f"smtp://127.0.0.1:{port}?tls=none"
        server = open_yokame(**REAL, **served)
        for host in (HOST, "127.0.0.1"):
            status, leads_to = asked(server, "/settings/", Host=host)
            assert (status, leads_to) == (302, "/account/login/?next=/settings/")
            assert asked(server, "/account/login/", Host=host)[0] == 200
        done = claim({**variables, **served}, "hana@example.ac.jp")
        again = claim({**variables, **served}, "ren@example.ac.jp")
        server.end()

    assert done.returncode == 0, done.stderr
    assert "hana@example.ac.jp" in done.stdout
    assert again.returncode == 2
    assert re.match(r"yokame: .*Nothing to claim\.$", again.stderr)

    # And back: whoever opens it alone again is somebody new, and nobody sees Hana's.
    alone = open_yokame(**REAL, YOKAME_DATABASE_URL=database_url)
    assert alone.get("/settings/")[0] == 200
    assert "hana@example.ac.jp" not in alone.get("/settings/")[1]


def test_people_who_come_at_once_are_one_person_on_ones_own_machine(
    open_yokame: Open, database_url: str
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    alone = open_yokame(**REAL, YOKAME_DATABASE_URL=database_url)

    with ThreadPoolExecutor(8) as visitors:
        pages = list(visitors.map(lambda _n: alone.get("/settings/")[0], range(24)))

    assert pages == [200] * 24


@pytest.mark.parametrize("missing", ["YOKAME_SMTP_URL", "YOKAME_MAIL_FROM"])
def test_a_server_without_mail_says_what_is_missing(
    variables: dict[str, str], missing: str
) -> None:
    mail = {"YOKAME_SMTP_URL": "smtp://localhost", "YOKAME_MAIL_FROM": "y@example.ac.jp"}
    given = {name: value for name, value in mail.items() if name != missing}

    done = subprocess.run(
        [sys.executable, "-P", "-m", "yokame.server"],
        env={**variables, **REAL, **given, "YOKAME_ALLOWED_HOSTS": HOST},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert missing in done.stderr
    assert len(done.stderr.splitlines()) == 1
