"""Jobs that come round by themselves, each enqueued once however many workers look."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django_tasks.base import Task

from yokame.notices.jobs import deliver_notices, is_anything_due
from yokame.worker.housekeeping import keep_house
from yokame.worker.models import DueTime
from yokame.worker.reminders import is_anybody_to_be_reminded, remind_people


@dataclass(frozen=True)
class Periodic:
    """A job and how often it comes round; then it is enqueued if `is_needed`, else it is let be."""

    task: Task[..., Any]
    every: timedelta
    is_needed: Callable[[], bool] = lambda: True


PERIODIC = (
    Periodic(keep_house, every=timedelta(days=1)),
    # What was asked for now has its job already; this is for later attempts, and what a killed
    # worker left behind.
    Periodic(deliver_notices, every=timedelta(minutes=1), is_needed=is_anything_due),
    Periodic(remind_people, every=timedelta(minutes=2), is_needed=is_anybody_to_be_reminded),
)


def enqueue_due(periodic: tuple[Periodic, ...] = PERIODIC) -> list[str]:
    """Enqueue the jobs that are due; returns their names.

    The time is moved on and the job enqueued in one transaction, and only one worker can move it:
    the others find it moved. After a long sleep a job comes once, not once for each missed turn.
    """
    enqueued = []
    for each in periodic:
        name = each.task.module_path
        DueTime.objects.get_or_create(name=name, defaults={"due_at": Now()})
        with transaction.atomic():
            due = DueTime.objects.filter(name=name, due_at__lte=Now())
            if due.update(due_at=Now() + each.every) and each.is_needed():
                each.task.enqueue()
                enqueued.append(name)
    return enqueued
