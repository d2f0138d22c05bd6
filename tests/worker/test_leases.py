from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from yokame.worker.housekeeping import keep_house
from yokame.worker.leases import (
    MAX_ATTEMPTS,
    LeaseTimes,
    free_jobs_of_the_dead,
    give_up,
    renew,
)
from yokame.worker.models import Lease

pytestmark = pytest.mark.django_db
TIMES = LeaseTimes()


def running_job(*worker_ids: str) -> DBTaskResult[..., int]:
    job = DBTaskResult.objects.get(id=keep_house.enqueue().id)
    for worker_id in worker_ids:
        job.claim(worker_id)
    return job


def status_of(job: DBTaskResult[..., int]) -> str:
    job.refresh_from_db()
    return str(job.status)


def let_run_out(worker_id: str) -> None:
    Lease.objects.filter(worker_id=worker_id).update(expires_at=Now() - timedelta(seconds=1))


def test_the_job_of_a_living_worker_is_left_to_it() -> None:
    renew("alive", TIMES)
    job = running_job("alive")

    assert free_jobs_of_the_dead() == 0
    assert status_of(job) == TaskResultStatus.RUNNING


def test_the_job_of_a_worker_whose_lease_ran_out_can_be_claimed_again() -> None:
    renew("dead", TIMES)
    job = running_job("dead")
    let_run_out("dead")

    assert free_jobs_of_the_dead() == 1
    assert status_of(job) == TaskResultStatus.READY
    assert not Lease.objects.exists()


def test_a_worker_that_ends_gives_back_at_once_what_it_still_has() -> None:
    renew("ending", TIMES)
    job = running_job("ending")

    give_up("ending")
    free_jobs_of_the_dead()

    assert status_of(job) == TaskResultStatus.READY


def test_a_job_that_kills_its_workers_fails_in_the_end() -> None:
    job = running_job(*(f"dead-{number}" for number in range(MAX_ATTEMPTS)))

    free_jobs_of_the_dead()

    assert status_of(job) == TaskResultStatus.FAILED
    assert "WorkerDiedError" in job.exception_class_path


def test_a_worker_that_slept_is_told_so_when_it_renews() -> None:
    assert renew("me", TIMES) is False
    assert renew("me", TIMES) is True
    let_run_out("me")
    assert renew("me", TIMES) is False
