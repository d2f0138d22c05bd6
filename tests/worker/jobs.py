"""Jobs for the tests, and a worker with short leases: `python -m tests.worker.jobs`."""

import os
import time
from pathlib import Path

import django
from django_tasks import task
from django_tasks.base import TaskContext


@task(takes_context=True)
def sleep_when_first(context: TaskContext, file: str) -> int:
    """Write down the process; at the first attempt sleep for ever. Returns the attempt's number."""
    attempt = len(context.task_result.worker_ids)
    with Path(file).open("a") as written:
        written.write(f"{os.getpid()}\n")
    while attempt == 1:
        time.sleep(1)
    return attempt


if __name__ == "__main__":
    django.setup()
    from yokame.worker.leases import LeaseTimes
    from yokame.worker.loop import work

    work(LeaseTimes(good_seconds=2, renew_seconds=0.3))
