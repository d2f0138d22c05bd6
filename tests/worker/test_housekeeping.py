from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from yokame.worker.housekeeping import KEPT_DAYS, keep_house

pytestmark = pytest.mark.django_db


def finished_job(*, days_ago: int) -> DBTaskResult[..., int]:
    job = DBTaskResult.objects.get(id=keep_house.enqueue().id)
    job.set_successful(0)
    ago = Now() - timedelta(days=days_ago)
    DBTaskResult.objects.filter(id=job.id).update(finished_at=ago)
    return job


def test_only_jobs_that_finished_long_ago_are_dropped() -> None:
    finished_job(days_ago=KEPT_DAYS + 1)
    recent = finished_job(days_ago=KEPT_DAYS - 1)
    waiting = keep_house.enqueue()

    assert keep_house.call() == 1
    assert {str(job.id) for job in DBTaskResult.objects.all()} == {str(recent.id), waiting.id}
