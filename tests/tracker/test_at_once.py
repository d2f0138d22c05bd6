import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

_LOOK = """
import django; django.setup()
from yokame.accounts.queries import local_person
from yokame.tracker.checking import differences
from yokame.tracker.reading import all_events
owner = local_person()
numbers = [event.number for event in all_events(owner)]
assert numbers == list(range(1, len(numbers) + 1))
print(len(numbers), list(differences(owner)))
"""


def test_processes_that_write_one_ledger_at_once_take_turns(
    variables: dict[str, str], database_url: str
) -> None:
    here = {
        **variables,
        "YOKAME_DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "yokame.server.settings",
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=here, check=True)
    command = [sys.executable, "-P", "-m", "tests.tracker.writers", "10"]

    writers = [subprocess.Popen(command, env=here) for _ in range(4)]
    ended = [writer.wait(timeout=120) for writer in writers]
    seen = subprocess.run(
        [sys.executable, "-c", _LOOK], env=here, capture_output=True, text=True, check=True
    )

    assert ended == [0] * 4
    # ten applications each: added, applied, documents held
    assert seen.stdout.strip() == "120 []"
