"""The job that hands over what waits. Many workers may run it at once."""

from django.utils import timezone
from django_tasks import task

from yokame.notices.delivering import deliver_all_due, due


@task()
def deliver_notices() -> None:
    """Hand over what is due; leave what is left after a while to the next one who is free."""
    if deliver_all_due():
        deliver_notices.enqueue()


def is_anything_due() -> bool:
    """Whether there is work for the job."""
    return due(timezone.now()).exists()
