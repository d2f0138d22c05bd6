"""The daily tidying of the database."""

from datetime import timedelta

from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from yokame.accounts.actions import drop_what_ended
from yokame.notices.actions import drop_old_notices
from yokame.tracker import uploads

KEPT_DAYS = 14


@task()
def keep_house() -> int:
    """Drop finished jobs after `KEPT_DAYS`, returning how many, and what else nobody needs.

    That is what of sign-in has ended, files that nobody came back to, and notices of long ago.
    SQLite then looks to its indexes.
    """
    old = DBTaskResult.objects.finished().filter(finished_at__lte=Now() - timedelta(days=KEPT_DAYS))
    dropped, _ = old.delete()
    drop_what_ended()
    uploads.drop_old(timezone.localdate())
    drop_old_notices(now=timezone.now())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")
    return dropped
