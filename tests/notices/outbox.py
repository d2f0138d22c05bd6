"""Fills and empties an outbox in a process of its own: `python -m tests.notices.outbox STEP …`."""

import os
import signal
import sys
from datetime import timedelta
from typing import Any

import django


def fill(port: str) -> None:
    """A person with a mail account at `port`, and one letter to be sent."""
    from django.utils import timezone

    from tests.notices.writing import own_mail, write_letter
    from yokame.accounts.queries import Person

    hana = Person.objects.create(email="hana@example.ac.jp")
    own_mail(hana, int(port), timezone.now())
    write_letter(hana, timezone.now())


def work() -> None:
    """A worker with short leases, until it is ended."""
    from yokame.worker.leases import LeaseTimes
    from yokame.worker.loop import work

    work(LeaseTimes(good_seconds=2, renew_seconds=0.3))


def die_when_told() -> None:
    """Deliver, and be killed when the server has taken the letter, before that is written down."""
    from yokame.notices.delivering import deliver_all_due
    from yokame.notices.signals import letter_sent

    def die(**_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    letter_sent.connect(die, weak=False)
    deliver_all_due()


def deliver_later() -> None:
    """Deliver what is due in a quarter of an hour, when a dead worker's claim has run out."""
    from django.utils import timezone

    from yokame.notices.delivering import deliver_all_due

    deliver_all_due(lambda: timezone.now() + timedelta(minutes=15))


def show() -> None:
    """State and attempts of the letter."""
    from yokame.notices.models import Delivery

    row = Delivery.objects.get()
    print(row.state, row.attempts)


def show_jobs() -> None:
    """How the jobs that deliver have fared, each state once."""
    from django_tasks_db.models import DBTaskResult

    jobs = DBTaskResult.objects.filter(task_path__endswith="deliver_notices")
    print(*sorted(set(jobs.values_list("status", flat=True))))


if __name__ == "__main__":
    django.setup()
    globals()[sys.argv[1]](*sys.argv[2:])
