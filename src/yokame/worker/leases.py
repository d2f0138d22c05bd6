"""Which workers live, and what becomes of the job of one that died.

django-tasks-db marks a job RUNNING and leaves it so for ever when its worker is killed. Here every
worker renews a lease; a running job whose worker has none is given back to be claimed again. A job
may therefore run twice, so what it does must be safe to repeat.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from yokame.worker.models import Lease

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 3


class WorkerDiedError(Exception):
    """The workers that began this job all died before its end."""


@dataclass(frozen=True)
class LeaseTimes:
    """How long a lease is good, and how often it is renewed; seconds."""

    good_seconds: float = 60.0
    renew_seconds: float = 15.0


def renew(worker_id: str, times: LeaseTimes) -> bool:
    """Renew the lease. False if there was none or it had run out: a laptop may have slept."""
    with transaction.atomic():
        lived = Lease.objects.filter(worker_id=worker_id, expires_at__gt=Now()).exists()
        expires_at = Now() + timedelta(seconds=times.good_seconds)
        Lease.objects.update_or_create(worker_id=worker_id, defaults={"expires_at": expires_at})
    return lived


def give_up(worker_id: str) -> None:
    """End the lease at once; what this worker still had is free for others."""
    Lease.objects.filter(worker_id=worker_id).delete()


def free_jobs_of_the_dead() -> int:
    """Give back each running job whose worker has no lease; returns how many.

    After `MAX_ATTEMPTS` workers died over it the job has failed: it is probably what kills them.
    """
    with transaction.atomic():
        Lease.objects.filter(expires_at__lte=Now()).delete()
        living = set(Lease.objects.values_list("worker_id", flat=True))
        running = DBTaskResult.objects.running().select_for_update(skip_locked=True)
        abandoned = [
            job for job in running if not (job.worker_ids and job.worker_ids[-1] in living)
        ]
        for job in abandoned:
            _give_back(job)
    return len(abandoned)


def _give_back(job: DBTaskResult[Any, Any]) -> None:
    if len(job.worker_ids) >= MAX_ATTEMPTS:
        logger.error("Job %s (%s) failed: its workers died.", job.id, job.task_path)
        job.set_failed(WorkerDiedError(f"{len(job.worker_ids)} workers died over this job."))
        return
    logger.warning("Job %s (%s) is given back: its worker died.", job.id, job.task_path)
    job.status = TaskResultStatus.READY
    job.started_at = None
    job.save(update_fields=["status", "started_at"])
