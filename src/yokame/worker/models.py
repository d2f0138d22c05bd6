"""What workers must know of each other. Moments are the database's own, never a machine's clock."""

from django.db import models


class Lease(models.Model):
    """A worker's word that it lives, good until `expires_at` and renewed well before."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.worker_id} until {self.expires_at:%Y-%m-%d %H:%M:%S}"


class DueTime(models.Model):
    """When a periodic job is to be enqueued next. Who moves the time on enqueues the job."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.due_at:%Y-%m-%d %H:%M:%S}"
