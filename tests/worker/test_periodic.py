from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from yokame.worker.housekeeping import keep_house
from yokame.worker.models import DueTime
from yokame.worker.periodic import PERIODIC, Periodic, enqueue_due

pytestmark = pytest.mark.django_db


def test_a_job_comes_once_however_often_one_looks() -> None:
    looks = [enqueue_due() for _ in range(5)]

    assert looks == [["yokame.worker.housekeeping.keep_house"], [], [], [], []]
    assert DBTaskResult.objects.count() == 1


def test_a_job_comes_round_again_once_after_a_long_sleep() -> None:
    enqueue_due()
    DueTime.objects.update(due_at=Now() - timedelta(days=30))

    assert len(enqueue_due()) == 1
    assert enqueue_due() == []


def test_what_comes_round_and_how_often() -> None:
    assert {each.task.name: each.every for each in PERIODIC} == {
        "keep_house": timedelta(days=1),
        "deliver_notices": timedelta(minutes=1),
        "remind_people": timedelta(minutes=2),
    }


def test_a_job_that_is_not_needed_is_let_be_until_its_next_turn() -> None:
    idle = (Periodic(keep_house, every=timedelta(minutes=1), is_needed=lambda: False),)

    assert enqueue_due(idle) == []
    assert DBTaskResult.objects.count() == 0
    assert DueTime.objects.filter(due_at__gt=Now()).count() == 1
