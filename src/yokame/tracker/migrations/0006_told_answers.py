"""Answers that were told are kept, and a round's row says how the day of its word is known."""

from collections import defaultdict
from uuid import UUID

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from yokame.tracker.events import Event, undone_changes
from yokame.tracker.fold import fold
from yokame.tracker.payloads import DatedBy, read_payload


def mark_words(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the two new columns of rounds that have word, as the fold of their events says."""
    rounds = apps.get_model("tracker", "Round").objects
    told = rounds.exclude(word="").values_list("application__owner", "application__uid")
    concerned: dict[int, set[UUID]] = defaultdict(set)
    for owner, uid in told.distinct():
        concerned[owner].add(uid)
    for owner, uids in concerned.items():
        events = _events(apps, owner)
        undone = undone_changes(events)
        of_application: dict[UUID | None, list[Event]] = defaultdict(list)
        for event in events:
            of_application[event.application].append(event)
        for uid in uids:
            state = fold(of_application[uid], undone)
            for one in state.rounds if state else ():
                if one.word:
                    rounds.filter(
                        application__owner=owner, application__uid=uid, uid=one.uid
                    ).update(word_dated_by=one.word.dated_by, word_recorded_on=one.word.recorded_on)


def _events(apps: StateApps, owner: int) -> list[Event]:
    rows = apps.get_model("tracker", "LedgerEvent").objects.filter(owner=owner).order_by("number")
    return [
        Event(
            number=row.number,
            change=row.change,
            application=row.application,
            happened_on=row.happened_on,
            recorded_at=row.recorded_at,
            dated_by=DatedBy(row.dated_by),
            payload=read_payload(row.kind, row.data),
        )
        for row in rows
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0005_extension_asked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="round",
            name="word_dated_by",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="round",
            name="word_recorded_on",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(mark_words, migrations.RunPython.noop),
        migrations.CreateModel(
            name="ToldAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("application", models.UUIDField()),
                ("round", models.UUIDField()),
                ("told_on", models.DateField()),
                ("prob", models.FloatField()),
                ("low", models.FloatField()),
                ("high", models.FloatField()),
                ("never_prob", models.FloatField()),
                ("median_on", models.DateField()),
                ("low_on", models.DateField()),
                ("high_on", models.DateField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("owner"),
                        models.F("application"),
                        models.F("round"),
                        models.F("told_on"),
                        name="one_answer_is_told_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("high__lte", 1),
                            ("low__gte", 0),
                            ("low__lte", models.F("high")),
                            ("prob__gte", 0),
                            ("prob__lte", 1),
                        ),
                        name="told_answer_is_a_chance_inside_its_range",
                    ),
                ],
            },
        ),
    ]
