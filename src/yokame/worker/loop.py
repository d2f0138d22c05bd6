"""A worker's life: django-tasks-db's loop, beside it a thread that renews the lease."""

import contextlib
import logging
import signal
import threading

from django.db import DatabaseError, connection
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from yokame.worker.leases import LeaseTimes, free_jobs_of_the_dead, give_up, renew
from yokame.worker.periodic import enqueue_due

logger = logging.getLogger(__name__)
POLL_SECONDS = 1.0
_ENDING = (signal.SIGINT, signal.SIGTERM)


def work(times: LeaseTimes | None = None) -> None:
    """Work until SIGTERM: the job at hand is finished first. A second SIGTERM ends it at once."""
    worker_id = get_random_string(32)
    pulse = Pulse(worker_id, times or LeaseTimes())
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=POLL_SECONDS,
        batch=False,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
    )
    # Its word to whoever ends it is meant for a terminal of its own; here the parent speaks.
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    worker.configure_signals()
    try:
        # Before the first claim: a job without a lease would be taken for abandoned. A signal waits
        # till then, for in the middle of a query of SQLite's it would come out as a broken one.
        signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
        pulse.beat()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
        threading.Thread(target=pulse.keep_beating, name="pulse", daemon=True).start()
        worker.run()
    finally:
        pulse.stop()


class Pulse:
    """Renews this worker's lease; each beat also frees abandoned jobs and enqueues due ones."""

    def __init__(self, worker_id: str, times: LeaseTimes) -> None:
        self.worker_id, self.times = worker_id, times
        self.stopped = threading.Event()

    def beat(self) -> None:
        """One beat. Who has just begun or slept lets the others renew before judging them dead."""
        if renew(self.worker_id, self.times):
            free_jobs_of_the_dead()
        enqueue_due()

    def keep_beating(self) -> None:
        """Beat until stopped. A database that does not answer is tried again at the next beat."""
        while not self.stopped.wait(self.times.renew_seconds):
            try:
                self.beat()
            except DatabaseError:
                logger.warning("The database did not answer; the lease is renewed later.")
            finally:
                connection.close()

    def stop(self) -> None:
        """No more beats, and the lease is given up."""
        self.stopped.set()
        with contextlib.suppress(DatabaseError):
            give_up(self.worker_id)
